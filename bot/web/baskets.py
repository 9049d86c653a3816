"""What the API takes of orders, and of questions for a price. Nothing of it goes into the core."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, ValidationInfo, field_validator

from bot.web.fields import (
    Amount,
    Card,
    Code,
    Email,
    Flag,
    Instant,
    Mark,
    Name,
    Phone,
    Quantity,
    Text,
    Unsaid,
    shown_as,
)
from core.model import OrderStatus
from core.money import TOTAL_MAX, digits, to_minor

LINES_MAX = 500
LINE_MAX = 10**12  # in the currency's units: more than any shop sells


def whole_sum(amount: Decimal, currency: str) -> int:
    """The sum in minor units; ValueError when it is finer, or larger than any order is."""
    minor = to_minor(amount, currency)
    if minor > TOTAL_MAX:
        raise ValueError("the amount is too large")
    return minor


def _as_text(value: object) -> object:
    """Many shops number their customers."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


CustomerId = Annotated[
    Name, BeforeValidator(_as_text, json_schema_input_type=str | int), Field(examples=["4711"])
]


class CustomerIn(BaseModel):
    """How the shop knows its customer. The program file says what counts first: else the card,
    then the id, the phone, the e-mail."""

    id: CustomerId | None = Field(
        default=None,
        description="The shop's own id of the customer: a member's, once they opened a link of"
        " `POST /api/v1/links`.",
    )
    email: Email | None = None
    phone: Phone | None = None
    card: Card | None = None
    city: Unsaid[Name] = Field(
        default="",
        description="Of an order's address: kept for who has told none. Nobody is found by it.",
        examples=["Kyiv"],
    )

    @field_validator("id", "email", "phone", "card", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value


class LineIn(BaseModel):
    """One line of an order. Rules of the program find it by its sku, categories and labels."""

    sku: Annotated[Name, Field(description="The shop's number of the article.")]
    title: Unsaid[Text] = ""
    categories: Unsaid[list[Name]] = Field(
        default=[], max_length=100, description="As the program file names them; case is ignored."
    )
    labels: Unsaid[list[Name]] = Field(
        default=[],
        max_length=100,
        description="A brand, a collection, a mark such as `sale`; case is ignored.",
    )
    quantity: Quantity = Field(
        description="Pieces. Of goods by weight or length a started piece counts as one.",
    )
    unit_price: Amount = Field(description="May be finer than the currency, such as 0.1249.")
    discount: Amount | None = Field(default=None, description="Off the whole line.")
    gift_card: Flag = Field(
        default=False, description="A gift card is money: it earns only if the program says so."
    )

    @field_validator("unit_price")
    @classmethod
    def _small_enough(cls, unit_price: Amount, info: ValidationInfo) -> Amount:
        if unit_price * info.data.get("quantity", 1) > LINE_MAX:
            raise ValueError("the line's amount is too large")
        return unit_price

    @field_validator("discount")
    @classmethod
    def _not_below_nothing(cls, discount: Amount | None, info: ValidationInfo) -> Amount | None:
        price = info.data.get("quantity", 0) * info.data.get("unit_price", 0)
        if discount and {"quantity", "unit_price"} <= info.data.keys() and discount > price:
            raise ValueError("it is more than the line costs")
        return discount

    def amount(self, currency: str) -> int:
        """What the whole line costs, in minor units; half a unit is rounded up."""
        exact = self.quantity * self.unit_price - (self.discount or 0)
        return int(exact.scaleb(digits(currency)).to_integral_value(ROUND_HALF_UP))


class BasketIn(BaseModel):
    """What an order and a question for a price have in common."""

    currency: str = Field(description="ISO 4217; the program's.", examples=["EUR"])
    channel: Unsaid[Mark] = Field(
        default="", description="Where it is bought: store, web, app …", examples=["store"]
    )
    payment: Unsaid[Mark] = Field(
        default="", description="How it is paid, as the program file names it.", examples=["card"]
    )

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, currency: str) -> str:
        digits(currency.upper())
        return currency.upper()


class OrderIn(BasketIn):
    """An order's present state. Sums are decimal strings in the currency's units. Send the whole
    order if you like: fields that stand nowhere below are ignored."""

    model_config = shown_as(
        customer={"email": "ann@example.com", "phone": "+380501234567"},
        placed_at="2026-11-22T14:30:00+02:00", currency="EUR", total="42.50", status="paid",
        lines=[{"sku": "C-250", "title": "Coffee", "categories": ["coffee"], "quantity": 5,
                "unit_price": "8.50"}],
    )  # fmt: skip

    customer: CustomerIn | None = None
    placed_at: Instant = Field(
        description="When it was bought. Once the order has earned, the first one stays."
    )
    total: Amount = Field(description="What is paid, with shipping and tax, less discounts.")
    subtotal: Amount | None = Field(
        default=None, description="Of the goods before discounts; taken, and not needed."
    )
    shipping: Amount | None = None
    tax: Amount | None = Field(default=None, description="Only tax added to the prices.")
    discount: Amount | None = Field(
        default=None,
        description="All that was taken off the goods, with that of the lines, vouchers and points"
        " that were redeemed. It is needed only if the program counts prices before discounts.",
    )
    lines: Unsaid[list[LineIn]] = Field(
        default=[],
        max_length=LINES_MAX,
        description="Needed by rules that look at goods. What the order as a whole is cheaper or"
        " dearer than its lines is shared among them, so the sums need not agree.",
    )
    status: OrderStatus
    voucher_codes: Unsaid[list[Code]] = Field(
        default=[], max_length=50, description="Used up when the order is paid or fulfilled."
    )
    cart_id: Name | None = None
    updated_at: Instant | None = Field(
        default=None,
        description="When it became so, by the shop's clock; what is older than the known state"
        " then changes nothing. Without it the report is the newest.",
    )

    @field_validator("total", "subtotal", "shipping", "tax", "discount")
    @classmethod
    def _in_minor_units(cls, amount: Amount | None, info: ValidationInfo) -> Amount | None:
        if amount is not None and (currency := info.data.get("currency")):
            whole_sum(amount, currency)
        return amount


class RefundLineIn(BaseModel):
    """Pieces that came back."""

    sku: Annotated[Name, Field(description="As the order's line has it.")]
    quantity: Quantity


class RefundIn(BaseModel):
    """What was given back of an order. The amount is a decimal string in the order's currency."""

    refund_id: Annotated[
        Name, Field(min_length=1, max_length=128, description="The shop's id of the refund.")
    ]
    amount: Amount = Field(description="All that was given back, with delivery and tax.")
    currency: str | None = Field(default=None, description="The order's, where it may come later.")
    lines: Unsaid[list[RefundLineIn]] = Field(
        default=[], max_length=LINES_MAX, description="Without them it is off the whole order."
    )
    refunded_at: Instant

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, currency: str | None) -> str | None:
        if currency is not None:
            digits(currency.upper())
            return currency.upper()
        return None


class DeliveryIn(BaseModel):
    """What delivery would cost."""

    amount: Amount
    method: Unsaid[Mark] = Field(
        default="", description="As the program file names it.", examples=["same-day"]
    )


class QuoteIn(BasketIn):
    """What somebody is about to buy. Sums are decimal strings in the currency's units."""

    model_config = shown_as(
        customer={"card": "2040128169768"}, currency="EUR",
        lines=[{"sku": "C-250", "categories": ["coffee"], "quantity": 5, "unit_price": "8.50"}],
    )  # fmt: skip

    customer: CustomerIn | None = Field(
        default=None, description="Without one, or for a stranger, nothing is cheaper."
    )
    lines: list[LineIn] = Field(min_length=1, max_length=LINES_MAX)
    shipping: DeliveryIn | None = Field(default=None, description="Without it: no delivery.")
    voucher_codes: Unsaid[list[Code]] = Field(
        default=[], max_length=50, description="Looked at, not used up."
    )
    at: Instant | None = Field(default=None, description="When it is bought; without it now.")

    @field_validator("shipping")
    @classmethod
    def _in_minor_units(
        cls, shipping: DeliveryIn | None, info: ValidationInfo
    ) -> DeliveryIn | None:
        if shipping is not None and (currency := info.data.get("currency")):
            to_minor(shipping.amount, currency)
        return shipping
