"""PostgreSQL's advisory locks, by which processes agree who does what only one may do."""

import asyncio
from contextlib import suppress
from hashlib import sha256

import psycopg

from bot.ports import DatabaseUnavailable
from core.transaction import Row

LOCKS_SESSION = {  # the server notices within 10 s that we are gone, even if our machine died
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "statement_timeout": "5s",
}


class PostgresLocks:
    """
    One holder of session locks: the server frees them as soon as the connection ends.

    It ends with the process. That of a paused one lives on, so the server ends it when it was
    silent for too long.

    It must reach the server itself or a pooler in session mode: one that gives each transaction
    another session would lose the locks.
    """

    def __init__(self, url: str, server: str, silent_s: float) -> None:
        self._url = url
        self._server = server
        self._silent_s = silent_s
        self._connection: psycopg.Connection[Row] | None = None
        self._held: set[str] = set()
        self._one_by_one = asyncio.Lock()

    async def take(self, name: str) -> bool:
        """Take it if it is free."""
        if name in self._held:
            return False  # the server would count it twice
        if taken := await self._ask("SELECT pg_try_advisory_lock(%s)", name):
            self._held.add(name)
        return taken

    async def keeps(self, name: str) -> bool:
        """Whether the connection that holds it still lives."""
        return name in self._held and await self._ask("SELECT %s::bigint IS NOT NULL", name)

    async def release(self, name: str) -> None:
        """Let others have it."""
        if name in self._held:
            self._held.discard(name)
            with suppress(DatabaseUnavailable):  # then it is free already
                await self._ask("SELECT pg_advisory_unlock(%s)", name)

    async def close(self) -> None:
        """Let go of them all, at once: a server notices later that a connection was closed."""
        for name in tuple(self._held):
            await self.release(name)
        async with self._one_by_one:
            self._forget()

    async def _ask(self, sql: str, name: str) -> bool:
        async with self._one_by_one:
            return await asyncio.to_thread(self._asked, sql, _lock_key(name))

    def _asked(self, sql: str, key: int) -> bool:
        try:
            if self._connection is None:
                self._connection = self._connect()
            row = self._connection.execute(sql, [key]).fetchone()
        except psycopg.Error as error:
            self._forget()
            raise DatabaseUnavailable(f"The {self._server} did not answer: {error}") from error
        return bool(row and row[0])

    def _connect(self) -> psycopg.Connection[Row]:
        connection = psycopg.connect(
            self._url, autocommit=True, connect_timeout=5, keepalives_idle=4,
            keepalives_interval=2, keepalives_count=3,
        )  # fmt: skip
        silence = {"idle_session_timeout": f"{int(self._silent_s * 1000)}ms"}
        for name, value in (LOCKS_SESSION | silence).items():
            connection.execute("SELECT set_config(%s, %s, false)", [name, value])
        return connection

    def _forget(self) -> None:
        self._held.clear()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _lock_key(name: str) -> int:
    """The number of a lock, as the server knows it."""
    return int.from_bytes(sha256(f"loyalty:{name}".encode()).digest()[:8], signed=True)
