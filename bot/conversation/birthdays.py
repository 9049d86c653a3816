"""Birthdays as people write them: 24.12, 24/12/1990, 24 December, 1990-12-24, --12-24."""

import re
from collections.abc import Mapping

from core.errors import BirthdayNotUnderstood
from core.model import Birthday

DAY_FIRST = re.compile(r"(\d{1,2})[\s./\-]+(\d{1,2})(?:[\s./\-]+(\d{4}))?[\s.]*")
NAMED = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?(?:[\s,]+(\d{4}))?\D*")
ISO = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})")


def parse_birthday(text: str, months: Mapping[str, int]) -> Birthday:
    """
    The birthday somebody wrote; months are the names of theirs in small letters.

    Raises BirthdayNotUnderstood.
    """
    text = text.strip().lower()
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif (found := NAMED.fullmatch(text)) and found[2] in months:
        day, month, year = found[1], months[found[2]], found[3]
    else:
        raise BirthdayNotUnderstood
    return Birthday(day=int(day), month=int(month), year=int(year) if year else None)
