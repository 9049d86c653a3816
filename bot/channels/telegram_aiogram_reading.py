"""What aiogram's updates say, as the conversation hears it."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split

import aiogram
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery, User

from bot.channels.telegram.hearing import CONTENTS, Person, SharedContact, heard, tapped
from bot.channels.telegram.paying import Checkout, Told, asked, moved
from bot.conversation.messages import Attached, Incoming


async def message_of(message: Message, bot: aiogram.Bot, prefix: str) -> Incoming | None:
    """What somebody wrote or sent, was paid, or got back; None when it is not for us."""
    user, private = message.from_user, message.chat.type == "private"
    if message.successful_payment or message.refunded_payment:
        return _payment_of(message, prefix)
    if user is None or user.is_bot:
        return None
    text = message.text
    if text is None and message.content_type in CONTENTS:
        text = ""
    username = None
    if not private and text and text.startswith("/") and "@" in text:
        username = (await bot.me()).username
    return heard(
        person=person_of(user),
        chat_id=message.chat.id,
        message_id=message.message_id,
        private=private,
        text=text,
        contact=_contact(message),
        file=_file(message),
        photo=message.photo[-1].file_id if message.photo else "",
        username=username,
        prefix=prefix,
    )


def _contact(message: Message) -> SharedContact | None:
    contact = message.contact
    if contact is None:
        return None
    forwarded = message.forward_origin is not None or message.forward_date is not None
    return SharedContact(phone=contact.phone_number, user_id=contact.user_id, forwarded=forwarded)


def _file(message: Message) -> Attached | None:
    file = message.document
    if file is None:
        return None
    return Attached(name=file.file_name or "", size=file.file_size or 0, id=file.file_id)


def tap_of(query: CallbackQuery, prefix: str) -> Incoming | None:
    """A tapped button; None when it is not ours."""
    private = query.message is None or query.message.chat.type == "private"
    person = person_of(query.from_user)
    return tapped(person=person, query_id=query.id, data=query.data, private=private, prefix=prefix)


def checkout_of(query: PreCheckoutQuery, prefix: str) -> Checkout | None:
    """A question whether somebody may pay; None when it is not ours."""
    told = Told(payload=query.invoice_payload, currency=query.currency, amount=query.total_amount)
    person = person_of(query.from_user)
    return asked(person=person, query_id=query.id, told=told, prefix=prefix)


def _payment_of(message: Message, prefix: str) -> Incoming | None:
    """Money that came or went back; None when the message is of none, or not ours."""
    paid = message.successful_payment
    money = paid or message.refunded_payment
    payer = _payer(message)
    if money is None or payer is None:
        return None
    told = Told(
        payload=money.invoice_payload,
        currency=money.currency,
        amount=money.total_amount,
        charge=money.telegram_payment_charge_id,
        renewal=bool(paid and paid.is_recurring),
        first_of_renewals=bool(paid and paid.is_first_recurring),
        until=paid.subscription_expiration_date if paid else None,
        back=paid is None,
    )
    return moved(person=payer, told=told, at=message.date, prefix=prefix)


def _payer(message: Message) -> Person | None:
    """Who paid: in a private chat it is the chat's person, whoever wrote the notice."""
    user, chat = message.from_user, message.chat
    if user is not None and not user.is_bot:
        return person_of(user)
    if chat.type != "private":
        return None
    return Person(id=chat.id, name=chat.full_name, language=None)


def person_of(user: User) -> Person:
    """Somebody, as Telegram knows them."""
    return Person(id=user.id, name=user.full_name, language=user.language_code)
