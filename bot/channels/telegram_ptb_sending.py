"""Telegram's methods through python-telegram-bot, and its errors in our words."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LabeledPrice,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
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

from bot.channels.telegram.errors import (
    Migrated,
    OtherPoller,
    Rejected,
    TokenRefused,
    refused,
    scrubbed,
)
from bot.channels.telegram.paying import PERIOD_S, STARS
from bot.channels.telegram.speaking import Keyboard
from bot.conversation.messages import Document, SpokenInvoice
from bot.ports import TryLater


class PtbSender:
    """Telegram's methods, with errors in our words. Texts are plain, whatever a host's default."""

    __slots__ = ("_bot",)

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def send_text(self, chat_id: int, text: str, keyboard: Keyboard) -> Awaitable[str]:
        return _sent(
            self._bot.send_message(chat_id, text, parse_mode=None, reply_markup=_markup(keyboard))
        )

    def send_photo(
        self, chat_id: int, picture: bytes | str, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return _sent(
            self._bot.send_photo(
                chat_id,
                picture if isinstance(picture, str) else InputFile(picture, "picture.png"),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def send_document(
        self, chat_id: int, document: Document, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return _sent(
            self._bot.send_document(
                chat_id,
                InputFile(document.content, document.name),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def edit_text(
        self, chat_id: int, message_id: int, text: str, keyboard: Keyboard
    ) -> Awaitable[None]:
        return _done(
            self._bot.edit_message_text(
                text,
                chat_id,
                message_id,
                parse_mode=None,
                reply_markup=_inline(keyboard) if keyboard.rows else None,
            )
        )

    async def fetch(self, file_id: str) -> bytes:
        async with translated():
            return bytes(await (await self._bot.get_file(file_id)).download_as_bytearray())
        return b""

    def answer_tap(self, query_id: str) -> Awaitable[None]:
        return _done(self._bot.answer_callback_query(query_id))

    def answer_checkout(self, query_id: str, refusal: str) -> Awaitable[None]:
        return _done(
            self._bot.answer_pre_checkout_query(
                query_id, ok=not refusal, error_message=refusal or None
            )
        )

    async def invoice_link(self, invoice: SpokenInvoice) -> str:
        async with translated():
            return await self._bot.create_invoice_link(
                invoice.title,
                invoice.description,
                invoice.payload,
                STARS,
                [LabeledPrice(invoice.title, invoice.stars)],
                subscription_period=PERIOD_S if invoice.renews else None,
            )
        return ""

    def stop_renewing(self, user_id: int, charge: str) -> Awaitable[None]:
        return _done(self._bot.edit_user_star_subscription(user_id, charge, is_canceled=True))

    def give_back(self, user_id: int, charge: str) -> Awaitable[None]:
        return _done(self._bot.refund_star_payment(user_id, charge))


def _markup(
    keyboard: Keyboard,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if keyboard.rows:
        return _inline(keyboard)
    if keyboard.contact:
        button = KeyboardButton(keyboard.contact, request_contact=True)
        return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    return ReplyKeyboardRemove() if keyboard.folded else None


def _inline(keyboard: Keyboard) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(b.label, callback_data=b.command or None, url=b.url or None)
            for b in row
        ]
        for row in keyboard.rows
    ]
    return InlineKeyboardMarkup(rows)


async def _sent(request: Awaitable[Message]) -> str:
    async with translated():
        return str((await request).message_id)
    return ""


async def _done(request: Awaitable[object]) -> None:
    async with translated():
        await request


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
