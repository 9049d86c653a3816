"""Scanning: what is typed at a till without any word: a card, a sum, or both."""

import re

from bot.conversation.staff.amounts import is_amount
from bot.conversation.staff.serving import like_a_phone
from core import codes
from core.till.rotating import CARD_DIGITS

SCANNED = re.compile(r"(?:https?://t\.me/\w+\?start=c_)?([0-9]{13}(?:-[0-9]{6})?)")


def scanned(text: str) -> str | None:
    """The card, with its code if it has one, when the text is nothing but that or its link."""
    found = SCANNED.fullmatch(text.strip())
    return found[1] if found and codes.is_card(found[1][:CARD_DIGITS]) else None


def sold(text: str, currency: str) -> list[str] | None:
    """The card, the sum and what follows it, when the text begins with these two."""
    first, *rest = text.split() or [""]
    card = scanned(first)
    lengths = range(1, len(rest) + 1)
    if card and any(is_amount(" ".join(rest[:length]), currency) for length in lengths):
        return [card, *rest]
    return None


def is_sum(text: str, currency: str) -> bool:
    """Whether it is a sum and nothing else, and no phone number."""
    return is_amount(text, currency) and not like_a_phone(text.split())
