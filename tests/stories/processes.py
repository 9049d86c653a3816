"""The command `loyalty` as a user starts it: in a folder of its own, with nothing but settings."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.stories.nursery import Forked, fork

QUICK = {"telegram_library": "ptb"}  # loads in a fraction of aiogram's time
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has come to its end."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Running:
    """A command that goes on; what it writes is in files."""

    process: Process | Forked
    out: Path
    err: Path

    async def says(self, words: str) -> str:
        """Wait until it has printed the words; everything it printed so far."""
        return await self._says(words, self.out)

    async def logs(self, words: str) -> str:
        """Wait until its log has the words; the log so far."""
        return await self._says(words, self.err)

    async def _says(self, words: str, where: Path) -> str:
        so_far = ""

        def said() -> bool:
            nonlocal so_far
            assert self.process.returncode is None, self.out.read_text() + self.err.read_text()
            so_far = where.read_text()
            return words in so_far

        await until(said)
        return so_far

    async def stopped(self, signal: int) -> Ended:
        """Send the signal and wait for the end."""
        self.process.send_signal(signal)
        return await self.ended()

    async def ended(self) -> Ended:
        """Wait for the end."""
        async with asyncio.timeout(PATIENCE_S):
            code = await self.process.wait()
        return Ended(code, self.out.read_text(), self.err.read_text())


async def loyalty(folder: Path, *arguments: str, said: str = "", **settings: object) -> Ended:
    """Run the command to its end, with those lines on its stdin."""
    with TemporaryDirectory() as streams:
        async with _started(fork, folder, Path(streams), arguments, settings, said) as command:
            return await command.ended()


@asynccontextmanager
async def running(folder: Path, *arguments: str, **settings: object) -> AsyncIterator[Running]:
    """Start the command; it is killed at the end if it still runs."""
    async with _started(fork, folder, _streams(folder, settings), arguments, settings) as command:
        yield command


@asynccontextmanager
async def running_anew(folder: Path, *arguments: str, **settings: object) -> AsyncIterator[Running]:
    """
    Start it by an interpreter that loads it first, as users do: from the folder, if it is there.

    To load it is most of a short test's time: so all but a few fork what is loaded already.
    """
    async with _started(_anew, folder, _streams(folder, settings), arguments, settings) as command:
        yield command


Start = Callable[[Sequence[str], Path, dict[str, str], Sequence[Path]], Awaitable[Process | Forked]]
"""Takes the words, the folder, the environment, and the files of stdin, stdout and stderr."""


@asynccontextmanager
async def _started(
    start: Start,
    folder: Path,
    streams: Path,
    arguments: Sequence[str],
    settings: dict[str, object],
    said: str = "",
) -> AsyncIterator[Running]:
    files = _files(streams, said)
    process = await start(arguments, folder, environment(settings), files)
    try:
        yield Running(process, *files[1:])
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _streams(folder: Path, settings: dict[str, object]) -> Path:
    """Where those of the command are written that serves at that port."""
    return folder / f"streams{settings.get('port', '')}"


def _files(streams: Path, said: str) -> tuple[Path, Path, Path]:
    """Files for stdin, which has what is said, stdout and stderr."""
    streams.mkdir(exist_ok=True)
    lines, out, err = (streams / name for name in ("in", "out", "err"))
    for file, holds in ((lines, said), (out, ""), (err, "")):
        file.write_text(holds, encoding="utf-8")
    return lines, out, err


async def _anew(
    arguments: Sequence[str], folder: Path, settings: dict[str, str], files: Sequence[Path]
) -> Process:
    lines, out, err = files
    with lines.open() as from_in, out.open("w") as to_out, err.open("w") as to_err:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=folder, env=settings, stdin=from_in, stdout=to_out, stderr=to_err,
        )  # fmt: skip


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is true: nobody tells us when another process does something."""
    async with asyncio.timeout(PATIENCE_S):
        while not true():  # noqa: ASYNC110 same
            await asyncio.sleep(0.01)


def telegram_settings(telegram: TelegramStandIn) -> dict[str, str]:
    """That lead a bot there."""
    return QUICK | {"telegram_token": telegram.token, "telegram_api_url": telegram.url}


def environment(settings: dict[str, object]) -> dict[str, str]:
    """This environment without its own LOYALTY settings, and with the given ones."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LOYALTY_")}
    return clean | {f"LOYALTY_{name.upper()}": str(value) for name, value in settings.items()}
