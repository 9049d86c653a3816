"""What pays for something that is no order: joining, the birthday, an action."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from core.program.fault import fault
from core.program.parts import ID, WORTH_MAX, Amiss, Count, Names, Worth
from core.program.rules.base import Given, GivingRule
from core.program.sentences import Sentence, given, under

if TYPE_CHECKING:
    from core.program.schema import Program


class SignupRule(GivingRule):
    """Points or a reward for joining, once."""

    on: Literal["signup"] = Field(description="What earns the points.", examples=["signup"])
    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="Points for joining, once.", examples=[50]
    )
    reward: Given

    def amiss(self) -> Amiss:
        """Joining is once, and whoever joins has no tier, plan or years yet."""
        yield from super().amiss()
        yield from self.without_effect(("limits",), fault("fault-signup-limits"))
        for name in self.when.about_members:
            yield "when", fault("fault-when-members", name=name)

    def said(self, program: "Program") -> Iterator[Sentence]:
        """What joining gives."""
        yield Sentence("rules-signup", {"points": given(program, self.points, self.reward)})


class BirthdayRule(GivingRule):
    """Points or a reward on the birthday, once a year."""

    on: Literal["birthday"] = Field(description="What earns the points.", examples=["birthday"])
    points: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="Points on the birthday, once a year.",
        examples=[100],
    )
    reward: Given
    entered_days_before: Count = Field(
        default=30,
        ge=0,
        le=366,
        description="How many days before the day the birthday must be told at the latest.",
        examples=[30],
    )

    def said(self, program: "Program") -> Iterator[Sentence]:
        """What the birthday gives."""
        yield Sentence("rules-birthday", {"points": given(program, self.points, self.reward)})
        if days := self.entered_days_before:
            yield from under([Sentence("rules-birthday-before", {"days": days})])


class ActionRule(GivingRule):
    """Points or a reward for something done that is no order: the shop reports it by its name."""

    on: Literal["action"] = Field(description="What earns the points.", examples=["action"])
    action: str = Field(
        pattern=ID,
        description="The action's name, as the shop reports it.",
        examples=["review", "newsletter", "social-follow"],
    )
    title: Names = Field(
        description="What members read: what there is to do.",
        examples=["Write a review"],
    )
    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="Points for each time.", examples=[50]
    )
    reward: Given
    starts_days_later: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="Days after the action on which the points come.",
        examples=[0],
    )

    def amiss(self) -> Amiss:
        """Only points can come later."""
        yield from super().amiss()
        if self.points is None and self.reward is not None:
            yield from self.without_effect(("starts_days_later",), fault("fault-reward-at-once"))

    def said(self, program: "Program") -> Iterator[Sentence]:
        """What there is to do, and what it gives."""
        what = given(program, self.points, self.reward)
        yield Sentence("rules-action", {"title": self.title, "points": what})
        if self.starts_days_later:
            later = Sentence("rules-action-later", {"days": self.starts_days_later})
            yield from under([later])
