"""What an order has earned by one rule, as it stands with the order."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

FINENESS = 10_000
"""Parts of a minor unit in which sums that are multiplied are carried on: factors have 4 places."""
WHOLE = Fraction(FINENESS)


class Award(NamedTuple):
    """What an order has earned by one rule."""

    sum: int = 0  # minor units, or what was counted
    units: int = 0  # times the sum or the goal was full, with what was carried
    due: int = 0  # points it is worth, within the rule's limits
    net: int = 0  # points that stand in the ledger for it: more than due, if some were spent
    raw: int = 0  # points it would be worth without the limits, if the rule has some
    weight: int = 0  # the sum with its factors, where what is left over is carried


NOTHING = Award()
Awards = Mapping[str, Award]  # by the rule's id
