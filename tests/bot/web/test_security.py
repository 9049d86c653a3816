"""The API's door: keys, and every failure as a problem."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from bot.ports import DatabaseUnavailable
from bot.web.app import create_app
from bot.web.given import Web
from bot.web.limits import BodyLimit
from bot.web.refusals import REFUSALS
from bot.web.wording import kind_of
from core.errors import LoyaltyError
from core.staff_errors import StaffRefusal
from tests.bot.web.conftest import KEY, client, order, problem_of, without_database

JSON = {"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"}
ORDER = "/api/v1/orders/eu/1"


class Broken:
    """A database, or acts, that fail as told."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def run(self, work: Callable[..., Any]) -> Any:
        """Fail."""
        raise self._error

    read = run_short = run

    def new(self, operation_id: str, *, actor: str) -> SimpleNamespace:
        """Make an act."""
        return SimpleNamespace(operation_id=operation_id)


def broken(error: Exception) -> Web:
    """A web layer whose database fails so."""
    it: Any = Broken(error)
    return replace(without_database(), database=it, acts=it, api_keys=(KEY,))


@pytest.mark.parametrize("key", ["old-key", KEY])
@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
async def test_each_key_opens(web: Web, scheme: str, key: str) -> None:
    async with client(web, Authorization=f"{scheme} {key}") as api:
        assert (await api.get("/api/v1/members/1")).status_code == 404


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Bearer wrong", f"Basic {KEY}", KEY, "Bearer ключ"]
)
async def test_a_wrong_key_is_401_before_the_body_is_read(authorization: str) -> None:
    async with client(without_database(api_keys=(KEY,))) as api:
        headers = {b"Authorization": authorization.encode()}
        answer = await api.put(ORDER, content=b"{", headers=headers)

    assert problem_of(answer)["status"] == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


async def test_a_key_may_have_any_letters() -> None:
    async with client(replace(broken(ValueError()), api_keys=("ключ",)), raises=False) as api:
        headers = {b"Authorization": "Bearer ключ".encode()}
        assert (await api.get("/api/v1/members/1", headers=headers)).status_code == 500


async def test_without_keys_the_api_is_off_and_says_so() -> None:
    async with client(without_database(), Authorization="Bearer ") as api:
        answer = await api.get("/api/v1/members/1")

    assert answer.status_code == 503
    assert "LOYALTY_API_KEYS" in problem_of(answer)["detail"]


async def test_every_api_route_asks_for_a_key() -> None:
    async with client(without_database(api_keys=(KEY,))) as api:
        paths = (await api.get("/openapi.json")).json()["paths"]
        for path, methods in paths.items():
            for method in methods:
                answer = await api.request(method, path.replace("{", "").replace("}", ""))
                assert answer.status_code == 401, (method, path)


async def test_an_unavailable_database_is_503_and_worth_trying_again() -> None:
    async with client(broken(DatabaseUnavailable("postgresql://user:secret@host"))) as api:
        answer = await api.put(ORDER, json=order(), headers=JSON)

    assert answer.status_code == 503
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "secret" not in problem_of(answer)["detail"]


async def test_a_bug_is_500_without_details() -> None:
    async with client(broken(ValueError("secret")), raises=False) as api:
        answer = await api.put(ORDER, json=order(), headers=JSON)

    assert problem_of(answer)["status"] == 500
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/nothing", 404), ("GET", ORDER, 405)]
)
async def test_what_is_not_there_is_a_problem_too(method: str, path: str, status: int) -> None:
    async with client(without_database()) as api:
        assert status == problem_of(await api.request(method, path))["status"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b"", 422),
        (b"[]", 422),
        (b'"x"', 422),
        (b"null", 422),
        (b'{"total": NaN}', 400),
        (b"\xff", 400),
        (b"[" * 100_000, 400),
        (b'{"total": ' + b"9" * 5_000 + b"}", 400),
    ],
)
async def test_a_body_that_can_not_be_read_is_a_problem(body: bytes, status: int) -> None:
    async with client(broken(ValueError())) as api:
        assert status == problem_of(await api.put(ORDER, content=body, headers=JSON))["status"]


async def test_a_number_is_not_rounded() -> None:
    body = json.dumps(order()).replace('"30.00"', "30.000000000000000001")
    async with client(broken(ValueError())) as api:
        answer = await api.put(ORDER, content=body, headers=JSON)

    assert "finer" in problem_of(answer)["detail"]


@pytest.mark.parametrize("declared", [True, False])
async def test_a_body_too_long_is_413(declared: bool) -> None:
    async def pieces() -> Any:
        for _ in range(11):
            yield b" " * 100_000

    async with client(broken(ValueError())) as api:
        content = b" " * 1_100_000 if declared else pieces()
        answer = await api.put(ORDER, content=content, headers=JSON)

    assert problem_of(answer)["status"] == 413


async def test_a_body_that_does_not_come_to_its_end_is_408() -> None:
    async def pieces() -> Any:
        yield b"{"
        await asyncio.Event().wait()

    app = BodyLimit(create_app(broken(ValueError())), seconds=0.05)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot", headers=JSON) as api:
        answer = await api.put(ORDER, content=pieces())

    assert problem_of(answer)["status"] == 408


def test_every_refusal_has_its_words() -> None:
    """But for those of the counter, which the API never meets."""
    assert {*LoyaltyError.__subclasses__()} - {StaffRefusal} == REFUSALS.keys()


def test_every_refusal_has_a_kind_of_its_own() -> None:
    kinds = {kind_of(refusal) for refusal in REFUSALS}

    assert len(REFUSALS) == len(kinds)
    assert "not-a-member" in kinds


async def test_a_repeated_header_or_query_is_no_bug(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api/v1/members?phone=%2B380501234567&phone=%2B380501234568")

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/docs/", "//evil.example/", "/api/v1/members/", "/x?url=//e"])
async def test_nobody_is_sent_elsewhere(path: str) -> None:
    async with client(without_database(api_keys=(KEY,))) as api:
        assert (await api.get(f"http://bot{path}")).status_code in {401, 404}
