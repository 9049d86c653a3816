"""Quiet hours: when a message may arrive, by the clock on the member's wall."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.model import Channel, Purpose

SUNDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From when (and on Sundays) until when, not including the end."""

    begin: time
    end: time
    sunday: time


USUAL = Hours(begin=time(8), end=time(22), sunday=time(8))
SMS_MARKETING = Hours(begin=time(9), end=time(20), sunday=time(12))  # safe in every US state


def hours_for(channel: Channel, purpose: Purpose) -> Hours:
    """When such a message may arrive."""
    strict = channel is Channel.SMS and purpose is Purpose.MARKETING
    return SMS_MARKETING if strict else USUAL


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


def _begin(day: date, hours: Hours) -> time:
    return hours.sunday if day.weekday() == SUNDAY else hours.begin
