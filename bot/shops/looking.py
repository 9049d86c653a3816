"""Looking for what is wrong with the web shops' APIs, a sentence each."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.ports import CallRefused, ChannelRefused, Database, TryLater
from bot.settings import Settings
from bot.settings_kinds import PREFIX
from bot.shops.apis.connecting import Api, connected
from core.tables import shop_codes, shop_syncs

NEEDED = {
    "shopify": ("shopify_api_url", "shopify_api_token"),
    "woocommerce": ("woocommerce_api_url", "woocommerce_api_key", "woocommerce_api_secret"),
    "bigcommerce": ("bigcommerce_api_url", "bigcommerce_api_token"),
}
LONG = timedelta(hours=1)
TWO_NIGHTS = timedelta(days=2)


async def of_apis(settings: Settings) -> list[str]:
    """The shops whose settings are incomplete, who don't answer or don't let us in."""
    problems = list(_unset(settings))
    async with connected(settings) as shops:
        for name, api in shops.items():
            problems += await _of_api(name, api)
    return problems


async def of_orders(database: Database, now: datetime) -> list[str]:
    """The connected shops whose orders could not be read back for two nights."""
    return [
        f"The orders of {shop} were last read back on {read_until:%Y-%m-%d}: see the log."
        for shop, read_until in await database.read(shop_syncs.behind)
        if now - read_until > TWO_NIGHTS
    ]


async def of_codes(database: Database, now: datetime) -> list[str]:
    """The shops that refused codes, or have not taken one for an hour."""
    problems = []
    for shop, there in (await database.read(shop_codes.waiting)).items():
        if there.failed:
            problems.append(
                f"{shop} refused {there.failed} discount codes: see `loyalty shops codes`."
            )
        if there.oldest and now - there.oldest > LONG:
            problems.append(
                f"{shop} has not taken a discount code since {there.oldest:%Y-%m-%d %H:%M} UTC;"
                f" {there.waiting} wait: see `loyalty shops codes`."
            )
    return problems


def _unset(settings: Settings) -> Iterator[str]:
    for names in NEEDED.values():
        unset = [f"{PREFIX}{name.upper()}" for name in names if not getattr(settings, name)]
        if 0 < len(unset) < len(names):
            yield f"{' and '.join(unset)}: not set, so that shop's API is not used."


async def _of_api(name: str, api: Api) -> list[str]:
    settings = ", ".join(f"{PREFIX}{one.upper()}" for one in NEEDED[name])
    try:
        await api.check()
    except ChannelRefused as refusal:
        return [f"{settings}: the shop does not let us in ({refusal})."]
    except CallRefused as refusal:
        return [f"{settings}: there is no such API at that address ({refusal.reason})."]
    except TryLater as later:
        return [f"The API of {name} does not answer ({later.reason})."]
    return []
