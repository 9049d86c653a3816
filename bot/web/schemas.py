"""What the API takes and answers. Nothing of this goes into the core."""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.web.fields import (
    Amount,
    BirthdayText,
    Card,
    Code,
    Email,
    Instant,
    Name,
    OrderId,
    Phone,
    PointsCount,
    Shop,
    TelegramId,
    Text,
)
from core.model import OrderStatus, Purpose, Status, VoucherStatus
from core.money import digits, to_minor

LINES_MAX = 1_000


class Problem(BaseModel):
    """Why a call did not do what it asked (RFC 9457); a refusal's values stand beside these."""

    type: str = Field(description="Names the kind of problem; stable.")
    title: str = Field(description="The kind of problem, in English.")
    detail: str = Field(description="This problem, in a sentence.")
    status: int
    errors: list["ProblemField"] = Field(description="The fields it is about.")


class ProblemField(BaseModel):
    """One thing wrong with one field."""

    field: str = Field(examples=["customer.phone"])
    detail: str
    location: str = Field(examples=["body", "query", "path", "header"])


class CustomerIn(BaseModel):
    """How the shop knows its customer; the card counts first, then phone, then e-mail."""

    id: Name | None = Field(default=None, description="The shop's id of the customer.")
    email: Email | None = None
    phone: Phone | None = None
    card: Card | None = None

    @field_validator("email", "phone", "card", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value


class LineIn(BaseModel):
    """One line of an order."""

    sku: Annotated[Name, Field(description="The shop's number of the article.")]
    title: Text = ""
    categories: list[Name] = Field(default=[], max_length=100)
    quantity: Amount
    unit_price: Amount
    discount: Amount | None = Field(default=None, description="Off the whole line.")


class OrderIn(BaseModel):
    """An order's present state. Sums are decimal strings in the currency's units."""

    customer: CustomerIn | None = None
    placed_at: Instant
    currency: str = Field(description="ISO 4217.", examples=["EUR"])
    total: Amount = Field(description="What is paid, with shipping and tax, less discounts.")
    subtotal: Amount | None = None
    shipping: Amount | None = None
    tax: Amount | None = Field(default=None, description="Only tax added to the prices.")
    discount: Amount | None = None
    lines: list[LineIn] = Field(default=[], max_length=LINES_MAX)
    status: OrderStatus
    voucher_codes: list[Code] = Field(
        default=[], max_length=50, description="Used up when the order is paid or fulfilled."
    )
    cart_id: Name | None = None

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, currency: str) -> str:
        digits(currency.upper())
        return currency.upper()

    @field_validator("total", "subtotal", "shipping", "tax", "discount")
    @classmethod
    def _in_minor_units(cls, amount: Amount | None, info: ValidationInfo) -> Amount | None:
        if amount is not None and (currency := info.data.get("currency")):
            to_minor(amount, currency)
        return amount


class TierOut(BaseModel):
    """A member's tier."""

    id: str
    name: str = Field(description="In the member's language.")
    since: datetime
    until: date | None = Field(description="The last day if nothing more is earned.")


class OrderOut(BaseModel):
    """What the order means for its buyer; nobody's order earns nothing."""

    member_id: str | None
    points_awarded: int = Field(description="The order's points, pending ones included.")
    points_pending: int = Field(description="Those of them that can't be spent yet.")
    balance: int = Field(description="All the member can spend now.")
    tier: TierOut | None
    vouchers_refused: list[str] = Field(description="Codes that could not be used, as sent.")


class ConsentIn(BaseModel):
    """A yes or no to one kind of message on one channel."""

    channel: Literal["telegram", "sms"]
    purpose: Purpose
    granted: Annotated[bool, Field(strict=True)]


class ConsentOut(BaseModel):
    """The word in force."""

    channel: str
    purpose: Purpose
    granted: bool


class MemberIn(BaseModel):
    """Somebody to enrol; one of phone, email and telegram_id at least."""

    phone: Phone | None = None
    email: Email | None = None
    telegram_id: TelegramId | None = None
    name: Name = ""
    language: str | None = Field(
        default=None, max_length=35, description="One of the program's.", examples=["uk"]
    )
    birthday: BirthdayText | None = None
    referral_code: Code | None = None
    consents: list[ConsentIn] = Field(default=[], max_length=10)

    @model_validator(mode="after")
    def _can_be_found_again(self) -> Self:
        if not (self.phone or self.email or self.telegram_id):
            raise ValueError("phone, email or telegram_id is needed: one of them at least")
        return self


class ExpiryOut(BaseModel):
    """Points that will be lost."""

    points: int
    at: datetime


class PointsOut(BaseModel):
    """A member's points."""

    balance: int = Field(description="What can be spent now.")
    pending: int = Field(description="Earned, but not to be spent yet.")
    lifetime: int = Field(description="All ever earned, less those taken back.")
    next_expiry: ExpiryOut | None


class MemberOut(BaseModel):
    """A member as they stand."""

    id: str
    card: str
    name: str
    status: Status
    language: str
    birthday: str | None = Field(examples=["1990-05-24", "--05-24"])
    tier: TierOut
    points: PointsOut
    referral_code: str
    plan: None = None
    channels: list[str] = Field(description="Where the member can be reached.")
    consents: list[ConsentOut]


class OrderRef(BaseModel):
    """An order."""

    shop: str
    id: str


class EntryOut(BaseModel):
    """One line of the ledger; it never changes."""

    id: str = Field(description="The entry's number in the member's ledger.")
    points: int = Field(description="Signed.")
    kind: str
    reason: str = Field(description="Why, in a sentence.")
    details: dict[str, str | int] = Field(description="Why, in values; sums in minor units.")
    reference: str
    occurred_at: datetime
    available_at: datetime | None
    expires_at: datetime | None
    order: OrderRef | None


class EntriesOut(BaseModel):
    """A page of the ledger, newest first."""

    entries: list[EntryOut]
    next_cursor: str | None = Field(description="For the next page; null on the last.")


class AdjustmentIn(BaseModel):
    """Points given (more than 0) or taken (less than 0) by hand."""

    points: PointsCount
    reason: Annotated[Text, Field(min_length=1, max_length=500)]

    @field_validator("points")
    @classmethod
    def _something(cls, points: int) -> int:
        if not points:
            raise ValueError("it must not be 0")
        return points


class AdjustmentOut(BaseModel):
    """The entry that was written."""

    id: str = Field(description="The entry's number in the member's ledger.")
    points: int
    reason: str
    balance: int = Field(description="What the member could spend after it.")


class RedemptionIn(BaseModel):
    """Points for a reward."""

    reward_id: Annotated[Name, Field(min_length=1)]
    points: PointsCount | None = Field(default=None, description="The price, to be sure of it.")


class VoucherOut(BaseModel):
    """The right to one reward, as a code."""

    code: str
    member_id: str
    reward: str = Field(description="The reward's id.")
    title: str = Field(description="The reward's name in the member's language.")
    points: int = Field(description="What it cost.")
    status: VoucherStatus
    issued_at: datetime
    expires_at: datetime | None
    used_at: datetime | None
    used_for: str | None = Field(description="The order, as shop/order.")


class UseIn(BaseModel):
    """What the voucher is used for."""

    shop: Shop | None = None
    order: OrderId | None = Field(default=None, validation_alias=AliasChoices("order", "order_id"))
