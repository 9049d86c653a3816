"""
The deliveries of an order in any order, with repeats, signed and by HTTP, on both engines: they end
in the same ledger. All permutations are tried without the web, in test_orders.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from itertools import count
from random import Random
from typing import Any

import pytest

from bot.sandbox.shops.bigcommerce import BigCommerceStandIn
from bot.shops.inbox import Inbox
from tests.bot.shop_apis.shops import opened
from tests.bot.shops.conftest import SECRET, SECRETS, Shops, standard, written
from tests.bot.shops.payloads import ANNS_PHONE, bigcommerce_hook
from tests.bot.shops.test_orders import ENDS, Delivery, deliver
from tests.bot.web.conftest import client, enrol

SHUFFLES = 3
ORDERS = {
    "shopify": "820982911946154508",
    "woo": "727",
    "events": "K-1",
    "clockless": "K-1",
    "bigcommerce": "118",
}
deliveries = count(1)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Every shop, of which BigCommerce is asked for what its webhooks name."""

    shops: Shops
    big: BigCommerceStandIn

    async def takes(self, delivery: Delivery) -> None:
        """Deliver it as that shop does."""
        shop, topic, payload = delivery
        if shop != "bigcommerce":
            await deliver(self.shops, delivery)
            return
        self.big.orders[str(payload["id"])] = payload
        body = written(bigcommerce_hook(topic, id=payload["id"]))
        headers = standard(body, f"msg_big_{next(deliveries)}", secret=SECRET, raw=True)
        answer = await self.shops.post("bigcommerce", body, headers)
        assert answer.status_code == 200, answer.text


@pytest.fixture
async def everywhere(shops: Shops) -> AsyncIterator[Everywhere]:
    """The shops, BigCommerce and its API among them."""
    inbox = shops.web.inbox
    assert isinstance(inbox, Inbox)
    async with opened("bigcommerce", timeout_s=10.0) as shop:
        assert isinstance(shop.stand_in, BigCommerceStandIn)
        secrets = {**SECRETS, "bigcommerce": (SECRET,)}
        web = replace(
            shops.web, inbox=replace(inbox, secrets=secrets, apis={"bigcommerce": shop.api})
        )
        async with client(web, Authorization=f"Bearer {web.api_keys[0]}") as http:
            yield Everywhere(Shops(http, web), shop.stand_in)


def of(number: int, delivery: Delivery, order: str) -> Delivery:
    """The delivery as one of another order, by another member: the one with that number."""
    shop, topic, payload = delivery
    text = json.dumps(payload)
    for old, new in (
        (order, f"{order}00{number}"),
        (ANNS_PHONE, f"{ANNS_PHONE[:-1]}{number}"),
        ("050 123 45 67", f"050 123 45 6{number}"),
    ):
        text = text.replace(old, new)
    changed: dict[str, Any] = json.loads(text)
    return shop, topic, changed


@pytest.mark.parametrize("shop", ENDS)
async def test_signed_deliveries_in_any_order_end_in_the_same_ledger(
    everywhere: Everywhere, shop: str
) -> None:
    every, points = ENDS[shop]
    random, balances = Random(9), []
    for number in range(SHUFFLES):
        phone = f"{ANNS_PHONE[:-1]}{number}"
        member = await enrol(everywhere.shops.http, phone=phone)
        shuffled = [*every, *random.sample(every, 2)]
        random.shuffle(shuffled)
        for delivery in shuffled:
            await everywhere.takes(of(number, delivery, ORDERS[shop]))
        balances.append(await everywhere.shops.balance(member))

    assert await everywhere.shops.kept() == []
    assert balances == [50 + points] * SHUFFLES
