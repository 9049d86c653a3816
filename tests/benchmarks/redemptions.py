"""
Redemptions: redeem through the Database, against the fewest statements by hand on the raw driver.

The floor takes the member, looks whether the operation is done, takes the points from the lot that
is lost soonest, and writes the entry, the move, the voucher and the operation.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from bot.acts import Acts
from bot.ports import Database
from core.adjusting import adjust
from core.model import MemberId
from core.rewards.redeeming import redeem
from core.tables import members
from core.transaction import Transaction
from tests.benchmarks.floors import FIND, PostgresFloor, SqliteFloor, Values
from tests.benchmarks.rounds import Row, Side, Sizes, at_once, compared, in_threads
from tests.benchmarks.seeding import opened, seeded

REWARD, COST = "coffee", 60
PLENTY = 1_000_000
CALLERS = 8
VOUCHER_MS = 30 * 86_400_000

DONE = "SELECT request FROM operations WHERE member_id = {0} AND id = {0}"
LOT = (
    "SELECT number FROM lots WHERE member_id = {0} AND remaining >= {0} AND available_at <= {0}"
    " ORDER BY expires_at, number LIMIT 1"
)
TAKE = "UPDATE lots SET remaining = remaining - {0} WHERE member_id = {0} AND number = {0}"
ADD_ENTRY = (
    "INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at,"
    " reference, reason, program_version, operation_id, actor)"
    " VALUES ({0}, {0}, 'redemption', {0}, {0}, 0, {0}, {0}, '{{}}', 1, {0}, 'member')"
)
ADD_MOVE = (
    "INSERT INTO moves (member_id, entry_number, lot_number, points) VALUES ({0}, {0}, {0}, {0})"
)
ADD_VOUCHER = (
    "INSERT INTO vouchers (code, member_id, reward_id, title, points, status, issued_at,"
    " expires_at, entry_number, from_stock) VALUES ({0}, {0}, {0}, '{{}}', {0}, 'issued', {0},"
    " {0}, {0}, 0)"
)
ADD_OPERATION = (
    "INSERT INTO operations (member_id, id, request, result, done_at)"
    " VALUES ({0}, {0}, 'redeem', {0}, {0})"
)
UPDATE = "UPDATE members SET balance = {0}, entries = {0} WHERE id = {0}"

Run = Callable[[str, Values], list[tuple[Any, ...]]]


class Till(Protocol):
    """One caller with a connection of its own."""

    def redeem(self, card: str, code: str) -> None:
        """Redeem one reward; it is committed when this returns."""

    def close(self) -> None:
        """Close the connection."""


class SqliteTill(SqliteFloor):
    """Python's sqlite3 alone."""

    def redeem(self, card: str, code: str) -> None:
        """Redeem one reward."""
        execute = self._connection.execute
        with self._turn:
            execute("BEGIN IMMEDIATE")
            _redeem(lambda sql, values: execute(sql.format("?"), values).fetchall(), card, code)
            execute("COMMIT")


class PostgresTill(PostgresFloor):
    """psycopg alone."""

    def redeem(self, card: str, code: str) -> None:
        """Redeem one reward."""
        _redeem(self._rows, card, code)
        self._connection.commit()

    def _rows(self, sql: str, values: Values) -> list[tuple[Any, ...]]:
        self._execute(f"{sql} FOR UPDATE" if sql == FIND else sql, values)
        return self._cursor.fetchall() if self._cursor.description else []


def _redeem(run: Run, card: str, code: str) -> None:
    now = int(time.time() * 1000)
    [(member, balance, entries)] = run(FIND, (card,))
    assert not run(DONE, (member, code))
    [(lot,)] = run(LOT, (member, COST, now))
    number = entries + 1
    run(TAKE, (COST, member, lot))
    run(ADD_ENTRY, (member, number, -COST, now, now, code, code))
    run(ADD_MOVE, (member, number, lot, -COST))
    run(ADD_VOUCHER, (code, member, REWARD, COST, now, now + VOUCHER_MS, number))
    run(ADD_OPERATION, (member, code, code, now))
    run(UPDATE, (balance - COST, number, member))


async def on_sqlite(folder: Path, sizes: Sizes) -> list[Row]:
    """SQLite, every commit on the disk before it is answered."""
    floor = folder / "floor.db"
    urls = (f"sqlite:///{folder / 'redemptions.db'}", f"sqlite:///{floor}")
    return [await _measured("SQLite", urls, partial(SqliteTill, floor, Lock()), sizes)]


async def on_postgres(urls: tuple[str, str], sizes: Sizes) -> list[Row]:
    """PostgreSQL; the floor has a database of its own."""
    return [await _measured("PostgreSQL", urls, partial(PostgresTill, urls[1]), sizes)]


async def _measured(
    engine: str, urls: tuple[str, str], make: Callable[[], Till], sizes: Sizes
) -> Row:
    (_, ids), (cards, _) = [await _rich(url, sizes.members) for url in urls]
    async with opened(urls[0]) as (database, acts):
        with ExitStack() as stack:
            threads = stack.enter_context(ThreadPoolExecutor(CALLERS))
            tills = [stack.enter_context(closing(make())) for _ in range(CALLERS)]
            numbers = count(1)
            return await compared(
                f"redemptions, {engine}, {CALLERS} at once",
                ours=_ours(database, acts, ids, numbers),
                floor=_floor(tills, threads, cards, numbers),
                count=sizes.credits,
                rounds=sizes.rounds,
                bar=None,
            )


async def _rich(url: str, number: int) -> tuple[list[str], list[MemberId]]:
    """Members who can redeem all day: their cards and ids."""
    cards = await seeded(url, number)
    async with opened(url) as (database, acts):
        return cards, [await database.run(partial(_give, acts, card)) for card in cards]


def _give(acts: Acts, card: str, tx: Transaction) -> MemberId:
    member_id = members.by_key(tx, "card", card)
    assert member_id
    act = acts.new("plenty", actor="shop:bench")
    adjust(tx, act, member_id=member_id, points=PLENTY, reason="bench")
    return member_id


def _ours(database: Database, acts: Acts, ids: list[MemberId], numbers: Iterator[int]) -> Side:
    async def one(number: int) -> None:
        act = acts.new(f"redeem:{number}", actor="member")
        member_id = ids[number % len(ids)]
        await database.run(partial(redeem, act=act, member_id=member_id, reward_id=REWARD))

    return at_once(CALLERS, numbers, one)


def _floor(
    tills: list[Till], threads: ThreadPoolExecutor, cards: list[str], numbers: Iterator[int]
) -> Side:
    def one(till: Till, number: int) -> None:
        till.redeem(cards[number % len(cards)], f"CODE{number}")

    return in_threads(tills, threads, numbers, one)
