"""The schedule: what is due of many members, and everybody's points lost on one day."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from bot import schedule
from bot.acts import Acts, utc_now
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.ports import Database
from bot.programs import preset_text
from core.tables import ledger
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.benchmarks.rounds import Row, Sizes, limited

NOON = utc_now().replace(hour=10)
DUE = 1_000
FEW = 10_000
GROWS_BAR = 1.5  # times as long for what is due, with so many more members
LOTS_A_SECOND_BAR = 1_000_000 / 60
WAIT_MS_BAR = 200
POINTS = 10

MEMBERS = """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
INSERT INTO members (id, status, name, language, card, referral_code, joined_at, tier, tier_since,
    balance, entries, birth_day, birth_month, birthday_set_at)
SELECT n, 'active', 'Ann', 'en', 'card-' || n, 'code-' || n, :joined, 'bronze', :joined,
    :points, 1, CASE WHEN n <= :born THEN :day ELSE 1 + n % 28 END,
    CASE WHEN n <= :born THEN :month ELSE :other END, :joined FROM numbers
"""
ENTRIES = """
INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at, reference,
    reason, program_version, operation_id, actor)
SELECT id, 1, 'signup', :points, joined_at, 0, joined_at, 'signup', '{}', 1, 'join', 'member'
FROM members
"""
LOTS = """
INSERT INTO lots (member_id, number, points, remaining, available_at, expires_at, own_date)
SELECT id, 1, :points, :points, joined_at, CASE WHEN id <= :due THEN :soon ELSE :later END, 0
FROM members
"""
CHATS = """
INSERT INTO chats (channel, address, member_id) SELECT 'telegram', CAST(id AS TEXT), id FROM members
"""


async def due_of_many(folder: Path, sizes: Sizes) -> list[Row]:
    """How much longer a day's birthdays and warnings take with so many members more."""
    few, many = min(FEW, sizes.crowd // 2), sizes.crowd
    due = min(DUE, few)
    crowds = few, few, many  # the first one fills caches
    _, *seconds = [
        await _a_day(folder / f"{place}.db", count, due) for place, count in enumerate(crowds)
    ]
    return [
        limited(
            f"times as long: {due:,} due of {many:,} members, of {few:,}",
            [seconds[1] / seconds[0]],
            bar=GROWS_BAR,
        )
    ]


async def everybody_loses(folder: Path, sizes: Sizes) -> list[Row]:
    """Lots written off a second, and how long another write waits meanwhile."""
    count = sizes.crowd
    async with _crowd(folder / "lost.db", count, due=count, ends=NOON - timedelta(days=1)) as shop:
        database, acts = shop
        waits: list[float] = []
        over = asyncio.Event()
        async with asyncio.TaskGroup() as both:
            both.create_task(_customer(database, waits, over))
            started = perf_counter()
            done = await schedule.tick(database, acts)
            seconds = perf_counter() - started
            over.set()
        assert done["points expired"] == count * POINTS
        assert await database.read_long(ledger.drifted) == []
    rate = count / seconds
    return [
        Row(
            name=f"lots expired, of {count:,}", ours=rate, spread=(rate, rate),
            bar=LOTS_A_SECOND_BAR, at_least=True,
        ),
        limited("ms another write waits at most meanwhile", [1000 * max(waits)], bar=WAIT_MS_BAR),
    ]  # fmt: skip


async def _a_day(path: Path, count: int, due: int) -> float:
    """Seconds for a tick that finds so many birthdays, and as many whose points end soon."""
    async with _crowd(path, count, due=due, ends=NOON + timedelta(days=7)) as (database, acts):
        started = perf_counter()
        done = await schedule.tick(database, acts)
        seconds = perf_counter() - started
        assert done["messages queued"] == due, done
        assert done["birthday points"] == due * 100, done
        return seconds


async def _customer(database: Database, waits: list[float], over: asyncio.Event) -> None:
    """Somebody who writes one small thing after the other."""

    def write(tx: Transaction) -> None:
        tx.rows("UPDATE members SET name = 'Bea' WHERE id = 1")

    while not over.is_set() or not waits:
        started = perf_counter()
        await database.run(write)
        waits.append(perf_counter() - started)
        await asyncio.sleep(0.01)


@asynccontextmanager
async def _crowd(
    path: Path, count: int, *, due: int, ends: datetime
) -> AsyncIterator[tuple[Database, Acts]]:
    """So many members with a chat and a lot each; of those that are due it ends then."""
    async with opened(f"sqlite:///{path}") as database:
        await migrate(database)
        acts = await Acts.start(database, preset_text("starter"), clock=lambda: NOON)
        await database.run(partial(_fill, count=count, due=due, ends=ends))
        yield database, acts


def _fill(tx: Transaction, *, count: int, due: int, ends: datetime) -> None:
    joined = to_ms(NOON - timedelta(days=100))
    born = NOON if ends > NOON else NOON + timedelta(days=90)
    other = 1 + (born.month + 5) % 12
    tx.rows(
        MEMBERS, count=count, joined=joined, points=POINTS, born=due, day=born.day,
        month=born.month, other=other,
    )  # fmt: skip
    tx.rows(ENTRIES, points=POINTS)
    soon, later = to_ms(ends), to_ms(NOON + timedelta(days=200))
    tx.rows(LOTS, points=POINTS, due=due, soon=soon, later=later)
    tx.rows(CHATS)
