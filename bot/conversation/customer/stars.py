"""Stars as people type them: 5, 5/5, "5 stars", ⭐⭐⭐⭐⭐; and what they say to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.conversation.words import plain
from core.errors import StarsNotUnderstood

SIGNS = "⭐★🌟✨*"
TYPED = re.compile(
    rf"(?:(?P<count>\d+)(?![.,]?\d)(?:\s*/\s*5(?!\d))?|(?P<signs>[{SIGNS}]))[\ufe0f\u20e3\s{SIGNS}]*"
)
UNITS_MAX = 2  # "5 stars out of 5"
BETWEEN = " \t\n.,;:!–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Some stars, and what is said to them."""

    stars: int
    words: str = ""
    id: int | None = None  # of the question; None: the newest


def typed_stars(text: str, units: Iterable[str]) -> Given:
    """
    The stars that somebody typed, and the words after them, without the units that say no more
    than that stars are meant. Raises StarsNotUnderstood.
    """
    found = TYPED.match(text)
    if found is None:
        raise StarsNotUnderstood
    count = found["count"]
    stars = int(count[:3]) if count else sum(found[0].count(sign) for sign in SIGNS)
    rest = text[found.end() :]
    for _ in range(UNITS_MAX):
        rest = _without(rest, units)
    return Given(stars=stars, words=rest.lstrip(BETWEEN).strip())


def _without(text: str, units: Iterable[str]) -> str:
    """The text without the unit that it begins with."""
    tokens = text.split()
    for unit in sorted(units, key=len, reverse=True):
        words = [plain(one) for one in unit.split()]
        if [plain(one) for one in tokens[: len(words)]] == words:
            return text.split(maxsplit=len(words))[len(words) :][0] if tokens[len(words) :] else ""
    return text
