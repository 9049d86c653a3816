"""A database that tells how long each transaction waited for its turn, and how long it took."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import TypeVar

from bot.ports import Database, Locks
from core.transaction import Transaction

T = TypeVar("T")

Timed = Callable[[str, float, float], None]
"""What was asked ("write", "read"), for how many seconds it waited, how many it took in all."""


class TimedDatabase:
    """The database inside, with a watch."""

    def __init__(self, inside: Database, timed: Timed) -> None:
        self._inside = inside
        self._timed = timed

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes."""
        return await self._watched("write", self._inside.run, work)

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """Commit the short work's writes."""
        return await self._watched("write", self._inside.run_short, work)

    async def run_alone(self, work: Callable[[Transaction], T]) -> T:
        """Run it while nobody else is in run_alone."""
        return await self._watched("write", self._inside.run_alone, work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one snapshot."""
        return await self._watched("read", self._inside.read, work)

    async def read_long(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one snapshot, in a thread; it is meant to take long, so no watch."""
        return await self._inside.read_long(work)

    def locks(self, *, silent_s: float = 0) -> Locks:
        """A new holder of locks."""
        return self._inside.locks(silent_s=silent_s)

    async def close(self) -> None:
        """Close the database inside."""
        await self._inside.close()

    async def _watched(
        self,
        what: str,
        run: Callable[[Callable[[Transaction], T]], Awaitable[T]],
        work: Callable[[Transaction], T],
    ) -> T:
        asked, begun = perf_counter(), 0.0

        def watched(tx: Transaction) -> T:
            nonlocal begun
            begun = begun or perf_counter()  # it may be repeated
            return work(tx)

        try:
            return await run(watched)
        finally:
            ended = perf_counter()
            self._timed(what, (begun or ended) - asked, ended - asked)
