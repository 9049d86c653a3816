"""aiogram's requests: as JSON, with raw answers, and its errors in our words."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiogram
import aiohttp
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetWebhookInfo, TelegramMethod

from bot.channels.telegram.errors import (
    Migrated,
    OtherPoller,
    Rejected,
    TokenRefused,
    refused,
    scrubbed,
)
from bot.channels.telegram.hearing import Raw
from bot.channels.telegram.patience import Floods
from bot.ports import TryLater


class Session(AiohttpSession):
    """
    Sends what carries no file as JSON: a form takes several times as long to make.

    It notes what flood control says to any method.
    """

    def __init__(self, floods: Floods, **given: Any) -> None:
        super().__init__(**given)
        self._floods = floods

    async def make_request(
        self,
        bot: aiogram.Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 aiogram calls it so
    ) -> Any:
        try:
            return await super().make_request(bot, method, timeout)
        except TelegramRetryAfter as flood:
            self._floods.note(float(flood.retry_after))
            raise

    def build_form_data(  # type: ignore[override]  # any body of aiohttp's will do
        self, bot: aiogram.Bot, method: TelegramMethod[Any]
    ) -> aiohttp.FormData | aiohttp.JsonPayload:
        files: dict[str, Any] = {}
        given = method.model_dump(exclude_none=True, warnings=False)
        prepared = {
            name: self.prepare_value(value, bot, files, _dumps_json=False)
            for name, value in given.items()
        }
        if files:
            return super().build_form_data(bot, method)
        fields = {name: value for name, value in prepared.items() if value not in (None, "")}
        return aiohttp.JsonPayload(fields)


class GetRawUpdates(TelegramMethod[list[Raw]]):
    """getUpdates, each update as Telegram wrote it: one unreadable hides no other."""

    __returning__ = list[Raw]
    __api_method__ = "getUpdates"

    offset: int | None
    timeout: int
    allowed_updates: list[str]


class GetRawWebhookInfo(GetWebhookInfo):
    """getWebhookInfo, as Telegram wrote it."""

    __returning__ = Raw  # type: ignore[assignment]


async def call(bot: aiogram.Bot, method: TelegramMethod[Any]) -> Any:
    """What Telegram answers. Raises what telegram.errors has."""
    with translated():
        return await bot(method)


@contextmanager
def translated() -> Iterator[None]:
    """aiogram's errors in our words; never chained, their texts may carry the token."""
    try:
        yield
    except AiogramError as error:
        if not _was_done(error):
            raise _meaning(error) from None


def _was_done(error: AiogramError) -> bool:
    """Telegram said ok, aiogram could not read the rest."""
    data = error.data if isinstance(error, ClientDecodeError) else None
    return isinstance(data, dict) and data.get("ok") is True


_NOT_SENT = {"ClientConnectorError", "ConnectionTimeoutError", "ConnectionTimeout"}


def _meaning(error: AiogramError) -> Exception:
    match error:
        case TelegramRetryAfter():
            return TryLater(float(error.retry_after), reason="flood control")
        case TelegramMigrateToChat():
            return Migrated(error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return refused(error.message, forbidden=True)
        case TelegramBadRequest() | TelegramEntityTooLarge():
            return refused(error.message)
        case TelegramUnauthorizedError() | TelegramNotFound():
            return TokenRefused()
        case TelegramConflictError():
            return OtherPoller()
        case TelegramServerError() | ClientDecodeError():
            return TryLater(reason=type(error).__name__)
        case TelegramNetworkError():
            cause = type(error.__cause__)
            sent = not any(kind.__name__ in _NOT_SENT for kind in cause.__mro__)
            return TryLater(reason=cause.__name__, maybe_sent=sent)
    return Rejected(scrubbed(str(error)))
