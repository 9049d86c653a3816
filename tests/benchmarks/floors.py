"""
The floor: one purchase credit written by hand, the fewest statements with which it is correct.

Read the member by the card and lock the row, add the order, the entry and the lot, update the
balance, commit. No use cases, no event loop, no hop to another thread.
"""

import sqlite3
import time
from pathlib import Path
from threading import Lock
from typing import Protocol

import psycopg

FIND = "SELECT id, balance, entries FROM members WHERE card = {0}"
ADD_ORDER = (
    "INSERT INTO orders (shop, id, member_id, placed_at, currency, total, eligible, status,"
    " credited, points) VALUES ('bench', {0}, {0}, {0}, 'EUR', {0}, {0}, 'paid', {0}, {0})"
)
ADD_ENTRY = (
    "INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at,"
    " reference, reason, program_version, operation_id, actor)"
    " VALUES ({0}, {0}, 'order', {0}, {0}, {0}, {0}, {0}, '{{}}', 1, {0}, 'shop:bench')"
)
ADD_LOT = (
    "INSERT INTO lots (member_id, number, points, remaining, available_at, expires_at)"
    " VALUES ({0}, {0}, {0}, {0}, {0}, {0})"
)
UPDATE = "UPDATE members SET balance = {0}, entries = {0} WHERE id = {0}"

YEAR_MS = 366 * 86_400_000

Values = tuple[int | str, ...]


class Floor(Protocol):
    """One caller with a connection of its own."""

    def credit(self, card: str, order_id: str, total: int) -> None:
        """Credit one purchase; it is committed when this returns."""

    def close(self) -> None:
        """Close the connection."""


class SqliteFloor:
    """
    Python's sqlite3 alone, durable as ours: WAL, FULL.

    SQLite has one writer at a time; callers wait at the lock here, as SQLite's own waiting sleeps.
    """

    def __init__(self, path: Path, turn: Lock) -> None:
        self._turn = turn
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}")

    def credit(self, card: str, order_id: str, total: int) -> None:
        """Credit one purchase."""
        execute = self._connection.execute
        with self._turn:
            execute("BEGIN IMMEDIATE")
            member, balance, entries = execute(FIND.format("?"), (card,)).fetchone()
            for statement, values in _writes(member, balance, entries, order_id, total):
                execute(statement.format("?"), values)
            execute("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class PostgresFloor:
    """psycopg alone, every statement prepared."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url)
        self._cursor = self._connection.cursor()

    def credit(self, card: str, order_id: str, total: int) -> None:
        """Credit one purchase."""
        self._execute(f"{FIND} FOR UPDATE", (card,))
        [(member, balance, entries)] = self._cursor.fetchall()
        for statement, values in _writes(member, balance, entries, order_id, total):
            self._execute(statement, values)
        self._connection.commit()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _execute(self, statement: str, values: Values) -> None:
        self._cursor.execute(statement.format("%s").encode(), values, prepare=True)


def _writes(
    member: int, balance: int, entries: int, order_id: str, total: int
) -> tuple[tuple[str, Values], ...]:
    now = int(time.time() * 1000)
    number, points = entries + 1, total // 100
    order = (order_id, member, now, total, total, total, points)
    entry = (member, number, points, now, points, now, f"bench/{order_id}", f"order:{order_id}")
    return (
        (ADD_ORDER, order),
        (ADD_ENTRY, entry),
        (ADD_LOT, (member, number, points, points, now, now + YEAR_MS)),
        (UPDATE, (balance + points, number, member)),
    )
