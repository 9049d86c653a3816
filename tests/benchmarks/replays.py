"""
The second floor: the very statements of a purchase credit, on the raw driver.

They are recorded once. What is left to lose against this floor is what Python does around them.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

import psycopg

from bot.databases.libpq import numbered
from bot.databases.postgres_transaction import ADAPTERS
from core.transaction import Row, Transaction, Value

Statement = tuple[str, Mapping[str, Value]]
BALANCE, ENTRIES = 7, 8  # their places in the row of the member


class Recorder:
    """A transaction that remembers what it was asked."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self.statements: list[Statement] = []

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run and remember one statement."""
        self.statements.append((sql, values))
        return self._tx.rows(sql, **values)

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Run and remember one statement."""
        self.statements.append((sql, values))
        return self._tx.lock(sql, **values)

    def send(self, sql: str, **values: Value) -> None:
        """Run and remember one statement."""
        self.statements.append((sql, values))
        self._tx.send(sql, **values)

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Run and remember a statement for each of the batch's parameters."""
        self.statements += [(sql, values) for values in batch]
        self._tx.many(sql, batch)


class SqliteReplay:
    """Python's sqlite3 alone; callers wait at the lock as SqliteFloor's do."""

    def __init__(self, path: Path, turn: Lock, statements: Sequence[Statement]) -> None:
        self._turn = turn
        self._statements = statements
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}")

    def credit(self, card: str, order_id: str, total: int) -> None:
        """Credit one purchase."""
        (lock, said), *others = self._statements
        execute = self._connection.execute
        with self._turn:
            execute("BEGIN IMMEDIATE")
            member = execute(lock, {**said, "card": card, "order_id": order_id}).fetchone()
            for sql, values in others:
                execute(sql, _now(sql, values, member, order_id, total)).fetchall()
            execute("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class PostgresReplay:
    """psycopg alone."""

    def __init__(self, url: str, statements: Sequence[Statement]) -> None:
        self._statements = [(sql, *numbered(sql), values) for sql, values in statements]
        self._connection = psycopg.connect(url, context=ADAPTERS)
        self._cursor = psycopg.RawCursor(self._connection)

    def credit(self, card: str, order_id: str, total: int) -> None:
        """Credit one purchase."""
        (_, lock, keys, said), *others = self._statements
        execute = self._cursor.execute
        said = {**said, "card": card, "order_id": order_id}
        execute(lock, [said[name] for name in keys], prepare=True)
        [member] = self._cursor.fetchall()
        for sql, query, names, recorded in others:
            values = _now(sql, recorded, member, order_id, total)
            execute(query, [values[name] for name in names], prepare=True)
        self._connection.commit()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _now(
    sql: str, recorded: Mapping[str, Value], member: Row, order_id: str, total: int
) -> dict[str, Value]:
    """The recorded values, with those of this member and this order in their places."""
    number = member[ENTRIES] + 1
    fresh = {
        "id": member[0] if sql.startswith("UPDATE members") else order_id,
        "member": member[0],
        "member_id": member[0],
        "number": number,
        "entries": number,
        "balance": member[BALANCE] + total // 100,
        "reference": f"bench/{order_id}",
        "operation": f"order:{order_id}",
    }
    return {name: fresh.get(name, value) for name, value in recorded.items()}
