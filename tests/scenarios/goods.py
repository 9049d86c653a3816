"""What is bought and sold in the stories."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

Worth = int | str
"""Points; in a program that gives money a sum, such as "0.49"."""


class Goods(NamedTuple):
    """A line of an order."""

    price: str
    category: str = ""
    label: str = ""

    def line(self, number: int) -> dict[str, Any]:
        """As the API takes it."""
        return {
            "sku": f"article-{number}",
            "quantity": 1,
            "unit_price": self.price,
            "categories": [self.category] if self.category else [],
            "labels": [self.label] if self.label else [],
        }


def goods(price: str, *, category: str = "", label: str = "") -> Goods:
    """Goods of that price, in a category and with a label if they are named."""
    return Goods(price, category, label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How it is bought: where, how it is paid and delivered, and with which vouchers."""

    channel: str = "web"
    payment: str = ""
    shipping: str = ""  # what delivery costs; "" is none
    method: str = ""
    vouchers: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a quote says."""

    total: str  # to pay for everything
    shipping: str
    lines: list[str]  # each after its discount, before vouchers
    refused: list[str]  # vouchers: why
    points: int
    answer: dict[str, Any] = field(repr=False)

    @classmethod
    def said(cls, answer: dict[str, Any]) -> "Price":
        """Read the API's answer."""
        prices = ((Decimal(one["price"]), Decimal(one["discount"])) for one in answer["lines"])
        return cls(
            total=answer["total"],
            shipping=answer["shipping"],
            lines=[str(price - discount) for price, discount in prices],
            refused=[one["reason"] for one in answer["vouchers_refused"]],
            points=answer["points"],
            answer=answer,
        )


class Bought(NamedTuple):
    """An order as it was reported, to be changed later."""

    number: str
    order: dict[str, Any]
    pays: str
    shipping: str
    earned: Worth
