"""What a simulation found out."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One calendar month, in points unless said otherwise."""

    month: str  # "2026-03"
    orders: int
    spent: int  # minor units
    issued: int
    redeemed_at_most: int  # if everybody redeems as soon as they can
    expired_at_most: int  # if nobody redeems
    liability_at_least: int  # points open at its end, if everybody redeems as soon as they can
    liability_at_most: int  # if nobody redeems


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole history."""

    orders: int
    customers: int
    spent: int  # minor units
    issued: int
    redeemed_at_most: int
    expired_at_most: int
    cost_at_most: int | None  # minor units; None: no reward has a price in money
    point_worth: float | None  # minor units
    tiers: Mapping[str, int]  # tier → members at the end
    rewards: Mapping[str, int]  # reward → given for nothing
    top_share: float  # of all points, those of the hundredth that got most
    months: tuple[Month, ...]
