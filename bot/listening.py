"""Whether the bot answers where its settings say, as somebody on the same machine sees it."""

import asyncio
import json
from contextlib import closing, suppress

from bot.settings import Settings

LIVE = "/health/live"
PATIENCE_S = 3.0
ANSWER_MAX = 4096  # bytes
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 listened to, not called


async def not_listening(settings: Settings) -> list[str]:
    """What to look after there, a sentence each: it may well be meant to be stopped."""
    host, port = EVERYWHERE.get(settings.host, settings.host), settings.port
    answer = bytearray()
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await _ask(host, port, answer)
    if not answer:
        return [
            f"Nothing answers on {host}:{port}, so the bot is not running here: start it with"
            " `loyalty run`, unless cron calls `loyalty tick` instead."
        ]
    if not _is_ours(answer):
        return [f"Something else than the bot answers on {host}:{port}: set LOYALTY_PORT."]
    return []


async def _ask(host: str, port: int, answer: bytearray) -> None:
    """Ask, and add what is answered until it is known whose it is: head and body come apart."""
    reader, writer = await asyncio.open_connection(host, port)
    with closing(writer):
        writer.write(f"GET {LIVE} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        while not _is_ours(answer) and len(answer) < ANSWER_MAX:
            if not (more := await reader.read(ANSWER_MAX)):
                return
            answer += more


def _is_ours(answer: bytearray) -> bool:
    head, _, body = answer.partition(b"\r\n\r\n")
    try:
        said = json.loads(body)
    except ValueError:
        return False
    return b" 200 " in head.partition(b"\r\n")[0] and said == {"status": "ok"}
