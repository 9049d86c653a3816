"""A shop's API over a real database: a program of round numbers, a clock that stands."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.acts import Acts
from bot.ports import Database
from bot.web.app import create_app
from bot.web.given import Web
from core.program.loading import load
from core.tables import ledger
from tests.bot.web.stages import lent

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
KEY = "a-key-of-the-shop"
PROGRAM = """
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Bucharest"
languages = ["en", "uk"]
[points]
en = { one = "point", other = "points" }
uk = { one = "бал", few = "бали", many = "балів", other = "бала" }
[[earning]]
id = "purchases"
on = "purchase"
points = 1
per = "5.00"
[[earning]]
id = "welcome"
on = "signup"
points = 50
[[tiers.levels]]
id = "bronze"
title = { en = "Bronze", uk = "Бронза" }
from = 0
[[tiers.levels]]
id = "silver"
title = { en = "Silver", uk = "Срібло" }
from = 100
[[rewards]]
id = "coffee"
kind = "gift"
title = { en = "Free coffee", uk = "Кава в подарунок" }
cost = 20
voucher_days = 30
[[rewards]]
id = "mug"
kind = "gift"
title = "Mug"
cost = 500
[referral]
referrer = 30
friend = 10
minimum = "10.00"
[expiry]
kind = "rolling"
months = 12
"""

READ = load(PROGRAM)

Order = dict[str, Any]


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


async def all_is_well() -> Mapping[str, str]:
    """Say that everything works."""
    return {"database": "ok", "telegram": "ok"}


@pytest.fixture
def clock() -> Clock:
    """Noon of 10 March 2026."""
    return Clock()


@pytest.fixture
async def web(database: Database, clock: Clock) -> AsyncIterator[Web]:
    """What the web layer is given; afterwards the ledger still adds up."""
    acts = Acts(READ, 1, clock=clock, random=Random(7))
    yield Web(database=database, acts=acts, ready=all_is_well, api_keys=("old-key", KEY))
    assert await database.read(ledger.drifted) == []


@pytest.fixture
async def api(web: Web) -> AsyncIterator[httpx.AsyncClient]:
    """The shop, with its key."""
    async with client(web, Authorization=f"Bearer {KEY}") as api:
        yield api


@pytest.fixture
async def front() -> AsyncIterator[httpx.AsyncClient]:
    """The shop's way to what is refused before the database is asked."""
    async with calling(front_app(), Authorization=f"Bearer {KEY}") as front:
        yield front


@cache
def front_app() -> FastAPI:
    """An application without a database."""
    return create_app(without_database(acts=Acts(READ, 1), api_keys=(KEY,)))


@asynccontextmanager
async def client(
    web: Web, *, raises: bool = True, **headers: str
) -> AsyncIterator[httpx.AsyncClient]:
    """Call the application without a network; raises=False shows the answer to a bug."""
    with lent(web) as app:
        async with calling(app, raises=raises, **headers) as caller:
            yield caller


def calling(app: FastAPI, *, raises: bool = True, **headers: str) -> httpx.AsyncClient:
    """Call an application that is made already."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
    return httpx.AsyncClient(transport=transport, base_url="http://shop", headers=headers)


def without_database(**given: Any) -> Web:
    """What routes that need no database are given."""
    web = Web(database=None, acts=None, ready=all_is_well)  # type: ignore[arg-type]
    return replace(web, **given)


async def enrol(api: httpx.AsyncClient, **person: Any) -> dict[str, Any]:
    """Enrol Ann, or somebody like her."""
    answer = await api.post(
        "/api/v1/members", json={"phone": "+380501234567", "name": "Ann"} | person
    )
    assert answer.status_code == 201, answer.text
    member: dict[str, Any] = answer.json()
    return member


def order(total: str | float = "30.00", status: str = "paid", **more: Any) -> Order:
    """An order of Ann's."""
    return {
        "customer": {"phone": "+380501234567"},
        "placed_at": "2026-03-10T13:00:00+02:00",
        "currency": "EUR",
        "total": total,
        "status": status,
    } | more


async def put(api: httpx.AsyncClient, number: str = "1001", **fields: Any) -> dict[str, Any]:
    """Report the order; what it meant."""
    answer = await api.put(f"/api/v1/orders/eu/{number}", json=order(**fields))
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


def problem_of(answer: httpx.Response) -> dict[str, Any]:
    """The problem, which has all it must have."""
    problem: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert {"type", "title", "detail", "errors"} <= problem.keys()
    return problem


def fields_of(answer: httpx.Response) -> list[str]:
    """The fields that a 422 names."""
    assert answer.status_code == 422, answer.text
    return [error["field"] for error in problem_of(answer)["errors"]]
