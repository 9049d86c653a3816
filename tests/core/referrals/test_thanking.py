"""No more friends are paid for than the limits allow; milestones are given once."""

from datetime import UTC, datetime

from core.referrals.inviting import inviting
from core.tables import vouchers
from tests.core.conftest import Cafe
from tests.core.referrals.friends import (
    about,
    brings,
    friends_of,
)


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
