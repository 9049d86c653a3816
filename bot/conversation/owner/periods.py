"""Periods as owners say them: today, week, month, year, or from one day to another."""

import re
from collections.abc import Callable
from datetime import date

from core.staff_errors import PeriodNotUnderstood
from core.statistics.periods import Period

SPANS = {"today": 1, "week": 7, "month": 30, "year": 365}
SAID = {
    "today": "stats-say-today",
    "week": "stats-say-week",
    "month": "stats-say-month",
    "year": "stats-say-year",
}
USUAL = "month"
DAYS_MAX = 3660
DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?")
BETWEEN = re.compile(r"[\s.,\-–—]*")

Typed = Callable[[str], list[str]]
"""Key → what can be typed for it."""


def parse_period(text: str, *, today: date, timezone: str, typed: Typed) -> Period:
    """The period somebody means, up to today. Raises PeriodNotUnderstood."""
    said = text.strip().lower()
    for span, days in SPANS.items():
        if said in (span, *typed(SAID[span])) or (not said and span == USUAL):
            return Period.ending(today, days=days, timezone=timezone)
    found = list(DATE.finditer(said))
    if len(found) not in (1, 2) or not BETWEEN.fullmatch(DATE.sub("", said)):
        raise PeriodNotUnderstood
    first, last = (_day(one, today, ahead=False) for one in (found[0], found[-1]))
    if first > last or first > today or (last - first).days > DAYS_MAX:
        raise PeriodNotUnderstood
    return Period(first=first, last=min(last, today), timezone=timezone)


def parse_day(text: str, *, today: date, ahead: bool) -> date:
    """The day somebody typed; without a year the next one, or the last. Raises the same."""
    found = DATE.fullmatch(text)
    if found is None:
        raise PeriodNotUnderstood
    return _day(found, today, ahead=ahead)


def _day(found: re.Match[str], today: date, *, ahead: bool) -> date:
    """The day; without a year the next one there is, or the last there was."""
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    try:
        if year:
            return date(int(year), int(month), int(day))
        this = date(today.year, int(month), int(day))
        if ahead:
            return this if this >= today else date(today.year + 1, int(month), int(day))
        return this if this <= today else date(today.year - 1, int(month), int(day))
    except ValueError:
        raise PeriodNotUnderstood from None
