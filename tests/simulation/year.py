"""The simulated shop, day by day: people act, schedulers tick, senders send, and some die."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import repeating, schedule
from bot.acts import Acts
from bot.conversation.texts import Texts
from bot.delivery import Delivery, Way
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from bot.programs import preset_text
from core.model import Channel
from core.transaction import Transaction
from tests.simulation.air import Air, AirOutlet
from tests.simulation.checks import amiss
from tests.simulation.clockwork import Calendar, VirtualLoop
from tests.simulation.engine import Disk, ProcessDatabase
from tests.simulation.faults import NONE, Faults
from tests.simulation.people import SMS, TELEGRAM, Person, does_something, newcomer
from tests.simulation.processes import Died, Process, within

BEGIN = datetime(2027, 9, 1, tzinfo=UTC)  # till 31 August of a leap year
HOURS = (0.5, 6.3, 8.1, 11.2, 15.7, 19.4)
NEVER_S = 10**9
TEXTS = Texts.load()
CAMPAIGNS = """
[[campaigns]]
id = "birthday"
kind = "birthday"
lead_days = 7
[[campaigns]]
id = "expiry"
kind = "expiry"
days = [7]
[[campaigns]]
id = "cart"
kind = "cart"
both = true
at_most_a_week = 2
offer = { points = 3 }
[[campaigns]]
id = "winback"
kind = "winback"
days = 20
offer = { points = 5 }
control = 20
[[campaigns]]
id = "anniversary"
kind = "anniversary"
offer = { points = 7 }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is simulated."""

    seed: int
    people: int
    days: int
    deeds_a_day: int
    life: int = 20_000  # steps of a process, on average


@dataclass(slots=True, kw_only=True)
class Year:
    """What happened. Nothing should be amiss; the digest tells two runs apart."""

    amiss: list[str] = field(default_factory=list)
    deaths: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    digest: str = ""


def live(plan: Plan, template: Path) -> Year:
    """Live it through on a copy of that empty database."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_lived(plan, template))


async def _lived(plan: Plan, template: Path) -> Year:
    random = Random(plan.seed)
    faults = Faults(random, NONE, plan.life)
    with (
        TemporaryDirectory() as folder,
        closing(Disk.copied(template, Path(folder), faults)) as disk,
    ):
        town = await Town.founded(plan, disk, random, faults)
        await town.lives()
        return town.year


def program() -> str:
    """The café's, but points last for three months and all campaigns are on."""
    return preset_text("starter").replace("months = 12", "months = 3") + CAMPAIGNS


@dataclass(slots=True, kw_only=True)
class Town:
    """The shop and its people."""

    plan: Plan
    shared: Disk
    random: Random
    faults: Faults
    calendar: Calendar
    acts: Acts
    air: Air
    people: list[Person] = field(default_factory=list)
    year: Year = field(default_factory=Year)
    _ticked: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    async def founded(cls, plan: Plan, shared: Disk, random: Random, faults: Faults) -> "Town":
        """With nobody in it yet."""
        calendar = Calendar(BEGIN)
        database = ProcessDatabase(shared, Process("founder", faults, NEVER_S))
        acts = await Acts.start(database, program(), clock=calendar, random=random)
        air = Air(
            calendar=calendar, shared=shared, random=random, shop_zone=acts.program.timezone,
            people={},
        )  # fmt: skip
        return cls(
            plan=plan, shared=shared, random=random, faults=faults, calendar=calendar, acts=acts,
            air=air,
        )  # fmt: skip

    async def lives(self) -> None:
        """All days, and a few calm ones in which everything that waits comes to its end."""
        for number in range(self.plan.people):
            act = self.acts.new(f"join {number}", actor="member")
            self.people.append(self.shared.whole(partial(newcomer, act=act, number=number)))
        self.air.people = self._directory()
        async with repeating.every(NEVER_S, self._ticks) as scheduler:
            for day in range(self.plan.days):
                await self._day(day, scheduler)
            self.air.calm = self.faults.calm = True
            for day in range(self.plan.days, self.plan.days + 9):
                await self._day(day, scheduler)
        self.year.amiss = [*self.air.wrong, *self.shared.whole(self._amiss)]
        self.year.digest = sha256("\n".join(self.air.log).encode()).hexdigest()

    def _amiss(self, tx: Transaction) -> list[str]:
        return amiss(
            tx,
            people=self.people,
            arrived=self.air.arrived,
            zone=self.air.shop_zone,
            begin=BEGIN,
            end=self.calendar(),
        )

    def _directory(self) -> dict[tuple[Channel, str], Person]:
        found = {(TELEGRAM, one.telegram): one for one in self.people}
        return found | {(SMS, one.phone): one for one in self.people}

    async def _day(self, day: int, scheduler: AsyncIOScheduler) -> None:
        down = not self.air.calm and self.random.random() < 0.02  # nothing runs all day
        for hour in HOURS:
            await self.calendar.until(BEGIN + timedelta(days=day, hours=hour))
            if down:
                self._people_act()
                continue
            await self._fired(scheduler)
            senders = 2 if self.random.random() < 0.2 else 1
            async with asyncio.TaskGroup() as both:
                both.create_task(self._people_act_meanwhile())
                for _ in range(senders):
                    both.create_task(self._process(self._sends))

    def _people_act(self) -> None:
        if self.air.calm:
            return
        for _ in range(self.random.randrange(2 * self.plan.deeds_a_day // len(HOURS) + 1)):
            person = self.random.choice(self.people)
            act = self.acts.new(f"deed {self.random.getrandbits(48):012x}", actor="member")
            done = self.shared.whole(
                partial(does_something, act=act, person=person, random=self.random)
            )
            self.year.counts[done] += 1
            self.air.note(person.id, done)

    async def _people_act_meanwhile(self) -> None:
        await asyncio.sleep(self.random.uniform(0, 3))
        self._people_act()

    async def _fired(self, scheduler: AsyncIOScheduler) -> None:
        """Have the scheduler's job run now, late by the scheduler's own clock: it runs once."""
        self._ticked.clear()
        [job] = scheduler.get_jobs()
        job.modify(next_run_time=datetime.now(UTC) - timedelta(hours=1))
        await self._ticked.wait()

    async def _ticks(self) -> None:
        """The schedule's tick, sometimes in two processes at once."""
        count = 2 if self.random.random() < 0.1 else 1
        await asyncio.gather(*(self._process(self._tick) for _ in range(count)))
        self._ticked.set()

    async def _tick(self, database: ProcessDatabase) -> None:
        self.year.counts.update(await schedule.tick(database, self.acts))

    async def _sends(self, database: ProcessDatabase) -> None:
        loop, process = asyncio.get_running_loop(), database.process
        ways = {
            TELEGRAM: Way(
                outlet=AirOutlet(self.air, TELEGRAM, process),
                pace=Pace(per_second=29, address_every_s=1.05, clock=loop.time),
            ),
            SMS: Way(
                outlet=AirOutlet(self.air, SMS, process),
                pace=Pace(per_second=10, clock=loop.time),
            ),
        }
        delivery = Delivery(
            database=database, acts=self.acts, texts=TEXTS, outlets=lambda: ways,
            turns=Turns(database.locks()), random=Random(self.random.getrandbits(64)),
            clock=loop.time,
        )  # fmt: skip
        await delivery.drain()

    async def _process(self, work: Callable[[ProcessDatabase], Coroutine[Any, Any, None]]) -> None:
        """Do it in a process; when that dies, another one a little later."""
        while True:
            process = Process("", self.faults, self.faults.lifetime())
            try:
                database = ProcessDatabase(self.shared, process)
                await within(process, work(database))
                await database.close()
                return
            except Died:
                self.year.deaths += 1
            await asyncio.sleep(self.random.uniform(1, 200))
