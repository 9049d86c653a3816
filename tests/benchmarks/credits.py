"""Purchase credits: record_order through the Database, against the same by hand on the driver."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import count
from pathlib import Path

from bot.acts import Acts
from bot.databases.migrating import migrate
from bot.databases.opening import open_database
from bot.ports import Database
from bot.programs import read_program
from core.earning import Buyer, OrderReport, OrderResult, record_order
from core.joining import Newcomer, join_chat
from core.model import Channel, Member, OrderStatus
from core.tables import chats
from core.transaction import Transaction
from tests.benchmarks.floors import Floor, PostgresFloor, SqliteFloor
from tests.benchmarks.rounds import Row, Side, Sizes, compared

CALLERS = (1, 8)
TOTAL = 1_000  # minor units
FIRST_SENDER = 1_000_000


async def on_sqlite(folder: Path, sizes: Sizes) -> list[Row]:
    """SQLite, every commit on the disk before it is answered."""
    ours, floor = (f"sqlite:///{folder / name}.db" for name in ("ours", "floor"))
    by_hand = partial(SqliteFloor, folder / "floor.db")
    return await _measured("SQLite", (ours, floor), by_hand, sizes, bar=0.5)


async def on_postgres(ours: str, floor: str, sizes: Sizes) -> list[Row]:
    """PostgreSQL; each side has a database of its own."""
    by_hand = partial(PostgresFloor, floor)
    return await _measured("PostgreSQL", (ours, floor), by_hand, sizes, bar=0.6)


async def _measured(
    engine: str, urls: tuple[str, str], by_hand: Callable[[], Floor], sizes: Sizes, *, bar: float
) -> list[Row]:
    rows = []
    async with AsyncExitStack() as stack:
        cards, others = [await _prepared(url, sizes.members) for url in urls]
        database = await stack.enter_async_context(opened(urls[0]))
        acts = await acts_for(database)
        orders = count(1)
        for callers in CALLERS:
            floors = [by_hand() for _ in range(callers)]
            for floor in floors:
                stack.callback(floor.close)
            threads = stack.enter_context(ThreadPoolExecutor(callers))
            rows.append(
                await compared(
                    f"purchase credits, {engine}, {callers} at once",
                    ours=_ours(database, acts, cards, orders, callers),
                    floor=_floor(floors, threads, others, orders),
                    count=sizes.credits,
                    rounds=sizes.rounds,
                    bar=bar,
                )
            )
    return rows


def _ours(
    database: Database, acts: Acts, cards: list[str], orders: Iterator[int], callers: int
) -> Side:
    async def one(order: int) -> None:
        act = acts.new(f"order:{order}", actor="shop:bench")
        result = await database.run(partial(_credit, act, _report(acts, cards, order)))
        assert result.awarded

    async def caller(todo: Iterator[int]) -> None:
        for order in todo:
            await one(order)

    async def side(operations: int) -> None:
        todo = iter([next(orders) for _ in range(operations)])
        async with asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(caller(todo))

    return side


def _floor(
    floors: list[Floor], threads: ThreadPoolExecutor, cards: list[str], orders: Iterator[int]
) -> Side:
    def caller(place: int, todo: list[int]) -> None:
        credit = floors[place].credit
        for order in todo[place :: len(floors)]:
            credit(cards[order % len(cards)], f"{order}", TOTAL)

    async def side(operations: int) -> None:
        todo = [next(orders) for _ in range(operations)]
        loop = asyncio.get_running_loop()
        await asyncio.gather(
            *(loop.run_in_executor(threads, caller, place, todo) for place in range(len(floors)))
        )

    return side


def _report(acts: Acts, cards: list[str], order: int) -> OrderReport:
    return OrderReport(
        shop="bench",
        order_id=f"{order}",
        buyer=Buyer(card=cards[order % len(cards)]),
        placed_at=acts.clock(),
        currency=acts.program.currency,
        total=TOTAL,
        shipping=0,
        tax=0,
        status=OrderStatus.PAID,
    )
