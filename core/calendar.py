"""Days and months as people count them, in the shop's time zone."""

from calendar import isleap, monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.model import Birthday


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last: 31 January + 1 is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_on(day: date, months: int, anchor_day: int) -> date:
    """
    The anchor day some months on, or that month's last: with anchor 31, 31 January + 1 is
    28 February, and 28 February + 1 is 31 March.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(anchor_day, monthrange(year, month + 1)[1]))


def local_day(instant: datetime, timezone: str) -> date:
    """The shop's calendar day at that instant."""
    return instant.astimezone(ZoneInfo(timezone)).date()


def midnight(day: date, timezone: str) -> datetime:
    """When that day begins in the shop."""
    return datetime.combine(day, time(), tzinfo=ZoneInfo(timezone))


def end_after_days(instant: datetime, days: int, timezone: str) -> datetime:
    """The end of the day some days on: the whole last day still counts."""
    return midnight(local_day(instant, timezone) + timedelta(days=days + 1), timezone)


def celebrated_on(birthday: Birthday, year: int) -> date:
    """The day a birthday falls on; 29 February is kept on the 28th in common years."""
    if (birthday.month, birthday.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, birthday.month, birthday.day)


def month_end(day: date, months: int) -> date:
    """The last day of the part of the year that day is in: 1 month, 3, 6 or 12 of them long."""
    last = (day.month - 1) // months * months + months
    return date(day.year, last, monthrange(day.year, last)[1])


def same_day(day: date, year: int) -> date:
    """That day in another year; 29 February is kept on the 28th in common years."""
    if (day.month, day.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)
