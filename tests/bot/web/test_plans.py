"""Plans paid, cancelled, refunded and decided; tiers given by hand."""

from collections.abc import AsyncIterator
from functools import partial
from random import Random
from typing import Any

import httpx
import pytest

from bot.acts import Acts
from bot.ports import Database
from bot.web.given import Web
from core.model import MemberId
from core.plans import subscribing
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
    put,
)

PLANS = """
[[plans]]
id = "club"
title = { en = "Club", uk = "Клуб" }
price = "25.00"
period = "year"
grants = [{ id = "hello", every = "once", points = 7 }]

[[plans]]
id = "card"
title = "Card"
period = "once"
approval = true

[[earning]]
id = "year"
on = "dividend"
percent = "10"

[[tiers.levels]]
id = "platinum"
title = "Platinum"

[referral]
"""


@pytest.fixture
async def shop(database: Database, clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    """The API of the café with plans, a dividend, and a tier that only staff give."""
    program = load(PROGRAM.replace("[referral]\n", PLANS, 1))
    acts = Acts(program, 1, clock=clock, random=Random(7))
    web = Web(database=database, acts=acts, ready=all_is_well, api_keys=(KEY,))
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        yield api
    assert await database.read(ledger.drifted) == []


def paid(**more: Any) -> dict[str, Any]:
    """A year of the club."""
    return {"plan": "club", "paid_at": "2026-03-10T12:00:00Z", "reference": "pay-1"} | more


async def test_a_payment_begins_the_plan_once(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop, language="uk")
    path = f"/api/v1/members/{ann['id']}"

    answers = [await shop.post(f"{path}/plan", json=paid()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert answers[0].json() == {
        "id": "club",
        "name": "Клуб",
        "status": "active",
        "active": True,
        "trial": False,
        "since": "2026-03-10",
        "until": "2027-03-10",
        "next_grant": None,
    }
    member = (await shop.get(path)).json()
    assert member["plan"] == answers[0].json()
    assert member["plans"] == [member["plan"]]
    assert member["points"]["balance"] == 57


async def test_a_payment_s_reference_is_its_own(shop: httpx.AsyncClient) -> None:
    ann, bob = await enrol(shop), await enrol(shop, phone="+40721234567")
    await shop.post(f"/api/v1/members/{ann['id']}/plan", json=paid())

    answer = await shop.post(f"/api/v1/members/{bob['id']}/plan", json=paid())

    assert answer.status_code == 409


async def test_the_shop_sees_who_waits_for_its_decision(
    shop: httpx.AsyncClient, database: Database, clock: Clock
) -> None:
    people = [await enrol(shop, phone=f"+4072123456{number}") for number in range(3)]
    program = load(PROGRAM.replace("[referral]\n", PLANS, 1))
    acts = Acts(program, 1, clock=clock, random=Random(7))
    for one in people:
        act, member_id = acts.new(f"apply {one['id']}", actor="test"), MemberId(int(one["id"]))
        await database.run(
            partial(subscribing.apply_for, act=act, member_id=member_id, plan_id="card")
        )
    waiting = [{"member_id": one["id"], "plan": "card"} for one in people]
    waiting.sort(key=lambda each: int(each["member_id"]))

    first = (await shop.get("/api/v1/applications", params={"limit": 2})).json()
    assert first["applications"] == waiting[:2]
    rest = {"cursor": first["next_cursor"]}
    second = (await shop.get("/api/v1/applications", params=rest)).json()
    assert second == {"applications": waiting[2:], "next_cursor": None}

    decision = {"plan": "card", "approve": True}
    await shop.post(f"/api/v1/members/{waiting[0]['member_id']}/plan/decision", json=decision)
    assert (await shop.get("/api/v1/applications")).json()["applications"] == waiting[1:]


async def test_who_cancels_has_the_plan_to_its_end(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)
    path = f"/api/v1/members/{ann['id']}/plan"
    await shop.post(path, json=paid())

    answer = await shop.delete(path, params={"plan": "club"})

    assert (answer.json()["status"], answer.json()["active"]) == ("cancelled", True)


async def test_a_refund_ends_the_plan_and_takes_back_what_it_gave(
    shop: httpx.AsyncClient,
) -> None:
    ann = await enrol(shop)
    path = f"/api/v1/members/{ann['id']}"
    await shop.post(f"{path}/plan", json=paid())

    refund = {"reference": "pay-1"}
    answers = [await shop.post(f"{path}/plan/refund", json=refund) for _ in range(2)]

    assert [(answer.json()["active"], answer.json()["status"]) for answer in answers] == [
        (False, "closed")
    ] * 2
    member = (await shop.get(path)).json()
    assert (member["plan"], member["points"]["balance"]) == (None, 50)


async def test_only_the_member_s_own_payment_is_refunded(shop: httpx.AsyncClient) -> None:
    ann, bob = await enrol(shop), await enrol(shop, phone="+40721234567")
    await shop.post(f"/api/v1/members/{ann['id']}/plan", json=paid())

    answer = await shop.post(
        f"/api/v1/members/{bob['id']}/plan/refund", json={"reference": "pay-1"}
    )

    assert answer.status_code == 404


async def test_the_shop_approves_and_closes(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)
    path = f"/api/v1/members/{ann['id']}/plan/decision"

    approved = await shop.post(path, json={"plan": "card", "approve": True})
    closed = await shop.post(path, json={"plan": "card", "approve": False})

    assert (approved.json()["status"], approved.json()["active"]) == ("active", True)
    assert (closed.json()["status"], closed.json()["active"]) == ("closed", False)


@pytest.mark.parametrize("amount", ["25.001", "9999999999999999"])
async def test_an_amount_that_can_t_be_paid_is_named(shop: httpx.AsyncClient, amount: str) -> None:
    ann = await enrol(shop)

    answer = await shop.post(f"/api/v1/members/{ann['id']}/plan", json=paid(amount=amount))

    assert fields_of(answer) == ["amount"]


async def test_an_unknown_plan_is_named(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)

    answer = await shop.post(f"/api/v1/members/{ann['id']}/plan", json=paid(plan="klub"))

    assert fields_of(answer) == ["plan"]


async def test_a_pending_dividend_is_shown(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)
    await put(shop, total="99.95")

    member = (await shop.get(f"/api/v1/members/{ann['id']}")).json()

    assert member["points"]["dividends"] == [{"rule": "year", "points": 9, "paid_on": "2027-01-01"}]


async def test_a_tier_is_given_by_hand_and_taken_back(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)
    path = f"/api/v1/members/{ann['id']}/tier"

    given = await shop.put(path, json={"tier": "platinum", "reason": "A friend of the house"})
    taken = await shop.put(path, json={"tier": None, "reason": "No more"})

    assert (given.json()["id"], taken.json()["id"]) == ("platinum", "bronze")


async def test_an_unknown_tier_is_named(shop: httpx.AsyncClient) -> None:
    ann = await enrol(shop)

    answer = await shop.put(
        f"/api/v1/members/{ann['id']}/tier", json={"tier": "gold", "reason": "?"}
    )

    assert fields_of(answer) == ["tier"]
    assert problem_of(answer)["type"].endswith(":unknown-tier")


@pytest.mark.parametrize(
    ("call", "body", "field"),
    [
        ("plan", {}, "plan"),
        ("plan", paid(plan="", reference="1"), "plan"),
        ("plan", paid(amount="x"), "amount"),
        ("plan", paid(paid_at="now"), "paid_at"),
        ("plan", paid(reference=""), "reference"),
        ("plan/refund", {"reference": ""}, "reference"),
        ("plan/decision", {"plan": "card", "approve": "yes"}, "approve"),
    ],
)
async def test_what_can_not_be_meant_is_named(
    front: httpx.AsyncClient, call: str, body: dict[str, Any], field: str
) -> None:
    answer = await front.post(f"/api/v1/members/1/{call}", json=body)

    assert fields_of(answer)[0] == field
