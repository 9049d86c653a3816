"""Birthdays: points once a year, if the day was told in time."""

from datetime import UTC, datetime, timedelta

import pytest

from core.celebrating import celebrate, due
from core.errors import BirthdayLocked, BirthdayNotUnderstood
from core.leaving import leave
from core.model import Birthday, Member, MemberId
from core.profile import pause, set_birthday
from core.tables import members
from tests.core.conftest import Cafe

BIRTHDAY_RULE = """
[[earning]]
id = "birthday"
on = "birthday"
points = 100
entered_days_before = 30
"""
NOBODY = MemberId(0)


@pytest.fixture
def party(quiet: Cafe) -> Cafe:
    """The café that gives 100 points on birthdays told 30 days before."""
    quiet.rules(quiet.text + BIRTHDAY_RULE)
    return quiet


def born(cafe: Cafe, day: int, month: int, *, told: datetime | None = None) -> Member:
    """Somebody born then, who told it a year ago or at that moment."""
    member = cafe.joins(f"Ann of {day}.{month}")
    act = cafe.act(now=told or cafe.now - timedelta(days=365))
    set_birthday(cafe.tx, act, member_id=member.id, birthday=Birthday(day=day, month=month))
    return member


def at(cafe: Cafe, year: int, month: int, day: int, hour: int = 6) -> list[MemberId]:
    """Whom the schedule celebrates at that moment; they are."""
    cafe.now = datetime(year, month, day, hour, tzinfo=UTC)
    found = due(cafe.tx, cafe.act(), after=NOBODY, limit=9)
    return [one for one in found if celebrate(cafe.tx, cafe.act(), member_id=one)]


def test_a_birthday_gives_its_points_once_a_year(party: Cafe) -> None:
    ann = born(party, 20, 5)

    assert [at(party, 2026, 5, day) for day in (19, 20, 20, 21)] == [[], [ann.id], [], []]
    assert at(party, 2027, 5, 20) == [ann.id]
    assert party.balance(ann) == 200


def test_the_day_begins_at_midnight_in_the_shop(party: Cafe) -> None:
    ann = born(party, 20, 5)

    assert at(party, 2026, 5, 19, hour=20) == []
    assert at(party, 2026, 5, 19, hour=21) == [ann.id]


@pytest.mark.parametrize(("year", "day"), [(2027, 28), (2028, 29)])
def test_a_leap_day_is_kept_on_the_28th_in_common_years(party: Cafe, year: int, day: int) -> None:
    ann = born(party, 29, 2)

    assert at(party, year, 2, day - 1) == []
    assert at(party, year, 2, day) == [ann.id]


def test_the_28th_is_not_twice_the_28th(party: Cafe) -> None:
    ann = born(party, 28, 2)

    assert [at(party, 2027, 2, 28), at(party, 2027, 3, 1)] == [[ann.id], []]
    assert [at(party, 2028, 2, 28), at(party, 2028, 2, 29)] == [[ann.id], []]


@pytest.mark.parametrize(("late", "paid"), [(1, True), (3, True), (4, False)])
def test_a_bot_that_was_down_celebrates_a_little_late(party: Cafe, late: int, paid: bool) -> None:
    ann = born(party, 20, 5)

    assert at(party, 2026, 5, 20 + late) == [ann.id] * paid


def test_a_birthday_of_december_is_caught_up_in_january(party: Cafe) -> None:
    ann = born(party, 31, 12)

    assert at(party, 2027, 1, 2) == [ann.id]
    assert at(party, 2027, 1, 3) == []
    assert at(party, 2027, 12, 31) == [ann.id]


@pytest.mark.parametrize(("days", "paid"), [(30, True), (29, False)])
@pytest.mark.parametrize("late", [0, 3])
def test_a_birthday_told_too_late_waits_a_year(
    party: Cafe, days: int, paid: bool, late: int
) -> None:
    ann = born(party, 20, 5, told=datetime(2026, 5, 20, 12, tzinfo=UTC) - timedelta(days=days))

    assert at(party, 2026, 5, 20 + late) == [ann.id] * paid
    assert at(party, 2027, 5, 20) == [ann.id]


def test_a_corrected_birthday_does_not_pay_twice_a_year(party: Cafe) -> None:
    ann = born(party, 20, 5)
    at(party, 2026, 5, 20)
    told = party.now - timedelta(days=365)
    members.set_birthday(party.tx, ann.id, Birthday(day=20, month=12), now=told)

    assert at(party, 2026, 12, 20) == []
    assert at(party, 2027, 12, 20) == [ann.id]


def test_who_has_left_is_not_celebrated_and_who_pauses_is(party: Cafe) -> None:
    gone, quiet = born(party, 20, 5), born(party, 21, 5)
    leave(party.tx, party.act(), member_id=gone.id)
    pause(party.tx, party.act(), member_id=quiet.id, paused=True)

    assert at(party, 2026, 5, 21) == [quiet.id]
    assert celebrate(party.tx, party.act(), member_id=gone.id) == 0


def test_a_program_without_the_rule_celebrates_nobody(quiet: Cafe) -> None:
    ann = born(quiet, 20, 5)

    assert at(quiet, 2026, 5, 20) == []
    assert celebrate(quiet.tx, quiet.act(), member_id=ann.id) == 0


def test_many_birthdays_come_by_rising_id(party: Cafe) -> None:
    ids = sorted(born(party, day, 5).id for day in (20, 19, 18, 17))
    party.now = datetime(2026, 5, 20, 6, tzinfo=UTC)

    assert due(party.tx, party.act(), after=NOBODY, limit=2) == ids[:2]
    assert due(party.tx, party.act(), after=ids[1], limit=9) == ids[2:]


def test_a_birthday_is_set_once(party: Cafe) -> None:
    ann = born(party, 20, 5)
    same, other = Birthday(day=20, month=5), Birthday(day=21, month=5)
    set_birthday(party.tx, party.act(), member_id=ann.id, birthday=same)

    with pytest.raises(BirthdayLocked):
        set_birthday(party.tx, party.act(), member_id=ann.id, birthday=other)


@pytest.mark.parametrize(
    "birthday",
    [
        Birthday(day=31, month=4),
        Birthday(day=29, month=2, year=2001),
        Birthday(day=11, month=3, year=2026),  # tomorrow
        Birthday(day=1, month=1, year=1905),
        Birthday(day=0, month=13),
        Birthday(day=1, month=1, year=0),
    ],
)
def test_a_day_that_cannot_be_is_refused(party: Cafe, birthday: Birthday) -> None:
    ann = party.joins()

    with pytest.raises(BirthdayNotUnderstood):
        set_birthday(party.tx, party.act(), member_id=ann.id, birthday=birthday)
