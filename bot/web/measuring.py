"""GET /metrics, and the counting of every request."""

from contextlib import suppress
from functools import partial
from time import perf_counter

from fastapi import APIRouter, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.ports import WorldError
from bot.web.given import Web
from bot.web.metrics import MEDIA_TYPE, Metrics
from core.tables import shop_codes

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
NO_ROUTE = "(none)"  # unknown paths are one label: strangers could make any number of them


class Measured:
    """Counts and times every request of the app inside."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, then count it; one that raised counts as 500."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        started = perf_counter()
        try:
            await self._app(scope, receive, noting)
        finally:
            method = scope["method"] if scope["method"] in METHODS else "OTHER"
            route = getattr(scope.get("route"), "path_format", NO_ROUTE)
            self._metrics.requests.labels(method, route, str(status)).inc()
            self._metrics.seconds.labels(method, route).observe(perf_counter() - started)


def metrics_router(web: Web) -> APIRouter:
    """GET /metrics."""
    router = APIRouter()

    @router.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        with suppress(WorldError):  # without the database all else is told, and the readiness check
            web.metrics.queue_age.set(await web.queue_age())
            web.metrics.sms_cost.set(await web.sms_cost())
            web.metrics.codes_wait(await web.database.read(shop_codes.waiting))
            await web.database.read(partial(web.metrics.set_aside, web.acts.clock()))
        return Response(web.metrics.text(), media_type=MEDIA_TYPE)

    return router
