"""What the API takes. Nothing of this goes into the core."""

from typing import Annotated, Literal, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    Field,
    field_validator,
    model_validator,
)

from bot.web.baskets import CustomerIn
from bot.web.fields import (
    Amount,
    BirthdayText,
    Code,
    Email,
    Flag,
    Instant,
    Mark,
    Name,
    OrderId,
    Phone,
    PointsCount,
    Reason,
    Shop,
    TelegramId,
    Text,
    TimezoneText,
    Unsaid,
    shown_as,
)
from core import tagging
from core.model import Purpose


class ActionIn(BaseModel):
    """Something a member did that is no order."""

    member: CustomerIn = Field(description="Who did it; a stranger is answered null.")
    action: Mark = Field(
        min_length=1, description="As the program file names it.", examples=["review"]
    )
    reference: OrderId = Field(
        description="Which one it was: the review's or the product's id, the day … The same one"
        " again is the same act.",
        examples=["review-17"],
    )
    occurred_at: Instant
    shop: Shop | None = Field(
        default=None, description="Needed where `member` has the `id` of a shop's customer."
    )
    cancelled: Flag = Field(
        default=False, description="It was taken back, as a deleted review is. That is final."
    )


class PaymentIn(BaseModel):
    """A paid membership was bought or renewed."""

    plan: Mark = Field(min_length=1, description="The plan's id.", examples=["club-plus"])
    paid_at: Instant
    reference: OrderId = Field(description="Which payment it was; the same one again is the same.")
    amount: Amount | None = Field(default=None, description="Without it the plan's price.")


class PlanRefundIn(BaseModel):
    """A membership's payment was given back."""

    reference: OrderId = Field(description="Which payment it was.")


class DecisionIn(BaseModel):
    """Whether a membership that was applied for is given."""

    plan: Mark = Field(min_length=1, description="The plan's id.")
    approve: Flag = Field(description="false also closes one that was approved before.")


class TierIn(BaseModel):
    """A tier given by hand."""

    tier: Mark | None = Field(
        description="The tier's id; null gives the member the tier they reach again."
    )
    reason: Reason


class ConsentIn(BaseModel):
    """A yes or no to one kind of message on one channel."""

    channel: Literal["telegram", "sms"]
    purpose: Purpose
    granted: Annotated[bool, Field(strict=True)]


Tags = Annotated[
    list[Mark],
    Field(
        max_length=tagging.MOST,
        description="What the shop calls the member by: small letters, digits and hyphens. All of"
        " them: others are taken off.",
        examples=[["vip", "wholesale"]],
    ),
]


class MemberIn(BaseModel):
    """Somebody to enrol; one of phone, email and telegram_id at least."""

    model_config = shown_as(
        phone="+380501234567", name="Ann", language="uk",
        consents=[{"channel": "sms", "purpose": "marketing", "granted": True}],
    )  # fmt: skip

    phone: Phone | None = None
    email: Email | None = None
    telegram_id: TelegramId | None = None
    name: Unsaid[Name] = ""
    language: str | None = Field(
        default=None, max_length=35, description="One of the program's.", examples=["uk"]
    )
    birthday: BirthdayText | None = None
    city: Unsaid[Name] = Field(default="", examples=["Kyiv"])
    tags: Unsaid[Tags] = []
    referral_code: Code | None = None
    consents: Unsaid[list[ConsentIn]] = Field(default=[], max_length=10)

    @field_validator("phone", "email", "language", "birthday", "referral_code", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @model_validator(mode="after")
    def _can_be_found_again(self) -> Self:
        if not (self.phone or self.email or self.telegram_id):
            raise ValueError("phone, email or telegram_id is needed: one of them at least")
        return self


class MemberChangeIn(BaseModel):
    """What the shop corrects; what is not given stays as it is."""

    birthday: BirthdayText | None = None
    timezone: TimezoneText | None = Field(
        default=None, description="Of the member; null is the program's.", examples=["Europe/Rome"]
    )
    preferred_channel: Literal["telegram", "sms"] | None = Field(
        default=None, description="Where messages go first; null leaves it to the program."
    )
    city: Name = Field(default="", description="Empty takes it back.", examples=["Kyiv"])
    tags: Tags = []

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("give birthday, timezone, preferred_channel, city or tags")
        if "birthday" in self.model_fields_set and self.birthday is None:
            raise ValueError("a birthday can be corrected, not removed")
        return self


class AdjustmentIn(BaseModel):
    """Points given (more than 0) or taken (less than 0) by hand."""

    points: PointsCount
    reason: Reason

    @field_validator("points")
    @classmethod
    def _something(cls, points: int) -> int:
        if not points:
            raise ValueError("it must not be 0")
        return points


class RedemptionIn(BaseModel):
    """Points for a reward."""

    reward_id: Annotated[Name, Field(min_length=1)]
    points: PointsCount | None = Field(
        default=None,
        description="How many, where the member chooses; else the price, to be sure of it.",
    )
    amount: Amount | None = Field(
        default=None,
        description="Instead of points, in a program that gives money: how much of it.",
    )
    cause: Unsaid[Name] = Field(
        default="", description="Whom a donation is for, by the cause's id.", examples=["wildlife"]
    )


class UseIn(BaseModel):
    """What the voucher is used for."""

    shop: Shop | None = None
    order: OrderId | None = Field(default=None, validation_alias=AliasChoices("order", "order_id"))


class ReferralDecisionIn(BaseModel):
    """What the shop decides of a referral it has looked at."""

    approve: Flag = Field(description="Whether it may be paid; otherwise nobody is.")
    reason: Text = Field(default="", description="Why; needed to refuse it.")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.approve and not self.reason.strip():
            raise ValueError("say why it is refused: give a reason")
        return self
