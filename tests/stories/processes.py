"""The command `loyalty` as a user starts it: in a folder of its own, with nothing but settings."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

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

    process: Process
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
        async with asyncio.timeout(PATIENCE_S):
            code = await self.process.wait()
        return Ended(code, self.out.read_text(), self.err.read_text())


async def loyalty(folder: Path, *arguments: str, said: str = "", **settings: object) -> Ended:
    """Run the command to its end, with those lines on its stdin."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder, env=environment(settings), stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PATIENCE_S):
            out, err = await process.communicate(said.encode())
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())


@asynccontextmanager
async def running(folder: Path, *arguments: str, **settings: object) -> AsyncIterator[Running]:
    """Start the command; it is killed at the end if it still runs."""
    name = f"{settings.get('port', '')}"
    out, err = folder / f"out{name}", folder / f"err{name}"
    with out.open("w") as to_out, err.open("w") as to_err:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=folder, env=environment(settings), stdout=to_out, stderr=to_err,
        )  # fmt: skip
    try:
        yield Running(process, out, err)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is true: nobody tells us when another process does something."""
    async with asyncio.timeout(PATIENCE_S):
        while not true():  # noqa: ASYNC110 same
            await asyncio.sleep(0.01)


def environment(settings: dict[str, object]) -> dict[str, str]:
    """This environment without its own LOYALTY settings, and with the given ones."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LOYALTY_")}
    return clean | {f"LOYALTY_{name.upper()}": str(value) for name, value in settings.items()}
