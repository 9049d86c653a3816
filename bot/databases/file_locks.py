"""Locks beside a SQLite file: each is a small file of its own that SQLite holds locked."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.ports import DatabaseUnavailable


class FileLocks:
    """
    One holder of locks. SQLite's own file locks work on every system, and end with the process.

    The locked file is never written to, so it can't be damaged; it is left there, empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[str, sqlite3.Connection] = {}

    async def take(self, name: str) -> bool:
        """Take it if it is free; it takes no time worth a thread."""
        if name in self._held:
            return False
        try:
            connection = sqlite3.connect(f"{self._path}-{name}", timeout=0, isolation_level=None)
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except BaseException:
                connection.close()
                raise
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            reason = f"The file {self._path}-{name} can't be locked: {error}."
            raise DatabaseUnavailable(reason) from error
        self._held[name] = connection
        return True

    async def keeps(self, name: str) -> bool:
        """Whether it is held."""
        return name in self._held

    async def release(self, name: str) -> None:
        """Let others have it."""
        if connection := self._held.pop(name, None):
            with closing(connection):
                connection.execute("ROLLBACK")

    async def close(self) -> None:
        """Let go of them all."""
        for name in list(self._held):
            await self.release(name)
