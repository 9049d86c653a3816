"""Expiry: points past their date are written off once, and never before it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import Database
from core import crediting
from core.expiring import due, expire, expire_many, switched
from core.model import Kind, Member, MemberId
from core.program.loading import load
from core.program.schema import Program
from core.rewards.redeeming import undo
from core.tables import entries, ledger, lots
from core.transaction import Transaction
from tests.core.conftest import Cafe
from tests.core.memory import in_memory
from tests.core.program.cafe import cafe as written

ENDS = datetime(2027, 3, 10, 22, tzinfo=UTC)  # 11 March 0:00 in Kyiv
NOBODY = MemberId(0)
FOREVER = 2**62


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, with 100 points of 10 March 2026."""
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="first")
    return ann


def expires(cafe: Cafe, member: Member) -> int:
    """Write off what is past its date now."""
    return expire(cafe.tx, cafe.act(), member_id=member.id)


def test_the_whole_last_day_still_counts(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS.replace(hour=21, minute=59)
    before = expires(quiet, ann), quiet.spendable(ann)
    quiet.now = ENDS

    assert before == (0, 100)
    assert quiet.spendable(ann) == 0
    assert (expires(quiet, ann), quiet.balance(ann)) == (100, 0)


def test_many_at_once_lose_what_each_would_lose(quiet: Cafe, ann: Member) -> None:
    ben, cid = quiet.joins("Ben"), quiet.joins("Cid")
    quiet.orders(ben, "30.00", id="b1")
    quiet.orders(ben, "7.00", id="b2")
    quiet.passes(days=1)
    quiet.orders(ben, "5.00", id="b3")
    quiet.orders(cid, "9.00", id="c")
    quiet.now = ENDS
    done = [expire_many(quiet.tx, quiet.act(), limit=1) for _ in range(3)]

    assert sorted(done) == [(0, 0), (1, 37), (1, 100)]
    assert [quiet.balance(one) for one in (ann, ben, cid)] == [0, 5, 9]
    entry = entries.find(quiet.tx, ben.id, quiet.again(ben).entries)
    assert entry
    assert (entry.kind, entry.points) == (Kind.EXPIRY, -37)


def test_a_second_time_there_is_nothing_to_write_off(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    first = expires(quiet, ann)
    entries = quiet.again(ann).entries

    assert (first, expires(quiet, ann)) == (100, 0)
    assert quiet.again(ann).entries == entries


def test_only_what_is_left_of_old_points_is_written_off(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)
    quiet.passes(days=30)
    quiet.orders(ann, "7.00", id="younger")
    quiet.now = ENDS

    assert expires(quiet, ann) == 40
    assert quiet.balance(ann) == 7


def test_points_that_never_expire_stay(quiet: Cafe) -> None:
    quiet.changes('[expiry]\nkind = "rolling"\nmonths = 12', "")
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    quiet.passes(days=9999)

    assert (expires(quiet, ann), quiet.spendable(ann)) == (0, 100)
    assert due(quiet.tx, quiet.act(), after=NOBODY, limit=9) == []


def test_an_undo_after_the_date_is_written_off_in_its_turn(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)
    quiet.now = ENDS
    expires(quiet, ann)
    undone = undo(quiet.tx, quiet.act(), member_id=ann.id)

    assert undone.lapsed == 60
    assert (expires(quiet, ann), quiet.balance(ann)) == (60, 0)


def test_a_return_after_the_date_is_forgiven(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    expires(quiet, ann)
    quiet.orders(ann, "100.00", id="first", status="cancelled")

    assert quiet.balance(ann) == 0


def test_everybody_with_points_past_their_date_is_due_by_rising_id(quiet: Cafe) -> None:
    people = [quiet.joins(f"Ann {number}") for number in range(5)]
    for one in people:
        quiet.orders(one, "10.00", id=str(one.id))
    ids = sorted(one.id for one in people)
    before = due(quiet.tx, quiet.act(), after=NOBODY, limit=9)
    quiet.now = ENDS

    assert before == []
    assert due(quiet.tx, quiet.act(), after=NOBODY, limit=3) == ids[:3]
    assert due(quiet.tx, quiet.act(), after=ids[2], limit=3) == ids[3:]


def test_the_entry_says_that_it_is_an_expiry(quiet: Cafe, ann: Member) -> None:
    quiet.now = ENDS
    expires(quiet, ann)
    [newest] = entries.page(quiet.tx, ann.id, before=None, limit=1)

    assert (newest.kind, newest.points) == (Kind.EXPIRY, -100)


# Kinds

KYIV = ZoneInfo("Europe/Kyiv")
ROLLING = 'kind = "rolling"\nmonths = 12'


def with_expiry(lines: str) -> Program:
    """The café's program with that under [expiry]."""
    return load(written(ROLLING, lines))


def last_day(lines: str, earned: date, joined: date = date(2024, 2, 29)) -> date:
    """The last whole day on which points earned at noon of that day are good."""
    noon = datetime(earned.year, earned.month, earned.day, 12, tzinfo=KYIV)
    at = crediting.expires_at(
        with_expiry(lines), noon, joined_at=datetime.combine(joined, noon.time(), tzinfo=KYIV)
    )
    assert at
    local = at.astimezone(KYIV)
    assert (local.hour, local.minute) == (0, 0)
    return local.date() - timedelta(days=1)


@pytest.mark.parametrize(
    ("lines", "earned", "last"),
    [
        ('kind = "rolling"\ndays = 14', date(2026, 3, 10), date(2026, 3, 24)),
        ('kind = "rolling"\nmonths = 1', date(2026, 1, 31), date(2026, 2, 28)),
        ('kind = "rolling"\nmonths = 6\nround_to = "month"', date(2025, 1, 1), date(2025, 7, 31)),
        ('kind = "rolling"\nmonths = 6\nround_to = "month"', date(2025, 1, 31), date(2025, 7, 31)),
        ('kind = "rolling"\nmonths = 6\nround_to = "month"', date(2025, 2, 10), date(2025, 8, 31)),
        (
            'kind = "rolling"\nmonths = 1\nround_to = "quarter"',
            date(2026, 5, 31),
            date(2026, 6, 30),
        ),
        ('kind = "rolling"\nmonths = 1\nround_to = "quarter"', date(2026, 6, 1), date(2026, 9, 30)),
        (
            'kind = "rolling"\ndays = 1\nround_to = "half_year"',
            date(2026, 6, 30),
            date(2026, 12, 31),
        ),
        ('kind = "rolling"\nmonths = 12\nround_to = "year"', date(2026, 1, 1), date(2027, 12, 31)),
        ('kind = "inactivity"\nmonths = 18', date(2026, 3, 10), date(2027, 9, 10)),
        ('kind = "calendar"', date(2026, 3, 10), date(2026, 12, 31)),
        ('kind = "calendar"', date(2026, 12, 31), date(2026, 12, 31)),
        ('kind = "calendar"\nyears_later = 1', date(2026, 3, 10), date(2027, 12, 31)),
        ('kind = "calendar"\non = "03-31"', date(2026, 4, 1), date(2027, 3, 31)),
        ('kind = "anniversary"', date(2026, 2, 27), date(2026, 2, 27)),
        ('kind = "anniversary"', date(2026, 2, 28), date(2027, 2, 27)),
        ('kind = "anniversary"', date(2027, 3, 1), date(2028, 2, 28)),
        ('kind = "anniversary"\nyears_later = 1', date(2026, 2, 28), date(2028, 2, 28)),
    ],
)
def test_points_are_good_to_the_end_of_their_last_day(lines: str, earned: date, last: date) -> None:
    assert last_day(lines, earned) == last


def test_a_rules_own_expiry_goes_before_the_programs(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\nexpires = { kind = "rolling", days = 14 }')
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    found = lots.next_expiry(quiet.tx, ann.id, quiet.now)

    assert found == (datetime(2026, 3, 24, 22, tzinfo=UTC), 100)


def test_a_million_dates_are_worked_out_in_seconds() -> None:
    """Simulations ask for one with every order: here a tenth of a million within two seconds."""
    program = with_expiry('kind = "rolling"\nmonths = 6\nround_to = "month"')
    start = datetime(2026, 1, 1, tzinfo=UTC)
    began = datetime.now(UTC)
    for number in range(100_000):
        crediting.expires_at(program, start + timedelta(minutes=number), joined_at=start)

    assert datetime.now(UTC) - began < timedelta(seconds=2)


# Idleness


@pytest.fixture
def idle(quiet: Cafe) -> Cafe:
    """The café where points are lost after 30 days without a purchase or a redemption."""
    quiet.changes(ROLLING, 'kind = "inactivity"\ndays = 30')
    return quiet


def expiry_day(cafe: Cafe, member: Member) -> list[tuple[date, int]]:
    """Each last day of the member's points, with how many they are."""
    rows = cafe.tx.rows(
        "SELECT expires_at, CAST(SUM(remaining) AS BIGINT) FROM lots WHERE member_id = :member"
        " AND remaining > 0 GROUP BY expires_at ORDER BY expires_at",
        member=member.id,
    )
    days = [datetime.fromtimestamp(at / 1000, KYIV).date() for at, _ in rows]
    return [(day - timedelta(days=1), points) for day, (_, points) in zip(days, rows, strict=True)]


def test_each_purchase_gives_all_points_a_whole_period_again(idle: Cafe) -> None:
    ann = idle.joins()
    idle.orders(ann, "100.00", id="1")
    idle.passes(days=29)
    idle.orders(ann, "0.50", id="2")

    assert expiry_day(idle, ann) == [(date(2026, 5, 8), 100)]
    idle.passes(days=31)
    assert (expires(idle, ann), idle.balance(ann)) == (100, 0)


def test_redeeming_is_activity_and_an_undo_brings_the_new_date_back(idle: Cafe) -> None:
    ann = idle.joins()
    idle.orders(ann, "60.00")
    idle.passes(days=29)
    idle.redeems(ann)
    idle.passes(days=5)
    undone = undo(idle.tx, idle.act(), member_id=ann.id)

    assert undone.lapsed == 0
    assert idle.spendable(ann) == 60


def test_what_is_not_listed_is_no_activity(idle: Cafe) -> None:
    idle.changes("days = 30", 'days = 30\nactivity = ["redeeming"]')
    ann = idle.joins()
    idle.orders(ann, "100.00", id="1")
    idle.passes(days=10)
    idle.orders(ann, "1.00", id="2")

    assert expiry_day(idle, ann) == [(date(2026, 4, 9), 100), (date(2026, 4, 19), 1)]


def test_activity_revives_nothing_that_is_lost(idle: Cafe) -> None:
    ann = idle.joins()
    idle.orders(ann, "100.00", id="1")
    idle.passes(days=31)
    idle.orders(ann, "1.00", id="2")

    assert idle.spendable(ann) == 1
    assert expires(idle, ann) == 100


def test_points_still_pending_are_not_lost_and_have_a_whole_period_when_they_are_free(
    idle: Cafe,
) -> None:
    idle.changes('per = "1.00"', 'per = "1.00"\npending_days = 60')
    ann = idle.joins()
    idle.orders(ann, "100.00")
    idle.passes(days=59)
    lost = expires(idle, ann)
    idle.passes(days=20)

    assert (lost, idle.spendable(ann)) == (0, 100)
    assert expiry_day(idle, ann) == [(date(2026, 6, 8), 100)]


def test_points_that_wait_for_the_delivery_have_a_whole_period_from_it(idle: Cafe) -> None:
    idle.changes('per = "1.00"', 'per = "1.00"\npending_until_fulfilled = true')
    ann = idle.joins()
    idle.orders(ann, "100.00")
    idle.passes(days=60)
    lost = expires(idle, ann)
    idle.orders(ann, "100.00", status="fulfilled", at=idle.now - timedelta(days=60))

    assert (lost, idle.spendable(ann)) == (0, 100)
    assert expiry_day(idle, ann) == [(date(2026, 6, 8), 100)]


def test_a_rules_own_date_is_moved_by_no_activity(idle: Cafe) -> None:
    idle.changes('per = "1.00"', 'per = "1.00"\nexpires = { kind = "rolling", days = 14 }')
    ann = idle.joins()
    idle.orders(ann, "100.00", id="1")
    idle.passes(days=10)
    idle.orders(ann, "1.00", id="2")

    assert expiry_day(idle, ann) == [(date(2026, 3, 24), 100), (date(2026, 4, 3), 1)]


# Another program


def switches(cafe: Cafe, lines: str) -> None:
    """The program changes to that under [expiry]."""
    before = cafe.program
    cafe.rules(written(ROLLING, lines) if lines else written("[expiry]\n" + ROLLING, ""))
    switched(cafe.tx, before, cafe.program, cafe.now)


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (ROLLING, date(2029, 6, 15)),
        ('kind = "rolling"\nmonths = 12\nround_to = "year"', date(2029, 12, 31)),
        ('kind = "inactivity"\ndays = 90', date(2028, 9, 13)),
        ('kind = "calendar"', date(2029, 12, 31)),
        ('kind = "calendar"\non = "06-15"\nyears_later = 1', date(2030, 6, 15)),
        ('kind = "anniversary"', date(2030, 3, 9)),
    ],
)
def test_nothing_is_lost_before_one_whole_period_after_expiry_is_switched_on(
    quiet: Cafe, lines: str, last: date
) -> None:
    ann = quiet.joins()
    switches(quiet, "")
    quiet.orders(ann, "100.00")
    quiet.now = datetime(2028, 6, 15, 12, tzinfo=UTC)
    switches(quiet, lines)

    assert expiry_day(quiet, ann) == [(last, 100)]


def test_switched_off_nothing_is_lost_any_more_but_what_is_lost_already(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="1")
    quiet.passes(days=200)
    quiet.orders(ann, "7.00", id="2")
    quiet.now = ENDS
    switches(quiet, "")
    quiet.passes(days=9999)

    assert (expires(quiet, ann), quiet.balance(ann)) == (100, 7)


@pytest.mark.parametrize("months", [1, 60])
def test_a_promised_date_stays_with_another_period(quiet: Cafe, months: int) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    before = expiry_day(quiet, ann)
    quiet.passes(days=5)
    switches(quiet, f'kind = "rolling"\nmonths = {months}')

    assert expiry_day(quiet, ann) == before


@pytest.mark.parametrize("kind", ['kind = "rolling"\ndays = 9', 'kind = "anniversary"'])
def test_a_promised_date_stays_though_nothing_was_to_be_lost_for_a_while(
    quiet: Cafe, kind: str
) -> None:
    switches(quiet, 'kind = "rolling"\nmonths = 40')
    ann = quiet.joins()
    quiet.passes(days=30)
    quiet.orders(ann, "100.00")
    [(promised, _), *_] = expiry_day(quiet, ann)
    for lines in ("", "", kind):
        switches(quiet, lines)

    [(first, _), *_] = expiry_day(quiet, ann)
    assert first >= promised


def test_another_kind_brings_no_date_forward_and_gives_a_whole_period(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="1")
    quiet.passes(days=300)
    quiet.orders(ann, "7.00", id="2")
    quiet.passes(days=64)
    switches(quiet, 'kind = "inactivity"\ndays = 30')

    assert expiry_day(quiet, ann) == [(date(2027, 4, 8), 100), (date(2028, 1, 4), 7)]


def test_a_rules_own_date_is_moved_by_no_other_program(quiet: Cafe) -> None:
    own = 'per = "1.00"\nexpires = { kind = "rolling", days = 14 }'
    quiet.changes('per = "1.00"', own)
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    before = expiry_day(quiet, ann)
    switches(quiet, "")
    switches(quiet, 'kind = "inactivity"\ndays = 90')

    assert expiry_day(quiet, ann) == before


async def test_dates_are_moved_alike_on_both_engines(database: Database) -> None:
    def work(tx: Transaction) -> list[list[tuple[date, int]]]:
        cafe = Cafe(tx)
        ann = cafe.joins()
        cafe.orders(ann, "100.00", id="1")
        found = []
        for lines in (
            'kind = "inactivity"\ndays = 500',
            'kind = "anniversary"\nyears_later = 2',
            "",
            'kind = "calendar"',
        ):
            switches(cafe, lines)
            found.append(expiry_day(cafe, ann)) if lines else None
        cafe.passes(days=1900)
        assert due(tx, cafe.act(), after=NOBODY, limit=9) == [ann.id]
        expires(cafe, ann)
        return found

    assert await database.run(work) == [
        [(date(2027, 7, 23), 150)],
        [(date(2030, 3, 9), 150)],
        [(date(2030, 3, 9), 150)],
    ]


# Whatever happens

LINES = [
    'kind = "rolling"\ndays = 20',
    'kind = "rolling"\nmonths = 1\nround_to = "quarter"',
    'kind = "inactivity"\ndays = 20',
    'kind = "calendar"\non = "04-30"',
    'kind = "anniversary"',
    "",
]
HAPPENING = st.tuples(
    st.integers(0, 40), st.sampled_from(["buys", "redeems", "switches", "nothing"])
)


@settings(max_examples=60, deadline=None)
@given(
    first=st.sampled_from(LINES),
    happens=st.lists(st.tuples(HAPPENING, st.sampled_from(LINES)), max_size=12),
)
def test_nothing_is_lost_before_the_date_that_was_told_and_then_exactly_what_was_told(
    sqlite_template: Path, first: str, happens: list[tuple[tuple[int, str], str]]
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        switches(cafe, first)
        ann = cafe.joins()
        cafe.orders(ann, "70.00", id="first")
        for number, ((days, what), lines) in enumerate(happens):
            end = cafe.now + timedelta(days=days)
            while (told := lots.next_expiry(tx, ann.id, cafe.now)) and told[0] <= end:
                cafe.now = told[0] - timedelta(milliseconds=1)
                assert expires(cafe, ann) == 0
                cafe.now = told[0]
                assert expires(cafe, ann) == told[1]
            cafe.now = end
            assert expires(cafe, ann) == 0
            _happens(cafe, ann, what, lines, number)
        assert ledger.drifted(tx) == []


def _happens(cafe: Cafe, ann: Member, what: str, lines: str, number: int) -> None:
    before = _dates(cafe, ann)
    if what == "buys":
        cafe.orders(ann, "70.00", id=str(number))
    elif what == "redeems" and cafe.spendable(ann) >= 60:
        cafe.redeems(ann)
    elif what == "switches":
        switches(cafe, lines)
    after = _dates(cafe, ann)
    for lot, at in before.items():
        if at < FOREVER or what != "switches":
            assert after[lot] >= at


def _dates(cafe: Cafe, member: Member) -> dict[int, int]:
    """When each lot of the member's is lost."""
    rows = cafe.tx.rows(
        "SELECT number, expires_at FROM lots WHERE member_id = :member", member=member.id
    )
    return {number: FOREVER if at is None else at for number, at in rows}
