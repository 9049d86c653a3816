"""Shopify's webhooks: its orders, checkouts … as we know them. Pure functions of the payload."""

from collections.abc import Iterator
from decimal import Decimal

from bot.shops.reading import (
    Json,
    buyer,
    currency_of,
    identity,
    instant,
    keys_of,
    minor,
    money,
    needed,
    number,
    part,
    parts,
    pieces,
    text,
    web_address,
)
from bot.shops.reports import (
    CartChanged,
    CartOver,
    CustomerGone,
    DataAsked,
    OrderGone,
    OrderRefunded,
    ShopGone,
    ShopOrder,
    Told,
)
from core.awarding.baskets import OrderLine
from core.carting import CartReport
from core.earning.reports import Buyer, OrderReport
from core.model import OrderStatus
from core.tables.refunds import Refund

SHOP = "shopify"
ORDERS = frozenset(
    f"orders/{what}"
    for what in ("create", "paid", "updated", "fulfilled", "partially_fulfilled", "cancelled")
)
PRIVACY = ("customers/data_request", "customers/redact", "shop/redact")
PAID = ("paid", "partially_refunded", "refunded")
NEVER = ("voided", "expired")
CARD = ("loyalty_card", "loyalty-card", "loyalty card")
"""The notes by which a theme or a till can name the member's card."""


def told(topic: str, payload: Json, *, currency: str) -> tuple[Told, ...]:
    """
    What a delivery says, a refund that doesn't name its currency in that one; nothing when it is
    none of ours. Raises Unusable.
    """
    if topic in ORDERS:
        return orders(payload)
    if topic == "refunds/create":
        refund = _refund(payload, currency)
        return (OrderRefunded(shop=SHOP, order_id=identity(payload, "order_id"), refund=refund),)
    if topic in ("checkouts/create", "checkouts/update"):
        return checkouts(payload)
    if topic == "checkouts/delete":
        return (CartOver(shop=SHOP, cart_id=text(payload, "token") or identity(payload, "id")),)
    if topic in PRIVACY:
        return (_privacy(topic, payload),)
    if topic == "orders/delete":
        return (OrderGone(shop=SHOP, order_id=identity(payload, "id")),)
    return ()


def orders(payload: Json) -> tuple[Told, ...]:
    """An order, as webhooks and the Admin API have it; nothing for the merchant's own tests."""
    if payload.get("test") is True:
        return ()
    currency = currency_of(payload)
    refunds = tuple(_refund(one, currency) for one in parts(payload, "refunds"))
    report = OrderReport(
        shop=SHOP,
        order_id=identity(payload, "id"),
        buyer=_buyer(payload),
        placed_at=needed(
            instant(payload, "processed_at") or instant(payload, "created_at"), "created_at"
        ),
        currency=currency,
        total=_total(payload, currency),
        shipping=_shipping(payload, currency),
        tax=0 if payload.get("taxes_included") is True else money(payload, "total_tax", currency),
        discount=money(payload, "total_discounts", currency),
        status=_status(payload, refunds),
        channel=_channel(payload),
        payment=_payment(payload),
        lines=tuple(_lines(payload, currency)),
        cart_id=text(payload, "checkout_token"),
        refunds=refunds,
        updated_at=instant(payload, "updated_at"),
    )
    codes = (text(code, "code") for code in parts(payload, "discount_codes"))
    return (ShopOrder(report=report, codes=tuple(code for code in codes if code)),)


def checkouts(payload: Json) -> tuple[Told, ...]:
    """A cart whose shopper has come to the checkout, or went through it."""
    cart_id = identity(payload, "token")
    if payload.get("completed_at"):
        return (CartOver(shop=SHOP, cart_id=cart_id),)
    currency = currency_of(payload)
    report = CartReport(
        shop=SHOP,
        cart_id=cart_id,
        keys=keys_of(_buyer(payload)),
        currency=currency,
        total=money(payload, "total_price", currency),
        url=web_address(payload, "abandoned_checkout_url"),
        updated_at=needed(
            instant(payload, "updated_at") or instant(payload, "created_at"), "updated_at"
        ),
    )
    return (CartChanged(report=report),)


def _privacy(topic: str, payload: Json) -> Told:
    """What the law has Shopify ask of whoever got its customers' data."""
    if topic == "shop/redact":
        return ShopGone(shop=SHOP)
    keys = keys_of(_buyer(payload))
    if topic == "customers/redact":
        return CustomerGone(shop=SHOP, keys=keys)
    request = text(part(payload, "data_request"), "id") or keys.get("customer", "")
    return DataAsked(shop=SHOP, keys=keys, request=request)


def _total(payload: Json, currency: str) -> int:
    """
    The order before what was given back: `total_price` is as it was placed, `current_total_price`
    as it now is. Where they differ by no refund, the order was edited.
    """
    placed = money(payload, "total_price", currency)
    if not payload.get("current_total_price") or "refunds" not in payload:
        return placed
    now = money(payload, "current_total_price", currency)
    returned = sum(_money_back(one, currency) for one in parts(payload, "refunds"))
    return placed if now == placed else now + returned


def _refund(payload: Json, currency: str) -> Refund:
    """Of a refund what is not for delivery, and which goods it is for."""
    lines = parts(payload, "refund_line_items")
    goods = [(article(part(line, "line_item")), pieces(line)) for line in lines]
    return Refund(
        id=identity(payload, "id"),
        amount=max(_money_back(payload, currency) - _delivery_back(payload, currency), 0),
        lines=tuple((sku, quantity) for sku, quantity in goods if sku and quantity),
        refunded_at=needed(
            instant(payload, "processed_at") or instant(payload, "created_at"), "created_at"
        ),
    )


def _money_back(payload: Json, currency: str) -> int:
    """What was really paid back; without transactions what the goods were worth."""
    if "transactions" not in payload:
        lines = parts(payload, "refund_line_items")
        names = ("subtotal", "total_tax")
        return sum(money(line, name, currency) for line in lines for name in names)
    return sum(
        money(one, "amount", currency)
        for one in parts(payload, "transactions")
        if text(one, "kind") == "refund" and text(one, "status") in ("success", "")
    )


def _delivery_back(payload: Json, currency: str) -> int:
    return sum(
        minor(abs(number(one, "amount") + number(one, "tax_amount")), "amount", currency)
        for one in parts(payload, "order_adjustments")
        if text(one, "kind") == "shipping_refund"
    )


def _status(payload: Json, refunds: tuple[Refund, ...]) -> OrderStatus:
    financial = text(payload, "financial_status")
    if payload.get("cancelled_at") or financial in NEVER:
        return OrderStatus.CANCELLED
    if financial == "refunded" and not refunds and "refunds" in payload:
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
        city=text(part(payload, "shipping_address"), "city") or text(billing, "city"),
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
