"""
The columns of our files, and what stands in their cells.

members.csv has a row for each person, lots.csv one for each of their points with dates of their
own, consents.csv one for each yes and no; the card ties them together. Only one of card, phone,
email and telegram_id is needed. A file made by hand can do without lots.csv: points, earned_at,
available_at and expires_at stand in members.csv then.

Moments are ISO 8601; without an offset, or without a time, they are the shop's. Points are whole;
where the program counts money they are its cents. A text that a spreadsheet would take for a
formula has a ' before it.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.model import Birthday

MEMBERS = (
    "card",
    "name",
    "phone",
    "email",
    "telegram_id",  # several are separated by spaces
    "sms_number",  # same: numbers that have texted with us
    "status",  # active, paused, left or blocked; empty is active
    "language",
    "joined_at",
    "balance",  # all points, those pending included: what the lots come to
    "pending",  # for reading alone
    "tier",  # its id or title
    "tier_since",
    "tier_until",  # its last day; empty is without end
    "tier_by_hand",  # yes: staff gave it
    "birthday",  # YYYY-MM-DD, or MM-DD without the year
    "birthday_set_at",
    "invited_by",  # the card or e-mail of who brought them
    "invited_at",
    "invited_state",  # paid, joined or refused; empty is paid: both had their thanks
    "referral_code",
    "timezone",
    "preferred_channel",  # telegram or sms
    "city",
    "tags",  # several are separated by spaces
    "source",
    "counters",  # what is carried from order to order, as JSON
)
BY_HAND = ("points", "earned_at", "available_at", "expires_at")
LOTS = (
    "card",
    "lot",  # an id that is the member's alone: what has come does not come again
    "points",  # that are left; 0: they are spent, and count for the tier
    "earned_at",
    "available_at",
    "expires_at",  # empty: never
    "own_date",  # yes: a rule gave that date, and nothing moves it
    "tier_points",
    "tier_at",  # when they count for the tier, if not when they were earned
)
CONSENTS = ("card", "channel", "purpose", "granted", "at", "wording", "source")
FILES = {"members.csv": MEMBERS, "lots.csv": LOTS, "consents.csv": CONSENTS}

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
YES, NO = "yes", "no"
POINTS_MAX = 10**12
WHOLE = re.compile(r"-?[0-9]{1,18}")
DAY = re.compile(r"(?:([0-9]{4})-|-?-)?([0-9]{1,2})-([0-9]{1,2})")
AMERICAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?")


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def plain(cell: str) -> str:
    """What a cell says, without the mark that makes it harmless."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULAS) else cell


def moment(at: datetime | None) -> str:
    """A moment as our files have it."""
    return "" if at is None else at.isoformat(timespec="milliseconds")


def to_moment(cell: str, timezone: str) -> datetime:
    """The moment, or the day's beginning. Raises ValueError."""
    try:
        at = datetime.fromisoformat(cell)
    except ValueError:
        told = f'"{cell[:40]}" is no moment: write it as 2026-03-10 or 2026-03-10T12:00:00+02:00'
        raise ValueError(told) from None
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(timezone))


def to_day(cell: str, timezone: str) -> date:
    """The day; of a moment it is the shop's day. Raises ValueError."""
    return to_moment(cell, timezone).astimezone(ZoneInfo(timezone)).date()


def to_points(cell: str) -> int:
    """A whole number of points. Raises ValueError."""
    if not WHOLE.fullmatch(cell):
        raise ValueError(f'"{cell[:40]}" is no whole number of points')
    if abs(points := int(cell)) > POINTS_MAX:
        raise ValueError(f"{cell[:40]} are too many points")
    return points


def to_flag(cell: str) -> bool:
    """Yes or no; empty is no. Raises ValueError."""
    match cell.casefold():
        case "yes" | "true" | "1":
            return True
        case "" | "no" | "false" | "0":
            return False
    raise ValueError(f'"{cell[:40]}" is neither yes nor no')


def to_birthday(cell: str) -> Birthday:
    """
    The birthday as YYYY-MM-DD or MM-DD, or as vendors have it: MM/DD, MM/DD/YYYY, and the year 1004
    where the year is not known (dev.smile.io, customer object). Raises ValueError.
    """
    bare = cell.partition("T")[0].partition(" ")[0]
    if found := DAY.fullmatch(bare):
        year, month, day = found.groups()
    elif found := AMERICAN.fullmatch(bare):
        month, day, year = found.groups()
    else:
        raise ValueError(f'"{cell[:40]}" is no birthday: write it as 1990-05-31 or 05-31')
    known = int(year) if year and int(year) > 1004 else None
    return Birthday(day=int(day), month=int(month), year=known)


def birthday(told: Birthday | None) -> str:
    """A birthday as our files have it."""
    if told is None:
        return ""
    day = f"{told.month:02}-{told.day:02}"
    return day if told.year is None else f"{told.year:04}-{day}"
