"""Commands forked by a process that has loaded them already: see forking."""

import asyncio
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path


@dataclass(slots=True)
class Nursery:
    """The process that forks, as this one sees it."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    _heard: bytes = b""
    _started: list[int] = field(default_factory=list)
    _ended: dict[int, int] = field(default_factory=dict)

    def start(self, **wish: object) -> int:
        """Start such a command; its process id."""
        self.control.sendall(json.dumps(wish).encode() + b"\n")
        while not self._started:
            self._hear()
        return self._started.pop()

    def end(self, pid: int) -> int | None:
        """How that one ended: its exit code, or minus the signal; None while it runs."""
        if pid not in self._ended:
            self.control.setblocking(False)
            try:
                self._hear()
            except BlockingIOError:
                pass
            finally:
                self.control.setblocking(True)
        return self._ended.get(pid)

    def _hear(self) -> None:
        told = self.control.recv(4096)
        assert told, "the process that forks has died"
        *lines, self._heard = (self._heard + told).split(b"\n")
        for what, pid, code in map(bytes.split, lines):
            if what == b"started":
                self._started.append(int(pid))
            else:
                self._ended[int(pid)] = int(code)

    def close(self) -> None:
        """Let it end."""
        self.control.close()
        self.process.wait()


@dataclass(frozen=True, slots=True)
class Forked:
    """A command that was started; as asyncio's Process."""

    pid: int

    @property
    def returncode(self) -> int | None:
        """How it ended: its exit code, or minus the signal; None while it runs."""
        return nursery().end(self.pid)

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        """Wait for its end."""
        while (code := self.returncode) is None:  # noqa: ASYNC110 nobody tells us
            await asyncio.sleep(0.01)
        return code


async def fork(
    arguments: Sequence[str], folder: Path, settings: dict[str, str], files: Sequence[Path]
) -> Forked:
    """Start the command with those files as its stdin, stdout and stderr."""
    pid = nursery().start(
        arguments=arguments, folder=str(folder), settings=settings, files=[*map(str, files)]
    )
    return Forked(pid)


@cache
def nursery() -> Nursery:
    """The one of this process; it ends with it."""
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(  # noqa: S603 our own module
        [sys.executable, "-m", "tests.stories.forking", str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        cwd=Path(__file__).parents[2],
    )
    theirs.close()
    made = Nursery(process, ours)
    atexit.register(made.close)
    return made
