"""What the stand-in keeps: messages, phones, and who told the carrier STOP."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Message:
    """One message, as it now stands."""

    sid: str
    to: str
    sender: str
    body: str
    direction: str  # "outbound-api", "outbound-reply", "inbound"
    status: str = "queued"
    code: int | None = None  # of the error
    callback: str = ""
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def shown(self, account: str) -> Json:
        """As the API shows it."""
        at = format_datetime(self.created_at)
        return {
            "sid": self.sid,
            "account_sid": account,
            "to": self.to,
            "from": self.sender,
            "body": self.body,
            "direction": self.direction,
            "status": self.status,
            "error_code": self.code,
            "error_message": None,
            "num_segments": "1",
            "num_media": "0",
            "price": None,
            "price_unit": "USD",
            "date_created": at,
            "date_updated": at,
            "date_sent": at,
            "messaging_service_sid": None,
            "uri": f"/2010-04-01/Accounts/{account}/Messages/{self.sid}.json",
            "subresource_uris": {},
            "api_version": "2010-04-01",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Texted:
    """Something that was just shown on a phone, for whoever listens."""

    number: str
    text: str
    from_phone: bool  # else to it


@dataclass(slots=True)
class State:
    """One account."""

    account: str
    token: str
    number: str  # the shop's
    messages: dict[str, Message] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    phones: dict[str, list[str]] = field(default_factory=dict)  # what was received, oldest first
    listeners: list[Callable[[Texted], None]] = field(default_factory=list)

    def add(self, message: Message) -> Message:
        """Keep a message."""
        self.messages[message.sid] = message
        return message

    def arrives(self, number: str, text: str) -> None:
        """Show a text on that phone."""
        self.phones.setdefault(number, []).append(text)
        self.tell(Texted(number=number, text=text, from_phone=False))

    def tell(self, texted: Texted) -> None:
        """Tell the listeners."""
        for listener in self.listeners:
            listener(texted)


def new_sid() -> str:
    """A message's sid."""
    return f"SM{secrets.token_hex(16)}"
