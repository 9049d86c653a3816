"""When a rule or a benefit holds: what of an order it looks at, whose, and on which days."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.model import TierId
from core.program.fault import fault
from core.program.parts import AMOUNT_MAX, DAYS_MAX, Amiss, Count, Exact, Flag, Id, Part

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Label = Annotated[str, Field(min_length=1, max_length=64)]
Labels = tuple[Label, ...]


class Goods(Part):
    """Some of the goods of an order: a line fits if one of its categories, labels or codes does."""

    categories: Labels = Field(
        default=(),
        max_length=100,
        description="Categories of goods, as the shop names them.",
        examples=[["beauty"]],
    )
    labels: Labels = Field(
        default=(),
        max_length=100,
        description="Labels of goods: a brand, a collection, a mark such as sale.",
        examples=[["west-elm"]],
    )
    skus: Labels = Field(
        default=(),
        max_length=1_000,
        description="Single goods, by the shop's code.",
        examples=[["MUG-1"]],
    )

    @property
    def any(self) -> bool:
        """Whether it speaks of any goods."""
        return bool(self.categories or self.labels or self.skus)


class When(Goods):
    """All that is said must hold; of a list one. What is not said does not matter."""

    without: Goods = Field(
        default_factory=Goods,
        description="Goods that are left out.",
        examples=[{"labels": ["sale"]}],
    )
    tiers: tuple[TierId, ...] = Field(
        default=(),
        max_length=10,
        description="The member is on one of these tiers.",
        examples=[["gold"]],
    )
    plans: tuple[Id, ...] = Field(
        default=(),
        max_length=20,
        description="The member has one of these plans.",
        examples=[["club-plus"]],
    )
    channels: Labels = Field(
        default=(),
        max_length=20,
        description="Where it was bought, as the order says: store, web, app …",
        examples=[["store"]],
    )
    shops: Labels = Field(
        default=(),
        max_length=50,
        description="The shop that reports the order.",
        examples=[["web"]],
    )
    payments: Labels = Field(
        default=(),
        max_length=20,
        description="How it was paid, as the order says.",
        examples=[["club-card"]],
    )
    weekdays: tuple[Weekday, ...] = Field(
        default=(),
        max_length=7,
        description="On these days of the week.",
        examples=[["sat", "sun"]],
    )
    since: date | None = Field(
        default=None,
        description="From this day on.",
        examples=["2026-12-01"],
    )
    until: date | None = Field(
        default=None,
        description="To this day, itself included.",
        examples=["2026-12-24"],
    )
    first_days: Count | None = Field(
        default=None,
        ge=1,
        le=DAYS_MAX,
        description="In the first so many days, the first one included.",
        examples=[30],
    )
    first_days_of: Literal["membership", "tier", "plan"] = Field(
        default="membership",
        description="What the days of `first_days` are counted from.",
        examples=["plan"],
    )
    birthday: Literal["day", "month"] | None = Field(
        default=None,
        description="On the member's birthday, or in its month.",
        examples=["month"],
    )
    chosen_day: Flag = Field(
        default=False,
        description="On the one day a year the member chose.",
        examples=[True],
    )
    order_number: Count | None = Field(
        default=None,
        ge=1,
        le=1_000_000,
        description="Only the member's order of this number; 1 is the first.",
        examples=[1],
    )
    every_nth_order: Count | None = Field(
        default=None,
        ge=2,
        le=1_000,
        description="Every so-manieth order of the member.",
        examples=[10],
    )
    basket_from: Exact | None = Field(
        default=None,
        gt=0,
        le=AMOUNT_MAX,
        description="The order's sum that counts is at least this.",
        examples=["50.00"],
    )

    def amiss(self) -> Amiss:
        """What can never hold, or would not matter."""
        if self.since and self.until and self.since > self.until:
            yield "until", fault("fault-until", since=str(self.since), found=str(self.until))
        if self.first_days is None and self.first_days_of != "membership":
            yield "first_days_of", fault("fault-first-days", example="first_days = 30")
        if self.first_days is not None and self.first_days_of == "plan" and not self.plans:
            yield "first_days_of", fault("fault-of-which-plan", example='plans = ["…"]')

    @property
    def names_goods(self) -> bool:
        """Whether it is for some goods alone."""
        return self.any or self.without.any

    @property
    def about_orders(self) -> list[str]:
        """What it says that only an order can have."""
        return [name for name in _OF_ORDERS if getattr(self, name) not in _UNSAID]

    @property
    def about_members(self) -> list[str]:
        """What it says of who has been a member for a while."""
        return [name for name in _OF_MEMBERS if getattr(self, name) not in _UNSAID]


_UNSAID = ((), None, False, Goods())
_OF_MEMBERS = ("tiers", "plans", "first_days", "birthday", "chosen_day")
_OF_ORDERS = (
    *("categories", "labels", "skus", "without", "channels", "shops", "payments"),
    *("order_number", "every_nth_order", "basket_from"),
)
