"""A tier that time alone ends: it is looked at the day after its last day, and not before."""

from datetime import timedelta

from core import tiering
from core.model import MemberId
from core.tables import members
from tests.core.conftest import Cafe

YEAR = timedelta(days=365)


def _review(cafe: Cafe) -> list[str]:
    """Do what is due, as the schedule does; the tiers that resulted."""
    due = tiering.due(cafe.tx, cafe.now, after=MemberId(0), limit=100)
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
