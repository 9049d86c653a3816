"""Telegram's methods through aiogram, and its errors in our words."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from functools import lru_cache
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
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerPreCheckoutQuery,
    CreateInvoiceLink,
    EditMessageText,
    EditUserStarSubscription,
    GetWebhookInfo,
    RefundStarPayment,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LabeledPrice,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

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
from bot.channels.telegram.paying import PERIOD_S, STARS
from bot.channels.telegram.speaking import Keyboard
from bot.conversation.messages import Document, SpokenInvoice
from bot.ports import TryLater

KEYBOARDS_KEPT = 512  # the same few hang below most messages


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


# Raw results: an older or newer server's answer must not fail to parse after it was sent.


class _SendMessage(SendMessage):
    __returning__ = Any  # type: ignore[assignment]


class _SendPhoto(SendPhoto):
    __returning__ = Any  # type: ignore[assignment]


class _SendDocument(SendDocument):
    __returning__ = Any  # type: ignore[assignment]


class _EditMessageText(EditMessageText):
    __returning__ = Any  # type: ignore[assignment]


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


class AiogramSender:
    """Telegram's methods, with errors in our words. Texts are plain, whatever a host's default."""

    __slots__ = ("_bot",)

    def __init__(self, bot: aiogram.Bot) -> None:
        self._bot = bot

    def send_text(self, chat_id: int, text: str, keyboard: Keyboard) -> Awaitable[str]:
        return self._sent(
            _SendMessage(
                chat_id=chat_id, text=text, parse_mode=None, reply_markup=_markup(keyboard)
            )
        )

    def send_photo(
        self, chat_id: int, picture: bytes | str, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return self._sent(
            _SendPhoto(
                chat_id=chat_id,
                photo=picture
                if isinstance(picture, str)
                else BufferedInputFile(picture, "picture.png"),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def send_document(
        self, chat_id: int, document: Document, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return self._sent(
            _SendDocument(
                chat_id=chat_id,
                document=BufferedInputFile(document.content, document.name),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def edit_text(
        self, chat_id: int, message_id: int, text: str, keyboard: Keyboard
    ) -> Awaitable[None]:
        return self._do(
            _EditMessageText(
                chat_id=chat_id,
                message_id=message_id,
                text=text,
                parse_mode=None,
                reply_markup=_inline(keyboard) if keyboard.rows else None,
            )
        )

    async def fetch(self, file_id: str) -> bytes:
        with translated():
            try:
                file = await self._bot.download(file_id)
            except (aiohttp.ClientError, TimeoutError) as error:
                raise TryLater(reason=type(error).__name__) from None
            return file.read() if file else b""
        return b""

    def answer_tap(self, query_id: str) -> Awaitable[None]:
        return self._do(AnswerCallbackQuery(callback_query_id=query_id))

    def answer_checkout(self, query_id: str, refusal: str) -> Awaitable[None]:
        return self._do(
            AnswerPreCheckoutQuery(
                pre_checkout_query_id=query_id, ok=not refusal, error_message=refusal or None
            )
        )

    async def invoice_link(self, invoice: SpokenInvoice) -> str:
        method = CreateInvoiceLink(
            title=invoice.title,
            description=invoice.description,
            payload=invoice.payload,
            currency=STARS,
            prices=[LabeledPrice(label=invoice.title, amount=invoice.stars)],
            subscription_period=PERIOD_S if invoice.renews else None,
        )
        return str(await call(self._bot, method))

    def stop_renewing(self, user_id: int, charge: str) -> Awaitable[None]:
        return self._do(
            EditUserStarSubscription(
                user_id=user_id, telegram_payment_charge_id=charge, is_canceled=True
            )
        )

    def give_back(self, user_id: int, charge: str) -> Awaitable[None]:
        return self._do(RefundStarPayment(user_id=user_id, telegram_payment_charge_id=charge))

    async def _do(self, method: TelegramMethod[Any]) -> None:
        await call(self._bot, method)

    async def _sent(self, method: TelegramMethod[Any]) -> str:
        message = await call(self._bot, method)
        return str(message.get("message_id", "")) if isinstance(message, dict) else ""


def _markup(
    keyboard: Keyboard,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if keyboard.rows:
        return _inline(keyboard)
    if keyboard.contact:
        button = KeyboardButton(text=keyboard.contact, request_contact=True)
        return ReplyKeyboardMarkup(
            keyboard=[[button]], resize_keyboard=True, one_time_keyboard=True
        )
    return ReplyKeyboardRemove(remove_keyboard=True) if keyboard.folded else None


@lru_cache(maxsize=KEYBOARDS_KEPT)
def _inline(keyboard: Keyboard) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(text=b.label, callback_data=b.command or None, url=b.url or None)
            for b in row
        ]
        for row in keyboard.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


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
