"""The shops' own APIs, as ours reads them: its real callers, answered without a network."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from bot.shops.apis.bigcommerce import BigCommerceApi
from bot.shops.apis.connecting import Api
from bot.shops.apis.shopify import ShopifyApi
from bot.shops.apis.woocommerce import WooCommerceApi
from tests.simulation.faults import Faults
from tests.simulation.forms import FORMS, BigCommerce, WebOrder
from tests.simulation.shops import WebShop

URL = "https://shop.example"
ONE_PAGE = {"X-WP-TotalPages": "1"}


def apis(shops: Mapping[str, WebShop], faults: Faults) -> dict[str, Api]:
    """The callers of those three that have an API."""
    made: dict[str, Api] = {
        "shopify": ShopifyApi(url=URL, token="t"),
        "woocommerce": WooCommerceApi(url=URL, key="k", secret="s"),
        "bigcommerce": BigCommerceApi(url=URL, token="t"),
    }
    for name, api in made.items():
        answers = Answering(shops, name, faults)
        transport = httpx.MockTransport(answers)
        base = api._caller._http.base_url
        api._caller._http = httpx.AsyncClient(transport=transport, base_url=base, trust_env=False)
    return made


@dataclass(slots=True)
class Answering:
    """One shop's API. It is away now and then, and is slow."""

    shops: Mapping[str, WebShop]
    name: str
    faults: Faults

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer a call."""
        await asyncio.sleep(self.faults.random.uniform(0, 1))
        if self.faults.strike("a shop's API is away"):
            return httpx.Response(self.faults.random.choice((429, 500, 503)))
        parts = [part.removesuffix(".json") for part in request.url.path.split("/")]
        orders = self.shops[self.name].orders
        place = parts.index("orders") + 1
        id = parts[place] if place < len(parts) else ""
        named = orders.get(int(id)) if id.isdecimal() else None
        if id.isdecimal() and (named is None or named.status == "deleted"):
            return httpx.Response(404, json={})
        match self.name:
            case "shopify":
                return self._shopify(parts, request, named)
            case "woocommerce":
                return self._woocommerce(parts, request, named)
            case _:
                return self._bigcommerce(parts, request, named)

    def _since(self, written: str) -> list[WebOrder]:
        since = datetime.fromisoformat(written)
        since = since if since.tzinfo else since.replace(tzinfo=UTC)
        found = self.shops[self.name].orders.values()
        return [one for one in found if one.updated_at >= since and one.status != "deleted"]

    def _shopify(
        self, parts: list[str], request: httpx.Request, named: WebOrder | None
    ) -> httpx.Response:
        form = FORMS[self.name]
        if named:
            return httpx.Response(200, json={"order": form.order(named)})
        found = self._since(request.url.params["updated_at_min"])
        if parts[-1] == "count":
            return httpx.Response(200, json={"count": len(found)})
        return httpx.Response(200, json={"orders": [form.order(one) for one in found]})

    def _woocommerce(
        self, parts: list[str], request: httpx.Request, named: WebOrder | None
    ) -> httpx.Response:
        form = FORMS[self.name]
        if named and parts[-1] == "refunds":
            return httpx.Response(200, json=form.order(named)["refunds"])
        if named:
            return httpx.Response(200, json=form.order(named))
        found = [form.order(one) for one in self._since(request.url.params["modified_after"])]
        return httpx.Response(200, json=found, headers=ONE_PAGE)

    def _bigcommerce(
        self, parts: list[str], request: httpx.Request, named: WebOrder | None
    ) -> httpx.Response:
        form: Any = BigCommerce()
        if named and parts[-1] == "refunds":
            return httpx.Response(200, json={"data": form.refunds(named)})
        if named and parts[-1] == "coupons":
            return httpx.Response(200, json=[{"code": code} for code in named.codes])
        if named and parts[-1] == "products":
            return httpx.Response(200, json=[])
        if named:
            return httpx.Response(200, json=form.order(named))
        page, limit = (int(request.url.params[name]) for name in ("page", "limit"))
        found = self._since(request.url.params["min_date_modified"])
        found = found[(page - 1) * limit : page * limit]
        return httpx.Response(200, json=[form.order(one) for one in found])
