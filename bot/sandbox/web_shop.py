"""The demo's web shop, a Shopify on this machine: it has our codes, and tells of what it sells."""

import asyncio
import hmac
import json
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_urlsafe

import httpx

from bot.sandbox.shops.shopify import ShopifyStandIn

WEBHOOK = "/webhooks/shopify"
PATIENCE_S = 4.0  # another bot on this database may be the one that makes codes


class WebShop:
    """``async with WebShop() as shop`` listens; url, token and secret are for the settings."""

    def __init__(self) -> None:
        self._stand_in = ShopifyStandIn()
        self.token = self._stand_in.token
        self.secret = token_urlsafe()

    async def __aenter__(self) -> "WebShop":
        await self._stand_in.__aenter__()
        self.url = self._stand_in.url
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stand_in.__aexit__(None, None, None)

    def sells_in(self, currency: str) -> None:
        """Its prices are in that currency."""
        self._stand_in.currency = currency

    async def knows(self, code: str) -> bool:
        """Whether the code is there, or soon comes."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await self._stand_in.until_made(code)
        return code.lower() in self._stand_in.codes

    async def sells(
        self, api: httpx.AsyncClient, *, card: str, total: str, currency: str, code: str
    ) -> None:
        """Somebody orders with the code; the bot hears of it by a signed webhook."""
        now = datetime.now(UTC).isoformat()
        number = int(datetime.now(UTC).timestamp() * 1000)
        order = {
            "id": number,
            "created_at": now,
            "updated_at": now,
            "currency": currency,
            "total_price": total,
            "financial_status": "paid",
            "source_name": "web",
            "note_attributes": [{"name": "loyalty_card", "value": card}],
            "discount_codes": [{"code": code, "amount": "0.00", "type": "fixed_amount"}],
            "line_items": [],
        }
        body = json.dumps(order).encode()
        digest = hmac.new(self.secret.encode(), body, sha256).digest()
        headers = {
            "X-Shopify-Topic": "orders/paid",
            "X-Shopify-Event-Id": str(number),
            "X-Shopify-Hmac-SHA256": b64encode(digest).decode(),
            "Content-Type": "application/json",
        }
        answer = await api.post(WEBHOOK, content=body, headers=headers)
        answer.raise_for_status()
