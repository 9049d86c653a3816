"""Customers by SMS. Twilio tries a webhook twice, then it is lost, until somebody asks for it."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from bot.channels.sms_twilio import CameIn
from bot.ports import WorldError
from core.model import MemberId, Purpose
from core.tables import members
from core.transaction import Transaction
from tests.simulation.books import Books
from tests.simulation.clockwork import Calendar
from tests.simulation.engine import Disk
from tests.simulation.faults import Faults
from tests.simulation.people import SMS, TRANSACTIONAL, Person
from tests.simulation.processes import Died
from tests.simulation.server import Server
from tests.simulation.serving import Serving

OURS = "+40311234567"
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}\b")
TRIES = 2
LOST_FOR = timedelta(hours=24)


@dataclass(slots=True)
class Twilio:
    """What it knows of the messages that came to our number."""

    calendar: Calendar
    faults: Faults
    came: list[CameIn] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)  # by number
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def came_in(self, since: datetime) -> list[CameIn]:
        """What came since then."""
        return [one for one in self.came if one.at >= since]

    async def say(self, number: str, text: str) -> None:
        """An answer to what had been lost."""
        self.answers.setdefault(number, []).append(text)

    async def close(self) -> None:
        """Nothing is open."""

    async def takes(self, serving: Serving, sender: str, text: str) -> None:
        """A text message comes in, and is delivered to us, if it can be, and perhaps twice."""
        sid = f"SM{next(self._numbers):032x}"
        at = self.calendar()
        self.came.append(CameIn(sid=sid, sender=sender, receiver=OURS, text=text, at=at))
        form = {
            "From": sender, "To": OURS, "Body": text, "MessageSid": sid, "FromCountry": "RO"
        }  # fmt: skip
        tries = TRIES * (2 if self.faults.strike("a delivery comes twice") else 1)
        for number in range(tries):
            try:
                reply = await serving.once(lambda replica: replica.line.hear(form))
            except (Died, WorldError):
                await asyncio.sleep(self.faults.random.uniform(0, 5))
                continue
            self.answers.setdefault(sender, []).append(reply)
            if number >= tries - TRIES:
                return


@dataclass(slots=True, kw_only=True, eq=False)
class Texter:
    """Somebody without Telegram."""

    person: Person
    twilio: Twilio
    serving: Serving
    disk: Disk | Server
    books: Books
    random: Random

    async def joins(self) -> None:
        """By a word; as long as nobody answers, again."""
        while not self.person.id:
            await self._says("JOIN")
            self.disk.whole(self._is_known)
        self.person.yes = {(SMS, TRANSACTIONAL)}

    def _is_known(self, tx: Transaction) -> None:
        id = members.by_key(tx, "phone", self.person.phone)
        found = members.find(tx, id) if id else None
        if found:
            self.person.id, self.person.card = found.id, found.card

    async def acts(self) -> None:
        """Do something."""
        deeds = list(DEEDS)
        [deed] = self.random.choices(deeds, weights=[DEEDS[one] for one in deeds])
        await deed(self)

    async def _says(self, text: str) -> None:
        await self.twilio.takes(self.serving, self.person.phone, text)

    async def redeems(self) -> None:
        """By the reward's name."""
        await self._says("REDEEM COFFEE")
        for code in CODE.findall(" ".join(self.twilio.answers.get(self.person.phone, ()))):
            self.books.vouchers[code] = self.person.id

    async def asks(self) -> None:
        """How many points there are."""
        await self._says("POINTS")

    async def stops(self) -> None:
        """The carrier hears of it first; it lets nothing through."""
        self.person.stopped = True
        await self._says("STOP")
        now = self.twilio.calendar()
        for purpose in Purpose:
            self.person.no.setdefault((SMS, purpose), now + LOST_FOR)

    async def starts(self) -> None:
        """Again."""
        self.person.stopped = False
        for purpose in Purpose:
            self.person.no.pop((SMS, purpose), None)
        await self._says("START")


Deed = Callable[[Texter], Awaitable[None]]
DEEDS: dict[Deed, int] = {Texter.redeems: 4, Texter.asks: 4, Texter.stops: 1, Texter.starts: 1}


def texter_of(number: int) -> Person:
    """Who they are."""
    return Person(
        id=MemberId(0), card="", zone=None, telegram="", phone=f"+40744{number:06}", birthday=None,
        born_told_at=None,
    )  # fmt: skip
