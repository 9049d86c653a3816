"""Shops that deliver to the application: signed as they sign, over a real database."""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import count
from typing import Any

import httpx
import pytest

from bot.shops.inbox import Inbox
from bot.web.given import Web
from core.tables import receipts
from core.tables.receipts import Receipt
from tests.bot.web.conftest import api, client, clock, enrol, web

__all__ = ["api", "clock", "web"]

SECRET = "hush"
OLD_SECRET = "hush &amp; old"
EVENTS_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SECRETS = {
    "shopify": (SECRET, OLD_SECRET),
    "woocommerce": (SECRET, OLD_SECRET),
    "events": (EVENTS_SECRET,),
}
numbers = count(1)


@dataclass(frozen=True, slots=True)
class Shops:
    """The shops, and what became of what they delivered."""

    http: httpx.AsyncClient
    web: Web

    async def shopify(self, topic: str, payload: Any, **more: Any) -> httpx.Response:
        """Deliver as Shopify does; event= names the event, else it is a new one."""
        body = written(payload)
        headers = {
            "X-Shopify-Topic": topic,
            "X-Shopify-Shop-Domain": "brightly.myshopify.com",
            "X-Shopify-Event-Id": more.get("event") or f"event-{next(numbers)}",
            "X-Shopify-Webhook-Id": f"delivery-{next(numbers)}",
            "X-Shopify-Hmac-SHA256": signature(body, more.get("secret", SECRET)),
        }
        return await self.post("shopify", body, headers)

    async def woo(self, topic: str, payload: Any, *, secret: str = SECRET) -> httpx.Response:
        """Deliver as WooCommerce does."""
        body = written(payload)
        headers = {
            "X-WC-Webhook-Topic": topic,
            "X-WC-Webhook-Source": "https://shop.example/",
            "X-WC-Webhook-Delivery-ID": "the same for all of one second",
            "X-WC-Webhook-Signature": signature(body, secret),
        }
        return await self.post("woocommerce", body, headers)

    async def event(self, kind: str, data: Any, *, id: str = "") -> httpx.Response:
        """Deliver an event as Standard Webhooks."""
        body = written({"type": kind, "data": data})
        return await self.post("events", body, standard(body, id or f"msg_{next(numbers)}"))

    async def post(
        self, shop: str, body: bytes, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """Deliver those very bytes."""
        return await self.http.post(f"/webhooks/{shop}", content=body, headers=headers)

    async def balance(self, member: Mapping[str, Any]) -> int:
        """What the member can spend."""
        return int((await self.shown(member))["points"]["balance"])

    async def shown(self, member: Mapping[str, Any]) -> dict[str, Any]:
        """The member as the API has them."""
        shown: dict[str, Any] = (await self.http.get(f"/api/v1/members/{member['id']}")).json()
        return shown

    async def kept(self) -> list[Receipt]:
        """What could not be used."""
        return await self.web.database.read(partial(receipts.kept, limit=100))


def written(payload: Any) -> bytes:
    """The body: JSON, unless it is bytes already."""
    return payload if isinstance(payload, bytes) else json.dumps(payload).encode()


def signature(body: bytes, secret: str) -> str:
    """As Shopify and WooCommerce sign, which the shop's own code would do."""
    return b64encode(hmac.digest(secret.encode(), body, sha256)).decode()


def standard(
    body: bytes, id: str, secret: str = EVENTS_SECRET, *, raw: bool = False
) -> dict[str, str]:
    """The headers of a Standard Webhook, written out by hand."""
    key = secret.encode() if raw else b64decode(secret.removeprefix("whsec_"))
    at = str(int(datetime.now(UTC).timestamp()))
    signed = b64encode(hmac.digest(key, f"{id}.{at}.".encode() + body, sha256)).decode()
    return {"webhook-id": id, "webhook-timestamp": at, "webhook-signature": f"v1,{signed}"}


@pytest.fixture
async def shops(web: Web) -> AsyncIterator[Shops]:
    """Every shop, with its secret; and the API beside."""
    inbox = Inbox(database=web.database, acts=web.acts, secrets=SECRETS)
    given = replace(web, inbox=inbox)
    async with client(given, Authorization=f"Bearer {web.api_keys[0]}") as http:
        yield Shops(http, given)


@pytest.fixture
async def ann(shops: Shops) -> dict[str, Any]:
    """A member with a phone number and 50 points for joining."""
    return await enrol(shops.http)
