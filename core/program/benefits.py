"""What members have besides points: prices, delivery, perks; and what is given again and again."""

from typing import Annotated, Literal

from pydantic import Field

from core.program.conditions import When
from core.program.fault import fault
from core.program.parts import (
    AMOUNT_MAX,
    ID,
    WORTH_MAX,
    Amiss,
    Count,
    Exact,
    Flag,
    Names,
    Part,
    Worth,
)
from core.program.rules.base import Given, gives


class Benefit(Part):
    """What every benefit has."""

    when: When = Field(
        default_factory=When,
        description="When it holds; without it always.",
        examples=[{"channels": ["store"]}],
    )


class DiscountBenefit(Benefit):
    """A percentage off goods; of several for a line the best one counts."""

    kind: Literal["discount"] = Field(description="What members have.", examples=["discount"])
    percent: Exact = Field(
        gt=0,
        le=100,
        decimal_places=2,
        description="The percentage off.",
        examples=["10"],
    )


class FreeShippingBenefit(Benefit):
    """Delivery for nothing."""

    kind: Literal["free_shipping"] = Field(
        description="What members have.", examples=["free_shipping"]
    )
    from_amount: Exact | None = Field(
        default=None,
        alias="from",
        gt=0,
        le=AMOUNT_MAX,
        description="For goods of at least this sum, after discounts.",
        examples=["49.00"],
    )
    method: str | None = Field(
        default=None,
        pattern=ID,
        description="The kind of delivery, as the shop names it; without it any.",
        examples=["same-day"],
    )


class EarlyAccessBenefit(Benefit):
    """Products and sales some days before everybody else."""

    kind: Literal["early_access"] = Field(
        description="What members have.", examples=["early_access"]
    )
    days: Count = Field(ge=1, le=366, description="How many days before the public.", examples=[2])


class PerkBenefit(Benefit):
    """Anything else, in words."""

    kind: Literal["perk"] = Field(description="What members have.", examples=["perk"])
    title: Names = Field(
        description="What members read.", examples=["Invitations to member parties"]
    )


class AccessBenefit(Benefit):
    """The shop is for members alone: nobody without this benefit can order."""

    kind: Literal["access"] = Field(description="What members have.", examples=["access"])

    def amiss(self) -> Amiss:
        """It opens the whole shop."""
        if self.when.names_goods:
            yield "when", fault("fault-access-goods")


AnyBenefit = Annotated[
    DiscountBenefit | FreeShippingBenefit | EarlyAccessBenefit | PerkBenefit | AccessBenefit,
    Field(discriminator="kind"),
]


class Grant(Part):
    """Points or a reward given for holding a tier or a plan."""

    id: str = Field(
        pattern=ID,
        description="The grant's short name in the ledger: small letters, digits and hyphens.",
        examples=["monthly-ten"],
    )
    every: Literal["once", "entry", "month", "year", "calendar_year"] = Field(
        description="Once for ever, at each entry, or at entry and every month or year of it;"
        " calendar_year is at entry and every 1 January.",
        examples=["month"],
    )
    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="The points given.", examples=[100]
    )
    reward: Given
    lapses: Flag = Field(
        default=False,
        description="Whether what was not used is lost when the next one comes.",
        examples=[True],
    )

    def amiss(self) -> Amiss:
        """It must give something, and lapse only if another comes."""
        yield from gives(self)
        if self.lapses and self.every in ("once", "entry"):
            yield "lapses", fault("fault-lapses")


Benefits = Annotated[
    tuple[AnyBenefit, ...],
    Field(
        default=(),
        max_length=30,
        description="What members have besides points.",
        examples=[[{"kind": "discount", "percent": "10"}]],
    ),
]
Grants = Annotated[
    tuple[Grant, ...],
    Field(
        default=(),
        max_length=10,
        description="What is given for holding it, once or again and again.",
        examples=[[{"id": "birthday-ten", "every": "year", "points": 100}]],
    ),
]
