"""A broadcast reaches each member of its segment once, or says why not, whatever happens."""

import os
from collections import Counter
from functools import partial
from itertools import count
from random import Random

import pytest

from bot.broadcasts import Broadcasting, advance
from bot.conversation.messages import Spoken
from bot.conversation.texts import Texts
from bot.ports import DatabaseUnavailable, Sent, TryLater, Undeliverable
from core.broadcasting import drafting, reports, running
from core.model import MemberId
from core.tables import broadcasts, lots
from core.tables.broadcasts import Broadcast, Stage
from core.tables.outbox import State
from core.transaction import Transaction
from tests.bot.delivery.conftest import MARKETING, PHONE, SMS, TELEGRAM, Shop

OWNER = "telegram:7"
MEMBERS = int(os.environ.get("BROADCAST_MEMBERS", "300"))  # `make broadcast`: 10,000
TEXT = "Hello {name}, you have {points}. Level: {tier}"


async def drafted(shop: Shop, segment: str = "", text: str = TEXT, offer: str = "") -> Broadcast:
    """An owner's draft."""

    def work(tx: Transaction) -> Broadcast:
        act = shop.acts.new("draft", actor="staff:7")
        one = drafting.draft(tx, act, OWNER)
        one = drafting.set_segment(tx, act, one, segment)
        one = drafting.set_offer(tx, act, one, offer)
        return drafting.set_text(tx, one, "en", text)

    return await shop.database.run(work)


async def sends(shop: Shop, one: Broadcast) -> Broadcast:
    """The owner confirms it."""
    act = shop.acts.new("send", actor="staff:7")
    return await shop.database.run(lambda tx: drafting.confirm(tx, act, one.id, OWNER))


async def reported(shop: Shop, one: Broadcast) -> reports.Report:
    """What came of it."""
    return await shop.database.read(lambda tx: reports.report(tx, one.id))


async def test_each_of_the_segment_reads_it_in_their_own_words(shop: Shop) -> None:
    await shop.member(language="en")
    await shop.member(language="uk")
    one = await sends(shop, await drafted(shop, "language=en"))
    await sends(shop, one)  # a second tap

    assert await advance(shop.database, shop.acts) == 1
    assert await shop.drain() == {"sent": 1}
    assert shop.telegram.texts == ["Hello Ann, you have 0 points. Level: Bronze"]
    await advance(shop.database, shop.acts)
    found = await reported(shop, one)
    assert (found.broadcast.stage, found.broadcast.members) == (Stage.DONE, 1)
    assert found.states == {State.SENT: 1}


async def test_an_offer_is_given_once_to_who_may_be_written_to(shop: Shop) -> None:
    ann = await shop.member()
    ben = await shop.member(yes=())
    one = await sends(shop, await drafted(shop, offer="50"))
    await advance(shop.database, shop.acts)
    await shop.drain()

    assert shop.telegram.texts == [
        "Hello Ann, you have 50 points. Level: Bronze\n🎁 With it for you: 50 points"
    ]

    def points(id: MemberId, tx: Transaction) -> int:
        return lots.spendable(tx, id, shop.clock())

    got = [await shop.database.read(partial(points, id)) for id in (ann, ben)]
    assert got == [50, 0]
    assert (await reported(shop, one)).reasons == (("suppressed", "telegram: no consent", 1),)


async def test_a_paused_one_waits_and_a_cancelled_one_ends(shop: Shop) -> None:
    for _ in range(3):
        await shop.member()
    one = await sends(shop, await drafted(shop))
    await advance(shop.database, shop.acts)
    act = shop.acts.new("go", actor="staff:7")
    await shop.database.run(lambda tx: running.pause(tx, act, one.id))
    assert await shop.drain() == {}

    await shop.database.run(lambda tx: running.resume(tx, act, one.id))
    shop.telegram.before_send = lambda: None
    assert await shop.drain() == {"sent": 3}

    other = await sends(shop, await drafted(shop))
    await advance(shop.database, shop.acts)
    await shop.database.run(lambda tx: running.cancel(tx, act, other.id))
    assert await shop.drain() == {}
    found = await reported(shop, other)
    assert (found.broadcast.stage, found.states) == (Stage.CANCELLED, {State.CANCELLED: 3})


class Killed(BaseException):
    """The process dies here."""


class Unlucky:
    """A channel that floods, loses answers, and is blocked by some; what it took it remembers."""

    def __init__(self) -> None:
        self.random = Random(11)
        self.took: Counter[str] = Counter()
        self.ids = count(1)
        self.dies_after = 0

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Take it, or fail in one of the ways it can."""
        if self.dies_after:
            self.dies_after -= 1
            if not self.dies_after:
                raise Killed
        if int(address) % 10 == 0:
            raise Undeliverable("bot was blocked by the user")
        luck = self.random.random()
        if luck < 0.05:
            raise TryLater(3.0, reason="flood control")
        if luck < 0.08:
            raise TryLater(reason="away")
        self.took[address] += 1
        if luck < 0.10:
            raise TryLater(reason="no answer", maybe_sent=True)
        return Sent(id=str(next(self.ids)))

    def parts(self, spoken: Spoken) -> int:
        """One."""
        return 1


async def kill_while_writing(shop: Shop, one: Broadcast, pages: int) -> None:
    """Write some pages; die in the middle of the next, before it is committed."""

    def dies(tx: Transaction) -> None:
        running.step(tx, shop.acts.new("x", actor="schedule"), one.id, limit=50)
        raise DatabaseUnavailable("killed")

    act = shop.acts.new("x", actor="schedule")
    for _ in range(pages):
        await shop.database.run(lambda tx: running.step(tx, act, one.id, limit=50))
    with pytest.raises(DatabaseUnavailable):
        await shop.database.run(dies)


async def test_kills_floods_and_blocks_lose_and_double_nothing(shop: Shop) -> None:
    await kills_floods_and_blocks(shop, MEMBERS)


async def kills_floods_and_blocks(shop: Shop, count: int) -> None:
    """Send to so many while everything fails; each has it once, or it is said why not."""
    for _ in range(count):
        await shop.member()
    one = await sends(shop, await drafted(shop))
    unlucky = Unlucky()
    shop.ways[TELEGRAM].outlet = unlucky
    await kill_while_writing(shop, one, 2)
    await advance(shop.database, shop.acts)
    for unlucky.dies_after in (20, 7, 40):  # processes that die while they send
        with pytest.raises(BaseExceptionGroup):
            await shop.delivery().drain()
        shop.clock.pass_(minutes=3)  # their leases end
    for _ in range(60):
        await shop.drain()
        shop.clock.pass_(minutes=5)
    await advance(shop.database, shop.acts)

    found = await reported(shop, one)
    assert found.broadcast.stage is Stage.DONE
    assert found.broadcast.members == sum(found.states.values()) == count
    assert max(unlucky.took.values()) == 1
    assert found.states.keys() == {State.SENT, State.UNKNOWN, State.BLOCKED}
    unknown = found.states[State.UNKNOWN]  # it was in the air when a process died, or unanswered
    assert found.states[State.SENT] <= len(unlucky.took) <= found.states[State.SENT] + unknown
    assert unknown < count / 4
    told = sum(number for _, _, number in found.reasons)
    assert told == found.states[State.BLOCKED] + unknown


class Screen:
    """What the owner sees."""

    def __init__(self) -> None:
        self.says: list[str] = []
        self.fails: list[Exception] = []

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Say it anew."""
        self.says.append(spoken.text)
        return Sent(id=str(len(self.says)))

    async def edit(self, address: str, message_id: str, spoken: Spoken) -> None:
        """Say it in place."""
        if self.fails:
            raise self.fails.pop()
        self.says[int(message_id) - 1] = spoken.text


async def test_its_owner_watches_one_message_till_the_end(shop: Shop) -> None:
    await shop.member()
    await shop.member(phone=PHONE, telegram=False, yes=((SMS, MARKETING),))
    one = await sends(shop, await drafted(shop))
    screen = Screen()
    watch = Broadcasting(
        database=shop.database, acts=shop.acts, texts=Texts.load(), screen=lambda: screen
    )
    await watch.show()
    await advance(shop.database, shop.acts)
    await watch.show()
    before = list(screen.says)
    await watch.show()
    assert screen.says == before
    await shop.drain()
    await advance(shop.database, shop.acts)
    screen.fails = [TryLater(5.0, reason="flood control")]
    await watch.show()
    await watch.show()

    assert len(screen.says) == 1
    assert "2" in screen.says[0]
    assert screen.says != before
    found = await shop.database.read(lambda tx: broadcasts.find(tx, one.id))
    assert found
    assert (found.stage, found.shown) == (Stage.DONE, "1")
