"""BigCommerce's webhooks name things, which are read from its API: here one on this machine."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bot.sandbox.shops.bigcommerce import BigCommerceStandIn
from bot.sandbox.shops.failures import Failure
from bot.shops.inbox import Inbox
from bot.shops.signatures import is_standard, raw_webhooks_of
from tests.bot.shop_apis.shops import Shop, opened
from tests.bot.shops.conftest import Shops, standard, written
from tests.bot.shops.payloads import (
    bigcommerce_cart,
    bigcommerce_hook,
    bigcommerce_order,
    bigcommerce_refund,
)
from tests.bot.web.conftest import client, enrol

Ann = dict[str, Any]
CART = "09346904-4175-44fd-be53-f7e598531b6c"


@pytest.fixture
def engine() -> str:
    """What differs here is no matter of the database."""
    return "sqlite"


class Store:
    """The store: what it has, and how it delivers."""

    def __init__(self, shops: Shops, shop: Shop) -> None:
        assert isinstance(shop.stand_in, BigCommerceStandIn)
        self.shops, self.has = shops, shop.stand_in

    async def deliver(self, scope: str, **data: Any) -> httpx.Response:
        """Deliver a webhook, signed."""
        body = written(bigcommerce_hook(scope, **data))
        headers = standard(body, f"msg_{len(self.has.asked)}_{scope}", secret="hush", raw=True)
        return await self.shops.post("bigcommerce", body, headers)

    async def changed(self, **order: Any) -> int:
        """The order changes; the balance after its webhook."""
        self.has.orders["118"] = bigcommerce_order(**order)
        answer = await self.deliver("store/order/statusUpdated", id=118)
        assert answer.status_code == 200, answer.text
        members = await self.shops.http.get("/api/v1/members?phone=%2B380501234567")
        return int(members.json()["points"]["balance"])

    async def cart(self) -> dict[str, Any]:
        """What is known of the cart."""
        found: dict[str, Any] = (
            await self.shops.http.delete(f"/api/v1/carts/bigcommerce/{CART}")
        ).json()
        return found


@pytest.fixture
async def store(shops: Shops) -> AsyncIterator[Store]:
    """A store whose API the inbox asks."""
    inbox = shops.web.inbox
    assert isinstance(inbox, Inbox)
    async with opened("bigcommerce", timeout_s=10.0) as shop:
        secrets = {"bigcommerce": ("old", "hush")}
        given = replace(inbox, secrets=secrets, apis={"bigcommerce": shop.api})
        web = replace(shops.web, inbox=given)
        async with client(web, Authorization=f"Bearer {web.api_keys[0]}") as http:
            await enrol(http, email="ann@example.com")
            yield Store(Shops(http, web), shop)


def test_the_vector_of_bigcommerce() -> None:
    told = "v1,5NMIy4xYeRnF0CteC+xEoXW7ST4H2+A6DX5d2M2ahGA="
    body = json.dumps({
        "scope": "store/cart/abandoned", "store_id": "1025646",
        "data": {"type": "cart", "id": CART, "token": "1eed6d2d979776ff18e695ceeb10ea61"},
        "hash": "352e4afc6dd3fc85ea26bfdf3f91852604d57528", "created_at": 1561482670,
        "producer": "stores/abc",
    }, separators=(",", ":")).encode()  # fmt: skip
    [webhook] = raw_webhooks_of(["hush"])
    headers = {"webhook-id": "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "webhook-timestamp": "1674087231"}

    at = datetime.fromtimestamp(1674087231, UTC)
    assert webhook.sign(headers["webhook-id"], at, body.decode()) == told
    assert not is_standard(body, headers | {"webhook-signature": told}, [webhook])  # it is old


@pytest.mark.parametrize(
    ("order", "points"),
    [
        ({"status_id": 0}, 0),
        ({"status_id": 1}, 0),
        ({"status_id": 7}, 0),
        ({"status_id": 13}, 0),
        ({"status_id": 11}, 20),
        ({"status_id": 10}, 20),
        ({"status_id": 4}, 0),
        ({"is_deleted": True}, 0),
        ({"status_id": 14, "refunds": [bigcommerce_refund()]}, 16),
        ({"status_id": 14, "refunds": [bigcommerce_refund(items=[])]}, 15),  # 25 of 105
    ],
)
async def test_an_order_earns_what_its_state_says(
    store: Store, order: dict[str, Any], points: int
) -> None:
    assert await store.changed(**order) == 50 + points


async def test_a_refund_that_is_deleted_and_a_cancelled_order_are_followed(store: Store) -> None:
    modified = "Tue, 10 Mar 2026 10:0{}:00 +0000"
    balances = [
        await store.changed(),
        await store.changed(refunds=[bigcommerce_refund()], date_modified=modified.format(1)),
        await store.changed(date_modified=modified.format(2)),
        await store.changed(status_id=5, date_modified=modified.format(3)),
    ]
    del store.has.orders["118"]
    gone = await store.deliver("store/order/archived", id=118)

    assert balances == [70, 66, 70, 50]
    assert gone.status_code == 200


async def test_while_the_api_is_away_the_webhook_is_to_come_again(store: Store) -> None:
    store.has.orders["118"] = bigcommerce_order()
    store.has.failures.append(Failure(status=503))

    first = await store.deliver("store/order/updated", id=118)
    again = await store.deliver("store/order/updated", id=118)

    assert (first.status_code, again.status_code) == (503, 200)
    assert await store.shops.kept() == []


async def test_a_wrong_token_keeps_it_for_a_replay(store: Store) -> None:
    store.has.orders["118"] = bigcommerce_order()
    store.has.token, token = "other", store.has.token
    answer = await store.deliver("store/order/updated", id=118)
    [kept] = await store.shops.kept()
    store.has.token = token

    inbox = store.shops.web.inbox
    assert isinstance(inbox, Inbox)

    assert answer.status_code == 200
    assert "BigCommerce does not show it" in kept.reason
    assert await inbox.replay(kept) == ""
    assert await store.shops.kept() == []


async def test_a_secret_header_does_where_nothing_is_signed(store: Store) -> None:
    store.has.orders["118"] = bigcommerce_order()
    body = written(bigcommerce_hook("store/order/updated", id=118))

    wrong = await store.shops.post("bigcommerce", body, {"X-Loyalty-Secret": "guess"})
    none = await store.shops.post("bigcommerce", body)
    right = await store.shops.post("bigcommerce", body, {"X-Loyalty-Secret": "hush"})

    assert [one.status_code for one in (wrong, none, right)] == [401, 401, 200]


async def test_a_cart_is_told_of_until_it_is_bought(store: Store) -> None:
    store.has.carts[CART] = bigcommerce_cart()
    await store.deliver("store/cart/abandoned", id=CART, token="t")
    [[open_at]] = await store.shops.web.database.read(
        lambda tx: tx.rows("SELECT next_at FROM carts WHERE shop = 'bigcommerce'")
    )

    await store.deliver("store/cart/converted", id=CART, orderId=118)

    assert open_at is not None
    assert (await store.cart())["done"]
