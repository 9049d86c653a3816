"""Rates, and what multiplies them: of each line the best rate and the best factor count."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from core.model import Points
from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, WORTH_MAX, Amiss, Count, Exact, Flag, Worth
from core.program.rules.base import OrderRule
from core.program.sentences import Sentence, under, worth_of_a_point

if TYPE_CHECKING:
    from core.program.schema import Program

NOTHING = Sentence("rules-purchase-nothing")


class RateRule(OrderRule):
    """What the rules that say what a sum is worth have: of each line the best one counts."""

    priority: Count = Field(
        default=0,
        ge=0,
        le=100,
        description="Of the rates for a line only those of the highest priority compete.",
        examples=[1],
    )
    stacks: Flag = Field(
        default=False,
        description="Whether it is added to the best rate instead of competing with it.",
        examples=[True],
    )


class PurchaseRule(RateRule):
    """Points for what a member spends."""

    on: Literal["purchase"] = Field(description="What earns the points.", examples=["purchase"])
    points: Worth = Field(
        ge=0,
        le=WORTH_MAX,
        description="Points for every full amount in `per`; 0 for what earns nothing.",
        examples=[1],
    )
    per: Exact = Field(
        gt=0,
        le=AMOUNT_MAX,
        description="The sum that earns the points.",
        examples=["1.00"],
    )
    carry: Flag = Field(
        default=True,
        description="Whether what is left over counts next time; else each order is rounded down.",
        examples=[False],
    )

    def said(self, program: "Program") -> Iterator[Sentence]:
        """So many points for so much."""
        if not self.points:
            yield NOTHING
            return
        amount, points = program.money(self.per), Points(self.points)
        yield Sentence("rules-purchase", {"amount": amount, "points": points})
        if not self.carry:
            yield from under([Sentence("rules-purchase-no-carry")])


class CashbackRule(RateRule):
    """A share of what a member spends, rounded down once an order."""

    on: Literal["cashback"] = Field(description="What earns the points.", examples=["cashback"])
    percent: Exact = Field(
        ge=0,
        le=1_000,
        decimal_places=4,
        description="The share of the sum; in a points program a point stands for 1.00.",
        examples=["2"],
    )

    def said(self, program: "Program") -> Iterator[Sentence]:
        """Such a share."""
        if not self.percent:
            yield NOTHING
            return
        yield Sentence("rules-cashback", {"percent": self.percent})
        yield from under(worth_of_a_point(program))


class MultiplierRule(OrderRule):
    """Times what the rates give: the best of this, the others and the tier's factor counts."""

    on: Literal["multiplier"] = Field(description="What earns the points.", examples=["multiplier"])
    factor: Exact = Field(
        gt=0,
        le=100,
        decimal_places=4,
        description="What the points for the lines are multiplied by.",
        examples=["3"],
    )
    stacks: Flag = Field(
        default=False,
        description="Whether it multiplies the best factor instead of competing with it.",
        examples=[True],
    )

    def amiss(self) -> Amiss:
        """It gives no points of its own."""
        yield from super().amiss()
        fields = ("limits", "expires", "pending_days", "pending_until_fulfilled")
        yield from self.without_effect(fields, fault("fault-multiplier"))

    def said(self, program: "Program") -> Iterator[Sentence]:
        """So many times."""
        yield Sentence("rules-multiplier", {"factor": self.factor})
