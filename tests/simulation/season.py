"""
A shop's season: everybody does their own at once, everything goes wrong, and one seed repeats it.

Customers write, cashiers serve, shops sell, processes serve and push and die. When it is over it is
calm for some days, and everything must have come right.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from core.transaction import Transaction
from tests.simulation import checkouts, checks, invariants, kept
from tests.simulation.everybody import Everybody
from tests.simulation.hours import acts
from tests.simulation.shops import unpaid
from tests.simulation.twins import one_of_two
from tests.simulation.world import BEGIN, World

HOURS = (0.5, 3.6, 8.2, 11.7, 15.3, 19.6)
CALM_DAYS = 3
MINUTE_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is simulated."""

    seed: int
    customers: int = 24
    days: int = 10
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
    """The days of that world, and the account of them."""

    def __init__(self, plan: Plan, world: World) -> None:
        self.plan, self.world, self.outcome = plan, world, Outcome()
        self.everybody = Everybody(world)

    async def lives(self) -> Outcome:
        """All days, and some calm ones."""
        world = self.world
        await self.everybody.come(self.plan.customers)
        for day in range(self.plan.days + CALM_DAYS):
            if day == self.plan.days:
                world.faults.calm = world.air.calm = True
            for hour in HOURS:
                await world.calendar.until(BEGIN + timedelta(days=day, hours=hour))
                await self._hour(busy=day < self.plan.days)
                if self._look(world.disk.whole(self._now)):
                    return self._ended()
        await asyncio.sleep(MINUTE_S)
        await world.pusher.sends()  # what was written in the last moment
        self._look(world.disk.whole(self._at_the_end))
        return self._ended()

    async def _hour(self, *, busy: bool) -> None:
        world = self.world
        async with asyncio.TaskGroup() as hour:
            for _ in range(2 if world.random.random() < 0.2 else 1):
                hour.create_task(world.pusher.pushes())
            if busy:
                for act in acts(self.everybody, self.plan.acts_an_hour):
                    hour.create_task(act)
        await world.serving.follow()

    def _look(self, amiss: list[str]) -> bool:
        self.outcome.amiss += [*self.world.books.wrong, *self.world.air.wrong, *amiss]
        return bool(self.outcome.amiss)

    def _now(self, tx: Transaction) -> list[str]:
        world = self.world
        return [
            *invariants.always(tx),
            *invariants.kept_up(tx, world.shops),
            *kept.dates(tx, world.books),
        ]

    def _at_the_end(self, tx: Transaction) -> list[str]:
        world = self.world
        return [
            *invariants.at_the_end(tx, world.books, world.shops),
            *checkouts.codes(tx, world.checkouts, unpaid(world.shops)),
            *one_of_two(tx, self.everybody.twins),
            *world.listener.amiss(tx),
            *checks.messages(tx, world.air.arrived),
            *checks.late(tx, world.calendar() - timedelta(days=1)),
        ]

    def _ended(self) -> Outcome:
        world, outcome = self.world, self.outcome
        entries = world.disk.whole(lambda tx: tx.rows("SELECT * FROM entries ORDER BY 1, 2"))
        log = "\n".join([*world.air.log, *map(str, entries)])
        outcome.amiss = list(dict.fromkeys(outcome.amiss))
        outcome.deaths, outcome.faults = world.serving.deaths, world.faults.seen
        outcome.faults += world.air.refused
        outcome.steps = world.faults.steps
        shops = world.shops.values()
        outcome.counts["entries"] = len(entries)
        outcome.counts["orders"] = sum(len(shop.orders) for shop in shops)
        outcome.counts["lost deliveries"] = sum(shop.lost for shop in shops)
        outcome.counts["vouchers"] = len(world.books.vouchers)
        outcome.counts["sold"] = sum(one.total() for one in world.books.sold.values())
        outcome.counts["friends brought"] = len(world.books.brought)
        outcome.counts["dates told"] = len(world.books.dates)
        outcome.counts["decisions"] = len(self.everybody.seconds.decided)
        outcome.counts["codes"] = sum(len(one.codes) for one in world.checkouts.values())
        outcome.counts["merged"] = sum(one.merged is not None for one in self.everybody.twins)
        outcome.counts["messages"] = world.air.arrived.total()
        outcome.digest = sha256(log.encode()).hexdigest()
        return outcome
