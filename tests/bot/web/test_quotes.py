"""POST /api/v1/quotes: what an order would cost and earn, in the API's own words."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any

import httpx
import pytest

from bot.acts import Acts
from bot.ports import Database
from bot.programs import read_program
from bot.web.given import Web
from core.tables import ledger
from tests.bot.web.conftest import KEY, Clock, all_is_well, client, enrol, fields_of, problem_of

ANN = {"phone": "+380501234567"}
HARDCOVER = {
    "sku": "B-1",
    "labels": ["bestselling-hardcover"],
    "quantity": 1,
    "unit_price": "30.00",
}
PUZZLE = {"sku": "P-1", "quantity": "2", "unit_price": "10.00"}


@pytest.fixture
async def books(database: Database, clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    """The API of a book shop with a paid membership."""
    _, program = read_program("barnes-noble")
    acts = Acts(program, 1, clock=clock, random=Random(7))
    web = Web(database=database, acts=acts, ready=all_is_well, api_keys=(KEY,))
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        yield api
    assert await database.read(ledger.drifted) == []


def wish(*lines: Any, **more: Any) -> dict[str, Any]:
    """What Ann is about to buy."""
    return {"customer": ANN, "currency": "USD", "lines": lines or (HARDCOVER, PUZZLE)} | more


async def ask(api: httpx.AsyncClient, *lines: Any, **more: Any) -> dict[str, Any]:
    """What it would cost."""
    answer = await api.post("/api/v1/quotes/web", json=wish(*lines, **more))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_quote_says_everything_a_checkout_needs(books: httpx.AsyncClient) -> None:
    ann = await enrol(books)
    paid = {"plan": "membership", "paid_at": "2026-03-10T12:00:00Z", "reference": "1"}
    await books.post(f"/api/v1/members/{ann['id']}/plan", json=paid)

    found = await ask(books, channel="store", shipping={"amount": "5.00"})

    assert found | {"tier": None} == {
        "member_id": ann["id"],
        "tier": None,
        "lines": [
            {
                "sku": "B-1",
                "quantity": 1,
                "price": "30.00",
                "discount": "12.00",
                "discount_percent": "40",
                "reason": "plan:membership",
            },
            {
                "sku": "P-1",
                "quantity": 2,
                "price": "20.00",
                "discount": "2.00",
                "discount_percent": "10",
                "reason": "plan:membership",
            },
        ],
        "discount": "14.00",
        "vouchers": [],
        "vouchers_refused": [],
        "shipping": "0.00",
        "total": "36.00",
        "points": 0,
        "early_access_days": 1,
        "unit": "money",
        "currency": "USD",
    }


async def test_the_moment_can_be_named(books: httpx.AsyncClient) -> None:
    ann = await enrol(books)
    paid = {"plan": "membership", "paid_at": "2026-03-10T12:00:00Z", "reference": "1"}
    await books.post(f"/api/v1/members/{ann['id']}/plan", json=paid)

    now = await ask(books, PUZZLE, channel="store")
    in_a_year = await ask(books, PUZZLE, channel="store", at="2027-03-10T12:00:00Z")

    assert (now["total"], in_a_year["total"]) == ("18.00", "20.00")


async def test_a_stranger_pays_the_full_price(books: httpx.AsyncClient) -> None:
    found = await ask(books, PUZZLE, customer=None, shipping={"amount": "5.00"})

    assert (found["member_id"], found["tier"], found["total"]) == (None, None, "25.00")


async def test_vouchers_are_looked_at_and_not_used(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    redeemed = await api.post(
        f"/api/v1/members/{ann['id']}/redemptions",
        json={"reward_id": "coffee"},
        headers={"Idempotency-Key": "1"},
    )
    code = redeemed.json()["code"]

    found = await ask(api, PUZZLE, currency="eur", voucher_codes=[code, "SUMMER"])

    assert found["vouchers"] == [{"code": code, "amount": "0.00"}]
    assert found["vouchers_refused"] == [
        {"code": "SUMMER", "reason": "unknown", "detail": "There is no such voucher."}
    ]
    assert found["points"] == 4
    assert (await api.get(f"/api/v1/vouchers/{code}")).json()["status"] == "issued"


async def test_where_only_members_may_order_others_are_refused(
    database: Database, clock: Clock
) -> None:
    _, program = read_program("costco")
    web = Web(
        database=database, acts=Acts(program, 1, clock=clock), ready=all_is_well, api_keys=(KEY,)
    )
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        answer = await api.post("/api/v1/quotes/web", json=wish(PUZZLE))

    assert answer.status_code == 409
    assert problem_of(answer)["type"].endswith(":access-needed")


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("lines", {"lines": []}),
        ("lines", {"lines": [PUZZLE] * 501}),
        ("lines.0.unit_price", {"lines": [PUZZLE | {"unit_price": "free"}]}),
        ("shipping", {"shipping": {"amount": "1.001"}}),
        ("shipping.amount", {"shipping": {"amount": "-1"}}),
        ("currency", {"currency": "DOLLARS"}),
        ("at", {"at": "tomorrow"}),
        ("voucher_codes", {"voucher_codes": ["A"] * 51}),
    ],
)
async def test_what_can_not_be_meant_is_named(
    front: httpx.AsyncClient, field: str, change: dict[str, Any]
) -> None:
    answer = await front.post("/api/v1/quotes/web", json=wish(**change))

    assert [field] == fields_of(answer)
