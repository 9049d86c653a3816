"""What was written down at midnight is looked at again before it is sent."""

from core.campaigning import refreshed
from core.model import Member, Points
from core.tables.outbox import Message
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe


def now_true(cafe: Cafe, post: Post, member: Member, campaign: str) -> Message | None:
    """The member's message of that campaign as it is true now."""
    [posted] = post.of(member, campaign)
    return refreshed(cafe.tx, cafe.again(member), cafe.act(), posted.message)


def test_points_spent_meanwhile_are_not_warned_of(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "130.00", id="1")
    post.at("2027-03-09T00:01:00+02:00")
    post.sweep()
    quiet.redeems(ann)
    message = now_true(quiet, post, ann, "expiry")
    assert message
    assert message.values["points"] == Points(70)
    quiet.redeems(ann)
    message = now_true(quiet, post, ann, "expiry")
    assert message
    assert message.key == "notice-expiry-warning"
    quiet.orders(ann, "130.00", id="1", status="cancelled")

    assert now_true(quiet, post, ann, "expiry") is None


def test_who_has_bought_meanwhile_is_not_missed(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "5.00", id="1")
    quiet.passes(days=60)
    post.sweep()
    assert now_true(quiet, post, ann, "winback")
    quiet.orders(ann, "5.00", id="2")

    assert now_true(quiet, post, ann, "winback") is None


def test_a_voucher_used_meanwhile_is_not_warned_of(quiet: Cafe) -> None:
    quiet.changes("cost = 60", "cost = 60\nvoucher_days = 7")
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "60.00", id="1")
    voucher = quiet.redeems(ann)
    post.sweep()
    assert now_true(quiet, post, ann, "voucher")
    quiet.tx.rows("UPDATE vouchers SET status = 'used' WHERE code = :code", code=voucher.code)

    assert now_true(quiet, post, ann, "voucher") is None
