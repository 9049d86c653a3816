"""What a shop can tell us, whichever it is; and that it told something we can't use."""

from dataclasses import dataclass
from datetime import datetime

from core.carting import CartReport
from core.earning.acting import ActionReport
from core.earning.reports import OrderReport
from core.tables.refunds import Refund


class Unusable(Exception):
    """What the shop sent can't be used; the reason is a sentence without anybody's data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopOrder:
    """An order's present state, and the codes that were used on it: ours, and the shop's own."""

    report: OrderReport
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderGone:
    """The shop has deleted the order."""

    shop: str
    order_id: str
    since: datetime | None = None  # by the shop's clock, if it says so


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRefunded:
    """Something was given back of an order."""

    shop: str
    order_id: str
    refund: Refund


@dataclass(frozen=True, slots=True, kw_only=True)
class CartChanged:
    """
    A cart's present state.

    With an order it is one that was begun and waits to be paid: it is a cart only while it waits.
    """

    report: CartReport
    order_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CartOver:
    """A cart was bought or thrown away."""

    shop: str
    cart_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone:
    """Somebody did something that is no order, or took it back."""

    report: ActionReport


@dataclass(frozen=True, slots=True, kw_only=True)
class DataAsked:
    """A customer asked the shop for what is kept of them."""

    shop: str
    keys: dict[str, str]
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerGone:
    """The shop must forget a customer."""

    shop: str
    keys: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopGone:
    """The shop has left us."""

    shop: str


Told = (
    ShopOrder
    | OrderGone
    | OrderRefunded
    | CartChanged
    | CartOver
    | ActionDone
    | DataAsked
    | CustomerGone
    | ShopGone
)
"""One thing a shop tells. A delivery can tell several, or nothing that matters to us."""
