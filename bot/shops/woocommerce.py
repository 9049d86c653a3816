"""WooCommerce's webhooks: its orders … as we know them. Pure functions of the payload."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

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
    unix_or_iso,
    web_address,
)
from bot.shops.reports import CartChanged, CartOver, OrderGone, ShopOrder, Told
from core.awarding.baskets import OrderLine
from core.carting import CartReport
from core.earning.reports import Buyer, OrderReport
from core.model import OrderStatus
from core.tables.refunds import Refund

SHOP = "woocommerce"
ORDERS = ("order.created", "order.updated", "order.restored")
RESTORED = "order.restored"
STATUSES = {
    "processing": OrderStatus.PAID,
    "completed": OrderStatus.FULFILLED,
    "refunded": OrderStatus.PAID,
    "cancelled": OrderStatus.CANCELLED,
    "trash": OrderStatus.CANCELLED,
}
"""What WooCommerce's states mean; every other one is an order that is not paid."""
CHANNELS = {"checkout": "web", "store-api": "web", "pos-rest-api": "store"}
DRAFTS = ("checkout-draft", "auto-draft", "draft")
STUCK_AFTER = {"pending": timedelta(minutes=5), "failed": timedelta(hours=1)}
"""How long after its last change an order in these states waits for its payment like a cart."""
UNPAID = tuple(STUCK_AFTER)
TYCHES_GUESTS = 63_000_000  # and above
CARD = ("loyalty_card", "_loyalty_card")


def told(topic: str, payload: Json, *, currency: str, now: datetime) -> tuple[Told, ...]:
    """
    What a delivery says; nothing when it is none of ours. A cart that doesn't say its currency is
    in that one, and one that doesn't say its moment of now. Raises Unusable.
    """
    if topic == "wcap_cart.cutoff":
        return (_tyches_cart(payload, currency, now),)
    if topic == "wcap_cart.recovered":
        return (CartOver(shop=SHOP, cart_id=f"tyche-{identity(payload, 'id')}"),)
    if topic in ORDERS:
        return orders(payload, restored=topic == RESTORED)
    if topic == "order.deleted":
        return (OrderGone(shop=SHOP, order_id=identity(payload, "id")),)
    return ()


def key(topic: str, payload: Json, body: bytes) -> str:
    """
    What makes it one delivery: an order's state. The shop's own delivery id is the same for two
    orders of one second.
    """
    digest = sha256(body).hexdigest()
    if topic not in ORDERS:
        return f"{topic}/{digest}"
    refunds = ",".join(text(refund, "id") for refund in parts(payload, "refunds"))
    state = f"{text(payload, 'date_modified_gmt')}/{text(payload, 'status')}/{refunds}"
    return f"{topic}/{text(payload, 'id')}/{state}/{digest[:16]}"


def orders(payload: Json, *, restored: bool = False) -> tuple[Told, ...]:
    """An order, as webhooks and the REST API v3 have it."""
    if text(payload, "status") in DRAFTS:
        return ()
    currency = currency_of(payload)
    changed = _moment(payload, "date_modified")
    placed = needed(_moment(payload, "date_created"), "date_created_gmt")
    refunds = tuple(_refund(one, currency, changed or placed) for one in parts(payload, "refunds"))
    taxed = payload.get("prices_include_tax") is True
    report = OrderReport(
        shop=SHOP,
        order_id=identity(payload, "id"),
        buyer=_buyer(payload),
        placed_at=placed,
        currency=currency,
        total=money(payload, "total", currency),
        shipping=_sum(payload, "shipping", currency, taxed=taxed),
        tax=0 if taxed else money(payload, "total_tax", currency),
        discount=_sum(payload, "discount", currency, taxed=taxed),
        status=_status(payload, refunds),
        channel=_channel(payload),
        payment=text(payload, "payment_method")[:64],
        lines=tuple(_lines(payload, currency, taxed=taxed)),
        cart_id=_waiting(payload),
        refunds=refunds,
        all_refunds=True,
        updated_at=changed,
        restored=restored,
    )
    codes = (text(coupon, "code") for coupon in parts(payload, "coupon_lines"))
    order = ShopOrder(report=report, codes=tuple(code for code in codes if code))
    if text(payload, "status") in UNPAID and report.total:
        return order, _unpaid(payload, report)
    return (order,)


def is_stuck(payload: Json, now: datetime) -> bool:
    """Whether nothing has happened to the unpaid order for so long that nothing will."""
    patience = STUCK_AFTER.get(text(payload, "status"))
    changed = _moment(payload, "date_modified")
    return patience is not None and changed is not None and changed + patience <= now


def _waiting(payload: Json) -> str:
    """An order that was begun and not paid is a cart that was left, by this id."""
    return f"order-{identity(payload, 'id')}"


def _unpaid(payload: Json, report: OrderReport) -> CartChanged:
    cart = CartReport(
        shop=SHOP,
        cart_id=report.cart_id,
        keys=keys_of(report.buyer),
        currency=report.currency,
        total=report.total,
        url=web_address(payload, "payment_url"),
        updated_at=report.updated_at or report.placed_at,
    )
    return CartChanged(report=cart, order_id=report.order_id)


def _tyches_cart(payload: Json, currency: str, now: datetime) -> CartChanged:
    """A cart that the plug-in Abandoned Cart takes for left; its guests have ids of their own."""
    user = text(payload, "user_id")
    guest = text(payload, "user_type").upper() == "GUEST" or (
        user.isdecimal() and int(user) >= TYCHES_GUESTS
    )
    who = buyer(
        customer="" if guest else user,
        phone=text(payload, "phone"),
        country=text(payload, "billing_country"),
        email=text(payload, "email_id"),
        card="",
    )
    report = CartReport(
        shop=SHOP,
        cart_id=f"tyche-{identity(payload, 'id')}",
        keys=keys_of(who),
        currency=currency,
        total=money(payload, "total", currency),
        url=web_address(payload, "checkout_link"),
        updated_at=min(unix_or_iso(payload, "timestamp") or now, now),
    )
    return CartChanged(report=report)


def _status(payload: Json, refunds: tuple[Refund, ...]) -> OrderStatus:
    status = text(payload, "status")
    if status == "refunded" and not refunds:
        return OrderStatus.CANCELLED
    return STATUSES.get(status, OrderStatus.PLACED)


def _refund(payload: Json, currency: str, at: datetime) -> Refund:
    """A refund as the order shows it: a sum less than 0; in full it has its lines."""
    told = number(payload, "total") or number(payload, "amount")
    goods = [(article(line), _pieces_back(line)) for line in parts(payload, "line_items")]
    return Refund(
        id=identity(payload, "id"),
        amount=minor(abs(told), "total", currency),
        lines=tuple((sku, quantity) for sku, quantity in goods if quantity),
        refunded_at=at,
    )


def _pieces_back(line: Json) -> int:
    """A refund's line counts its pieces below 0."""
    return pieces({"quantity": abs(number(line, "quantity"))})


def _moment(payload: Json, name: str) -> datetime | None:
    """In UTC; without it the shop's own time would have to do, which does not say its zone."""
    return instant(payload, f"{name}_gmt") or instant(payload, name)


def _buyer(payload: Json) -> Buyer:
    billing = part(payload, "billing")
    notes = {text(note, "key"): note for note in parts(payload, "meta_data")}
    cards = (text(notes[name], "value") for name in CARD if name in notes)
    return buyer(
        customer=text(payload, "customer_id"),
        phone=text(billing, "phone"),
        country=text(billing, "country"),
        email=text(billing, "email"),
        card=next(filter(None, cards), ""),
        city=text(part(payload, "shipping"), "city") or text(billing, "city"),
    )


def _channel(payload: Json) -> str:
    made = text(payload, "created_via")
    return CHANNELS.get(made, made)[:64]


def _sum(payload: Json, name: str, currency: str, *, taxed: bool) -> int:
    """WooCommerce tells sums without tax and the tax apart, whatever its prices are."""
    tax = money(payload, f"{name}_tax", currency) if taxed else 0
    return money(payload, f"{name}_total", currency) + tax


def _lines(payload: Json, currency: str, *, taxed: bool) -> Iterator[OrderLine]:
    for line in parts(payload, "line_items"):
        if quantity := pieces(line):
            tax = money(line, "total_tax", currency) if taxed else 0
            amount = money(line, "total", currency) + tax
            yield OrderLine(sku=article(line), quantity=quantity, amount=amount)


def article(line: Json) -> str:
    """What a line is of: its number of the article, else the shop's own id of it."""
    if sku := text(line, "sku"):
        return sku
    variation = text(line, "variation_id")
    own = variation if variation not in ("", "0") else text(line, "product_id")
    return own or text(line, "id")
