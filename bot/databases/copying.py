"""
All rows from one database into another, empty one: from SQLite to PostgreSQL, or back.

What tables there are, and in which order they can be filled, is read from the migrations: from a
database in memory that they make.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from graphlib import TopologicalSorter
from queue import Empty, Full, Queue
from threading import Event
from typing import TypeVar

from bot.databases.migrating import migrate, ours, statements
from bot.ports import Database, WorldError
from core.tables import ledger
from core.transaction import Row, Transaction

T = TypeVar("T")

BATCH = 1_000
AHEAD = 4  # batches that are read before they are written
WAKE_S = 0.2  # how often each side looks whether the other gave up

Told = Callable[[str, int], None]
Batch = tuple["Table", Sequence[Row]]


class NotMoved(WorldError):
    """Nothing was moved; the message says why."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns, and those of its key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def page(self) -> str:
        """The next rows after a key; none of a table without one, whose first page is all of it."""
        if not self.key:
            return f"{self._rows} WHERE 1 = 0"
        mine = ", ".join(self.key)
        after = ", ".join(f":{name}" for name in self.key)
        return f"{self._rows} WHERE ({mine}) > ({after}) ORDER BY {mine} LIMIT {BATCH}"

    @property
    def first_page(self) -> str:
        """The first rows."""
        return (
            f"{self._rows} ORDER BY {', '.join(self.key)} LIMIT {BATCH}" if self.key else self._rows
        )

    @property
    def _rows(self) -> str:
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"  # noqa: S608 names of our migrations

    @property
    def insert(self) -> str:
        """One row."""
        values = ", ".join(f":{name}" for name in self.columns)
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({values})"  # noqa: S608 same

    @property
    def count(self) -> str:
        """How many rows there are."""
        return f"SELECT COUNT(*) FROM {self.name}"  # noqa: S608 same


@lru_cache(maxsize=1)
def tables() -> list[Table]:
    """Every table of ours, those that others refer to first."""
    with closing(sqlite3.connect(":memory:")) as empty:
        for _, sql in ours():
            for statement in statements(sql):
                empty.execute(statement)
        names = [
            name
            for (name,) in empty.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        refers = {
            name: {row[2] for row in empty.execute(f"PRAGMA foreign_key_list({name})")} - {name}
            for name in sorted(names)
        }
        return [_table(empty, name) for name in TopologicalSorter(refers).static_order()]


def _table(empty: sqlite3.Connection, name: str) -> Table:
    columns = empty.execute(f"PRAGMA table_info({name})").fetchall()
    key = sorted((row[5], row[1]) for row in columns if row[5])
    return Table(name, tuple(row[1] for row in columns), tuple(column for _, column in key))


async def move(source: Database, target: Database, told: Told) -> dict[str, int]:
    """
    Copy every row, as at one moment, or none; how many of each table. Told hears of each batch.

    Raises NotMoved when the target is not empty, or when what arrived is not what left.
    """
    await migrate(source)
    await migrate(target)
    queue: Queue[Batch | None] = Queue(AHEAD)
    over = Event()
    give = _once(partial(_give, queue, over), "the database it is read from")
    take = _once(partial(_take, queue, over, told), "the new database")
    async with asyncio.TaskGroup() as both:
        both.create_task(_ending(source.read_long(give), over))
        counts = both.create_task(_ending(target.run_alone(take), over))
    return counts.result()


def _once(work: Callable[[Transaction], T], whose: str) -> Callable[[Transaction], T]:
    """A database does a work again when its connection breaks; but half of the queue is gone."""
    begun = Event()

    def work_once(tx: Transaction) -> T:
        if begun.is_set():
            raise NotMoved(f"Nothing was moved: {whose} broke the connection. Try again.")
        begun.set()
        return work(tx)

    return work_once


async def _ending(work: Awaitable[T], over: Event) -> T:
    """Do the work; the other side is told when it has ended, whatever came of it."""
    try:
        return await work
    finally:
        over.set()


def _give(queue: "Queue[Batch | None]", over: Event, tx: Transaction) -> None:
    """Put all rows into the queue, table by table, and the end."""
    for table in tables():
        rows = tx.rows(table.first_page)
        while rows:
            if not _put(queue, (table, rows), over, tx):
                return
            last = dict(zip(table.columns, rows[-1], strict=True))
            rows = tx.rows(table.page, **{name: last[name] for name in table.key})
    _put(queue, None, over, tx)


def _put(queue: "Queue[Batch | None]", batch: Batch | None, over: Event, tx: Transaction) -> bool:
    """Put it there as soon as there is room; False when nobody takes it any more."""
    while not over.is_set():
        with suppress(Full):
            queue.put(batch, timeout=WAKE_S)
            return True
        tx.rows("SELECT 1")  # a transaction that is silent for long is ended by the server
    return False


def _take(queue: "Queue[Batch | None]", over: Event, told: Told, tx: Transaction) -> dict[str, int]:
    """Write what is in the queue, up to its end, and look whether it is all right."""
    counts = _emptied(tx)
    while (batch := _next(queue, over)) is not None:
        table, rows = batch
        tx.many(table.insert, [dict(zip(table.columns, row, strict=True)) for row in rows])
        counts[table.name] += len(rows)
        told(table.name, counts[table.name])
    for table in tables():
        [[found]] = tx.rows(table.count)
        if found != counts[table.name]:
            raise NotMoved(f"{table.name}: {counts[table.name]} rows left, {found} arrived.")
    if drifted := ledger.drifted(tx):
        raise NotMoved(f"The ledgers of {len(drifted)} members do not add up: see `doctor`.")
    return counts


def _next(queue: "Queue[Batch | None]", over: Event) -> Batch | None:
    while True:
        ended = over.is_set()
        with suppress(Empty):
            return queue.get(timeout=WAKE_S)
        if ended:
            raise NotMoved("Nothing was moved: what was there could not be read to its end.")


def _emptied(tx: Transaction) -> dict[str, int]:
    """No rows of any table yet: nobody's data is written over."""
    for table in tables():
        if tx.rows(table.count) != [(0,)]:
            raise NotMoved(
                f"There are rows in {table.name} already: name a new, empty database to move to."
            )
    return dict.fromkeys((table.name for table in tables()), 0)
