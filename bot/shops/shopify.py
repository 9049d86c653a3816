"""Shopify's webhooks: its orders, checkouts … as we know them. Pure functions of the payload."""

from collections.abc import Iterator
from decimal import Decimal

from bot.shops.reading import (
    Json,
    buyer,
    currency_of,
    identity,
    instant,
    minor,
    money,
    needed,
    number,
    part,
    parts,
    pieces,
    text,
)
from bot.shops.reports import OrderGone, ShopOrder, Told
from core.awarding.baskets import OrderLine
from core.earning.recording import Buyer, OrderReport
from core.model import OrderStatus

SHOP = "shopify"
ORDERS = frozenset(
    f"orders/{what}"
    for what in ("create", "paid", "updated", "fulfilled", "partially_fulfilled", "cancelled")
)
PAID = ("paid", "partially_refunded", "refunded")
NEVER = ("voided", "expired")
CARD = ("loyalty_card", "loyalty-card", "loyalty card")
"""The notes by which a theme or a till can name the member's card."""


def told(topic: str, payload: Json) -> tuple[Told, ...]:
    """What a delivery says; nothing when it is none of ours. Raises Unusable."""
    if topic in ORDERS:
        return orders(payload)
    if topic == "orders/delete":
        return (OrderGone(shop=SHOP, order_id=identity(payload, "id")),)
    return ()


def orders(payload: Json) -> tuple[Told, ...]:
    """An order, as webhooks and the Admin API have it; nothing for the merchant's own tests."""
    if payload.get("test") is True:
        return ()
    currency = currency_of(payload)
    report = OrderReport(
        shop=SHOP,
        order_id=identity(payload, "id"),
        buyer=_buyer(payload),
        placed_at=needed(
            instant(payload, "processed_at") or instant(payload, "created_at"), "created_at"
        ),
        currency=currency,
        total=money(payload, "total_price", currency),
        shipping=_shipping(payload, currency),
        tax=0 if payload.get("taxes_included") is True else money(payload, "total_tax", currency),
        discount=money(payload, "total_discounts", currency),
        status=_status(payload),
        channel=_channel(payload),
        payment=_payment(payload),
        lines=tuple(_lines(payload, currency)),
        cart_id=text(payload, "checkout_token"),
        updated_at=instant(payload, "updated_at"),
    )
    codes = (text(code, "code") for code in parts(payload, "discount_codes"))
    return (ShopOrder(report=report, codes=tuple(code for code in codes if code)),)


def _status(payload: Json) -> OrderStatus:
    financial = text(payload, "financial_status")
    if payload.get("cancelled_at") or financial in NEVER:
        return OrderStatus.CANCELLED
    if financial not in PAID:
        return OrderStatus.PLACED
    fulfilled = text(payload, "fulfillment_status") == "fulfilled"
    return OrderStatus.FULFILLED if fulfilled else OrderStatus.PAID


def _buyer(payload: Json) -> Buyer:
    """The customer; a guest by what the checkout was told."""
    customer, billing = part(payload, "customer"), part(payload, "billing_address")
    phones = (text(one, "phone") for one in (customer, payload, billing))
    emails = (text(customer, "email"), text(payload, "email"), text(payload, "contact_email"))
    notes = {text(note, "name"): note for note in parts(payload, "note_attributes")}
    cards = (text(notes[name], "value") for name in CARD if name in notes)
    return buyer(
        customer=text(customer, "id"),
        phone=next(filter(None, phones), ""),
        country=text(billing, "country_code"),
        email=next(filter(None, emails), ""),
        card=next(filter(None, cards), ""),
    )


def _shipping(payload: Json, currency: str) -> int:
    shown = part(part(payload, "total_shipping_price_set"), "shop_money")
    if shown:
        return money(shown, "amount", currency)
    return sum(money(line, "price", currency) for line in parts(payload, "shipping_lines"))


def _channel(payload: Json) -> str:
    source = text(payload, "source_name")
    return {"pos": "store"}.get(source, source)[:64]


def _payment(payload: Json) -> str:
    names = payload.get("payment_gateway_names")
    first = names[0] if isinstance(names, list) and names else ""
    return text({"payment": first}, "payment")[:64]


def _lines(payload: Json, currency: str) -> Iterator[OrderLine]:
    for line in parts(payload, "line_items"):
        if quantity := pieces(line):
            yield OrderLine(
                sku=article(line),
                quantity=quantity,
                amount=_amount(line, currency),
                labels=tuple(filter(None, [text(line, "vendor")])),
                gift_card=line.get("gift_card") is True,
            )


def article(line: Json) -> str:
    """What a line is of: its number of the article, else Shopify's own id of it."""
    return text(line, "sku") or text(line, "variant_id") or text(line, "id")


def _amount(line: Json, currency: str) -> int:
    """What the line costs after what was taken off it: of the whole order's discounts its share."""
    price = number(line, "price") * number(line, "quantity")
    allocated = [number(one, "amount") for one in parts(line, "discount_allocations")]
    off = sum(allocated, Decimal()) or number(line, "total_discount")
    return minor(max(price - off, Decimal()), "price", currency)
