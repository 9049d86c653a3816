"""What points can be spent on, and what is given for nothing: one class a kind."""

from datetime import date
from decimal import Decimal
from math import gcd, lcm
from typing import Annotated, Literal

from pydantic import Field

from core.model import RewardId, TierId
from core.money import to_minor
from core.program.conditions import Goods
from core.program.fault import fault
from core.program.parts import (
    AMOUNT_MAX,
    DAYS_MAX,
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


class RewardPart(Part):
    """What every reward has."""

    id: RewardId = Field(
        pattern=ID,
        description="The word members redeem it by: small letters, digits and hyphens.",
        examples=["coffee"],
    )
    title: Names = Field(
        description="What members read: one name for all, or one per language.",
        examples=["Free coffee", {"en": "Free coffee", "uk": "Кава в подарунок"}],
    )
    cost: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="What it costs in points; without it it can only be given.",
        examples=[60],
    )
    unlocks_at: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="Without a cost: the balance that opens it; nothing is taken.",
        examples=[1000],
    )
    automatic: Flag = Field(
        default=False,
        description="Whether it is redeemed by itself as soon as the points suffice.",
        examples=[True],
    )
    stock: Count | None = Field(
        default=None,
        ge=0,
        le=1_000_000,
        description="How many there are; without it there is no end.",
        examples=[100],
    )
    per_member: Count | None = Field(
        default=None,
        ge=1,
        le=1_000,
        description="How often one member can have it; without it any number of times.",
        examples=[1],
    )
    tier: TierId | None = Field(
        default=None,
        pattern=ID,
        description="The lowest tier that can have it; without it everybody can.",
        examples=["silver"],
    )
    plan: str | None = Field(
        default=None,
        pattern=ID,
        description="The plan that can have it; without it everybody can.",
        examples=["club-plus"],
    )
    voucher_days: Count | None = Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="How many days the voucher can be used; without it always.",
        examples=[30],
    )
    voucher_months: Count | None = Field(
        default=None,
        ge=1,
        le=120,
        description="How many months the voucher can be used, instead of days.",
        examples=[6],
    )

    def amiss(self) -> Amiss:
        """There is one way to get it, and one end of its voucher."""
        if self.cost is not None and self.unlocks_at is not None:
            yield "unlocks_at", fault("fault-has-cost")
        if self.automatic and self.cost is None:
            yield "automatic", fault("fault-automatic")
        if self.voucher_days is not None and self.voucher_months is not None:
            yield "voucher_months", fault("fault-voucher-months")

    @property
    def price(self) -> int:
        """What it costs in points; 0 when nothing is taken."""
        return self.cost or 0


class HoldableReward(RewardPart):
    """What the rewards have whose voucher is used up in a shop."""

    hold: Flag = Field(
        default=False,
        description="Whether its points are only set aside until the voucher is used; if it lapses"
        " unused they come back, with their old dates.",
        examples=[True],
    )

    def amiss(self) -> Amiss:
        """What is held is points, and it comes back one day."""
        yield from super().amiss()
        yield from self._hold_amiss(self.cost is not None)

    def _hold_amiss(self, costs: bool) -> Amiss:
        if not self.hold:
            return
        if not costs:
            yield "hold", fault("fault-hold-free")
        elif self.voucher_days is None and self.voucher_months is None:
            yield "hold", fault("fault-hold-days")
        if self.automatic:
            yield "hold", fault("fault-hold-automatic")


class CheckoutReward(HoldableReward):
    """What the rewards that change an order's price have."""

    minimum: Exact | None = Field(
        default=None,
        gt=0,
        le=AMOUNT_MAX,
        description="The smallest order the voucher can be used for.",
        examples=["20.00"],
    )
    goods: Goods = Field(
        default_factory=Goods,
        description="The goods it is for; without it all.",
        examples=[{"categories": ["toys"]}],
    )
    without: Goods = Field(
        default_factory=Goods,
        description="The goods it is not for.",
        examples=[{"labels": ["sale"]}],
    )


class GiftReward(HoldableReward):
    """A thing or a service, handed over for the voucher."""

    kind: Literal["gift"] = Field(description="What the voucher gives.", examples=["gift"])


class ProductReward(HoldableReward):
    """One of the shop's own goods, free in an order."""

    kind: Literal["product"] = Field(description="What the voucher gives.", examples=["product"])
    sku: str = Field(
        min_length=1, max_length=64, description="The shop's code for it.", examples=["MUG-1"]
    )


class AmountOffReward(CheckoutReward):
    """A sum off one order."""

    kind: Literal["amount_off"] = Field(
        description="What the voucher gives.", examples=["amount_off"]
    )
    amount: Exact = Field(
        gt=0, le=AMOUNT_MAX, description="The sum off one order.", examples=["5.00"]
    )
    max_share: Exact | None = Field(
        default=None,
        gt=0,
        le=100,
        description="The largest share of an order it pays, in percent.",
        examples=["50"],
    )


class FlexibleReward(CheckoutReward):
    """A sum off one order, as large as the member chooses: `redeem points-off 300`."""

    kind: Literal["flexible"] = Field(description="What the voucher gives.", examples=["flexible"])
    points: Worth = Field(
        ge=1,
        le=WORTH_MAX,
        description="So many points …",
        examples=[100],
    )
    amount: Exact = Field(
        gt=0, le=AMOUNT_MAX, description="… are worth this sum.", examples=["1.00"]
    )
    at_least: Worth = Field(
        default=1,
        ge=1,
        le=WORTH_MAX,
        description="The fewest points a member can choose.",
        examples=[100],
    )
    at_most: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="The most points a member can choose at once.",
        examples=[5000],
    )
    step: Worth = Field(
        default=1,
        ge=1,
        le=WORTH_MAX,
        description="Only multiples of so many points can be chosen.",
        examples=[100],
    )
    max_share: Exact | None = Field(
        default=None,
        gt=0,
        le=100,
        description="The largest share of an order it pays, in percent.",
        examples=["30"],
    )

    def amiss(self) -> Amiss:
        """The member chooses what it costs, from a range that has something in it."""
        for name in ("cost", "unlocks_at", "automatic"):
            if getattr(self, name):
                yield name, fault("fault-chosen-points")
        if self.at_most is not None and self.at_most < max(self.at_least, self.step):
            yield "at_most", fault("fault-at-most-less")
        if self.voucher_days is not None and self.voucher_months is not None:
            yield "voucher_months", fault("fault-voucher-months")
        yield from self._hold_amiss(True)

    def grain(self, currency: str) -> int:
        """The points between two that can be chosen: whole steps, worth whole minor units."""
        minor = to_minor(self.amount, currency)
        return lcm(self.step, self.points // gcd(self.points, minor))

    def worth(self, points: int) -> Decimal:
        """The sum so many points are worth, exactly."""
        return self.amount * points / self.points


class PercentOffReward(CheckoutReward):
    """A percentage off one order."""

    kind: Literal["percent_off"] = Field(
        description="What the voucher gives.", examples=["percent_off"]
    )
    percent: Exact = Field(
        gt=0,
        le=100,
        decimal_places=2,
        description="The percentage off one order.",
        examples=["20"],
    )
    one_item: Flag = Field(
        default=False,
        description="Whether it is off one piece alone, the dearest that fits.",
        examples=[True],
    )


class FreeShippingReward(CheckoutReward):
    """Delivery of one order for nothing."""

    kind: Literal["free_shipping"] = Field(
        description="What the voucher gives.", examples=["free_shipping"]
    )


class RaffleReward(RewardPart):
    """A ticket for a draw that everybody can check."""

    kind: Literal["raffle"] = Field(description="What the points give.", examples=["raffle"])
    draw_on: date = Field(
        description="The day of the draw; tickets are sold until it begins.",
        examples=["2026-12-24"],
    )
    winners: Count = Field(
        default=1, ge=1, le=1_000, description="How many tickets win.", examples=[3]
    )


class EventReward(RewardPart):
    """A place at an event; `stock` is how many there are."""

    kind: Literal["event"] = Field(description="What the voucher gives.", examples=["event"])
    on: date = Field(description="The day of the event.", examples=["2026-12-05"])
    place: Names | None = Field(
        default=None, description="Where it is.", examples=["Main Street shop"]
    )


class EarlyAccessReward(RewardPart):
    """The right to buy before everybody else."""

    kind: Literal["early_access"] = Field(
        description="What the voucher gives.", examples=["early_access"]
    )
    opens: date = Field(description="The day it opens for the public.", examples=["2026-12-01"])
    days: Count = Field(ge=1, le=366, description="How many days before that.", examples=[2])


class Cause(Part):
    """What members can give for."""

    id: str = Field(
        pattern=ID,
        description="The cause's short name: small letters, digits and hyphens.",
        examples=["wildlife"],
    )
    title: Names = Field(description="What members read.", examples=["Wildlife"])


class DonationReward(RewardPart):
    """A sum the shop gives to a cause the member picks. It is final."""

    kind: Literal["donation"] = Field(description="What the points give.", examples=["donation"])
    amount: Exact = Field(
        gt=0, le=AMOUNT_MAX, description="The sum that is given.", examples=["10.00"]
    )
    causes: tuple[Cause, ...] = Field(
        min_length=1,
        max_length=20,
        description="The causes there are.",
        examples=[[{"id": "wildlife", "title": "Wildlife"}]],
    )

    def amiss(self) -> Amiss:
        """Each cause is there once, and one alone if nobody is asked."""
        yield from super().amiss()
        if len({cause.id for cause in self.causes}) < len(self.causes):
            yield "causes", fault("fault-causes")
        if self.automatic and len(self.causes) > 1:
            yield "automatic", fault("fault-causes-automatic")
        for name in ("voucher_days", "voucher_months"):
            if getattr(self, name) is not None:
                yield name, fault("fault-no-voucher")


class PartnerCodeReward(RewardPart):
    """A code of a partner's, from the pool the shop has filled."""

    kind: Literal["partner_code"] = Field(
        description="What the points give.", examples=["partner_code"]
    )
    partner: str = Field(
        min_length=1, max_length=64, description="Whose code it is.", examples=["City Cinema"]
    )


Reward = (
    GiftReward
    | ProductReward
    | AmountOffReward
    | FlexibleReward
    | PercentOffReward
    | FreeShippingReward
    | RaffleReward
    | EventReward
    | EarlyAccessReward
    | DonationReward
    | PartnerCodeReward
)
AnyReward = Annotated[Reward, Field(discriminator="kind")]
