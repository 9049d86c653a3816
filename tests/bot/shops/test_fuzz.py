"""Whatever a shop sends, it is understood or can't be used; nothing else comes of it."""

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shops import bigcommerce, events, shopify, woocommerce
from bot.shops.reading import parsed
from bot.shops.reports import Unusable
from tests.bot.shops.payloads import (
    bigcommerce_cart,
    bigcommerce_hook,
    bigcommerce_order,
    bigcommerce_refund,
    event_order,
    shopify_checkout,
    shopify_order,
    shopify_refund,
    tyche_cart,
    woo_order,
)
from tests.bot.web.conftest import NOW

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(["1e999", "-0.00", "9" * 400, "NaN", "\ud800", "\x00", "0001-01-01T00:00:00Z"]),
    st.sampled_from([10**400, -1, "-5", [], {}, [[]], [None], {"": {}}, ["x"] * 2000]),
)
READERS: dict[str, tuple[Any, Callable[[Any], object]]] = {
    "shopify": (
        shopify_order(discount_codes=[{"code": "A"}], note_attributes=[{"name": "card"}]),
        lambda payload: shopify.told("orders/updated", payload, currency="EUR"),
    ),
    "woocommerce": (
        woo_order(coupon_lines=[{"code": "A"}]),
        lambda payload: [
            woocommerce.key("order.updated", payload, b""),
            woocommerce.told("order.updated", payload, currency="EUR", now=NOW),
        ],
    ),
    "checkouts": (
        shopify_checkout(),
        lambda payload: shopify.told("checkouts/update", payload, currency="EUR"),
    ),
    "refunds": (
        shopify_refund(1, lines=[("A", 1, "5.00")], order_adjustments=[{"kind": "x"}]),
        lambda payload: shopify.told("refunds/create", payload, currency="EUR"),
    ),
    "tyche": (
        tyche_cart(),
        lambda payload: woocommerce.told("wcap_cart.cutoff", payload, currency="EUR", now=NOW),
    ),
    "bigcommerce": (
        bigcommerce_order(refunds=[bigcommerce_refund()], coupons=[{"code": "A"}]),
        bigcommerce.orders,
    ),
    "bigcommerce carts": (bigcommerce_cart(), bigcommerce.carts),
    "bigcommerce hooks": (bigcommerce_hook("store/order/created", id=1), bigcommerce.told),
    "events": (
        {"type": "order.placed", "data": event_order(lines=[{"sku": "A", "quantity": 1}])},
        lambda payload: events.told(payload, now=NOW, currency="EUR"),
    ),
}


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in it: what holds it, and where."""
    found: list[tuple[Any, Any]] = []
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        found.append((value, key))
        if isinstance(value[key], dict | list):
            found += places(value[key])
    return found


@pytest.mark.parametrize("shop", READERS)
@given(data=st.data())
def test_no_payload_breaks_a_reader(shop: str, data: st.DataObject) -> None:
    example, read = READERS[shop]
    payload = copy.deepcopy(example)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(places(payload)))
        holder[key] = copy.deepcopy(data.draw(ODD))
    with suppress(Unusable):
        read(parsed(json.dumps(payload).encode()))


@given(body=st.binary(max_size=200))
def test_no_body_breaks_the_parser(body: bytes) -> None:
    with suppress(Unusable):
        parsed(body)
