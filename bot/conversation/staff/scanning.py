"""Scanning: what a till's scanner types into the chat is a card, without any word."""

import re

from core import codes
from core.till.rotating import CARD_DIGITS

SCANNED = re.compile(r"(?:https?://t\.me/\w+\?start=c_)?([0-9]{13}(?:-[0-9]{6})?)")


def scanned(text: str) -> str | None:
    """The card, with its code if it has one, when the text is nothing but that or its link."""
    found = SCANNED.fullmatch(text.strip())
    return found[1] if found and codes.is_card(found[1][:CARD_DIGITS]) else None
