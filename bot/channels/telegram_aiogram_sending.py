"""Telegram's methods through aiogram."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
from collections.abc import Awaitable
from functools import lru_cache
from typing import Any

import aiogram
import aiohttp
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerPreCheckoutQuery,
    CreateInvoiceLink,
    EditMessageText,
    EditUserStarSubscription,
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

from bot.channels.telegram.paying import PERIOD_S, STARS
from bot.channels.telegram.speaking import Keyboard
from bot.channels.telegram_aiogram_client import call, translated
from bot.conversation.messages import Document, SpokenInvoice
from bot.ports import TryLater

KEYBOARDS_KEPT = 512  # the same few hang below most messages


# Raw results: an older or newer server's answer must not fail to parse after it was sent.


class _SendMessage(SendMessage):
    __returning__ = Any  # type: ignore[assignment]


class _SendPhoto(SendPhoto):
    __returning__ = Any  # type: ignore[assignment]


class _SendDocument(SendDocument):
    __returning__ = Any  # type: ignore[assignment]


class _EditMessageText(EditMessageText):
    __returning__ = Any  # type: ignore[assignment]


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
