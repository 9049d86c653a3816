"""The API tells a shop all it needs to apply a voucher, whatever it is for."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from random import Random
from typing import Any

import httpx
import pytest

from bot.acts import Acts
from bot.web.given import Web
from core.program.loading import load
from tests.bot.web.conftest import KEY, PROGRAM, Clock, client, enrol, fields_of, problem_of
from tests.core.program.shelf import BIKE

REWARDS = (
    """
[[rewards]]
id = "points-off"
kind = "flexible"
title = "Pay with points"
points = 10
amount = "1.00"
at_least = 10
step = 10
minimum = "20.00"
goods = { categories = ["toys"] }
without = { labels = ["sale"] }
max_share = "30"

[[rewards]]
id = "third"
kind = "percent_off"
title = "A third off"
percent = "33.30"
one_item = true
cost = 10

[[rewards]]
id = "give"
kind = "donation"
title = "Donate"
cost = 10
amount = "1.00"
causes = [{ id = "wildlife", title = "Wildlife" }, { id = "rights", title = "Rights" }]
"""
    + BIKE
)
MONEY = """
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Bucharest"
languages = ["en"]
unit = "money"
[[earning]]
id = "welcome"
on = "signup"
points = "5.00"
[[rewards]]
id = "wallet"
kind = "flexible"
title = "Pay from your wallet"
points = "1.00"
amount = "1.00"
"""


def shop(web: Web, program: str) -> AbstractAsyncContextManager[httpx.AsyncClient]:
    """The shop, under another program."""
    acts = Acts(load(program), 1, clock=Clock(), random=Random(7))
    return client(replace(web, acts=acts), Authorization=f"Bearer {KEY}")


@pytest.fixture
async def api(web: Web) -> AsyncIterator[httpx.AsyncClient]:
    """The shop, whose program has rewards of many kinds."""
    async with shop(web, PROGRAM + REWARDS) as api:
        yield api


async def redeems(api: httpx.AsyncClient, key: str = "1", **wish: Any) -> httpx.Response:
    """Ann redeems something."""
    found = await api.get("/api/v1/members", params={"phone": "+380501234567"})
    member = found.json()["id"]
    headers = {"Idempotency-Key": key}
    return await api.post(f"/api/v1/members/{member}/redemptions", json=wish, headers=headers)


async def test_a_chosen_amount_comes_with_all_its_terms(api: httpx.AsyncClient) -> None:
    await enrol(api)
    voucher = (await redeems(api, reward_id="points-off", points=30)).json()

    assert voucher["kind"] == "flexible"
    assert (voucher["points"], voucher["amount"], voucher["currency"]) == (30, "3.00", "EUR")
    assert (voucher["minimum"], voucher["max_share"]) == ("20.00", "30")
    assert voucher["goods"] == {"categories": ["toys"], "labels": [], "skus": []}
    assert voucher["without"] == {"categories": [], "labels": ["sale"], "skus": []}
    assert (await api.get(f"/api/v1/vouchers/{voucher['code']}")).json() == voucher


async def test_a_percentage_is_told_exactly(api: httpx.AsyncClient) -> None:
    await enrol(api)
    voucher = (await redeems(api, reward_id="third")).json()

    assert (voucher["percent"], voucher["one_item"], voucher["amount"]) == ("33.3", True, None)


@pytest.mark.parametrize(
    ("wish", "field", "said"),
    [
        ({"reward_id": "points-off"}, "points", "10 at least"),
        ({"reward_id": "points-off", "points": 5}, "points", "at least 10"),
        ({"reward_id": "points-off", "points": 25}, "points", "20 or 30"),
        ({"reward_id": "points-off", "amount": "3.00"}, "amount", "counts in points"),
        ({"reward_id": "give"}, "cause", "wildlife, rights"),
        ({"reward_id": "give", "cause": "whales"}, "cause", "wildlife, rights"),
    ],
)
async def test_a_wrong_choice_is_answered_with_what_is_right(
    api: httpx.AsyncClient, wish: dict[str, Any], field: str, said: str
) -> None:
    await enrol(api)
    answer = await redeems(api, **wish)

    assert fields_of(answer) == [field]
    assert said in problem_of(answer)["detail"]


async def test_a_donation_is_a_used_voucher(api: httpx.AsyncClient) -> None:
    await enrol(api)
    gift = (await redeems(api, reward_id="give", cause="rights")).json()

    assert (gift["kind"], gift["cause"], gift["amount"]) == ("donation", "rights", "1.00")
    assert (gift["status"], gift["final"]) == ("used", True)
    assert (await api.post(f"/api/v1/vouchers/{gift['code']}/use")).status_code == 409


async def test_a_ticket_tells_its_raffle_and_not_its_seed(api: httpx.AsyncClient) -> None:
    await enrol(api)
    ticket = (await redeems(api, reward_id="bike")).json()

    assert (ticket["kind"], ticket["day"]) == ("ticket", "2026-03-20")
    assert len(ticket["raffle"]["commitment"]) == 64
    assert ticket["raffle"]["seed"] is None


async def test_in_a_program_of_money_the_amount_is_a_sum(web: Web) -> None:
    async with shop(web, MONEY) as api:
        await enrol(api)
        voucher = (await redeems(api, reward_id="wallet", amount="2.50")).json()
        minor = (await redeems(api, "2", reward_id="wallet", points=250)).json()
        both = await redeems(api, "3", reward_id="wallet", points=1, amount="0.01")
        fine = await redeems(api, "4", reward_id="wallet", amount="0.001")

    assert (
        (voucher["amount"], voucher["points"])
        == (minor["amount"], minor["points"])
        == ("2.50", 250)
    )
    assert fields_of(both) == fields_of(fine) == ["amount"]
