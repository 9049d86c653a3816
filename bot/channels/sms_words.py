"""The words that belong to the carriers, and what else means "stop" in whatever words."""

import re
from collections.abc import Iterable
from enum import StrEnum

from bot.conversation.words import plain

STOP_WORDS = frozenset(
    ("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout")
)
START_WORDS = frozenset(("start", "unstop", "yes"))
HELP_WORDS = frozenset(("help", "info"))
_KEPT_UP = re.compile(r"(?:\b(?:don'?t|do not|never|не|nie|nu) (?:ever )?)$")


class Wish(StrEnum):
    """What a message says to the carrier rather than to us; also its OptOutType."""

    STOP = "STOP"
    START = "START"
    HELP = "HELP"


def wish_of(text: str, opt_out_type: str = "") -> Wish | None:
    """What the message is to the carrier, by its own word or by the whole text."""
    if opt_out_type.strip().upper() in list(Wish):
        return Wish(opt_out_type.strip().upper())
    word = plain(text)
    for words, wish in (
        (STOP_WORDS, Wish.STOP),
        (START_WORDS, Wish.START),
        (HELP_WORDS, Wish.HELP),
    ):
        if word in words:
            return wish
    return None


def carriers_own(text: str) -> bool:
    """Whether a carrier takes the text for its word: nothing stands around it."""
    return text.strip().casefold() in STOP_WORDS | START_WORDS | HELP_WORDS


def asks_to_stop(text: str, phrases: Iterable[str], words: Iterable[str] = ()) -> bool:
    """
    Whether somebody asks in their own words to be sent nothing more: that counts as STOP. Phrases
    may stand anywhere in the text, words must be all of it.
    """
    said = " ".join(re.sub(r"[^\w\s']+", " ", plain(text.replace("’", "'"))).split())
    if said in map(plain, words):
        return True
    for phrase in map(plain, phrases):
        found = re.search(rf"(?:^|\s){re.escape(phrase)}(?!\w)", said)
        if found and not _KEPT_UP.search(said[: found.start() + 1]):
            return True
    return False
