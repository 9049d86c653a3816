"""A tier that time alone ends: it is looked at the day after its last day, and not before."""

from datetime import timedelta

from core import applying, tiering
from core.model import MemberId
from core.tables import members, programs
from tests.core.conftest import Cafe

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
    for _ in range(quiet.version + 1):
        programs.add(quiet.tx, quiet.text, by="another process", now=quiet.now)

    assert _review(quiet) == ["silver"]
    quiet.version += 1
    assert _review(quiet) == ["bronze"]


def test_a_new_window_ends_tiers_that_had_no_end(quiet: Cafe) -> None:
    rolling = quiet.text
    quiet.changes('{ kind = "rolling", months = 12 }', '{ kind = "lifetime" }')
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    before = quiet.program
    quiet.rules(rolling)
    applying.apply(quiet.tx, before, rolling, quiet.program, by="test", now=quiet.now)

    assert _review(quiet) == ["silver"]
    quiet.now += YEAR + timedelta(days=1)
    assert _review(quiet) == ["bronze"]
