"""
Clicks: what is below our messages says whose it is, so that following it can be counted.

A button's command goes through the word `via` with the message's name before it; a link goes
through our own address, `PUBLIC_URL/r/TOKEN`, which leads where that message says and nowhere else.
"""

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256

from bot.conversation.messages import COMMAND_BYTES_MAX

NAME_LENGTH = 11  # 63 bits
MAC_BYTES = 8  # beside an id of luck: neither can be guessed
VIA = re.compile(r"via \S+ (?P<rest>.+)", re.DOTALL)


def counted(command: str, id: int) -> str:
    """The command through `via`, if there is room for it."""
    through = f"via {name_of(id)} {command}"
    return through if len(through.encode()) <= COMMAND_BYTES_MAX else command


def bare(command: str) -> str:
    """The command itself."""
    through = VIA.fullmatch(command)
    return through["rest"] if through else command


def name_of(id: int) -> str:
    """A message's name in a button."""
    return urlsafe_b64encode(id.to_bytes(8, "big")).decode().rstrip("=")


def id_of(name: str) -> int | None:
    """The message of that name; None when it is none."""
    if not re.fullmatch(rf"[\w-]{{{NAME_LENGTH}}}", name, re.ASCII):
        return None
    id = int.from_bytes(urlsafe_b64decode(f"{name}="), "big")
    return id if id < 2**63 else None


@dataclass(frozen=True, slots=True)
class Links:
    """Makes our own links, and reads them."""

    public_url: str
    key: bytes = field(repr=False)  # of the database

    def to(self, id: int) -> str:
        """The address that leads where the message's link does."""
        return f"{self.public_url}/r/{name_of(id)}{self._mac(id)}"

    def read(self, token: str) -> int | None:
        """The message a token was made for; None when we made none such."""
        id = id_of(token[:NAME_LENGTH])
        if id is None or not token.isascii():
            return None
        right = hmac.compare_digest(self._mac(id), token[NAME_LENGTH:])
        return id if right else None

    def _mac(self, id: int) -> str:
        digest = hmac.new(self.key, f"link/{id}".encode(), sha256).digest()[:MAC_BYTES]
        return urlsafe_b64encode(digest).decode().rstrip("=")
