"""The web application, put together from what it is given."""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse

from bot.web.actions import actions_router
from bot.web.answers import Problem
from bot.web.carts import carts_router
from bot.web.clicks import clicks_router
from bot.web.given import Web
from bot.web.health import health_router
from bot.web.limits import BodyLimit
from bot.web.links import links_router
from bot.web.measuring import Measured, metrics_router
from bot.web.members import members_router
from bot.web.orders import orders_router
from bot.web.plans import plans_router
from bot.web.points import points_router
from bot.web.problems import install_problems
from bot.web.quotes import quotes_router
from bot.web.reading.page import POLICY, page
from bot.web.referrals import referrals_router
from bot.web.shops import BYTES_MAX, ShopWebhooks
from bot.web.short_ways import Application, behind
from bot.web.telegram import PATH, Webhook
from bot.web.told import webhooks
from bot.web.twilio import twilio_router
from bot.web.vouchers import vouchers_router

ROUTERS = (
    health_router,
    metrics_router,
    orders_router,
    members_router,
    points_router,
    vouchers_router,
    referrals_router,
    quotes_router,
    actions_router,
    plans_router,
    carts_router,
    links_router,
    twilio_router,
    clicks_router,
)
ABOUT = """
The shop's way into its loyalty program.

* Send `Authorization: Bearer KEY` with every call.
* Money is a decimal string in the currency's units ("249.90"); points are whole numbers.
  Where a program gives money instead, they are its minor units: `unit` and `currency` say so.
* Instants are ISO-8601 with an offset ("2026-11-22T14:30:00+02:00").
* Ids are strings.
* A field that we don't know is ignored: you can send your whole order.
* The same call again does no harm: orders, carts and actions are known by their ids, what moves
  points by its `Idempotency-Key`. After 429 and 503 wait for `Retry-After`, then repeat it.
* Errors are `application/problem+json`; `errors` names the fields.
"""


def create_app(web: Web) -> FastAPI:
    """Make the application; it starts and stops nothing itself."""
    app = Application(
        title="Loyalty Bot",
        version=version("loyalty-bot"),
        description=ABOUT,
        docs_url=None,  # FastAPI's pages load their scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    install_problems(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(Measured, metrics=web.metrics)  # the outermost is added last
    for router in ROUTERS:
        app.include_router(router(web))
    webhook, shops = Webhook(web), ShopWebhooks(web)
    app.routes.extend(
        [webhook.route, *shops.routes.values()]
    )  # they answer other methods than POST
    from_shops = behind(app, shops, web.metrics, bytes_max=BYTES_MAX)
    app.short_ways = {
        PATH: behind(app, webhook, web.metrics),
        **dict.fromkeys(shops.routes, from_shops),
    }
    app.add_route("/docs", _docs(app), include_in_schema=False)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # FastAPI's own way to do it
    return app


def _docs(app: FastAPI) -> Callable[[Request], Awaitable[HTMLResponse]]:
    """The description for people; written once, when it is first asked for."""
    written = cache(lambda: page(app.openapi()))

    async def docs(request: Request) -> HTMLResponse:
        return HTMLResponse(written(), headers={"Content-Security-Policy": POLICY})

    return docs


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description, the problem's shape that every route refers to, and what we tell."""
    if not app.openapi_schema:
        schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        shapes = schema["components"]["schemas"]
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["webhooks"], told = webhooks()
        shapes |= told | problem.pop("$defs") | {"Problem": problem}
        app.openapi_schema = schema
    return app.openapi_schema
