"""
BigCommerce's webhooks, which only name things; and its orders and carts, as its API then has them.
Pure functions of the payload.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal, NamedTuple

from bot.shops.reading import (
    Json,
    buyer,
    currency_of,
    identity,
    instant,
    keys_of,
    money,
    needed,
    part,
    parts,
    pieces,
    plausible,
    text,
    web_address,
)
from bot.shops.reports import CartChanged, CartOver, OrderGone, ShopOrder, Told, Unusable
from core.awarding.baskets import OrderLine
from core.carting import CartReport
from core.earning.reports import Buyer, OrderReport
from core.model import OrderStatus
from core.tables.refunds import Refund

SHOP = "bigcommerce"
STATUSES: Mapping[str, OrderStatus] = {
    "2": OrderStatus.FULFILLED,  # shipped
    "3": OrderStatus.PAID,  # shipped in part
    "4": OrderStatus.PAID,  # refunded, as its refunds say
    "5": OrderStatus.CANCELLED,
    "6": OrderStatus.CANCELLED,  # declined
    "8": OrderStatus.PAID,  # to be picked up
    "9": OrderStatus.PAID,  # to be shipped
    "10": OrderStatus.FULFILLED,  # completed
    "11": OrderStatus.PAID,  # to be fulfilled
    "14": OrderStatus.PAID,  # refunded in part
}
"""What its states mean; in every other one an order is incomplete, unpaid or in doubt."""
REFUNDED = "4"
CART_OVER = ("store/cart/converted", "store/cart/deleted")
NO_GOODS = ("SHIPPING", "HANDLING")


class Named(NamedTuple):
    """What a webhook names, to be read from the shop's API."""

    kind: Literal["order", "cart"]
    id: str


def told(payload: Json) -> tuple[Told, ...] | Named:
    """What a delivery says, or what it names; nothing when it is none of ours. Raises Unusable."""
    scope, data = text(payload, "scope"), part(payload, "data")
    if scope.startswith("store/order/"):
        return Named("order", identity(data, "id"))
    if scope in CART_OVER:
        return (CartOver(shop=SHOP, cart_id=identity(data, "id")),)
    if scope.startswith("store/cart/"):
        return Named("cart", text(data, "cartId") or text(data, "cart_id") or identity(data, "id"))
    return ()


def read(named: Named, found: Json | None) -> tuple[Told, ...]:
    """What the shop's API has of it; None: there is no such thing any more."""
    if named.kind == "order":
        gone = OrderGone(shop=SHOP, order_id=named.id)
        return orders(found) if found else (gone,)
    return carts(found) if found else (CartOver(shop=SHOP, cart_id=named.id),)


def key(payload: Json) -> str:
    """What makes it one delivery where it has no id: the shop's own hash of what it says."""
    digest = text(payload, "hash")
    return f"{digest}/{text(payload, 'created_at')}" if digest else ""


def orders(payload: Json) -> tuple[Told, ...]:
    """An order with its `products`, `coupons` and `refunds`."""
    currency = _currency(payload)
    products = parts(payload, "products")
    skus = {text(line, "id"): _article(line) for line in products}
    refunds = tuple(_refund(one, currency, skus) for one in parts(payload, "refunds"))
    taxed = "total_tax" in payload  # then sums without tax are told as well
    report = OrderReport(
        shop=SHOP,
        order_id=identity(payload, "id"),
        buyer=_buyer(payload),
        placed_at=needed(_moment(payload, "date_created"), "date_created"),
        currency=currency,
        total=money(payload, "total_inc_tax", currency),
        shipping=money(payload, f"shipping_cost_{'ex' if taxed else 'inc'}_tax", currency),
        tax=money(payload, "total_tax", currency),
        discount=money(payload, "discount_amount", currency)
        + money(payload, "coupon_discount", currency),
        status=_status(payload, refunds),
        channel={"www": "web", "manual": "store"}.get(text(payload, "order_source"), "web"),
        payment=text(payload, "payment_method")[:64],
        lines=tuple(_lines(products, currency, taxed=taxed)),
        cart_id=text(payload, "cart_id"),
        refunds=refunds,
        all_refunds=True,
        updated_at=_moment(payload, "date_modified"),
    )
    codes = (text(coupon, "code") for coupon in parts(payload, "coupons"))
    return (ShopOrder(report=report, codes=tuple(code for code in codes if code)),)


def carts(payload: Json) -> tuple[Told, ...]:
    """A cart, whose shopper has logged in or told an address."""
    currency = currency_of(part(payload, "currency"), "code")
    urls = part(payload, "redirect_urls")
    who = buyer(
        customer=text(payload, "customer_id"),
        phone="",
        country="",
        email=text(payload, "email"),
        card="",
    )
    report = CartReport(
        shop=SHOP,
        cart_id=identity(payload, "id"),
        keys=keys_of(who),
        currency=currency,
        total=money(payload, "cart_amount", currency),
        url=web_address(urls, "cart_url") or web_address(urls, "checkout_url"),
        updated_at=needed(instant(payload, "updated_time"), "updated_time"),
    )
    return (CartChanged(report=report),)


def _currency(payload: Json) -> str:
    """The one that is paid in; `currency_code` is only shown."""
    own = "default_currency_code"
    return currency_of(payload, own if payload.get(own) else "currency_code")


def _status(payload: Json, refunds: tuple[Refund, ...]) -> OrderStatus:
    status = text(payload, "status_id")
    if payload.get("is_deleted") is True or (status == REFUNDED and not refunds):
        return OrderStatus.CANCELLED
    return STATUSES.get(status, OrderStatus.PLACED)


def _buyer(payload: Json) -> Buyer:
    billing = part(payload, "billing_address")
    return buyer(
        customer=text(payload, "customer_id"),
        phone=text(billing, "phone"),
        country=text(billing, "country_iso2"),
        email=text(billing, "email"),
        card="",
        city=text(billing, "city"),
    )


def _lines(products: list[Json], currency: str, *, taxed: bool) -> Iterator[OrderLine]:
    name = f"total_{'ex' if taxed else 'inc'}_tax"
    for line in products:
        if quantity := pieces(line):
            amount = money(line, name, currency)
            yield OrderLine(sku=_article(line), quantity=quantity, amount=amount)


def _article(line: Json) -> str:
    return text(line, "sku") or text(line, "variant_id") or text(line, "product_id")


def _refund(payload: Json, currency: str, skus: Mapping[str, str]) -> Refund:
    """Of a refund what is not for delivery, and which goods it is for."""
    items = parts(payload, "items")
    delivery = sum(
        money(item, "requested_amount" if "requested_amount" in item else "amount", currency)
        for item in items
        if text(item, "item_type") in NO_GOODS
    )
    goods = [
        (skus.get(text(item, "item_id"), ""), pieces(item))
        for item in items
        if text(item, "item_type") == "PRODUCT"
    ]
    return Refund(
        id=identity(payload, "id"),
        amount=max(money(payload, "total_amount", currency) - delivery, 0),
        lines=tuple((sku, quantity) for sku, quantity in goods if sku and quantity),
        refunded_at=needed(_moment(payload, "created"), "created"),
    )


def _moment(payload: Json, name: str) -> datetime | None:
    """In the form of e-mails, as the older API has it, or in ISO 8601."""
    written = text(payload, name)
    if not written or written[:1].isdigit():
        return instant(payload, name)
    try:
        found = parsedate_to_datetime(written)
    except ValueError:
        raise Unusable(f"{name} is not a moment") from None
    return plausible(found if found.tzinfo else found.replace(tzinfo=UTC), name)
