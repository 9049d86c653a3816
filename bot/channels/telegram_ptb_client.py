"""python-telegram-bot's requests: with raw answers, and its errors in our words."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.errors import (
    Migrated,
    OtherPoller,
    Rejected,
    TokenRefused,
    checked_token,
    refused,
    scrubbed,
)
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods
from bot.ports import TryLater
from bot.trust import trusted

TOO_MANY = 429


class RawBot(ExtBot[None]):
    """Hands out what Telegram said as it was said: one unreadable update must not hide the rest."""

    async def raw_updates(
        self, offset: int | None, timeout_s: int, *, read_timeout: float
    ) -> list[Raw]:
        data = {"offset": offset, "timeout": timeout_s, "allowed_updates": UPDATES}
        updates: list[Raw] = await self._post("getUpdates", data, read_timeout=read_timeout)
        return updates

    async def raw_webhook_info(self) -> dict[str, object]:
        info: dict[str, object] = await self._post("getWebhookInfo")
        return info


class _Request(HTTPXRequest):
    """Notes what flood control says to any method."""

    def __init__(self, floods: Floods, **given: Any) -> None:
        super().__init__(**given)
        self._floods = floods

    async def do_request(self, *args: Any, **given: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(*args, **given)
        if status == TOO_MANY:
            with suppress(ValueError, KeyError, TypeError):  # then it can't be noted
                self._floods.note(float(json.loads(body)["parameters"]["retry_after"]))
        return status, body


def new_bot(*, token: str, api_url: str, floods: Floods, request_timeout_s: float) -> RawBot:
    """A bot on that Bot API server; it notes there what flood control says."""
    request = _Request(
        floods,
        connection_pool_size=100,
        read_timeout=request_timeout_s,
        write_timeout=request_timeout_s,
        connect_timeout=min(request_timeout_s, 5.0),
        pool_timeout=request_timeout_s,
        media_write_timeout=max(request_timeout_s, 20.0),
        httpx_kwargs={"verify": trusted()},
    )
    return RawBot(
        checked_token(token),
        base_url=f"{api_url.rstrip('/')}/bot",
        base_file_url=f"{api_url.rstrip('/')}/file/bot",
        request=request,
        get_updates_request=request,
    )


@asynccontextmanager
async def translated() -> AsyncIterator[None]:
    """python-telegram-bot's errors in our words; never chained, they may carry the token."""
    try:
        yield
    except TelegramError as error:
        raise _meaning(error) from None


_NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}
_NO_ANSWER = {"HTTPError", "TimeoutException"}


def _meaning(error: TelegramError) -> Exception:
    match error:
        case RetryAfter():
            return TryLater(_seconds(error), reason="flood control")
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden():
            return refused(error.message, forbidden=True)
        case BadRequest():  # a subclass of NetworkError, so it comes first
            return refused(error.message)
        case InvalidToken():
            return TokenRefused()
        case Conflict():
            return OtherPoller()
        case NetworkError() if "too large" in error.message.lower():
            return refused(error.message)
        case NetworkError():
            return _trouble(error)
    return Rejected(scrubbed(str(error)))


def _trouble(error: NetworkError) -> TryLater:
    """No answer at all leaves it open whether it was sent; a 5xx is an answer, and it says no."""
    cause = type(error.__cause__)
    names = {kind.__name__ for kind in cause.__mro__}
    silent = bool(names & _NO_ANSWER)
    reason = cause.__name__ if silent else type(error).__name__
    return TryLater(reason=reason, maybe_sent=silent and not names & _NOT_SENT)


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after  # a timedelta if the host has set PTB_TIMEDELTA
    return float(after) if isinstance(after, int) else after.total_seconds()
