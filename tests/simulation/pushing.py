"""What the process that leads does by itself: the schedule, the outbox, the shops' orders."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random

import httpx

from bot import schedule
from bot.delivery import Delivery, Way
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from bot.hooks import Hooks
from bot.ports import WorldError
from bot.shops.codes import Codes
from bot.shops.nightly import Nightly
from core.model import Channel
from tests.simulation.air import Air, AirOutlet
from tests.simulation.checkouts import Checkout
from tests.simulation.listening import SECRET, URL, Listener
from tests.simulation.processes import Died
from tests.simulation.replicas import Replica
from tests.simulation.serving import Serving

TRIES = 30


@dataclass(slots=True, kw_only=True)
class Pusher:
    """Has the jobs of an hour done, by another process when one dies."""

    serving: Serving
    air: Air
    random: Random
    listener: Listener
    checkouts: Mapping[str, Checkout]

    async def pushes(self) -> None:
        """Everything that is due."""
        for job in (
            self._ticks, self._sends, self._reads_back, self._tells, self._catches_up,
            self._makes_codes,
        ):  # fmt: skip
            await self._done(job)

    async def sends(self) -> None:
        """Nothing but what waits to be told."""
        for job in (self._sends, self._tells, self._makes_codes):
            await self._done(job)

    async def _done(self, job: Callable[[Replica], Awaitable[None]]) -> None:
        for _ in range(TRIES):
            try:
                await self.serving.once(job)
                return
            except (Died, WorldError):
                await asyncio.sleep(self.random.uniform(1, 100))

    async def _ticks(self, replica: Replica) -> None:
        await schedule.tick(replica.database, replica.acts)

    async def _sends(self, replica: Replica) -> None:
        loop = asyncio.get_running_loop()
        ways = {}
        for channel in (Channel.TELEGRAM, Channel.SMS):
            outlet = AirOutlet(self.air, channel, replica.process)
            pace = Pace(per_second=29, address_every_s=1.05, clock=loop.time)
            ways[channel] = Way(outlet=outlet, pace=pace)
        delivery = Delivery(
            database=replica.database, acts=replica.acts, texts=replica.texts,
            outlets=lambda: ways, turns=Turns(replica.database.locks()),
            random=Random(self.random.getrandbits(64)), clock=loop.time,
        )  # fmt: skip
        await delivery.drain()

    async def _tells(self, replica: Replica) -> None:
        hooks = Hooks(
            database=replica.database, acts=replica.acts, urls=[URL], secrets=[SECRET],
            transport=httpx.MockTransport(self.listener),
        )  # fmt: skip
        await hooks.drain()

    async def _makes_codes(self, replica: Replica) -> None:
        codes = Codes(
            database=replica.database, acts=replica.acts, shops=self.checkouts,
            random=Random(self.random.getrandbits(64)),
        )  # fmt: skip
        await codes.drain()

    async def _catches_up(self, replica: Replica) -> None:
        """As the SMS line does every few minutes: what Twilio could not deliver is heard now."""
        await replica.line.catch_up()

    async def _reads_back(self, replica: Replica) -> None:
        nightly = Nightly(database=replica.database, acts=replica.acts, shops=replica.apis)
        await nightly.once()
