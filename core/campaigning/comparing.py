"""What difference a campaign makes: orders of those who were written to, and of who was not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import sqrt

from core.act import Act
from core.exchanging import Exchange
from core.tables import comparisons
from core.tables.comparisons import Group
from core.transaction import Transaction

SURE = 1.96  # standard errors: by chance it is so far off in one case of twenty


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A campaign's two groups."""

    campaign: str
    told: Group
    control: Group

    @property
    def lift(self) -> Fraction | None:
        """By how much the share of buyers is larger; None where a group is empty."""
        if not self.told.members or not self.control.members:
            return None
        return _share(self.told) - _share(self.control)

    @property
    def interval(self) -> tuple[float, float] | None:
        """
        Between what the lift is in nineteen cases of twenty; None where a group is empty. It holds
        for small groups and rare buyers too (Newcombe's hybrid score interval).
        """
        if self.lift is None:
            return None
        lift, told, control = float(self.lift), _likely(self.told), _likely(self.control)
        less = sqrt((told[1] - told[0]) ** 2 + (control[2] - control[1]) ** 2)
        more = sqrt((told[2] - told[1]) ** 2 + (control[1] - control[0]) ** 2)
        return lift - less, lift + more

    @property
    def is_sure(self) -> bool:
        """Whether the share of buyers differs by more than chance would have it."""
        if self.lift is None:
            return False
        spread = sqrt(_variance(self.told) + _variance(self.control))
        return bool(spread) and abs(float(self.lift)) > SURE * spread


def compare(
    tx: Transaction, act: Act, campaign: str, *, since: datetime, until: datetime, days: int
) -> Comparison:
    """
    The orders within so many days after the message, of both groups, for messages of that time.

    Give an end that is so many days ago, or the last messages have had less time than the others.
    """
    within = timedelta(days=days)
    exchange = Exchange(tx, act)

    def group(*, held_out: bool) -> Group:
        found, sums = comparisons.group(
            tx, campaign, held_out=held_out, since=since, until=until, within=within
        )
        total = sum(exchange.worth(amount, currency, until) for currency, amount in sums)
        return found._replace(total=total)

    told, control = group(held_out=False), group(held_out=True)
    return Comparison(campaign=campaign, told=told, control=control)


def _likely(group: Group) -> tuple[float, float, float]:
    """The least its share of buyers may truly be, what it is, and the most (Wilson's interval)."""
    count, share = group.members, float(_share(group))
    middle = share + SURE**2 / (2 * count)
    spread = SURE * sqrt(share * (1 - share) / count + SURE**2 / (4 * count**2))
    scale = 1 + SURE**2 / count
    return (middle - spread) / scale, share, (middle + spread) / scale


def _share(group: Group) -> Fraction:
    return Fraction(group.buyers, group.members)


def _variance(group: Group) -> float:
    share = float(_share(group))
    return share * (1 - share) / group.members
