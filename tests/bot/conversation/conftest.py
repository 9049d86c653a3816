"""The counter: a café whose staff and customers talk with the router."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken, SpokenButton
from bot.conversation.router import Router
from bot.databases.opening import open_database
from bot.ports import Database
from core import staffing
from core.model import Channel, Colleague, Member, Role
from core.tables import chats, dead_letters, ledger, lots, members, outbox_views, staff
from core.tables.outbox_views import Posted
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
OWNER = "900"


@dataclass(slots=True)
class Person:
    """Somebody at the counter, on either side: what they say, tap and are shown."""

    counter: "Counter"
    id: str
    name: str
    language: str = "en"
    last: Spoken | None = None

    async def says(self, text: str, *, tap: bool = False, event: str = "", photo: str = "") -> str:
        """Say something; the answer's text."""
        incoming = Incoming(
            channel=Channel.TELEGRAM,
            sender=self.id,
            event_id=event or f"{self.id}:{next(self.counter.events)}",
            text=text,
            photo=photo,
            tap=tap,
            command=text.startswith("/"),
            name=self.name,
            language=self.language,
        )
        self.last = await self.counter.router.answer(incoming)
        assert self.last
        return self.last.text

    async def shares(self, phone: str) -> None:
        """Share the own number."""
        incoming = Incoming(
            channel=Channel.TELEGRAM,
            sender=self.id,
            event_id=f"{self.id}:{next(self.counter.events)}",
            phone=phone,
        )
        assert await self.counter.router.answer(incoming)

    async def agrees(self) -> "Person":
        """Agree to offers."""
        await self.says("notifications telegram marketing on", tap=True)
        return self

    async def taps(self, label: str) -> str:
        """Tap the button whose label has that in it."""
        return await self.says(self.button(label).command, tap=True)

    def button(self, label: str) -> SpokenButton:
        """The button below the last answer whose label has that in it."""
        exact = [one for one in self.buttons if one.label == label]
        [found, *_] = exact or [one for one in self.buttons if label in one.label]
        return found

    @property
    def buttons(self) -> list[SpokenButton]:
        """Every button below the last answer."""
        assert self.last
        return [one for row in self.last.buttons for one in row]

    @property
    def labels(self) -> list[str]:
        """What is on them."""
        return [one.label for one in self.buttons]


@dataclass(slots=True)
class Counter:
    """The café's counter."""

    database: Database
    acts: Acts
    router: Router
    now: datetime = NOON
    events: "count[int]" = field(default_factory=count)
    _ids: "count[int]" = field(default_factory=lambda: count(1001))

    def person(self, name: str = "Ann", language: str = "en", id: str = "") -> Person:
        """Somebody who has not written yet."""
        return Person(self, id or str(next(self._ids)), name, language)

    async def customer(self, name: str = "Ann", language: str = "en") -> Person:
        """Somebody who has joined: 50 points."""
        ann = self.person(name, language)
        await ann.says("join")
        return ann

    async def works(self, role: Role, name: str = "Sam", language: str = "en") -> Person:
        """Somebody who works here."""
        sam = self.person(name, language)
        colleague = Colleague(
            channel=Channel.TELEGRAM, address=sam.id, role=role, name=name, language=language,
            added_by="test", since=self.now,
        )  # fmt: skip
        await self.database.run(lambda tx: staff.put(tx, colleague))
        return sam

    async def owner(self) -> Person:
        """The owner the settings name."""
        await self.database.run(lambda tx: staffing.appoint_owners(tx, [OWNER], now=self.now))
        return self.person("Olha", id=OWNER)

    async def member(self, person: Person) -> Member:
        """The member as they now are."""

        def work(tx: Transaction) -> Member:
            id = chats.find(tx, Channel.TELEGRAM, person.id).member_id
            found = members.find(tx, id) if id else None
            assert found
            return found

        return await self.database.read(work)

    async def balance(self, person: Person) -> int:
        """What the member can spend."""
        member = await self.member(person)
        return await self.database.read(lambda tx: lots.spendable(tx, member.id, self.now))

    async def posted(self, person: Person) -> list[Posted]:
        """What the outbox has for the member, newest first."""
        member = await self.member(person)
        return await self.database.read(lambda tx: outbox_views.of_member(tx, member.id))

    async def told(self, person: Person) -> list[str]:
        """The keys of what waits to be sent to the member, oldest first."""
        return [one.message.key for one in reversed(await self.posted(person))]

    def passes(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


def code_in(text: str) -> str:
    """The secret of the link in the text."""
    [found] = re.findall(r"start=([\w-]+)", text)
    return str(found)


@pytest.fixture
async def counter(migrated_sqlite: str) -> AsyncIterator[Counter]:
    """The café's counter on its first day."""
    database = await open_database(migrated_sqlite)
    acts = await Acts.start(database, CAFE, clock=lambda: NOON, random=Random(7))
    made = Counter(database, acts, Router(database, acts, bot=lambda: "cafe_bot"))
    acts.clock = lambda: made.now
    yield made
    bugs, drifted = await database.read(dead_letters.count), await database.read(ledger.drifted)
    await database.close()
    assert (bugs, drifted) == (0, [])
