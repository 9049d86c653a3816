"""A customer in a simulation: what the member's row, the lots and the tier would be."""

from datetime import date

from core.awarding.capping import Standing
from core.simulating.standing import Tally
from core.tables.tier_states import TierState

NEVER = date.max.toordinal()


class Customer:
    """State of one customer; slots, as there may be hundreds of thousands."""

    __slots__ = (
        "counters",
        "issued",
        "joined",
        "number",
        "open",
        "orders",
        "rank",
        "state",
        "tally",
        "tier_since",
    )

    def __init__(self, joined: date, metrics: int) -> None:
        self.joined = joined
        self.number = 0  # orders that earned
        self.counters: dict[str, int] = {}
        self.orders: list[Standing] = []  # as far as limits of points ask for them
        self.rank = 0  # of the tier
        self.state = TierState()
        self.tier_since = joined
        self.tally = Tally((0,) * metrics)
        self.issued = 0
        self.open: list[list[int]] = []  # lots: day of expiry, points; of who redeems at once

    def drop_expired(self, today: int) -> int:
        """Lose the lots past their day; how many points."""
        lost = sum(points for expires, points in self.open if expires <= today)
        if lost:
            self.open = [lot for lot in self.open if lot[0] > today]
        return lost

    def take(self, points: int) -> None:
        """Spend them, the soonest-expiring first."""
        self.open.sort()
        while points:
            lot = self.open[0]
            part = min(points, lot[1])
            lot[1] -= part
            points -= part
            if not lot[1]:
                del self.open[0]

    @property
    def balance(self) -> int:
        """The points of who redeems as soon as it is possible."""
        return sum(points for _, points in self.open)
