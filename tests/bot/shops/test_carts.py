"""Carts of each shop: what was left is told of, what was bought is not."""

from functools import partial
from typing import Any

import pytest

from core.tables import carts
from core.tables.carts import Cart
from tests.bot.shops.conftest import Shops
from tests.bot.shops.payloads import (
    ANNS_PHONE,
    shopify_checkout,
    shopify_order,
    tyche_cart,
    woo_order,
)

Ann = dict[str, Any]
TOKEN = "bd5a8aa1ecd019dd3520ff791ee3a24c"


@pytest.fixture
def engine() -> str:
    """What differs here is no matter of the database."""
    return "sqlite"


async def cart(shops: Shops, shop: str, id: str) -> Cart | None:
    """What is known of the cart."""
    return await shops.web.database.read(partial(carts.find, shop=shop, cart_id=id))


def waits(found: Cart | None) -> bool:
    """Whether its member will be told of it."""
    return found is not None and found.next_at is not None and found.done_at is None


async def test_a_checkout_waits_until_it_is_ordered(shops: Shops, ann: Ann) -> None:
    await shops.shopify("checkouts/create", shopify_checkout())
    before = await cart(shops, "shopify", TOKEN)

    await shops.shopify("orders/create", shopify_order(processed_at="2026-03-10T09:00:00Z"))
    after = await cart(shops, "shopify", TOKEN)

    assert waits(before)
    assert before
    assert (before.total, before.url[:28]) == (10500, "https://shop.example/1/check")
    assert not waits(after)


@pytest.mark.parametrize(
    ("topic", "changes"),
    [
        ("checkouts/update", {"completed_at": "2026-03-10T13:57:00+02:00"}),
        ("checkouts/delete", {}),
        ("checkouts/update", {"total_price": "0.00", "updated_at": "2026-03-10T13:57:00+02:00"}),
    ],
)
async def test_a_checkout_that_is_over_or_empty_is_not_told_of(
    shops: Shops, ann: Ann, topic: str, changes: dict[str, Any]
) -> None:
    await shops.shopify("checkouts/create", shopify_checkout())

    await shops.shopify(topic, shopify_checkout(**changes))

    assert not waits(await cart(shops, "shopify", TOKEN))


async def test_a_checkout_told_after_its_order_is_over(shops: Shops, ann: Ann) -> None:
    await shops.shopify("orders/create", shopify_order(processed_at="2026-03-10T13:58:00+02:00"))

    await shops.shopify("checkouts/update", shopify_checkout())

    assert not waits(await cart(shops, "shopify", TOKEN))


async def test_tyches_cart_waits_until_it_is_recovered(shops: Shops, ann: Ann) -> None:
    await shops.woo("wcap_cart.cutoff", tyche_cart())
    before = await cart(shops, "woocommerce", "tyche-42")

    await shops.woo("wcap_cart.recovered", tyche_cart("recovered", order_id=727))

    assert waits(before)
    assert not waits(await cart(shops, "woocommerce", "tyche-42"))


@pytest.mark.parametrize("late", [False, True])
async def test_an_order_stuck_before_its_payment_is_a_cart_until_it_is_paid(
    shops: Shops, ann: Ann, late: bool
) -> None:
    pending = woo_order(status="pending", date_modified_gmt="2026-03-10T11:55:00")
    paid = woo_order(date_modified_gmt="2026-03-10T11:58:00")
    if not late:
        await shops.woo("order.created", pending)
        assert waits(await cart(shops, "woocommerce", "order-727"))

    await shops.woo("order.updated", paid)
    if late:
        await shops.woo("order.created", pending)

    assert not waits(await cart(shops, "woocommerce", "order-727"))


async def test_an_events_cart_waits_until_it_is_completed(shops: Shops, ann: Ann) -> None:
    data = {"shop": "kiosk", "cart_id": "7"}
    filled = data | {"customer": {"phone": ANNS_PHONE}, "currency": "EUR", "total": "20.00"}
    await shops.event("cart.updated", filled)
    before = await cart(shops, "kiosk", "7")

    await shops.event("cart.completed", data | {"order_id": "K-1"})

    assert waits(before)
    assert not waits(await cart(shops, "kiosk", "7"))
