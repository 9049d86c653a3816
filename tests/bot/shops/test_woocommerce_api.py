"""WooCommerce's orders show the sums of refunds alone; its API says which goods they are for."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from bot.sandbox.shops.failures import Failure
from bot.sandbox.shops.woocommerce import WooCommerceStandIn
from bot.shops.inbox import Inbox
from core.tables import refunds
from tests.bot.shop_apis.shops import opened
from tests.bot.shops.conftest import Shops
from tests.bot.shops.payloads import woo_line, woo_order
from tests.bot.web.conftest import client

SHOWN = {"id": 731, "reason": "", "total": "-48.00"}
WHOLE = {
    "id": 731,
    "amount": "48.00",
    "reason": "",
    "line_items": [woo_line(316, "CUP-2", "-40.00", "-8.00", quantity=-1)],
}


@pytest.fixture
def engine() -> str:
    """What differs here is no matter of the database."""
    return "sqlite"


@pytest.fixture
async def asked(shops: Shops) -> AsyncIterator[tuple[Shops, WooCommerceStandIn]]:
    """The shop, and the API that the inbox asks."""
    inbox = shops.web.inbox
    assert isinstance(inbox, Inbox)
    async with opened("woocommerce", timeout_s=10.0) as shop:
        assert isinstance(shop.stand_in, WooCommerceStandIn)
        shop.stand_in.refunds["727"] = [WHOLE]
        web = replace(shops.web, inbox=replace(inbox, apis={"woocommerce": shop.api}))
        async with client(web, Authorization=f"Bearer {web.api_keys[0]}") as http:
            yield Shops(http, web), shop.stand_in


@pytest.mark.parametrize(
    ("away", "points"),
    [
        (False, 12),  # the cup's 40 are gone
        (True, 12),  # 48 of 126 are: of 100 in goods about 38
    ],
)
async def test_the_refunded_goods_are_asked_for_and_the_sum_does_while_it_is_away(
    asked: tuple[Shops, WooCommerceStandIn], ann: dict[str, Any], away: bool, points: int
) -> None:
    shops, stand_in = asked
    if away:
        stand_in.failures.append(Failure(status=503))

    answer = await shops.woo("order.updated", woo_order(refunds=[SHOWN]))

    assert answer.status_code == 200
    assert await shops.balance(ann) == 50 + points
    entry: dict[str, Any] = (await shops.http.get(f"/api/v1/members/{ann['id']}/entries")).json()[
        "entries"
    ][0]
    assert entry["details"]["sum"] == (6191 if away else 6000)


async def test_what_is_known_of_the_goods_stays_while_it_is_away(
    asked: tuple[Shops, WooCommerceStandIn], ann: dict[str, Any]
) -> None:
    shops, stand_in = asked
    await shops.woo("order.updated", woo_order(refunds=[SHOWN]))
    stand_in.failures.append(Failure(status=503))
    later = woo_order(refunds=[SHOWN], status="completed", date_modified_gmt="2026-03-10T11:00:00")
    await shops.woo("order.updated", later)

    find = partial(refunds.of_order, shop="woocommerce", order_id="727")
    assert await shops.web.database.read(find) == [(4800, (("CUP-2", 1),))]
    assert await shops.balance(ann) == 50 + 12
