"""
The inbox: what shops' webhooks deliver. Signed, written down, done once; what can't be used is kept
with its reason, to be replayed.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from bot.acts import Acts
from bot.ports import Database, WorldError
from bot.shops import applying, events, shopify, woocommerce
from bot.shops.reading import Json, parsed
from bot.shops.reports import Told, Unusable
from bot.shops.signatures import (
    Secrets,
    as_woocommerce_keeps,
    is_signed,
    is_standard,
    webhooks_of,
)
from bot.web.problems import detail_of
from core.codes import message_id
from core.errors import LoyaltyError
from core.tables import receipts
from core.tables.receipts import Receipt

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
            case _:
                return is_standard(body, headers, webhooks_of(secrets))

    async def take(self, shop: str, headers: Headers, body: bytes) -> str:
        """
        Do what a signed delivery says; "" or why it can't be used. Its effects are committed then.

        Raises WorldError: nothing was changed, and it should come again.
        """
        delivery = _delivery(shop, headers, body)
        receipt = Receipt(
            id=message_id(self.acts.random),
            shop=shop,
            key=delivery.id or sha256(body).hexdigest(),
            topic=delivery.topic,
            received_at=self.acts.clock(),
        )
        try:
            payload = parsed(body)
            if shop == woocommerce.SHOP:
                receipt = replace(receipt, key=woocommerce.key(delivery.topic, payload, body))
            await self._do(receipt, self._told(delivery, payload))
        except (Unusable, LoyaltyError) as error:
            return await self._keep(receipt, body, _reason(error))
        except WorldError:
            raise
        except Exception as error:
            log.exception("%s %s", shop, delivery.topic)
            return await self._keep(receipt, body, BUG.format(name=type(error).__name__))
        return ""

    async def replay(self, receipt: Receipt) -> str:
        """Do what was kept; "" or why it still can't be used. Raises WorldError."""
        body = receipt.body.encode()
        try:
            delivery = Delivery(receipt.shop, receipt.topic, body)
            await self._do(receipt, self._told(delivery, parsed(body)))
        except (Unusable, LoyaltyError) as error:
            return await self._keep(receipt, body, _reason(error))
        return ""

    def _told(self, delivery: Delivery, payload: Json) -> tuple[Told, ...]:
        match delivery.shop:
            case shopify.SHOP:
                return shopify.told(delivery.topic, payload, currency=self.acts.program.currency)
            case woocommerce.SHOP:
                return woocommerce.told(delivery.topic, payload)
            case _:
                program = self.acts.program
                return events.told(payload, now=self.acts.clock(), currency=program.currency)

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
        text = body.decode(errors="replace").replace("\x00", "\ufffd")
        kept = replace(receipt, reason=reason, body=text)
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


def _first(headers: Headers, names: tuple[str, ...]) -> str:
    return next((headers[name] for name in names if headers.get(name)), "")


def _reason(error: Unusable | LoyaltyError) -> str:
    return error.reason if isinstance(error, Unusable) else detail_of(error)
