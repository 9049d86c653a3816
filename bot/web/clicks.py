"""GET /r/TOKEN: a link of one of our messages; it is counted, and leads where the message says."""

import logging
from functools import partial

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse

from bot.ports import WorldError
from bot.web.allowing import Meter
from bot.web.given import Web
from core.tables import clicks

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
PATH = "/r/{token}"

log = logging.getLogger(__name__)


def clicks_router(web: Web) -> APIRouter:
    """The one address; without our own links it leads nowhere."""
    router = APIRouter(include_in_schema=False)
    meter = Meter(web.clicks_per_minute)

    @router.api_route(PATH, methods=["GET", "HEAD"])
    async def follow(token: str, request: Request) -> Response:
        if wait_s := meter.wait_s():
            raise HTTPException(429, "Too many at once.", headers={"Retry-After": str(wait_s)})
        id = web.links.read(token) if web.links else None
        url, known = await web.database.read(partial(clicks.target, id=id)) if id else ("", True)
        if not url.startswith(("https://", "http://")):
            language = request.headers.get("Accept-Language", "")
            return PlainTextResponse(web.link_over(language), 404, headers=HEADERS)
        if request.method == "GET" and not known:
            await _count(web, id or 0)
        return RedirectResponse(url, 302, headers=HEADERS)

    return router


async def _count(web: Web, id: int) -> None:
    """Count it; whoever follows the link gets there even if that fails."""
    try:
        await web.database.run(partial(clicks.followed, id=id, now=web.acts.clock()))
    except WorldError as error:
        log.warning("a click was not counted: %s", error)
