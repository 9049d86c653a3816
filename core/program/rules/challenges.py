"""Goals over several orders: a punch card, a sum a month, weeks in a row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from core.money import to_minor
from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, WORTH_MAX, Amiss, Exact, Flag, Names, Worth
from core.program.rules.base import (
    NO_POINTS,
    ExtraRule,
    Given,
    Period,
    gives,
    limits_of_points,
)
from core.program.sentences import Sentence, given, under

if TYPE_CHECKING:
    from core.program.schema import Program

STREAKS = ("days", "weeks", "months")
"""What is counted in a row."""


class ChallengeRule(ExtraRule):
    """Points or a reward for reaching a goal over several orders: a punch card is one."""

    on: Literal["challenge"] = Field(description="What earns the points.", examples=["challenge"])
    counts: Literal["spend", "orders", "items", "days", "weeks", "months"] = Field(
        description="What is counted; days, weeks and months are in a row, with an order in each.",
        examples=["items"],
    )
    goal: Exact = Field(
        gt=0,
        le=AMOUNT_MAX,
        description="How much reaches the goal; a sum for spend, else a whole number.",
        examples=["30.00", 10],
    )
    every: Period = Field(
        default="ever",
        description="When the count starts anew.",
        examples=["month"],
    )
    repeats: Flag = Field(
        default=False,
        description="Whether the goal can be reached again in the same time, with what is left.",
        examples=[True],
    )
    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="Points for the goal.", examples=[100]
    )
    reward: Given
    title: Names | None = Field(
        default=None,
        description="What members read it is called.",
        examples=["Coffee card"],
    )

    def amiss(self) -> Amiss:
        """It must give something, for a goal that can be counted."""
        yield from super().amiss()
        yield from gives(self)
        if self.points is None and self.reward is not None:
            fields = ("expires", "pending_days", "pending_until_fulfilled")
            yield from self.without_effect(fields, NO_POINTS)
            yield from limits_of_points(self)
        if self.counts in STREAKS and self.every != "ever":
            yield "every", fault("fault-streak", counts=self.counts)
        if self.counts != "spend" and self.goal % 1:
            yield "goal", fault("fault-whole-goal", counts=self.counts, found=str(self.goal))

    def whole(self, currency: str) -> int:
        """What reaches the goal."""
        return to_minor(self.goal, currency) if self.counts == "spend" else int(self.goal)

    def said(self, program: "Program") -> Iterator[Sentence]:
        """What it gives; its goal and its time below it."""
        what = given(program, self.points, self.reward)
        if self.title:
            yield Sentence("rules-challenge-titled", {"title": self.title, "points": what})
        else:
            yield Sentence("rules-challenge", {"points": what})
        again = "rules-challenge-repeats" if self.repeats else "rules-challenge-once"
        yield from under([self._goal_said(program), Sentence(again, {"every": self.every})])

    def _goal_said(self, program: "Program") -> Sentence:
        count = int(self.goal)
        match self.counts:
            case "spend":
                return Sentence("rules-goal-spend", {"amount": program.money(self.goal)})
            case "orders":
                return Sentence("rules-goal-orders", {"goal": count})
            case "items":
                return Sentence("rules-goal-items", {"goal": count})
            case "days":
                return Sentence("rules-goal-days", {"goal": count})
            case "weeks":
                return Sentence("rules-goal-weeks", {"goal": count})
            case "months":
                return Sentence("rules-goal-months", {"goal": count})
