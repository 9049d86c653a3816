"""When points that were not spent are lost."""

from typing import Annotated, Literal

from pydantic import Field

from core.program.fault import fault
from core.program.parts import DAYS_MAX, Amiss, Count, DayOfYear, Part

Rounding = Literal["day", "month", "quarter", "half_year", "year"]
Activity = Literal["earning", "redeeming", "purchase"]

Months = Annotated[
    Count | None,
    Field(
        default=None,
        ge=1,
        le=120,
        description="After so many months.",
        examples=[12],
    ),
]
Days = Annotated[
    Count | None,
    Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="After so many days.",
        examples=[90],
    ),
]


class Lasting(Part):
    """What lasts months or days."""

    months: Months
    days: Days

    def amiss(self) -> Amiss:
        """It must be one of the two."""
        if self.months is None and self.days is None:
            yield "", fault("fault-how-long")
        if self.months is not None and self.days is not None:
            yield "days", fault("fault-months-or-days")


class NoExpiry(Part):
    """Points stay until they are spent."""

    kind: Literal["never"] = Field(
        default="never", description="Points never expire.", examples=["never"]
    )


class RollingExpiry(Lasting):
    """Points expire some time after they were earned."""

    kind: Literal["rolling"] = Field(
        default="rolling",
        description="Points expire `months` or `days` after they were earned.",
        examples=["rolling"],
    )
    round_to: Rounding = Field(
        default="day",
        description="Whether they stay to the end of that day, month, quarter …",
        examples=["month"],
    )


class InactivityExpiry(Lasting):
    """All points expire when the member has done nothing for some time."""

    kind: Literal["inactivity"] = Field(
        description="All points expire `months` or `days` after the last activity.",
        examples=["inactivity"],
    )
    activity: tuple[Activity, ...] = Field(
        default=("purchase", "redeeming"),
        min_length=1,
        max_length=3,
        description="What counts as activity.",
        examples=[["purchase", "redeeming"]],
    )


class CalendarExpiry(Part):
    """Points expire on a day of the year."""

    kind: Literal["calendar"] = Field(
        description="Points expire at the end of the day `on` of the year.",
        examples=["calendar"],
    )
    on: DayOfYear = Field(
        default="12-31",
        description="The last day of a year's points, as month and day.",
        examples=["12-31"],
    )
    years_later: Count = Field(
        default=0,
        ge=0,
        le=10,
        description="How many such days points survive before the one that ends them.",
        examples=[1],
    )


class AnniversaryExpiry(Part):
    """Points expire on the day of the year on which the member joined."""

    kind: Literal["anniversary"] = Field(
        description="Points expire on the anniversary of joining.", examples=["anniversary"]
    )
    years_later: Count = Field(
        default=0,
        ge=0,
        le=10,
        description="How many anniversaries points survive before the one that ends them.",
        examples=[1],
    )


Expiry = Annotated[
    NoExpiry | RollingExpiry | InactivityExpiry | CalendarExpiry | AnniversaryExpiry,
    Field(discriminator="kind"),
]
