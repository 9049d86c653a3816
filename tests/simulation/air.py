"""The channels of the simulation: they fail in every way, and note what they were given."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.conversation.messages import Spoken
from bot.ports import ChannelRefused, Sent, TryLater, Undeliverable
from core.model import Channel, Purpose
from core.transaction import Transaction
from tests.simulation import kept
from tests.simulation.books import Books
from tests.simulation.clockwork import Calendar
from tests.simulation.engine import Disk
from tests.simulation.people import MARKETING, SMS, TELEGRAM, Person
from tests.simulation.processes import Process
from tests.simulation.server import Server

SILENT_S = 60.0
SAME_TIME = timedelta(seconds=5)


@dataclass(slots=True, kw_only=True)
class Air:
    """Everything between us and people's phones. What must not happen is noted in `wrong`."""

    calendar: Calendar
    shared: Disk | Server
    random: Random
    shop_zone: str
    people: dict[tuple[Channel, str], Person]
    books: Books = field(default_factory=Books)
    arrived: Counter[int] = field(default_factory=Counter)  # by message
    refused: Counter[str] = field(default_factory=Counter)
    guessed: "dict[int, Flight]" = field(default_factory=dict)  # told together, it seems, in that
    wrong: list[str] = field(default_factory=list)
    flights: dict[str, "list[Flight]"] = field(default_factory=dict)  # the last to each address
    begun: set[tuple[int, int]] = field(default_factory=set)  # messages, and which attempt
    offered: dict[str, list[str]] = field(default_factory=dict)  # the buttons of each address
    calm: bool = False
    log: list[str] = field(default_factory=list)  # what one seed must repeat

    def note(self, *what: object) -> None:
        """Add that to the log."""
        self.log.append(f"{self.calendar().isoformat()} {what}")


@dataclass(slots=True)
class Flight:
    """One message on its way, with all that it tells."""

    contents: dict[int, Purpose]
    begun_at: datetime
    arrived: bool = False
    failed: bool = False

    def without(self, id: int, arrived: Counter[int]) -> None:
        """That one comes by itself: it was no part of this."""
        if self.contents.pop(id, None) and self.arrived:
            arrived[id] -= 1

    def has(self, id: int, purpose: Purpose, arrived: Counter[int]) -> None:
        """That one was taken for a part of another, which has failed."""
        self.contents[id] = purpose
        arrived[id] += self.arrived


@dataclass(slots=True)
class AirOutlet:
    """One channel, as one of our processes has it."""

    air: Air
    channel: Channel
    process: Process

    def parts(self, spoken: Spoken) -> int:
        """One."""
        return 1

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Take it or not, say so or not; the process may die before and after."""
        air = self.air
        self.process.step("before a message")
        person = air.people[self.channel, address]
        first = int(reference)
        contents = air.shared.whole(lambda tx: _contents(tx, first, air.begun))
        flight = Flight(contents, air.calendar())
        warnings = air.shared.whole(lambda tx: kept.warnings(tx, contents, air.calendar()))
        air.flights[address] = [*air.flights.get(address, ())[-3:], flight]
        for id in contents:
            if other := air.guessed.pop(id, None):  # it was taken for a part of that one
                other.without(id, air.arrived)
        air.guessed |= dict.fromkeys(contents.keys() - {first}, flight)
        self._judge(person, contents)
        await asyncio.sleep(air.random.uniform(0.05, 0.4))
        try:
            await self._weather(person, contents, spoken.text)
        except (TryLater, Undeliverable, ChannelRefused):
            air.begun -= {one for one in air.begun if one[0] in contents}  # it is tried again
            flight.failed = True
            self._guess_again(flight, first, address)
            raise
        self._arrives(contents, spoken.text, address)
        for warning in warnings:
            air.books.promise(*warning)
        commands = [one.command for row in spoken.buttons for one in row]
        air.offered.setdefault(address, []).extend(commands)
        flight.arrived = True
        self.process.step(
            "after a message", danger=30
        )  # it has arrived, and nobody has written that down
        return Sent(id=f"{self.channel}-{reference}-{air.arrived.total()}")

    def _guess_again(self, failed: Flight, first: int, address: str) -> None:
        """What seemed to be told by it may have been told by another at the very same time."""
        others = [
            one for one in self.air.flights[address]
            if not one.failed and abs(one.begun_at - failed.begun_at) < SAME_TIME
        ]  # fmt: skip
        for id, purpose in failed.contents.items():
            self.air.guessed.pop(id, None)
            if id != first and others:
                others[-1].has(id, purpose, self.air.arrived)
                self.air.guessed[id] = others[-1]

    def _judge(self, person: Person, contents: Mapping[int, Purpose]) -> None:
        """Whether it may be sent at all, by what is true of the person."""
        now = self.air.calendar()
        name = f"{now}: {self.channel} to {person.id}: {contents}"
        for purpose in contents.values():
            if person.minds(self.channel, purpose, now):
                self.air.wrong.append(f"without consent, {name}")
            settled = person.zone_since is None or now > person.zone_since
            if settled and _quiet(self.channel, purpose, now, person.zone or self.air.shop_zone):
                self.air.wrong.append(f"in quiet hours, {name}")
        if person.silent_since and now > person.silent_since:
            self.air.wrong.append(f"to who paused, {name}")
        told = person.block_told_at
        if self.channel is TELEGRAM and told and now > told:
            self.air.wrong.append(f"to who is known to have blocked, {name}")

    async def _weather(self, person: Person, contents: Mapping[int, Purpose], text: str) -> None:
        """Raise as the channels do."""
        if self.channel is TELEGRAM and person.blocked:
            raise Undeliverable("Forbidden: bot was blocked by the user")
        if self.channel is SMS and person.stopped:
            raise Undeliverable("21610", opted_out=True)
        if self.air.calm:
            return
        luck = self.air.random.random()
        if luck < 0.02:
            raise self._no(TryLater(self.air.random.uniform(1, 40), reason="429"))
        if luck < 0.025:
            raise self._no(TryLater(reason="it can't be reached"))
        if luck < 0.026:
            raise self._no(ChannelRefused("credentials"))
        if luck < 0.031:  # it arrives, or not, and nobody is told
            if self.air.random.random() < 0.5:
                self._arrives(contents, text, "unanswered")
            if self.air.random.random() < 0.5:
                await asyncio.sleep(SILENT_S)
            raise self._no(TryLater(reason="timeout", maybe_sent=True))

    def _no(self, error: Exception) -> Exception:
        self.air.refused[str(error)] += 1
        return error

    def _arrives(self, contents: Mapping[int, Purpose], text: str, address: str) -> None:
        self.air.arrived.update(contents.keys())
        self.air.note(self.channel, address, sorted(contents), text)


def _contents(tx: Transaction, first: int, begun: set[tuple[int, int]]) -> dict[int, Purpose]:
    """What is told in this one message: all its worker has begun, and was not sent as such yet."""
    rows = tx.rows(
        "SELECT o.id, o.attempts, o.purpose FROM outbox o, outbox f WHERE f.id = :first"
        " AND o.worker = f.worker AND (o.id = f.id OR o.member_id = f.member_id)"
        " AND o.channel = f.channel AND o.sending = 1 AND o.state = 'leased'",
        first=first,
    )
    told = [row for row in rows if row[0] == first or row[:2] not in begun]
    begun |= {(id, attempt) for id, attempt, _ in told}
    return {id: Purpose(purpose) for id, _, purpose in told}


def _quiet(channel: Channel, purpose: Purpose, now: datetime, zone: str) -> bool:
    """Said again in other words than the code's: 8-22, marketing by SMS 9-20 and Sundays 12-20."""
    local = now.astimezone(UTC).astimezone(ZoneInfo(zone))
    if channel is SMS and purpose is MARKETING:
        begin = time(12) if local.isoweekday() == 7 else time(9)
        return not begin <= local.time() < time(20)
    return not time(8) <= local.time() < time(22)
