"""The README's steps to connect each shop, done as they stand there."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.shops.apis.connecting import connected
from bot.shops.connecting import inbox_of
from bot.web.given import Web
from tests.bot.shop_apis.shops import new_stand_in, settings_of
from tests.bot.shops.conftest import Shops, standard, written
from tests.bot.shops.payloads import (
    bigcommerce_hook,
    bigcommerce_order,
    event_order,
    shopify_order,
    woo_order,
)
from tests.bot.web.conftest import client, enrol

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
SHOPS = {
    "Shopify": "shopify",
    "WooCommerce": "woocommerce",
    "BigCommerce": "bigcommerce",
    "any other shop": "events",
}


@pytest.fixture
def engine() -> str:
    """The steps are the same on every database."""
    return "sqlite"


def steps(title: str) -> list[str]:
    """The steps to connect that shop."""
    [section] = re.findall(rf"^### Connect {title}\n(.*?)^##", README, re.DOTALL | re.MULTILINE)
    return re.split(r"^\d\. ", section, flags=re.MULTILINE)[1:]


def secret_of(title: str) -> tuple[str, str]:
    """The setting that the steps say to set, and its value."""
    [(name, value)] = re.findall(r"LOYALTY_(\w+_SECRET)=([^`\s]+)", "".join(steps(title)))
    return name.lower(), value


@pytest.fixture
async def connect(web: Web) -> AsyncIterator[Any]:
    """Do the steps: set the setting, start, and say where the shop delivers."""
    async with AsyncExitStack() as stack:

        async def done(title: str) -> tuple[Shops, str, str, Any]:
            name, secret = secret_of(title)
            stand_in = new_stand_in(SHOPS[title])
            await stack.enter_async_context(stand_in)
            settings = settings_of(stand_in, **{name: secret})
            apis = await stack.enter_async_context(connected(settings))
            given = replace(web, inbox=inbox_of(settings, web.database, web.acts, apis))
            key = f"Bearer {web.api_keys[0]}"
            http = await stack.enter_async_context(client(given, Authorization=key))
            [path] = re.findall(r"https://bot.example.com/webhooks/(\w+)", "".join(steps(title)))
            return Shops(http, given), path, secret, stand_in

        yield done


@pytest.mark.parametrize("title", SHOPS)
def test_there_are_five_steps_and_every_setting_is_one(title: str) -> None:
    named = re.findall(r"LOYALTY_([A-Z_]+)", "".join(steps(title)))

    assert len(steps(title)) == 5
    assert {name.lower() for name in named} <= Settings.model_fields.keys()


@pytest.mark.parametrize("title", SHOPS)
async def test_after_the_steps_an_order_earns(connect: Any, title: str) -> None:
    shops, path, secret, stand_in = await connect(title)
    ann = await enrol(shops.http)
    match title:
        case "Shopify":
            answer = await shops.shopify("orders/paid", shopify_order(), secret=secret)
        case "WooCommerce":
            assert (await shops.post(path, b"webhook_id=1")).status_code == 200
            answer = await shops.woo("order.created", woo_order(), secret=secret)
        case "BigCommerce":
            stand_in.orders["118"] = bigcommerce_order()
            body = written(bigcommerce_hook("store/order/created", id=118))
            answer = await shops.post(path, body, standard(body, "m1", secret, raw=True))
        case _:
            body = written({"type": "order.placed", "data": event_order()})
            answer = await shops.post(path, body, standard(body, "m1", secret))

    assert path == SHOPS[title]
    assert answer.status_code == 200
    assert await shops.kept() == []
    assert await shops.balance(ann) == 70
