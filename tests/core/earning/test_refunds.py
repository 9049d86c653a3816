"""Refunds: the returned goods' points go, the points spent on the order come back."""

from datetime import timedelta
from itertools import count, permutations

import pytest

from core.awarding.baskets import OrderLine
from core.earning.recording import record_gone, record_refunds
from core.earning.reports import OrderResult
from core.earning.valuing import share_returned
from core.model import Kind, Member, OrderStatus, Voucher
from core.rewards import returning
from core.rewards.redeeming import use
from core.tables import entries, ledger, lots, orders
from core.tables.refunds import Refund
from tests.core.conftest import Cafe

BEANS, MILK = OrderLine("BEANS", 1, 6000), OrderLine("MILK", 2, 4000)
LINES = (BEANS, MILK)
ids = count(1)


def refunded(
    cafe: Cafe, amount: int, *lines: tuple[str, int], id: str = "", order: str = "1"
) -> OrderResult:
    """The shop gives something back."""
    refund = Refund(id=id or f"r{next(ids)}", amount=amount, lines=lines, refunded_at=cafe.now)
    return record_refunds(cafe.tx, cafe.act(), shop="eu", order_id=order, given_back=(refund,))


def settled(cafe: Cafe, voucher: Voucher) -> int:
    """What was given back of the order comes back of the voucher's points."""
    order = orders.find(cafe.tx, "eu", "1")
    assert order
    share = share_returned(cafe.tx, cafe.act(), order)
    return returning.return_points(
        cafe.tx, cafe.act(), code=voucher.code, used_for="eu/1", order_id="1", share=share
    )


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, who bought beans for 60 and milk for 40 euros."""
    ann = quiet.joins()
    quiet.orders(ann, "100.00", lines=LINES)
    return ann


def test_goods_take_what_they_earned(quiet: Cafe, ann: Member) -> None:
    result = refunded(quiet, 2000, ("MILK", 1))

    assert (result.taken, quiet.balance(ann)) == (20, 80)


def test_the_rule_of_the_day_counts_not_that_of_now(quiet: Cafe, ann: Member) -> None:
    quiet.changes('per = "1.00"', 'per = "0.10"')

    refunded(quiet, 6000, ("BEANS", 1))

    assert quiet.balance(ann) == 40


def test_the_same_refund_again_changes_nothing_and_another_sum_corrects_it(
    quiet: Cafe, ann: Member
) -> None:
    for _ in range(3):
        refunded(quiet, 5000, id="r")
    once = quiet.balance(ann)
    refunded(quiet, 2500, id="r")

    assert (once, quiet.balance(ann)) == (50, 75)


def test_a_refund_may_come_before_its_order(quiet: Cafe) -> None:
    ann = quiet.joins()
    early = refunded(quiet, 6000, ("BEANS", 1))

    quiet.orders(ann, "100.00", lines=LINES)

    assert early.member is None
    assert quiet.balance(ann) == 40


def test_an_order_reported_again_knows_its_refunds(quiet: Cafe, ann: Member) -> None:
    refunded(quiet, 6000, ("BEANS", 1))

    quiet.orders(ann, "100.00", lines=LINES, status="fulfilled")

    assert quiet.balance(ann) == 40


def test_the_member_is_told_with_the_order(quiet: Cafe, ann: Member) -> None:
    refunded(quiet, 6000, ("BEANS", 1))

    told = quiet.tx.rows("SELECT key, vals FROM outbox WHERE key = 'notice-taken-order'")
    assert [('"1"' in vals, "60" in vals) for _, vals in told] == [(True, True)]


def test_what_was_spent_is_forgiven_within_the_balance(quiet: Cafe, ann: Member) -> None:
    quiet.redeems(ann)  # 60 of 100

    refunded(quiet, 10000)

    assert quiet.balance(ann) == 0
    quiet.orders(ann, "10.00", id="2")
    assert quiet.balance(ann) == 10


def test_only_pending_points_are_taken(quiet: Cafe) -> None:
    quiet.changes("[expiry]", '[returns]\ntake_back = "only_pending"\n[expiry]')
    quiet.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    ann = quiet.joins()
    quiet.orders(ann, "100.00", id="1")
    refunded(quiet, 5000, id="early")
    early = quiet.balance(ann)

    quiet.passes(days=15)
    refunded(quiet, 2500, id="late")

    assert (early, quiet.balance(ann)) == (50, 50)


def test_without_limit_new_points_pay_first_for_what_was_spent(quiet: Cafe) -> None:
    quiet.changes("[expiry]", '[returns]\ntake_back = "unlimited"\n[expiry]')
    ann = quiet.joins()
    quiet.orders(ann, "100.00", lines=LINES)
    quiet.redeems(ann)  # 60

    refunded(quiet, 10000)
    owed = quiet.again(ann).counters[ledger.OWED]
    quiet.orders(ann, "40.00", id="2")
    half = quiet.balance(ann)
    quiet.orders(ann, "30.00", id="3")

    assert (owed, half, quiet.balance(ann)) == (60, 0, 10)
    assert ledger.OWED not in quiet.again(ann).counters


def test_an_order_that_comes_back_pays_its_own_debt(quiet: Cafe) -> None:
    quiet.changes("[expiry]", '[returns]\ntake_back = "unlimited"\n[expiry]')
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    quiet.redeems(ann)
    quiet.orders(ann, "100.00", status="cancelled")

    quiet.orders(ann, "100.00")

    assert quiet.balance(ann) == 40


def test_spent_points_come_back_in_proportion_with_their_dates(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="0")
    before = lots.open_points(quiet.tx, ann.id)
    quiet.passes(days=40)
    voucher = quiet.redeems(ann)
    quiet.orders(ann, "100.00", lines=LINES)
    use(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/1", order=True)

    refunded(quiet, 2000, ("MILK", 1), id="a")
    first = [settled(quiet, voucher) for _ in range(3)]
    refunded(quiet, 8000, id="b")
    second = settled(quiet, voucher)

    assert (first, second) == ([12, 0, 0], 48)
    assert quiet.balance(ann) == 60
    assert lots.open_points(quiet.tx, ann.id) == before


def test_a_refund_that_was_taken_back_takes_the_spent_points_again(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="0")
    voucher = quiet.redeems(ann)
    quiet.orders(ann, "100.00", lines=LINES)
    use(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/1", order=True)
    refunded(quiet, 10000, id="a")
    back = settled(quiet, voucher)

    refunded(quiet, 0, id="a")

    assert (back, settled(quiet, voucher)) == (60, -60)
    assert quiet.balance(ann) == 100


def test_a_cancelled_order_gives_the_voucher_back_and_not_its_points(quiet: Cafe) -> None:
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="0")
    voucher = quiet.redeems(ann)
    quiet.orders(ann, "100.00", lines=LINES)
    use(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/1", order=True)
    refunded(quiet, 5000, id="a")
    settled(quiet, voucher)
    quiet.orders(ann, "100.00", lines=LINES, status="cancelled")

    gone = returning.give_back(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/1")

    assert gone == -30
    assert quiet.balance(ann) == 0
    assert use(quiet.tx, quiet.act(), code=voucher.code, used_for="eu/2", order=True)


def test_a_deleted_order_stays_deleted_whatever_comes_late(quiet: Cafe) -> None:
    ann = quiet.joins()
    record_gone(quiet.tx, quiet.act(), shop="eu", order_id="1")

    for minutes in (-1, 2):  # the shop's clock may be ahead
        quiet.orders(ann, "100.00", updated_at=quiet.now + timedelta(minutes=minutes))

    assert quiet.balance(ann) == 0
    order = orders.find(quiet.tx, "eu", "1")
    assert order
    assert order.status is OrderStatus.CANCELLED


def test_an_older_state_never_overwrites_a_newer_one(quiet: Cafe) -> None:
    ann = quiet.joins()
    at = quiet.now
    states = [("1.00", "placed", 0), ("1.00", "paid", 0), ("3.00", "paid", 1),
              ("2.00", "fulfilled", 2)]  # fmt: skip
    for number, reports in enumerate(permutations(states)):
        for total, status, minute in reports:
            moment = at + timedelta(minutes=minute)
            quiet.orders(ann, total, id=str(number), status=status, updated_at=moment)
        assert quiet.balance(ann) == 2 * (number + 1)


def test_nothing_is_left_of_what_was_returned_in_the_ledger(quiet: Cafe, ann: Member) -> None:
    refunded(quiet, 10000)

    kept = entries.page(quiet.tx, ann.id, before=None, limit=9)
    assert [(entry.kind, entry.points) for entry in kept] == [
        (Kind.REVERSAL, -100),
        (Kind.ORDER, 100),
    ]
