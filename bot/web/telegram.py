"""POST /webhooks/telegram: an update is confirmed when its effects are committed, not before."""

import json
import logging
import secrets
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from bot.ports import WorldError
from bot.web.given import Web

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name

log = logging.getLogger(__name__)


def telegram_router(web: Web) -> APIRouter:
    """The webhook."""
    router = APIRouter()

    @router.post("/webhooks/telegram", include_in_schema=False)
    async def update(request: Request) -> Response:
        """
        Whatever is not answered 2xx comes again, and keeps the person's later messages waiting.

        So only what may go well next time is refused (WorldError → 503). An unreadable body from
        the holder of the secret never will: it is logged, counted and confirmed.
        """
        feed = web.feed
        if feed is None or web.telegram_secret is None:
            raise HTTPException(503, "The bot takes no updates here: it is not in webhook mode.")
        if not _right_secret(request, web.telegram_secret):
            web.metrics.updates.labels("wrong secret").inc()
            raise HTTPException(401, "The secret token is wrong or missing.")
        raw = _parsed(await request.body())
        if raw is None:
            web.metrics.updates.labels("unreadable").inc()
            return Response()
        try:
            await feed(raw)
        except WorldError:
            web.metrics.updates.labels("put off").inc()
            raise
        web.metrics.updates.labels("done").inc()
        return Response()

    return router


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
