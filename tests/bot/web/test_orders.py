"""PUT /api/v1/orders: an order is a state, however often and in whatever order it comes."""

import asyncio
from random import Random
from typing import Any

import httpx
import pytest

from bot.acts import Acts
from bot.ports import Database
from bot.web.given import Web
from core.program.loading import load
from tests.bot.web.conftest import (
    KEY,
    PROGRAM,
    Clock,
    all_is_well,
    client,
    enrol,
    fields_of,
    order,
    problem_of,
    put,
)


async def test_a_paid_order_earns_for_every_full_sum(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)

    result = await put(api, total="34.99")

    assert result["tier"] == ann["tier"]
    assert result | {"tier": None} == {
        "member_id": ann["id"],
        "points_awarded": 6,
        "points_pending": 0,
        "balance": 56,
        "tier": None,
        "vouchers_refused": [],
        "unit": "points",
        "currency": "EUR",
    }


async def test_what_is_left_over_counts_next_time(api: httpx.AsyncClient) -> None:
    await enrol(api)

    await put(api, "1", total="8.00")
    result = await put(api, "2", total="7.00")

    assert (result["points_awarded"], result["balance"]) == (2, 53)


async def test_the_same_state_again_changes_nothing(api: httpx.AsyncClient) -> None:
    await enrol(api)

    results = [await put(api) for _ in range(3)]

    assert [results[0]] * 3 == results


async def test_twenty_at_once_earn_once(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)

    results = await asyncio.gather(*(put(api) for _ in range(20)))

    assert {56} == {result["balance"] for result in results}
    assert len((await api.get(f"/api/v1/members/{ann['id']}/entries")).json()["entries"]) == 2


@pytest.mark.parametrize(
    ("states", "points"),
    [
        (["placed"], 0),
        (["fulfilled"], 6),
        (["fulfilled", "paid"], 6),
        (["paid", "cancelled"], 0),
        (["paid", "cancelled", "paid"], 6),
        (["cancelled", "placed", "paid", "fulfilled", "fulfilled"], 6),
    ],
)
async def test_only_the_last_state_counts(
    api: httpx.AsyncClient, states: list[str], points: int
) -> None:
    await enrol(api)

    for state in states:
        result = await put(api, status=state)

    assert (points, 50 + points) == (result["points_awarded"], result["balance"])


async def test_shipping_and_tax_earn_nothing(api: httpx.AsyncClient) -> None:
    await enrol(api)

    result = await put(api, total="30.00", shipping="5.00", tax="5.00")

    assert result["points_awarded"] == 4


@pytest.mark.parametrize("total", ["30", "30.0", 30, 30.0])
async def test_a_total_is_read_exactly(api: httpx.AsyncClient, total: Any) -> None:
    await enrol(api)

    assert (await put(api, total=total))["points_awarded"] == 6


@pytest.mark.parametrize(
    "customer",
    [
        {"phone": "+380 (50) 123-45-67"},
        {"phone": "00380501234567"},
        {"email": " ANN@Example.com"},
        {"id": "17", "phone": "", "email": "ann@example.com"},
    ],
)
async def test_a_customer_is_known_however_it_is_written(
    api: httpx.AsyncClient, customer: dict[str, str]
) -> None:
    ann = await enrol(api, email="Ann@example.com")

    assert ann["id"] == (await put(api, customer=customer))["member_id"]


async def test_a_customer_is_known_by_the_card(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    card = f"{ann['card'][0]} {ann['card'][1:7]}-{ann['card'][7:]}"

    assert ann["id"] == (await put(api, customer={"card": card}))["member_id"]


@pytest.mark.parametrize("customer", [None, {}, {"id": "17"}, {"email": "bob@example.com"}])
async def test_nobodys_order_is_taken_and_earns_nothing(
    api: httpx.AsyncClient, customer: dict[str, str] | None
) -> None:
    await enrol(api)

    result = await put(api, customer=customer)

    assert (result["member_id"], result["points_awarded"], result["tier"]) == (None, 0, None)


async def test_an_order_takes_everything_of_the_contract(api: httpx.AsyncClient) -> None:
    await enrol(api)
    line = {
        "sku": "A-1",
        "title": "Beans",
        "categories": ["coffee"],
        "quantity": 2,
        "unit_price": "12.4950",
        "discount": "0.10",
        "labels": ["sale"],
        "gift_card": False,
    }
    about = {"channel": "web", "payment": "card", "cart_id": "c1", "note": "?"}

    result = await put(api, subtotal="25.00", discount="0.00", lines=[line], **about)

    assert result["points_awarded"] == 6


async def test_lines_are_worked_out_and_need_not_add_up_to_the_total(
    database: Database, clock: Clock
) -> None:
    rules = """
[[earning]]
id = "coffee"
on = "purchase"
when = { categories = ["Coffee"], without = { labels = ["sale"] }, channels = ["store"] }
points = 10
per = "5.00"

[[tiers.levels]]
"""
    program = load(PROGRAM.replace("[[tiers.levels]]\n", rules, 1))
    acts = Acts(program, 1, clock=clock, random=Random(7))
    web = Web(database=database, acts=acts, ready=all_is_well, api_keys=(KEY,))
    coffee = {"sku": "C", "categories": ["coffee"], "quantity": "0.35", "unit_price": "20.00"}
    cup = {"sku": "D", "quantity": 2, "unit_price": "6.00", "discount": "1.00"}
    card = {"sku": "E", "quantity": 1, "unit_price": "12.00", "gift_card": True}
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        await enrol(api)
        lines = [coffee, coffee | {"labels": ["Sale"]}, cup, card]
        whole = await put(api, "1", total="37.00", lines=lines, channel="store")
        half = await put(api, "2", total="18.50", lines=lines, channel="STORE")
        web_order = await put(api, "3", total="37.00", lines=lines, channel="web")

    # 7.00 of coffee, 7.00 on sale, 11.00 for cups; a gift card earns nothing
    assert whole["points_awarded"] == 10 + 3  # 2.00 and 3.00 are carried
    assert half["points_awarded"] == 10 + 2  # 3.50 and 9.00 with what was carried
    assert web_order["points_awarded"] == 5  # 25.00


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("total", "30.001"),
        ("total", "-1.00"),
        ("total", "1e3"),
        ("total", True),
        ("total", "9" * 16),
        ("shipping", "1,00"),
        ("currency", "XXX"),
        ("status", "sent"),
        ("placed_at", "2026-03-10T13:00:00"),
        ("placed_at", "0001-01-01T00:00:00Z"),
        ("placed_at", 1773140400),
        ("placed_at", "2026-13-10T13:00:00Z"),
        ("customer.phone", "0501234567"),
        ("customer.email", "ann"),
        ("lines", [{"sku": "A", "quantity": 1, "unit_price": "1"}] * 501),
        ("lines.0.quantity", [{"sku": "A", "quantity": -1, "unit_price": "1"}]),
        ("lines.0.quantity", [{"sku": "A", "quantity": 1_000_001, "unit_price": "1"}]),
        ("lines.0.unit_price", [{"sku": "A", "quantity": 2, "unit_price": "999999999999"}]),
        ("lines.0.discount", [{"sku": "A", "quantity": 1, "unit_price": "1", "discount": "2"}]),
        ("lines.0.gift_card", [{"sku": "A", "quantity": 1, "unit_price": "1", "gift_card": 1}]),
        ("lines.0.labels.0", [{"sku": "A", "quantity": 1, "unit_price": "1", "labels": [1]}]),
        ("channel", "x" * 65),
        ("payment", 7),
        ("discount", "1.001"),
        ("voucher_codes", ["A"] * 51),
    ],
)
async def test_what_can_not_be_meant_is_named(
    front: httpx.AsyncClient, field: str, value: Any
) -> None:
    outer, _, inner = field.partition(".")
    body = order() | {outer: {inner: value} if outer == "customer" else value}

    answer = await front.put("/api/v1/orders/eu/1", json=body)

    assert [field] == fields_of(answer)


async def test_what_is_missing_is_named(front: httpx.AsyncClient) -> None:
    answer = await front.put("/api/v1/orders/eu/1", json={})

    assert fields_of(answer) == ["currency", "placed_at", "total", "status"]


@pytest.mark.parametrize("path", ["e u/1", "-/1", "eu/%00", f"eu/{'1' * 129}"])
async def test_a_path_that_can_not_be_kept_is_refused(front: httpx.AsyncClient, path: str) -> None:
    answer = await front.put(f"/api/v1/orders/{path}", json=order())

    assert problem_of(answer)["errors"][0]["location"] == "path"


async def test_another_currency_is_refused(api: httpx.AsyncClient) -> None:
    answer = await api.put("/api/v1/orders/eu/1", json=order() | {"currency": "usd"})

    assert fields_of(answer) == ["currency"]


async def test_a_paid_order_uses_its_vouchers_up(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    wish = {"reward_id": "coffee"}
    redeemed = await api.post(
        f"/api/v1/members/{ann['id']}/redemptions", json=wish, headers={"Idempotency-Key": "1"}
    )
    code = redeemed.json()["code"]
    typed = [code.lower().replace("-", " "), "SUMMER10"]

    placed = await put(api, status="placed", voucher_codes=typed)
    paid = [await put(api, voucher_codes=typed) for _ in range(2)]
    other = await put(api, "1002", voucher_codes=typed)

    assert placed["vouchers_refused"] == []
    assert [result["vouchers_refused"] for result in paid] == [["SUMMER10"]] * 2
    assert typed == other["vouchers_refused"]
    voucher = (await api.get(f"/api/v1/vouchers/{code}")).json()
    assert (voucher["status"], voucher["used_for"]) == ("used", "eu/1001")


async def test_a_friends_first_order_pays_both(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    bob = await enrol(api, phone="+40721234567", referral_code=ann["referral_code"].lower())

    results = await asyncio.gather(
        *(put(api, customer={"card": bob["card"]}) for _ in range(5)),
        *(put(api, "1002") for _ in range(5)),
    )

    assert {50 + 6 + 10} == {result["balance"] for result in results[:5]}
    found = await api.get("/api/v1/members", params={"card": ann["card"]})
    assert found.json()["points"]["balance"] == 50 + 6 + 30


async def test_an_erased_buyers_order_is_nobodys(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    await put(api)
    await api.delete(f"/api/v1/members/{ann['id']}")

    assert await put(api) == await put(api, customer=None)
    assert (await put(api))["member_id"] is None


async def test_an_order_without_its_buyer_does_not_take_it_from_them(
    api: httpx.AsyncClient,
) -> None:
    await enrol(api)

    reports = [put(api, customer=customer) for customer in [None, {"phone": "+380501234567"}] * 7]
    await asyncio.gather(*reports)

    assert (await put(api))["balance"] == 56


async def test_the_city_of_an_order_is_kept_where_none_was_told(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    url = f"/api/v1/members/{ann['id']}"
    phone = {"phone": "+380501234567"}

    await put(api, "1", customer={**phone, "city": "4/17"})
    assert (await api.get(url)).json()["city"] == ""
    await put(api, "2", customer={**phone, "city": "  Біла   Церква "})
    await put(api, "3", customer={**phone, "city": "Lviv"})
    assert (await api.get(url)).json()["city"] == "Біла Церква"

    told = await api.patch(url, json={"city": "Lviv", "tags": ["vip", "Vip", "two"]})
    assert (told.json()["city"], told.json()["tags"]) == ("Lviv", ["two", "vip"])
    fewer = await api.patch(url, json={"city": "", "tags": ["two"]})
    assert (fewer.json()["city"], fewer.json()["tags"]) == ("", ["two"])
    assert fields_of(await api.patch(url, json={"tags": ["5+"]})) == ["tags"]


async def test_a_shops_number_may_have_slashes(api: httpx.AsyncClient) -> None:
    await enrol(api)
    url = "/api/v1/orders/web/2026%2F001"

    bought = await api.put(url, json=order(total="30.00"))
    refund = {"refund_id": "r1", "amount": "10.00", "refunded_at": "2026-11-22T14:30:00+02:00"}
    returned = await api.post(f"{url}/refunds", json=refund)
    [entry, *_] = (await api.get(f"/api/v1/members/{bought.json()['member_id']}/entries")).json()[
        "entries"
    ]

    assert (bought.json()["points_awarded"], returned.json()["points_taken_back"]) == (6, 2)
    assert entry["order"] == {"shop": "web", "id": "2026/001"}


async def test_a_number_that_is_no_text_is_nobodys(front: httpx.AsyncClient) -> None:
    answer = await front.put("/api/v1/orders/web/%FF", json=order())

    assert fields_of(answer) == ["order_id"]


async def test_null_is_as_if_it_was_not_said(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    line = {"sku": "C", "quantity": 1, "unit_price": "30.00"}
    line |= dict.fromkeys(("title", "categories", "labels", "discount"))
    unsaid: dict[str, Any] = dict.fromkeys(
        ("channel", "payment", "voucher_codes", "cart_id", "shipping")
    )

    result = await put(api, **unsaid | {"total": "30.00", "lines": [line]})

    assert (result["member_id"], result["points_awarded"]) == (ann["id"], 6)


@pytest.mark.parametrize(
    ("quantity", "told"),
    [("-1", "it must not be less than 0"), ("x", 'it is not a quantity, such as 2 or "0.35"')],
)
async def test_a_quantity_is_told_as_one(
    front: httpx.AsyncClient, quantity: str, told: str
) -> None:
    line = {"sku": "C", "quantity": quantity, "unit_price": "30.00"}

    answer = await front.put("/api/v1/orders/web/1", json=order(lines=[line]))

    assert problem_of(answer)["detail"] == f"lines.0.quantity: {told}"
