"""What is found out about a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.statistics.periods import Period
from core.tables.outbox import State
from core.tables.statistics import Buyers, Open, Turnover

ARRIVED = (State.SENT, State.DELIVERED, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Flow:
    """Points that were given (less those taken back), spent (less those undone), and lost."""

    issued: int = 0
    spent: int = 0
    expired: int = 0

    @classmethod
    def of(cls, entries: int, spending: int, lost: int) -> "Flow":
        """From the points of all entries, of those that spend, and of those that were lost."""
        return cls(issued=entries - spending - lost, spent=-spending, expired=-lost)

    def __add__(self, other: "Flow") -> "Flow":
        """Both together."""
        return Flow(
            self.issued + other.issued, self.spent + other.spent, self.expired + other.expired
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of the period, to be shown beside the others."""

    first: date
    joins: int
    turnover: Turnover
    flow: Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Those who joined in a month, and how many of them bought in the period."""

    month: date  # its first day
    joined: int
    buying: int

    @property
    def share(self) -> Fraction | None:
        """Of a hundred, how many; None when nobody joined."""
        return share(self.buying, self.joined)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The program in a period. Sums are in minor units."""

    period: Period
    members: int  # at its end, without those who have left since
    joins: int
    invited: int  # of those who joined
    buyers: Buyers
    turnover: Turnover
    ratings: tuple[int, int]  # how many, and all their stars
    flow: Flow  # all points of the period
    before: "Before"
    open: Open  # now, whatever the period
    worth: int | None  # of the open points at most; None: no reward has a price in money
    steps: tuple[Step, ...]
    cohorts: tuple[Cohort, ...]  # the oldest first

    @property
    def rating(self) -> Fraction | None:
        """The average of the stars that purchases were rated with."""
        count, stars = self.ratings
        return share(stars, count)

    @property
    def average(self) -> int | None:
        """What an order of a member's comes to."""
        orders, total = self.turnover
        return round(Fraction(total, orders)) if orders else None

    @property
    def frequency(self) -> Fraction | None:
        """How many orders a buyer made."""
        return share(self.turnover.orders, self.buyers.buyers)

    @property
    def repeat(self) -> Fraction | None:
        """The share of the buyers who had bought before."""
        return share(self.buyers.returning, self.buyers.buyers)

    @property
    def redemption(self) -> Fraction | None:
        """Points spent for each that was given."""
        return share(self.flow.spent, self.flow.issued)

    @property
    def breakage(self) -> Fraction | None:
        """Points lost for each that was given."""
        return share(self.flow.expired, self.flow.issued)

    @property
    def referral(self) -> Fraction | None:
        """The share of those who joined that had been invited."""
        return share(self.invited, self.joins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The same number of days right before, to compare with."""

    joins: int
    turnover: Turnover
    flow: Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What became of a campaign's messages."""

    campaign: str
    states: Mapping[State, int]
    clicks: int = 0  # members who followed a button or a link
    nowhere: int = 0  # of the blocked ones those whose members never had a chat or a number

    @property
    def sent(self) -> int:
        """Those that went out; of some nobody knows whether they arrived."""
        return sum(self.states.get(state, 0) for state in ARRIVED)

    @property
    def failed(self) -> int:
        """Those that were to go somewhere and never will."""
        blocked = self.states.get(State.BLOCKED, 0) - self.nowhere
        return self.states.get(State.FAILED, 0) + blocked

    @property
    def waiting(self) -> int:
        """Those still to be sent."""
        return self.states.get(State.QUEUED, 0) + self.states.get(State.LEASED, 0)


def share(part: int, whole: int) -> Fraction | None:
    """The part of the whole; None of nothing."""
    return Fraction(part, whole) if whole > 0 else None
