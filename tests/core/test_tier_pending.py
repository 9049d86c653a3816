"""Tiers of programs in which points count only when they can be spent."""

from datetime import date

import pytest

from tests.core.conftest import Cafe
from tests.core.tiers import at, ticks, tier, until, with_tiers

RATE = 'id = "purchases"\non = "purchase"\n'


@pytest.fixture
def waiting(quiet: Cafe) -> Cafe:
    """The café where points come after 30 days, and only then count for silver, from 300."""
    quiet.changes(RATE, f"{RATE}pending_days = 30\n")
    with_tiers(quiet, "calendar_year", "silver from = 300", more="pending = false")
    return quiet


@pytest.fixture
def delivered(quiet: Cafe) -> Cafe:
    """The same where points come when the order is fulfilled."""
    quiet.changes(RATE, f"{RATE}pending_until_fulfilled = true\n")
    with_tiers(quiet, "lifetime", "silver from = 300", more="pending = false")
    return quiet


def test_points_count_from_the_moment_they_can_be_spent(waiting: Cafe) -> None:
    ann = waiting.joins()
    waiting.orders(ann, "300.00", id="1")
    seen = [tier(waiting, ann)]
    for minutes in (30 * 24 * 60 - 1, 1):
        waiting.passes(minutes=minutes)
        ticks(waiting)
        seen.append(tier(waiting, ann))

    assert seen == ["bronze", "bronze", "silver"]


def test_points_count_in_the_year_in_which_they_come(waiting: Cafe) -> None:
    ann = waiting.joins()
    at(waiting, 2026, 12, 20)
    waiting.orders(ann, "300.00", id="1")
    at(waiting, 2027, 2, 1)

    assert (tier(waiting, ann), until(waiting, ann)) == ("silver", date(2028, 12, 31))


def test_what_was_returned_before_it_came_never_counts(waiting: Cafe) -> None:
    ann = waiting.joins()
    waiting.orders(ann, "299.00", id="1")
    waiting.orders(ann, "1.00", id="2")
    waiting.passes(days=10)
    waiting.orders(ann, "1.00", id="2", status="cancelled")
    at(waiting, 2026, 6, 1)

    assert tier(waiting, ann) == "bronze"


def test_what_is_returned_later_lowers_the_tier_at_once(waiting: Cafe) -> None:
    ann = waiting.joins()
    waiting.orders(ann, "300.00", id="1")
    at(waiting, 2026, 6, 1)
    before = tier(waiting, ann)
    waiting.orders(ann, "299.00", id="1")

    assert (before, tier(waiting, ann)) == ("silver", "bronze")


def test_a_second_order_does_not_hide_the_first(waiting: Cafe) -> None:
    ann = waiting.joins()
    waiting.orders(ann, "200.00", id="1")
    waiting.passes(days=10)
    waiting.orders(ann, "100.00", id="2")
    waiting.passes(days=20)
    ticks(waiting)
    first = tier(waiting, ann)
    waiting.passes(days=10)
    ticks(waiting)

    assert (first, tier(waiting, ann)) == ("bronze", "silver")


def test_points_that_wait_for_delivery_count_with_it(delivered: Cafe) -> None:
    ann = delivered.joins()
    delivered.orders(ann, "300.00", id="1")
    at(delivered, 2026, 6, 1)
    before = tier(delivered, ann)
    delivered.orders(ann, "300.00", id="1", status="fulfilled")
    fulfilled = tier(delivered, ann)
    delivered.orders(ann, "300.00", id="1", status="cancelled")

    assert (before, fulfilled, tier(delivered, ann)) == ("bronze", "silver", "bronze")


def test_points_that_wait_for_delivery_keep_no_tier_until_they_come(quiet: Cafe) -> None:
    quiet.changes(RATE, f"{RATE}pending_until_fulfilled = true\n")
    with_tiers(quiet, "rolling", "silver from = 50", more="pending = false")
    ann = quiet.joins()
    quiet.orders(ann, "50.00", id="1", status="fulfilled")
    quiet.orders(ann, "300.00", id="2")

    assert (tier(quiet, ann), until(quiet, ann)) == ("silver", date(2027, 3, 10))
