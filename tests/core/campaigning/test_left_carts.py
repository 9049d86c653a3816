"""A cart that was left is told of once, with what the points are worth in it, if not bought."""

from datetime import datetime, timedelta

import pytest

from core import campaigning, carting
from core.campaigning.left_carts import worth
from core.carting import CartReport
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.errors import WrongCurrency
from core.model import Channel, Member, Money, OrderStatus, Points, Purpose
from core.program.loading import load
from core.program.rewards import FlexibleReward
from core.tables import carts, outbox, outbox_views
from core.tables.carts import Cart
from core.tables.outbox import State
from tests.core.campaigning.conftest import Post
from tests.core.conftest import Cafe
from tests.core.program.cafe import CAFE

URL = "https://shop.example/cart/7"
OFF = """
[[rewards]]
id = "points-off"
kind = "flexible"
title = "Points off"
points = 100
amount = "1.00"
at_least = 100
step = 50
"""


def fills(
    cafe: Cafe, member: Member, total: int = 5000, *, id: str = "7", at: datetime | None = None
) -> Cart | None:
    """The shop reports the member's cart."""
    said = CartReport(
        shop="eu", cart_id=id, keys={"card": member.card}, currency="EUR", total=total, url=URL,
        updated_at=at or cafe.now,
    )  # fmt: skip
    return carting.report(cafe.tx, cafe.act(), said)


def test_a_cart_that_was_left_is_told_of_once(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(minutes=59)
    assert post.sweep() == 0
    cafe.passes(minutes=1)
    assert [post.sweep(), post.sweep()] == [1, 0]

    [told] = post.of(ann, "cart")
    assert (told.message.key, told.message.url) == ("notice-cart-left", URL)
    assert told.message.buttons == (("button-cart", ""),)
    assert told.message.purpose is Purpose.MARKETING
    assert told.message.stale_at == cafe.now + timedelta(days=1)


def test_it_says_what_the_points_are_worth_in_it(quiet: Cafe) -> None:
    quiet.rules(quiet.text + OFF)
    post = Post(quiet)
    ann = quiet.joins()
    quiet.orders(ann, "250.00", id="0", at=quiet.now - timedelta(days=9))
    fills(quiet, ann)
    quiet.passes(hours=1)
    post.sweep()

    [told] = post.of(ann, "cart")
    assert told.message.key == "notice-cart-worth"
    assert told.message.values == {"points": Points(250), "sum": Money(250, "EUR")}


def test_each_change_begins_its_time_anew(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    for _ in range(3):
        fills(cafe, ann)
        cafe.passes(minutes=45)
        assert post.sweep() == 0


@pytest.mark.parametrize("how", ["delete", "order", "order with its id", "empty"])
def test_a_cart_that_is_over_is_not_told_of(cafe: Cafe, post: Post, how: str) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(hours=1)
    assert post.sweep() == 1
    fills(cafe, ann, id="8")
    cafe.passes(minutes=1)
    ends(cafe, ann, how)
    cafe.passes(hours=2)
    post.sweep()

    told = {one.message.occasion: one.state for one in post.of(ann, "cart")}
    assert told["cart/eu/7/1"] == State.CANCELLED
    if how == "order":
        assert "cart/eu/8/1" not in told


def ends(cafe: Cafe, member: Member, how: str) -> None:
    """Cart 7 is over, in that way."""
    match how:
        case "delete":
            carting.drop(cafe.tx, cafe.act(), shop="eu", cart_id="7")
        case "empty":
            fills(cafe, member, 0)
        case "order":
            cafe.orders(member, "50.00", id="1")
        case _:
            report = OrderReport(
                shop="eu", order_id="1", buyer=Buyer(card=member.card), currency="EUR", total=5000,
                placed_at=cafe.now - timedelta(days=1), shipping=0, tax=0, cart_id="7",
                status=OrderStatus.PAID,
            )  # fmt: skip
            record_order(cafe.tx, cafe.act(), report)


def test_what_a_worker_holds_is_not_sent_once_the_order_came(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(hours=1)
    post.sweep()
    until = cafe.now + timedelta(minutes=1)
    [held] = [
        one
        for one in outbox.lease(cafe.tx, now=cafe.now, worker="w", until=until, limit=9)
        if one.message.campaign == "cart"
    ]
    cafe.orders(ann, "50.00", id="1")

    assert not outbox.begin(cafe.tx, held.message.id, "w", channel=Channel.TELEGRAM)


def test_an_order_of_long_ago_ends_no_cart(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.orders(ann, "50.00", id="1", at=cafe.now - timedelta(days=1))
    cafe.passes(hours=1)

    assert post.sweep() == 1


def test_an_old_report_changes_nothing_and_an_id_used_again_is_another_cart(
    cafe: Cafe, post: Post
) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(hours=1)
    post.sweep()
    carting.drop(cafe.tx, cafe.act(), shop="eu", cart_id="7")
    late = fills(cafe, ann, at=cafe.now - timedelta(minutes=5))
    assert late is not None
    assert late.done_at is not None
    cafe.passes(hours=1)
    again = fills(cafe, ann)
    assert again is not None
    assert again.done_at is None
    cafe.passes(hours=1)
    post.sweep()

    assert [one.message.occasion for one in post.of(ann, "cart")] == ["cart/eu/7/1", "cart/eu/7/2"]


def test_a_day_later_nobody_wants_to_hear_of_it(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(days=1, hours=1)
    post.sweep()

    assert post.of(ann, "cart") == []
    assert carts.left(cafe.tx, cafe.now, limit=9) == []


def test_two_offers_a_week_are_enough(cafe: Cafe, post: Post) -> None:
    ann = cafe.joins()
    for number in range(3):
        fills(cafe, ann, id=str(number))
        cafe.passes(hours=1)
        post.sweep()

    states = [one.state for one in post.of(ann, "cart")]
    assert sorted(states) == [State.QUEUED, State.QUEUED, State.SUPPRESSED]


def test_a_stranger_s_cart_is_not_kept(cafe: Cafe) -> None:
    said = CartReport(
        shop="eu", cart_id="7", keys={"phone": "+4915112345678"}, currency="EUR", total=1, url="",
        updated_at=cafe.now,
    )  # fmt: skip

    assert carting.report(cafe.tx, cafe.act(), said) is None
    assert carts.find(cafe.tx, "eu", "7") is None


def test_a_cart_in_another_currency_is_refused(cafe: Cafe) -> None:
    said = CartReport(
        shop="eu", cart_id="7", keys={}, currency="USD", total=1, url="", updated_at=cafe.now
    )
    with pytest.raises(WrongCurrency):
        carting.report(cafe.tx, cafe.act(), said)


@pytest.mark.parametrize(
    ("spendable", "total", "found"),
    [
        (99, 5000, None),
        (100, 5000, (100, 100)),
        (474, 5000, (450, 450)),
        (1000, 250, (250, 250)),
        (1000, 120, (150, 120)),
    ],
)
def test_no_more_points_than_the_cart_takes_and_the_steps_allow(
    spendable: int, total: int, found: tuple[int, int] | None
) -> None:
    program = load(CAFE + OFF)
    flexible = [one for one in program.rewards if isinstance(one, FlexibleReward)]

    assert worth(program, [*flexible], spendable, total) == found


def test_several_looks_each_have_their_time(cafe: Cafe, post: Post) -> None:
    steps = "".join(
        f'\n[[campaigns]]\nid = "step-{minutes}"\nkind = "cart"\ndelay_minutes = {minutes}\n'
        for minutes in (30, 300)
    )
    cafe.rules(cafe.text + steps)
    ann = cafe.joins()
    fills(cafe, ann)
    cafe.passes(minutes=30)
    assert post.sweep() == 1
    cafe.passes(minutes=270)
    assert post.sweep() == 1

    told = outbox_views.of_member(cafe.tx, ann.id)
    assert sorted(one.message.campaign for one in told) == ["step-30", "step-300"]
    assert campaigning.tell_left(cafe.tx, cafe.act(), limit=9) == (0, 0)
