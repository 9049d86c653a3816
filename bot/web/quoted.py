"""What the API answers to a question for a price."""

from pydantic import BaseModel, Field

from bot.web.answers import TierOut, UnitOut
from core.pricing import Objection


class QuoteLineOut(BaseModel):
    """A line with its discount."""

    sku: str
    quantity: int
    price: str = Field(description="Of the whole line, before the discount.", examples=["30.00"])
    discount: str = Field(examples=["12.00"])
    discount_percent: str | None = Field(examples=["40", None])
    reason: str | None = Field(
        description="Who has this discount: `tier:ID`, `plan:ID`, or `membership`.",
        examples=["plan:club-plus", None],
    )


class VoucherOffOut(BaseModel):
    """A voucher that can be used."""

    code: str = Field(description="As sent.")
    amount: str = Field(
        description="What it takes off; 0 of a gift, which is handed over.", examples=["10.00"]
    )


class RefusedOut(BaseModel):
    """A voucher that can't be used for this order."""

    code: str = Field(description="As sent.")
    reason: Objection
    detail: str = Field(description="The reason in a sentence.")


class QuoteOut(UnitOut):
    """What an order would cost and earn. Sums are decimal strings in the currency's units."""

    member_id: str | None
    tier: TierOut | None
    lines: list[QuoteLineOut] = Field(description="As sent, in the same order.")
    discount: str = Field(description="Of all lines, without vouchers.", examples=["14.00"])
    vouchers: list[VoucherOffOut] = Field(description="In the order in which they are taken off.")
    vouchers_refused: list[RefusedOut]
    shipping: str = Field(description="What is left to pay for delivery.", examples=["0.00"])
    total: str = Field(description="What is left to pay for everything.", examples=["36.00"])
    points: int = Field(description="What the order would earn if it was paid now.")
    early_access_days: int = Field(
        description="So many days before everybody else the buyer may have new products and"
        " sales; 0 is none."
    )
