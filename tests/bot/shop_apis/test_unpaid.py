"""Orders of WooCommerce stuck before their payment are carts, also without its webhooks."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.sandbox.shops.failures import Failure
from bot.sandbox.shops.woocommerce import WooCommerceStandIn
from bot.shops import woocommerce
from bot.shops.applying import apply
from bot.shops.nightly import Nightly
from core.program.loading import load
from core.tables import carts
from tests.bot.shop_apis.checkout import PROGRAM, Checkout
from tests.bot.shop_apis.shops import NOON
from tests.bot.shops.payloads import woo_order

QUIET = PROGRAM + '\n[[campaigns]]\nid = "cart"\nkind = "cart"\non = false\n'


@pytest.fixture
def engine() -> str:
    """It is the same on every database."""
    return "sqlite"


class Woo:
    """Ann's WooCommerce, which tells us nothing."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        stand_in = checkout.shops["woocommerce"].stand_in
        assert isinstance(stand_in, WooCommerceStandIn)
        self.stand_in = stand_in
        apis = {"woocommerce": checkout.shops["woocommerce"].api}
        self.leader = Nightly(database=checkout.database, acts=checkout.acts, shops=apis)

    def has(self, number: int, status: str, *, minutes: int) -> None:
        """An order that was begun an hour before and last changed so many minutes ago."""
        changed = NOON - timedelta(minutes=minutes)
        made = changed - timedelta(hours=1)
        stamps: dict[str, Any] = {
            "date_created_gmt": f"{made:%Y-%m-%dT%H:%M:%S}",
            "date_modified_gmt": f"{changed:%Y-%m-%dT%H:%M:%S}",
        }
        self.stand_in.orders[str(number)] = woo_order(id=number, status=status, **stamps)

    async def left(self) -> set[int]:
        """The orders that are known as carts that were left."""
        found = set()
        for number in map(int, self.stand_in.orders):
            find = partial(carts.find, shop="woocommerce", cart_id=f"order-{number}")
            cart = await self.checkout.database.read(find)
            if cart and cart.next_at:
                found.add(number)
        return found


@pytest.fixture
async def woo(checkout: Checkout) -> Woo:
    """The shop; the program has a message about carts."""
    await checkout.opens("woocommerce")
    return Woo(checkout)


async def test_what_is_stuck_is_a_cart_by_day(woo: Woo) -> None:
    woo.has(1, "pending", minutes=6)
    woo.has(2, "pending", minutes=4)
    woo.has(3, "failed", minutes=61)
    woo.has(4, "failed", minutes=59)
    woo.has(5, "on-hold", minutes=90)
    woo.has(6, "pending", minutes=30 * 60)

    assert await woo.leader.unpaid() == 2
    assert await woo.left() == {1, 3}
    assert await woo.leader.unpaid() == 0  # not at once again

    woo.checkout.clock.pass_(minutes=15)
    assert await woo.leader.unpaid() == 4


async def test_an_order_that_is_known_paid_is_left_by_nobody(woo: Woo) -> None:
    woo.has(1, "pending", minutes=6)
    await woo.leader.unpaid()
    assert await woo.left() == {1}
    for told in woocommerce.orders(woo.stand_in.orders["1"] | {"status": "processing"}):
        await apply(woo.checkout.database, woo.checkout.acts, told)

    woo.checkout.clock.pass_(minutes=15)
    assert await woo.leader.unpaid() == 1  # what the shop showed a moment before
    assert await woo.left() == set()


async def test_a_shop_that_is_away_is_asked_later(woo: Woo) -> None:
    woo.has(1, "pending", minutes=6)
    woo.stand_in.fail(*[Failure.server_error()] * 9)

    assert await woo.leader.unpaid() == 0
    woo.stand_in.failures.clear()
    woo.checkout.clock.pass_(minutes=15)
    assert await woo.leader.unpaid() == 1


async def test_who_says_nothing_of_carts_asks_for_none(woo: Woo) -> None:
    woo.checkout.acts.program = load(QUIET)
    woo.has(1, "pending", minutes=6)

    assert await woo.leader.unpaid() == 0
