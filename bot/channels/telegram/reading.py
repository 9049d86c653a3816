"""Reading: what an update says, whichever library brought it, as the conversation hears it."""

from bot.channels.telegram.hearing import CONTENTS, Person, SharedContact, Tap, heard, tapped
from bot.channels.telegram.paying import Checkout, Told, asked, moved
from bot.channels.telegram.types import CallbackQuery, Message, PreCheckoutQuery, User
from bot.conversation.messages import Attached, Incoming


def message_of(
    message: Message, *, forwarded: bool, username: str | None, prefix: str
) -> Incoming | None:
    """
    What somebody wrote or sent, was paid, or got back; None when it is not for us.

    The bot's username matters where one `is_addressed`.
    """
    user, private = message.from_user, message.chat.type == "private"
    if message.successful_payment or message.refunded_payment:
        return _payment_of(message, prefix)
    if user is None or user.is_bot:
        return None
    return heard(
        person=person_of(user),
        chat_id=message.chat.id,
        message_id=message.message_id,
        private=private,
        text=_text(message),
        contact=_contact(message, forwarded=forwarded),
        file=_file(message),
        photo=message.photo[-1].file_id if message.photo else "",
        username=username,
        prefix=prefix,
    )


def is_addressed(message: Message) -> bool:
    """Whether it is a command to a bot by name, as "/points@club_bot" in a group."""
    text = message.text or ""
    return text.startswith("/") and "@" in text and message.chat.type != "private"


def _text(message: Message) -> str | None:
    if message.text is not None:
        return message.text
    return "" if any(getattr(message, content, None) for content in CONTENTS) else None


def _contact(message: Message, *, forwarded: bool) -> SharedContact | None:
    contact = message.contact
    if contact is None:
        return None
    forwarded = forwarded or message.forward_origin is not None
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


def tapped_in(query: CallbackQuery) -> Tap:
    """The tap, and the message it was in if that can be changed: one too old shows no text."""
    message = query.message
    editable = message is not None and getattr(message, "text", None) is not None
    editable_id = message.message_id if message and editable else None
    return Tap(query_id=query.id, editable_id=editable_id)


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
    return Person(id=chat.id, name=chat.full_name or "", language=None)


def person_of(user: User) -> Person:
    """Somebody, as Telegram knows them."""
    return Person(id=user.id, name=user.full_name, language=user.language_code)
