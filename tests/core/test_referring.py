"""Referrals: both are paid once, when the friend's first qualifying order comes."""

import pytest

from core import joining
from core.model import Kind, Member, Status
from core.tables import ledger, members, referrals
from tests.core.conftest import Cafe


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, who brings Bob."""
    return quiet.joins("Ann")


@pytest.fixture
def bob(quiet: Cafe, ann: Member) -> Member:
    """Bob, who joined by Ann's code."""
    return quiet.joins("Bob", code=ann.referral_code.lower())


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
    assert referrals.count_of(quiet.tx, ann.id) == (1, 1)


def test_joining_alone_pays_nobody(quiet: Cafe, ann: Member, bob: Member) -> None:
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 0)
    assert referrals.count_of(quiet.tx, ann.id) == (1, 0)


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
    assert referrals.count_of(quiet.tx, ann.id) == (1, 0)


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
    joining.forget(quiet.tx, member_id=ann.id)
    quiet.joins("Bob", code=ann.referral_code)
    quiet.joins("Eve", code=quiet.again(ann).referral_code)

    assert referrals.count_of(quiet.tx, ann.id) == (0, 0)


def test_referral_points_do_not_count_for_the_tier(quiet: Cafe, ann: Member, bob: Member) -> None:
    quiet.orders(bob, "20.00")
    kinds = [entry.kind for entry in ledger.page(quiet.tx, bob.id, before=None, limit=9)]

    assert kinds == [Kind.FRIEND, Kind.ORDER]
    assert ledger.tier_points(quiet.tx, bob.id, since=None) == 20
    assert ledger.tier_points(quiet.tx, ann.id, since=None) == 0


def test_a_friend_who_brings_a_friend_is_paid_too(quiet: Cafe, ann: Member, bob: Member) -> None:
    eve = quiet.joins("Eve", code=bob.referral_code)
    quiet.orders(eve, "20.00", id="Eve's")
    quiet.orders(bob, "20.00", id="Bob's")

    assert quiet.balance(ann) == 100
    assert quiet.balance(bob) == 100 + 20 + 50
    assert quiet.balance(eve) == 20 + 50
