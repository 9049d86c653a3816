"""Quiet hours: when a message may arrive, by the clock on the member's wall."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.program.sending import Hours

SUNDAY = 6


def opening(now: datetime, hours: Hours, timezone: str) -> datetime:
    """
    The next moment at which it may arrive; now itself, if it may.

    The clock on the wall decides, so it is right on the days on which clocks change.
    """
    local = now.astimezone(ZoneInfo(timezone))
    today = local.date()
    if _begin(today, hours) <= local.time() < hours.end:
        return now
    day = today if local.time() < _begin(today, hours) else today + timedelta(days=1)
    opens = datetime.combine(day, _begin(day, hours), tzinfo=ZoneInfo(timezone))
    return opens.astimezone(UTC)


def closing(now: datetime, hours: Hours, timezone: str) -> datetime:
    """When quiet hours begin on the day it is there."""
    day = now.astimezone(ZoneInfo(timezone)).date()
    return datetime.combine(day, hours.end, tzinfo=ZoneInfo(timezone)).astimezone(UTC)


def _begin(day: date, hours: Hours) -> time:
    return hours.sunday if day.weekday() == SUNDAY else hours.begin
