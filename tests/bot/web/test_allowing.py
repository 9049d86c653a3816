"""What an API key may do, and how often."""

from typing import Any

import pytest
from starlette.exceptions import HTTPException

from bot.api_keys import KeyUnclear, Scope, api_keys
from bot.web.allowing import AT_TILLS, READING, Doorkeeper, scopes_for
from tests.bot.web.conftest import client, front_app, problem_of, without_database

KEYS = ("everything", "site:read+write:of-the-site", "till-3:till:of:the:till", "look:read:of-look")
READ, WRITE = scopes_for("GET", "/api/v1/members"), scopes_for("POST", "/api/v1/links")
USE = scopes_for("POST", "/api/v1/vouchers/{code}/use")


@pytest.fixture
def door() -> Doorkeeper:
    """Whoever guards these keys, without a limit."""
    return Doorkeeper(api_keys(KEYS), 0)


def admitted(door: Doorkeeper, key: str, needed: frozenset[Scope]) -> int:
    """The status the key would get; 200 is let in."""
    try:
        door.admit(f"Bearer {key}", needed)
    except HTTPException as refused:
        return refused.status_code
    return 200


@pytest.mark.parametrize(
    ("key", "statuses"),
    [
        ("everything", [200, 200, 200]),
        ("of-the-site", [200, 200, 200]),
        ("of:the:till", [200, 403, 200]),
        ("of-look", [200, 403, 403]),
        ("site:read+write:of-the-site", [401, 401, 401]),
    ],
)
def test_a_key_may_do_what_its_scopes_say(door: Doorkeeper, key: str, statuses: list[int]) -> None:
    assert [admitted(door, key, needed) for needed in (READ, WRITE, USE)] == statuses


@pytest.mark.parametrize(
    ("listed", "said"),
    [("till:key", "name:scopes:key"), ("a b:read:key", "name:scopes:key"), ("x:raed:k", "'raed'")],
)
def test_a_slip_never_makes_a_full_key(listed: str, said: str) -> None:
    with pytest.raises(KeyUnclear, match=said):
        api_keys([listed])


async def test_a_call_out_of_scope_is_told_what_it_needs() -> None:
    async with client(without_database(api_keys=KEYS), Authorization="Bearer of-look") as api:
        answer = await api.post("/api/v1/links", json={})

    assert problem_of(answer)["status"] == 403
    assert "look" in problem_of(answer)["detail"]
    assert "needs write" in problem_of(answer)["detail"]


def test_a_key_is_used_so_often_in_a_minute_and_another_is_not_held_up() -> None:
    clock = 0.0
    door = Doorkeeper(api_keys(["one", "two"]), 30, clock=lambda: clock)
    assert [admitted(door, "one", READ) for _ in range(31)] == [200] * 30 + [429]
    assert admitted(door, "two", READ) == 200

    clock = 2.1
    assert [admitted(door, "one", READ) for _ in range(2)] == [200, 429]
    clock = 70.0
    assert [admitted(door, "one", READ) for _ in range(31)] == [200] * 30 + [429]


async def test_too_often_is_429_with_the_time_to_wait() -> None:
    web = without_database(api_keys=("one",), api_calls_per_minute=1)
    async with client(web, Authorization="Bearer one") as api:
        answers = [await api.post("/api/v1/links", json={}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [422, 429]
    assert problem_of(answers[1])["detail"]
    assert 0 < int(answers[1].headers["Retry-After"]) <= 60


def test_every_route_for_tills_is_there() -> None:
    paths: dict[str, Any] = front_app().openapi()["paths"]
    known = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    missing = (AT_TILLS | READING) - known
    assert missing <= {("POST", "/api/v1/orders/{shop}/{order_id}/refunds")}
