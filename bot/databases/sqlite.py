"""
SQLite through aiosqlite: a plain function is one transaction, one hop to a thread at most.

A short read needs no hop: it takes less time than the way to a thread and back.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from math import inf
from pathlib import Path
from time import perf_counter, sleep
from typing import Any, TypeVar

import aiosqlite

from bot.databases.file_locks import FileLocks
from bot.ports import DatabaseUnavailable
from core.transaction import Row, Transaction, Value

T = TypeVar("T")

WRITE = "BEGIN IMMEDIATE"
READ = "BEGIN DEFERRED"

AT_ONCE_S = 0.002  # what a read may take on the event loop's own thread
MOMENT_S = 0.01  # between two tries of what SQLite does not wait for by itself
LOOK_STEPS = 1_000  # of SQLite's machine, between two looks at the clock: some 0.02 ms
GROUP_MAX = 64  # works that share a commit
STATEMENTS_KEPT = 512  # prepared statements per connection; sqlite3's own 128 is less than we have

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
UNAVAILABLE = {
    **dict.fromkeys(LOCKED, "{path} is locked by another process: let it finish, or stop it"),
    sqlite3.SQLITE_FULL: "{path} can't grow, the disk is full: free some space",
    sqlite3.SQLITE_READONLY: "{path} is read-only: let the bot's user write to it and its folder",
    sqlite3.SQLITE_CANTOPEN: "{path} can't be opened: make its folder, let the bot's user write",
    sqlite3.SQLITE_IOERR: "{path} can't be read or written: check its disk",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged: restore it from a backup",
    sqlite3.SQLITE_NOTADB: "{path} is not a SQLite database: name another file, or restore it",
}


class SqliteDatabase:
    """One writer and several readers of one file; readers never wait for the writer (WAL)."""

    def __init__(
        self, path: Path, glance: "Glance", writer: "Writer", readers: Sequence["Reader"]
    ) -> None:
        self._path = path
        self._glance = glance
        self._writer = writer
        self._readers = readers
        self._idle: asyncio.LifoQueue[Reader] = asyncio.LifoQueue()
        self._closed = False
        for reader in readers:
            self._idle.put_nowait(reader)

    @classmethod
    async def open(
        cls, path: str | Path, *, readers: int = 4, patience: float = 5.0
    ) -> "SqliteDatabase":
        """
        Open the file, made when missing; patience is how long a transaction waits for a lock.

        Raises DatabaseUnavailable, and ValueError for a database in memory, which is private to
        each connection.
        """
        if str(path) in ("", ":memory:"):
            raise ValueError("SQLite in memory can't be shared between connections: name a file.")
        path = Path(path)
        writer = Writer(partial(_writer, path, patience))
        pool = [Reader(partial(_reader, path, patience), 1) for _ in range(readers)]
        opened: list[Connection] = []
        try:
            with _translating(path):
                for connection in (writer, *pool):
                    await connection
                    opened.append(connection)
                glance = Glance(path)
        except BaseException:
            await _stop(opened)
            # the one that failed has stopped itself, and tells this loop so: the loop must live
            await asyncio.to_thread(connection._thread.join)
            raise
        return cls(path, glance, writer, pool)

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes; IMMEDIATE, as a lock upgraded later fails without waiting."""
        self._check_open()
        with _translating(self._path):
            return await self._writer.run(work)

    async def run_alone(self, work: Callable[[Transaction], T]) -> T:
        """Run it like any other: the file has one write lock, so every writer is alone."""
        return await self.run(work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """
        Run the work on one snapshot: at once if it is short, else in a reader's thread.

        A cancelled caller's reader is busy till its work ends.
        """
        self._check_open()
        with _translating(self._path):
            try:
                return self._glance.read(work)
            except NotAtOnce:
                return await self._read_in_thread(work)

    async def read_long(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one snapshot, in a reader's thread from its beginning."""
        self._check_open()
        with _translating(self._path):
            return await self._read_in_thread(work)

    async def _read_in_thread(self, work: Callable[[Transaction], T]) -> T:
        reader = await self._idle.get()
        try:
            return await reader.read(work)
        finally:
            self._idle.put_nowait(reader)

    def locks(self, *, silent_s: float = 0) -> FileLocks:
        """Locks that all processes on this file share; a paused process keeps its own."""
        return FileLocks(self._path)

    async def close(self) -> None:
        """Finish what is queued and end every thread."""
        self._closed = True
        self._glance.close()
        await _stop([*self._readers, self._writer])

    def _check_open(self) -> None:
        if self._closed:
            raise DatabaseUnavailable(f"The database {self._path} is closed.")


class NotAtOnce(Exception):
    """The read met a lock, or is long: it is to be done in a thread, from its beginning."""


class Glance:
    """
    Reads on the event loop's own thread, without waiting: what would take long is broken off.

    The thread's wake-ups and its turns at the interpreter cost several times what most reads do.
    """

    def __init__(self, path: Path) -> None:
        self._until = inf
        self._connection = _reader(path, 0)
        self._connection.set_progress_handler(self._is_late, LOOK_STEPS)

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work. Raises NotAtOnce."""
        connection = self._connection
        tx = SqliteTransaction(connection, reads=True)
        connection.execute(READ)
        self._until = perf_counter() + AT_ONCE_S
        try:
            with _refusing_writes():
                return _done(tx, work)
        except Exception:
            if tx.failure and _code(tx.failure) in (*LOCKED, sqlite3.SQLITE_INTERRUPT):
                raise NotAtOnce from None
            raise
        finally:
            self._until = inf
            if connection.in_transaction:  # some errors end it themselves
                connection.execute("ROLLBACK")

    def _is_late(self) -> bool:
        return perf_counter() > self._until

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class Connection(aiosqlite.Connection):
    """A connection and its thread; a whole transaction is one entry in the thread's queue."""

    def _whole(self, begin: str, work: Callable[[Transaction], T]) -> T:
        with self._transaction(begin):
            return _done(SqliteTransaction(self._conn, reads=begin is READ), work)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._conn.execute(begin)
        try:
            yield
            self._conn.execute("COMMIT")
        finally:
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")


class Reader(Connection):
    """Reads a snapshot."""

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in one hop to the thread."""
        with _refusing_writes():
            result: T = await self._execute(self._whole, READ, work)  # type: ignore[no-untyped-call]
        return result


class Writer(Connection):
    """
    Commits in groups: what waits when the thread is free shares one COMMIT, so one flush to disk.

    Each work keeps its own savepoint, and is answered only after the commit. If the group fails
    as a whole, each work is repeated in a transaction of its own.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=1)
        self._waiting: deque[tuple[asyncio.Future[Any], Callable[[Transaction], Any]]] = deque()

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Run the work as one transaction, in one hop to the thread."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._waiting.append((future, work))
        # it finds nothing to do when the one before it took this work along
        self._tx.put_nowait((None, partial(self._drain, loop)))
        return await future

    def _drain(self, loop: asyncio.AbstractEventLoop) -> None:
        group = [self._waiting.popleft() for _ in range(min(len(self._waiting), GROUP_MAX))]
        if group:
            futures, works = zip(*group, strict=True)
            loop.call_soon_threadsafe(_answer, futures, self._outcomes(works))

    def _outcomes(self, works: Sequence[Callable[[Transaction], Any]]) -> list["Outcome"]:
        if len(works) > 1:
            with suppress(GroupFailed):
                return self._together(works)
        return [_caught(partial(self._whole, WRITE, work)) for work in works]

    def _together(self, works: Sequence[Callable[[Transaction], Any]]) -> list["Outcome"]:
        outcomes = []
        try:
            with self._transaction(WRITE):
                for work in works:
                    self._conn.execute("SAVEPOINT work")
                    outcome = _caught(partial(_done, SqliteTransaction(self._conn), work))
                    if outcome[1] is not None:
                        self._conn.execute("ROLLBACK TO work")
                    self._conn.execute("RELEASE work")
                    outcomes.append(outcome)
        except Exception as error:  # any: each caller must be answered
            if _code(error) in LOCKED:  # it would be for each of them, one patience after another
                return [(None, error)] * len(works)
            raise GroupFailed from error
        return outcomes


class GroupFailed(Exception):
    """A full disk or a broken deferred constraint undid the whole group."""


Outcome = tuple[Any, BaseException | None]


def _caught(act: Callable[[], Any]) -> Outcome:
    try:
        return act(), None
    except BaseException as error:
        return None, error


def _answer(futures: Sequence[asyncio.Future[Any]], outcomes: Sequence[Outcome]) -> None:
    for future, (result, error) in zip(futures, outcomes, strict=True):
        if future.done():  # its caller was cancelled
            continue
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)


def _done(tx: "SqliteTransaction", work: Callable[[Transaction], T]) -> T:
    try:
        result = work(tx)
    except StopIteration as error:  # a future can't carry it: the caller would wait forever
        raise RuntimeError("the work raised StopIteration") from error
    if tx.failure:
        raise tx.failure  # hidden by the work
    return result


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


def _writer(path: Path, patience: float) -> sqlite3.Connection:
    connection = _connect(path, patience, "synchronous=FULL", "foreign_keys=ON")
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
            if _code(error) not in LOCKED or perf_counter() > end:
                raise
        sleep(MOMENT_S)


def _reader(path: Path, patience: float) -> sqlite3.Connection:
    return _connect(path, patience, "query_only=ON")


def _connect(path: Path, patience: float, *pragmas: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, cached_statements=STATEMENTS_KEPT
    )
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


async def _stop(connections: Sequence[Connection]) -> None:
    # all are told before any is awaited: a cancelled close leaves no thread either
    stopped = [future for connection in connections if (future := connection.stop())]
    await asyncio.gather(*stopped)


@contextmanager
def _refusing_writes() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        # query_only answers with the plain code, a read-only disk with an extended one
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY:
            raise RuntimeError("read() can't write: use run()") from error
        raise


@contextmanager
def _translating(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = UNAVAILABLE.get(_code(error))
        if sentence is None:
            raise
        raise DatabaseUnavailable(f"The database {sentence.format(path=path)}.") from error


def _code(error: Exception) -> int:
    """The primary code: the low byte of extended ones as SQLITE_BUSY_SNAPSHOT."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
