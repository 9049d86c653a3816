"""PUT and DELETE /api/v1/carts: a cart is a state; who it belongs to is told when it is left."""

from datetime import timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from bot.ports import Database
from bot.schedule import tick
from bot.web.given import Web
from core.model import MemberId
from core.tables import outbox_views
from tests.bot.web.conftest import Clock, enrol, fields_of, put

CART = {
    "customer": {"phone": "+380501234567"},
    "currency": "EUR",
    "total": "45.00",
    "url": "https://shop.example/cart/7",
}


async def report(api: httpx.AsyncClient, number: str = "7", **fields: Any) -> dict[str, Any]:
    """Report the cart; what is known of it."""
    answer = await api.put(f"/api/v1/carts/eu/{number}", json=CART | fields)
    assert answer.status_code == 200, answer.text
    known: dict[str, Any] = answer.json()
    return known


async def told(database: Database, member_id: str) -> list[str]:
    """The states of what is said of the member's carts."""
    read = partial(outbox_views.of_member, member_id=MemberId(int(member_id)))
    return [one.state for one in await database.read(read) if one.message.campaign == "cart"]


async def test_a_guest_is_found_by_phone_or_email(api: httpx.AsyncClient) -> None:
    ann = await enrol(api, email="ann@example.com")
    for customer in ({"phone": "+380501234567"}, {"email": "Ann@Example.com"}):
        assert (await report(api, customer=customer))["member_id"] == ann["id"]


async def test_a_stranger_s_cart_is_not_kept(api: httpx.AsyncClient) -> None:
    nobody = {"member_id": None, "done": False, "remind_at": None}

    assert await report(api, customer={"email": "who@example.com"}) == nobody
    assert await report(api, customer=None) == nobody
    assert (await api.delete("/api/v1/carts/eu/7")).json() == nobody


async def test_a_cart_that_is_left_is_told_of_and_an_order_with_its_id_ends_it(
    api: httpx.AsyncClient, web: Web, clock: Clock, database: Database
) -> None:
    ann = await enrol(api)
    assert (await report(api))["remind_at"] == "2026-03-10T13:00:00Z"
    clock.now += timedelta(hours=1)
    assert (await tick(database, web.acts))["messages queued"] == 1
    assert await told(database, ann["id"]) == ["queued"]
    await put(api, cart_id="7")

    assert await told(database, ann["id"]) == ["cancelled"]
    assert (await report(api, updated_at="2026-03-10T12:30:00Z"))["done"]


async def test_a_deleted_cart_is_done(
    api: httpx.AsyncClient, web: Web, clock: Clock, database: Database
) -> None:
    ann = await enrol(api)
    await report(api)
    assert (await api.delete("/api/v1/carts/eu/7")).json()["done"]
    clock.now += timedelta(hours=1)
    await tick(database, web.acts)

    assert await told(database, ann["id"]) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("total", "-1"), ("total", "1.234"), ("url", "javascript:alert(1)"), ("currency", "EURO")],
)
async def test_what_is_no_cart_is_refused(front: httpx.AsyncClient, field: str, value: str) -> None:
    answer = await front.put("/api/v1/carts/eu/7", json=CART | {field: value})

    assert fields_of(answer) == [field]
