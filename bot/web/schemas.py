"""What the API takes. Nothing of this goes into the core."""

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
from core.model import OrderStatus, Purpose
from core.money import digits, to_minor

LINES_MAX = 1_000


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


class ConsentIn(BaseModel):
    """A yes or no to one kind of message on one channel."""

    channel: Literal["telegram", "sms"]
    purpose: Purpose
    granted: Annotated[bool, Field(strict=True)]


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


class RedemptionIn(BaseModel):
    """Points for a reward."""

    reward_id: Annotated[Name, Field(min_length=1)]
    points: PointsCount | None = Field(default=None, description="The price, to be sure of it.")


class UseIn(BaseModel):
    """What the voucher is used for."""

    shop: Shop | None = None
    order: OrderId | None = Field(default=None, validation_alias=AliasChoices("order", "order_id"))
