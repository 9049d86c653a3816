"""
A shop's season: everybody does their own at once, everything goes wrong, and one seed repeats it.

Customers write, cashiers serve, shops sell, processes serve and push and die. When it is over it is
calm for some days, and everything must have come right.
"""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from core.model import Channel, Colleague, MemberId, Role
from core.staffing import appoint_owners
from core.tables import hooks, staff
from core.transaction import Transaction
from tests.simulation import checks, invariants
from tests.simulation.air import Air
from tests.simulation.books import Books
from tests.simulation.clockwork import Calendar
from tests.simulation.counter import Cashier, Manager
from tests.simulation.customers import Customer
from tests.simulation.engine import Disk
from tests.simulation.forms import FORMS
from tests.simulation.listening import URL, Listener
from tests.simulation.owning import Owner, program
from tests.simulation.people import Person
from tests.simulation.phones import Phone
from tests.simulation.pushing import Pusher
from tests.simulation.reading_back import apis
from tests.simulation.replicas import Heard, Shared
from tests.simulation.server import Server
from tests.simulation.serving import Serving
from tests.simulation.shops import SECRETS, Now, WebShop
from tests.simulation.texting import Texter, Twilio, texter_of
from tests.simulation.watching import Watch

BEGIN = datetime(2027, 10, 20, tzinfo=UTC)  # the clocks go back on the 31st
HOURS = (0.5, 3.6, 8.2, 11.7, 15.3, 19.6)
CALM_DAYS = 3
MINUTE_S = 60
MOMENTS = 6
TEXTERS = 3
OWNER, MANAGER, CASHIERS = "900001", "900002", ("900003", "900004")


Act = Coroutine[Any, Any, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is simulated."""

    seed: int
    customers: int = 24
    days: int = 14
    acts_an_hour: int = 8


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of it. Nothing should be amiss; the digest tells two runs apart."""

    amiss: list[str] = field(default_factory=list)
    deaths: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    digest: str = ""


class Season:
    """The shop and everybody who has to do with it."""

    def __init__(
        self, plan: Plan, disk: Disk | Server, random: Random, tasks: asyncio.TaskGroup
    ) -> None:
        self.plan, self.random, self.disk, self.faults = plan, random, disk, disk.faults
        self.calendar = Calendar(BEGIN)
        self.books, self.outcome = Books(), Outcome()
        self.watch = Watch(self.disk, self.calendar)
        self.program = program(self.random)
        self.books.rates[self.program] = 1
        self.shared = Shared(
            disk=self.disk, calendar=self.calendar, random=self.random, program=self.program,
            texts=Heard(), secrets=SECRETS,
        )  # fmt: skip
        self.serving = Serving(shared=self.shared, faults=self.faults)
        self.air = Air(
            calendar=self.calendar, shared=self.disk, random=self.random,
            shop_zone="Europe/Bucharest", people={},
        )  # fmt: skip
        self.shops = {
            name: WebShop(
                name=name, serving=self.serving, faults=self.faults, books=self.books,
                random=self.random, tasks=tasks,
                now=Now(self.calendar, self.random.randrange(-3, 4)),
            )
            for name in FORMS
        }  # fmt: skip
        self.shared.apis = apis(self.shops, self.faults)
        self.listener = Listener(self.faults)
        self.shared.twilio = self.twilio = Twilio(self.calendar, self.faults)
        self.pusher = Pusher(
            serving=self.serving, air=self.air, random=self.random, listener=self.listener
        )
        self.customers: list[Customer] = []
        self.texters: list[Texter] = []

    async def lives(self) -> Outcome:
        """All days, and some calm ones."""
        await self._opens()
        for day in range(self.plan.days + CALM_DAYS):
            if day == self.plan.days:
                self.faults.calm = self.air.calm = True
            for hour in HOURS:
                await self.calendar.until(BEGIN + timedelta(days=day, hours=hour))
                await self._hour(busy=day < self.plan.days)
                if self._look(self.disk.whole(self._now)):
                    return self._ended()
        await asyncio.sleep(MINUTE_S)
        await self.pusher.sends()  # what was written in the last moment
        self._look(self.disk.whole(self._at_the_end))
        return self._ended()

    def _look(self, amiss: list[str]) -> bool:
        self.outcome.amiss += [*self.books.wrong, *self.air.wrong, *amiss]
        return bool(self.outcome.amiss)

    def _now(self, tx: Transaction) -> list[str]:
        return [*invariants.always(tx), *invariants.kept_up(tx, self.shops)]

    def _at_the_end(self, tx: Transaction) -> list[str]:
        return [
            *invariants.at_the_end(tx, self.books, self.shops),
            *self.listener.amiss(tx),
            *checks.messages(tx, self.air.arrived),
            *checks.late(tx, self.calendar() - timedelta(days=1)),
        ]

    def _ended(self) -> Outcome:
        entries = self.disk.whole(lambda tx: tx.rows("SELECT * FROM entries ORDER BY 1, 2"))
        outcome, log = self.outcome, "\n".join([*self.air.log, *map(str, entries)])
        outcome.amiss = list(dict.fromkeys(outcome.amiss))
        outcome.deaths, outcome.faults = self.serving.deaths, self.faults.seen
        outcome.faults += self.air.refused
        outcome.steps = self.faults.steps
        outcome.counts["entries"] = len(entries)
        outcome.counts["orders"] = sum(len(shop.orders) for shop in self.shops.values())
        outcome.counts["lost deliveries"] = sum(shop.lost for shop in self.shops.values())
        outcome.counts["vouchers"] = len(self.books.vouchers)
        outcome.counts["sold"] = sum(one.total() for one in self.books.sold.values())
        outcome.counts["messages"] = self.air.arrived.total()
        outcome.digest = sha256(log.encode()).hexdigest()
        return outcome

    async def _opens(self) -> None:
        self.disk.whole(lambda tx: hooks.connect(tx, [URL]))
        await self.serving.some()
        self.disk.whole(self._hires)
        self.cashiers = [
            Cashier(phone=self._phone(one), books=self.books, random=self.random)
            for one in CASHIERS
        ]
        self.cashiers[0].colleague, self.cashiers[1].colleague = reversed(self.cashiers)
        self.manager = Manager(phone=self._phone(MANAGER), books=self.books, random=self.random)
        self.owner = Owner(
            phone=self._phone(OWNER), books=self.books, random=self.random, text=self.program
        )
        for address in (OWNER, MANAGER, *CASHIERS):
            self._works(address)
        for number in range(self.plan.customers):
            await self._comes(number)
        for number in range(TEXTERS):
            texter = Texter(
                person=texter_of(number), twilio=self.twilio, serving=self.serving,
                disk=self.disk, books=self.books, random=self.random,
            )  # fmt: skip
            key = Channel.SMS, texter.person.phone
            self.air.people = {**self.air.people, key: texter.person}
            await texter.joins()
            self.texters.append(texter)

    def _hires(self, tx: Transaction) -> None:
        now = self.calendar()
        appoint_owners(tx, [OWNER], now=now)
        for address, role in ((MANAGER, Role.MANAGER), *((one, Role.CASHIER) for one in CASHIERS)):
            staff.put(
                tx,
                Colleague(
                    channel=Channel.TELEGRAM, address=address, name=role, language="en", role=role,
                    added_by="settings", since=now,
                ),
            )  # fmt: skip

    def _phone(self, address: str) -> Phone:
        return Phone(serving=self.serving, faults=self.faults, address=address, name=address)

    def _works(self, address: str) -> None:
        """Who works here is written to as well."""
        person = Person(
            id=MemberId(0), card="", zone=None, telegram=address, phone="", birthday=None,
            born_told_at=None,
        )  # fmt: skip
        self.air.people = {**self.air.people, (Channel.TELEGRAM, address): person}

    async def _comes(self, number: int) -> None:
        address = f"{100_000 + number}"
        phone = f"+4072{number:07}" if number % 3 else ""
        person = Person(
            id=MemberId(0), card="", zone=None, telegram=address, phone=phone, birthday=None,
            born_told_at=None,
        )  # fmt: skip
        customer = Customer(
            person=person, phone=self._phone(address), disk=self.disk, books=self.books,
            watch=self.watch, random=self.random, open=[],
        )  # fmt: skip
        self.air.people = {**self.air.people, (Channel.TELEGRAM, address): person}
        await customer.joins()
        self.customers.append(customer)

    async def _hour(self, *, busy: bool) -> None:
        async with asyncio.TaskGroup() as hour:
            for _ in range(2 if self.random.random() < 0.2 else 1):
                hour.create_task(self.pusher.pushes())
            if busy:
                for act in self._acts():
                    hour.create_task(act)
        await self.serving.follow()

    def _acts(self) -> Iterator[Act]:
        """What is done in this hour; everybody does one thing at a time."""
        here = [one for one in self.customers if not one.gone]
        some = self.random.sample(here, min(self.plan.acts_an_hour, len(here)))
        for customer in some:
            yield self._soon(customer.acts())
        if self.random.random() < 0.4:
            yield self._soon(self.random.choice(self.texters).acts())
        others = [one for one in here if one not in some]  # who hold their phones in their hands
        for number, cashier in enumerate(self.cashiers):
            if len(others) > 2 * number + 1:
                customer, passer = others[2 * number : 2 * number + 2]
                yield self._soon(cashier.serves(customer, passer))
            if some and self.random.random() < 0.5:  # at the till, and in the chat
                yield self._soon(cashier.types(self.random.choice(some)))
        if others and self.random.random() < 0.3:
            yield self._soon(self.manager.decides(self.random.choice(others)))
        if self.random.random() < 0.1:
            yield self._soon(self.owner.decides())
        for shop in self.shops.values():
            if self.random.random() < 0.7:
                shop.trades(self.random.choice(here))

    async def _soon(self, act: Act) -> None:
        await asyncio.sleep(self.random.randrange(MOMENTS))  # some at the very same moment
        await act
