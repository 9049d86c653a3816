"""The shops whose APIs the settings name."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from bot.settings import Settings
from bot.shops.apis.bigcommerce import BigCommerceApi
from bot.shops.apis.shopify import ShopifyApi
from bot.shops.apis.woocommerce import WooCommerceApi

SHOPIFY, WOOCOMMERCE, BIGCOMMERCE = "shopify", "woocommerce", "bigcommerce"
Api = ShopifyApi | WooCommerceApi | BigCommerceApi


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[Mapping[str, Api]]:
    """Each shop's API by the shop's name; nothing is called yet, and all are closed at the end."""
    async with AsyncExitStack() as opened:
        apis = dict(_apis(settings))
        for api in apis.values():
            opened.push_async_callback(api.close)
        yield apis


def _apis(settings: Settings) -> Iterator[tuple[str, Api]]:
    if (url := settings.shopify_api_url) and (token := settings.shopify_api_token):
        yield SHOPIFY, ShopifyApi(url=url, token=token.get_secret_value())
    key, secret = settings.woocommerce_api_key, settings.woocommerce_api_secret
    if (url := settings.woocommerce_api_url) and key and secret:
        given = {"key": key.get_secret_value(), "secret": secret.get_secret_value()}
        yield WOOCOMMERCE, WooCommerceApi(url=url, **given)
    if (url := settings.bigcommerce_api_url) and (token := settings.bigcommerce_api_token):
        yield BIGCOMMERCE, BigCommerceApi(url=url, token=token.get_secret_value())
