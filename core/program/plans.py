"""Paid memberships, and those that are applied for: what they cost, how long they last."""

from typing import Literal

from pydantic import Field

from core.model import TierId
from core.program.benefits import Benefits, Grants
from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, ID, Amiss, Count, Exact, Flag, Names, Part


class Plan(Part):
    """A membership beside the tiers. Without a price it is applied for and approved by the shop."""

    id: str = Field(
        pattern=ID,
        description="The plan's short name: small letters, digits and hyphens.",
        examples=["club-plus"],
    )
    title: Names = Field(description="What members read.", examples=["Club Plus"])
    price: Exact | None = Field(
        default=None,
        gt=0,
        le=AMOUNT_MAX,
        description="What it costs for each period; without it nothing.",
        examples=["25.00"],
    )
    stars: Count | None = Field(
        default=None,
        ge=1,
        le=10_000,
        description="What it costs in Telegram Stars, if it can be bought in the chat.",
        examples=[250],
    )
    period: Literal["once", "month", "year"] = Field(
        description="How long a payment lasts: for ever, a month or a year.",
        examples=["year"],
    )
    trial_days: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="Days for nothing before the first payment.",
        examples=[30],
    )
    tier: TierId | None = Field(
        default=None,
        pattern=ID,
        description="The tier whose holders' benefits, grants and rules the plan has too.",
        examples=["gold"],
    )
    approval: Flag = Field(
        default=False,
        description="Whether members apply for it in the chat and the shop approves.",
        examples=[True],
    )
    benefits: Benefits
    grants: Grants

    def amiss(self) -> Amiss:
        """It is paid or applied for, and tried only if it is paid."""
        is_paid = bool(self.price or self.stars)
        if not is_paid and not self.approval:
            yield "price", fault("fault-price")
        if not is_paid and self.trial_days:
            yield "trial_days", fault("fault-trial-free")
        if self.period == "once" and self.trial_days:
            yield "trial_days", fault("fault-trial-once")
