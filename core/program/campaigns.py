"""Campaigns: what members are written without asking, one class each; `kind` says which it is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from core.model import Purpose
from core.program.fault import Wrong, fault
from core.program.parts import ID, WORTH_MAX, Amiss, Count, Exact, Flag, Language, Part, Worth
from core.program.rules.base import Given, gives
from core.program.values import suggestion
from core.program.wordings import SAME, amiss_in, events_of

TEXT_MAX = 500


def _writable(text: str) -> str:
    """Refuse what no message needs: control characters, but for line breaks."""
    if not text.replace("\n", "").isprintable():
        raise Wrong(fault("fault-control"))
    return text


Text = Annotated[str, Field(min_length=1, max_length=TEXT_MAX), AfterValidator(_writable)]
Days = Annotated[Count, Field(ge=1, le=366)]


class Offer(Part):
    """What is given together with a message."""

    points: Worth | None = Field(
        default=None, ge=1, le=WORTH_MAX, description="Points that are given.", examples=[50]
    )
    reward: Given
    factor: Exact | None = Field(
        default=None,
        gt=1,
        le=100,
        decimal_places=4,
        description="What the member's purchases earn is multiplied by this, if no other factor is"
        " higher.",
        examples=["2"],
    )
    days: Days | None = Field(
        default=None, description="For so many days after that day.", examples=[7]
    )

    def amiss(self) -> Amiss:
        """It must give something; a factor and its days belong together."""
        if (self.factor is None) != (self.days is None):
            yield "factor", fault("fault-factor-days")
        if self.factor is None:
            yield from gives(self)


class Campaign(Part):
    """What every campaign has."""

    id: str = Field(
        pattern=ID,
        description="The campaign's short name: small letters, digits and hyphens.",
        examples=["expiry"],
    )
    on: Flag = Field(default=True, description="Whether it is sent.", examples=[False])
    channels: tuple[Literal["telegram", "sms"], ...] = Field(
        default=("telegram", "sms"),
        min_length=1,
        max_length=2,
        description="Where it is sent, in this order, as far as the member can be reached there.",
        examples=[["telegram"]],
    )
    both: Flag = Field(
        default=False,
        description="Whether it is sent on every channel instead of the first that works.",
        examples=[True],
    )
    purpose: Literal["transactional", "marketing"] | None = Field(
        default=None,
        description="What members must have agreed to; without it as its kind is.",
        examples=["marketing"],
    )
    hour: Count = Field(
        default=10,
        ge=0,
        le=23,
        description="The hour of the member's day at which it is sent, if no act causes it.",
        examples=[10],
    )
    texts: Mapping[str, Mapping[Language, Text]] = Field(
        default_factory=dict,
        description="Words of your own, per language; what is in braces is put in.",
        examples=[{"warning": {"en": "Use {points} by {date}."}}],
    )
    control: Count = Field(
        default=0,
        ge=0,
        le=50,
        description="Of a hundred members, so many are not written to, to see what difference it"
        " makes.",
        examples=[10],
    )
    at_most_a_week: Count | None = Field(
        default=None,
        ge=1,
        le=50,
        description="How often a member gets it in seven days at most.",
        examples=[2],
    )

    @property
    def about(self) -> str:
        """Its kind."""
        return str(getattr(self, "kind"))  # noqa: B009 every class of a kind has it

    @property
    def means(self) -> Purpose:
        """What members must have agreed to."""
        return Purpose(self.purpose) if self.purpose else DEFAULT_PURPOSE[self.about]

    @property
    def gift(self) -> Offer | None:
        """What is given together with the message."""
        return None

    def own_text(self, key: str, language: str) -> str | None:
        """The program's own words for that sentence of the kind, in that language."""
        names = {name: event for event, name in events_of(self.about).items()}
        for one in (key, SAME.get(key, key)):
            if text := self.texts.get(names.get(one, ""), {}).get(language):
                return text
        return None

    def amiss(self) -> Amiss:
        """Own words must be for what it tells, and show what that has."""
        events = events_of(self.about)
        for event, texts in self.texts.items():
            if event not in events:
                there = ", ".join(events)
                near = suggestion(event, events)
                yield "texts", fault("fault-event", event=event, known=there, near=near)
                continue
            for text in texts.values():
                for amiss in amiss_in(text, events[event]):
                    yield "texts", amiss
        if len(set(self.channels)) < len(self.channels):
            yield "channels", fault("fault-each-once")
        if self.gift and self.purpose == "transactional":
            yield "purpose", fault("fault-offer-purpose")


class OfferingCampaign(Campaign):
    """A campaign that can give something."""

    offer: Offer | None = Field(
        default=None,
        description="What is given together with it, to who may be written to.",
        examples=[{"points": 50}],
    )

    @property
    def gift(self) -> Offer | None:
        """What is given together with the message."""
        return self.offer


class BirthdayCampaign(Campaign):
    """The birthday present is there; before that, that it will be."""

    kind: Literal["birthday"] = Field(description="What it is about.", examples=["birthday"])
    lead_days: Count = Field(
        default=0,
        ge=0,
        le=60,
        description="So many days before, the present is announced; 0: it is not.",
        examples=[7],
    )


class ExpiryCampaign(Campaign):
    """Points will be lost."""

    kind: Literal["expiry"] = Field(description="What it is about.", examples=["expiry"])
    days: tuple[Days, ...] = Field(
        default=(30, 7, 1),
        min_length=1,
        max_length=5,
        description="So many days before the last day on which they can be used.",
        examples=[[30, 7, 1]],
    )


class PendingCampaign(Campaign):
    """Points that had to wait can be spent."""

    kind: Literal["pending"] = Field(description="What it is about.", examples=["pending"])


class TierCampaign(Campaign):
    """Another tier was reached, or the tier will end or has ended; what it gave."""

    kind: Literal["tier"] = Field(description="What it is about.", examples=["tier"])
    days: tuple[Days, ...] = Field(
        default=(30,),
        max_length=5,
        description="So many days before the tier ends, what is missing to keep it is told.",
        examples=[[30]],
    )


class VoucherCampaign(Campaign):
    """A voucher came by itself, or will end unused."""

    kind: Literal["voucher"] = Field(description="What it is about.", examples=["voucher"])
    days: tuple[Days, ...] = Field(
        default=(7, 1),
        max_length=5,
        description="So many days before the last day on which it can be used.",
        examples=[[7, 1]],
    )


class RewardCampaign(Campaign):
    """The points have come to suffice for a reward."""

    kind: Literal["reward"] = Field(description="What it is about.", examples=["reward"])


class CartCampaign(OfferingCampaign):
    """A cart was left in the shop."""

    kind: Literal["cart"] = Field(description="What it is about.", examples=["cart"])
    delay_minutes: Count = Field(
        default=60,
        ge=5,
        le=10_080,
        description="Minutes without a change after which the cart counts as left.",
        examples=[60],
    )


class WinbackCampaign(OfferingCampaign):
    """Nothing was bought for long."""

    kind: Literal["winback"] = Field(description="What it is about.", examples=["winback"])
    days: Days = Field(
        default=60, description="So many days after the last purchase.", examples=[60]
    )


class PlanCampaign(Campaign):
    """A membership will end, has ended, or gave something."""

    kind: Literal["plan"] = Field(description="What it is about.", examples=["plan"])
    days: tuple[Days, ...] = Field(
        default=(7,),
        max_length=5,
        description="So many days before the first day that is not paid.",
        examples=[[7]],
    )


class DividendCampaign(Campaign):
    """A year's dividend was paid."""

    kind: Literal["dividend"] = Field(description="What it is about.", examples=["dividend"])


class AnniversaryCampaign(OfferingCampaign):
    """So many years ago the member joined."""

    kind: Literal["anniversary"] = Field(description="What it is about.", examples=["anniversary"])


class ReferralCampaign(Campaign):
    """A friend joined, or brought something; who has brought nobody is told that it pays."""

    kind: Literal["referral"] = Field(description="What it is about.", examples=["referral"])
    nudge_days: Days | None = Field(
        default=None,
        description="So many days after joining, who has brought nobody is told how; without it"
        " nobody is.",
        examples=[14],
    )


class PurchaseCampaign(Campaign):
    """A purchase brought points."""

    kind: Literal["purchase"] = Field(description="What it is about.", examples=["purchase"])


class RatingCampaign(Campaign):
    """A purchase is to be rated with one to five stars. It is off unless the file has it."""

    kind: Literal["rating"] = Field(description="What it is about.", examples=["rating"])
    hours: Count = Field(
        default=24, ge=1, le=720, description="So many hours after the purchase.", examples=[24]
    )
    every_days: Days = Field(
        default=30, description="A member is asked once in so many days at most.", examples=[30]
    )
    points: Worth | None = Field(
        default=None,
        ge=1,
        le=WORTH_MAX,
        description="Points for a rating, whatever it says.",
        examples=[10],
    )


class TakenCampaign(Campaign):
    """Points were taken back."""

    kind: Literal["taken"] = Field(description="What it is about.", examples=["taken"])


class GivenCampaign(Campaign):
    """Points were given by hand, or came back."""

    kind: Literal["given"] = Field(description="What it is about.", examples=["given"])


class BroadcastCampaign(OfferingCampaign):
    """What an owner writes to many at once; no program file has it."""

    kind: Literal["broadcast"] = Field(description="What it is about.", examples=["broadcast"])

    @property
    def means(self) -> Purpose:
        """Nobody asked for it."""
        return Purpose.MARKETING


AnyCampaign = Annotated[
    BirthdayCampaign
    | ExpiryCampaign
    | PendingCampaign
    | TierCampaign
    | VoucherCampaign
    | RewardCampaign
    | CartCampaign
    | WinbackCampaign
    | PlanCampaign
    | DividendCampaign
    | AnniversaryCampaign
    | ReferralCampaign
    | PurchaseCampaign
    | RatingCampaign
    | TakenCampaign
    | GivenCampaign,
    Field(discriminator="kind"),
]

MARKETING = {"birthday", "reward", "cart", "winback", "anniversary", "rating"}
DEFAULTS: tuple[Campaign, ...] = (
    BirthdayCampaign(id="birthday", kind="birthday"),
    ExpiryCampaign(id="expiry", kind="expiry"),
    PendingCampaign(id="pending", kind="pending"),
    TierCampaign(id="tier", kind="tier"),
    VoucherCampaign(id="voucher", kind="voucher"),
    RewardCampaign(id="reward", kind="reward", channels=("telegram",), at_most_a_week=1),
    CartCampaign(id="cart", kind="cart", at_most_a_week=2),
    WinbackCampaign(id="winback", kind="winback"),
    PlanCampaign(id="plan", kind="plan"),
    DividendCampaign(id="dividend", kind="dividend"),
    AnniversaryCampaign(id="anniversary", kind="anniversary", channels=("telegram",)),
    ReferralCampaign(id="referral", kind="referral"),
    PurchaseCampaign(id="purchase", kind="purchase", channels=("telegram",)),
    TakenCampaign(id="taken", kind="taken"),
    GivenCampaign(id="given", kind="given"),
    RatingCampaign(id="rating", kind="rating", on=False),
)
"""What a program sends of the kinds that its file does not name."""

DEFAULT_PURPOSE: Mapping[str, Purpose] = {
    one.about: Purpose.MARKETING if one.about in MARKETING else Purpose.TRANSACTIONAL
    for one in DEFAULTS
}


def in_force(written: Iterable[Campaign]) -> Iterator[Campaign]:
    """Those of the file, and the usual ones of the kinds it does not name."""
    of_file = tuple(written)
    yield from of_file
    named = {one.about for one in of_file}
    taken = {one.id for one in of_file}
    for usual in DEFAULTS:
        if usual.about not in named and usual.id not in taken:
            yield usual
