"""/api/v1/members: enrolment, finding, the ledger's pages, erasure."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from bot.ports import Database
from core import disclosing
from core.model import MemberId
from core.tables import members
from core.transaction import Row, Transaction
from tests.bot.web.conftest import enrol, fields_of, order, problem_of, put

JSON = {"Content-Type": "application/json"}


async def test_a_member_looks_as_the_contract_says(api: httpx.AsyncClient) -> None:
    consents = [{"channel": "sms", "purpose": "marketing", "granted": True}]

    ann = await enrol(
        api,
        telegram_id=4242,
        language="uk-UA",
        birthday="--02-29",
        city=" Kyiv ",
        tags=["VIP"],
        consents=consents,
    )

    assert ann.pop("id").isdecimal()
    assert len(ann.pop("card")) == 13
    assert len(ann.pop("referral_code")) == 8
    assert ann == {
        "name": "Ann",
        "status": "active",
        "language": "uk",
        "birthday": "--02-29",
        "city": "Kyiv",
        "tags": ["vip"],
        "tier": {
            "id": "bronze",
            "name": "Бронза",
            "since": "2026-03-10T12:00:00Z",
            "until": None,
        },
        "points": {
            "balance": 50,
            "pending": 0,
            "lifetime": 50,
            "next_expiry": {"points": 50, "at": "2027-03-10T22:00:00Z"},
            "dividends": [],
            "unit": "points",
            "currency": "EUR",
        },
        "plan": None,
        "plans": [],
        "channels": ["sms", "telegram"],
        "consents": consents,
    }


@pytest.mark.parametrize(
    "query",
    [
        "phone=%2B380501234567",
        "phone=+380501234567",
        "email=ANN@example.com",
        "telegram_id=4242",
        "card={card}",
    ],
)
async def test_a_member_is_found_by_any_key(api: httpx.AsyncClient, query: str) -> None:
    ann = await enrol(api, email="Ann@Example.com", telegram_id=4242)

    found = await api.get(f"/api/v1/members?{query.format(card=ann['card'])}")
    read = await api.get(f"/api/v1/members/{ann['id']}")

    assert ann == found.json() == read.json()


@pytest.mark.parametrize(
    "query", ["phone=%2B40721234567", "email=x@y.z", "card=1", "telegram_id=1"]
)
async def test_nobody_found_is_404(api: httpx.AsyncClient, query: str) -> None:
    await enrol(api)

    answer = await api.get(f"/api/v1/members?{query}")

    assert (
        answer.status_code,
        problem_of(answer)["type"],
    ) == (404, "urn:problem-type:loyalty:not-a-member")


@pytest.mark.parametrize("member_id", ["1", "abc", "²", "9" * 19, "9" * 40, "-1", "%00"])
async def test_no_such_member_is_404(api: httpx.AsyncClient, member_id: str) -> None:
    assert (await api.get(f"/api/v1/members/{member_id}")).status_code == 404
    assert (await api.delete(f"/api/v1/members/{member_id}")).status_code == 404


async def test_a_member_is_looked_for_by_exactly_one_key(front: httpx.AsyncClient) -> None:
    assert fields_of(await front.get("/api/v1/members")) == [
        "phone",
        "email",
        "card",
        "telegram_id",
    ]
    two = await front.get("/api/v1/members?card=1&telegram_id=2")
    assert fields_of(two) == ["card", "telegram_id"]


@pytest.mark.parametrize(
    ("again", "kind"),
    [
        ({"phone": "+380501234567"}, "phone-taken"),
        ({"email": "ANN@example.com"}, "email-taken"),
        ({"telegram_id": 4242}, "already-member"),
    ],
)
async def test_a_member_is_enrolled_once(
    api: httpx.AsyncClient, again: dict[str, Any], kind: str
) -> None:
    await enrol(api, email="ann@example.com", telegram_id=4242)

    answer = await api.post("/api/v1/members", json=again)

    assert answer.status_code == 409
    assert f"urn:problem-type:loyalty:{kind}" == problem_of(answer)["type"]


@pytest.mark.parametrize(
    "person", [{"phone": "+380501234567"}, {"email": "a@b.c"}, {"telegram_id": 4242}]
)
async def test_ten_at_once_enrol_once(api: httpx.AsyncClient, person: dict[str, Any]) -> None:
    answers = await asyncio.gather(*(api.post("/api/v1/members", json=person) for _ in range(10)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "12"),
        ("email", "nobody"),
        ("telegram_id", 0),
        ("telegram_id", True),
        ("birthday", "2020-02-30"),
        ("birthday", "24.05.1990"),
        ("name", "x" * 201),
        ("name", "A\x00"),
        ("name", "\ud800"),
        ("consents.0.channel", "pigeon"),
        ("consents.0.granted", "maybe"),
    ],
)
async def test_what_can_not_be_meant_is_named(
    front: httpx.AsyncClient, field: str, value: Any
) -> None:
    person: dict[str, Any] = {"email": "ann@example.com"}
    if field.startswith("consents"):
        consent = {"channel": "sms", "purpose": "marketing", "granted": True}
        person["consents"] = [consent | {field.rpartition(".")[2]: value}]
    else:
        person[field] = value

    answer = await front.post("/api/v1/members", content=json.dumps(person), headers=JSON)

    assert [field] == fields_of(answer)


async def test_somebody_without_any_key_is_not_enrolled(front: httpx.AsyncClient) -> None:
    assert fields_of(await front.post("/api/v1/members", json={"name": "Ann"})) == ["body"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "de"), ("birthday", "2999-01-01"), ("referral_code", "NOBODYS1")],
)
async def test_what_the_program_does_not_know_is_named(
    api: httpx.AsyncClient, field: str, value: str
) -> None:
    answer = await api.post("/api/v1/members", json={"email": "ann@example.com", field: value})

    assert fields_of(answer) == [field]


async def test_the_report_is_the_one_that_the_member_gets(
    api: httpx.AsyncClient, database: Database
) -> None:
    ann = await enrol(api, telegram_id=4242, city="Kyiv")
    told = await api.get(f"/api/v1/members/{ann['id']}/data")

    def everything(tx: Transaction) -> dict[str, object]:
        found = members.find(tx, MemberId(int(ann["id"])))
        assert found
        return disclosing.everything(tx, found)

    assert told.json() == json.loads(json.dumps(await database.read(everything)))
    assert (await api.get("/api/v1/members/1/data")).status_code == 404


async def test_the_ledger_comes_in_pages_newest_first(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    for number in range(4):
        await put(api, str(number))
    url, cursor, pages = f"/api/v1/members/{ann['id']}/entries", "", []

    while cursor is not None:
        answer = await api.get(url, params={"limit": 2} | ({"cursor": cursor} if cursor else {}))
        pages.append([entry["id"] for entry in answer.json()["entries"]])
        cursor = answer.json()["next_cursor"]

    assert pages == [["5", "4"], ["3", "2"], ["1"]]


async def test_an_entry_says_why(api: httpx.AsyncClient) -> None:
    ann = await enrol(api)
    await put(api)
    await api.put("/api/v1/orders/eu/1001", json=order("20.00"))

    page = (await api.get(f"/api/v1/members/{ann['id']}/entries")).json()

    less, earned, joined = page["entries"]
    assert earned == {
        "id": "2",
        "points": 6,
        "kind": "order",
        "reason": "Order 1001 of eu: 30.00 EUR at 1 point per 5.00 EUR.",
        "details": earned["details"],
        "reference": "eu/1001",
        "occurred_at": "2026-03-10T12:00:00Z",
        "available_at": "2026-03-10T11:00:00Z",
        "expires_at": "2027-03-10T22:00:00Z",
        "order": {"shop": "eu", "id": "1001"},
    }
    assert less["reason"] == "Order 1001 of eu is 10.00 EUR less: points taken back."
    assert (joined["reason"], joined["order"]) == ("Joined the program.", None)
    assert page["next_cursor"] is None


@pytest.mark.parametrize("query", ["cursor=x", "limit=0", "limit=101", "cursor=" + "9" * 19])
async def test_a_page_that_can_not_be_is_refused(front: httpx.AsyncClient, query: str) -> None:
    answer = await front.get(f"/api/v1/members/1/entries?{query}")

    assert [query.partition("=")[0]] == fields_of(answer)


async def test_an_erased_member_is_gone_and_may_join_anew(api: httpx.AsyncClient) -> None:
    ann = await enrol(api, telegram_id=4242)
    url = f"/api/v1/members/{ann['id']}"

    erased = await api.delete(url)

    assert (erased.status_code, erased.content) == (204, b"")
    assert {404} == {
        (await api.get(url)).status_code,
        (await api.get(f"{url}/entries")).status_code,
        (await api.delete(url)).status_code,
        (await api.get("/api/v1/members?telegram_id=4242")).status_code,
    }
    assert ann["id"] != (await enrol(api, telegram_id=4242))["id"]


async def test_the_shop_corrects_a_birthday_and_how_a_member_is_written_to(
    api: httpx.AsyncClient, database: Database
) -> None:
    ann = await enrol(api, telegram_id=4242, birthday="--02-29")
    url = f"/api/v1/members/{ann['id']}"

    corrected = await api.patch(url, json={"birthday": "1990-05-24"})
    assert (corrected.status_code, corrected.json()["birthday"]) == (200, "1990-05-24")
    way = {"timezone": "Europe/Rome", "preferred_channel": "sms"}
    kept = await api.patch(url, json=way)
    assert (kept.status_code, kept.json()["birthday"]) == (200, "1990-05-24")

    def written(tx: Transaction) -> list[Row]:
        return tx.rows("SELECT timezone, preferred_channel FROM members")

    assert [tuple(row) for row in await database.read(written)] == [("Europe/Rome", "sms")]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"birthday": None},
        {"birthday": "--02-30"},
        {"birthday": "2099-01-01"},
        {"timezone": "Europe/Rom"},
        {"preferred_channel": "pigeon"},
    ],
)
async def test_a_correction_that_makes_no_sense_changes_nothing(
    api: httpx.AsyncClient, wrong: dict[str, Any]
) -> None:
    ann = await enrol(api, telegram_id=4242, birthday="--02-29")
    refused = await api.patch(f"/api/v1/members/{ann['id']}", json=wrong)
    assert refused.status_code == 422
    assert (await api.get(f"/api/v1/members/{ann['id']}")).json()["birthday"] == "--02-29"
