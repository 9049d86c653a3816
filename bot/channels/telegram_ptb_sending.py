"""Telegram's methods through python-telegram-bot."""

from collections.abc import Awaitable

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

from bot.channels.telegram.paying import PERIOD_S, STARS
from bot.channels.telegram.speaking import Keyboard
from bot.channels.telegram_ptb_client import translated
from bot.conversation.messages import Document, SpokenInvoice


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
