"""What a shop says of an order, and what that means beside what is known of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from core.awarding.baskets import OrderLine
from core.earning.valuing import lines_as_text, lines_of
from core.model import Member, MemberId, OrderStatus
from core.tables.orders import Order
from core.tables.refunds import Refund


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """How the shop names its customer."""

    card: str | None = None
    customer: str | None = None  # the shop's own id of them
    phone: str | None = None  # E.164
    email: str | None = None
    city: str | None = None  # of their address, as the shop has it; nobody is found by it

    @property
    def keys(self) -> dict[str, str | None]:
        """By what the program may look for them."""
        return {
            "card": self.card,
            "customer": self.customer,
            "phone": self.phone,
            "email": self.email,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReport:
    """What the shop says of an order. Sums are in minor units."""

    shop: str
    order_id: str
    buyer: Buyer
    placed_at: datetime
    currency: str
    total: int  # what is paid for everything, after every discount
    shipping: int  # in it
    tax: int  # in it
    status: OrderStatus
    discount: int = 0  # what was taken off for vouchers and discounts
    channel: str = ""  # store, web, app …
    payment: str = ""
    lines: tuple[OrderLine, ...] = ()
    cart_id: str = ""  # the cart it was, if the shop reports carts
    member_id: MemberId | None = None  # the buyer, where we know better than the shop
    refunds: tuple[Refund, ...] = ()  # what was given back, as far as it is told
    all_refunds: bool = False  # there are no others
    updated_at: datetime | None = None  # of this state, by the shop's clock; None: it is the newest
    delivered: bool = False  # may have been overtaken by a newer one: then None says nothing
    restored: bool = False  # it was deleted, and is no more: it counts though a newer one is known

    @property
    def cart(self) -> tuple[str, str] | None:
        """The shop and the id of the cart it was."""
        return (self.shop, self.cart_id) if self.cart_id else None

    @property
    def reference(self) -> str:
        """How ledger entries and vouchers name the order."""
        return f"{self.shop}/{self.order_id}"


class OrderResult(NamedTuple):
    """What the order means for its buyer."""

    member: Member | None
    awarded: int = 0  # the points of this order, pending ones included
    pending: int = 0  # those of them that can't be spent yet
    spendable: int = 0  # all the member can spend
    taken: int = 0  # of the order's points, taken back by this report
    order: Order | None = None  # as it now is
    refunded: bool = False  # something was given back of it, now or before


def as_known(order: Order) -> OrderReport:
    """The report that says what is known of the order; its buyer stands with it."""
    return OrderReport(
        shop=order.shop,
        order_id=order.id,
        buyer=Buyer(),
        placed_at=order.placed_at,
        currency=order.currency,
        total=order.total,
        shipping=order.shipping,
        tax=order.tax,
        status=order.status,
        discount=order.discount,
        channel=order.channel,
        payment=order.payment,
        lines=lines_of(order),
        updated_at=order.updated_at,
    )


def as_reported(
    report: OrderReport, member_id: MemberId | None, before: Order | None = None
) -> Order:
    """
    The order as the shop says it is; what it earned before stands, and with it when: what is then
    taken back counts in the same year for the tier, and a returned order doesn't change its year.
    """
    order = Order(
        shop=report.shop,
        id=report.order_id,
        member_id=member_id,
        placed_at=report.placed_at,
        currency=report.currency,
        total=report.total,
        shipping=report.shipping,
        tax=report.tax,
        discount=report.discount,
        channel=report.channel,
        payment=report.payment,
        lines=lines_as_text(report.lines),
        status=report.status,
        eligible=max(report.total - report.shipping - report.tax, 0),
        updated_at=report.updated_at,
    )
    if before is None:
        return order
    return order._replace(
        placed_at=before.placed_at if before.context else report.placed_at,
        updated_at=report.updated_at or before.updated_at,
        credited=before.credited,
        items=before.items,
        points=before.points,
        context=before.context,
        awards=before.awards,
    )


def is_older(report: OrderReport, known: Order) -> bool:
    """
    Whether the shop reported a newer state before; of one moment the further state counts, and so
    it does of what is delivered without any: it may be late, and so does not go back.
    """
    if report.restored:
        return False
    if report.updated_at is None and report.delivered:
        return _stage(report.status) < _stage(known.status)
    if report.updated_at is None or known.updated_at is None:
        return False
    return (report.updated_at, _stage(report.status)) < (known.updated_at, _stage(known.status))


def _stage(status: OrderStatus) -> int:
    return list(OrderStatus).index(status)
