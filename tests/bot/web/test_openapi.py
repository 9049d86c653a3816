"""The description of the API: complete, valid, and readable in a browser."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI
from pydantic import BaseModel

from bot.web.baskets import OrderIn, QuoteIn
from bot.web.carts import CartIn
from bot.web.reading.page import page
from bot.web.reading.shapes import example
from core.tables.hooks import Event
from tests.bot.web.conftest import calling, client, front_app, without_database

CONTRACT = {
    "put /api/v1/orders/{shop}/{order_id}",
    "post /api/v1/members",
    "get /api/v1/members",
    "get /api/v1/members/{member_id}",
    "delete /api/v1/members/{member_id}",
    "patch /api/v1/members/{member_id}",
    "get /api/v1/members/{member_id}/entries",
    "get /api/v1/members/{member_id}/data",
    "post /api/v1/members/{member_id}/redemptions",
    "post /api/v1/members/{member_id}/adjustments",
    "post /api/v1/members/{member_id}/plan",
    "delete /api/v1/members/{member_id}/plan",
    "post /api/v1/members/{member_id}/plan/refund",
    "post /api/v1/members/{member_id}/plan/decision",
    "get /api/v1/applications",
    "put /api/v1/members/{member_id}/tier",
    "post /api/v1/quotes/{shop}",
    "post /api/v1/actions",
    "get /api/v1/vouchers/{code}",
    "post /api/v1/vouchers/{code}/use",
    "put /api/v1/carts/{shop}/{cart_id}",
    "delete /api/v1/carts/{shop}/{cart_id}",
    "post /api/v1/links",
}


@pytest.fixture
async def openapi() -> dict[str, Any]:
    """The description, as an integrator gets it."""
    async with calling(front_app()) as api:
        description: dict[str, Any] = (await api.get("/openapi.json")).json()
        return description


def routes(openapi: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every route, as "get /path"."""
    return {
        f"{method} {path}": route
        for path, methods in openapi["paths"].items()
        for method, route in methods.items()
    }


def test_it_is_valid(openapi: dict[str, Any]) -> None:
    OpenAPI.model_validate(openapi)

    assert openapi["openapi"].startswith("3.1")


def test_it_has_every_call(openapi: dict[str, Any]) -> None:
    assert routes(openapi).keys() >= CONTRACT


def test_every_reference_leads_somewhere(openapi: dict[str, Any]) -> None:
    used = set(re.findall(r"'#/components/schemas/(\w+)'", str(openapi)))

    assert used <= openapi["components"]["schemas"].keys()


def test_every_call_says_what_it_does_who_may_and_how_it_fails(openapi: dict[str, Any]) -> None:
    for name, route in routes(openapi).items():
        assert route["summary"], name
        assert route["description"], name
        assert route["security"], name
        for status in ("401", "403", "404", "409", "422", "429", "503"):
            assert "application/problem+json" in route["responses"][status]["content"], name


def test_what_we_tell_other_systems_is_described(openapi: dict[str, Any]) -> None:
    assert openapi["webhooks"].keys() == {event.value for event in Event}


def test_every_parameter_is_explained(openapi: dict[str, Any]) -> None:
    for name, route in routes(openapi).items():
        for one in route.get("parameters", []):
            assert one.get("description"), (name, one["name"])


def test_keys_that_are_needed_are_marked(openapi: dict[str, Any]) -> None:
    [key] = [
        one
        for one in routes(openapi)["post /api/v1/members/{member_id}/adjustments"]["parameters"]
        if one["in"] == "header"
    ]

    assert (key["name"], key["required"]) == ("Idempotency-Key", True)


def test_every_answer_that_has_points_says_what_they_are(openapi: dict[str, Any]) -> None:
    shapes = openapi["components"]["schemas"]

    for name in ("OrderOut", "QuoteOut", "ActionOut", "PointsOut", "EntriesOut"):
        assert {"unit", "currency"} <= shapes[name]["properties"].keys(), name


async def test_the_page_for_people_tells_all_of_it_and_asks_nobody_else(
    openapi: dict[str, Any],
) -> None:
    async with client(without_database()) as api:
        answer, head = await api.get("/docs"), await api.head("/docs")
    told = answer.text
    places = set(re.findall(r'id="([^"]+)"', told))

    assert (answer.status_code, head.status_code) == (200, 200)
    for name in routes(openapi):
        method, _, path = name.partition(" ")
        assert f"<code>{method.upper()} {path}</code>" in told, name
    assert all(f"<code>{event}</code>" in told for event in openapi["webhooks"])
    assert {f"shape-{name}" for name in openapi["components"]["schemas"]} == places
    assert set(re.findall(r'href="#([^"]+)"', told)) <= places
    assert re.findall(r'(?:src|href)="([^"#][^"]*)"', told) == ["/openapi.json"]
    assert "<script" not in told


async def test_a_browser_may_do_nothing_with_the_page_but_show_it_in_its_own_style() -> None:
    async with client(without_database()) as api:
        answer = await api.get("/docs")
    [style] = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    allowed = b64encode(sha256(style.encode()).digest()).decode()

    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{allowed}';")


def test_what_a_description_says_is_shown_and_not_run(openapi: dict[str, Any]) -> None:
    openapi["info"]["description"] = "* `a` <script>alert(1)</script>\n* b & c"
    openapi["components"]["schemas"]["Evil"] = {
        "properties": {'"><img src=x>': {"type": "string", "description": "<i>x</i>"}}
    }
    told = page(openapi)

    assert "<ul><li><code>a</code> &lt;script&gt;alert(1)" in told
    assert "<img" not in told
    assert "<i>" not in told


def test_the_example_of_a_call_is_one_that_can_be_sent(openapi: dict[str, Any]) -> None:
    shapes = openapi["components"]["schemas"]
    known: list[type[BaseModel]] = [*BaseModel.__subclasses__(), OrderIn, QuoteIn, CartIn]
    taken = {one.__name__: one for one in known}
    sent = [name for name in shapes if name.endswith("In")]

    assert len(sent) > 15
    for name in sent:
        shown = example({"$ref": f"#/components/schemas/{name}"}, shapes)
        assert taken[name].model_validate(shown), name
