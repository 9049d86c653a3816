"""What every way to earn has, whatever it is for."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal, Protocol

from pydantic import Field

from core.model import RewardId
from core.program.conditions import When
from core.program.expiry import RollingExpiry
from core.program.fault import Fault, fault
from core.program.parts import AMOUNT_MAX, ID, WORTH_MAX, Amiss, Count, Exact, Flag, Part, Worth
from core.program.sentences import Sentence

if TYPE_CHECKING:
    from core.program.schema import Program

Period = Literal["day", "week", "month", "year", "ever"]

Given = Annotated[
    RewardId | None,
    Field(
        default=None,
        pattern=ID,
        description="The reward that is given, by its id; nothing is taken for it.",
        examples=["welcome-coupon"],
    ),
]


class Giving(Protocol):
    """Whatever gives points, or a reward, or both."""

    @property
    def points(self) -> int | None:
        """The points."""

    @property
    def reward(self) -> RewardId | None:
        """The reward."""


def gives(part: Giving) -> Amiss:
    """What gives must give something."""
    if part.points is None and part.reward is None:
        yield "", fault("fault-gives")


NO_POINTS = fault("fault-no-points")


class Limit(Part):
    """How much a rule gives one member at most; what would exceed it is clipped to the rest."""

    every: Literal["order", "day", "week", "month", "year", "ever"] = Field(
        description="In which time.", examples=["month"]
    )
    points: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="At most so many points.",
        examples=[100],
    )
    times: Count | None = Field(
        default=None,
        ge=1,
        le=1_000_000,
        description="At most so many times.",
        examples=[1],
    )

    def amiss(self) -> Amiss:
        """It must limit something."""
        if self.points is None and self.times is None:
            yield "", fault("fault-limit")
        if self.every == "order" and self.times is not None:
            yield "times", fault("fault-limit-once")


class Rule(Part):
    """What every way to earn has."""

    id: str = Field(
        pattern=ID,
        description="The rule's short name in the ledger: small letters, digits and hyphens.",
        examples=["purchases"],
    )
    when: When = Field(
        default_factory=When,
        description="When the rule holds; without it always.",
        examples=[{"categories": ["beauty"], "weekdays": ["sat", "sun"]}],
    )
    limits: tuple[Limit, ...] = Field(
        default=(),
        max_length=6,
        description="How much it gives one member at most.",
        examples=[[{"every": "month", "points": 100}]],
    )
    expires: RollingExpiry | None = Field(
        default=None,
        description="When its points are lost; without it as [expiry] says.",
        examples=[{"kind": "rolling", "days": 14}],
    )

    def amiss(self) -> Amiss:
        """Each time has one limit: of two for the same the stricter one would be the only one."""
        seen: set[str] = set()
        for limit in self.limits:
            if limit.every in seen:
                yield "limits", fault("fault-limits-twice", example=f'every = "{limit.every}"')
            seen.add(limit.every)

    def said(self, program: "Program") -> Iterator[Sentence]:
        """What it gives, for what: as members read it, with its details below."""
        raise NotImplementedError

    def without_effect(self, names: Iterable[str], amiss: Fault) -> Amiss:
        """What is said in those fields, though it would not matter, and why."""
        for name in names:
            if getattr(self, name) != type(self).model_fields[name].default:
                yield name, amiss


def limits_of_points(rule: Rule) -> Amiss:
    """What gives a reward alone is limited in times."""
    if any(limit.points is not None for limit in rule.limits):
        yield "limits", fault("fault-limits-times")


class GivingRule(Rule):
    """What the rules have that give points or a reward for something that is no order."""

    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="The points given.", examples=[50]
    )
    reward: Given

    def amiss(self) -> Amiss:
        """It must give something, and can't look at orders."""
        yield from super().amiss()
        yield from gives(self)
        for name in self.when.about_orders:
            yield "when", fault("fault-when-orders", name=name)
        if self.points is None and self.reward is not None:
            yield from self.without_effect(("expires",), NO_POINTS)
            yield from limits_of_points(self)


class OrderRule(Rule):
    """What the rules for orders have."""

    minimum: Exact | None = Field(
        default=None,
        gt=0,
        le=AMOUNT_MAX,
        description="The smallest order that earns; without it every order does.",
        examples=["5.00"],
    )
    pending_days: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="Days until the points can be spent.",
        examples=[0],
    )
    pending_until_fulfilled: Flag = Field(
        default=False,
        description="Whether they can be spent only when the order is fulfilled.",
        examples=[True],
    )


class ExtraRule(OrderRule):
    """What the rules have that add to what the rates give."""

    def steps(self, currency: str) -> tuple[tuple[int, int], ...]:
        """Of a table: from so many minor units on, so many points; rising."""
        return ()

    def whole(self, currency: str) -> int:
        """Of a goal: how much reaches it, in minor units or pieces."""
        return 0
