"""
The connections of the simulated processes: the real driver without its threads, on a real file.

Each statement can be the process's last; a commit can fail, or be done without anybody hearing of
it; whoever writes keeps the others out, as everywhere.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import Any, Protocol

from bot.databases.sqlite import Glance, Reader
from bot.databases.sqlite_connection import READ, WRITE
from bot.databases.sqlite_writer import TURN_S, Writer
from tests.simulation.faults import Faults
from tests.simulation.processes import Killed, Process

BUSY, BUSY_S = 0.5, 10.0  # how often the writer's thread has something else to do, and how long
HOLDS_S = 0.5  # how long a commit may take
PATIENCE_S = 5.0  # how long a thread waits until it may write
MOMENT_S = 0.05

LOCKED = {WRITE: "the database is locked", READ: "a read is locked"}


class File(Protocol):
    """What a connection has to know of the file."""

    faults: Faults
    writing: "Wire | None"  # who has a transaction that writes

    def committed(self) -> None:
        """Something has been committed."""


class Wire:
    """A connection of one process to the file."""

    def __init__(self, file: File, process: Process, real: sqlite3.Connection) -> None:
        self._file, self._process, self._real = file, process, real
        self._on_loop = False

    def execute(self, sql: str) -> None:
        """Begin, end, or go back: what the driver itself says."""
        if sql.startswith("PRAGMA"):  # here nobody waits inside SQLite
            return
        if self._process.dead:
            raise Killed
        if sql.startswith("BEGIN"):
            self._begin(sql)
        elif sql == "COMMIT" and self._file.writing is self:
            self._commit()
        else:
            self._real.execute(sql)
            self._ended()

    def _begin(self, sql: str) -> None:
        if self._file.faults.strike(LOCKED[sql]):
            raise failure(sqlite3.SQLITE_BUSY, "database is locked")
        self._process.step("before a transaction")
        self._real.execute(sql)
        if sql == WRITE:
            self._file.writing = self

    def _commit(self) -> None:
        self._process.step("before COMMIT", danger=20)
        if self._file.faults.strike("the disk is full"):
            raise failure(sqlite3.SQLITE_FULL, "database or disk is full")
        self._real.execute("COMMIT")
        self._ended()
        self._file.committed()
        self._process.step("after COMMIT", danger=20)

    def _ended(self) -> None:
        if self._file.writing is self and not self._real.in_transaction:
            self._file.writing = None

    def cursor(self) -> "WireCursor":
        """For the statements of a transaction."""
        return WireCursor(self._real, self._process, self._file.faults, hurried=self._on_loop)

    def set_progress_handler(self, handler: Callable[[], bool] | None, steps: int) -> None:
        """The clock it would look at is not the simulation's: what is late is a matter of luck."""
        self._on_loop = handler is not None

    @property
    def in_transaction(self) -> bool:
        """Whether one is open."""
        return not self._process.dead and self._real.in_transaction

    def may_write(self) -> bool:
        """Whether nobody else is writing."""
        return self._file.writing in (None, self)

    def broken_off(self) -> sqlite3.Connection:
        """The process is gone: what was open is undone, and somebody else may have the rest."""
        if self._real.in_transaction:
            self._real.execute("ROLLBACK")
        self._ended()
        return self._real

    def close(self) -> None:
        """The file stays."""


class WireCursor:
    """Runs statements, each of which may be the last."""

    def __init__(
        self, real: sqlite3.Connection, process: Process, faults: Faults, *, hurried: bool
    ) -> None:
        self._real, self._faults, self._process = real.cursor(), faults, process
        self._hurried = hurried  # else it may take as long as it needs

    def execute(self, sql: str, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Run it."""
        self._process.step("before a statement")
        if self._faults.strike(
            "an order's statement fails" if self._hurried else "a statement fails"
        ):
            raise failure(sqlite3.SQLITE_IOERR, "disk I/O error")
        if self._hurried and self._faults.strike("a work is long"):
            raise failure(sqlite3.SQLITE_INTERRUPT, "interrupted")
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


class WiredGlance(Glance):
    """Reads on the loop."""

    def __init__(self, wire: Wire) -> None:
        self._until = inf
        self._connection: Any = wire


class WiredReader(Reader):
    """Its thread is the loop."""

    def __init__(self, wire: Wire) -> None:
        self._connection: Any = wire

    def __del__(self) -> None:
        """There is no thread to be told."""

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)


class WiredWriter(Writer):
    """Its thread is the loop: what comes in one round of it is one group."""

    def __init__(self, wire: Wire, process: Process, faults: Faults) -> None:
        self._connection: Any = wire
        self._patience_ms = 0
        self._waiting = deque()
        self._short = deque()
        self._paused = None
        self._careful = 0
        self._busy = self._stopping = False
        self._until = inf
        self._spent_s, self._luck = 0.0, faults.random
        self._clock = self._spend
        self._tx: Any = _Soon(wire, process, faults)

    def _spend(self) -> float:
        self._spent_s += self._luck.uniform(0, TURN_S)
        return self._spent_s

    def __del__(self) -> None:
        """There is no thread to be told."""


class _Soon:
    """Takes what a thread would do, and has it done in a moment, or when the thread is free."""

    def __init__(self, wire: Wire, process: Process, faults: Faults) -> None:
        self._wire, self._process, self._random = wire, process, faults.random

    def put_nowait(self, item: tuple[Any, Callable[[], None]]) -> None:
        """Do it soon, unless the process is dead by then."""
        busy_s = 0.0
        if self._random.random() < BUSY:
            busy_s = self._random.uniform(0, HOLDS_S if self._wire.in_transaction else BUSY_S)
        asyncio.get_running_loop().call_later(busy_s, self._do, item[1], PATIENCE_S)

    def _do(self, work: Callable[[], None], patience_s: float) -> None:
        if self._process.dead:
            return
        if self._wire.may_write() or patience_s <= 0:
            work()
        else:
            loop = asyncio.get_running_loop()
            loop.call_later(MOMENT_S, self._do, work, patience_s - MOMENT_S)


def failure(code: int, text: str) -> sqlite3.OperationalError:
    """An error as SQLite gives it."""
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error
