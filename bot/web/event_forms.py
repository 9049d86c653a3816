"""What events of shops without webhooks of their own look like: the API's forms, named in data."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.web.actions import action_report
from bot.web.baskets import OrderIn, RefundIn
from bot.web.carts import CartIn, cart_report
from bot.web.fields import Instant, OrderId, Shop
from bot.web.orders import refund_of, report_of
from bot.web.schemas import ActionIn
from bot.web.wording import FieldError, Invalid, amiss
from core.carting import CartReport
from core.earning.acting import ActionReport
from core.earning.reports import OrderReport
from core.tables.refunds import Refund

Form = TypeVar("Form")


class OfOrder(BaseModel):
    """Which order an event is of."""

    shop: Shop
    order_id: OrderId


class OfCart(BaseModel):
    """Which cart an event is of."""

    shop: Shop
    cart_id: OrderId


class GoneEvent(OfOrder):
    """An order that is no more, and since when by the shop's clock, if it says so."""

    updated_at: Instant | None = None


class OrderEvent(OrderIn, OfOrder):
    """An order's present state."""


class RefundEvent(RefundIn, OfOrder):
    """What was given back of an order."""


class CartEvent(CartIn, OfCart):
    """A cart's present state."""


def order_told(data: Mapping[str, Any]) -> tuple[OrderReport, list[str]]:
    """An order, and the codes used on it. Raises Invalid, as all here do."""
    order = _checked(OrderEvent.model_validate, data)
    report = report_of(order.shop, order.order_id, order)
    return replace(report, delivered=True), order.voucher_codes


def refund_told(data: Mapping[str, Any], currency: str) -> tuple[str, str, Refund]:
    """The shop and the id of an order, and what was given back of it."""
    refund = _checked(RefundEvent.model_validate, data)
    given_back = refund_of(refund, refund.currency or currency)
    return refund.shop, refund.order_id, given_back


def gone_told(data: Mapping[str, Any]) -> tuple[str, str, datetime | None]:
    """The shop and the id of an order that is no more, and since when, if it is told."""
    order = _checked(GoneEvent.model_validate, data)
    return order.shop, order.order_id, order.updated_at


def cart_told(data: Mapping[str, Any], now: datetime) -> CartReport:
    """A cart; without its moment it is of now."""
    cart = _checked(CartEvent.model_validate, data)
    return cart_report(cart.shop, cart.cart_id, cart, now=now)


def cart_named(data: Mapping[str, Any]) -> tuple[str, str]:
    """The shop and the id of a cart."""
    cart = _checked(OfCart.model_validate, data)
    return cart.shop, cart.cart_id


def action_told(data: Mapping[str, Any]) -> ActionReport:
    """Something that somebody did."""
    return action_report(_checked(ActionIn.model_validate, data))


def _checked(validate: Callable[[Mapping[str, Any]], Form], data: Mapping[str, Any]) -> Form:
    try:
        return validate(data)
    except ValidationError as error:
        raise Invalid(*(_field_error(one) for one in error.errors())) from None


def _field_error(error: Mapping[str, Any]) -> FieldError:
    name = ".".join(map(str, ("data", *error["loc"])))
    return FieldError(name, amiss(error))
