"""What is odd about a friend is looked at before anybody is paid, and decided once."""

import pytest

from core import leaving
from core.errors import ReferralDecided, UnknownReferral
from core.model import Member, MemberId
from core.tables import referrals
from core.tables.referrals import State
from tests.core.conftest import Cafe
from tests.core.referrals.friends import (
    JOINING,
    MINIMUM,
    NOBODY,
    about,
    brings,
    buys,
    decide,
    enrols,
    friends_of,
    in_review,
    keeps_promises,
)


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
    assert not any("eve" in digest or "380501234567" in digest for (digest,) in kept)


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
