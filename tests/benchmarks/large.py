"""
A shop of a million members and ten million entries, and what is asked of it.

`python -m tests.benchmarks.large FILE [MEMBERS]` makes one in a SQLite file, in minutes, to be
looked at with anything; `make bench-large` makes one, asks, and removes it.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from rich.console import Console

from bot.acts import Acts, utc_now
from bot.databases.migrating import ours, statements
from bot.databases.opening import opened
from bot.ports import Database
from bot.programs import preset_text
from core import departing, expiring
from core.act import Act
from core.model import MemberId
from core.statistics.gathering import gather
from core.statistics.periods import Period
from core.tables import finding, ledger, members
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.benchmarks.rounds import Row, Sizes, limited
from tests.benchmarks.seeding import PROGRAM

MEMBERS = 1_000_000
CREDITS = 9  # a member's, each a lot; the tenth entry spends …
SPENT = 5  # … the first of them
ORDERS = 4  # of these credits are for orders
DAYS = 3 * 365  # over which all of it happened
DAY_MS = 24 * 60 * 60 * 1000
FILLING = (
    # numbers that look like luck, and are the same every time
    """
    CREATE TEMP TABLE numbers AS
        WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :credits)
        SELECT n FROM n
    """,
    """
    INSERT INTO members (id, status, name, language, card, referral_code, joined_at, balance,
        entries, counters, tier, tier_since, phone, email, birth_day, birth_month, birthday_set_at)
    WITH RECURSIVE m (m) AS (SELECT 1 UNION ALL SELECT m + 1 FROM m WHERE m < :members)
    SELECT m << 22, 'active', char(65 + m % 26, 97 + m / 26 % 26, 97 + m / 676 % 26)
        || 'a ' || char(65 + m % 19) || 'son', 'en',
        printf('2%012d', m), printf('R%07X', m),
        :now - :days * :day + m * 2654435761 % (:days * :day),
        0, :credits + 1, '{}', 'base', 0, printf('+38050%07d', m), 'name' || m || '@example.com',
        m % 28 + 1, m % 12 + 1, 0
    FROM m
    """,
    """
    INSERT INTO name_words (member_id, word)
    SELECT id, lower(hex(lower(substr(name, 1, 4)))) FROM members
    UNION ALL SELECT id, lower(hex(lower(substr(name, 6)))) FROM members
    """,
    """
    INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at,
        reference, reason, program_version, operation_id, actor)
    SELECT id, n, CASE WHEN n <= :orders THEN 'order' ELSE 'action' END, 10 + (id + n) % 90,
        at, 10, at, CASE WHEN n <= :orders THEN 'web/' || id || '-' || n ELSE 'review/' || n END,
        '{}', 1, 'o' || n, 'shop:web'
    FROM (SELECT id, n, joined_at + (:now - joined_at) / (:credits + 1) * n AS at
        FROM members CROSS JOIN numbers)
    """,
    """
    INSERT INTO lots (member_id, number, points, remaining, available_at, expires_at)
    SELECT member_id, number, points, CASE WHEN number > :spent THEN points ELSE 0 END, occurred_at,
        CASE WHEN number % 2 THEN :now + (member_id + number) % 700 * :day END
    FROM entries
    """,
    """
    INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at,
        reference, reason, program_version, operation_id, actor)
    SELECT m.id, :credits + 1, 'redemption',
        -(SELECT SUM(points) FROM lots WHERE member_id = m.id AND number <= :spent),
        m.joined_at + (:now - m.joined_at) / (:credits + 1) * :credits + 1, 0, 0, 'V' || m.id,
        '{}', 1, 'o' || (:credits + 1), 'member'
    FROM members m
    """,
    """
    INSERT INTO moves (member_id, entry_number, lot_number, points)
    SELECT member_id, :credits + 1, number, -points FROM lots WHERE number <= :spent
    """,
    """
    INSERT INTO orders (shop, id, member_id, placed_at, currency, total, eligible, status, credited)
    SELECT 'web', member_id || '-' || number, member_id, occurred_at, 'EUR', 2000, 2000, 'paid',
        2000 FROM entries WHERE kind = 'order'
    """,
    """
    UPDATE members SET balance = (SELECT SUM(remaining) FROM lots WHERE lots.member_id = members.id)
    """,
    """
    INSERT INTO programs (version, text, applied_at, applied_by) VALUES (1, :program, :now, 'bench')
    """,
)


def make(path: Path, members: int, now: datetime, told: Callable[[str], None]) -> None:
    """Make the database; indexes that only make reading fast are made at the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        indexes = list(_migrated(connection))
        values = {
            "members": members,
            "credits": CREDITS,
            "spent": SPENT,
            "orders": ORDERS,
            "days": DAYS,
            "day": DAY_MS,
            "now": to_ms(now),
            "program": preset_text(PROGRAM),
        }
        for sql in (*FILLING, *indexes):
            told(" ".join(sql.split())[:70])
            connection.execute(sql, values)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


def _migrated(connection: sqlite3.Connection) -> Iterator[str]:
    """Make the tables as the bot would; the indexes that are left for the end."""
    connection.execute("CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at BIGINT)")
    for name, sql in ours():
        for statement in statements(sql):
            connection.execute(statement)
        connection.execute("INSERT INTO migrations VALUES (?, 0)", [name])
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
    for name, sql in [*found]:
        if sql and not sql.startswith("CREATE UNIQUE"):
            connection.execute(f"DROP INDEX {name}")
            yield sql


async def on_a_million(folder: Path, sizes: Sizes) -> list[Row]:
    """What is asked of a large shop, in milliseconds; everything is read from a cold start."""
    path, now = folder / "large.db", utc_now()
    members = MEMBERS if sizes.rounds > 1 else 200
    make(path, members, now, lambda _: None)
    async with opened(f"sqlite:///{path}") as database:
        acts = await Acts.start(database, "")
        act = acts.new("bench", actor="bench")
        assert not await database.read_long(ledger.drifted)
        return [
            await _timed(database, f"{name}, {members:,} members, ms", work, act, bar)
            for name, work, bar in QUESTIONS
        ]


def _stats(tx: Transaction, act: Act) -> object:
    day = act.now.date() - timedelta(days=1)
    return gather(tx, act, Period.ending(day, days=30, timezone=act.program.timezone))


def _find(tx: Transaction, act: Act) -> object:
    return finding.by_name(tx, "dson bora", limit=10)


def _phone(tx: Transaction, act: Act) -> object:
    return members.by_key(tx, "phone", "+380500000123")


def _sweep(tx: Transaction, act: Act) -> object:
    return expiring.due(tx, act, after=MemberId(0), limit=500)


def _page(tx: Transaction, act: Act) -> object:
    people = departing.everybody(tx, act)
    return [next(people) for _ in range(100)]


Question = tuple[str, Callable[[Transaction, Act], object], float | None]
QUESTIONS: tuple[Question, ...] = (
    ("stats month", _stats, 3_000),
    ("find by a name", _find, 100),
    ("find by a phone", _phone, 100),
    ("expired points found", _sweep, 100),
    ("first page of an export", _page, None),
)


async def _timed(
    database: Database,
    name: str,
    work: Callable[[Transaction, Act], object],
    act: Act,
    bar: float | None,
) -> Row:
    times = []
    for _ in range(3):
        started = perf_counter()
        await database.read_long(lambda tx: work(tx, act))
        times.append((perf_counter() - started) * 1000)
    return limited(name, times, bar=bar)


def main(file: str, members: int = MEMBERS) -> None:
    """Make the database and leave it there."""
    console, started = Console(), perf_counter()
    make(Path(file), members, utc_now(), console.print)
    console.print(
        f"{file}: {Path(file).stat().st_size:,} bytes in {perf_counter() - started:.0f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
