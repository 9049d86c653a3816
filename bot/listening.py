"""Whether the bot answers where its settings say, as somebody on the same machine sees it."""

import asyncio
import json

import httpx

from bot.settings import Settings
from bot.trust import trusted

LIVE = "/health/live"
PATIENCE_S = 3.0
ANSWER_MAX = 4096  # bytes
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 listened to, not called


async def not_listening(settings: Settings) -> list[str]:
    """What to look after there, a sentence each: it may well be meant to be stopped."""
    host, port = EVERYWHERE.get(settings.host, settings.host), settings.port
    try:
        async with asyncio.timeout(PATIENCE_S):  # httpx's own begins anew with every byte
            answer = await _answer(httpx.URL(scheme="http", host=host, port=port, path=LIVE))
    except (httpx.ConnectError, TimeoutError):
        return [
            f"Nothing answers on {host}:{port}, so the bot is not running here: start it with"
            " `loyalty run`, unless cron calls `loyalty tick` instead."
        ]
    except httpx.TransportError:  # it lets us in, and speaks no HTTP
        answer = b""
    if not _is_ours(answer):
        return [f"Something else than the bot answers on {host}:{port}: set LOYALTY_PORT."]
    return []


async def _answer(url: httpx.URL) -> bytes:
    """What is said there with a 200, as far as it matters."""
    async with (
        httpx.AsyncClient(verify=trusted(), trust_env=False) as client,  # no proxy leads here
        client.stream("GET", url) as answer,
    ):
        body = await anext(answer.aiter_bytes(ANSWER_MAX), b"")
        return body if answer.status_code == httpx.codes.OK else b""


def _is_ours(answer: bytes) -> bool:
    try:
        return bool(json.loads(answer) == {"status": "ok"})
    except ValueError:
        return False
