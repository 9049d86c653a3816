"""Redemptions, adjustments and vouchers: each act happens once."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.bot.web.conftest import Clock, enrol, fields_of, problem_of


async def post(
    api: httpx.AsyncClient, member: dict[str, Any], what: str, key: str = "k1", **body: Any
) -> httpx.Response:
    """Redeem or adjust."""
    url = f"/api/v1/members/{member['id']}/{what}"
    return await api.post(url, json=body, headers={"Idempotency-Key": key})


async def balance(api: httpx.AsyncClient, member: dict[str, Any]) -> int:
    """What the member can spend."""
    points: int = (await api.get(f"/api/v1/members/{member['id']}")).json()["points"]["balance"]
    return points


async def code_of_a_coffee(api: httpx.AsyncClient, **person: Any) -> str:
    """Let somebody redeem a coffee."""
    answer = await post(api, await enrol(api, **person), "redemptions", reward_id="coffee")
    code: str = answer.json()["code"]
    return code


async def test_points_become_a_voucher(api: httpx.AsyncClient) -> None:
    ann = await enrol(api, language="uk")

    answer = await post(api, ann, "redemptions", reward_id="coffee", points=20)

    voucher = answer.json()
    assert answer.status_code == 201
    assert voucher == voucher | {
        "member_id": ann["id"],
        "reward": "coffee",
        "title": "Кава в подарунок",
        "points": 20,
        "status": "issued",
        "issued_at": "2026-03-10T12:00:00Z",
        "expires_at": "2026-04-09T21:00:00Z",
        "used_at": None,
        "used_for": None,
    }
    assert await balance(api, ann) == 30


async def test_twenty_redemptions_of_one_key_are_one(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)

    answers = await asyncio.gather(
        *(post(api, ann, "redemptions", reward_id="coffee") for _ in range(20))
    )

    assert {201} == {answer.status_code for answer in answers}
    assert len({answer.json()["code"] for answer in answers}) == 1
    assert await balance(api, ann) == 30


@pytest.mark.parametrize(
    ("wish", "status", "kind", "field"),
    [
        ({"reward_id": "mug"}, 409, "not-enough-points", "points"),
        ({"reward_id": "tea"}, 422, "unknown-reward", "reward_id"),
        ({"reward_id": "coffee", "points": 19}, 422, "reward-price-is-fixed", "points"),
        ({}, 422, "invalid-request", "reward_id"),
    ],
)
async def test_a_redemption_that_can_not_be_is_refused_with_its_reason(
    api: httpx.AsyncClient, wish: dict[str, Any], status: int, kind: str, field: str
) -> None:
    answer = await post(api, await enrol(api), "redemptions", **wish)

    problem = problem_of(answer)
    assert (status, f"urn:problem-type:loyalty:{kind}") == (answer.status_code, problem["type"])
    assert [field] == [error["field"] for error in problem["errors"]]


async def test_a_refusal_tells_its_values(api: httpx.AsyncClient) -> None:
    answer = await post(api, await enrol(api), "redemptions", reward_id="mug")

    problem = problem_of(answer)
    assert problem["missing"] == 450
    assert problem["detail"] == "The member lacks 450 spendable points."


@pytest.mark.parametrize(("points", "after"), [(25, 75), (-50, 0)])
async def test_an_adjustment_gives_or_takes(
    api: httpx.AsyncClient, points: int, after: int
) -> None:
    ann = await enrol(api)

    answer = await post(api, ann, "adjustments", points=points, reason="A mistake")

    assert answer.status_code == 201
    assert answer.json() == {
        "id": "2",
        "points": points,
        "reason": "A mistake",
        "balance": after,
        "unit": "points",
        "currency": "EUR",
    }
    [entry, _] = (await api.get(f"/api/v1/members/{ann['id']}/entries")).json()["entries"]
    assert (entry["kind"], entry["reason"]) == ("adjustment", "Adjusted by the shop: A mistake")


async def test_twenty_adjustments_of_one_key_are_one(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)

    answers = await asyncio.gather(
        *(post(api, ann, "adjustments", points=-40, reason="x") for _ in range(20))
    )

    assert {201} == {answer.status_code for answer in answers}
    assert {10} == {answer.json()["balance"] for answer in answers}
    assert await balance(api, ann) == 10


async def test_a_key_stands_for_one_request(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    await post(api, ann, "adjustments", points=1, reason="x")

    others = [
        await post(api, ann, "adjustments", points=2, reason="x"),
        await post(api, ann, "adjustments", points=1, reason="y"),
        await post(api, ann, "redemptions", reward_id="coffee"),
    ]

    assert [answer.status_code for answer in others] == [409] * 3
    assert problem_of(others[0])["type"].endswith("operation-reused")


async def test_one_key_serves_each_member(api: httpx.AsyncClient) -> None:
    members = [await enrol(api), await enrol(api, phone="+40721234567")]

    answers = [await post(api, one, "adjustments", points=1, reason="x") for one in members]

    assert [answer.json()["balance"] for answer in answers] == [51, 51]


async def test_no_more_is_taken_than_can_be_spent(api: httpx.AsyncClient) -> None:
    answer = await post(api, await enrol(api), "adjustments", points=-51, reason="x")

    assert (answer.status_code, problem_of(answer)["missing"]) == (409, 1)


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("points", {"points": 0, "reason": "x"}),
        ("points", {"points": 1.5, "reason": "x"}),
        ("points", {"points": True, "reason": "x"}),
        ("points", {"points": 1_000_001, "reason": "x"}),
        ("reason", {"points": 1, "reason": ""}),
        ("reason", {"points": 1, "reason": "\x00"}),
        ("reason", {"points": 1}),
    ],
)
async def test_an_adjustment_that_can_not_be_meant_is_named(
    front: httpx.AsyncClient, field: str, body: dict[str, Any]
) -> None:
    assert [field] == fields_of(await post(front, {"id": "1"}, "adjustments", **body))


@pytest.mark.parametrize(
    ("what", "body"),
    [("adjustments", {"points": 1, "reason": "x"}), ("redemptions", {"reward_id": "coffee"})],
)
async def test_moving_points_needs_a_key_of_its_own(
    api: httpx.AsyncClient, what: str, body: dict[str, Any]
) -> None:
    url = f"/api/v1/members/{(await enrol(api))['id']}/{what}"

    assert fields_of(await api.post(url, json=body)) == ["Idempotency-Key"]
    unknown = await api.post(
        f"/api/v1/members/7/{what}", json=body, headers={"Idempotency-Key": "k"}
    )
    assert unknown.status_code == 404


async def test_a_code_works_once(api: httpx.AsyncClient) -> None:
    url = f"/api/v1/vouchers/{await code_of_a_coffee(api)}"

    answers = [await api.post(f"{url}/use") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 409]
    assert "used" == answers[0].json()["status"] == (await api.get(url)).json()["status"]


async def test_of_ten_uses_at_once_one_wins(api: httpx.AsyncClient) -> None:
    url = f"/api/v1/vouchers/{await code_of_a_coffee(api)}/use"

    answers = await asyncio.gather(*(api.post(url) for _ in range(10)))

    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 9


async def test_a_use_for_the_same_order_is_the_same_use(api: httpx.AsyncClient) -> None:
    url = f"/api/v1/vouchers/{(await code_of_a_coffee(api)).lower().replace('-', '')}/use"

    bodies = [{"shop": "eu", "order": "7"}] * 2 + [{"shop": "eu", "order": "8"}]
    answers = [await api.post(url, json=body) for body in bodies]

    assert [answer.status_code for answer in answers] == [200, 200, 409]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["used_for"] == "eu/7"


async def test_a_use_with_the_same_key_is_the_same_use(api: httpx.AsyncClient) -> None:
    url = f"/api/v1/vouchers/{await code_of_a_coffee(api)}/use"

    answers = [await api.post(url, headers={"Idempotency-Key": key}) for key in ("a", "a", "b")]

    assert [answer.status_code for answer in answers] == [200, 200, 409]


async def test_no_such_voucher_is_404(api: httpx.AsyncClient) -> None:
    assert (await api.get("/api/v1/vouchers/K7QD-9MXE-2HFW")).status_code == 404
    assert (await api.post("/api/v1/vouchers/K7QD-9MXE-2HFW/use")).status_code == 404


async def test_a_voucher_past_its_date_is_expired(api: httpx.AsyncClient, clock: Clock) -> None:
    url = f"/api/v1/vouchers/{await code_of_a_coffee(api)}"
    clock.now += timedelta(days=31)

    assert (await api.get(url)).json()["status"] == "expired"
    assert (await api.post(f"{url}/use")).status_code == 409


async def test_a_voucher_of_somebody_erased_can_still_be_read(api: httpx.AsyncClient) -> None:
    url = f"/api/v1/vouchers/{await code_of_a_coffee(api)}"
    await api.delete(f"/api/v1/members/{(await api.get(url)).json()['member_id']}")

    assert (await api.get(url)).status_code == 200


async def test_a_reason_of_spaces_is_none(front: httpx.AsyncClient) -> None:
    answer = await post(front, {"id": "1"}, "adjustments", points=1, reason=" ")

    assert problem_of(answer)["detail"] == "reason: say why"


async def test_a_key_is_as_long_as_others_allow(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)

    answers = [
        await post(api, ann, "adjustments", "k" * n, points=1, reason="x") for n in (255, 256)
    ]

    assert [answer.status_code for answer in answers] == [201, 422]
