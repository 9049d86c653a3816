"""The database of the simulated processes: SQLite, one file for all of them."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.databases.sqlite import SqliteDatabase
from bot.databases.sqlite_connection import STATEMENTS_KEPT, SqliteTransaction
from bot.ports import DatabaseUnavailable, Locks
from core.transaction import Transaction
from tests.simulation.faults import Faults
from tests.simulation.processes import Process
from tests.simulation.wires import Wire, WiredGlance, WiredReader, WiredWriter

T = TypeVar("T")
Check = Callable[[Transaction], None]

PRAGMAS = ("journal_mode=WAL", "synchronous=OFF", "foreign_keys=ON", "busy_timeout=0")


@dataclass(slots=True)
class Disk:
    """The one file, which outlives every process; who looks is shown it after each commit."""

    path: Path
    faults: Faults
    holders: dict[str, Process] = field(default_factory=dict)  # of its locks
    watchers: list[Check] = field(default_factory=list)
    exact: bool = True  # nothing happens between a commit and a look
    writing: Wire | None = None
    _free: list[sqlite3.Connection] = field(default_factory=list)  # whose process is gone
    _all: list[sqlite3.Connection] = field(default_factory=list)

    @classmethod
    def copied(cls, template: Path, folder: Path, faults: Faults) -> "Disk":
        """A copy of that empty database."""
        return cls(Path(shutil.copy(template, folder / "season.db")), faults)

    def open(self, process: Process) -> "ProcessDatabase":
        """The database as that process has it."""
        return ProcessDatabase(self, process)

    def whole(self, work: Callable[[Transaction], T]) -> T:
        """Run it as one transaction, without anything going wrong."""
        connection = self.connection()
        try:
            connection.execute("BEGIN")
            result = work(SqliteTransaction(connection))
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self.give_back(connection)
        return result

    def committed(self) -> None:
        """Show it to who watches."""
        if self.watchers:
            self.whole(self._show)

    def _show(self, tx: Transaction) -> None:
        for watcher in self.watchers:
            watcher(tx)

    def connection(self) -> sqlite3.Connection:
        """One that nobody has; a new one costs a look at all tables."""
        if self._free:
            return self._free.pop()
        connection = sqlite3.connect(
            self.path, isolation_level=None, cached_statements=STATEMENTS_KEPT
        )
        self._all.append(connection)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Nobody has it any more."""
        self._free.append(connection)

    def close(self) -> None:
        """Close them all."""
        for connection in self._all:
            connection.close()


class ProcessDatabase(SqliteDatabase):
    """The database as one process has it."""

    def __init__(self, disk: Disk, process: Process) -> None:
        self._disk, self.process = disk, process
        self._wires = writes, reads = [Wire(disk, process, disk.connection()) for _ in range(2)]
        writer, reader = WiredWriter(writes, process, disk.faults), WiredReader(reads)
        super().__init__(Path("loyalty.db"), WiredGlance(reads), writer, [reader])
        process.at_death.append(self._break_off)

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """A transaction, whose answer may be lost."""
        await self._is_slow()
        return self._heard(await super().run(work))

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """Same."""
        await self._is_slow()
        return self._heard(await super().run_short(work))

    async def _is_slow(self) -> None:
        faults = self._disk.faults
        if faults.strike("the database is slow"):
            await asyncio.sleep(faults.random.uniform(0, 3))

    def _heard(self, result: T) -> T:
        if self._disk.faults.strike("the commit's answer is lost"):
            raise DatabaseUnavailable("the connection broke in COMMIT")
        return result

    def locks(self, *, silent_s: float = 0) -> Locks:  # type: ignore[override]
        """The locks as this process has them."""
        return ProcessLocks(self._disk.holders, self.process)

    async def close(self) -> None:
        """No thread is open."""
        self._break_off()

    def _break_off(self) -> None:
        for wire in self._wires:
            self._disk.give_back(wire.broken_off())
        self._wires = []


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
