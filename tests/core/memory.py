"""A database in memory, for tests that need a fresh one many times."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.databases.sqlite_connection import SqliteTransaction
from core.transaction import Transaction


@contextmanager
def in_memory(template: Path) -> Iterator[Transaction]:
    """An open transaction on a copy of that SQLite file."""
    with (
        closing(sqlite3.connect(template)) as source,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as connection,
    ):
        source.backup(connection)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("BEGIN")
        yield SqliteTransaction(connection)
