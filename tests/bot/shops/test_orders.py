"""What becomes of an order in each shop: every state, refunds, in any order, repeated."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from random import Random
from typing import Any

import httpx
import pytest

from bot.shops import bigcommerce, events, shopify, woocommerce
from bot.shops.reports import OrderGone, OrderRefunded, ShopOrder, Told
from core.earning.recording import record_gone, record_order, record_refunds
from core.earning.reports import Buyer
from core.model import Member
from core.tables import entries
from tests.bot.shops.conftest import Shops
from tests.bot.shops.payloads import (
    bigcommerce_hook,
    bigcommerce_order,
    bigcommerce_refund,
    event_order,
    shopify_order,
    shopify_refund,
    woo_order,
)
from tests.core.conftest import NOON, Cafe, cafe, tx

__all__ = ["cafe", "tx"]

Ann = dict[str, Any]
Delivery = tuple[str, str, dict[str, Any]]


def at(minute: int) -> str:
    """A minute of the day of the order."""
    return f"2026-03-10T10:{minute:02}:00+00:00"


LAMP_BACK = shopify_refund(1, lines=[("LAMP-1", 1, "60.00")], created_at=at(4))
SOME_BACK = shopify_refund(2, amount="20.00", created_at=at(6))
DAY = "Tue, 10 Mar 2026 10"
SHOPIFY: Sequence[Delivery] = (
    ("shopify", "orders/create", shopify_order(financial_status="pending", updated_at=at(1))),
    ("shopify", "orders/paid", shopify_order(updated_at=at(2))),
    ("shopify", "refunds/create", LAMP_BACK),
    (
        "shopify",
        "orders/updated",
        shopify_order(financial_status="partially_refunded", refunds=[LAMP_BACK],
                      current_total_price="45.00", updated_at=at(4)),
    ),
    ("shopify", "refunds/create", SOME_BACK),
)  # fmt: skip
WOO_BACK = {"id": 731, "reason": "", "total": "-63.00"}  # a half of all
WOO: Sequence[Delivery] = (
    ("woo", "order.created", woo_order(status="pending", date_modified_gmt=at(1)[:19])),
    ("woo", "order.updated", woo_order(date_modified_gmt=at(2)[:19])),
    ("woo", "order.updated", woo_order(refunds=[WOO_BACK], date_modified_gmt=at(3)[:19])),
    ("woo", "order.updated", woo_order(status="completed", date_modified_gmt=at(4)[:19])),
    ("woo", "order.updated", woo_order(status="completed", total="63.00", total_tax="10.50",
     shipping_total="2.50", line_items=[], date_modified_gmt=at(5)[:19])),
)  # fmt: skip
EVENTS: Sequence[Delivery] = (
    ("event", "order.placed", event_order(status="placed", updated_at=at(1))),
    ("event", "order.placed", event_order(updated_at=at(2))),
    ("event", "order.refunded", {"shop": "kiosk", "order_id": "K-1", "refund_id": "R1",
                                 "amount": "30.00", "lines": [], "refunded_at": at(3)}),
    ("event", "order.placed", event_order(total="90.00", status="fulfilled", updated_at=at(4))),
)  # fmt: skip
CLOCKLESS: Sequence[Delivery] = tuple(
    (shop, kind, {key: value for key, value in data.items() if key != "updated_at"})
    for shop, kind, data in EVENTS
)
BIG_BACK = bigcommerce_refund()
BIG_STATES: Sequence[tuple[str, dict[str, Any]]] = (
    ("created", {"status_id": 0}),
    ("statusUpdated", {"status_id": 11}),
    ("refund/created", {"status_id": 14, "refunds": [BIG_BACK]}),
    ("updated", {"status_id": 2, "refunds": [BIG_BACK], "total_inc_tax": "85.0000"}),
    ("statusUpdated", {"status_id": 10, "refunds": [BIG_BACK], "total_inc_tax": "85.0000"}),
)
BIG: Sequence[Delivery] = tuple(
    ("bigcommerce", f"store/order/{scope}",
     bigcommerce_order(**state, date_modified=f"{DAY}:0{minute}:00 +0000"))
    for minute, (scope, state) in enumerate(BIG_STATES)
)  # fmt: skip
"""What its API shows when a webhook of that scope names the order."""
ENDS = {  # the points at the end: one for every 5 euros, what is left over waits
    "shopify": (SHOPIFY, 4),  # 100 less the lamp of 60, less 20 of 105 shared among goods
    "woo": (WOO, 10),  # 50 of 63 are goods
    "events": (EVENTS, 12),  # 60
    "clockless": (CLOCKLESS, 12),  # no state goes back
    "bigcommerce": (BIG, 12),  # 80 less a cup, which cost 16 then
}


async def deliver(shops: Shops, delivery: Delivery) -> httpx.Response:
    """Deliver it as that shop does."""
    shop, topic, payload = delivery
    answer: httpx.Response = await getattr(shops, shop)(topic, payload)
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize("shop", [one for one in ENDS if one != "bigcommerce"])
async def test_every_state_of_an_order_comes_to_its_points(
    shops: Shops, ann: Ann, shop: str
) -> None:
    deliveries, points = ENDS[shop]
    for delivery in deliveries:
        await deliver(shops, delivery)

    assert await shops.kept() == []
    assert await shops.balance(ann) == 50 + points


def told(delivery: Delivery) -> Told:
    """What the delivery says."""
    shop, topic, payload = delivery
    if shop == "bigcommerce":
        named = bigcommerce.told(bigcommerce_hook(topic, id=118))
        assert isinstance(named, bigcommerce.Named)
        [one] = bigcommerce.read(named, payload)
    elif shop == "shopify":
        [one] = shopify.told(topic, payload, currency="EUR")
    elif shop == "woo":
        [one, *_] = woocommerce.told(topic, payload, currency="EUR", now=NOON)
    else:
        [one] = events.told({"type": topic, "data": payload}, now=NOON, currency="EUR")
    return one


def do(cafe: Cafe, member: Member, one: Told, order_id: str) -> None:
    """Do it without the web, for the member, as an order of that id."""
    match one:
        case ShopOrder(report=report):
            named = replace(report, order_id=order_id, buyer=Buyer(card=member.card))
            record_order(cafe.tx, cafe.act(), named)
        case OrderRefunded(shop=shop, refund=refund):
            record_refunds(cafe.tx, cafe.act(), shop=shop, order_id=order_id, given_back=(refund,))
        case OrderGone(shop=shop):
            record_gone(cafe.tx, cafe.act(), shop=shop, order_id=order_id)
        case _:
            raise AssertionError(one)


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("shop", ENDS)
def test_every_permutation_with_repeats_ends_in_the_same_ledger(
    cafe: Cafe, shop: str, gone: bool
) -> None:
    """Each of them is an order of its own, of a member of their own."""
    every = [told(delivery) for delivery in ENDS[shop][0]]
    if gone:
        [named] = {one.report.shop for one in every if isinstance(one, ShopOrder)}
        every = [*every[1:], OrderGone(shop=named, order_id="")]
    random, ends = Random(5), set()
    for number, deliveries in enumerate(permutations(every)):
        member = cafe.joins(f"Ann {number}")
        repeated = [*deliveries, random.choice(deliveries), random.choice(deliveries)]
        if not gone:
            random.shuffle(repeated)
        for one in repeated:
            do(cafe, member, one, f"{number}")
        kept = entries.page(cafe.tx, member.id, before=None, limit=99)
        ends.add((cafe.balance(member), sum(entry.points for entry in kept)))

    assert len(ends) == 1
    assert not gone or ends == {(50, 50)}


async def test_what_comes_late_without_a_clock_reopens_nothing_but_a_newer_state_does(
    shops: Shops, ann: Ann
) -> None:
    named = {"shop": "kiosk", "order_id": "K-1"}
    await shops.event("order.placed", event_order())
    assert await shops.balance(ann) == 70
    await shops.event("order.cancelled", named)
    await shops.event("order.placed", event_order())
    await shops.event("order.placed", event_order(updated_at=at(1)))
    assert await shops.balance(ann) == 50

    later = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    await shops.event("order.placed", event_order(updated_at=later))
    assert await shops.balance(ann) == 70


async def test_an_event_that_tells_since_when_it_is_cancelled_is_a_state_as_any_other(
    shops: Shops, ann: Ann
) -> None:
    """What was before then is late, what is after it newer; the same of what it was before."""
    named, balances = {"shop": "kiosk", "order_id": "K-1"}, []
    soon = [(shops.web.acts.clock() + timedelta(minutes=one)).isoformat() for one in range(5)]
    for kind, data in (
        ("order.placed", event_order(updated_at=soon[1])),
        ("order.cancelled", named | {"updated_at": soon[3]}),
        ("order.placed", event_order(updated_at=soon[2])),
        ("order.placed", event_order(updated_at=soon[4])),
        ("order.cancelled", named | {"updated_at": soon[3]}),
    ):
        await shops.event(kind, data)
        balances.append(await shops.balance(ann))

    assert balances == [70, 50, 50, 70, 70]


async def test_the_api_says_what_is_so_now(shops: Shops, ann: Ann) -> None:
    """A call is answered before the next is made: none is late."""
    balances = []
    for status in ("paid", "cancelled", "paid"):
        await shops.http.put("/api/v1/orders/kiosk/7", json=event_order(status=status))
        balances.append(await shops.balance(ann))

    assert balances == [70, 50, 70]


async def test_a_refund_that_woocommerce_deletes_is_undone(shops: Shops, ann: Ann) -> None:
    balances = []
    for refunds, minute in ([WOO_BACK], 2), ([], 3):
        changed = woo_order(refunds=refunds, date_modified_gmt=at(minute)[:19])
        await shops.woo("order.updated", changed)
        balances.append(await shops.balance(ann))

    assert balances == [60, 70]


async def test_a_deleted_order_is_cancelled_and_a_restored_one_earns(
    shops: Shops, ann: Ann
) -> None:
    balances = []
    for topic, payload in (
        ("order.created", woo_order()),
        ("order.deleted", {"id": 727}),
        ("order.updated", woo_order()),
        ("order.restored", woo_order()),
    ):
        await shops.woo(topic, payload)
        balances.append(await shops.balance(ann))

    assert balances == [70, 50, 50, 70]


async def test_what_comes_late_of_a_deleted_order_says_nothing_though_the_shops_clock_is_ahead(
    shops: Shops, ann: Ann
) -> None:
    ahead = (shops.web.acts.clock() + timedelta(minutes=2)).astimezone(UTC).replace(tzinfo=None)
    late = woo_order() | {"date_modified_gmt": ahead.isoformat()}
    for topic, payload in (
        ("order.created", woo_order()), ("order.deleted", {"id": 727}), ("order.updated", late),
    ):  # fmt: skip
        await shops.woo(topic, payload)

    assert await shops.balance(ann) == 50


async def test_what_becomes_of_a_restored_order_counts_at_once(shops: Shops, ann: Ann) -> None:
    """Though it was deleted a minute ago, and the shop's clock may be ahead."""
    soon = (shops.web.acts.clock() + timedelta(minutes=1)).astimezone(UTC).replace(tzinfo=None)
    changed = woo_order(status="cancelled", date_modified_gmt=soon.isoformat())
    for topic, payload in (
        ("order.created", woo_order()), ("order.deleted", {"id": 727}),
        ("order.restored", woo_order()), ("order.updated", changed),
    ):  # fmt: skip
        await shops.woo(topic, payload)

    assert await shops.balance(ann) == 50


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"test": True}, 0),
        ({"financial_status": "authorized"}, 0),
        ({"financial_status": "voided"}, 0),
        ({"financial_status": "refunded"}, 0),
        ({"cancelled_at": at(5)}, 0),
        ({"taxes_included": False, "total_price": "121.76", "current_total_price": None}, 20),
        ({"total_price": "95.00", "current_total_price": "95.00"}, 18),
        ({"current_total_price": "55.00"}, 10),  # edited
        ({"customer": None}, 20),  # by the billing address
        ({"customer": None, "billing_address": None, "phone": "+380501234567"}, 20),
        ({"customer": None, "billing_address": None}, 0),
    ],
)  # fmt: skip
async def test_shopify_orders_earn_when_they_should(
    shops: Shops, ann: Ann, changes: dict[str, Any], points: int
) -> None:
    await shops.shopify("orders/updated", shopify_order(**changes))

    assert await shops.kept() == []
    assert await shops.balance(ann) == 50 + points


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({"status": "completed"}, 20),
        ({"status": "on-hold"}, 0),
        ({"status": "checkout-draft"}, 0),
        ({"status": "failed"}, 0),
        ({"status": "trash"}, 0),
        ({"status": "refunded"}, 0),
        ({"prices_include_tax": True}, 24),
        ({"meta_data": [{"id": 1, "key": "loyalty_card", "value": "0"}], "billing": []}, 0),
    ],
)
async def test_woocommerce_orders_earn_when_they_should(
    shops: Shops, ann: Ann, changes: dict[str, Any], points: int
) -> None:
    await shops.woo("order.updated", woo_order(**changes))

    assert await shops.kept() == []
    assert await shops.balance(ann) == 50 + points


async def test_money_for_delivery_alone_takes_nothing(shops: Shops, ann: Ann) -> None:
    delivery = [{"id": 1, "order_id": 1, "kind": "shipping_refund", "amount": "-5.00",
                 "tax_amount": "0.00"}]  # fmt: skip
    await shops.shopify("orders/paid", shopify_order())

    await shops.shopify(
        "refunds/create", shopify_refund(1, amount="5.00", order_adjustments=delivery)
    )

    assert await shops.balance(ann) == 70


async def test_the_api_tells_what_a_refund_took_and_gave(shops: Shops, ann: Ann) -> None:
    api, path = shops.http, "/api/v1/orders/kiosk/7"
    redeemed = await api.post(
        f"/api/v1/members/{ann['id']}/redemptions",
        json={"reward_id": "coffee"},
        headers={"Idempotency-Key": "k1"},
    )
    codes = [redeemed.json()["code"]]
    order = event_order(voucher_codes=codes, lines=[
        {"sku": "A", "quantity": 1, "unit_price": "60.00"},
        {"sku": "B", "quantity": 2, "unit_price": "20.00"},
    ])  # fmt: skip
    await api.put(path, json=order)
    refund = {"refund_id": "r1", "amount": "40.00", "refunded_at": at(9),
              "lines": [{"sku": "B", "quantity": 2}]}  # fmt: skip

    answers = [await api.post(f"{path}/refunds", json=refund) for _ in range(2)]
    rest = await api.post(f"{path}/refunds", json=refund | {"refund_id": "r2", "amount": "60.00"})

    assert [answer.status_code for answer in [*answers, rest]] == [200, 200, 200]
    told = answers[0].json()
    assert told == answers[1].json()
    assert (told["points_taken_back"], told["points_returned"], told["balance"]) == (8, 8, 50)
    told = rest.json()
    assert (told["points_taken_back"], told["points_returned"], told["balance"]) == (12, 12, 50)
    finer = await api.post(f"{path}/refunds", json=refund | {"amount": "0.001"})
    assert finer.status_code == 422


async def test_twenty_refunds_at_once_are_one(shops: Shops, ann: Ann) -> None:
    api, path = shops.http, "/api/v1/orders/kiosk/7"
    await api.put(path, json=event_order())
    refund = {"refund_id": "r1", "amount": "50.00", "refunded_at": at(9)}

    answers = await asyncio.gather(
        *(api.post(f"{path}/refunds", json=refund) for _ in range(20)),
        *(api.put(path, json=event_order(status="fulfilled")) for _ in range(5)),
    )

    assert {200} == {answer.status_code for answer in answers}
    assert await shops.balance(ann) == 60


async def test_every_shop_tells_the_city_the_goods_go_to(shops: Shops, ann: Ann) -> None:
    billed = shopify_order(billing_address={"city": "Kyiv", "phone": "050 123 45 67",
                                            "country_code": "UA"})  # fmt: skip
    cities = []
    for deliver in (
        shops.shopify("orders/paid", billed),
        shops.woo("order.updated", woo_order(shipping={"city": "Odesa"})),
        shops.event("order.placed", event_order(customer={"card": ann["card"], "city": "Lviv"})),
    ):
        await deliver
        cities.append((await shops.shown(ann))["city"])
        await shops.http.patch(f"/api/v1/members/{ann['id']}", json={"city": ""})
    assert cities == ["Kyiv", "Odesa", "Lviv"]
