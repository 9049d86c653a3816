"""What an act causes is told with it: once, to who did not do it, and only what is true."""

from dataclasses import replace
from fractions import Fraction

from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, join_chat
from core.model import Channel, OrderStatus, Points, Purpose, Status
from core.promising import keep
from core.rewards import redeeming, returning
from core.tables import chats, members
from core.tables.outbox import State
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe


def test_a_purchase_tells_what_it_brought_once(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    for _ in range(2):
        cafe.orders(ann, "20.00", id="1")

    [told] = post.of(ann, "purchase")
    assert told.message.key == "notice-purchase-earned"
    assert told.message.values == {"points": Points(20)}
    assert told.message.purpose is Purpose.TRANSACTIONAL


def test_of_an_order_of_long_ago_no_receipt_is_sent(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    cafe.passes(days=40)
    cafe.orders(ann, "20.00", id="1", at=ann.joined_at)

    assert post.keys(ann, "purchase") == []


def test_points_taken_back_are_told_with_the_order(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1001")
    cafe.passes(days=30)
    cafe.orders(ann, "20.00", id="1001", status="cancelled")

    [told] = post.of(ann, "taken")
    assert told.message.values == {"points": Points(20), "order": "1001"}


def test_points_that_come_back_with_a_return_are_told(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "70.00", id="1")
    voucher = cafe.redeems(ann)
    act = cafe.act("use")
    redeeming.use(cafe.tx, act, code=voucher.code, used_for="eu/2", order=True)
    returning.return_points(
        cafe.tx, act, code=voucher.code, used_for="eu/2", order_id="2", share=Fraction(1)
    )

    [told] = post.of(ann, "given")
    assert told.message.values == {"points": Points(60), "order": "2"}


def test_what_could_not_be_taken_back_is_not_said_to_be(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "70.00", id="1")
    quiet.redeems(ann)
    quiet.orders(ann, "70.00", id="1", status="cancelled")

    [told] = post.of(ann, "taken")
    assert told.message.values["points"] == Points(10)


def test_pending_points_tell_when_they_come_and_when_they_are_free(cafe: Cafe, post: Post) -> None:
    cafe.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1")
    assert post.keys(ann, "purchase") == ["notice-purchase-pending"]
    cafe.passes(days=14)
    for _ in range(2):
        keep(cafe.tx, cafe.act(), member_id=ann.id)

    [told] = post.of(ann, "pending")
    assert told.message.values == {"points": Points(20)}


def test_points_of_a_cancelled_order_never_come_free(cafe: Cafe, post: Post) -> None:
    cafe.changes('per = "1.00"', 'per = "1.00"\npending_days = 14')
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1")
    cafe.orders(ann, "20.00", id="1", status="cancelled")
    cafe.passes(days=14)
    keep(cafe.tx, cafe.act(), member_id=ann.id)

    assert post.keys(ann, "pending") == []


def test_points_that_wait_for_delivery_tell_when_it_comes(cafe: Cafe, post: Post) -> None:
    cafe.changes('per = "1.00"', 'per = "1.00"\npending_until_fulfilled = true')
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1")
    assert post.keys(ann, "pending") == []
    cafe.orders(ann, "20.00", id="1", status="fulfilled")

    assert post.keys(ann, "pending") == ["notice-pending-free"]


def test_a_new_tier_is_told(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    cafe.orders(ann, "300.00", id="1")
    assert post.keys(ann, "tier") == ["notice-tier-up"]
    cafe.orders(ann, "300.00", id="1", status="cancelled")

    assert sorted(post.keys(ann, "tier")) == ["notice-tier-down", "notice-tier-up"]


def test_a_reward_that_came_within_reach_is_an_offer(quiet: Cafe) -> None:
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "59.00", id="1")
    assert post.keys(ann, "reward") == []
    quiet.orders(ann, "1.00", id="2")
    quiet.orders(ann, "1.00", id="3")

    [told] = post.of(ann, "reward")
    assert told.message.values["cost"] == Points(60)
    assert told.message.purpose is Purpose.MARKETING


def test_who_invited_is_told_of_the_friend_and_of_the_bonus(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    ben = cafe.joins("Ben", code=ann.referral_code)
    assert post.keys(ann, "referral") == ["notice-referral-joined"]
    cafe.orders(ben, "10.00", id="1")
    assert sorted(post.keys(ann, "referral")) == ["notice-referral-joined", "notice-referral-paid"]
    cafe.orders(ben, "10.00", id="1", status="cancelled")

    [taken] = post.of(ann, "taken")
    assert taken.message.values == {"points": Points(100)}


def test_who_does_something_in_a_chat_is_answered_there_and_not_told(
    cafe: Cafe, post: Post
) -> None:
    ann = cafe.joins()
    act = replace(cafe.act("join"), actor="member")
    newcomer = Newcomer(name="Ben", language="en", referral_code=ann.referral_code)
    chat = chats.take(cafe.tx, Channel.TELEGRAM, "Ben")
    ben = join_chat(cafe.tx, act, chat=chat, newcomer=newcomer).member

    assert post.of(ben) == []
    assert post.keys(ann) == ["notice-referral-joined"]


def test_who_has_paused_is_told_nothing(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    members.set_status(cafe.tx, ann.id, Status.PAUSED)
    cafe.orders(ann, "20.00", id="1")

    assert post.of(ann) == []


def test_who_has_no_chat_gets_no_receipts(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    chats.forget_member(cafe.tx, ann.id)
    cafe.orders(ann, "20.00", id="1")

    assert post.of(ann, "purchase") == []


def test_a_campaign_that_is_off_tells_nothing(cafe: Cafe, post: Post) -> None:
    cafe.rules(cafe.text + '\n[[campaigns]]\nid = "receipts"\nkind = "purchase"\non = false\n')
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1")

    assert post.of(ann, "receipts") == []


def test_who_is_held_out_is_written_down_and_not_told(cafe: Cafe, post: Post) -> None:
    cafe.rules(cafe.text + '\n[[campaigns]]\nid = "receipts"\nkind = "purchase"\ncontrol = 50\n')
    people = [cafe.joins(f"P{number}") for number in range(60)]
    for number, one in enumerate(people):
        cafe.orders(one, "20.00", id=str(number))
        cafe.orders(one, "30.00", id=f"again {number}")
    states = [{one.state for one in post.of(person, "receipts")} for person in people]

    assert {len(of_one) for of_one in states} == {1}  # always held out, or never
    held = [of_one for of_one in states if of_one == {State.SUPPRESSED}]
    assert 15 < len(held) < 45


def test_more_than_enough_for_a_week_is_suppressed(cafe: Cafe, post: Post) -> None:
    more = '\n[[campaigns]]\nid = "receipts"\nkind = "purchase"\nat_most_a_week = 2\n'
    cafe.rules(cafe.text + more)
    ann = cafe.joins()
    for number in range(3):
        cafe.orders(ann, "20.00", id=str(number))
    assert len(post.keys(ann, "receipts")) == 2
    assert [one.reason for one in post.of(ann) if one.state == State.SUPPRESSED] == ["enough"]
    cafe.passes(days=7, seconds=1)
    cafe.orders(ann, "20.00", id="late")

    assert len(post.keys(ann, "receipts")) == 3


def test_a_campaign_for_both_channels_is_two_messages(cafe: Cafe, post: Post) -> None:
    cafe.rules(cafe.text + '\n[[campaigns]]\nid = "receipts"\nkind = "purchase"\nboth = true\n')
    ann = cafe.joins()
    cafe.orders(ann, "20.00", id="1")

    channels = sorted(one.message.channels for one in post.of(ann, "receipts"))
    assert channels == [(Channel.SMS,), (Channel.TELEGRAM,)]


def test_an_order_that_is_refused_tells_nothing(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    report = OrderReport(
        shop="eu", order_id="1", buyer=Buyer(card=ann.card), placed_at=cafe.now, currency="EUR",
        total=2000, shipping=0, tax=0, status=OrderStatus.PLACED,
    )  # fmt: skip
    record_order(cafe.tx, cafe.act(), report)

    assert post.of(ann) == []
