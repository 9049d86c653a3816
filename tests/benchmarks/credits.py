"""
Purchase credits: record_order through the Database, against the raw driver: once with the fewest
statements by hand, once with the very statements of ours.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import partial
from itertools import count, product
from pathlib import Path
from threading import Lock

from bot.acts import Acts
from bot.ports import Database
from core.earning.recording import record_order
from core.transaction import Transaction
from tests.benchmarks.floors import Floor, PostgresFloor, SqliteFloor
from tests.benchmarks.replays import PostgresReplay, Recorder, SqliteReplay, Statement
from tests.benchmarks.rounds import Row, Side, Sizes, at_once, compared, in_threads
from tests.benchmarks.seeding import opened, report, seeded

CALLERS = (1, 8)
TOTAL = 1_000  # minor units


async def on_sqlite(folder: Path, sizes: Sizes) -> list[Row]:
    """SQLite, every commit on the disk before it is answered."""
    floor = folder / "floor.db"
    urls = (f"sqlite:///{folder / 'credits.db'}", f"sqlite:///{floor}")
    turn = Lock()
    by_hand, replay = partial(SqliteFloor, floor, turn), partial(SqliteReplay, floor, turn)
    return await _measured("SQLite", urls, by_hand, replay, sizes, bar=0.6)


async def on_postgres(urls: tuple[str, str], sizes: Sizes) -> list[Row]:
    """PostgreSQL; the floor has a database of its own."""
    by_hand, replay = partial(PostgresFloor, urls[1]), partial(PostgresReplay, urls[1])
    return await _measured("PostgreSQL", urls, by_hand, replay, sizes, bar=0.6)


async def _measured(
    engine: str,
    urls: tuple[str, str],
    by_hand: Callable[[], Floor],
    replay: Callable[[Sequence[Statement]], Floor],
    sizes: Sizes,
    *,
    bar: float,
) -> list[Row]:
    cards, others = [await seeded(url, sizes.members) for url in urls]
    async with opened(urls[0]) as (database, acts):
        statements = await database.run(partial(_recorded, acts, cards[0]))
        rows, orders = [], count(1)
        floors: list[tuple[str, Callable[[], Floor], float | None]] = [
            ("", by_hand, bar),
            (", same statements", partial(replay, statements), None),
        ]
        for callers, (kind, make, wanted) in product(CALLERS, floors):
            with ExitStack() as stack:
                threads = stack.enter_context(ThreadPoolExecutor(callers))
                made = [stack.enter_context(closing(make())) for _ in range(callers)]
                row = await compared(
                    f"purchase credits{kind}, {engine}, {callers} at once",
                    ours=ours(database, acts, cards, orders, callers),
                    floor=_floor(made, threads, others, orders),
                    count=sizes.credits,
                    rounds=sizes.rounds,
                    bar=wanted,
                )
            rows.append(row)
    return rows


def _recorded(acts: Acts, card: str, tx: Transaction) -> list[Statement]:
    """The statements of one credit."""
    recorder = Recorder(tx)
    act = acts.new("order:0", actor="shop:bench")
    record_order(recorder, act, report(acts, card, "0", TOTAL))
    return recorder.statements


def ours(
    database: Database, acts: Acts, cards: list[str], orders: Iterator[int], callers: int
) -> Side:
    """Purchases by so many callers at once."""

    async def credit(order: int) -> None:
        act = acts.new(f"order:{order}", actor="shop:bench")
        said = report(acts, cards[order % len(cards)], f"{order}", TOTAL)
        result = await database.run(partial(record_order, act=act, report=said))
        assert result.awarded

    return at_once(callers, orders, credit)


def _floor(
    floors: list[Floor], threads: ThreadPoolExecutor, cards: list[str], orders: Iterator[int]
) -> Side:
    def credit(floor: Floor, order: int) -> None:
        floor.credit(cards[order % len(cards)], f"{order}", TOTAL)

    return in_threads(floors, threads, orders, credit)
