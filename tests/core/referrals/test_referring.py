"""
Referrals: both are paid once for what the program names, what is odd is looked at before, and what
can be returned waits. Whatever is refunded is as if it had never been.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import leaving
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.errors import ReferralDecided, UnknownReferral
from core.joining import Newcomer, enrol
from core.model import Kind, Member, MemberId, OrderStatus, Status, VoucherStatus
from core.money import to_minor
from core.promising import due, keep
from core.referrals import reviewing
from core.referrals.inviting import inviting
from core.tables import agenda, entries, ledger, members, referrals, vouchers
from core.tables.referrals import Referral, State
from tests.core.conftest import Cafe
from tests.core.memory import in_memory
from tests.core.tiers import lifetime_sum

NOBODY = MemberId(0)
MINIMUM = 'minimum = "10.00"'
JOINING = 'paid = "joining"'


@pytest.fixture
def ann(quiet: Cafe) -> Member:
    """Ann, who brings Bob."""
    return quiet.joins("Ann")


@pytest.fixture
def bob(quiet: Cafe, ann: Member) -> Member:
    """Bob, who joined by Ann's code."""
    return quiet.joins("Bob", code=ann.referral_code.lower())


def counts(cafe: Cafe, member: Member) -> dict[State, int]:
    """How many of the member's friends are how far."""
    return {
        state: count for state, count in referrals.counts_of(cafe.tx, member.id).items() if count
    }


def about(cafe: Cafe, friend: Member) -> Referral:
    """The friend's referral as it stands."""
    found = referrals.of_friend(cafe.tx, friend.id)
    assert found
    return found


def brings(cafe: Cafe, *more: str) -> tuple[Member, Member]:
    """Ann brings Bob under the café's program with these lines in [referral]."""
    cafe.changes(MINIMUM, "\n".join(more if JOINING in more else (MINIMUM, *more)))
    ann = cafe.joins("Ann")
    return ann, cafe.joins("Bob", code=ann.referral_code)


def keeps_promises(cafe: Cafe) -> None:
    """The schedule does what is due."""
    for member_id in due(cafe.tx, cafe.act(), after=NOBODY, limit=99):
        keep(cafe.tx, cafe.act(), member_id=member_id)


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


# What pays


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


# Limits and milestones


def friends_of(cafe: Cafe, ann: Member, count: int) -> list[Member]:
    """So many friends join by Ann's code, a minute after each other, and buy at once."""
    found = []
    for _ in range(count):
        cafe.passes(minutes=1)
        friend = cafe.joins(f"Friend {cafe.now}", code=ann.referral_code)
        cafe.orders(friend, "20.00", id=str(friend.id))
        found.append(friend)
    return found


def test_beyond_the_limit_the_friend_still_gets_theirs_and_the_referrer_is_told(
    quiet: Cafe,
) -> None:
    ann, _ = brings(quiet, "at_most = 2")
    *_, last = friends_of(quiet, ann, 3)

    assert quiet.balance(ann) == 200
    assert quiet.balance(last) == 20 + 50
    assert about(quiet, last).unpaid == "at_most"
    assert inviting(quiet.tx, ann, quiet.act()).paid_for == 2


def test_the_monthly_limit_begins_anew_with_the_shops_month(quiet: Cafe) -> None:
    ann, _ = brings(quiet, "at_most_a_month = 1")
    friends_of(quiet, ann, 2)
    quiet.now = datetime(2026, 3, 31, 21, tzinfo=UTC)  # midnight of 1 April in Kyiv
    friends_of(quiet, ann, 2)

    assert quiet.balance(ann) == 200
    assert inviting(quiet.tx, ann, quiet.act()).paid_for_this_month == 1


def test_a_returned_order_makes_room_within_the_limit(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "at_most = 1")
    quiet.orders(bob, "20.00")
    quiet.orders(bob, "20.00", status="cancelled")
    friends_of(quiet, ann, 1)

    assert quiet.balance(ann) == 100


def test_what_the_referrer_could_keep_counts_for_the_limit(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "at_most = 1")
    quiet.orders(bob, "20.00")
    quiet.redeems(ann)
    quiet.orders(bob, "20.00", status="cancelled")
    friends_of(quiet, ann, 1)

    assert quiet.balance(ann) == 0


def test_a_milestone_is_given_once_and_taken_back_with_the_friend_who_made_it(
    quiet: Cafe,
) -> None:
    ann, bob = brings(quiet, 'milestones = [{ friends = 2, points = 500, reward = "coffee" }]')
    quiet.orders(bob, "20.00")
    before = inviting(quiet.tx, ann, quiet.act()).next_milestone
    friends_of(quiet, ann, 1)
    reached = quiet.balance(ann), len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9))
    quiet.orders(bob, "20.00", status="cancelled")
    lost = quiet.balance(ann), len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9))
    friends_of(quiet, ann, 2)

    assert before
    assert before.friends == 2
    assert reached == (700, 1)
    assert lost == (100, 0)
    assert quiet.balance(ann) == 100 + 100 + 500 + 100
    assert len(vouchers.usable(quiet.tx, ann.id, quiet.now, limit=9)) == 1


# Held


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


# Review


def buys(cafe: Cafe, member: Member, **buyer: Any) -> None:
    """An order of the member's, with what the shop knows of its buyer beside the card."""
    report = OrderReport(
        shop="eu",
        order_id=str(member.id),
        buyer=Buyer(card=member.card, **buyer),
        placed_at=cafe.now,
        currency="EUR",
        total=to_minor("20.00", "EUR"),
        shipping=0,
        tax=0,
        status=OrderStatus.PAID,
    )
    record_order(cafe.tx, cafe.act(), report)


def enrols(cafe: Cafe, name: str, *, by: Member | None = None, **known: Any) -> Member:
    """The shop enrols somebody it knows."""
    code = by.referral_code if by else None
    newcomer = Newcomer(name=name, language="en", referral_code=code, **known)
    return enrol(cafe.tx, cafe.act(), newcomer, []).member


def test_an_order_with_the_referrers_number_is_looked_at(quiet: Cafe) -> None:
    ann = enrols(quiet, "Ann", phone="+380501234567")
    bob = enrols(quiet, "Bob", by=ann, email="bob@example.com")
    buys(quiet, bob, phone="+380501234567")

    assert about(quiet, bob).signals == ("address",)
    assert about(quiet, bob).state is State.REVIEW
    assert (quiet.balance(ann), quiet.balance(bob)) == (0, 20)


def test_another_spelling_of_the_referrers_mailbox_is_looked_at(quiet: Cafe) -> None:
    ann = enrols(quiet, "Ann", email="a.nn+shop@gmail.com")
    bob = enrols(quiet, "Bob", by=ann, email="ann@gmail.com")
    buys(quiet, bob)

    assert about(quiet, bob).signals == ("address",)


@pytest.mark.parametrize("place", ["sibling", "above", "below"])
def test_an_address_of_somebody_else_in_the_tree_is_a_ring(quiet: Cafe, place: str) -> None:
    top = enrols(quiet, "Top", email="top@example.com")
    ann = enrols(quiet, "Ann", by=top, email="ann@example.com")
    bob = enrols(quiet, "Bob", by=ann)
    enrols(quiet, "Sibling", by=ann, email="sibling@example.com")
    enrols(quiet, "Below", by=bob, email="below@example.com")
    address = {"above": "top@example.com"}.get(place, f"{place}@example.com")
    buys(quiet, bob, email=address)

    assert about(quiet, bob).signals == ("ring",)


def test_more_friends_in_a_week_than_allowed_are_looked_at(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "velocity = 2")
    friends = [bob, *friends_of(quiet, ann, 2)]
    quiet.orders(bob, "20.00")
    quiet.passes(days=7)
    friends += friends_of(quiet, ann, 2)

    assert [about(quiet, one).signals for one in friends] == [(), (), ("velocity",), (), ()]


def test_somebody_who_was_forgotten_is_brought_again(quiet: Cafe, ann: Member) -> None:
    eve = quiet.joins("Eve")
    leaving.forget(quiet.tx, quiet.act(), member_id=eve.id)
    again = quiet.joins("Eve", code=ann.referral_code)
    quiet.orders(again, "20.00")

    assert about(quiet, again).signals == ("phone",)


def test_a_forgotten_number_is_known_again_without_being_kept(quiet: Cafe, ann: Member) -> None:
    eve = enrols(quiet, "Eve", phone="+380501234567", email="eve@example.com")
    leaving.forget(quiet.tx, quiet.act(), member_id=eve.id)
    by_mail = enrols(quiet, "Eve", by=ann, email="eve@example.com")
    buys(quiet, by_mail)
    by_number = enrols(quiet, "Eve", by=ann, phone="+380501234567")
    buys(quiet, by_number)
    kept = quiet.tx.rows("SELECT digest FROM past_people")

    assert about(quiet, by_mail).signals == ("phone",)
    assert about(quiet, by_number).signals == ("phone",)
    assert not any("eve" in digest or "380" in digest for (digest,) in kept)


def test_who_has_returned_before_is_looked_at_where_the_program_asks(quiet: Cafe) -> None:
    ann, bob = brings(quiet, 'review = ["refund"]')
    for status in ("paid", "cancelled", "paid"):
        quiet.orders(bob, "20.00", status=status)

    assert about(quiet, bob).signals == ("refund",)
    assert quiet.balance(ann) == 0


def test_what_the_program_does_not_name_is_not_looked_at(quiet: Cafe) -> None:
    quiet.changes(MINIMUM, f"{MINIMUM}\nreview = []")
    ann = enrols(quiet, "Ann", email="ann@example.com")
    bob = enrols(quiet, "Bob", by=ann, email="ann+bob@example.com")
    buys(quiet, bob)

    assert quiet.balance(ann) == 100


def test_joining_is_looked_at_too(quiet: Cafe) -> None:
    quiet.changes(MINIMUM, JOINING)
    ann = quiet.joins("Ann")
    leaving.forget(quiet.tx, quiet.act(), member_id=quiet.joins("Eve").id)
    again = quiet.joins("Eve", code=ann.referral_code)
    waiting = quiet.balance(ann), quiet.balance(again)
    decide(quiet, again, approve=True)

    assert waiting == (0, 0)
    assert (quiet.balance(ann), quiet.balance(again)) == (100, 50)


def decide(cafe: Cafe, friend: Member, *, approve: bool, reason: str = "") -> Referral:
    """The shop has looked at it."""
    return reviewing.decide(
        cafe.tx, cafe.act(), friend_id=friend.id, approve=approve, reason=reason
    )


def in_review(cafe: Cafe, *more: str) -> tuple[Member, Member]:
    """Ann brings Bob, whose order looks odd."""
    cafe.changes(MINIMUM, "\n".join((MINIMUM, *more)))
    ann = enrols(cafe, "Ann", email="ann@example.com")
    bob = enrols(cafe, "Bob", by=ann, email="ann+bob@example.com")
    buys(cafe, bob)
    assert about(cafe, bob).state is State.REVIEW
    return ann, bob


def test_what_is_approved_is_paid_once_however_often(quiet: Cafe) -> None:
    ann, bob = in_review(quiet)
    first = decide(quiet, bob, approve=True)
    again = decide(quiet, bob, approve=True)

    assert first == again
    assert (first.state, first.decided_by, first.decided_at) == (State.PAID, "test", quiet.now)
    assert (quiet.balance(ann), quiet.balance(bob)) == (100, 20 + 50)


def test_what_is_refused_is_never_paid(quiet: Cafe) -> None:
    ann, bob = in_review(quiet)
    refused = decide(quiet, bob, approve=False, reason="one person")
    quiet.orders(bob, "50.00", id="another")

    assert decide(quiet, bob, approve=False, reason="again") == refused
    assert (refused.state, refused.reason) == (State.REFUSED, "one person")
    assert quiet.balance(ann) == 0


def test_what_was_refused_can_be_approved_after_all(quiet: Cafe) -> None:
    ann, bob = in_review(quiet)
    decide(quiet, bob, approve=False, reason="one person")
    buys(quiet, bob)
    quiet.orders(bob, "20.00", id=str(bob.id), status="cancelled")
    quiet.orders(bob, "50.00", id="another")
    approved = decide(quiet, bob, approve=True)

    assert (approved.state, approved.order_id) == (State.PAID, "another")
    assert quiet.balance(ann) == 100


def test_what_is_approved_early_still_waits_till_it_can_not_be_returned(quiet: Cafe) -> None:
    ann, bob = in_review(quiet, "hold_days = 14")
    approved = decide(quiet, bob, approve=True)
    before = quiet.balance(ann)
    quiet.passes(days=15)
    keeps_promises(quiet)

    assert (approved.state, before) == (State.HELD, 0)
    assert quiet.balance(ann) == 100


def test_every_order_that_came_meanwhile_is_paid_with_the_approval(quiet: Cafe) -> None:
    ann, bob = in_review(quiet, 'paid = "every_order"')
    quiet.orders(bob, "20.00", id="second")
    decide(quiet, bob, approve=True)
    quiet.orders(bob, "20.00", id="third")

    assert quiet.balance(ann) == 300


def test_what_is_returned_while_it_is_looked_at_is_out_of_the_queue(quiet: Cafe) -> None:
    _, bob = in_review(quiet)
    quiet.orders(bob, "20.00", id=str(bob.id), status="cancelled")
    gone = about(quiet, bob).state
    quiet.orders(bob, "20.00", id="another")

    assert gone is State.JOINED
    assert about(quiet, bob).state is State.REVIEW  # what was odd stays odd


def test_what_is_paid_can_not_be_refused_nor_what_is_not_there_approved(
    quiet: Cafe, ann: Member, bob: Member
) -> None:
    with pytest.raises(ReferralDecided):
        decide(quiet, bob, approve=True)
    quiet.orders(bob, "20.00")
    with pytest.raises(ReferralDecided):
        decide(quiet, bob, approve=False, reason="too late")
    with pytest.raises(UnknownReferral):
        decide(quiet, ann, approve=True)


def test_what_waits_can_be_refused_before_it_is_paid(quiet: Cafe) -> None:
    ann, bob = brings(quiet, "hold_days = 14")
    quiet.orders(bob, "20.00")
    decide(quiet, bob, approve=False, reason="one person")
    quiet.passes(days=15)
    keeps_promises(quiet)

    assert quiet.balance(ann) == 0


def test_the_queue_is_listed_by_rising_id(quiet: Cafe) -> None:
    ann = enrols(quiet, "Ann", email="ann@example.com")
    friends = [enrols(quiet, "F", by=ann, email=f"ann+{number}@example.com") for number in range(3)]
    for friend in friends:
        buys(quiet, friend)
    ids = sorted(friend.id for friend in friends)

    def page(after: MemberId, limit: int) -> list[MemberId]:
        found = referrals.page(quiet.tx, state=State.REVIEW, after=after, limit=limit)
        return [one.friend_id for one in found]

    assert page(NOBODY, 2) == ids[:2]
    assert page(ids[1], 2) == ids[2:]
    assert referrals.page(quiet.tx, state=State.PAID, after=NOBODY, limit=9) == []


# Whatever happens

STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),  # which friend
        st.integers(0, 2),  # which of their orders
        st.sampled_from(["paid", "paid", "cancelled", "small", "wait", "tick", "decide"]),
    ),
    max_size=25,
)
PROGRAMS = st.fixed_dictionaries(
    {
        "paid": st.sampled_from(["joining", "first_order", "every_order"]),
        "friend_paid": st.sampled_from(["joining", "first_order"]),
        "hold_days": st.sampled_from([0, 3]),
        "at_most": st.sampled_from([1, 2]),
        "at_most_a_month": st.sampled_from([1, 9]),
        "velocity": st.sampled_from([2, 9]),
    }
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, program=PROGRAMS)
def test_whatever_happens_limits_hold_and_returning_everything_leaves_nothing(
    sqlite_template: Path, steps: list[tuple[int, int, str]], program: dict[str, Any]
) -> None:
    with in_memory(sqlite_template) as tx:
        cafe = Cafe(tx)
        cafe.changes('[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n', "")
        lines = [f"{name} = {value!r}".replace("'", '"') for name, value in program.items()]
        lines.append("milestones = [{ friends = 1, points = 7 }]")
        if program["paid"] == program["friend_paid"] == "joining":
            lines = [line for line in lines if not line.startswith("hold_days")]
        else:
            lines.append(MINIMUM)
        cafe.changes(MINIMUM, "\n".join(lines))
        ann = cafe.joins("Ann")
        friends = [cafe.joins(f"Friend {one}", code=ann.referral_code) for one in range(4)]
        placed: dict[str, datetime] = {}
        for number, order, what in steps:
            _step(cafe, friends[number], order, what, placed)
            _limits_hold(cafe, ann, friends, program)
        for friend in friends:
            for order in range(3):
                if f"{friend.id}-{order}" in placed:
                    _step(cafe, friend, order, "cancelled", placed)
        cafe.passes(days=9)
        keeps_promises(cafe)

        if program["paid"] != "joining":
            assert cafe.balance(ann) == 0
        if program["friend_paid"] != "joining":
            assert [cafe.balance(friend) for friend in friends] == [0] * 4
        assert ledger.drifted(tx) == []


def _step(cafe: Cafe, friend: Member, order: int, what: str, placed: dict[str, datetime]) -> None:
    if what == "wait":
        cafe.passes(days=2)
    elif what == "tick":
        keeps_promises(cafe)
    elif what == "decide":
        if about(cafe, friend).state is State.REVIEW:
            decide(cafe, friend, approve=bool(order), reason="looked at")
    else:
        id = f"{friend.id}-{order}"
        at = placed.setdefault(id, cafe.now)
        total = "5.00" if what == "small" else "20.00"
        cafe.orders(friend, total, id=id, status="paid" if what == "small" else what, at=at)


def _limits_hold(cafe: Cafe, ann: Member, friends: list[Member], program: dict[str, Any]) -> None:
    brought = [
        entries.credited_under(cafe.tx, ann.id, f"referral/{friend.id}/") for friend in friends
    ]
    paid_for = sum(points > 0 for points in brought)
    each = 300 if program["paid"] == "every_order" else 100

    assert paid_for <= min(program["at_most"], program["at_most_a_month"])
    assert max(brought) <= each
    assert referrals.count_paid_for(cafe.tx, ann.id) == paid_for
    for friend in friends:
        assert entries.credited_under(cafe.tx, friend.id, "referral/") in (0, 50)
    assert entries.credited_under(cafe.tx, ann.id, "referral/milestone/") in (0, 7)
