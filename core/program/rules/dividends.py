"""A share of a whole year's purchases."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from core.model import Points
from core.program.fault import fault
from core.program.parts import WORTH_MAX, Amiss, DayOfYear, Exact, Worth
from core.program.rules.base import Rule
from core.program.sentences import DayOfYear as Day
from core.program.sentences import Sentence, under, worth_of_a_point

if TYPE_CHECKING:
    from core.program.schema import Program


class DividendRule(Rule):
    """A share of a whole year's purchases, paid at once after the year."""

    on: Literal["dividend"] = Field(description="What earns the points.", examples=["dividend"])
    percent: Exact = Field(
        gt=0,
        le=100,
        decimal_places=4,
        description="The share of the year's sum; in a points program a point stands for 1.00.",
        examples=["10"],
    )
    year: Literal["calendar", "membership", "plan"] = Field(
        default="calendar",
        description="Which years: from 1 January, or from joining, or from the plan's first day.",
        examples=["calendar"],
    )
    paid_on: DayOfYear | None = Field(
        default=None,
        description="The day after a calendar year on which it is paid, as month and day.",
        examples=["03-01"],
    )
    at_most: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="At most so many points a year.",
        examples=[1000],
    )

    def amiss(self) -> Amiss:
        """Its year must have an end, and it is paid once for it."""
        yield from self.without_effect(("limits",), fault("fault-dividend-limits"))
        if self.year != "calendar" and self.paid_on:
            yield "paid_on", fault("fault-dividend-day")
        if self.year == "plan" and not self.when.plans:
            yield "year", fault("fault-of-which-plan", example='when = { plans = ["…"] }')

    def said(self, program: "Program") -> Iterator[Sentence]:
        """The share, when it is paid, and how much at most."""
        yield Sentence("rules-dividend", {"percent": self.percent, "year": self.year})
        yield from under(worth_of_a_point(program))
        if self.paid_on:
            day = Day.written(self.paid_on)
            yield from under([Sentence("rules-dividend-paid", {"day": day})])
        if self.at_most:
            points = Points(self.at_most)
            most = Sentence("rules-limit-points", {"every": "year", "points": points})
            yield from under([most])
