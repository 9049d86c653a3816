"""
The database of the simulated processes: the real driver without its threads, on one file in memory.

Its edge is the connection: there a statement can be the process's last, a commit can fail or be
done without anybody hearing of it, and the file can be locked.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from bot.databases.sqlite import Glance, Reader, SqliteDatabase
from bot.databases.sqlite_connection import SqliteTransaction
from bot.databases.sqlite_writer import Writer
from bot.ports import DatabaseUnavailable, Locks
from core.transaction import Transaction
from tests.simulation.faults import Faults
from tests.simulation.processes import Killed, Process

BUSY, BUSY_S = 0.5, 10.0  # how often the writer's thread has something else to do, and how long

T = TypeVar("T")
Check = Callable[[Transaction], None]


@dataclass(slots=True)
class Disk:
    """The one file, which outlives every process; who looks is shown it after each commit."""

    connection: sqlite3.Connection
    faults: Faults
    holders: dict[str, Process] = field(default_factory=dict)  # of its locks
    watchers: list[Check] = field(default_factory=list)
    exact: bool = True  # nothing happens between a commit and a look

    def open(self, process: Process) -> "ProcessDatabase":
        """The database as that process has it."""
        return ProcessDatabase(self, process)

    def whole(self, work: Callable[[Transaction], T]) -> T:
        """Run it as one transaction, without anything going wrong."""
        self.connection.execute("BEGIN")
        try:
            result = work(SqliteTransaction(self.connection))
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        return result

    def committed(self) -> None:
        """Show it to who watches."""
        for watcher in self.watchers:
            watcher(SqliteTransaction(self.connection))


class Wire:
    """A connection of one process to the file."""

    def __init__(self, disk: Disk, process: Process, locked: str) -> None:
        self._disk, self._process, self._locked = disk, process, locked
        self._real = disk.connection

    def execute(self, sql: str) -> None:
        """Begin, end, or go back: what the driver itself says."""
        if sql.startswith("ROLLBACK"):  # also if the process died: the file does it then
            self._real.execute(sql)
        elif sql == "COMMIT" and self._locked == WRITES:
            self._commit()
        else:
            if sql.startswith("BEGIN") and self._disk.faults.strike(self._locked):
                raise _sqlite(sqlite3.SQLITE_BUSY, "database is locked")
            self._process.step("before a transaction")
            self._real.execute(sql)

    def _commit(self) -> None:
        self._process.step("before COMMIT", danger=20)
        if self._disk.faults.strike("the disk is full"):
            raise _sqlite(sqlite3.SQLITE_FULL, "database or disk is full")
        self._real.execute("COMMIT")
        self._disk.committed()
        self._process.step("after COMMIT", danger=20)

    def cursor(self) -> "WireCursor":
        """For the statements of a transaction."""
        return WireCursor(self._disk, self._process, reads=self._locked == READS)

    @property
    def in_transaction(self) -> bool:
        """Whether one is open."""
        return self._real.in_transaction

    def close(self) -> None:
        """The file stays."""


class WireCursor:
    """Runs statements, each of which may be the last."""

    def __init__(self, disk: Disk, process: Process, *, reads: bool) -> None:
        self._real, self._faults = disk.connection.cursor(), disk.faults
        self._process, self._reads = process, reads

    def execute(self, sql: str, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Run it; who only reads can't write."""
        if self._reads and not sql.startswith(("SELECT", "WITH")):
            raise _sqlite(sqlite3.SQLITE_READONLY, "attempt to write a readonly database")
        self._process.step("before a statement")
        if self._faults.strike("a statement fails"):
            raise _sqlite(sqlite3.SQLITE_IOERR, "disk I/O error")
        found = self._real.execute(sql, values)
        try:
            self._process.step("after a statement")
        except Killed:
            self._real.close()  # its rows are never fetched
            raise
        return found

    def executemany(self, sql: str, batch: Sequence[Mapping[str, Any]]) -> sqlite3.Cursor:
        """Run it for each."""
        self._process.step("before a statement")
        return self._real.executemany(sql, batch)


WRITES, READS = "the database is locked", "a read is locked"


class _Glance(Glance):
    def __init__(self, disk: Disk, process: Process) -> None:
        self._until = inf
        self._connection: Any = Wire(disk, process, READS)


class _Reader(Reader):
    def __init__(self, disk: Disk, process: Process) -> None:
        self._connection: Any = Wire(disk, process, READS)

    def __del__(self) -> None:
        """There is no thread to be told."""

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)


class _Writer(Writer):
    """Its thread is the loop: what comes in one round of it is one group."""

    def __init__(self, disk: Disk, process: Process) -> None:
        self._connection: Any = Wire(disk, process, WRITES)
        self._waiting: Any = deque()
        self._short: Any = deque()
        self._busy = self._stopping = False
        self._tx: Any = _Soon(process, disk.faults)

    def __del__(self) -> None:
        """There is no thread to be told."""


class _Soon:
    """Takes what a thread would do, and has it done in a moment, or when the thread is free."""

    def __init__(self, process: Process, faults: Faults) -> None:
        self._process, self._faults = process, faults

    def put_nowait(self, item: tuple[Any, Callable[[], None]]) -> None:
        """Do it soon, unless the process is dead by then."""
        random = self._faults.random
        busy_s = random.uniform(0, BUSY_S) if random.random() < BUSY else 0.0
        asyncio.get_running_loop().call_later(busy_s, self._do, item[1])

    def _do(self, work: Callable[[], None]) -> None:
        if not self._process.dead:
            work()


def _sqlite(code: int, text: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error


class ProcessDatabase(SqliteDatabase):
    """The database as one process has it."""

    def __init__(self, disk: Disk, process: Process) -> None:
        writer, reader = _Writer(disk, process), _Reader(disk, process)
        super().__init__(Path("loyalty.db"), _Glance(disk, process), writer, [reader])
        self._disk, self.process = disk, process

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """A transaction, whose answer may be lost."""
        faults = self._disk.faults
        if faults.strike("the database is slow"):
            await asyncio.sleep(faults.random.uniform(0, 3))
        result = await super().run(work)
        if faults.strike("the commit's answer is lost"):
            raise DatabaseUnavailable("the connection broke in COMMIT")
        return result

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """Same: the one connection of all processes can't stay in a transaction between turns."""
        return await self.run(work)

    def locks(self, *, silent_s: float = 0) -> Locks:  # type: ignore[override]
        """The locks as this process has them."""
        return ProcessLocks(self._disk.holders, self.process)

    async def close(self) -> None:
        """No thread is open."""


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
