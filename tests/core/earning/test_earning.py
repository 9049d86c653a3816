"""Earning: whatever the shop reports of an order, the ledger ends where its last state says."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.errors import WrongCurrency
from core.leaving import leave
from core.model import Kind, OrderStatus, Status
from core.tables import entries, lots, measures, members, orders
from tests.core.conftest import NOON, Cafe
from tests.core.tiers import lifetime_sum, with_tiers

EVERY_FIFTY = ('per = "1.00"', 'per = "50.00"')
SILVER_AT_ONCE = ("from = 300", "from = 30")
DOUBLE = ('factor = "1.25"', 'factor = "2"')


def test_what_is_left_over_counts_with_the_next_order(quiet: Cafe) -> None:
    quiet.changes(*EVERY_FIFTY)
    ann = quiet.joins()

    assert quiet.orders(ann, "30.00", id="1").awarded == 0
    assert quiet.orders(ann, "20.00", id="2").awarded == 1
    assert quiet.orders(ann, "49.99", id="3").awarded == 0
    assert quiet.orders(ann, "0.01", id="4").awarded == 1


def test_the_same_report_again_changes_nothing(quiet: Cafe) -> None:
    ann = quiet.joins()
    first = quiet.orders(ann, "30.50")
    again = quiet.orders(ann, "30.50")

    assert again == first
    assert (again.awarded, quiet.balance(ann), quiet.again(ann).entries) == (30, 30, 1)


@pytest.mark.parametrize("status", ["placed", "cancelled"])
def test_an_order_that_is_not_paid_earns_nothing(quiet: Cafe, status: str) -> None:
    ann = quiet.joins()

    assert quiet.orders(ann, "30.00", status=status).awarded == 0
    assert quiet.orders(ann, "30.00", status="fulfilled").awarded == 30


def test_an_order_cancelled_and_paid_again_ends_the_same(quiet: Cafe) -> None:
    ann = quiet.joins()
    first = quiet.orders(ann, "30.50")
    remainder = quiet.carried(ann)
    cancelled = quiet.orders(ann, "30.50", status="cancelled")
    again = quiet.orders(ann, "30.50")

    assert (cancelled.awarded, cancelled.spendable) == (0, 0)
    assert (again.awarded, again.spendable) == (first.awarded, first.spendable)
    assert quiet.carried(ann) == remainder


def test_an_order_that_helped_the_next_one_to_its_point_can_go_and_come_back(quiet: Cafe) -> None:
    quiet.changes(*EVERY_FIFTY)
    ann = quiet.joins()
    quiet.orders(ann, "30.00", id="1")
    quiet.orders(ann, "20.00", id="2")
    quiet.orders(ann, "30.00", id="1", status="cancelled")
    without = quiet.balance(ann), quiet.carried(ann)
    quiet.orders(ann, "30.00", id="1")

    assert without == (0, 2000)
    assert (quiet.balance(ann), quiet.carried(ann)) == (1, 0)


def test_an_order_never_takes_more_than_it_helped_to(quiet: Cafe) -> None:
    quiet.changes(*EVERY_FIFTY)
    quiet.changes(*SILVER_AT_ONCE)
    ann = quiet.joins()
    quiet.orders(ann, "1500.00", id="up")  # silver: a quarter more from now on
    quiet.orders(ann, "30.00", id="1")
    quiet.orders(ann, "20.00", id="2")  # 1.25 points, rounded down
    quiet.orders(ann, "30.00", id="1", status="cancelled")

    assert quiet.balance(ann) == 30


def test_a_cancelled_order_takes_back_under_the_rule_of_its_day(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00", id="1")
    quiet.orders(ann, "30.00", id="2")
    quiet.changes("points = 1", "points = 7")
    quiet.orders(ann, "30.00", id="1", status="cancelled")

    assert quiet.balance(ann) == 30


def test_a_cancelled_order_takes_back_under_the_tier_of_its_day(quiet: Cafe) -> None:
    quiet.changes(*SILVER_AT_ONCE)
    ann = quiet.joins()
    quiet.orders(ann, "40.00", id="bronze")
    quiet.orders(ann, "40.00", id="silver")
    quiet.orders(ann, "40.00", id="bronze", status="cancelled")

    assert quiet.balance(ann) == 50


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('per = "1.00"', 'per = "1.00"\nminimum = "90.00"'),
        ("points = 1", "points = 7"),
        ('per = "1.00"', 'per = "9.00"'),
    ],
)
def test_a_new_rule_leaves_orders_that_have_earned_alone(quiet: Cafe, old: str, new: str) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00")
    quiet.changes(old, new)

    assert quiet.orders(ann, "30.00", status="fulfilled").awarded == 30


def test_a_changed_total_changes_the_points_both_ways(quiet: Cafe) -> None:
    ann = quiet.joins()
    awarded = [
        quiet.orders(ann, total).awarded for total in ("30.00", "12.50", "45.00", "0", "30.00")
    ]

    assert awarded == [30, 12, 45, 0, 30]
    assert quiet.balance(ann) == 30


def test_points_are_rounded_down_once_for_the_whole_order(quiet: Cafe) -> None:
    quiet.changes(*SILVER_AT_ONCE)
    ann = quiet.joins()
    quiet.orders(ann, "30.00", id="1")

    assert quiet.orders(ann, "1.00", id="2").awarded == 1
    assert quiet.orders(ann, "7.00", id="2").awarded == 8  # 8.75, not 1 + 7.5


def test_the_minimum_itself_earns_and_a_cent_less_does_not(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\nminimum = "5.00"')
    ann = quiet.joins()

    assert quiet.orders(ann, "4.99", id="1").awarded == 0
    assert quiet.orders(ann, "5.00", id="2").awarded == 5


def test_an_order_that_falls_below_the_minimum_loses_its_points(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\nminimum = "5.00"')
    ann = quiet.joins()
    quiet.orders(ann, "9.00")

    assert quiet.orders(ann, "4.00").awarded == 0
    assert quiet.balance(ann) == 0


def test_tax_and_delivery_earn_nothing(quiet: Cafe) -> None:
    ann = quiet.joins()

    assert quiet.orders(ann, "30.00", id="1", tax="5.00", shipping="4.00").awarded == 21
    assert quiet.orders(ann, "3.00", id="2", tax="5.00").awarded == 0


def test_tax_and_delivery_earn_where_the_program_says_so(quiet: Cafe) -> None:
    quiet.rules(quiet.text + "[counts]\ntax = true\nshipping = true\n")
    ann = quiet.joins()

    assert quiet.orders(ann, "30.00", tax="5.00", shipping="4.00").awarded == 30


def test_another_currency_is_refused(quiet: Cafe) -> None:
    ann = quiet.joins()

    with pytest.raises(WrongCurrency):
        quiet.orders(ann, "30.00", currency="USD")
    assert orders.find(quiet.tx, "eu", "1") is None


def test_nobodys_order_is_kept_until_its_buyer_is_known(quiet: Cafe) -> None:
    report = OrderReport(
        shop="eu", order_id="1", buyer=Buyer(phone="+380501234567"), placed_at=NOON,
        currency="EUR", total=3000, shipping=0, tax=0, status=OrderStatus.PAID,
    )  # fmt: skip
    unknown = record_order(quiet.tx, quiet.act(), report)
    kept = orders.find(quiet.tx, "eu", "1")
    ann = quiet.joins()
    members.set_phone(quiet.tx, ann.id, "+380501234567")

    assert (unknown.member, unknown.awarded) == (None, 0)
    assert kept
    assert (kept.total, kept.member_id) == (3000, None)
    assert record_order(quiet.tx, quiet.act(), report).awarded == 30


def test_an_order_keeps_its_buyer(quiet: Cafe) -> None:
    ann, bob = quiet.joins("Ann"), quiet.joins("Bob")
    quiet.orders(ann, "30.00")
    quiet.orders(bob, "30.00")

    assert (quiet.balance(ann), quiet.balance(bob)) == (30, 0)


def test_a_report_without_its_buyer_does_not_make_an_order_nobodys(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00")
    order = orders.find(quiet.tx, "eu", "1")
    assert order

    assert not orders.add_nobodys(quiet.tx, order)
    assert not orders.restate_nobodys(quiet.tx, order)
    assert orders.find(quiet.tx, "eu", "1") == order


@pytest.mark.parametrize("status", [Status.LEFT, Status.BLOCKED, Status.ERASED])
def test_a_frozen_member_earns_nothing(quiet: Cafe, status: Status) -> None:
    ann = quiet.joins()
    members.set_status(quiet.tx, ann.id, status)

    assert quiet.orders(ann, "30.00").awarded == 0


@pytest.mark.parametrize(
    ("total", "status", "left"), [("30.00", "cancelled", 0), ("10.00", "paid", 10)]
)
def test_who_has_left_still_loses_what_is_returned(
    quiet: Cafe, total: str, status: str, left: int
) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00")
    leave(quiet.tx, quiet.act(), member_id=ann.id)
    quiet.orders(ann, total, status=status)

    assert quiet.balance(ann) == left


def test_points_wait_as_many_days_as_the_rule_says(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    ann = quiet.joins()
    result = quiet.orders(ann, "30.00")
    quiet.passes(days=14, milliseconds=-1)
    before = quiet.spendable(ann)
    quiet.passes(milliseconds=1)

    assert (result.awarded, result.pending, result.spendable) == (30, 30, 0)
    assert (before, quiet.spendable(ann)) == (0, 30)


def test_a_return_before_the_day_takes_the_pending_points(quiet: Cafe) -> None:
    quiet.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    ann = quiet.joins()
    quiet.orders(ann, "30.00", id="1", at=quiet.now - timedelta(days=20))
    quiet.orders(ann, "20.00", id="2")
    result = quiet.orders(ann, "20.00", id="2", status="cancelled")

    assert (result.pending, result.spendable) == (0, 30)


def test_points_expire_from_the_day_of_the_order_not_of_its_report(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "30.00", at=datetime(2026, 1, 31, 23, tzinfo=UTC))  # 1 February in Kyiv
    [entry] = entries.page(quiet.tx, ann.id, before=None, limit=9)

    assert entry.expires_at == datetime(2027, 2, 1, 22, tzinfo=UTC)  # 2 February 0:00 in Kyiv


def test_points_already_spent_are_forgiven(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    quiet.redeems(ann)
    quiet.orders(ann, "100.00", status="cancelled")
    [newest] = entries.page(quiet.tx, ann.id, before=None, limit=1)

    assert quiet.balance(ann) == 0
    assert (newest.kind, newest.points, newest.reason["due"]) == (Kind.REVERSAL, -40, 100)


def test_forgiven_points_are_not_given_again(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    quiet.redeems(ann)
    for _ in range(3):
        quiet.orders(ann, "100.00", status="cancelled")
        quiet.orders(ann, "100.00")

    assert quiet.balance(ann) == 40


def test_forgiven_points_are_not_taken_later(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    quiet.redeems(ann)
    quiet.orders(ann, "30.00", id="1")
    quiet.orders(ann, "50.00", id="2")
    quiet.orders(ann, "20.00", id="1")

    assert quiet.balance(ann) == 40


def test_a_return_takes_its_own_points_first(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="old", at=quiet.now - timedelta(days=100))
    quiet.orders(ann, "60.00", id="new")
    quiet.orders(ann, "60.00", id="new", status="cancelled")
    expiry = lots.next_expiry(quiet.tx, ann.id, quiet.now)

    assert expiry == (datetime(2026, 11, 30, 22, tzinfo=UTC), 60)


@pytest.mark.parametrize("pending", [True, False])
def test_an_order_stays_in_the_year_in_which_it_first_earned(quiet: Cafe, pending: bool) -> None:
    levels = "silver from = { points = 300, spend = '900.00' }"
    with_tiers(quiet, "calendar_year", levels, more="" if pending else "pending = false")
    ann = quiet.joins()
    new_year = datetime(2026, 1, 1, tzinfo=UTC)
    windows = [(None, new_year), (new_year, None)]

    def sums() -> list[tuple[int, int]]:
        found = measures.of_member(quiet.tx, ann.id, ("points", "spend"), windows)
        return [(each["points"], each["spend"]) for each in found]

    quiet.orders(ann, "60.00", at=new_year - timedelta(days=2))
    quiet.orders(ann, "20.00", at=new_year + timedelta(days=2))
    assert sums() == [(20, 2000), (0, 0)]
    quiet.orders(ann, "90.00", at=new_year + timedelta(days=3))
    assert sums() == [(90, 9000), (0, 0)]
    quiet.orders(ann, "90.00", at=new_year + timedelta(days=4), status="cancelled")
    assert sums() == [(0, 0), (0, 0)]


def test_an_order_that_has_not_earned_yet_counts_when_the_shop_says_at_last(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.changes('per = "1.00"\n', 'per = "1.00"\nexpires = { days = 10 }\n')
    quiet.orders(ann, "60.00", at=quiet.now - timedelta(days=100), status="placed")
    quiet.orders(ann, "60.00")

    assert quiet.spendable(ann) == 60


def test_the_order_that_reaches_a_tier_earns_at_the_old_one(quiet: Cafe) -> None:
    quiet.changes(*SILVER_AT_ONCE)
    quiet.changes(*DOUBLE)
    ann = quiet.joins()

    assert quiet.orders(ann, "30.00", id="1").awarded == 30
    assert quiet.orders(ann, "30.00", id="2").awarded == 60


Changes = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 20_000),
        st.sampled_from(["placed", "paid", "fulfilled", "cancelled"]),
    ),
    max_size=12,
)


@settings(
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example has its own Ann
)
@given(changes=Changes)
def test_reports_in_any_order_end_where_the_last_ones_say(
    cafe_of_fifties: Cafe, changes: list[tuple[int, int, str]]
) -> None:
    ann = cafe_of_fifties.joins(f"Ann {cafe_of_fifties.act().operation_id}")
    last: dict[int, int] = {}
    for number, total, status in changes:
        cents = f"{total // 100}.{total % 100:02}"
        cafe_of_fifties.orders(ann, cents, id=f"{ann.id} {number}", status=status)
        last[number] = total if status in ("paid", "fulfilled") else 0
    after = cafe_of_fifties.again(ann)

    assert divmod(sum(last.values()), 5000) == (after.balance, cafe_of_fifties.carried(ann))
    assert lifetime_sum(cafe_of_fifties, ann) == after.balance


@pytest.fixture
def cafe_of_fifties(quiet: Cafe) -> Cafe:
    """A point for every full 50.00, no tiers within reach."""
    quiet.changes(*EVERY_FIFTY)
    return quiet
