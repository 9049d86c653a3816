"""PostgreSQL through psycopg: a plain function is one transaction on one thread and connection."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from enum import Enum
from functools import partial
from typing import TypeVar

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from bot.databases.libpq import Session
from bot.databases.postgres_locks import PostgresLocks
from bot.databases.postgres_transaction import ADAPTERS, PostgresTransaction
from bot.ports import DatabaseUnavailable, DatabaseUrlWrong
from core.transaction import Transaction

T = TypeVar("T")

REPEATS_MAX = 10  # of a transaction that loses against others
ALONE = 0x6C6F79616C7479  # "loyalty": the advisory lock of run_alone
PAUSED = "15s"  # between two statements: the process was paused, and others wait for its rows
WORKING = "5min"  # in run_alone: it may compute for long, and only its like wait

UNAVAILABLE = {
    "53100": "{server} has no space left on its disk: free some",
    "53300": "{server} has too many connections: raise max_connections, or run fewer processes",
    "55P03": "{server} kept a row or table locked by another session: end that session",
    "42501": "{server} does not let our user make and change tables: make it the database's owner",
    "25006": "{server} accepts no writes, it is a standby: name the primary in the database URL",
}

REPEATABLE = (errors.SerializationFailure, errors.DeadlockDetected)
SHUTDOWNS = (
    errors.AdminShutdown,
    errors.CrashShutdown,
    errors.CannotConnectNow,
    errors.IdleInTransactionSessionTimeout,
)


class LostConnection(Exception):
    """The connection broke before COMMIT was sent, so the server rolled back."""


class Mode(Enum):
    """What a transaction may do."""

    WRITE = "write"
    READ = "read"
    ALONE = "alone"


BEGIN = {
    Mode.WRITE: "BEGIN READ WRITE",
    Mode.ALONE: "BEGIN READ WRITE",
    Mode.READ: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
}


class PostgresDatabase:
    """
    A thread pool, and at most as many connections as it has threads.

    No lock is needed to share them out: a thread takes an idle connection, or makes one.
    """

    def __init__(self, url: str, server: str, connections: int, patience: float) -> None:
        self._url = url
        self._server = server
        self._patience = patience
        self._threads = ThreadPoolExecutor(connections, thread_name_prefix="postgres")
        self._idle: deque[Session] = deque()  # its append and pop are atomic
        self._down_since: float | None = None

    @classmethod
    async def open(
        cls, url: str, *, connections: int = 8, patience: float = 5.0
    ) -> "PostgresDatabase":
        """
        Reach the server; patience is how long to wait for it, or for another session's lock.

        Raises DatabaseUnavailable, and ValueError for a wrong URL.
        """
        database = cls(url, _server(url), connections, patience)
        try:
            await database.read(lambda tx: tx.rows("SELECT 1"))
        except BaseException:
            await database.close()
            raise
        return database

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes; READ COMMITTED, so who takes a member's row waits in line."""
        return await self._hop(work, Mode.WRITE)

    async def run_short(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes, as any: its statements wait for the server."""
        return await self.run(work)

    async def run_alone(self, work: Callable[[Transaction], T]) -> T:
        """Commit the work's writes; others in run_alone, in any process, wait."""
        return await self._hop(work, Mode.ALONE)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one snapshot."""
        return await self._hop(work, Mode.READ)

    async def read_long(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on one snapshot, as any read."""
        return await self.read(work)

    def locks(self, *, silent_s: float = 0) -> PostgresLocks:
        """Advisory locks, on a connection of their own."""
        return PostgresLocks(self._url, self._server, silent_s)

    async def close(self) -> None:
        """Finish what is queued, end the threads and the connections."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._threads.shutdown()
        self._drop_idle()

    async def _hop(self, work: Callable[[Transaction], T], mode: Mode) -> T:
        loop = asyncio.get_running_loop()
        try:
            hop = loop.run_in_executor(self._threads, partial(self._whole, work, mode))
        except RuntimeError as error:  # shut down
            raise DatabaseUnavailable(f"The {self._server} is closed.") from error
        return await hop

    def _whole(self, work: Callable[[Transaction], T], mode: Mode) -> T:
        """Run the work until it wins, and once more if the connection was lost before COMMIT."""
        repeats = losses = clashes = 0
        while True:
            try:
                return self._once(work, mode)
            except REPEATABLE as error:
                repeats += 1
                if repeats > REPEATS_MAX:
                    raise DatabaseUnavailable(f"The {self._server} is too busy.") from error
                time.sleep(random.uniform(0, min(0.002 * 2**repeats, 0.1)))  # noqa: S311 no secret
            except errors.UniqueViolation:
                # Somebody wrote the same key since we looked: looking again finds it there.
                clashes += 1
                if clashes > 1:
                    raise
            except LostConnection as error:
                losses += 1
                if losses > 1:
                    raise DatabaseUnavailable(
                        f"The {self._server} broke the connection twice: see its log."
                    ) from error
                self._drop_idle()  # most likely they died with it
            except StopIteration as error:  # a future can't carry it: the caller would wait forever
                raise RuntimeError("the work raised StopIteration") from error

    def _once(self, work: Callable[[Transaction], T], mode: Mode) -> T:
        with self._session() as session:
            try:
                session.send(BEGIN[mode])
                tx = PostgresTransaction(session)
                if mode is Mode.ALONE:  # however long the other takes: it may be migrating
                    tx.rows("SET LOCAL lock_timeout = 0")
                    tx.rows(f"SET LOCAL idle_in_transaction_session_timeout = '{WORKING}'")
                    tx.rows("SELECT pg_advisory_xact_lock(:key)", key=ALONE)
                result = work(tx)
                if tx.failure:
                    raise tx.failure  # hidden by the work; COMMIT would quietly roll back
            except psycopg.Error as error:
                raise self._translated(error, session, mode) from error
            if mode is not Mode.READ:
                self._commit(session)
        return result

    def _commit(self, session: Session) -> None:
        try:
            session.rows("COMMIT")
        except psycopg.Error as error:
            translated = self._translated(error, session, Mode.WRITE)
            if isinstance(translated, LostConnection):
                # Nobody knows whether it was committed. To repeat it here could do it twice; the
                # caller may, as an operation id makes an act that was done an act already done.
                raise DatabaseUnavailable(
                    f"The {self._server} broke the connection in COMMIT: try the same again."
                ) from error
            raise translated from error

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            session = self._idle.pop()
        except IndexError:
            session = self._connect()
        try:
            yield session
        finally:
            with suppress(psycopg.Error):
                session.roll_back()  # does nothing after a commit
            if session.idle:
                self._idle.append(session)
            else:
                session.close()

    def _connect(self) -> Session:
        """Connect, trying again while the server has been away for less than its patience."""
        pause = 0.05
        while True:
            try:
                connection = psycopg.connect(
                    self._url, context=ADAPTERS, connect_timeout=5, autocommit=True
                )
                break
            except psycopg.OperationalError as error:
                now = time.monotonic()
                self._down_since = self._down_since or now
                if now + pause > self._down_since + self._patience:
                    reason = str(error).splitlines()[0]
                    raise DatabaseUnavailable(
                        f"The {self._server} can't be reached: {reason}"
                    ) from error
                time.sleep(pause)
                pause = min(2 * pause, 0.5)
        self._down_since = None
        connection.execute(
            "SELECT set_config('TimeZone', 'UTC', false), set_config('lock_timeout', %s, false),"
            " set_config('idle_in_transaction_session_timeout', %s, false)",
            [f"{int(self._patience * 1000)}ms", PAUSED],
        )
        return Session(connection)

    def _drop_idle(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle.pop().close()

    def _translated(self, error: psycopg.Error, session: Session, mode: Mode) -> Exception:
        if mode is Mode.READ and isinstance(error, errors.ReadOnlySqlTransaction):
            return RuntimeError("read() can't write: use run()")
        if isinstance(error, REPEATABLE):
            return error
        if session.lost or isinstance(error, SHUTDOWNS):
            return LostConnection(str(error))
        if sentence := UNAVAILABLE.get(error.sqlstate or ""):
            return DatabaseUnavailable(f"The {sentence.format(server=self._server)}.")
        if isinstance(error, psycopg.OperationalError):
            return DatabaseUnavailable(f"The {self._server} could not do it: {error}")
        return error


def _server(url: str) -> str:
    """Say where the database is, for errors; nothing of a wrong URL, it could be the password."""
    with suppress(psycopg.ProgrammingError):
        parts = {key: str(value) for key, value in conninfo_to_dict(url).items()}
        host, port = parts.get("host", "localhost"), parts.get("port", "5432")
        if "@" not in host and port.replace(",", "").isdigit():  # else: a sign not escaped
            return f"PostgreSQL database {parts.get('dbname', '')} at {host}"
    raise DatabaseUrlWrong(
        "The URL of the database (LOYALTY_DATABASE_URL, or --to of `move`) is not valid: write"
        " postgresql://user:password@host/name, and signs in the password as %40."
    )
