"""Tiers: the points earned in the window decide, and spending never lowers one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import joining
from core.adjusting import adjust
from core.calendar import add_months
from core.model import Member
from core.reporting import tier_standing
from core.tables import ledger
from core.tiering import held_until, reached, review_due
from tests.core.conftest import Cafe

ROLLING = 'window = { kind = "rolling", months = 12 }'


@pytest.fixture
def lifetime(quiet: Cafe) -> Cafe:
    """The café where every point ever earned counts: silver from 300."""
    quiet.changes(ROLLING, 'window = { kind = "lifetime" }')
    return quiet


@pytest.fixture
def yearly(quiet: Cafe) -> Cafe:
    """The café where the points of the calendar year count: silver from 300."""
    quiet.changes(ROLLING, 'window = { kind = "calendar_year" }')
    return quiet


def tier(cafe: Cafe, member: Member, *moment: int) -> str:
    """The tier the member's points reach at that moment, or now."""
    now = datetime(*moment, tzinfo=UTC) if moment else cafe.now  # type: ignore[arg-type,misc]
    return reached(cafe.tx, member.id, cafe.program, now).id


def until(cafe: Cafe, member: Member) -> date | None:
    """The last day of the member's tier."""
    return held_until(cafe.tx, cafe.again(member), cafe.program, cafe.now)


def test_the_points_named_reach_the_tier_and_one_less_does_not(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "299.99", id="1")
    before = lifetime.again(ann).tier
    lifetime.orders(ann, "0.01", id="2")

    assert (before, lifetime.again(ann).tier) == ("bronze", "silver")
    assert lifetime.again(ann).tier_since == lifetime.now


def test_spending_never_lowers_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00", id="1")
    for _ in range(5):
        lifetime.redeems(ann)
    lifetime.orders(ann, "0.10", id="2")

    assert lifetime.balance(ann) == 0
    assert lifetime.again(ann).tier == "silver"


def test_expiry_never_lowers_the_tier_of_a_lifetime(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    lifetime.passes(days=3000)

    assert tier(lifetime, ann) == "silver"
    assert until(lifetime, ann) is None


@pytest.mark.parametrize("spent", [0, 5])
def test_a_return_lowers_the_tier_at_once_even_if_the_points_are_spent(
    lifetime: Cafe, spent: int
) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    for _ in range(spent):
        lifetime.redeems(ann)
    lifetime.orders(ann, "299.00")

    assert lifetime.again(ann).tier == "bronze"


def test_a_return_that_is_withdrawn_restores_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    for _ in range(5):
        lifetime.redeems(ann)
    for status in ("cancelled", "paid") * 2:
        lifetime.orders(ann, "300.00", status=status)

    assert lifetime.balance(ann) == 0
    assert lifetime.again(ann).tier == "silver"
    assert ledger.tier_points(lifetime.tx, ann.id, since=None) == 300


def test_each_return_counts_once_for_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    for _ in range(5):
        lifetime.redeems(ann)
    for total in ("200.00", "150.00", "100.00"):
        lifetime.orders(ann, total)

    assert ledger.tier_points(lifetime.tx, ann.id, since=None) == 100


def test_presents_do_not_count_for_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    adjust(lifetime.tx, lifetime.act(), member_id=ann.id, points=999, reason="sorry")

    assert tier(lifetime, ann) == "bronze"


def test_a_calendar_years_tier_holds_through_the_next_year(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "300.00")

    assert until(yearly, ann) == date(2027, 12, 31)
    assert tier(yearly, ann, 2027, 12, 31, 21) == "silver"
    assert tier(yearly, ann, 2027, 12, 31, 22) == "bronze"  # 1 January in Kyiv


def test_a_calendar_year_begins_in_the_shop(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "200.00", id="old", at=datetime(2025, 12, 31, 21, 59, tzinfo=UTC))
    yearly.orders(ann, "200.00", id="new", at=datetime(2025, 12, 31, 22, tzinfo=UTC))

    assert tier(yearly, ann) == "bronze"
    assert tier_standing(yearly.tx, yearly.again(ann), yearly.act()).points == 200


def test_a_tier_of_last_year_is_held_until_this_years_end(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "300.00", at=datetime(2025, 6, 1, tzinfo=UTC))
    before = until(yearly, ann)
    yearly.orders(ann, "300.00", id="2")

    assert (before, until(yearly, ann)) == (date(2026, 12, 31), date(2027, 12, 31))


def test_a_rolling_tier_ends_when_its_points_leave_the_window(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")

    assert until(quiet, ann) == date(2027, 3, 10)
    assert tier(quiet, ann, 2027, 3, 10, 21) == "silver"
    assert tier(quiet, ann, 2027, 3, 10, 22) == "bronze"


def test_a_rolling_tier_is_held_as_long_as_enough_points_are_young(quiet: Cafe) -> None:
    ann = quiet.joins()
    for number, days in enumerate((200, 100, 0)):
        quiet.orders(ann, "200.00", id=str(number), at=quiet.now - timedelta(days=days))

    held = add_months((quiet.now - timedelta(days=100)).date(), 12)
    assert until(quiet, ann) == held


def test_the_lowest_tier_is_for_ever(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "10.00")

    assert until(quiet, ann) is None


def test_a_review_moves_down_who_earned_nothing_since(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    quiet.passes(days=400)
    review_due(quiet.tx, quiet.act(), member_id=ann.id)

    assert quiet.again(ann).tier == "bronze"


def test_a_program_that_drops_a_tier_leaves_its_members_on_the_lowest(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    quiet.rules(quiet.text.replace("silver", "platinum"))
    standing = tier_standing(quiet.tx, quiet.again(ann), quiet.act())
    quiet.orders(ann, "1.00", id="2")

    assert standing.tier.id == "bronze"
    assert quiet.again(ann).tier == "platinum"


@given(earned=st.dates(date(2026, 1, 1), date(2028, 12, 31)))
@example(earned=date(2027, 1, 31))
def test_a_rolling_tier_is_held_until_the_day_that_was_told(earned: date) -> None:
    told = add_months(earned, 1)

    assert add_months(told, -1) <= earned  # the window of that day still has it
    assert add_months(told + timedelta(days=4), -1) > earned  # and soon after no more


def test_a_member_who_came_back_keeps_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    joining.leave(lifetime.tx, member_id=ann.id)
    back = joining.come_back(lifetime.tx, lifetime.act(), lifetime.again(ann)).member

    assert back.tier == "silver"
