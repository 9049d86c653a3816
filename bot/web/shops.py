"""POST /webhooks/shopify, /woocommerce, … : what a shop signed, answered when committed."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.ports import WorldError
from bot.web.given import Web
from bot.web.problems import RETRY_AFTER_S, problem

BYTES_MAX = 4_000_000  # an order of hundreds of lines, each with its taxes and discounts
IN_HAND_MAX = 500
"""Deliveries taken at a time: half a second's work, where Shopify waits 5 s for an answer."""

SETTINGS = {
    "shopify": "LOYALTY_SHOPIFY_SECRET",
    "woocommerce": "LOYALTY_WOOCOMMERCE_SECRET",
    "bigcommerce": "LOYALTY_BIGCOMMERCE_SECRET",
    "events": "LOYALTY_EVENTS_SECRET",
}
SIGNATURES = {
    "shopify": ("x-shopify-hmac-sha256", "shopify-hmac-sha256"),
    "woocommerce": ("x-wc-webhook-signature",),
    "bigcommerce": ("webhook-signature", "x-loyalty-secret"),
    "events": ("webhook-signature",),
}


class ShopWebhooks:
    """Takes the deliveries of all shops: an ASGI application of its own."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._in_hand = 0
        self.routes = {
            f"/webhooks/{shop}": Route(f"/webhooks/{shop}", self, methods=["POST"])
            for shop in SETTINGS
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one delivery. What a shop should send again is refused, and nothing else."""
        scope["route"] = self.routes[scope["path"]]
        shop = scope["path"].rpartition("/")[2]
        request = Request(scope, receive)
        if self._in_hand >= IN_HAND_MAX:
            self._count(shop, "put off")
            headers = {"Retry-After": str(RETRY_AFTER_S)}
            raise HTTPException(503, "Too much at once; send the same again.", headers)
        self._in_hand += 1
        try:
            response = await self._take(shop, request)
        except WorldError:
            self._count(shop, "put off")
            raise
        finally:
            self._in_hand -= 1
        await response(scope, receive, send)

    async def _take(self, shop: str, request: Request) -> Response:
        inbox = self._web.inbox
        if inbox is None or not inbox.is_on(shop):
            raise HTTPException(503, f"This webhook is off: {SETTINGS[shop]} is not set.")
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in
                   request.scope["headers"]}  # fmt: skip
        signed = any(headers.get(name) for name in SIGNATURES[shop])
        if not signed and shop != "woocommerce":
            self._refuse(shop)
        body = await request.body()
        if not signed and _is_ping(headers, body):
            return Response()
        if not signed or not inbox.is_signed(shop, headers, body):
            self._refuse(shop)
        if why := await inbox.take(shop, headers, body):
            self._count(shop, "kept")
            if shop == "events":
                return problem(422, why, title="The event can't be used", kind="unusable-event")
        else:
            self._count(shop, "done")
        return Response()

    def _refuse(self, shop: str) -> None:
        self._count(shop, "wrong signature")
        raise HTTPException(401, "The signature is wrong or missing.")

    def _count(self, shop: str, outcome: str) -> None:
        self._web.metrics.shop_webhooks.labels(shop, outcome).inc()


def _is_ping(headers: Mapping[str, str], body: bytes) -> bool:
    """WooCommerce's, when a webhook is saved: a form that is not signed and names no topic."""
    if "x-wc-webhook-topic" in headers or len(body) > 100:
        return False
    try:
        return list(parse_qs(body.decode("ascii"))) == ["webhook_id"]
    except ValueError:
        return False
