"""
The same on PostgreSQL: the real engine with its threads, so what happens at once happens at once.

Nothing is repeated exactly then, but all that must be true must be true.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.databases.postgres import Mode, PostgresDatabase
from bot.ports import DatabaseUnavailable, Locks
from core.transaction import Row, Transaction, Value
from tests.simulation.engine import Check, ProcessLocks
from tests.simulation.faults import Faults
from tests.simulation.processes import Killed, Process

T = TypeVar("T")


@dataclass(slots=True)
class Server:
    """The one server, which outlives every process. Who watches may look too late for a balance."""

    database: PostgresDatabase
    faults: Faults
    holders: dict[str, Process] = field(default_factory=dict)
    watchers: list[Check] = field(default_factory=list)
    exact: bool = False

    def open(self, process: Process) -> "ServedDatabase":
        """The database as that process has it."""
        return ServedDatabase(self, process)

    def whole(self, work: Callable[[Transaction], T]) -> T:
        """Run it as one transaction, without anything going wrong."""
        return self.database._whole(work, Mode.WRITE)


@dataclass(slots=True)
class ServedDatabase:
    """One process's way to it: a statement may be the process's last, an answer may be lost."""

    server: Server
    process: Process

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """A transaction."""
        return await self._hop(self.server.database.run, work)

    run_short = run

    async def run_alone(self, work: Callable[[Transaction], T]) -> T:
        """Same, alone."""
        return await self._hop(self.server.database.run_alone, work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """A snapshot."""
        return await self.server.database.read(work)

    read_long = read

    def locks(self, *, silent_s: float = 0) -> Locks:
        """The locks as this process has them."""
        return ProcessLocks(self.server.holders, self.process)

    async def close(self) -> None:
        """The server stays."""

    async def _hop(self, way: "Callable[..., object]", work: Callable[[Transaction], T]) -> T:
        faults = self.server.faults
        if faults.strike("the database is slow"):
            await asyncio.sleep(faults.random.uniform(0, 3))
        if faults.strike("the database is locked"):
            raise DatabaseUnavailable("a row stayed locked")
        life = Life(self.process.left)

        def dangerous(tx: Transaction) -> T:
            return work(Dangerous(tx, life))

        try:
            result: T = await way(dangerous)  # type: ignore[misc]
        except Killed:
            faults.seen["killed in a transaction"] += 1
            self.process.die()
            raise
        self.process.left = life.left
        self.process.step("after COMMIT", danger=20)
        if faults.strike("the commit's answer is lost"):
            raise DatabaseUnavailable("the connection broke in COMMIT")
        return result


@dataclass(slots=True)
class Life:
    """What is left of a process's, as one of its threads sees it."""

    left: int


@dataclass(slots=True)
class Dangerous:
    """An open transaction, in which each statement may be the last."""

    inside: Transaction
    life: Life

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run it."""
        self._step()
        return self.inside.rows(sql, **values)

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Run it."""
        self._step()
        return self.inside.lock(sql, **values)

    def send(self, sql: str, **values: Value) -> None:
        """Run it."""
        self._step()
        self.inside.send(sql, **values)

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Run it for each."""
        self._step()
        self.inside.many(sql, batch)

    def _step(self) -> None:
        self.life.left -= 1
        if self.life.left < 0:
            raise Killed
