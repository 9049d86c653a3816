"""
A connection to a SQLite file: its transactions, its thread, how it is opened. The one owner of
aiosqlite.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import TypeVar

import aiosqlite

from core.transaction import Row, Transaction, Value

T = TypeVar("T")

WRITE = "BEGIN IMMEDIATE"
READ = "BEGIN DEFERRED"

AT_ONCE_S = 0.002  # what a work may take on the event loop's own thread
LOOK_STEPS = 1_000  # of SQLite's machine, between two looks at the clock: some 0.02 ms
MOMENT_S = 0.01  # between two tries of what SQLite does not wait for by itself
STATEMENTS_KEPT = 512  # prepared statements per connection; sqlite3's own 128 is less than we have

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)


class Connection(aiosqlite.Connection):
    """A connection and its thread; a whole transaction is one entry in the thread's queue."""

    def _whole(self, begin: str, work: Callable[[Transaction], T]) -> T:
        with self._transaction(begin):
            return done(SqliteTransaction(self._conn, reads=begin is READ), work)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._conn.execute(begin)
        try:
            yield
            self._conn.execute("COMMIT")
        finally:
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")


class SqliteTransaction:
    """
    The core's port over an open connection.

    A failed statement dooms it, as in PostgreSQL: SQLite itself would commit the rest.
    """

    def __init__(self, connection: sqlite3.Connection, *, reads: bool = False) -> None:
        self._cursor = connection.cursor()
        self._reads = reads
        self.failure: sqlite3.Error | None = None

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run one statement; its rows."""
        try:
            return self._usable().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            self.failure = error
            raise

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Run one SELECT; all is locked, as a file has one writer (BEGIN IMMEDIATE)."""
        if self._reads:
            raise RuntimeError("read() can't lock: use run()")
        return self.rows(sql, **values)

    def send(self, sql: str, **values: Value) -> None:
        """Run one statement that gives no rows; at once, as there is nothing to wait for."""
        try:
            self._usable().execute(sql, values)
        except sqlite3.Error as error:
            self.failure = error
            raise

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Run one statement for each of the batch's parameters."""
        try:
            self._usable().executemany(sql, batch)
        except sqlite3.Error as error:
            self.failure = error
            raise

    def _usable(self) -> sqlite3.Cursor:
        if self.failure:
            raise self.failure
        return self._cursor


def done(tx: SqliteTransaction, work: Callable[[Transaction], T]) -> T:
    """What the work gives, unless a statement failed and the work hid it."""
    try:
        result = work(tx)
    except StopIteration as error:  # a future can't carry it: the caller would wait forever
        raise RuntimeError("the work raised StopIteration") from error
    if tx.failure:
        raise tx.failure  # hidden by the work
    return result


def writer_of(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that writes; patience is how long it waits for a lock."""
    connection = _connect(path, patience, "synchronous=FULL", "foreign_keys=ON", anywhere=True)
    try:
        _write_ahead(connection, patience)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """
    Keep what is written in a log beside the file. While another process opens a new file SQLite
    does not wait for it here, as it does everywhere else.
    """
    end = perf_counter() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if code_of(error) not in LOCKED or perf_counter() > end:
                raise
        sleep(MOMENT_S)


def reader_of(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that can't write."""
    return _connect(path, patience, "query_only=ON")


def _connect(
    path: Path, patience: float, *pragmas: str, anywhere: bool = False
) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path,
        timeout=patience,
        isolation_level=None,
        check_same_thread=not anywhere,
        cached_statements=STATEMENTS_KEPT,
    )
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def code_of(error: Exception) -> int:
    """The primary code: the low byte of extended ones as SQLITE_BUSY_SNAPSHOT."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
