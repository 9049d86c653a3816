"""The inbox, as the settings have it."""

from collections.abc import Mapping

from bot.acts import Acts
from bot.ports import Database
from bot.settings import Settings
from bot.shops import bigcommerce, events, shopify, woocommerce
from bot.shops.apis.connecting import Api
from bot.shops.inbox import Inbox


def inbox_of(settings: Settings, database: Database, acts: Acts, apis: Mapping[str, Api]) -> Inbox:
    """The inbox of the shops whose secrets are set, with their APIs."""
    given = {
        shopify.SHOP: settings.shopify_secret,
        woocommerce.SHOP: settings.woocommerce_secret,
        bigcommerce.SHOP: settings.bigcommerce_secret,
        events.SHOP: settings.events_secret,
    }
    secrets = {
        shop: tuple(each.get_secret_value() for each in these) for shop, these in given.items()
    }
    return Inbox(database=database, acts=acts, secrets=secrets, apis=apis)
