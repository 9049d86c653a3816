"""Hearing: the plain fields of an update become an Incoming."""

import re
from dataclasses import dataclass
from typing import Any

from bot.conversation.messages import Attached, Incoming
from bot.phones import e164
from core.model import Channel

Raw = dict[str, Any]
"""An update as Telegram sends it."""

CHECKOUT, SUBSCRIPTION = "pre_checkout_query", "subscription"
UPDATES = ("message", "callback_query", "my_chat_member", CHECKOUT, SUBSCRIPTION)
CONTENTS = frozenset(  # what a person sends; anything else without text is Telegram's notice
    {
        "animation",
        "audio",
        "checklist",
        "contact",
        "dice",
        "document",
        "game",
        "invoice",
        "location",
        "paid_media",
        "photo",
        "poll",
        "sticker",
        "story",
        "venue",
        "video",
        "video_note",
        "voice",
    }
)
PREFIX_MAX = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who said or tapped it."""

    id: int
    name: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedContact:
    """A shared contact; only one's own, freshly shared, proves a phone number."""

    phone: str
    user_id: int | None
    forwarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """What is known of a tapped button besides its command."""

    query_id: str
    editable_id: int | None  # the tapped message, if its text can be replaced


_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


def heard(
    *,
    person: Person,
    chat_id: int,
    message_id: int,
    private: bool,
    text: str | None,
    contact: SharedContact | None = None,
    file: Attached | None = None,
    photo: str = "",
    username: str | None = None,
    prefix: str = "",
) -> Incoming | None:
    """A message as the conversation understands it; None = not meant for this program."""
    command = text is not None and text.startswith("/")
    if contact is not None:
        text = "" if private else None
    elif text is not None:
        text = _meant(text, private=private, username=username, prefix=prefix)
    if text is None:
        return None
    phone = _proven(contact, person) if contact else None
    return Incoming(
        channel=Channel.TELEGRAM,
        sender=str(person.id),
        event_id=f"{chat_id}:{message_id}",
        text=text,
        command=command,
        phone=phone,
        foreign_contact=contact is not None and phone is None,
        file=file if private else None,
        photo=photo if private else "",
        language=person.language,
        name=person.name,
        private=private,
    )


def tapped(
    *, person: Person, query_id: str, data: str | None, private: bool, prefix: str = ""
) -> Incoming | None:
    """A tap as the conversation understands it: its command as if typed. None = a host's button."""
    command = data or ""
    if not command.startswith(prefix):
        return None
    return Incoming(
        channel=Channel.TELEGRAM,
        sender=str(person.id),
        event_id=f"tap:{query_id}",
        text=command[len(prefix) :],
        tap=True,
        language=person.language,
        name=person.name,
        private=private,
    )


def sender_of(raw: Raw) -> object:
    """The id of whoever caused the update, however broken the rest of it is; None without one."""
    for kind in UPDATES:
        event = raw.get(kind)
        if isinstance(event, dict):
            who = event.get("from") or event.get("chat") or event.get("user")
            return who.get("id") if isinstance(who, dict) else None
    return None


def lane_of(raw: Raw) -> object:
    """
    What has to be handled one after another: what one sender sends. But whether they may pay is
    asked apart: its answer is due within seconds, whatever else of theirs is in hand.
    """
    sender = sender_of(raw)
    return (sender, CHECKOUT) if CHECKOUT in raw else sender


def _meant(text: str, *, private: bool, username: str | None, prefix: str) -> str | None:
    command = _COMMAND.fullmatch(text)
    if command is None:
        ours = private and not prefix
        return text.removeprefix("/").strip() if ours else None
    word, addressee, rest = command[1], command[2], (command[3] or "").strip()
    if addressee and not private and addressee.lower() != (username or "").lower():
        return None
    if not prefix:
        return f"{word} {rest}".strip()
    if word == "start" and rest.startswith(prefix):
        return f"start {rest[len(prefix) :]}".strip()
    if word.startswith(prefix):
        return f"{word[len(prefix) :]} {rest}".strip()
    return None


def _proven(contact: SharedContact, person: Person) -> str | None:
    """The sender's own number; a contact without a user id proves nothing: it can be forged."""
    if contact.user_id is None or contact.user_id != person.id or contact.forwarded:
        return None
    return e164("+" + contact.phone.strip().removeprefix("+"))


def checked_prefix(prefix: str) -> str:
    """The prefix itself; raises ValueError when commands can't carry it."""
    if not re.fullmatch(f"[a-z0-9_]{{0,{PREFIX_MAX}}}", prefix):
        raise ValueError(f"a prefix is up to {PREFIX_MAX} of a-z, 0-9 and _, not {prefix!r}")
    return prefix
