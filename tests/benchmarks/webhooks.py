"""
Signed order webhooks, end to end: verified, written down, applied to the ledger, answered.

The floor is the same server answering an empty 200: to the ping WooCommerce sends when a webhook is
saved. Its body is short, which hardly matters: an order's, with its headers, read whole behind the
same layers by an application that does nothing else, is answered for 5 to 8 % less of the
processor, as the ping is read as a form.
"""

import hmac
import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

from tests.benchmarks.answers import ready, talking_to
from tests.benchmarks.processes import loyalty, stand_in
from tests.benchmarks.rounds import Row, Sizes, at_once, compared
from tests.benchmarks.seeding import seeded

SECRET = "only-the-shop-knows"
PATH = "/webhooks/woocommerce"
CALLERS = 32
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
Delivery = tuple[bytes, dict[str, str]]


async def per_second(folder: Path, sizes: Sizes) -> list[Row]:
    """Paid orders of members, each of another one."""
    url = f"sqlite:///{folder / 'webhooks.db'}"
    cards = await seeded(url, sizes.members)
    async with AsyncExitStack() as stack:
        api = stack.enter_context(stand_in())
        await ready(await stack.enter_async_context(talking_to(api)), "/bot42:BENCH/getMe")
        settings = {"LOYALTY_WOOCOMMERCE_SECRET": SECRET}
        server = stack.enter_context(loyalty("ptb", api, url, settings))
        client = await stack.enter_async_context(talking_to(server))
        await ready(client)
        deliveries = _signed(_orders(cards), sizes.webhooks * (sizes.rounds + 1))

        async def deliver(number: int) -> None:
            body, headers = deliveries[number]
            async with client.post(PATH, data=body, headers=headers) as response:
                assert response.status == 200, await response.text()

        async def ping(number: int) -> None:
            async with client.post(PATH, data=b"webhook_id=7", headers=FORM) as response:
                assert response.status == 200, await response.text()

        row = await compared(
            "order webhooks, SQLite",
            ours=at_once(CALLERS, count(), deliver),
            floor=at_once(CALLERS, count(), ping),
            count=sizes.webhooks,
            rounds=sizes.rounds,
            bar=0.35,
        )
        await _check(client, len(deliveries))
    return [row]


def _orders(cards: list[str]) -> Iterator[dict[str, Any]]:
    """Paid just now, with two lines, as WooCommerce has them."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    for number in count(1):
        yield {
            "id": number,
            "status": "processing",
            "currency": "EUR",
            "date_created_gmt": now,
            "date_modified_gmt": now,
            "total": "42.50",
            "total_tax": "0.00",
            "shipping_total": "2.50",
            "customer_id": number,
            "billing": {"first_name": "Ann", "country": "UA", "email": f"{number}@example.com"},
            "meta_data": [{"key": "loyalty_card", "value": cards[number % len(cards)]}],
            "line_items": [
                {"id": 1, "sku": "LAMP", "quantity": 1, "total": "30.00", "total_tax": "0.00"},
                {"id": 2, "sku": "CUP", "quantity": 2, "total": "10.00", "total_tax": "0.00"},
            ],
            "coupon_lines": [],
            "refunds": [],
        }


def _signed(orders: Iterator[dict[str, Any]], number: int) -> list[Delivery]:
    """Written and signed before the clock runs: that is the shop's work."""
    deliveries = []
    for _ in range(number):
        body = json.dumps(next(orders)).encode()
        signature = b64encode(hmac.digest(SECRET.encode(), body, sha256)).decode()
        headers = {"X-WC-Webhook-Topic": "order.created", "X-WC-Webhook-Signature": signature}
        deliveries.append((body, headers))
    return deliveries


async def _check(client: aiohttp.ClientSession, number: int) -> None:
    """What we measured must have been done, not kept for a replay."""
    async with client.get("/metrics") as response:
        told = await response.text()
    assert f'outcome="done",shop="woocommerce"}} {float(number)}' in told
