"""A tier that time alone ends: it is looked at the day after its last day, and not before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import tiering
from core.model import MemberId
from core.program.ladder import Ladder, Step
from core.reporting import tier_standing
from core.tables import members, programs
from core.tables.measures import Sums
from core.tiering.judging import kept, reached
from tests.core.conftest import Cafe
from tests.core.tiers import applies, at, tier, until, with_tiers

YEAR = timedelta(days=365)


def _review(cafe: Cafe) -> list[str]:
    """Do what is due, as the schedule does; the tiers that resulted."""
    due = tiering.due(cafe.tx, cafe.act(), after=MemberId(0), limit=100)
    for member_id in due:
        tiering.review_due(cafe.tx, cafe.act(), member_id=member_id)
    return [members.take(cafe.tx, member_id).tier for member_id in due]


def test_nobody_is_looked_at_before_their_tier_can_end(quiet: Cafe) -> None:
    quiet.orders(quiet.joins(), "300.00")

    assert _review(quiet) == []
    quiet.now += YEAR
    assert _review(quiet) == []


def test_a_rolling_tier_ends_the_day_after_its_points_leave_the_window(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    quiet.now += YEAR + timedelta(days=1)

    assert _review(quiet) == ["bronze"]
    assert _review(quiet) == []


def test_an_order_before_the_review_does_not_lower_the_tier(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    quiet.now += YEAR + timedelta(days=1)
    quiet.orders(ann, "1.00", id="2")

    assert tier(quiet, ann) == "silver"
    assert _review(quiet) == ["bronze"]


def test_a_tier_earned_again_is_kept_and_looked_at_later(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    quiet.passes(days=200)
    quiet.orders(ann, "300.00", id="2")
    quiet.now += YEAR - timedelta(days=199)

    assert _review(quiet) == ["silver"]
    assert _review(quiet) == []
    quiet.passes(days=200)
    assert _review(quiet) == ["bronze"]


def test_a_return_brings_the_end_of_a_tier_forward(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "200.00")
    quiet.passes(days=150)
    quiet.orders(ann, "300.00", id="2")
    quiet.orders(ann, "150.00", id="2")
    quiet.passes(days=220)

    assert _review(quiet) == ["bronze"]


def test_whoever_does_not_know_the_newest_program_leaves_the_tier_alone(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    quiet.now += YEAR + timedelta(days=1)
    newest = programs.add(quiet.tx, quiet.text, by="another process", now=quiet.now)

    assert _review(quiet) == ["silver"]
    quiet.version = newest
    assert _review(quiet) == ["bronze"]


def test_a_new_window_ends_tiers_that_had_no_end(quiet: Cafe) -> None:
    rolling = quiet.text
    quiet.changes('{ kind = "rolling", months = 12 }', '{ kind = "lifetime" }')
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    applies(quiet, rolling)

    assert _review(quiet) == ["silver"]
    quiet.now += YEAR + timedelta(days=1)
    assert _review(quiet) == ["bronze"]


# Keeping


@pytest.mark.parametrize(("second_year", "expected"), [("99.00", "bronze"), ("100.00", "silver")])
def test_less_keeps_a_tier_than_reaches_it(quiet: Cafe, second_year: str, expected: str) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    at(quiet, 2027, 5, 1)
    quiet.orders(ann, second_year, id="2")
    at(quiet, 2028, 1, 1)

    assert tier(quiet, ann) == expected
    assert until(quiet, ann) == (date(2028, 12, 31) if expected == "silver" else None)


def test_what_keeps_a_tier_does_not_reach_it(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100")
    ann = quiet.joins()
    quiet.orders(ann, "200.00")
    at(quiet, 2027, 1, 2)

    assert tier(quiet, ann) == "bronze"


def test_a_kept_tier_is_lost_at_once_by_a_return_of_what_kept_it(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    at(quiet, 2027, 5, 1)
    placed = quiet.now
    quiet.orders(ann, "120.00", id="2")
    at(quiet, 2028, 2, 1)
    quiet.orders(ann, "100.00", id="2", at=placed)
    enough = tier(quiet, ann)
    quiet.orders(ann, "99.00", id="2", at=placed)

    assert (enough, tier(quiet, ann)) == ("silver", "bronze")


def test_a_rolling_tier_is_kept_by_less(quiet: Cafe) -> None:
    with_tiers(quiet, "rolling", "silver from = 300, keep = 100")
    ann = quiet.joins()
    quiet.orders(ann, "200.00", id="1")
    at(quiet, 2026, 6, 10)
    quiet.orders(ann, "100.00", id="2")
    told = until(quiet, ann)
    at(quiet, 2027, 6, 10)
    last = tier(quiet, ann)
    at(quiet, 2027, 6, 11)

    assert (told, last, tier(quiet, ann)) == (date(2027, 6, 10), "silver", "bronze")


# Grace


def test_a_tier_that_is_not_kept_holds_the_days_of_grace_and_the_day_is_told(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300", more="grace_days = 30")
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    at(quiet, 2028, 1, 15)
    standing = tier_standing(quiet.tx, quiet.again(ann), quiet.act())
    at(quiet, 2028, 1, 30)
    last = tier(quiet, ann)
    at(quiet, 2028, 1, 31)

    assert (standing.basis, standing.until) == ("grace", date(2028, 1, 30))
    assert standing.to_keep
    assert standing.to_keep.amount == 300
    assert (last, tier(quiet, ann)) == ("silver", "bronze")


def test_what_is_earned_in_the_days_of_grace_keeps_the_tier(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100", more="grace_days = 30")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    at(quiet, 2028, 1, 15)
    quiet.orders(ann, "100.00", id="2")
    at(quiet, 2028, 3, 1)

    assert (tier(quiet, ann), until(quiet, ann)) == ("silver", date(2029, 12, 31))


def test_a_return_of_what_did_not_reach_the_tier_leaves_the_grace(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300", more="grace_days = 30")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    at(quiet, 2027, 12, 20)
    placed = quiet.now
    quiet.orders(ann, "50.00", id="2")
    at(quiet, 2028, 1, 10)
    quiet.orders(ann, "50.00", id="2", at=placed, status="cancelled")

    assert (tier(quiet, ann), until(quiet, ann)) == ("silver", date(2028, 1, 30))


# Falling

LEVELS = ("silver from = 300", "gold from = 500", "platinum from = 900")


@pytest.mark.parametrize(
    ("fall", "expected"), [("recalculated", "bronze"), ("one_down", "gold"), ("never", "platinum")]
)
def test_how_far_one_falls_is_the_programs_choice(quiet: Cafe, fall: str, expected: str) -> None:
    with_tiers(quiet, "calendar_year", *LEVELS, more=f'fall = "{fall}"')
    ann = quiet.joins()
    quiet.orders(ann, "900.00")
    at(quiet, 2028, 1, 1)

    assert tier(quiet, ann) == expected


def test_one_step_down_lasts_a_whole_year(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *LEVELS, more='fall = "one_down"')
    ann = quiet.joins()
    quiet.orders(ann, "900.00", id="1")
    at(quiet, 2028, 1, 1)
    told = until(quiet, ann)
    quiet.orders(ann, "10.00", id="2")
    quiet.orders(ann, "10.00", id="2", status="cancelled")
    at(quiet, 2028, 12, 31)
    last = tier(quiet, ann)
    at(quiet, 2029, 1, 1)

    assert (told, last, tier(quiet, ann)) == (date(2028, 12, 31), "gold", "silver")


def test_who_falls_keeps_what_is_reached_or_kept_below(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100", "gold from = 500")
    ann = quiet.joins()
    quiet.orders(ann, "500.00", id="1")
    at(quiet, 2027, 5, 1)
    quiet.orders(ann, "150.00", id="2")
    at(quiet, 2028, 1, 1)
    fallen = tier(quiet, ann)
    at(quiet, 2029, 1, 1)

    assert (fallen, tier(quiet, ann)) == ("silver", "bronze")


def test_a_tier_that_never_falls_is_lost_by_a_return_while_it_rests_on_it(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", *LEVELS, more='fall = "never"')
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    for name, member in (("a", ann), ("b", ben)):
        quiet.orders(member, "300.00", id=name)
    quiet.orders(ann, "100.00", id="a")
    at(quiet, 2029, 5, 1)
    quiet.orders(ben, "10.00", id="b2")
    quiet.orders(ben, "10.00", id="b2", status="cancelled")

    assert (tier(quiet, ann), tier(quiet, ben)) == ("bronze", "silver")
    assert until(quiet, ben) is None


# Properties

NEEDS = st.lists(st.integers(1, 50), min_size=1, max_size=4).map(
    lambda steps: [sum(steps[: place + 1]) for place in range(len(steps))]
)


@given(needs=NEEDS, sums=st.lists(st.integers(-20, 250), min_size=1, max_size=2))
def test_more_never_reaches_less(needs: list[int], sums: list[int]) -> None:
    ladder = _ladder(needs)
    less: list[Sums] = [{"points": one} for one in sums]
    more: list[Sums] = [{"points": one + 1} for one in sums]

    assert reached(ladder, less) <= reached(ladder, more)
    assert reached(ladder, less) == sum(need <= max(sums) for need in needs)


@given(needs=NEEDS, points=st.integers(-20, 250), held=st.integers(0, 4), less=st.integers(0, 50))
def test_keeping_is_never_harder_than_reaching(
    needs: list[int], points: int, held: int, less: int
) -> None:
    ladder = _ladder(needs, less)
    held = min(held, len(needs))
    sums: list[Sums] = [{"points": points}]

    verdict = kept(ladder, held, sums)

    assert min(held, reached(ladder, sums)) <= verdict.rank <= held


def _ladder(needs: list[int], less: int = 0) -> Ladder:
    steps = [
        Step(reach=(("points", need),), keep=(("points", max(need - less, 0)),)) for need in needs
    ]
    return Ladder(steps=(Step(reach=(), keep=()), *steps), ranks={}, metrics=("points",))
