"""A BigCommerce of our own: orders and what belongs to them, carts, and coupons."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from aiohttp import web

from bot.sandbox.shops.serving import Json, ShopStandIn, moment

HERE = "/stores/{hash}"
NOTHING = 204


class BigCommerceStandIn(ShopStandIn):
    """
    Orders are by their id, with ``date_modified`` in the form of e-mails.

    An order's own ``products``, ``coupons`` and ``refunds`` are shown where BigCommerce has them,
    which is not in the order.
    """

    def __init__(self, *, token: str = "sandbox", hash: str = "sandbox") -> None:  # noqa: S107
        self.token, self.hash = token, hash
        self.carts: dict[str, Json] = {}
        super().__init__()

    @property
    def api_url(self) -> str:
        """What the settings need."""
        return f"{self.url}/stores/{self.hash}"

    def _routes(self) -> list[web.RouteDef]:
        return [
            web.get(f"{HERE}/v2/time", self._time),
            web.get(f"{HERE}/v2/store", self._store),
            web.get(f"{HERE}/v2/orders", self._list),
            web.get(f"{HERE}/v2/orders/{{id}}", self._order),
            web.get(f"{HERE}/v2/orders/{{id}}/{{part:products|coupons}}", self._part),
            web.get(f"{HERE}/v3/orders/{{id}}/payment_actions/refunds", self._refunds),
            web.get(f"{HERE}/v3/carts/{{id}}", self._cart),
            web.get(f"{HERE}/v2/coupons", self._find),
            web.post(f"{HERE}/v2/coupons", self._create),
            web.put(f"{HERE}/v2/coupons/{{id}}", self._change),
            web.delete(f"{HERE}/v2/coupons/{{id}}", self._delete),
            web.get(f"{HERE}/v3/catalog/products", self._products),
        ]

    def _is_known(self, request: web.Request) -> bool:
        return request.headers.get("X-Auth-Token") == self.token

    async def _time(self, request: web.Request) -> web.Response:
        return web.json_response({"time": 0})

    async def _store(self, request: web.Request) -> web.Response:
        return web.json_response({"currency": self.currency})

    async def _list(self, request: web.Request) -> web.Response:
        since, size = moment(request.query["min_date_modified"]), int(request.query["limit"])
        changed = [one for one in self.orders.values() if _modified(one) >= since]
        found = sorted(changed, key=lambda one: int(one["id"]))
        start = (int(request.query["page"]) - 1) * size
        return _or_nothing([_thin(order) for order in found[start : start + size]])

    async def _order(self, request: web.Request) -> web.Response:
        order = self.orders.get(request.match_info["id"])
        if order is None:
            return web.json_response([{"status": 404, "message": "Not found."}], status=404)
        return web.json_response(_thin(order))

    async def _part(self, request: web.Request) -> web.Response:
        order = self.orders.get(request.match_info["id"], {})
        return _or_nothing(order.get(request.match_info["part"], []))

    async def _refunds(self, request: web.Request) -> web.Response:
        order = self.orders.get(request.match_info["id"], {})
        return web.json_response({"data": order.get("refunds", []), "meta": {}})

    async def _cart(self, request: web.Request) -> web.Response:
        cart = self.carts.get(request.match_info["id"])
        if cart is None:
            return web.json_response({"status": 404, "title": "Cart not found"}, status=404)
        return web.json_response({"data": cart, "meta": {}})

    async def _find(self, request: web.Request) -> web.Response:
        code = request.query["code"].lower()
        return _or_nothing([self.codes[code]] if code in self.codes else [])

    async def _create(self, request: web.Request) -> web.Response:
        coupon = await request.json()
        code = coupon["code"].lower()
        if code in self.codes:
            refusal = [{"status": 409, "message": "The field 'code' must be unique."}]
            return web.json_response(refusal, status=409)
        its = {"id": self.new_id(), "num_uses": 0}
        return web.json_response(self.has_code(code, coupon | its), status=201)

    async def _change(self, request: web.Request) -> web.Response:
        for coupon in self.codes.values():
            if str(coupon["id"]) == request.match_info["id"]:
                coupon.update(await request.json())
                return web.json_response(coupon)
        return web.json_response([{"status": 404}], status=404)

    async def _delete(self, request: web.Request) -> web.Response:
        id = request.match_info["id"]
        self.codes = {code: one for code, one in self.codes.items() if str(one["id"]) != id}
        return web.Response(status=NOTHING)

    async def _products(self, request: web.Request) -> web.Response:
        found = self.pieces.get(request.query["sku"])
        data = [{"id": found[0], "price": float(found[1])}] if found else []
        return web.json_response({"data": data, "meta": {}})


def _modified(order: Json) -> datetime:
    return parsedate_to_datetime(order["date_modified"])


def _thin(order: Json) -> Json:
    """The order without what has calls of its own."""
    return {name: order[name] for name in order.keys() - {"products", "coupons", "refunds"}}


def _or_nothing(found: list[Json]) -> web.Response:
    return web.json_response(found) if found else web.Response(status=NOTHING)
