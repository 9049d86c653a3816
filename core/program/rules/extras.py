"""What is added to the rates for an order: for each, for each piece, by its size."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from core.model import Points
from core.money import to_minor
from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, WORTH_MAX, Amiss, Exact, Part, Worth
from core.program.rules.base import ExtraRule
from core.program.sentences import Sentence, under

if TYPE_CHECKING:
    from core.program.schema import Program


class OrderBonusRule(ExtraRule):
    """Points for an order, whatever its sum."""

    on: Literal["order"] = Field(description="What earns the points.", examples=["order"])
    points: Worth = Field(ge=1, le=WORTH_MAX, description="Points for each order.", examples=[5])

    def said(self, program: "Program") -> Iterator[Sentence]:
        """So many points for an order."""
        yield Sentence("rules-order", {"points": Points(self.points)})


class ItemRule(ExtraRule):
    """Points for every piece bought."""

    on: Literal["item"] = Field(description="What earns the points.", examples=["item"])
    points: Worth = Field(ge=1, le=WORTH_MAX, description="Points for each piece.", examples=[2])

    def said(self, program: "Program") -> Iterator[Sentence]:
        """So many points for a piece."""
        yield Sentence("rules-item", {"points": Points(self.points)})


class Bracket(Part):
    """A step of a bracket table."""

    from_amount: Exact = Field(
        alias="from",
        gt=0,
        le=AMOUNT_MAX,
        description="From this sum on, itself included.",
        examples=["1000.00"],
    )
    points: Worth = Field(
        ge=1, le=WORTH_MAX, description="Points for an order of that size.", examples=[100]
    )


class BracketsRule(ExtraRule):
    """Points by the order's size, from a table."""

    on: Literal["brackets"] = Field(description="What earns the points.", examples=["brackets"])
    brackets: tuple[Bracket, ...] = Field(
        min_length=1,
        max_length=50,
        description="The table: the highest step the order reaches counts.",
        examples=[[{"from": "1000.00", "points": 100}]],
    )

    def amiss(self) -> Amiss:
        """Its steps rise."""
        yield from super().amiss()
        sums = [step.from_amount for step in self.brackets]
        if any(low >= high for low, high in pairwise(sums)):
            yield "brackets", fault("fault-steps")

    def steps(self, currency: str) -> tuple[tuple[int, int], ...]:
        """The table in minor units."""
        return tuple((to_minor(step.from_amount, currency), step.points) for step in self.brackets)

    def said(self, program: "Program") -> Iterator[Sentence]:
        """The table, step by step."""
        yield Sentence("rules-brackets")
        for step in self.brackets:
            amount = program.money(step.from_amount)
            said = Sentence("rules-bracket", {"amount": amount, "points": Points(step.points)})
            yield from under([said])
