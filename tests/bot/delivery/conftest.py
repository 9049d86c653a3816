"""A shop whose outbox is drained by hand; its channels fail as they are told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

import pytest

from bot.acts import Acts
from bot.conversation.messages import Spoken
from bot.conversation.texts import Texts
from bot.delivery import Delivery, Outlet, Rules, Way
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from bot.ports import Database, Locks, Sent
from bot.programs import preset_text
from core.model import Channel, Consent, Member, MemberId, Points, Purpose, Status, TierId
from core.tables import chats, consents, members, outbox, outbox_views
from core.tables.outbox import Message, State
from core.tables.outbox_views import Posted
from core.transaction import Transaction

NOON = datetime(2026, 3, 10, 10, tzinfo=UTC)  # a Tuesday, 12:00 in Bucharest
TELEGRAM, SMS = Channel.TELEGRAM, Channel.SMS
MARKETING, TRANSACTIONAL = Purpose.MARKETING, Purpose.TRANSACTIONAL
PHONE = "+40721234567"

numbers = count(1)


@dataclass(slots=True)
class Clock:
    """Both clocks: the one on the wall, and the one that paces; sleeping moves them."""

    now: datetime = NOON
    asleep: list[datetime] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        """For pacing."""
        return (self.now - NOON).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Sleep no time at all: who sleeps shortest wakes first, and the clocks jump there."""
        until = self.now + timedelta(seconds=seconds, microseconds=1)  # it has no shorter times
        self.asleep.append(until)
        try:
            while self.now < until:
                await asyncio.sleep(0)
                if until == min(self.asleep):
                    self.now = max(self.now, until)
        finally:
            self.asleep.remove(until)

    def pass_(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


@dataclass(slots=True)
class FakeOutlet:
    """A channel that remembers what it was to send, and fails as told."""

    clock: Clock
    sent: list[tuple[str, str]] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    tried: list[tuple[datetime, str]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    parts_each: int = 1
    before_send: Callable[[], None] = lambda: None

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Take it, unless a failure is owed."""
        self.tried.append((self.clock(), address))
        self.before_send()
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append((address, spoken.text))
        self.spoken.append(spoken)
        return Sent(id=f"sent-{len(self.sent)}", parts=self.parts_each)

    def parts(self, spoken: Spoken) -> int:
        """As many as told."""
        return self.parts_each

    @property
    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [text for _, text in self.sent]


@dataclass(slots=True, kw_only=True)
class Shop:
    """Members and messages, made in a line."""

    database: Database
    acts: Acts
    clock: Clock
    telegram: FakeOutlet
    sms: FakeOutlet
    rules: Rules = field(default_factory=Rules)
    sms_daily_parts: int = 0
    ways: dict[Channel, Way] = field(default_factory=dict)
    locks: list[Locks] = field(default_factory=list)

    async def member(
        self,
        *,
        telegram: bool = True,
        phone: str | None = None,
        yes: tuple[tuple[Channel, Purpose], ...] = ((TELEGRAM, MARKETING),),
        no: tuple[tuple[Channel, Purpose], ...] = (),
        timezone: str | None = None,
        prefers: Channel | None = None,
        language: str = "en",
    ) -> MemberId:
        """Somebody, who said these yeses and noes."""
        id = MemberId(next(numbers))

        def work(tx: Transaction) -> None:
            members.add(tx, member_of(id, phone, language), source="")
            members.set_timezone(tx, id, timezone)
            members.set_preferred_channel(tx, id, prefers)
            if telegram:
                chats.attach(tx, TELEGRAM, str(1000 + id), id)
            for granted, said in ((True, yes), (False, no)):
                for channel, purpose in said:
                    consents.add(tx, id, consent(channel, purpose, granted=granted))

        await self.database.run(work)
        return id

    async def message(
        self,
        member_id: MemberId,
        *,
        purpose: Purpose = TRANSACTIONAL,
        points: int = 5,
        due: datetime | None = None,
        wanted_for: timedelta = timedelta(days=2),
        channels: tuple[Channel, ...] = (TELEGRAM, SMS),
        buttons: tuple[tuple[str, str], ...] = (),
        url: str = "",
        key: str = "points-balance",
        campaign: str = "test",
    ) -> int:
        """A message that is due now."""
        number, due = next(numbers), due or self.clock()
        message = Message(
            id=number, member_id=member_id, campaign=campaign, occasion=str(number),
            purpose=purpose, key=key, created_at=due, due_at=due, stale_at=due + wanted_for,
            values={"points": Points(points)}, channels=channels, buttons=buttons, url=url,
        )  # fmt: skip
        assert await self.database.run(lambda tx: outbox.queue(tx, message))
        return number

    def delivery(self) -> Delivery:
        """A worker of its own, as another process would be."""
        self.locks.append(self.database.locks())
        return Delivery(
            database=self.database,
            acts=self.acts,
            texts=Texts.load(),
            outlets=lambda: self.ways,
            turns=Turns(self.locks[-1], sleep=self.clock.sleep),
            rules=self.rules,
            sms_daily_parts=self.sms_daily_parts,
            random=Random(next(numbers)),
            clock=self.clock.seconds,
        )

    async def drain(self) -> dict[str, int]:
        """Send what is due; how many ended how."""
        return dict(await self.delivery().drain())

    async def posted(self, id: int) -> Posted:
        """What became of the message."""
        found = await self.database.read(lambda tx: outbox_views.find(tx, id))
        assert found
        return found

    async def state(self, id: int) -> State:
        """How far the message is."""
        return (await self.posted(id)).state


def member_of(id: MemberId, phone: str | None, language: str) -> Member:
    """A member with nothing special."""
    return Member(
        id=id, status=Status.ACTIVE, name="Ann", language=language, card=f"card-{id}",
        referral_code=f"code-{id}", joined_at=NOON, balance=0, entries=0, tier=TierId("base"),
        tier_since=NOON, phone=phone,
    )  # fmt: skip


def consent(channel: Channel, purpose: Purpose, *, granted: bool) -> Consent:
    """A yes or no of noon."""
    return Consent(
        channel=channel, purpose=purpose, granted=granted, at=NOON, wording="test", source="test"
    )


def way(outlet: Outlet, clock: Clock, *, per_second: float = 0, every_s: float = 0) -> Way:
    """A way with these limits; without any at first."""
    pace = Pace(
        per_second=per_second, address_every_s=every_s, clock=clock.seconds, sleep=clock.sleep
    )
    return Way(outlet=outlet, pace=pace)


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    """The corner café, without limits."""
    clock = Clock()
    acts = await Acts.start(database, preset_text("starter"), clock=clock)
    telegram, sms = FakeOutlet(clock), FakeOutlet(clock)
    ways = {TELEGRAM: way(telegram, clock), SMS: way(sms, clock)}
    shop = Shop(database=database, acts=acts, clock=clock, telegram=telegram, sms=sms, ways=ways)
    yield shop
    for locks in shop.locks:
        await locks.close()
