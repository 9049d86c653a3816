"""What stands in the cells of our files, read and written. What can't be read is a ValueError."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.phones import e164
from core import tagging
from core.codes import ALPHABET
from core.errors import BirthdayNotUnderstood, CityNotUnderstood, TagNotUnderstood
from core.model import Birthday
from core.profile import check_birthday, tidy_city

T = TypeVar("T")
Cells = Mapping[str, str]
"""A row, by the names of its columns."""

EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
CODE_MAX = 64
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
YES, NO = "yes", "no"
POINTS_MAX = 10**12
WHOLE = re.compile(r"-?[0-9]{1,18}")
DAY = re.compile(r"(?:([0-9]{4})-|-?-)?([0-9]{1,2})-([0-9]{1,2})")
AMERICAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?")


def told(cells: Cells, name: str, read: Callable[[str], T]) -> T | None:
    """What a cell says, or None; what is wrong with it names the column."""
    cell = cells.get(name)
    if not cell:
        return None
    try:
        return read(cell)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def needed(cells: Cells, name: str) -> str:
    """What a cell says that must not be empty."""
    cell = cells.get(name, "")
    if not cell:
        raise ValueError(f"{name} is empty")
    return cell


def text(cells: Cells, name: str, longest: int) -> str:
    """What a cell says, in so many signs at most; it may be empty."""
    cell = cells.get(name, "")
    if len(cell) > longest or not cell.isprintable():
        raise ValueError(f"{name} has at most {longest} printable signs")
    return cell


def one_of(name: str, known: tuple[T, ...]) -> Callable[[str], T]:
    """Reads one of these, however it is capitalised."""

    def read(cell: str) -> T:
        for one in known:
            if cell.casefold() == str(one):
                return one
        raise ValueError(f'{name} is "{cell[:40]}"; it can be {", ".join(map(str, known))}')

    return read


def to_phone(cell: str, country: str | None) -> str:
    """A phone number in E.164; without a country's code it is one of that country."""
    if phone := e164(cell, country):
        return phone
    told = "" if country else ", or say --country UA"
    raise ValueError(f'"{cell[:40]}" is no phone number: write it as +380501234567{told}')


def to_email(cell: str) -> str:
    """An e-mail address, in small letters."""
    if not EMAIL.fullmatch(cell) or len(cell) > 254:
        raise ValueError(f'"{cell[:60]}" is no e-mail address')
    return cell.lower()


def to_code(cell: str) -> str:
    """A referral code."""
    code = cell.upper()
    if len(code) > CODE_MAX or not set(code) <= set(ALPHABET):
        raise ValueError(f'"{cell[:40]}" is no code of ours')
    return code


def to_birthday(cell: str, today: date) -> Birthday:
    """A birthday that somebody can have on that day."""
    birthday = _birthday(cell)
    try:
        check_birthday(birthday, today)
    except BirthdayNotUnderstood:
        raise ValueError(f'"{cell[:40]}" is nobody\'s birthday') from None
    return birthday


def to_timezone(cell: str) -> str:
    """A time zone by its IANA name."""
    try:
        ZoneInfo(cell)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f'"{cell[:40]}" is no time zone, such as Europe/Kyiv') from None
    return cell


def to_city(cell: str) -> str:
    """A city's name, tidied up."""
    try:
        return tidy_city(cell)
    except CityNotUnderstood:
        raise ValueError(f'"{cell[:40]}" is no city') from None


def to_tags(cell: str) -> list[str]:
    """Tags with spaces between them, each once."""
    try:
        return sorted({tagging.normal(tag) for tag in cell.split()})
    except TagNotUnderstood as refusal:
        raise ValueError(f'"{refusal.tag}" is no tag: letters, digits and hyphens') from None


def to_counters(cell: str) -> dict[str, int]:
    """What is carried from order to order, as JSON."""
    try:
        found = json.loads(cell)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(type(one) is int for one in found.values()):
        raise ValueError("it is no JSON object of whole numbers")
    return found


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
    """The moment, or the day's beginning."""
    try:
        at = datetime.fromisoformat(cell)
    except ValueError:
        told = f'"{cell[:40]}" is no moment: write it as 2026-03-10 or 2026-03-10T12:00:00+02:00'
        raise ValueError(told) from None
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(timezone))


def to_day(cell: str, timezone: str) -> date:
    """The day; of a moment it is the shop's day."""
    return to_moment(cell, timezone).astimezone(ZoneInfo(timezone)).date()


def to_points(cell: str) -> int:
    """A whole number of points."""
    if not WHOLE.fullmatch(cell):
        raise ValueError(f'"{cell[:40]}" is no whole number of points')
    if abs(points := int(cell)) > POINTS_MAX:
        raise ValueError(f"{cell[:40]} are too many points")
    return points


def to_flag(cell: str) -> bool:
    """Yes or no; empty is no."""
    match cell.casefold():
        case "yes" | "true" | "1":
            return True
        case "" | "no" | "false" | "0":
            return False
    raise ValueError(f'"{cell[:40]}" is neither yes nor no')


def _birthday(cell: str) -> Birthday:
    """
    The birthday as YYYY-MM-DD or MM-DD, or as vendors have it: MM/DD, MM/DD/YYYY, and the year 1004
    where the year is not known (dev.smile.io, customer object).
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
