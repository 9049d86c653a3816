"""Speaking: what is to be said becomes pieces, each one request."""

import logging
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from typing import Protocol

from bot.conversation.messages import (
    COMMAND_BYTES_MAX,
    Document,
    Spoken,
    SpokenButton,
    SpokenInvoice,
)

TEXT_MAX = 4096  # UTF-16 units, as are all of Telegram's lengths
CAPTION_MAX = 1024

log = logging.getLogger(__name__)

Rows = tuple[tuple[SpokenButton, ...], ...]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """What hangs below a message: buttons, or the question for the phone number, or its end."""

    rows: Rows = ()
    contact: str = ""  # the label of the one button that shares the phone number
    folded: bool = False  # take that button away again


@dataclass(frozen=True, slots=True)
class Piece:
    """One message."""

    text: str = ""
    photo: bytes | str | None = None  # a PNG, or Telegram's name of a picture it has
    document: Document | None = None
    keyboard: Keyboard = Keyboard()


class Sender(Protocol):
    """Telegram's methods as each library offers them; errors are already translated."""

    def send_text(self, chat_id: int, text: str, keyboard: Keyboard) -> Awaitable[str]:
        """The message's id; empty when Telegram took it and told none."""

    def send_photo(
        self, chat_id: int, picture: bytes | str, text: str, keyboard: Keyboard
    ) -> Awaitable[str]: ...

    def send_document(
        self, chat_id: int, document: Document, text: str, keyboard: Keyboard
    ) -> Awaitable[str]: ...

    def edit_text(
        self, chat_id: int, message_id: int, text: str, keyboard: Keyboard
    ) -> Awaitable[None]: ...

    def answer_tap(self, query_id: str) -> Awaitable[None]: ...

    def fetch(self, file_id: str) -> Awaitable[bytes]:
        """What a file holds that somebody sent."""

    def answer_checkout(self, query_id: str, refusal: str) -> Awaitable[None]:
        """Let the person pay, or (with a refusal) tell them why not."""

    def invoice_link(self, invoice: SpokenInvoice) -> Awaitable[str]:
        """A link that opens the invoice; its texts must fit."""

    def stop_renewing(self, user_id: int, charge: str) -> Awaitable[None]:
        """Don't renew the subscription that began with that charge; done before is done."""

    def give_back(self, user_id: int, charge: str) -> Awaitable[None]:
        """Give the stars of that charge back."""


def pieces(spoken: Spoken, *, prefix: str = "", fold: bool = False) -> list[Piece]:
    """The messages that say it; buttons hang on the last one."""
    picture = spoken.picture or spoken.photo
    media = [Piece(photo=picture)] if picture else []
    media += [Piece(document=spoken.document)] if spoken.document else []
    if media and units(spoken.text) <= CAPTION_MAX:
        media[-1] = replace(media[-1], text=spoken.text)
        said = media
    else:
        said = [*media, *map(Piece, split(spoken.text))]
    return _with_keyboards(said, spoken.buttons, prefix=prefix, fold=fold) if said else []


def _with_keyboards(said: list[Piece], buttons: Rows, *, prefix: str, fold: bool) -> list[Piece]:
    """Telegram takes one kind of keyboard per message, so mixed wishes become two messages."""
    asking = next((b.label for row in buttons for b in row if b.asks_contact), "")
    rows = _prefixed(buttons, prefix)
    if asking and rows:
        said = [*said, Piece(asking)]
        said[-2] = replace(said[-2], keyboard=Keyboard(rows))
        said[-1] = replace(said[-1], keyboard=Keyboard(contact=asking))
    elif asking:
        said[-1] = replace(said[-1], keyboard=Keyboard(contact=asking))
    elif rows:
        said[-1] = replace(said[-1], keyboard=Keyboard(rows))
        if fold:
            said = [Piece("📱", keyboard=Keyboard(folded=True)), *said]
    elif fold:
        said[-1] = replace(said[-1], keyboard=Keyboard(folded=True))
    return said


def _prefixed(buttons: Rows, prefix: str) -> Rows:
    rows = (tuple(b for b in row if not b.asks_contact) for row in buttons)
    if prefix:
        rows = (tuple(_fitting(row, prefix)) for row in rows)
    return tuple(row for row in rows if row)


def _fitting(row: tuple[SpokenButton, ...], prefix: str) -> list[SpokenButton]:
    named = [replace(b, command=prefix + b.command) if b.command else b for b in row]
    fitting = [b for b in named if len(b.command.encode()) <= COMMAND_BYTES_MAX]
    if len(fitting) < len(named):
        log.error("a button was left out: with the prefix %s its command is too long", prefix)
    return fitting


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, units_max: int = TEXT_MAX) -> list[str]:
    """The text in parts that fit, cut at line ends, else at spaces, else between characters."""
    parts = []
    while units(text) > units_max:
        head = text.encode("utf-16-le")[: 2 * units_max].decode("utf-16-le", "ignore")
        cut = max(head.rfind("\n"), 0) or max(head.rfind(" "), 0) or len(head)
        parts.append(text[:cut])
        text = text[cut:].lstrip("\n ")
    return [part for part in (*parts, text) if part.strip()]
