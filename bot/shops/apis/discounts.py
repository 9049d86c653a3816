"""What a discount code is to every shop: good for one order, once."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """
    A code that can be used once, and what it gives: a sum, percents, delivery, or a piece of goods.

    skus: the goods it is for, or the piece it gives; without any it is for the whole order.
    """

    code: str
    title: str  # what the merchant reads
    gives: Literal["amount", "percent", "shipping", "product"]
    amount: Decimal = Decimal(0)  # the sum in the shop's currency, or the percents
    minimum: Decimal | None = None  # the smallest order it can be used for
    skus: tuple[str, ...] = ()
    starts_at: datetime
    ends_at: datetime | None = None

    @property
    def in_money(self) -> bool:
        """Whether it names a sum, which means something in one currency alone."""
        return self.gives == "amount" or self.minimum is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A code the shop has."""

    id: str
    live: bool  # it can be used: neither disabled nor used up
    enabled: bool  # a used one can be used again if the shop takes its order back


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Goods as the shop knows them."""

    id: str
    price: Decimal
