"""What Shopify must be able to ask for its customers, and when it goes."""

from typing import Any

import pytest

from core.model import Channel
from core.staffing import appoint_owners
from tests.bot.shops.conftest import Shops
from tests.bot.shops.payloads import ANNS_PHONE, shopify_checkout, shopify_order

Ann = dict[str, Any]
CUSTOMER = {
    "shop_id": 954889,
    "shop_domain": "brightly.myshopify.com",
    "customer": {"id": 115310627314723954, "email": "jon@example.com", "phone": ANNS_PHONE},
}


@pytest.fixture
def engine() -> str:
    """What differs here is no matter of the database."""
    return "sqlite"


async def rows(shops: Shops, sql: str) -> list[Any]:
    """What stands in the database."""
    return await shops.web.database.read(lambda tx: tx.rows(sql))


async def test_owners_are_told_whose_data_is_asked_for(shops: Shops, ann: Ann) -> None:
    now = shops.web.acts.clock()
    await shops.web.database.run(lambda tx: appoint_owners(tx, ["4711"], now=now))
    asked = CUSTOMER | {"orders_requested": [1], "data_request": {"id": 9999}}

    for _ in range(2):
        answer = await shops.shopify("customers/data_request", asked)
        assert answer.status_code == 200

    [[staff, values]] = await rows(
        shops, "SELECT staff, vals FROM outbox WHERE key = 'alarm-data-asked'"
    )
    assert "4711" in staff
    assert Channel.TELEGRAM in staff
    assert ann["card"] in values


async def test_a_customer_is_forgotten_with_what_was_kept(shops: Shops, ann: Ann) -> None:
    await shops.shopify("orders/paid", shopify_order(currency="UAH"))
    assert len(await shops.kept()) == 1

    await shops.shopify("customers/redact", CUSTOMER | {"orders_to_redact": [1]})

    shown = await shops.http.get(f"/api/v1/members/{ann['id']}")
    assert shown.status_code == 404
    assert await shops.kept() == []


async def test_a_strangers_order_waits_for_nobody_any_more(shops: Shops) -> None:
    await shops.shopify("orders/paid", shopify_order())
    before = await rows(shops, "SELECT COUNT(*) FROM waiting_orders")

    await shops.shopify("customers/redact", CUSTOMER)

    assert before[0][0] > 0
    assert await rows(shops, "SELECT 1 FROM waiting_orders WHERE shop = 'shopify'") == []


async def test_a_shop_that_goes_takes_its_carts_and_accounts(shops: Shops, ann: Ann) -> None:
    await shops.shopify("checkouts/create", shopify_checkout())
    await shops.shopify("orders/paid", shopify_order())

    await shops.shopify("shop/redact", {"shop_id": 954889, "shop_domain": "x.myshopify.com"})

    assert await rows(shops, "SELECT 1 FROM carts") == []
    assert await shops.balance(ann) == 70
