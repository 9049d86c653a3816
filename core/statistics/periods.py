"""Periods: stretches of whole days as the shop counts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from core.calendar import add_months, midnight
from core.tables.statistics import SLOT

DAY = timedelta(days=1)
DAYS_SHOWN = 31  # a longer period is shown by weeks …
WEEKS_SHOWN = 26  # … and by months


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the first day to the last, both whole."""

    first: date
    last: date
    timezone: str

    @classmethod
    def ending(cls, last: date, *, days: int, timezone: str) -> "Period":
        """So many days, the given one the last."""
        return cls(first=last - (days - 1) * DAY, last=last, timezone=timezone)

    @property
    def since(self) -> datetime:
        """Its first moment."""
        return moment(self.first, self.timezone)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return moment(self.last + DAY, self.timezone)

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days right before it."""
        return Period.ending(self.first - DAY, days=self.days, timezone=self.timezone)

    @property
    def by_months(self) -> bool:
        """Whether its parts are months: it is too long for days and weeks."""
        return self.days > 7 * WEEKS_SHOWN

    def steps(self) -> list[date]:
        """The first days of its parts, to be shown side by side: days, weeks or months."""
        if self.by_months:
            return [self.first, *_months(self.first, self.last)]
        size = 1 if self.days <= DAYS_SHOWN else 7
        return [self.first + place * DAY for place in range(0, self.days, size)]


def _months(first: date, last: date) -> Iterator[date]:
    month = add_months(first.replace(day=1), 1)
    while month <= last:
        yield month
        month = add_months(month, 1)


def places(since: datetime, starts: Sequence[date], end: date, timezone: str) -> list[range]:
    """The slots, counted from a moment, of the parts that begin on those days."""
    bounds = [(moment(day, timezone) - since) // SLOT for day in (*starts, end)]
    return [range(one, after) for one, after in pairwise(bounds)]


def moment(day: date, timezone: str) -> datetime:
    """When the day begins, in UTC: between moments of one zone Python counts by the wall clock."""
    return midnight(day, timezone).astimezone(UTC)
