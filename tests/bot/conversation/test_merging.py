"""Two cards of one person in chat: shared, asked for, answered, put together."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.ports import Database
from core.model import Channel
from core.program.loading import load
from core.tables import chats, ledger, programs
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

PHONE = "+380501234567"


class Chats:
    """Ann's two chats with a café whose clock is moved by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = datetime(2026, 3, 10, 12, tzinfo=UTC)
        self.acts = Acts(load(CAFE), 1, clock=lambda: self.now, random=Random(3))
        self.router = Router(database, self.acts)
        self.events = 0

    async def says(
        self, text: str = "", *, sms: bool = False, who: str = "7", phone: str | None = None
    ) -> Spoken:
        """Ann says it in Telegram, or by SMS."""
        self.events += 1
        spoken = await self.router.answer(
            Incoming(
                channel=Channel.SMS if sms else Channel.TELEGRAM,
                sender=PHONE if sms else who,
                event_id=str(self.events),
                text=text,
                phone=phone,
                name="Ann",
                language="en",
            )
        )
        assert spoken
        return spoken

    async def owner(self, channel: Channel, address: str) -> int | None:
        """Whose chat it is."""

        def work(tx: Transaction) -> int | None:
            return chats.find(tx, channel, address).member_id

        return await self.database.read(work)


@pytest.fixture
async def ann(database: Database) -> AsyncIterator[Chats]:
    """Ann has joined by SMS, and again in Telegram."""
    ann = Chats(database)
    await database.run(partial(programs.add, text=CAFE, by="test", now=ann.now))
    await ann.says("join", sms=True)
    await ann.says("join")
    yield ann
    assert await database.read(ledger.drifted) == []


def command(spoken: Spoken) -> str:
    """What the first button says."""
    return spoken.buttons[0][0].command


async def test_a_shared_number_of_another_card_leads_to_one_card(ann: Chats) -> None:
    found = await ann.says(phone=PHONE)
    waits = await ann.says(command(found))
    assert "another card" in found.text.lower()
    assert "17 March" in waits.text
    assert "nothing to put together" in (await ann.says("merge go")).text

    ann.now += timedelta(days=7)
    ready = await ann.says("merge")
    done, again = await asyncio.gather(ann.says(command(ready)), ann.says(command(ready)))
    assert done.text == again.text
    assert "one card now" in done.text
    assert await ann.owner(Channel.SMS, PHONE) == await ann.owner(Channel.TELEGRAM, "7")
    assert "50" in (await ann.says("points", sms=True)).text
    assert "given twice" in (await ann.says("history")).text


async def test_the_one_who_is_told_says_no(ann: Chats) -> None:
    await ann.says(command(await ann.says(phone=PHONE)))

    assert "stays yours" in (await ann.says("merge no", sms=True)).text
    ann.now += timedelta(days=9)
    assert "nothing to put together" in (await ann.says("merge")).text
    assert "belongs to another card" in (await ann.says(phone=PHONE)).text


async def test_twenty_taps_and_an_objection_at_once_end_in_one_of_both(ann: Chats) -> None:
    await ann.says(command(await ann.says(phone=PHONE)))
    ann.now += timedelta(days=7)
    go = command(await ann.says("merge"))

    answers = await asyncio.gather(
        *(ann.says(go) for _ in range(10)),
        ann.says("merge no", sms=True),
        *(ann.says("points", sms=True) for _ in range(5)),
    )
    one = await ann.owner(Channel.SMS, PHONE) == await ann.owner(Channel.TELEGRAM, "7")
    merged = {answer.text for answer in answers[:10]}
    assert len(merged) == 1 or not one
    assert ("one card now" in merged.pop()) == one
