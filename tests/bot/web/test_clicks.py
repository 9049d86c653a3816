"""/r/TOKEN: our own links lead where their message says and nowhere else, and are counted once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from bot.conversation.clicks import Links, id_of, name_of
from bot.conversation.texts import Texts
from bot.delivery.wording import worded
from bot.web.app import create_app
from bot.web.given import Web
from core.model import Channel, MemberId, Purpose
from core.tables import clicks, members, outbox
from core.tables.outbox import Message
from core.transaction import Transaction
from tests.bot.delivery.conftest import member_of
from tests.bot.web.conftest import NOW, calling, client, without_database

LINKS = Links("https://bot.example", b"the key")
SHOP = "https://shop.example/sale?a=1&b=2"
ANN = MemberId(5)
DAY = timedelta(days=1)


def a_message(id: int, campaign: str = "back", url: str = SHOP) -> Message:
    """A message with a link and a word below it."""
    return Message(
        id=id, member_id=ANN, campaign=campaign, occasion=str(id), purpose=Purpose.MARKETING,
        key="notice-winback-missed", created_at=NOW, due_at=NOW, stale_at=NOW + DAY,
        buttons=(("button-cart", ""), ("button-points", "points")), url=url,
    )  # fmt: skip


@pytest.fixture
async def linked(web: Web) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody with two messages and a browser."""

    def work(tx: Transaction) -> None:
        members.add(tx, member_of(ANN, None, "en"), source="")
        for id in (2**62 + 7, 8):
            assert outbox.queue(tx, a_message(id))
        assert outbox.queue(tx, a_message(9, url=""))
        assert outbox.queue(tx, a_message(10, url="javascript:alert(1)"))

    await web.database.run(work)
    over = {"": "Over.", "uk": "Все."}
    given = replace(web, links=LINKS, link_over=lambda languages: over[languages[:2]])
    async with client(given) as browser:
        browser.headers["Accept-Language"] = "uk"
        yield browser


async def clicked(web: Web) -> int:
    """How many members followed something of the campaign."""
    count = await web.database.read(lambda tx: clicks.count(tx, "back", NOW, NOW + DAY))
    assert await web.database.read(lambda tx: clicks.of_campaign(tx, "back")) == count
    return count


async def test_a_link_leads_on_and_is_counted_once_a_member_and_campaign(
    web: Web, linked: httpx.AsyncClient
) -> None:
    first, second = (LINKS.to(id).removeprefix("https://bot.example") for id in (2**62 + 7, 8))
    looked = await linked.head(first)
    assert (looked.status_code, await clicked(web)) == (302, 0)
    for path in (first, first, second):
        answer = await linked.get(path)
        assert (answer.status_code, answer.headers["location"]) == (302, SHOP)
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert await clicked(web) == 1


async def test_what_we_did_not_make_leads_nowhere(web: Web, linked: httpx.AsyncClient) -> None:
    token = LINKS.to(8).rpartition("/")[2]
    forged = Links("", b"another key").to(8).rpartition("/")[2]
    empty, script, gone = (LINKS.to(id).rpartition("/")[2] for id in (9, 10, 11))
    for wrong in (forged, token[:-1], f"{token}x", "x", "é" * 22, empty, script, gone):
        answer = await linked.get(f"/r/{wrong}")
        assert (answer.status_code, answer.text) == (404, "Все."), wrong
    async with client(web) as without:
        assert (await without.get(f"/r/{token}")).status_code == 404
    assert await clicked(web) == 0


async def test_too_many_at_once_are_asked_to_wait() -> None:
    app = create_app(without_database(links=LINKS, clicks_per_minute=2))
    async with calling(app) as browser:
        answers = [await browser.get("/r/x") for _ in range(3)]
    assert [one.status_code for one in answers] == [404, 404, 429]
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_only_members_links_go_through_us_and_only_with_a_public_address(web: Web) -> None:
    program, texts = web.acts.program, Texts.load()
    message = a_message(8, campaign="winback")

    def shown(one: Message, links: Links | None) -> list[str]:
        spoken = worded(texts, program, "en", [one], Channel.TELEGRAM, links)
        return [button.url or button.command for row in spoken.buttons for button in row]

    through = f"via {name_of(8)} points"
    assert id_of(name_of(8)) == 8
    assert shown(message, LINKS) == [LINKS.to(8), through]
    assert shown(message, None) == [SHOP, through]
    to_staff = replace(message, member_id=None, staff="telegram:1", campaign="staff/x")
    assert shown(to_staff, LINKS) == [SHOP, "points"]


def test_buttons_of_messages_told_as_one_are_each_there_once(web: Web) -> None:
    both = [a_message(8, campaign="winback", url=""), a_message(9, campaign="winback", url="")]
    alone = [replace(one, buttons=(("button-points", "points"),)) for one in both]
    spoken = worded(Texts.load(), web.acts.program, "en", alone, Channel.TELEGRAM, None)

    assert [button.command for row in spoken.buttons for button in row] == [
        f"via {name_of(8)} points"
    ]
