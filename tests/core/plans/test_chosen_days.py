"""The day of choice: one a year, chosen before it begins, fixed once begun."""

from datetime import date

import pytest

from bot.programs import preset_text
from core.errors import (
    ChosenDayBegun,
    DayNotAhead,
    DayNotUnderstood,
    LoyaltyError,
    MembershipFrozen,
    NoDayToChoose,
)
from core.leaving import leave
from core.model import Member
from core.plans.chosen_days import choose, chosen
from tests.core.conftest import Cafe
from tests.core.plans.plan_stories import on


@pytest.fixture
def ann(cafe: Cafe) -> Member:
    """A member of Dick's, on 1 March 2025."""
    cafe.rules(preset_text("dicks-scorecard"))
    on(cafe, "2025-03-01")
    return cafe.joins()


def chooses(cafe: Cafe, member: Member, day: int, month: int, year: int | None = None) -> date:
    """The member says so."""
    return choose(cafe.tx, cafe.act(), member_id=member.id, day=day, month=month, year=year)


def test_one_day_a_year_is_chosen(cafe: Cafe, ann: Member) -> None:
    assert chooses(cafe, ann, 15, 3) == date(2025, 3, 15)
    assert cafe.again(ann).counters["chosen-day:2025"] == 315
    on(cafe, "2025-03-16")
    with pytest.raises(ChosenDayBegun):
        chooses(cafe, ann, 20, 3)
    assert chooses(cafe, ann, 10, 2) == date(2026, 2, 10)
    on(cafe, "2026-02-04")
    assert chosen(cafe.again(ann), 2026) == date(2026, 2, 10)


def test_it_can_be_moved_until_it_begins(cafe: Cafe, ann: Member) -> None:
    for day in (15, 20, 20):
        assert chooses(cafe, ann, day, 3) == date(2025, 3, day)
    on(cafe, "2025-03-20")
    assert chooses(cafe, ann, 20, 3, 2025) == date(2025, 3, 20), "said again it stays"
    with pytest.raises(ChosenDayBegun):
        chooses(cafe, ann, 21, 3)


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        ((1, 3, 2025), DayNotAhead),
        ((28, 2, 2025), DayNotAhead),
        ((1, 1, 2027), DayNotAhead),
        ((31, 4, None), DayNotUnderstood),
        ((29, 2, 2026), DayNotUnderstood),
    ],
)
def test_what_can_not_be_chosen_is_refused(
    cafe: Cafe, ann: Member, day: tuple[int, int, int | None], refusal: type[LoyaltyError]
) -> None:
    with pytest.raises(refusal):
        chooses(cafe, ann, *day)


def test_choices_of_long_ago_are_forgotten(cafe: Cafe, ann: Member) -> None:
    chooses(cafe, ann, 15, 3)
    on(cafe, "2027-01-10")
    chooses(cafe, ann, 1, 2)

    assert cafe.again(ann).counters == {"chosen-day:2027": 201}


def test_where_no_rule_asks_for_it_there_is_nothing_to_choose(quiet: Cafe) -> None:
    with pytest.raises(NoDayToChoose):
        chooses(quiet, quiet.joins(), 24, 12)


def test_who_has_left_chooses_nothing(cafe: Cafe, ann: Member) -> None:
    leave(cafe.tx, cafe.act(), member_id=ann.id)
    with pytest.raises(MembershipFrozen):
        chooses(cafe, ann, 15, 3)
