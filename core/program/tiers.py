"""The tiers: what reaches them, in which time, what keeps them, what they give."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from core.model import TierId
from core.program.benefits import Benefits, Grants
from core.program.fault import fault
from core.program.parts import ID, WORTH_MAX, Amiss, Count, Exact, Flag, Names, Part, Worth

Metric = Literal["points", "all_points", "spend", "orders", "items"]
METRICS: tuple[Metric, ...] = ("points", "all_points", "spend", "orders", "items")


class LifetimeWindow(Part):
    """Everything ever earned counts for the tier."""

    kind: Literal["lifetime"] = Field(
        default="lifetime", description="All that was ever earned counts.", examples=["lifetime"]
    )


class CalendarYearWindow(Part):
    """What was earned since 1 January counts; the tier holds through the next year too."""

    kind: Literal["calendar_year"] = Field(
        description="What was earned since 1 January counts.", examples=["calendar_year"]
    )


class AnniversaryWindow(Part):
    """What was earned since the last anniversary of joining counts; it holds through the next."""

    kind: Literal["anniversary"] = Field(
        description="What was earned since the anniversary of joining counts.",
        examples=["anniversary"],
    )


class RollingWindow(Part):
    """What was earned in the last months counts for the tier."""

    kind: Literal["rolling"] = Field(
        description="What was earned in the last `months` counts.", examples=["rolling"]
    )
    months: Count = Field(ge=1, le=120, description="How many months count.", examples=[12])


Window = Annotated[
    LifetimeWindow | CalendarYearWindow | AnniversaryWindow | RollingWindow,
    Field(discriminator="kind"),
]


class Threshold(Part):
    """How much of what reaches a tier; of several one is enough."""

    points: Worth | None = Field(
        default=None,
        ge=0,
        le=100 * WORTH_MAX,
        description="Points for purchases, in the window.",
        examples=[500],
    )
    all_points: Worth | None = Field(
        default=None,
        ge=0,
        le=100 * WORTH_MAX,
        description="Points of every kind that were earned, in the window.",
        examples=[500],
    )
    spend: Exact | None = Field(
        default=None,
        ge=0,
        le=100 * WORTH_MAX,
        description="The sum of the orders in the window.",
        examples=["500.01"],
    )
    orders: Count | None = Field(
        default=None, ge=0, le=1_000_000, description="Orders in the window.", examples=[6]
    )
    items: Count | None = Field(
        default=None, ge=0, le=1_000_000, description="Pieces in the window.", examples=[40]
    )

    def amiss(self) -> Amiss:
        """It must ask for something."""
        if not self.parts:
            yield "", fault("fault-threshold", example="{ points = 500 }")

    @property
    def parts(self) -> Mapping[Metric, int | Decimal]:
        """What is said, by metric."""
        said = {metric: getattr(self, metric) for metric in METRICS}
        return {metric: value for metric, value in said.items() if value is not None}


def _threshold(value: object) -> object:
    """A bare number is one of points, the most usual measure."""
    return {"points": value} if isinstance(value, int | str) and value is not True else value


Reaching = Annotated[
    Threshold,
    BeforeValidator(_threshold),
    WithJsonSchema({"anyOf": [{"type": ["integer", "string"]}, Threshold.model_json_schema()]}),
]


class Tier(Part):
    """A level of the program."""

    id: TierId = Field(
        pattern=ID,
        description="The tier's short name: small letters, digits and hyphens.",
        examples=["silver"],
    )
    title: Names = Field(
        description="What members read: one word for all, or one per language.",
        examples=["Silver", {"en": "Silver", "uk": "Срібний"}],
    )
    reach: Reaching | None = Field(
        default=None,
        alias="from",
        description="What reaches the tier: points, or a table of which one is enough;"
        " 0 for the first; without it only staff can give it.",
        examples=[500, {"spend": "500.00", "orders": 12}],
    )
    keep: Reaching | None = Field(
        default=None,
        description="What keeps the tier when its time is over; without it what reaches it.",
        examples=[300],
    )
    factor: Exact = Field(
        default=Decimal(1),
        gt=0,
        le=100,
        decimal_places=4,
        description="What points for purchases are multiplied by on this tier.",
        examples=["1.25"],
    )
    benefits: Benefits
    grants: Grants


MEMBER = {
    "id": "member",
    "title": {
        "en": "Member",
        "uk": "Учасник",
        "ru": "Участник",
        "pl": "Uczestnik",
        "ro": "Membru",
    },
    "from": 0,
}


def one_level() -> "Tiers":
    """The tiers of a program without tiers."""
    return Tiers.model_validate({"levels": [MEMBER]})


class Tiers(Part):
    """The levels, and what counts for them."""

    window: Window = Field(
        default_factory=LifetimeWindow,
        description="In which time what reaches a tier is counted.",
        examples=[{"kind": "rolling", "months": 12}],
    )
    fall: Literal["recalculated", "one_down", "never"] = Field(
        default="recalculated",
        description="Where a member goes who does not keep the tier.",
        examples=["one_down"],
    )
    grace_days: Count = Field(
        default=0,
        ge=0,
        le=366,
        description="How many more days the tier holds before that.",
        examples=[30],
    )
    pending: Flag = Field(
        default=True,
        description="Whether points of orders count for a tier before they can be spent.",
        examples=[False],
    )
    inherit: Flag = Field(
        default=True,
        description="Whether a tier has the benefits of those below it too.",
        examples=[True],
    )
    levels: tuple[Tier, ...] = Field(
        min_length=1,
        max_length=10,
        description="The tiers from the lowest to the highest.",
        examples=[[{"id": "bronze", "title": "Bronze", "from": 0}]],
    )
