"""The café's three web shops, each on this machine, and our clients of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from bot.sandbox.shops.bigcommerce import BigCommerceStandIn
from bot.sandbox.shops.shopify import ShopifyStandIn
from bot.sandbox.shops.woocommerce import WooCommerceStandIn
from bot.settings import Settings
from bot.shops.apis.bigcommerce import BigCommerceApi
from bot.shops.apis.connecting import Api
from bot.shops.apis.shopify import ShopifyApi
from bot.shops.apis.woocommerce import WooCommerceApi

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
PATIENCE_S = 1.5  # a busy machine takes its time for an answer
SHOPS = ("shopify", "woocommerce", "bigcommerce")

StandIn = ShopifyStandIn | WooCommerceStandIn | BigCommerceStandIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A web shop and our client of it."""

    name: str
    stand_in: StandIn
    api: Api
    naps: list[float]  # that our client took when it had to be patient

    def has_order(self, number: int, *, changed: datetime = NOON, **fields: Any) -> None:
        """The shop has that order, changed at that moment."""
        stamped = {
            "updated_at": changed.isoformat(),
            "date_modified_gmt": changed.strftime("%Y-%m-%dT%H:%M:%S"),
            "date_modified": format_datetime(changed),
        }
        self.stand_in.orders[str(number)] = {"id": number, **stamped, **fields}

    def code(self, code: str = "coffee-1") -> dict[str, Any] | None:
        """The code as the shop has it."""
        return self.stand_in.codes.get(code)

    def uses(self, code: str) -> None:
        """Somebody ordered with the code."""
        word = {"shopify": "used", "woocommerce": "usage_count", "bigcommerce": "num_uses"}
        self.stand_in.codes[code][word[self.name]] = 1

    async def changed_since(self, since: datetime = NOON - timedelta(hours=1)) -> list[int]:
        """The orders that were changed since then, as our client reads them."""
        return [one["id"] async for page in self.api.orders_since(since) for one in page.orders]


@asynccontextmanager
async def opened(name: str, *, timeout_s: float = PATIENCE_S) -> AsyncIterator[Shop]:
    """That shop; our client is soon out of patience."""
    async with new_stand_in(name) as stand_in:
        naps: list[float] = []

        async def nap(seconds: float) -> None:
            naps.append(seconds)

        api = client(stand_in, timeout_s=timeout_s, sleep=nap)
        try:
            yield Shop(name=name, stand_in=stand_in, api=api, naps=naps)
        finally:
            await api.close()


def new_stand_in(name: str) -> StandIn:
    """A shop of that kind."""
    match name:
        case "shopify":
            return ShopifyStandIn(page_size=2)
        case "woocommerce":
            return WooCommerceStandIn()
        case _:
            return BigCommerceStandIn()


def client(stand_in: StandIn, **given: Any) -> Api:
    """Our client of it."""
    match stand_in:
        case ShopifyStandIn():
            return ShopifyApi(url=stand_in.url, token=stand_in.token, **given)
        case WooCommerceStandIn():
            secrets = {"key": stand_in.key, "secret": stand_in.secret}
            return WooCommerceApi(url=stand_in.url, **secrets, **given)
        case _:
            return BigCommerceApi(url=stand_in.api_url, token=stand_in.token, **given)


def settings_of(stand_in: StandIn, **given: Any) -> Settings:
    """Settings that name this shop's API, and nothing that is not given."""
    match stand_in:
        case ShopifyStandIn():
            its = {"shopify_api_url": stand_in.url, "shopify_api_token": stand_in.token}
        case WooCommerceStandIn():
            its = {
                "woocommerce_api_url": stand_in.url,
                "woocommerce_api_key": stand_in.key,
                "woocommerce_api_secret": stand_in.secret,
            }
        case _:
            its = {
                "bigcommerce_api_url": stand_in.api_url,
                "bigcommerce_api_token": stand_in.token,
            }
    return Settings.model_validate({**its, **given})
