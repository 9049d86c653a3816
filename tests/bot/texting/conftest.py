"""A café that texts: the real line, router and web server, and a Twilio on this machine."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.acts import Acts
from bot.channels.sms_line import SmsLine, open_line
from bot.conversation.messages import Shown
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database
from bot.sandbox.twilio.stand_in import Phone, TwilioStandIn
from bot.settings import read_settings
from bot.web.given import Web
from bot.web.server import Server
from core import joining
from core.codes import message_id
from core.model import Channel, Consent, Member, Purpose
from core.program.loading import load
from core.tables import consents, dead_letters, ledger, members, outbox, outbox_views
from core.tables.outbox import Message, State
from core.tables.outbox_views import Posted
from core.transaction import Transaction
from tests.bot.web.conftest import PROGRAM, all_is_well
from tests.bot.web.stages import lent

NUMBER = "+40721000001"
TEXTS = Texts.load()


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Cafe:
    """The café's line, and the town's phones."""

    database: Database
    acts: Acts
    line: SmsLine
    twilio: TwilioStandIn
    clock: Clock
    url: str

    def phone(self, number: str = NUMBER) -> Phone:
        """Somebody's phone."""
        return self.twilio.phone(number)

    async def member(self, number: str = NUMBER) -> Phone:
        """The phone of somebody who has joined by it: 50 points."""
        phone = self.phone(number)
        await phone.texts("JOIN")
        return phone

    async def do(self, work: Callable[[Transaction], Any]) -> Any:
        """Do that in a transaction."""
        return await self.database.run(work)

    async def about(self, number: str = NUMBER) -> Member | None:
        """The member with that number."""

        def work(tx: Transaction) -> Member | None:
            found = members.by_key(tx, "phone", number)
            return members.find(tx, found) if found else None

        return await self.database.read(work)

    async def agreed(self, number: str = NUMBER) -> dict[str, bool]:
        """What that member agreed to, by SMS."""
        return {one.purpose: one.granted for one in await self.said(number, in_force=True)}

    async def said(self, number: str = NUMBER, *, in_force: bool = False) -> list[Consent]:
        """Every yes and no of that member about SMS."""
        member = await self.about(number)
        assert member
        read = consents.in_force if in_force else consents.history
        found = await self.database.read(lambda tx: read(tx, member.id))
        return [one for one in found if one.channel is Channel.SMS]

    def sentence(self, key: str, language: str = "en", **values: Shown) -> str:
        """How the bot puts it."""
        return TEXTS.say(language, key, values, self.acts.program)

    async def enrolled(self, number: str = NUMBER, *, chat: str = "") -> Member:
        """Somebody the shop enrolled, with a number, and a Telegram chat if one is named."""
        newcomer = joining.Newcomer(name="Ann", language="en", phone=number)
        ways = [(Channel.TELEGRAM, chat)] if chat else []
        act = self.acts.new("enrol", actor="api")
        joined = await self.do(lambda tx: joining.enrol(tx, act, newcomer, ways))
        assert isinstance(joined, joining.Joined)
        return joined.member

    async def leased(self, number: str = NUMBER, *, state: State | None = None) -> int:
        """The id of a message in a worker's hands, or in that state, that was begun."""
        member = await self.about(number)
        assert member
        now = self.clock()
        message = Message(
            id=message_id(Random()),
            member_id=member.id,
            campaign="test",
            occasion=str(message_id(Random())),
            purpose=Purpose.TRANSACTIONAL,
            key="points-balance",
            created_at=now,
            due_at=now,
            stale_at=now + timedelta(days=1),
        )

        def work(tx: Transaction) -> None:
            until = now + timedelta(minutes=5)
            outbox.queue(tx, message)
            outbox.lease(tx, now=now, worker="w", until=until, limit=10)
            outbox.begin(tx, message.id, "w", channel=Channel.SMS)
            if state:
                outbox.settle(tx, message.id, "w", state, at=now, reason="")

        await self.do(work)
        return message.id

    async def posted(self, id: int) -> Posted:
        """What became of a message."""
        found = await self.database.read(lambda tx: outbox_views.find(tx, id))
        assert found
        return found


@pytest.fixture
def program() -> str:
    """The café's program file."""
    return PROGRAM


@pytest.fixture
async def cafe(database: Database, program: str) -> AsyncIterator[Cafe]:
    """The café open for business; afterwards no bug was met and the ledger adds up."""
    clock, server, stop = Clock(), Server(), asyncio.Event()
    acts = Acts(load(program), 1, clock=clock, random=Random(7))
    async with TwilioStandIn() as twilio:
        line = open_line(
            settings=read_settings(
                _env_file=None,
                twilio_account_sid=twilio.account,
                twilio_auth_token=twilio.token,
                twilio_from=twilio.number,
                twilio_api_url=twilio.url,
            ),
            database=database,
            acts=acts,
            texts=TEXTS,
            router=Router(database, acts, texts=TEXTS),
            port=lambda: server.port,
        )
        web = Web(database=database, acts=acts, ready=all_is_well, texting=line)
        with lent(web) as app:
            async with asyncio.TaskGroup() as parts:
                parts.create_task(server.serve(app, "127.0.0.1", 0, stop))
                await server.listening.wait()
                twilio.webhook = url = f"http://127.0.0.1:{server.port}"
                yield Cafe(
                    database=database, acts=acts, line=line, twilio=twilio, clock=clock, url=url
                )
                await twilio.settled()
                stop.set()
                await line.close()
    assert await database.read(dead_letters.count) == 0
    assert await database.read(ledger.drifted) == []
