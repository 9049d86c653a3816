"""
The inbox: what shops' webhooks deliver. Signed, written down, done once; what can't be used is kept
with its reason, to be replayed.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from bot.acts import Acts
from bot.ports import CallRefused, ChannelRefused, Database, TryLater, WorldError
from bot.shops import applying, bigcommerce, events, shopify, woocommerce
from bot.shops.apis.bigcommerce import BigCommerceApi
from bot.shops.apis.connecting import Api
from bot.shops.apis.woocommerce import WooCommerceApi
from bot.shops.reading import Json, parsed, text
from bot.shops.reports import Told, Unusable
from bot.shops.signatures import (
    Secrets,
    as_woocommerce_keeps,
    has_secret,
    is_signed,
    is_standard,
    raw_webhooks_of,
    webhooks_of,
)
from bot.web.wording import detail_of
from core.errors import LoyaltyError
from core.tables import receipts
from core.tables.receipts import Receipt

SECRET_HEADER = "x-loyalty-secret"  # noqa: S105 a header's name: where BigCommerce signs nothing
BUG = "a mistake of the bot's own ({name}), which is in the log"

log = logging.getLogger(__name__)

Headers = Mapping[str, str]
"""By their names in small letters."""


class Delivery(NamedTuple):
    """One delivery, rightly signed."""

    shop: str
    topic: str
    body: bytes
    id: str = ""  # the shop's own, the same when it delivers again


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Takes deliveries of the shops whose secrets are set."""

    database: Database
    acts: Acts
    secrets: Mapping[str, Secrets] = field(default_factory=dict, repr=False)  # by shop
    apis: Mapping[str, Api] = field(default_factory=dict)  # by shop

    def is_on(self, shop: str) -> bool:
        """Whether that shop's webhooks are taken."""
        return bool(self.secrets.get(shop))

    def is_signed(self, shop: str, headers: Headers, body: bytes) -> bool:
        """Whether the shop sent it."""
        secrets = self.secrets[shop]
        match shop:
            case shopify.SHOP:
                names = ("x-shopify-hmac-sha256", "shopify-hmac-sha256")
                return is_signed(body, _first(headers, names), secrets)
            case woocommerce.SHOP:
                signature = headers.get("x-wc-webhook-signature", "")
                return is_signed(body, signature, as_woocommerce_keeps(secrets))
            case bigcommerce.SHOP:
                if "webhook-signature" in headers:
                    return is_standard(body, headers, raw_webhooks_of(secrets))
                return has_secret(headers.get(SECRET_HEADER, ""), secrets)
            case _:
                return is_standard(body, headers, webhooks_of(secrets))

    async def take(self, shop: str, headers: Headers, body: bytes) -> str:
        """
        Do what a signed delivery says; "" or why it can't be used. Its effects are committed then.

        Raises WorldError: nothing was changed, and it should come again.
        """
        delivery, now = _delivery(shop, headers, body), self.acts.clock()
        receipt = None
        try:
            payload = parsed(body)
            receipt = _receipt(delivery, now, *_named(delivery, payload))
            await self._do(receipt, await self._told(delivery, payload, now))
        except (Unusable, LoyaltyError) as error:
            reason = _reason(error)
        except WorldError:
            raise
        except Exception as error:
            log.exception("%s %s", shop, delivery.topic)
            reason = BUG.format(name=type(error).__name__)
        else:
            return ""
        return await self._keep(receipt or _receipt(delivery, now), body, reason)

    async def replay(self, receipt: Receipt) -> str:
        """Do what was kept; "" or why it still can't be used. Raises WorldError."""
        body = receipt.body.encode()
        try:
            delivery = Delivery(receipt.shop, receipt.topic, body)
            now = self.acts.clock()
            await self._do(receipt, await self._told(delivery, parsed(body), now))
        except (Unusable, LoyaltyError) as error:
            return await self._keep(receipt, body, _reason(error))
        return ""

    async def _told(self, delivery: Delivery, payload: Json, now: datetime) -> tuple[Told, ...]:
        currency = self.acts.program.currency
        match delivery.shop:
            case shopify.SHOP:
                return shopify.told(delivery.topic, payload, currency=currency)
            case woocommerce.SHOP:
                whole = await self._with_refunds(payload)
                return woocommerce.told(delivery.topic, whole, currency=currency, now=now)
            case bigcommerce.SHOP:
                return await self._read(bigcommerce.told(payload))
            case _:
                return events.told(payload, now=now, currency=currency)

    async def _read(self, told: tuple[Told, ...] | bigcommerce.Named) -> tuple[Told, ...]:
        """What BigCommerce has of what it only named. Raises WorldError while it is away."""
        if not isinstance(told, bigcommerce.Named):
            return told
        api = self.apis.get(bigcommerce.SHOP)
        if not isinstance(api, BigCommerceApi):
            raise Unusable("LOYALTY_BIGCOMMERCE_API_URL and _TOKEN are not set: it can't be read")
        read = api.order if told.kind == "order" else api.cart
        try:
            return bigcommerce.read(told, await read(told.id))
        except TryLater as later:
            raise WorldError(later.reason) from None
        except (ChannelRefused, CallRefused) as refusal:
            raise Unusable(f"BigCommerce does not show it ({refusal})") from None

    async def _with_refunds(self, payload: Json) -> Json:
        """
        WooCommerce's order with its refunds in full, if its API is there to be asked: the order
        itself only shows their sums, which do where the goods can't be told.
        """
        api = self.apis.get(woocommerce.SHOP)
        if not isinstance(api, WooCommerceApi):
            return payload
        try:
            return await api.whole(dict(payload))
        except (TryLater, ChannelRefused, CallRefused) as error:
            log.warning("WooCommerce's refunds are taken by their sums: %s", error)
            return payload

    async def _do(self, receipt: Receipt, told: tuple[Told, ...]) -> None:
        """Do it all, each step once more if a crash comes between: then it is delivered again."""
        if applying.is_one_step(told):
            admit = partial(receipts.admit, receipt=receipt, state="done")
            await applying.apply(self.database, self.acts, told[0], admit)
            return
        if not await self.database.run(partial(receipts.admit, receipt=receipt, state="open")):
            return
        for one in told:
            await applying.apply(self.database, self.acts, one)
        await self.database.run(partial(receipts.finish, receipt=receipt))

    async def _keep(self, receipt: Receipt, body: bytes, reason: str) -> str:
        written = body.decode(errors="replace").replace("\x00", "\ufffd")
        kept = replace(receipt, reason=reason, body=written)
        log.warning("%s %s can't be used: %s", receipt.shop, receipt.topic, reason)
        await self.database.run(partial(receipts.keep, receipt=kept))
        return reason


def _delivery(shop: str, headers: Headers, body: bytes) -> Delivery:
    match shop:
        case shopify.SHOP:
            topic = _first(headers, ("x-shopify-topic", "shopify-topic"))
            names = ("x-shopify-event-id", "x-shopify-webhook-id", "shopify-webhook-id")
            event = _first(headers, names)
            return Delivery(shop, topic, body, f"{topic}/{event}" if event else "")
        case woocommerce.SHOP:
            return Delivery(shop, headers.get("x-wc-webhook-topic", ""), body)
        case _:
            return Delivery(shop, "", body, headers.get("webhook-id", ""))


def _named(delivery: Delivery, payload: Json) -> tuple[str, str]:
    """What makes it one delivery, as far as the shop tells, and its topic. Raises Unusable."""
    match delivery.shop:
        case woocommerce.SHOP:
            return woocommerce.key(delivery.topic, payload, delivery.body), delivery.topic
        case bigcommerce.SHOP:
            return delivery.id or bigcommerce.key(payload), text(payload, "scope")
        case _:
            return delivery.id, delivery.topic


def _receipt(delivery: Delivery, now: datetime, key: str = "", topic: str = "") -> Receipt:
    """Without a key it is known by the shop's own id, else by all that it says."""
    return Receipt(
        shop=delivery.shop,
        key=key or delivery.id or sha256(delivery.body).hexdigest(),
        topic=topic or delivery.topic,
        received_at=now,
    )


def _first(headers: Headers, names: tuple[str, ...]) -> str:
    return next((headers[name] for name in names if headers.get(name)), "")


def _reason(error: Unusable | LoyaltyError) -> str:
    return error.reason if isinstance(error, Unusable) else detail_of(error)
