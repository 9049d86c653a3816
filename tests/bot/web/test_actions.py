"""POST /api/v1/actions: what is no order is reported once, and answered the same again."""

import asyncio
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import httpx
import pytest

from bot.acts import Acts
from bot.ports import Database
from bot.web.given import Web
from core.program.loading import load
from core.tables import ledger
from tests.bot.web.conftest import (
    KEY,
    PROGRAM,
    Clock,
    all_is_well,
    client,
    enrol,
    fields_of,
    problem_of,
)

REVIEW = """
[[earning]]
id = "reviews"
on = "action"
action = "review"
title = "Review what you bought"
points = 5
limits = [{ every = "day", times = 2 }]

[[tiers.levels]]
"""


@pytest.fixture
async def shop(database: Database, clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    """The API of the café that rewards reviews."""
    program = load(PROGRAM.replace("[[tiers.levels]]\n", REVIEW, 1))
    acts = Acts(program, 1, clock=clock, random=Random(7))
    web = Web(database=database, acts=acts, ready=all_is_well, api_keys=(KEY,))
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        yield api
    assert await database.read(ledger.drifted) == []


def action(**more: Any) -> dict[str, Any]:
    """A review of Ann's."""
    return {
        "member": {"phone": "+380501234567"},
        "action": "review",
        "reference": "product-1",
        "occurred_at": "2026-03-10T13:00:00+02:00",
    } | more


async def post(api: httpx.AsyncClient, **more: Any) -> dict[str, Any]:
    """Report it; what it brought."""
    answer = await api.post("/api/v1/actions", json=action(**more))
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


async def test_twenty_reports_at_once_are_one_action(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)

    results = await asyncio.gather(*(post(shop) for _ in range(20)))

    assert [results[0]] * 20 == results
    assert results[0] == {
        "member_id": ann["id"],
        "points_awarded": 5,
        "points_pending": 0,
        "balance": 55,
        "vouchers": [],
        "reason": None,
        "unit": "points",
        "currency": "EUR",
    }


async def test_a_deleted_review_takes_its_points_back_for_good(shop: httpx.AsyncClient) -> None:
    await enrol(shop)
    await post(shop)

    back = await post(shop, cancelled=True)
    late = await post(shop)

    assert (back["points_awarded"], back["balance"], back["reason"]) == (0, 50, "cancelled")
    assert late == back


async def test_more_than_the_limit_brings_nothing_and_says_so(shop: httpx.AsyncClient) -> None:
    await enrol(shop)

    reasons = [(await post(shop, reference=str(each)))["reason"] for each in range(3)]

    assert reasons == [None, None, "limit"]


async def test_a_stranger_is_answered_null(shop: httpx.AsyncClient) -> None:
    result = await post(shop)

    assert (result["member_id"], result["reason"]) == (None, "no_member")


async def test_an_action_nobody_rewards_is_refused_with_the_nearest_name(
    shop: httpx.AsyncClient,
) -> None:
    answer = await shop.post("/api/v1/actions", json=action(action="reveiw"))

    assert fields_of(answer) == ["action"]
    assert "it rewards: review." in problem_of(answer)["detail"]


async def test_the_ledger_names_the_rule(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)
    await post(shop)

    [entry, _] = (await shop.get(f"/api/v1/members/{ann['id']}/entries")).json()["entries"]

    assert (entry["kind"], entry["order"]) == ("action", None)
    assert entry["reason"] == "Did what the rule reviews rewards."
    assert entry["reference"] == "action/review/product-1"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("member", None),
        ("member.phone", {"phone": "123"}),
        ("action", ""),
        ("action", 7),
        ("reference", ""),
        ("reference", "x" * 129),
        ("occurred_at", "yesterday"),
        ("cancelled", "yes"),
    ],
)
async def test_what_can_not_be_meant_is_named(
    front: httpx.AsyncClient, field: str, value: Any
) -> None:
    body = action(**{field.partition(".")[0]: value})

    answer = await front.post("/api/v1/actions", json=body)

    assert [field] == fields_of(answer)
