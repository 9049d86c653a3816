"""
Referrals: both are paid once for what the program names, and what can be returned waits. Whatever
is refunded is as if it had never been.
"""

from datetime import UTC, datetime

import pytest

from core import leaving
from core.model import Kind, Member, Status, VoucherStatus
from core.tables import agenda, entries, members, vouchers
from core.tables.referrals import State
from tests.core.conftest import Cafe
from tests.core.referrals.friends import (
    JOINING,
    MINIMUM,
    about,
    brings,
    counts,
    keeps_promises,
)
from tests.core.tiers import lifetime_sum


def test_both_are_paid_for_the_first_order_that_qualifies(
    quiet: Cafe, ann: Member, bob: Member
) -> None:
    quiet.orders(bob, "9.99", id="too small")
    before = quiet.balance(ann)
    quiet.orders(bob, "10.00", id="enough")
    quiet.orders(bob, "10.00", id="one more")

    assert before == 0
    assert quiet.balance(ann) == 100
    assert quiet.balance(bob) == 29 + 50
    assert counts(quiet, ann) == {State.PAID: 1}


def test_joining_alone_pays_nobody(quiet: Cafe, ann: Member, bob: Member) -> None:
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 0)
    assert counts(quiet, ann) == {State.JOINED: 1}


@pytest.mark.parametrize(("days", "paid"), [(30, 100), (30.001, 0)])
def test_the_order_must_come_within_the_days(quiet: Cafe, days: float, paid: int) -> None:
    quiet.changes('minimum = "10.00"', 'minimum = "10.00"\nwithin_days = 30')
    ann = quiet.joins("Ann")
    bob = quiet.joins("Bob", code=ann.referral_code)
    quiet.passes(days=days)
    quiet.orders(bob, "10.00")

    assert quiet.balance(ann) == paid


@pytest.mark.parametrize("total", ["10.00", "9.99"])
def test_a_returned_order_takes_the_points_back(
    quiet: Cafe, ann: Member, bob: Member, total: str
) -> None:
    quiet.orders(bob, "20.00")
    quiet.orders(bob, total, status="cancelled" if total == "10.00" else "paid")

    assert quiet.balance(ann) == 0
    assert quiet.balance(bob) == (0 if total == "10.00" else 9)
    assert counts(quiet, ann) == {State.JOINED: 1}


def test_an_order_cancelled_and_paid_again_pays_once(quiet: Cafe, ann: Member, bob: Member) -> None:
    for status in ("paid", "cancelled") * 3:
        quiet.orders(bob, "20.00", status=status)
    quiet.orders(bob, "20.00")

    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 70)


@pytest.mark.parametrize("another", ["1", "2"])
def test_points_spent_before_the_return_are_not_paid_again(
    quiet: Cafe, ann: Member, bob: Member, another: str
) -> None:
    quiet.orders(bob, "20.00", id="1")
    quiet.redeems(ann)
    quiet.orders(bob, "20.00", id="1", status="cancelled")
    quiet.orders(bob, "20.00", id=another)

    assert quiet.balance(ann) == 40
    assert quiet.balance(bob) == 70


def test_a_new_minimum_takes_nothing_back(quiet: Cafe, ann: Member, bob: Member) -> None:
    quiet.orders(bob, "20.00")
    quiet.changes('minimum = "10.00"', 'minimum = "30.00"')
    quiet.orders(bob, "20.00", status="fulfilled")

    assert quiet.balance(ann) == 100


@pytest.mark.parametrize("status", [Status.LEFT, Status.BLOCKED, Status.ERASED])
def test_a_referrer_who_is_gone_is_not_paid_but_the_friend_is(
    quiet: Cafe, ann: Member, bob: Member, status: Status
) -> None:
    members.set_status(quiet.tx, ann.id, status)
    quiet.orders(bob, "20.00")

    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 70)


def test_a_forgotten_referrers_code_brings_nobody(quiet: Cafe, ann: Member) -> None:
    leaving.forget(quiet.tx, quiet.act(), member_id=ann.id)
    quiet.joins("Bob", code=ann.referral_code)
    quiet.joins("Eve", code=quiet.again(ann).referral_code)

    assert counts(quiet, ann) == {}


def test_referral_points_do_not_count_for_the_tier(quiet: Cafe, ann: Member, bob: Member) -> None:
    quiet.orders(bob, "20.00")
    kinds = [entry.kind for entry in entries.page(quiet.tx, bob.id, before=None, limit=9)]

    assert kinds == [Kind.FRIEND, Kind.ORDER]
    assert lifetime_sum(quiet, bob) == 20
    assert lifetime_sum(quiet, ann) == 0


def test_a_friend_who_brings_a_friend_is_paid_too(quiet: Cafe, ann: Member, bob: Member) -> None:
    eve = quiet.joins("Eve", code=bob.referral_code)
    quiet.orders(eve, "20.00", id="Eve's")
    quiet.orders(bob, "20.00", id="Bob's")

    assert quiet.balance(ann) == 100
    assert quiet.balance(bob) == 100 + 20 + 50
    assert quiet.balance(eve) == 20 + 50


def test_another_order_stands_in_for_the_returned_one(
    quiet: Cafe, ann: Member, bob: Member
) -> None:
    quiet.orders(bob, "20.00", id="first")
    quiet.orders(bob, "15.00", id="second")
    quiet.orders(bob, "20.00", id="first", status="cancelled")

    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 15 + 50)
    assert about(quiet, bob).order_id == "second"


# What pays, and when


def test_joining_pays_at_once_where_the_program_says_so(quiet: Cafe) -> None:
    ann, bob = brings(quiet, JOINING)
    before = quiet.balance(ann), quiet.balance(bob)
    quiet.orders(bob, "20.00")
    quiet.orders(bob, "20.00", status="cancelled")

    assert before == (100, 50)
    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 50)
    assert counts(quiet, ann) == {State.PAID: 1}


def test_joining_pays_beside_the_points_for_joining(cafe: Cafe) -> None:
    _, bob = brings(cafe, JOINING)

    assert cafe.again(bob) == bob
    assert cafe.balance(bob) == 50 + 50


def test_every_order_pays_the_referrer_and_the_first_the_friend(quiet: Cafe) -> None:
    ann, bob = brings(quiet, 'paid = "every_order"')
    quiet.orders(bob, "20.00", id="1")
    quiet.orders(bob, "5.00", id="too small")
    quiet.orders(bob, "20.00", id="2")
    quiet.orders(bob, "20.00", id="2", status="fulfilled")

    assert (quiet.balance(ann), quiet.balance(bob)) == (200, 45 + 50)


@pytest.mark.parametrize("returned", ["1", "2"])
def test_of_every_order_the_returned_one_is_taken_back_alone(quiet: Cafe, returned: str) -> None:
    ann, bob = brings(quiet, 'paid = "every_order"')
    for number in ("1", "2"):
        quiet.orders(bob, "20.00", id=number)
    quiet.orders(bob, "20.00", id=returned, status="cancelled")
    half = quiet.balance(ann), quiet.balance(bob)
    for number in ("1", "2"):
        quiet.orders(bob, "20.00", id=number, status="cancelled")

    assert half == (100, 20 + 50)
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 0)
    assert counts(quiet, ann) == {State.JOINED: 1}


def test_the_friend_gets_a_reward_once_and_loses_it_with_the_order(quiet: Cafe) -> None:
    _, bob = brings(quiet, 'friend_reward = "coffee"')
    for status in ("paid", "cancelled", "paid"):
        quiet.orders(bob, "20.00", status=status)
    states = [one.status for one in vouchers.of_member(quiet.tx, bob.id, limit=9)]
    quiet.orders(bob, "20.00", id="more")

    assert states == [VoucherStatus.ISSUED, VoucherStatus.UNDONE]
    assert len(vouchers.of_member(quiet.tx, bob.id, limit=9)) == 2


def test_a_used_reward_is_not_given_again(quiet: Cafe) -> None:
    _, bob = brings(quiet, 'friend_reward = "coffee"')
    quiet.orders(bob, "20.00")
    [voucher] = vouchers.of_member(quiet.tx, bob.id, limit=9)
    vouchers.set_status(
        quiet.tx, voucher.code, VoucherStatus.USED, used_at=quiet.now, used_for="till"
    )
    for status in ("cancelled", "paid"):
        quiet.orders(bob, "20.00", status=status)

    [voucher] = vouchers.of_member(quiet.tx, bob.id, limit=9)
    assert voucher.status is VoucherStatus.USED


def test_the_friend_may_be_thanked_for_joining_and_the_referrer_for_the_order(
    quiet: Cafe,
) -> None:
    lines = ('friend_paid = "joining"', 'friend_reward = "coffee"', 'referrer_reward = "coffee"')
    ann, bob = brings(quiet, *lines, "hold_days = 3")
    joined = quiet.balance(ann), quiet.balance(bob)
    quiet.orders(bob, "20.00")
    quiet.passes(days=4)
    keeps_promises(quiet)
    paid = quiet.balance(ann), quiet.balance(bob)
    quiet.orders(bob, "20.00", status="cancelled")

    assert joined == (0, 50)
    assert paid == (100, 20 + 50)
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 50)
    assert len(vouchers.usable(quiet.tx, bob.id, quiet.now, limit=9)) == 1
    assert len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9)) == 0


def test_the_referrer_may_be_thanked_for_joining_and_the_friend_for_the_order(
    quiet: Cafe,
) -> None:
    ann, bob = brings(quiet, 'friend_paid = "first_order"', JOINING, MINIMUM)
    joined = quiet.balance(ann), quiet.balance(bob)
    for number in ("1", "2"):
        quiet.orders(bob, "20.00", id=number)
    paid = quiet.balance(ann), quiet.balance(bob)
    for number in ("1", "2"):
        quiet.orders(bob, "20.00", id=number, status="cancelled")

    assert joined == (100, 0)
    assert paid == (100, 40 + 50)
    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 0)


def test_orders_whose_numbers_begin_alike_are_not_mistaken(quiet: Cafe) -> None:
    ann, bob = brings(quiet, 'paid = "every_order"', 'referrer_reward = "coffee"')
    for number in ("1", "10", "100"):
        quiet.orders(bob, "20.00", id=number)
    quiet.orders(bob, "20.00", id="1", status="cancelled")

    assert quiet.balance(ann) == 200
    assert len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9)) == 2


def test_what_can_be_returned_waits_to_the_end_of_its_last_day(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    held = about(quiet, bob)
    quiet.now = datetime(2026, 3, 24, 21, 59, tzinfo=UTC)  # 23:59 in Kyiv
    keeps_promises(quiet)
    before = quiet.balance(ann)
    quiet.passes(minutes=1)
    keeps_promises(quiet)

    assert (held.state, held.held_until) == (State.HELD, datetime(2026, 3, 24, 22, tzinfo=UTC))
    assert before == 0
    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 20 + 50)
    assert counts(quiet, ann) == {State.PAID: 1}


def test_what_is_returned_while_it_waits_is_never_paid(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    quiet.orders(bob, "20.00", status="cancelled")
    left = agenda.of_member(quiet.tx, bob.id)
    quiet.passes(days=15)
    keeps_promises(quiet)

    assert left == []
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 0)
    assert counts(quiet, ann) == {State.JOINED: 1}


def test_an_order_reported_when_it_can_not_be_returned_any_more_pays_at_once(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    placed = quiet.now
    quiet.passes(days=20)
    quiet.orders(bob, "20.00", at=placed)

    assert quiet.balance(ann) == 100


def test_what_waits_is_paid_as_it_was_promised(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    quiet.changes("referrer = 100", "referrer = 1")
    quiet.passes(days=15)
    keeps_promises(quiet)

    assert quiet.balance(ann) == 100


def test_what_waits_is_paid_though_the_program_pays_for_friends_no_more(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    quiet.rules(quiet.text[: quiet.text.index("[referral]")])
    quiet.passes(days=15)
    keeps_promises(quiet)
    paid = quiet.balance(ann)
    quiet.orders(bob, "20.00", status="cancelled")

    assert paid == 100
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 0)


def test_for_a_friend_who_is_forgotten_meanwhile_nobody_is_paid(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    leaving.forget(quiet.tx, quiet.act(), member_id=bob.id)
    quiet.passes(days=15)
    keeps_promises(quiet)

    assert quiet.balance(ann) == 0
    assert counts(quiet, ann) == {State.JOINED: 1}
