"""Days and months as people count them, in the shop's time zone."""

from calendar import isleap, monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.model import Birthday


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last: 31 January + 1 is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def local_day(instant: datetime, timezone: str) -> date:
    """The shop's calendar day at that instant."""
    return instant.astimezone(ZoneInfo(timezone)).date()


def midnight(day: date, timezone: str) -> datetime:
    """When that day begins in the shop."""
    return datetime.combine(day, time(), tzinfo=ZoneInfo(timezone))


def end_after_months(instant: datetime, months: int, timezone: str) -> datetime:
    """The end of the day some months on: the whole last day still counts."""
    return midnight(add_months(local_day(instant, timezone), months) + timedelta(days=1), timezone)


def end_after_days(instant: datetime, days: int, timezone: str) -> datetime:
    """The end of the day some days on: the whole last day still counts."""
    return midnight(local_day(instant, timezone) + timedelta(days=days + 1), timezone)


def celebrated_on(birthday: Birthday, year: int) -> date:
    """The day a birthday falls on; 29 February is kept on the 28th in common years."""
    if (birthday.month, birthday.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, birthday.month, birthday.day)
