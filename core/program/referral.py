"""Bringing friends: who gets what, when, how often, and what is looked at before it is paid."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, DAYS_MAX, WORTH_MAX, Amiss, Count, Exact, Part, Worth
from core.program.rules.base import Given, gives

Signal = Literal["phone", "address", "velocity", "ring", "refund"]


class Milestone(Part):
    """Something more for the so-manieth friend."""

    friends: Count = Field(
        ge=1, le=10_000, description="How many friends have qualified.", examples=[5]
    )
    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="Points for it.", examples=[500]
    )
    reward: Given

    def amiss(self) -> Amiss:
        """It must give something."""
        yield from gives(self)


class Referral(Part):
    """Points for bringing a friend, for both."""

    referrer: Worth = Field(
        ge=0, le=WORTH_MAX, description="Points for who brought the friend.", examples=[100]
    )
    friend: Worth = Field(ge=0, le=WORTH_MAX, description="Points for the friend.", examples=[50])
    referrer_reward: Given
    friend_reward: Given
    paid: Literal["joining", "first_order", "every_order"] = Field(
        default="first_order",
        description="What pays: the friend's joining, the first order, or every one.",
        examples=["first_order"],
    )
    friend_paid: Literal["joining", "first_order", "every_order"] | None = Field(
        default=None,
        description="What pays the friend; without it what pays the referrer.",
        examples=["joining"],
    )
    minimum: Exact = Field(
        default=Decimal(0),
        ge=0,
        le=AMOUNT_MAX,
        description="The smallest order of the friend that brings the points.",
        examples=["10.00"],
    )
    within_days: Count | None = Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="Days after joining in which the friend must buy; without it no limit.",
        examples=[90],
    )
    at_most: Count | None = Field(
        default=None,
        ge=1,
        le=100_000,
        description="How many friends a member is paid for at most, in all.",
        examples=[20],
    )
    at_most_a_month: Count | None = Field(
        default=None,
        ge=1,
        le=100_000,
        description="How many friends a member is paid for at most in a calendar month.",
        examples=[5],
    )
    hold_days: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="Days after the order in which it can be returned: so long it is not paid.",
        examples=[14],
    )
    milestones: tuple[Milestone, ...] = Field(
        default=(),
        max_length=10,
        description="Something more for the so-manieth friend.",
        examples=[[{"friends": 5, "points": 500}]],
    )
    review: tuple[Signal, ...] = Field(
        default=("phone", "address", "velocity", "ring"),
        max_length=5,
        description="What makes the shop look at it before it is paid.",
        examples=[["phone", "velocity"]],
    )
    velocity: Count = Field(
        default=10,
        ge=1,
        le=10_000,
        description="More friends than this in a week are looked at.",
        examples=[10],
    )

    def amiss(self) -> Amiss:
        """Somebody must get something, and conditions on orders need an order."""
        rewards = (self.referrer_reward, self.friend_reward, *self.milestones)
        if not (self.referrer or self.friend or any(rewards)):
            yield "referrer", fault("fault-referral")
        if self.paid == "joining" and self.friend_paid in (None, "joining"):
            for name in ("minimum", "within_days", "hold_days"):
                if getattr(self, name):
                    yield name, fault("fault-referral-joining")
