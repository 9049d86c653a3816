"""A Shopify of our own: orders by REST, discount codes by the few GraphQL calls we make."""

import re

from aiohttp import web

from bot.sandbox.shops.serving import Json, ShopStandIn, moment

ROOT = "/admin/api/{version}"
NODE = "gid://shopify/DiscountCodeNode/"


class ShopifyStandIn(ShopStandIn):
    """Orders are by their id, with ``updated_at``; pages hold at most page_size of them."""

    def __init__(self, *, token: str = "shpat_sandbox", page_size: int = 250) -> None:  # noqa: S107
        self.token, self.page_size = token, page_size
        super().__init__()

    def _routes(self) -> list[web.RouteDef]:
        return [
            web.get(f"{ROOT}/shop.json", self._shop),
            web.get(f"{ROOT}/orders.json", self._list),
            web.get(f"{ROOT}/orders/count.json", self._count),
            web.get(f"{ROOT}/orders/{{id}}.json", self._order),
            web.post(f"{ROOT}/graphql.json", self._graphql),
        ]

    def _is_known(self, request: web.Request) -> bool:
        return request.headers.get("X-Shopify-Access-Token") == self.token

    async def _shop(self, request: web.Request) -> web.Response:
        return web.json_response({"shop": {"id": 1, "currency": self.currency}})

    async def _order(self, request: web.Request) -> web.Response:
        order = self.orders.get(request.match_info["id"])
        if order is None:
            return web.json_response({"errors": "Not Found"}, status=404)
        return web.json_response({"order": order})

    def _since(self, text: str) -> list[Json]:
        since = moment(text)
        return [one for one in self.orders.values() if moment(one["updated_at"]) >= since]

    async def _count(self, request: web.Request) -> web.Response:
        return web.json_response({"count": len(self._since(request.query["updated_at_min"]))})

    async def _list(self, request: web.Request) -> web.Response:
        since, _, after = request.query.get("page_info", "").partition("~")
        since = since or request.query["updated_at_min"]
        found = [one for one in self._since(since) if one["id"] > int(after or 0)]
        found.sort(key=lambda one: int(one["id"]))
        page = found[: min(self.page_size, int(request.query["limit"]))]
        response = web.json_response({"orders": page})
        if len(page) < len(found):
            further = request.url.with_query(page_info=f"{since}~{page[-1]['id']}")
            response.headers["Link"] = f'<{further}>; rel="next"'
        return response

    async def _graphql(self, request: web.Request) -> web.Response:
        asked = await request.json()
        name = re.findall(r"(\w+)\(", asked["query"])[1]  # the first one is the document's own
        acts = {
            "codeDiscountNodeByCode": self._find,
            "discountCodeBasicCreate": self._create,
            "discountCodeFreeShippingCreate": self._create,
            "discountCodeDeactivate": self._disable,
            "discountCodeDelete": self._delete,
            "productVariants": self._variants,
        }
        return web.json_response({"data": {name: acts[name](asked["variables"])}})

    def _find(self, given: Json) -> Json | None:
        made = self.codes.get(given["code"].lower())
        if made is None:
            return None
        shown = {"status": made["status"], "usageLimit": made["usageLimit"]}
        return {"id": made["id"], "codeDiscount": shown | {"asyncUsageCount": made["used"]}}

    def _create(self, given: Json) -> Json:
        discount = given["discount"]
        if discount["code"].lower() in self.codes:
            error = {"field": ["code"], "code": "TAKEN", "message": "Code must be unique."}
            return {"codeDiscountNode": None, "userErrors": [error]}
        id = f"{NODE}{self.new_id()}"
        self.has_code(discount["code"], {**discount, "id": id, "status": "ACTIVE", "used": 0})
        return {"codeDiscountNode": {"id": id}, "userErrors": []}

    def _disable(self, given: Json) -> Json:
        for made in self.codes.values():
            if made["id"] == given["id"]:
                made["status"] = "EXPIRED"
        return {"codeDiscountNode": {"id": given["id"]}, "userErrors": []}

    def _delete(self, given: Json) -> Json:
        self.codes = {code: one for code, one in self.codes.items() if one["id"] != given["id"]}
        return {"deletedCodeDiscountId": given["id"], "userErrors": []}

    def _variants(self, given: Json) -> Json:
        found = self.pieces.get(given["query"].removeprefix('sku:"').removesuffix('"'))
        if found is None:
            return {"nodes": []}
        return {"nodes": [{"id": f"gid://shopify/ProductVariant/{found[0]}", "price": found[1]}]}
