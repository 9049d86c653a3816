"""Other systems are told what happened: signed, in order of need, until they say yes."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest
from standardwebhooks import Webhook

from bot.acts import Acts
from bot.hooks import PAUSES_S, Hooks
from bot.ports import Database
from bot.web.told import DATA
from core import blocking, joining, leaving, merging, profile
from core.adjusting import adjust
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer
from core.model import OrderStatus
from core.program.loading import load
from core.rewards import redeeming
from core.tables import hooks, ledger, programs
from core.tables.hooks import Event, Hook
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

SECRETS = ("whsec_" + "b2xk" * 8, "whsec_" + "bmV3" * 8)

BOB = Newcomer(name="Bob", language="en")


class Receiver:
    """A server that answers as told, and keeps what it heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], str]] = []
        self.status = "204 No Content"
        self.url = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hear one call."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.heard.append((headers, body.decode()))
        answer = f"HTTP/1.1 {self.status}\r\nLocation: {self.url}/else\r\nContent-Length: 0\r\n"
        writer.write(f"{answer}Connection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    def types(self) -> list[str]:
        """What was told."""
        return [json.loads(body)["type"] for _, body in self.heard]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Somebody else's system."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.answer, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield receiver
    server.close()
    await server.wait_closed()


class Shop:
    """The café, which tells the receiver; its clock is moved by hand."""

    def __init__(self, database: Database, urls: list[str]) -> None:
        self.now = datetime.now(UTC)  # a signature is good for five minutes
        self.database = database
        self.acts = Acts(load(CAFE), 1, clock=lambda: self.now, random=Random(1), tells=True)
        self.hooks = Hooks(database=database, acts=self.acts, urls=urls, secrets=SECRETS)

    async def does(self, work: Any, name: str = "act", **more: Any) -> Any:
        """Something happens, a moment later."""
        self.now += timedelta(milliseconds=1)
        return await self.database.run(partial(work, act=self.acts.new(name, actor="api"), **more))

    async def log(self) -> list[Hook]:
        """The delivery log."""
        return await self.database.read(partial(hooks.newest, limit=100))


@pytest.fixture
async def shop(database: Database, receiver: Receiver) -> AsyncIterator[Shop]:
    """A café whose events one address is told."""
    shop = Shop(database, [receiver.url])
    await database.run(partial(programs.add, text=CAFE, by="test", now=shop.now))
    await database.run(partial(hooks.connect, urls=[receiver.url]))
    yield shop
    assert await database.read(ledger.drifted) == []


def join(tx: Transaction, act: Any) -> Any:
    """Ann joins, and gets 50 points."""
    return joining.enrol(tx, act, Newcomer(name="Ann", language="en", phone="+380501234567"), [])


async def test_what_becomes_of_a_membership_is_told(shop: Shop, receiver: Receiver) -> None:
    ann = (await shop.does(join)).member
    bob = (await shop.does(joining.enrol, "bob", newcomer=BOB, addresses=[])).member
    await shop.does(profile.pause, "pause", member_id=ann.id, paused=True)
    await shop.does(profile.pause, "again", member_id=ann.id, paused=True)
    await shop.does(profile.pause, "resume", member_id=ann.id, paused=False)
    await shop.does(blocking.block, "block", member_id=bob.id)
    await shop.does(blocking.unblock, "unblock", member_id=bob.id)
    await shop.does(merging.show_number, "show", member_id=bob.id, phone=ann.phone)
    await shop.does(merging.ask, "ask", member_id=bob.id)
    shop.now += timedelta(days=8)
    await shop.does(merging.merge_into, "merge", member_id=bob.id)
    await shop.does(leaving.leave, "leave", member_id=bob.id)
    await shop.does(leaving.forget, "forget", member_id=bob.id)

    told = [json.loads(hook.body) for hook in reversed(await shop.log())]
    changed = [one["data"] for one in told if one["type"] == "member.changed"]
    assert [(one["member_id"] == str(ann.id), one["status"]) for one in changed] == [
        *((True, "paused"), (True, "active"), (False, "blocked"), (False, "active")),
        *((False, "left"), (False, "erased")),
    ]
    [merged] = [one["data"] for one in told if one["type"] == "member.merged"]
    assert (merged["member_id"], merged["other_id"]) == (str(bob.id), str(ann.id))
    assert (merged["points"], merged["balance"]) == (50, 50)
    for one in told:
        assert one["data"].keys() == DATA[Event(one["type"])].model_fields.keys()


async def test_whatever_moves_is_told_with_two_signatures_and_no_names(
    shop: Shop, receiver: Receiver
) -> None:
    ann = (await shop.does(join)).member
    await shop.does(adjust, "thank", member_id=ann.id, points=1000, reason="thanks")
    voucher = await shop.does(redeeming.redeem, "redeem", member_id=ann.id, reward_id="coffee")
    await shop.does(redeeming.use, "use", code=voucher.code)

    assert (await shop.hooks.drain())["delivered"] == len(receiver.heard)
    told = set(receiver.types())
    assert told >= {"member.joined", "points.changed", "voucher.issued", "voucher.used"}
    for headers, body in receiver.heard:
        for secret in SECRETS:
            Webhook(secret).verify(body, headers)
        told_as = DATA[Event(json.loads(body)["type"])].model_fields
        assert json.loads(body)["data"].keys() == told_as.keys()  # as the OpenAPI says
        assert "Ann" not in body
        assert "380501234567" not in body
    assert {hook.state for hook in await shop.log()} == {"delivered"}
    assert await shop.hooks.drain() == {}


async def test_a_new_tier_is_told(shop: Shop, receiver: Receiver) -> None:
    ann = (await shop.does(join)).member
    report = OrderReport(
        shop="eu", order_id="1", buyer=Buyer(card=ann.card), placed_at=shop.now, currency="EUR",
        total=100_000, shipping=0, tax=0, status=OrderStatus.PAID,
    )  # fmt: skip
    await shop.does(record_order, report=report)

    await shop.hooks.drain()
    [tier] = [json.loads(body) for _, body in receiver.heard if "tier.changed" in body]
    assert tier["data"]["member_id"] == str(ann.id)
    assert tier["data"]["before"] != tier["data"]["tier"]


async def test_what_is_rolled_back_is_not_told(shop: Shop, receiver: Receiver) -> None:
    def fail(tx: Transaction, act: Any) -> None:
        join(tx, act)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await shop.does(fail)
    await shop.hooks.drain()
    assert receiver.heard == []


@pytest.mark.parametrize("status", ["500 No", "302 Found", "404 No"])
async def test_who_does_not_say_yes_is_told_again_and_then_given_up(
    shop: Shop, receiver: Receiver, status: str
) -> None:
    receiver.status = status
    await shop.does(join)
    first = await shop.hooks.drain()
    assert set(first) == {"put off"}
    assert await shop.hooks.drain() == {}  # not before its time

    for pause_s in PAUSES_S:
        shop.now += timedelta(seconds=pause_s)
        last = await shop.hooks.drain()
    assert set(last) == {"failed"}
    assert len({headers["webhook-id"] for headers, _ in receiver.heard}) == first["put off"]
    assert {hook.state for hook in await shop.log()} == {"failed"}

    receiver.status = "200 OK"
    ids = {hook.id for hook in await shop.database.read(partial(hooks.failed, limit=9))}
    for id in ids:
        await shop.database.run(partial(hooks.replay, id=id, now=shop.now))
    assert set(await shop.hooks.drain()) == {"delivered"}


async def test_a_dead_address_and_one_that_wants_no_more_hold_nobody(
    shop: Shop, receiver: Receiver
) -> None:
    dead = "http://127.0.0.1:9"
    await shop.database.run(partial(hooks.connect, urls=[receiver.url, dead]))
    both = Hooks(database=shop.database, acts=shop.acts, urls=[dead, receiver.url], secrets=SECRETS)
    receiver.status = "410 Gone"
    await shop.does(join)

    done = await both.drain()
    assert set(done) == {"put off", "failed"}
    await shop.database.run(partial(hooks.connect, urls=[receiver.url]))
    assert {hook.url for hook in await shop.log()} == {receiver.url}


async def test_without_an_address_nothing_is_written(database: Database) -> None:
    await database.run(partial(programs.add, text=CAFE, by="test", now=datetime.now(UTC)))
    acts = await Acts.start(database, CAFE)
    await database.run(partial(join, act=acts.new("join", actor="api")))

    assert not acts.tells
    assert await database.read(partial(hooks.newest, limit=9)) == []
