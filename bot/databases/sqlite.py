"""
SQLite: a plain function is one transaction, one hop to a thread at most.

A short read needs no hop: it takes less time than the way to a thread and back.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from bot.databases.file_locks import FileLocks
from bot.databases.sqlite_connection import (
    AT_ONCE_S,
    LOCKED,
    LOOK_STEPS,
    READ,
    Connection,
    SqliteTransaction,
    code_of,
    done,
    reader_of,
    writer_of,
)
from bot.databases.sqlite_writer import Writer
from bot.ports import DatabaseUnavailable, DatabaseUrlWrong
from core.transaction import Transaction

T = TypeVar("T")

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
        self, path: Path, glance: "Glance", writer: Writer, readers: Sequence["Reader"]
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

        Raises DatabaseUnavailable, and DatabaseUrlWrong for a database in memory, which is private
        to each connection.
        """
        if str(path) in ("", ":memory:"):
            raise DatabaseUrlWrong(
                "SQLite in memory can't be shared between connections: name a file in"
                " LOYALTY_DATABASE_URL, or in --to of `move`."
            )
        path = Path(path)
        writer = Writer(partial(writer_of, path, patience), patience)
        pool = [Reader(partial(reader_of, path, patience), 1) for _ in range(readers)]
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

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes; on the event loop, but for the commit, while it can be."""
        self._check_open()
        with _translating(self._path):
            return await self._writer.run(work, short=True)

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
        self._connection = reader_of(path, 0)
        self._connection.set_progress_handler(self._is_late, LOOK_STEPS)

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work. Raises NotAtOnce."""
        connection = self._connection
        tx = SqliteTransaction(connection, reads=True)
        connection.execute(READ)
        self._until = perf_counter() + AT_ONCE_S
        try:
            with _refusing_writes():
                return done(tx, work)
        except Exception:
            if tx.failure and code_of(tx.failure) in (*LOCKED, sqlite3.SQLITE_INTERRUPT):
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


class Reader(Connection):
    """Reads a snapshot."""

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in one hop to the thread."""
        with _refusing_writes():
            result: T = await self._execute(self._whole, READ, work)  # type: ignore[no-untyped-call]
        return result


@contextmanager
def _refusing_writes() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        # query_only answers with the plain code, a read-only disk with an extended one
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY:
            raise RuntimeError("read() can't write: use run()") from error
        raise


async def _stop(connections: Sequence[Connection]) -> None:
    # all are told before any is awaited: a cancelled close leaves no thread either
    stopped = [future for connection in connections if (future := connection.stop())]
    await asyncio.gather(*stopped)


@contextmanager
def _translating(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = UNAVAILABLE.get(code_of(error))
        if sentence is None:
            raise
        raise DatabaseUnavailable(f"The database {sentence.format(path=path)}.") from error
