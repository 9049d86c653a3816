"""Orders and carts are read whole, page by page."""

from datetime import timedelta

from bot.sandbox.shops.bigcommerce import BigCommerceStandIn
from bot.shops.apis import bigcommerce, woocommerce
from bot.shops.apis.bigcommerce import BigCommerceApi
from bot.shops.apis.woocommerce import WooCommerceApi
from tests.bot.shop_apis.shops import NOON, Shop, opened

MORE_THAN_A_PAGE = {
    "shopify": 5,
    "woocommerce": woocommerce.PAGE_SIZE + 1,
    "bigcommerce": bigcommerce.PAGE_SIZE + 1,
}


async def test_an_order_is_read(shop: Shop) -> None:
    shop.has_order(7)

    order = await shop.api.order("7")

    assert order
    assert order["id"] == 7


async def test_an_order_the_shop_does_not_have_is_none(shop: Shop) -> None:
    assert await shop.api.order("7") is None


async def test_every_order_since_then_is_read_once(shop: Shop) -> None:
    count = MORE_THAN_A_PAGE[shop.name]
    for number in range(1, count + 1):
        shop.has_order(number)
    shop.has_order(9000, changed=NOON - timedelta(days=1))

    assert await shop.changed_since() == list(range(1, count + 1))


async def test_a_shop_without_orders_has_none(shop: Shop) -> None:
    assert await shop.changed_since() == []


async def test_bigcommerce_orders_bring_what_belongs_to_them() -> None:
    async with opened("bigcommerce") as shop:
        assert isinstance(shop.api, BigCommerceApi)
        shop.has_order(7, products=[{"id": 1}], refunds=[{"id": 2}])

        order = await shop.api.order("7")

    assert order
    assert order["products"] == [{"id": 1}]
    assert order["refunds"] == [{"id": 2}]
    assert order["coupons"] == []


async def test_a_bigcommerce_cart_is_read_with_the_way_back() -> None:
    async with opened("bigcommerce") as shop:
        assert isinstance(shop.api, BigCommerceApi)
        assert isinstance(shop.stand_in, BigCommerceStandIn)
        shop.stand_in.carts["c1"] = {"id": "c1", "redirect_urls": {"cart_url": "https://x"}}

        cart = await shop.api.cart("c1")

        assert cart
        assert cart["redirect_urls"]["cart_url"]
        assert shop.stand_in.asked[-1].query == {"include": "redirect_urls"}
        assert await shop.api.cart("gone") is None


async def test_woocommerce_orders_stuck_in_a_state_are_read() -> None:
    async with opened("woocommerce") as shop:
        assert isinstance(shop.api, WooCommerceApi)
        at = "2026-11-28T11:30:00"
        shop.has_order(1, status="pending", date_created_gmt=at)
        shop.has_order(2, status="completed", date_created_gmt=at)
        since = NOON - timedelta(hours=1)

        pages = shop.api.orders_in(("pending", "failed"), since=since)
        found = [one["id"] async for page in pages for one in page.orders]

    assert found == [1]
