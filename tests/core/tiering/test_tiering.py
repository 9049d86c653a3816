"""Tiers: what was earned in the window decides, and spending never lowers one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import joining, leaving
from core.adjusting import adjust
from core.calendar import add_months
from core.reporting import tier_standing
from core.tiering import benefits_of, factor_of
from core.tiering.having import best_of
from core.tiering.standing import Missing
from tests.core.conftest import Cafe
from tests.core.tiers import at, buys, lifetime_sum, ticks, tier, until, with_tiers


@pytest.fixture
def lifetime(quiet: Cafe) -> Cafe:
    """The café where every point ever earned counts: silver from 300."""
    with_tiers(quiet, "lifetime", "silver from = 300")
    return quiet


@pytest.fixture
def yearly(quiet: Cafe) -> Cafe:
    """The café where the points of the calendar year count: silver from 300."""
    with_tiers(quiet, "calendar_year", "silver from = 300")
    return quiet


@pytest.fixture
def rolling(quiet: Cafe) -> Cafe:
    """The café where the points of twelve months count: silver from 300."""
    with_tiers(quiet, "rolling", "silver from = 300")
    return quiet


# What reaches a tier


def test_the_points_named_reach_the_tier_and_one_less_does_not(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "299.99", id="1")
    before = tier(lifetime, ann)
    lifetime.orders(ann, "0.01", id="2")

    assert (before, tier(lifetime, ann)) == ("bronze", "silver")
    assert lifetime.again(ann).tier_since == lifetime.now


def test_a_sum_reaches_a_tier_to_the_cent(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", 'gold from = { spend = "500.01" }')
    ann = quiet.joins()
    quiet.orders(ann, "500.00", id="1")
    before = tier(quiet, ann)
    quiet.orders(ann, "0.01", id="2")

    assert (before, tier(quiet, ann)) == ("bronze", "gold")


def test_of_several_measures_one_is_enough(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = { orders = 3, items = 10 }")
    ann, ben = quiet.joins("Ann"), quiet.joins("Ben")
    for number in range(3):
        buys(quiet, ann, 100, pieces=1, id=f"a{number}")
    buys(quiet, ben, 100, pieces=9, id="b1")
    before = tier(quiet, ben)
    buys(quiet, ben, 100, pieces=1, id="b2")

    assert (tier(quiet, ann), before, tier(quiet, ben)) == ("silver", "bronze", "silver")


def test_an_order_that_is_not_paid_is_no_order(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = { orders = 2 }")
    ann = quiet.joins()
    quiet.orders(ann, "10.00", id="1")
    quiet.orders(ann, "10.00", id="2", status="placed")

    assert tier(quiet, ann) == "bronze"


def test_presents_count_where_all_points_do_and_only_there(cafe: Cafe) -> None:
    with_tiers(cafe, "lifetime", "silver from = { points = 50 }")
    ann = cafe.joins("Ann")
    with_tiers(cafe, "lifetime", "silver from = { all_points = 50 }")
    ben = cafe.joins("Ben")

    assert (tier(cafe, ann), tier(cafe, ben)) == ("bronze", "silver")


def test_all_points_do_not_fall_by_redeeming_but_by_a_return(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = { all_points = 300 }")
    ann = quiet.joins()
    quiet.orders(ann, "300.00")
    for _ in range(5):
        quiet.redeems(ann)
    spent = lifetime_sum(quiet, ann, "all_points")
    quiet.orders(ann, "299.00")

    assert (spent, tier(quiet, ann)) == (300, "bronze")


def test_points_by_hand_do_not_count_for_a_tier_of_purchases(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    adjust(lifetime.tx, lifetime.act(), member_id=ann.id, points=999, reason="sorry")

    assert tier(lifetime, ann) == "bronze"


def test_the_order_that_crosses_the_line_earns_at_the_old_tier(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", 'silver from = 300, factor = "2"')
    ann = quiet.joins()

    assert quiet.orders(ann, "300.00", id="1").awarded == 300
    assert quiet.orders(ann, "10.00", id="2").awarded == 20


def test_two_tiers_at_once_reach_the_higher(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300", "gold from = 500")
    ann = quiet.joins()
    quiet.orders(ann, "600.00")

    assert tier(quiet, ann) == "gold"


def test_a_tier_that_only_staff_give_is_passed_over(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300", "staff", "gold from = 500")
    ann = quiet.joins()
    quiet.orders(ann, "499.00", id="1")
    before = tier(quiet, ann)
    quiet.orders(ann, "1.00", id="2")

    assert (before, tier(quiet, ann)) == ("silver", "gold")


# Spending and returns


def test_spending_never_lowers_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00", id="1")
    for _ in range(5):
        lifetime.redeems(ann)
    lifetime.orders(ann, "0.10", id="2")

    assert lifetime.balance(ann) == 0
    assert tier(lifetime, ann) == "silver"


def test_expiry_never_lowers_the_tier_of_a_lifetime(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    lifetime.passes(days=3000)
    ticks(lifetime)

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

    assert tier(lifetime, ann) == "bronze"


def test_a_return_lowers_at_once_where_others_have_days_of_grace(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 100", more="grace_days = 30")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    quiet.orders(ann, "200.00", id="1")

    assert tier(quiet, ann) == "bronze"


def test_a_return_lowers_to_what_is_then_reached(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", "silver from = 300", "gold from = 500")
    ann = quiet.joins()
    quiet.orders(ann, "400.00", id="1")
    quiet.orders(ann, "100.00", id="2")
    quiet.orders(ann, "100.00", id="2", status="cancelled")

    assert tier(quiet, ann) == "silver"


def test_a_return_that_is_withdrawn_restores_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    for _ in range(5):
        lifetime.redeems(ann)
    for status in ("cancelled", "paid") * 2:
        lifetime.orders(ann, "300.00", status=status)

    assert lifetime.balance(ann) == 0
    assert tier(lifetime, ann) == "silver"
    assert lifetime_sum(lifetime, ann) == 300


def test_each_return_counts_once_for_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    for _ in range(5):
        lifetime.redeems(ann)
    for total in ("200.00", "150.00", "100.00"):
        lifetime.orders(ann, total)

    assert lifetime_sum(lifetime, ann) == 100


# How long it holds


def test_a_calendar_years_tier_holds_through_the_next_year(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "300.00")
    told = until(yearly, ann)
    at(yearly, 2027, 12, 31)
    last = tier(yearly, ann)
    at(yearly, 2028, 1, 1)

    assert (told, last, tier(yearly, ann)) == (date(2027, 12, 31), "silver", "bronze")


def test_a_calendar_year_begins_in_the_shop(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "200.00", id="old", at=datetime(2025, 12, 31, 21, 59, tzinfo=UTC))
    yearly.orders(ann, "200.00", id="new", at=datetime(2025, 12, 31, 22, tzinfo=UTC))
    standing = tier_standing(yearly.tx, yearly.again(ann), yearly.act())

    assert (standing.tier.id, standing.sums) == ("bronze", {"points": 200})


def test_a_tier_of_last_year_is_held_until_this_years_end(yearly: Cafe) -> None:
    ann = yearly.joins()
    yearly.orders(ann, "300.00", at=datetime(2025, 6, 1, tzinfo=UTC))
    before = until(yearly, ann)
    yearly.orders(ann, "300.00", id="2")

    assert (before, until(yearly, ann)) == (date(2026, 12, 31), date(2027, 12, 31))


def test_a_year_of_membership_begins_on_the_day_of_joining(quiet: Cafe) -> None:
    with_tiers(quiet, "anniversary", "silver from = 300")
    ann = quiet.joins()
    at(quiet, 2027, 3, 9)
    quiet.orders(ann, "200.00", id="1")
    at(quiet, 2027, 3, 10)
    quiet.orders(ann, "200.00", id="2")
    before = tier(quiet, ann)
    quiet.orders(ann, "100.00", id="3")
    told = until(quiet, ann)
    at(quiet, 2029, 3, 9)
    last = tier(quiet, ann)
    at(quiet, 2029, 3, 10)

    assert (before, told) == ("bronze", date(2029, 3, 9))
    assert (last, tier(quiet, ann)) == ("silver", "bronze")


def test_a_rolling_tier_ends_when_its_points_leave_the_window(rolling: Cafe) -> None:
    ann = rolling.joins()
    rolling.orders(ann, "300.00")
    told = until(rolling, ann)
    at(rolling, 2027, 3, 10)
    last = tier(rolling, ann)
    at(rolling, 2027, 3, 11)

    assert (told, last, tier(rolling, ann)) == (date(2027, 3, 10), "silver", "bronze")


def test_a_rolling_tier_is_held_as_long_as_enough_points_are_young(rolling: Cafe) -> None:
    ann = rolling.joins()
    for number, days in enumerate((200, 100, 0)):
        rolling.orders(ann, "200.00", id=str(number), at=rolling.now - timedelta(days=days))

    held = add_months((rolling.now - timedelta(days=100)).date(), 12)
    assert until(rolling, ann) == held


def test_a_rolling_tier_of_orders_is_held_by_whichever_measure_lasts(quiet: Cafe) -> None:
    with_tiers(quiet, "rolling", 'silver from = { orders = 2, spend = "100.00" }')
    ann = quiet.joins()
    quiet.orders(ann, "10.00", id="1", at=quiet.now - timedelta(days=100))
    quiet.orders(ann, "100.00", id="2")

    assert until(quiet, ann) == date(2027, 3, 10)


def test_the_lowest_tier_is_for_ever(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "10.00")

    assert until(quiet, ann) is None


@given(earned=st.dates(date(2026, 1, 1), date(2028, 12, 31)))
@example(earned=date(2027, 1, 31))
def test_a_rolling_tier_is_held_until_the_day_that_was_told(earned: date) -> None:
    told = add_months(earned, 1)

    assert add_months(told, -1) <= earned  # the window of that day still has it
    assert add_months(told + timedelta(days=4), -1) > earned  # and soon after no more


def test_a_member_who_came_back_keeps_the_tier(lifetime: Cafe) -> None:
    ann = lifetime.joins()
    lifetime.orders(ann, "300.00")
    leaving.leave(lifetime.tx, lifetime.act(), member_id=ann.id)
    back = joining.come_back(lifetime.tx, lifetime.act(), lifetime.again(ann)).member

    assert back.tier == "silver"


# What the member is told


def test_what_is_missing_is_said_of_the_nearest_measure(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", 'silver from = { orders = 10, spend = "100.00" }')
    ann = quiet.joins()
    quiet.orders(ann, "30.00")
    standing = tier_standing(quiet.tx, quiet.again(ann), quiet.act())

    assert standing.next
    assert (standing.next.id, standing.missing) == ("silver", Missing("spend", 7000))


def test_who_may_lose_a_tier_is_told_what_keeps_it_and_not_too_early(quiet: Cafe) -> None:
    with_tiers(quiet, "calendar_year", "silver from = 300, keep = 200")
    ann = quiet.joins()
    quiet.orders(ann, "300.00", id="1")
    first_year = tier_standing(quiet.tx, quiet.again(ann), quiet.act()).to_keep
    at(quiet, 2027, 6, 1)
    quiet.orders(ann, "50.00", id="2")
    standing = tier_standing(quiet.tx, quiet.again(ann), quiet.act())

    assert first_year is None
    assert (standing.until, standing.to_keep) == (date(2027, 12, 31), Missing("points", 150))


def test_who_may_lose_a_rolling_tier_is_told_what_will_be_missing_then(rolling: Cafe) -> None:
    ann = rolling.joins()
    rolling.orders(ann, "200.00", id="1")
    rolling.passes(days=30)
    rolling.orders(ann, "100.00", id="2")
    standing = tier_standing(rolling.tx, rolling.again(ann), rolling.act())

    assert (standing.until, standing.to_keep) == (date(2027, 3, 10), Missing("points", 200))


# Benefits

GIVING = (
    'silver from = 300, benefits = [{ kind = "discount", percent = "5" },'
    ' { kind = "free_shipping", from = "30.00" }]',
    'staff benefits = [{ kind = "perk", title = "The staff room" }]',
    'gold from = 500, factor = "2", benefits = [{ kind = "discount", percent = "10" }]',
)
PLAN = '[[plans]]\nid = "card"\ntitle = "Card"\nperiod = "once"\napproval = true\ntier = "gold"\n'


def _has(cafe: Cafe, tier_id: str, *plans: str) -> list[str]:
    benefits = best_of(benefits_of(cafe.program, tier_id, plans))
    return [f"{one.kind} {getattr(one, 'percent', '')}".strip() for one in benefits]  # type: ignore[attr-defined]  # each kind has one


def test_a_tier_has_the_benefits_of_those_below_but_of_discounts_the_best(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", *GIVING)

    assert _has(quiet, "bronze") == []
    assert _has(quiet, "silver") == ["discount 5", "free_shipping"]
    assert _has(quiet, "gold") == ["free_shipping", "discount 10"]


def test_a_tier_that_staff_give_shares_its_benefits_with_none(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", *GIVING)

    assert _has(quiet, "staff") == ["discount 5", "free_shipping", "perk"]


def test_without_inheriting_a_tier_has_its_own_benefits(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", *GIVING, more="inherit = false")

    assert _has(quiet, "gold") == ["discount 10"]


def test_a_plan_that_stands_for_a_tier_gives_its_benefits_and_factor(quiet: Cafe) -> None:
    with_tiers(quiet, "lifetime", *GIVING)
    quiet.rules(f"{quiet.text}\n{PLAN}")

    assert _has(quiet, "bronze", "card") == _has(quiet, "gold")
    assert factor_of(quiet.program, "bronze", ["card"]) == 2
    assert factor_of(quiet.program, "bronze") == 1
