"""Events of any shop, as Standard Webhooks: the API's orders, carts and actions, with a type."""

from datetime import datetime

from bot.shops.reading import Json, part, text
from bot.shops.reports import (
    ActionDone,
    CartChanged,
    CartOver,
    OrderGone,
    OrderRefunded,
    ShopOrder,
    Told,
    Unusable,
)
from bot.web import event_forms as forms
from bot.web.wording import Invalid

SHOP = "events"
TYPES = (
    "order.placed",
    "order.refunded",
    "order.cancelled",
    "cart.updated",
    "cart.completed",
    "action.performed",
)


def told(payload: Json, *, now: datetime, currency: str) -> tuple[Told, ...]:
    """
    What an event says; sums that don't say theirs are in that currency. Raises Unusable with all
    that is wrong.
    """
    kind, data = text(payload, "type"), part(payload, "data")
    try:
        return (_told(kind, data, now, currency),)
    except Invalid as invalid:
        reasons = "; ".join(f"{one.field}: {one.detail}" for one in invalid.errors)
        raise Unusable(reasons) from None


def _told(kind: str, data: Json, now: datetime, currency: str) -> Told:
    match kind:
        case "order.placed":
            order, codes = forms.order_told(data)
            return ShopOrder(report=order, codes=tuple(codes))
        case "order.refunded":
            shop, order_id, refund = forms.refund_told(data, currency)
            return OrderRefunded(shop=shop, order_id=order_id, refund=refund)
        case "order.cancelled":
            shop, order_id, since = forms.gone_told(data)
            return OrderGone(shop=shop, order_id=order_id, since=since)
        case "cart.updated":
            return CartChanged(report=forms.cart_told(data, now))
        case "cart.completed":
            shop, cart_id = forms.cart_named(data)
            return CartOver(shop=shop, cart_id=cart_id)
        case "action.performed":
            return ActionDone(report=forms.action_told(data))
        case _:
            raise Unusable(f"type is none of {', '.join(TYPES)}")
