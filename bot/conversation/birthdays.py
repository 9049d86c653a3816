"""Birthdays as people write them, day first: 24.12, 24/12/1990, 24 12, 1990-12-24, --12-24."""

import re

from core.errors import BirthdayNotUnderstood
from core.model import Birthday

DAY_FIRST = re.compile(r"(\d{1,2})[\s./\-]+(\d{1,2})(?:[\s./\-]+(\d{4}))?[\s.]*")
ISO = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})")


def parse_birthday(text: str) -> Birthday:
    """The birthday somebody wrote. Raises BirthdayNotUnderstood."""
    text = text.strip()
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise BirthdayNotUnderstood
    return Birthday(day=int(day), month=int(month), year=int(year) if year else None)
