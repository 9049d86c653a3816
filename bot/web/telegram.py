"""POST /webhooks/telegram: an update is confirmed when its effects are committed, not before."""

import json
import logging
import secrets
from typing import Any

from fastapi import Request, Response
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.ports import WorldError
from bot.web.given import Web

PATH = "/webhooks/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name

log = logging.getLogger(__name__)


class Webhook:
    """Takes updates: an ASGI application of its own, as FastAPI's way to it costs as much again."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self.route = Route(PATH, self, methods=["POST"], include_in_schema=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """
        Take one update.

        Whatever is not answered 2xx comes again, and keeps the person's later messages waiting.
        So only what may go well next time is refused (WorldError → 503). An unreadable body from
        the holder of the secret never will: it is logged, counted and confirmed.
        """
        scope["route"] = self.route
        await self._take(Request(scope, receive))
        await Response()(scope, receive, send)

    async def _take(self, request: Request) -> None:
        web = self._web
        feed, outcomes = web.feed, web.metrics.updates
        if feed is None or web.telegram_secret is None:
            raise HTTPException(503, "The bot takes no updates here: it is not in webhook mode.")
        if not _right_secret(request, web.telegram_secret):
            outcomes.labels("wrong secret").inc()
            raise HTTPException(401, "The secret token is wrong or missing.")
        raw = _parsed(await request.body())
        if raw is None:
            outcomes.labels("unreadable").inc()
            return
        try:
            await feed(raw)
        except WorldError:
            outcomes.labels("put off").inc()
            raise
        outcomes.labels("done").inc()


def _right_secret(request: Request, secret: str) -> bool:
    given = request.headers.get(SECRET_HEADER, "")
    return secrets.compare_digest(given.encode("latin-1"), secret.encode())


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raw = None
    if isinstance(raw, dict):
        return raw
    log.error("Telegram's webhook got %d bytes that are no JSON object; dropped", len(body))
    return None
