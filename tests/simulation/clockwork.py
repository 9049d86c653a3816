"""What the simulated shop runs on: time that jumps, a database without threads, sudden death."""

import asyncio
import selectors
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from bot.databases.sqlite import SqliteTransaction
from bot.ports import Locks
from core.transaction import Transaction

T = TypeVar("T")


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop that never waits: when nobody has anything to do, it is later at once."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)
        self._clock_resolution = 1e-6  # a nanosecond is lost beside the seconds of a year

    def time(self) -> float:
        """Seconds since the beginning."""
        return self._jumping.now


class _Jumping(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits for somebody"
        if timeout > 0:
            self.now += timeout
        return super().select(0)


class Killed(BaseException):
    """The process was killed at this very moment."""


@dataclass(slots=True, kw_only=True)
class Process:
    """A process of ours, which may die between any two steps; then nothing of it goes on."""

    random: Random
    mortality: float  # in each of its steps
    dead: bool = False

    def step(self, danger: int = 1) -> None:
        """Get through, or die; some steps are more dangerous than others."""
        if self.dead or self.random.random() < danger * self.mortality:
            self.dead = True
            raise Killed


class Shared:
    """The one database: in memory and without threads, so that everything comes in one order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.holders: dict[str, Process] = {}

    def whole(self, work: Callable[[Transaction], T]) -> T:
        """Run it as one transaction."""
        self._connection.execute("BEGIN")
        try:
            result = work(SqliteTransaction(self._connection))
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return result


@dataclass(slots=True)
class ProcessDatabase:
    """The database as one process has it: others come in between, and the process may die."""

    shared: Shared
    process: Process

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """A transaction. The process may die before it, or between it and the answer."""
        for _ in range(self.process.random.randrange(3)):
            await asyncio.sleep(0)
        self.process.step()
        result = self.shared.whole(work)
        self.process.step()
        return result

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """A read."""
        self.process.step()
        return self.shared.whole(work)

    run_alone = run
    read_long = read

    def locks(self, *, silent_s: float = 0) -> Locks:
        """The locks as this process has them."""
        return ProcessLocks(self.shared.holders, self.process)

    async def close(self) -> None:
        """Nothing is open."""


@dataclass(slots=True)
class ProcessLocks:
    """Locks that are free as soon as their holder is dead."""

    holders: dict[str, Process]
    process: Process

    async def take(self, name: str) -> bool:
        """Take it if it is free."""
        holder = self.holders.get(name)
        if holder is None or holder.dead:
            self.holders[name] = self.process
            return True
        return False

    async def keeps(self, name: str) -> bool:
        """Whether it is still held."""
        return self.holders.get(name) is self.process

    async def release(self, name: str) -> None:
        """Let others have it."""
        if self.holders.get(name) is self.process:
            del self.holders[name]

    async def close(self) -> None:
        """Let go of them all."""
        for name in list(self.holders):
            await self.release(name)


@dataclass(slots=True)
class Calendar:
    """What the loop's seconds are on the wall."""

    begin: datetime
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    def __call__(self) -> datetime:
        """Now, in milliseconds as the tables keep it."""
        return self.begin + timedelta(milliseconds=int(self._loop.time() * 1000))

    async def until(self, moment: datetime) -> None:
        """Let it be then."""
        await asyncio.sleep((moment - self()).total_seconds())
