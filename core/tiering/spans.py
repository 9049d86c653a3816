"""The time in which what reaches a tier is counted, and how long that holds."""

from datetime import date, datetime, timedelta

from core.calendar import add_months, local_day, midnight, same_day
from core.program.schema import Program
from core.program.tiers import AnniversaryWindow, LifetimeWindow, RollingWindow
from core.tables.measures import Window


def windows(program: Program, joined_at: datetime, now: datetime) -> list[Window]:
    """
    The stretches of time in each of which everything is added up, the present one first.

    A tier of a calendar year or a year of membership holds through the next one too. Where points
    wait till they can be spent, what is not there yet does not count.
    """
    end = None if program.tiers.pending else now + timedelta(milliseconds=1)
    match program.tiers.window:
        case LifetimeWindow():
            return [(None, end)]
        case RollingWindow(months=months):
            today = local_day(now, program.timezone)
            return [(midnight(add_months(today, -months), program.timezone), end)]
        case _:
            today = local_day(now, program.timezone)
            this = year_start(program, joined_at, today)
            last = year_start(program, joined_at, this - timedelta(days=1))
            begins = midnight(this, program.timezone)
            return [(begins, end), (midnight(last, program.timezone), begins)]


def year_start(program: Program, joined_at: datetime, day: date) -> date:
    """The first day of that day's year: the calendar's, or the membership's."""
    if not isinstance(program.tiers.window, AnniversaryWindow):
        return date(day.year, 1, 1)
    joined = local_day(joined_at, program.timezone)
    start = same_day(joined, day.year)
    return start if start <= day else same_day(joined, day.year - 1)


def year_end(program: Program, joined_at: datetime, day: date, *, later: int = 0) -> date:
    """The last day of that day's year, or of one some years later."""
    start = year_start(program, joined_at, day)
    for _ in range(later + 1):
        start = year_start(program, joined_at, start + timedelta(days=366))
    return start - timedelta(days=1)


def whole_period(
    program: Program, joined_at: datetime, now: datetime, *, later: int = 0
) -> datetime | None:
    """When a tier ends that holds for a period from now without being earned; None: never."""
    today = local_day(now, program.timezone)
    match program.tiers.window:
        case LifetimeWindow():
            return None
        case RollingWindow(months=months):
            last = add_months(today, months)
        case _:
            last = year_end(program, joined_at, today, later=later)
    return midnight(last + timedelta(days=1), program.timezone)
