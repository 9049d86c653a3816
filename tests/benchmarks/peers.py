"""
What a shop would otherwise write: the same purchase credit with SQLAlchemy's async session.

Every await is a hop to the connection's thread and back; as durable as ours (WAL, FULL), and with
BEGIN IMMEDIATE as SQLAlchemy's documentation has it, else two writers would meet in the middle.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import ForeignKey, event, insert, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.acts import Acts
from tests.benchmarks.credits import TOTAL, ours
from tests.benchmarks.rounds import Row, Side, Sizes, at_once, compared
from tests.benchmarks.seeding import opened, seeded

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=60000")
YEAR_MS = 366 * 86_400_000
Sessions = async_sessionmaker[AsyncSession]


class Base(DeclarativeBase):
    """The tables of the peer."""


class Member(Base):
    """Who has the points."""

    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(unique=True)
    balance: Mapped[int]
    entries: Mapped[int]


class Order(Base):
    """What was bought."""

    __tablename__ = "orders"
    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), index=True)
    placed_at: Mapped[int]
    total: Mapped[int]
    points: Mapped[int]


class Entry(Base):
    """A line of the ledger."""

    __tablename__ = "entries"
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    points: Mapped[int]
    occurred_at: Mapped[int]
    operation_id: Mapped[str] = mapped_column(unique=True)


class Lot(Base):
    """Points with a date of their own."""

    __tablename__ = "lots"
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    remaining: Mapped[int]
    expires_at: Mapped[int]


async def on_sqlite(folder: Path, sizes: Sizes) -> list[Row]:
    """The same credit, ours and theirs, on SQLite."""
    url = f"sqlite:///{folder / 'credits.db'}"
    cards, rows = await seeded(url, sizes.members), []
    async with opened(url) as (database, acts), _peer(folder / "peer.db", cards) as sessions:
        orders = count(1)
        for callers in (1, 8):
            row = await compared(
                f"purchase credits, SQLite, {callers} at once, to SQLAlchemy async",
                ours=ours(database, acts, cards, orders, callers),
                floor=_theirs(sessions, acts, cards, orders, callers),
                count=sizes.credits,
                rounds=sizes.rounds,
                bar=1.0,
            )
            rows.append(row)
    return rows


@asynccontextmanager
async def _peer(path: Path, cards: list[str]) -> AsyncIterator[Sessions]:
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
    event.listen(engine.sync_engine, "connect", _durable)
    event.listen(engine.sync_engine, "begin", _begin)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        empty = {"balance": 0, "entries": 0}
        await connection.execute(insert(Member), [{"card": card, **empty} for card in cards])
    yield async_sessionmaker(engine)
    await engine.dispose()


def _durable(connection: Any, record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours to say
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _theirs(
    sessions: Sessions, acts: Acts, cards: list[str], orders: Iterator[int], callers: int
) -> Side:
    async def credit(order: int) -> None:
        await _credit(sessions, acts, cards[order % len(cards)], f"{order}")

    return at_once(callers, orders, credit)


async def _credit(sessions: Sessions, acts: Acts, card: str, order_id: str) -> None:
    now, points = int(acts.clock().timestamp() * 1000), TOTAL // 100
    async with sessions.begin() as session:
        member = (await session.scalars(select(Member).where(Member.card == card))).one()
        member.entries += 1
        member.balance += points
        mine = {"member_id": member.id, "number": member.entries}
        session.add(
            Order(id=order_id, member_id=member.id, placed_at=now, total=TOTAL, points=points)
        )
        session.add(Entry(**mine, points=points, occurred_at=now, operation_id=f"order:{order_id}"))
        session.add(Lot(**mine, remaining=points, expires_at=now + YEAR_MS))
