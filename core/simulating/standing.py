"""The tier a customer has reached: what the program's window counts, against its ladder."""

from array import array
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import add, sub
from typing import NamedTuple

from core.calendar import add_months
from core.program.schema import Program
from core.program.tiers import AnniversaryWindow, CalendarYearWindow, RollingWindow

Counts = tuple[int, ...]  # one for each metric the ladder asks for


class Need(NamedTuple):
    """So much of one metric reaches a tier."""

    rank: int
    place: int  # of the metric among those the ladder asks for
    amount: int


class Tally:
    """What counts for one customer's tier, added up as it comes and taken off as it goes."""

    __slots__ = ("before", "first", "now", "parts", "period")

    def __init__(self, none: Counts) -> None:
        self.period = 0  # the year, where years count
        self.now = none
        self.before = none  # of the year before: its tier holds a year longer
        self.parts: array[int] | None = None  # day, counts, day, counts …: where a window rolls
        self.first = 0  # the first of them that counts

    def add(self, program: Program, joined: date, day: date, counts: Counts) -> None:
        """Count something of that day."""
        self.pass_to(program, joined, day)
        self.now = tuple(map(add, self.now, counts))
        if isinstance(program.tiers.window, RollingWindow):
            if self.parts is None:
                self.parts = array("q")
            self.parts.append(day.toordinal())
            self.parts.extend(counts)

    def pass_to(self, program: Program, joined: date, day: date) -> None:
        """Let the time pass to that day."""
        match program.tiers.window:
            case CalendarYearWindow():
                self._turn(day.year)
            case AnniversaryWindow():
                over = day < add_months(joined, (day.year - joined.year) * 12)
                self._turn(day.year - over)
            case RollingWindow(months=months):
                self._roll(_start(day, months))
            case _:
                pass  # a whole life never ends

    @property
    def sums(self) -> tuple[Counts, Counts]:
        """What counts in the present window, and in the one before where that counts too."""
        return self.now, self.before

    def rank(self, needs: Iterable[Need]) -> int:
        """The highest tier that what counts now reaches."""
        for need in needs:
            if self.now[need.place] >= need.amount or self.before[need.place] >= need.amount:
                return need.rank
        return 0

    def _roll(self, start: int) -> None:
        """Take off what is older than that; what is off is kept until it is most of it all."""
        parts, width = self.parts or (), len(self.now)
        while self.first < len(parts) and parts[self.first] < start:
            gone = parts[self.first + 1 : self.first + 1 + width]
            self.now = tuple(map(sub, self.now, gone))
            self.first += 1 + width
        if self.parts and self.first > len(parts) // 2:
            del self.parts[: self.first]
            self.first = 0

    def _turn(self, period: int) -> None:
        if period != self.period:
            none = (0,) * len(self.now)
            self.before = self.now if period == self.period + 1 else none
            self.now, self.period = none, period


def needs_of(program: Program) -> tuple[Need, ...]:
    """What reaches the tiers, the highest first."""
    metrics = program.ladder.metrics
    found = [
        Need(rank, metrics.index(metric), amount)
        for rank, step in enumerate(program.ladder.steps)
        for metric, amount in step.reach or ()
    ]
    return tuple(reversed(found))


@lru_cache(maxsize=4096)
def _start(day: date, months: int) -> int:
    return add_months(day, -months).toordinal()
