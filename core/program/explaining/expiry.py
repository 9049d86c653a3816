"""When what was earned is lost."""

from collections.abc import Iterator
from typing import assert_never

from core.program.expiry import (
    AnniversaryExpiry,
    CalendarExpiry,
    InactivityExpiry,
    NoExpiry,
    RollingExpiry,
)
from core.program.schema import Program
from core.program.sentences import DayOfYear, Sentence, listed, under

ACTIVITIES = {
    "earning": "rules-activity-earning",
    "redeeming": "rules-activity-redeeming",
    "purchase": "rules-activity-purchase",
}


def expiry(program: Program) -> Iterator[Sentence]:
    """When points that were not spent are lost."""
    match program.expiry:
        case NoExpiry():
            yield Sentence("rules-expiry-never")
        case RollingExpiry() as rolling:
            yield from _rolling(rolling)
        case InactivityExpiry() as inactivity:
            yield from _inactivity(inactivity)
        case CalendarExpiry() as calendar:
            yield _calendar(calendar)
        case AnniversaryExpiry(years_later=0):
            yield Sentence("rules-expiry-anniversary")
        case AnniversaryExpiry(years_later=years):
            yield Sentence("rules-expiry-anniversary-later", {"years": years})
        case other:
            assert_never(other)


def _calendar(calendar: CalendarExpiry) -> Sentence:
    day, years = DayOfYear.written(calendar.on), calendar.years_later
    if years:
        return Sentence("rules-expiry-calendar-later", {"day": day, "years": years})
    return Sentence("rules-expiry-calendar", {"day": day})


def _rolling(rolling: RollingExpiry) -> Iterator[Sentence]:
    if rolling.months:
        yield Sentence("rules-expiry-rolling", {"months": rolling.months})
    elif rolling.days:
        yield Sentence("rules-expiry-rolling-days", {"days": rolling.days})
    yield from _rounded(rolling)


def expiry_of_its_own(rolling: RollingExpiry) -> Iterator[Sentence]:
    """When the points of one rule are lost."""
    if rolling.months:
        yield Sentence("rules-lasts", {"months": rolling.months})
    elif rolling.days:
        yield Sentence("rules-lasts-days", {"days": rolling.days})
    yield from _rounded(rolling)


def _rounded(rolling: RollingExpiry) -> Iterator[Sentence]:
    if rolling.round_to != "day":
        yield from under([Sentence("rules-expiry-rounded", {"span": rolling.round_to})])


def _inactivity(inactivity: InactivityExpiry) -> Iterator[Sentence]:
    if inactivity.months:
        yield Sentence("rules-expiry-inactivity", {"months": inactivity.months})
    elif inactivity.days:
        yield Sentence("rules-expiry-inactivity-days", {"days": inactivity.days})
    activities = listed((Sentence(ACTIVITIES[one]) for one in inactivity.activity), any_of=True)
    yield from under([Sentence("rules-expiry-activity", {"activities": activities})])
