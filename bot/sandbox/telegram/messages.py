"""What a person sees on the screen: messages, their buttons, toasts; and what listeners hear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from bot.sandbox.telegram.records import Stored

Verb = Literal["says", "edits", "taps", "toasts", "deletes", "blocks", "unblocks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """
    A button under a message or in place of the keyboard.

    It stays tappable after its message changed, as on a real, slow phone;
    ``dataclasses.replace(button, data="forged")`` makes a forged tap.
    """

    label: str
    data: str | None = None
    url: str | None = None
    request_contact: bool = False
    chat_id: int
    message_id: int
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A file in a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it looked when it was read; raw is the Bot API's own object."""

    id: int
    chat_id: int
    author: str
    from_bot: bool
    at: datetime
    text: str
    caption: str
    buttons: tuple[tuple[Button, ...], ...]
    photo: bytes | None
    document: Document | None
    edited: bool
    deleted: bool
    raw: Mapping[str, Any]

    def button(self, label: str) -> Button:
        """Return the first button whose label contains the text; LookupError names the others."""
        labels = [button.label for row in self.buttons for button in row]
        for row in self.buttons:
            for button in row:
                if label in button.label:
                    return button
        raise LookupError(f"no button {label!r} among {labels} under {self.text or self.caption!r}")


@dataclass(frozen=True, slots=True)
class Toast:
    """The bot's answer to a tap: a line on top of the chat, or an alert; or a link to open."""

    text: str
    alert: bool
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Something that just happened in a chat, for whoever listens."""

    author: str
    verb: Verb
    text: str
    chat_id: int
    message: Message | None = None


def shown(stored: Stored) -> Message:
    """Return the message as it looks now."""
    raw = stored.raw
    file = stored.file
    return Message(
        id=raw["message_id"],
        chat_id=raw["chat"]["id"],
        author=raw["from"]["first_name"],
        from_bot=raw["from"]["is_bot"],
        at=datetime.fromtimestamp(raw["date"], UTC),
        text=raw.get("text", ""),
        caption=raw.get("caption", ""),
        buttons=_buttons(stored),
        photo=file.content if file and "photo" in raw else None,
        document=Document(file.name, file.content) if file and "document" in raw else None,
        edited="edit_date" in raw,
        deleted=stored.deleted,
        raw=raw,
    )


def _buttons(stored: Stored) -> tuple[tuple[Button, ...], ...]:
    markup = stored.markup or {}
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return tuple(tuple(_button(stored, key) for key in row) for row in rows)


def _button(stored: Stored, key: Any) -> Button:
    raw: Mapping[str, Any] = {"text": key} if isinstance(key, str) else key
    return Button(
        label=raw["text"],
        data=raw.get("callback_data"),
        url=raw.get("url"),
        request_contact=bool(raw.get("request_contact")),
        chat_id=stored.raw["chat"]["id"],
        message_id=stored.raw["message_id"],
        raw=raw,
    )
