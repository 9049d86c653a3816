"""Referrals that look odd: listed, approved, refused, on both engines."""

from typing import Any

import httpx
import pytest

from tests.bot.web.conftest import enrol, fields_of, problem_of, put

PHONE = "+380501234567"  # Ann's, and on every order unless it says otherwise


async def odd(api: httpx.AsyncClient, number: str = "1") -> tuple[dict[str, Any], dict[str, Any]]:
    """Ann brings Bob, whose order has Ann's number on it."""
    found = await api.get("/api/v1/members", params={"phone": PHONE})
    ann = found.json() if found.status_code == 200 else await enrol(api)
    code = ann["referral_code"]
    bob = await enrol(api, phone=None, email=f"bob{number}@example.com", referral_code=code)
    await put(api, number, customer={"card": bob["card"], "phone": PHONE})
    return ann, bob


async def decide(api: httpx.AsyncClient, friend: dict[str, Any], **decision: Any) -> httpx.Response:
    """The shop has looked at it."""
    return await api.post(f"/api/v1/referrals/{friend['id']}/decision", json=decision)


async def balance(api: httpx.AsyncClient, member: dict[str, Any]) -> int:
    """What the member can spend."""
    found = await api.get(f"/api/v1/members/{member['id']}")
    return int(found.json()["points"]["balance"])


async def test_what_looks_odd_waits_for_the_shop_with_its_reasons(api: httpx.AsyncClient) -> None:
    ann, bob = await odd(api)
    answer = await api.get("/api/v1/referrals", params={"state": "review"})

    assert await balance(api, ann) == 50
    assert answer.json() == {
        "referrals": [
            {
                "friend_id": bob["id"],
                "referrer_id": ann["id"],
                "state": "review",
                "joined_at": "2026-03-10T12:00:00Z",
                "qualified_at": "2026-03-10T12:00:00Z",
                "order": {"shop": "eu", "id": "1"},
                "held_until": None,
                "signals": ["address"],
                "unpaid": None,
                "decided_by": None,
                "decided_at": None,
                "reason": None,
            }
        ],
        "next_cursor": None,
    }


async def test_an_approval_pays_both_once(api: httpx.AsyncClient) -> None:
    ann, bob = await odd(api)
    answers = [await decide(api, bob, approve=True) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert answers[0].json() == answers[2].json()
    assert answers[0].json()["state"] == "paid"
    assert answers[0].json()["decided_by"] == "api"
    assert await balance(api, ann) == 50 + 30
    assert (await api.get("/api/v1/referrals?state=review")).json()["referrals"] == []


async def test_a_refusal_says_why_and_pays_nobody(api: httpx.AsyncClient) -> None:
    ann, bob = await odd(api)
    silent = await decide(api, bob, approve=False)
    refused = await decide(api, bob, approve=False, reason="one person")

    assert fields_of(silent) == [""] or silent.status_code == 422
    assert (refused.json()["state"], refused.json()["reason"]) == ("refused", "one person")
    assert await balance(api, ann) == 50


async def test_what_was_paid_can_not_be_refused(api: httpx.AsyncClient) -> None:
    _, bob = await odd(api)
    await decide(api, bob, approve=True)
    answer = await decide(api, bob, approve=False, reason="too late")

    assert answer.status_code == 409
    assert problem_of(answer)["detail"] == "The referral is paid."


@pytest.mark.parametrize("friend", ["nobody", "7"])
async def test_a_stranger_has_no_referral(api: httpx.AsyncClient, friend: str) -> None:
    assert (await decide(api, {"id": friend}, approve=True)).status_code == 404


async def test_whom_nobody_brought_has_no_referral(api: httpx.AsyncClient) -> None:
    answer = await decide(api, await enrol(api), approve=True)

    assert (answer.status_code, problem_of(answer)["title"]) == (404, "No such referral")


async def test_pages_follow_each_other(api: httpx.AsyncClient) -> None:
    friends = [(await odd(api, str(number)))[1]["id"] for number in range(3)]
    seen, cursor = [], None
    for _ in range(2):
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await api.get("/api/v1/referrals", params=params)).json()
        seen += [one["friend_id"] for one in page["referrals"]]
        cursor = page["next_cursor"]

    assert sorted(seen) == sorted(friends)
    assert cursor is None


async def test_what_is_no_state_is_refused(front: httpx.AsyncClient) -> None:
    assert fields_of(await front.get("/api/v1/referrals?state=odd")) == ["state"]
