"""A WooCommerce of our own: orders with their refunds, and coupons."""

from base64 import b64encode

from aiohttp import web

from bot.sandbox.shops.serving import Json, ShopStandIn, moment

ROOT = "/wp-json/wc/v3"


class WooCommerceStandIn(ShopStandIn):
    """Orders are by their id, with ``date_modified_gmt``; refunds in full are beside them."""

    def __init__(self, *, key: str = "ck_sandbox", secret: str = "cs_sandbox") -> None:  # noqa: S107
        self.key, self.secret = key, secret
        self.refunds: dict[str, list[Json]] = {}
        super().__init__()

    def _routes(self) -> list[web.RouteDef]:
        return [
            web.get(f"{ROOT}/orders", self._list),
            web.get(f"{ROOT}/orders/{{id}}", self._order),
            web.get(f"{ROOT}/orders/{{id}}/refunds", self._refunds),
            web.get(f"{ROOT}/coupons", self._find),
            web.post(f"{ROOT}/coupons", self._create),
            web.delete(f"{ROOT}/coupons/{{id}}", self._delete),
            web.get(f"{ROOT}/products", self._products),
            web.get(f"{ROOT}/data/currencies/current", self._currency),
        ]

    def _is_known(self, request: web.Request) -> bool:
        proof = b64encode(f"{self.key}:{self.secret}".encode()).decode()
        return request.headers.get("Authorization") == f"Basic {proof}"

    async def _currency(self, request: web.Request) -> web.Response:
        return web.json_response({"code": self.currency})

    async def _list(self, request: web.Request) -> web.Response:
        query = request.query
        found = sorted(self.orders.values(), key=lambda one: int(one["id"]))
        if since := query.get("modified_after"):
            after = moment(since)
            found = [one for one in found if moment(one["date_modified_gmt"]) > after]
        if since := query.get("after"):
            after = moment(since)
            found = [one for one in found if moment(one["date_created_gmt"]) > after]
        if statuses := query.get("status"):
            found = [one for one in found if one["status"] in statuses.split(",")]
        size, page = int(query["per_page"]), int(query["page"])
        pages = -(-len(found) // size)
        headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)}
        return web.json_response(found[(page - 1) * size : page * size], headers=headers)

    async def _order(self, request: web.Request) -> web.Response:
        order = self.orders.get(request.match_info["id"])
        return web.json_response(order) if order else _refused("order_invalid_id", 404)

    async def _refunds(self, request: web.Request) -> web.Response:
        return web.json_response(self.refunds.get(request.match_info["id"], []))

    async def _find(self, request: web.Request) -> web.Response:
        code = request.query.get("code", "").lower()
        return web.json_response([self.codes[code]] if code in self.codes else [])

    async def _create(self, request: web.Request) -> web.Response:
        coupon = await request.json()
        code = coupon["code"].lower()  # as WooCommerce keeps it
        if code in self.codes:
            return _refused("coupon_code_already_exists", 400)
        its = {"code": code, "id": self.new_id(), "status": "publish", "usage_count": 0}
        return web.json_response(self.has_code(code, coupon | its), status=201)

    async def _delete(self, request: web.Request) -> web.Response:
        for code, coupon in self.codes.items():
            if str(coupon["id"]) == request.match_info["id"]:
                del self.codes[code]
                return web.json_response(coupon)
        return _refused("shop_coupon_invalid_id", 404)

    async def _products(self, request: web.Request) -> web.Response:
        found = self.pieces.get(request.query["sku"])
        return web.json_response([{"id": found[0], "price": found[1]}] if found else [])


def _refused(code: str, status: int) -> web.Response:
    answer: Json = {
        "code": f"woocommerce_rest_{code}",
        "message": "No.",
        "data": {"status": status},
    }
    return web.json_response(answer, status=status)
