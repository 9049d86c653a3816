"""An order as each kind of shop writes it down: in its webhooks, and in its API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from fractions import Fraction
from math import ceil
from typing import Any, Protocol

Json = dict[str, Any]
Telling = tuple[str, Json]


@dataclass(slots=True, kw_only=True)
class WebOrder:
    """What the shop knows of an order: the truth. Sums are in cents."""

    id: int
    card: str
    phone: str
    total: int  # with the shipping
    shipping: int
    status: str  # placed, paid, fulfilled, cancelled, deleted
    placed_at: datetime
    updated_at: datetime
    codes: list[str]
    refunds: list[tuple[int, int, datetime]] = field(default_factory=list)  # id, amount, when
    confirmed: datetime | None = None  # the newest state whose delivery was answered with 200
    confirmed_refunds: set[int] = field(default_factory=set)

    @property
    def returned(self) -> int:
        """What was given back of it."""
        return sum(amount for _, amount, _ in self.refunds)

    @property
    def kept(self) -> int:
        """What is left of the goods: money for nothing in particular is for the delivery too."""
        goods = self.total - self.shipping
        if self.returned >= self.total > 0:
            return 0
        return max(ceil(goods - Fraction(self.returned * goods, self.total or 1)), 0)


class Form(Protocol):
    """How one kind of shop writes."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """The webhooks by which it tells that: topics with their payloads."""

    def order(self, order: WebOrder) -> Json:
        """The order as its API shows it."""


class Shopify:
    """Every change is told whole; a refund is told twice, as one and with its order."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """Topics are named by what happened."""
        if what == "deleted":
            return [("orders/delete", {"id": order.id})]
        told = [(f"orders/{TOPICS[what]}", self.order(order))]
        if what == "refunded":
            refund = {**self._refund(order.refunds[-1]), "order_id": order.id}
            told.append(("refunds/create", refund))
        return told

    def order(self, order: WebOrder) -> Json:
        """As the Admin API has it."""
        return {
            "id": order.id,
            "created_at": order.placed_at.isoformat(),
            "updated_at": order.updated_at.isoformat(),
            "cancelled_at": order.updated_at.isoformat() if order.status == "cancelled" else None,
            "currency": "EUR",
            "total_price": money(order.total),
            "current_total_price": money(order.total - order.returned),
            "taxes_included": True,
            "total_shipping_price_set": {"shop_money": {"amount": money(order.shipping)}},
            "financial_status": "pending" if order.status == "placed" else "paid",
            "fulfillment_status": "fulfilled" if order.status == "fulfilled" else None,
            "discount_codes": [{"code": code} for code in order.codes],
            "note_attributes": [{"name": "loyalty_card", "value": order.card}],
            "line_items": [],
            "refunds": [self._refund(one) for one in order.refunds],
        }

    def _refund(self, refund: tuple[int, int, datetime]) -> Json:
        id, amount, at = refund
        paid = {"kind": "refund", "status": "success", "amount": money(amount), "currency": "EUR"}
        return {"id": id, "created_at": at.isoformat(), "transactions": [paid]}


class WooCommerce:
    """Every change is the order, whole."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """An order is made, updated or deleted."""
        if what == "deleted":
            return [("order.deleted", {"id": order.id})]
        return [("order.created" if what == "created" else "order.updated", self.order(order))]

    def order(self, order: WebOrder) -> Json:
        """As the REST API v3 has it."""
        states = {
            "placed": "pending", "paid": "processing", "fulfilled": "completed",
            "cancelled": "cancelled", "deleted": "trash",
        }  # fmt: skip
        return {
            "id": order.id,
            "status": states[order.status],
            "currency": "EUR",
            "date_created_gmt": gmt(order.placed_at),
            "date_modified_gmt": gmt(order.updated_at),
            "total": money(order.total),
            "total_tax": "0.00",
            "shipping_total": money(order.shipping),
            "discount_total": "0.00",
            "created_via": "checkout",
            "billing": {},
            "payment_url": f"https://woo.example/pay/{order.id}",
            "line_items": [],
            "coupon_lines": [{"code": code.lower()} for code in order.codes],
            "refunds": [{"id": id, "total": f"-{money(sum)}"} for id, sum, _ in order.refunds],
            "meta_data": [{"key": "_loyalty_card", "value": order.card}],
        }


class BigCommerce:
    """It only names the order: whoever hears it reads what there is now."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """One scope for each thing that happens."""
        scope = f"store/order/{'created' if what == 'created' else 'updated'}"
        at = int(order.updated_at.timestamp())
        data = {"type": "order", "id": order.id}
        hash = f"{order.id}-{at}-{what}"
        return [("", {"scope": scope, "data": data, "hash": hash, "created_at": at})]

    def order(self, order: WebOrder) -> Json:
        """As its API has it, with what belongs to it."""
        states = {"placed": 7, "paid": 11, "fulfilled": 10, "cancelled": 5}
        return {
            "id": order.id,
            "customer_id": 0,
            "date_created": format_datetime(order.placed_at),
            "date_modified": format_datetime(order.updated_at),
            "status_id": states[order.status],
            "total_inc_tax": money(order.total),
            "shipping_cost_inc_tax": money(order.shipping),
            "default_currency_code": "EUR",
            "billing_address": {"phone": order.phone, "country_iso2": "RO"},
        }

    def refunds(self, order: WebOrder) -> list[Json]:
        """As its API has them."""
        return [
            {"id": id, "created": at.isoformat(), "total_amount": money(amount), "items": []}
            for id, amount, at in order.refunds
        ]


class Events:
    """Standard Webhooks with the API's forms."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """What happened, by its type."""
        named = {"shop": "events", "order_id": str(order.id)}
        if what in ("cancelled", "deleted"):
            return [("", {"type": "order.cancelled", "data": named})]
        if what == "refunded":
            id, amount, at = order.refunds[-1]
            refund = {
                "refund_id": str(id), "amount": money(amount), "lines": [],
                "refunded_at": at.isoformat(),
            }  # fmt: skip
            return [("", {"type": "order.refunded", "data": {**named, **refund}})]
        return [("", {"type": "order.placed", "data": {**named, **self.order(order)}})]

    def order(self, order: WebOrder) -> Json:
        """Its present state."""
        return {
            "customer": {"card": order.card},
            "placed_at": order.placed_at.isoformat(),
            "currency": "EUR",
            "total": money(order.total),
            "shipping": money(order.shipping),
            "status": order.status,
            "voucher_codes": order.codes,
        }


class Site(Events):
    """The API: an order is put, a refund is posted; a deleted order is a cancelled one."""

    def told(self, order: WebOrder, what: str) -> list[Telling]:
        """With its moment, so that calls may overtake each other."""
        told: list[Telling] = [
            ("", {**self.order(order), "updated_at": order.updated_at.isoformat()})
        ]
        if what == "refunded":
            id, amount, at = order.refunds[-1]
            refund = {"refund_id": str(id), "amount": money(amount), "refunded_at": at.isoformat()}
            told.append(("refunds/create", {**refund, "lines": []}))
        return told

    def order(self, order: WebOrder) -> Json:
        """Its present state."""
        status = "cancelled" if order.status == "deleted" else order.status
        return {**super().order(order), "status": status}


TOPICS = {
    "created": "create",
    "updated": "updated",
    "refunded": "updated",
    "cancelled": "cancelled",
}
FORMS: Mapping[str, Form] = {
    "shopify": Shopify(), "woocommerce": WooCommerce(), "bigcommerce": BigCommerce(),
    "events": Events(), "site": Site(),
}  # fmt: skip


def money(minor: int) -> str:
    """Cents as shops write them."""
    return f"{minor // 100}.{minor % 100:02}"


def gmt(moment: datetime) -> str:
    """As WooCommerce writes a moment in UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat()
