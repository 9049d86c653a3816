"""Sending: drains the outbox, as many messages at once as the channels allow."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from random import Random, SystemRandom
from time import monotonic

from bot.acts import Acts
from bot.conversation.clicks import Links
from bot.conversation.messages import Spoken
from bot.conversation.texts import Texts
from bot.delivery.choosing import Rules
from bot.delivery.outcomes import Outcomes
from bot.delivery.outlets import REFUSED_S, Outlet, Outlets, Way
from bot.delivery.pacing import PATIENCE_S
from bot.delivery.taking import SEND, Letter, Taker
from bot.delivery.turns import Turns
from bot.delivery.wording import worded
from bot.draining import keep_draining
from bot.logs import caused_by
from bot.ports import ChannelRefused, Database, TryLater, Undeliverable, WorldError
from core.tables import outbox, outbox_views
from core.tables.outbox import State

FLYING_MAX = 32  # letters under way at once
POLL_S = 0.5  # how often the outbox is looked at
HOLD_S = 5.0  # then others may have a turn
STALE_AT_ONCE = 500

log = logging.getLogger(__name__)

Told = Callable[[str, str], None]
"""Hears of every outcome: the channel ("" for none) and the state."""


class Delivery:
    """
    One worker that empties the outbox. Several may run at once: a lease gives a message to one.

    But the channels' limits hold for all of them together, so they take turns.
    """

    def __init__(
        self,
        *,
        database: Database,
        acts: Acts,
        texts: Texts,
        outlets: Outlets,
        turns: Turns,
        rules: Rules | None = None,
        sms_daily_parts: int = 0,
        told: Told = lambda channel, state: None,
        links: Links | None = None,
        random: Random | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        random = random or SystemRandom()
        worker = f"{random.getrandbits(64):016x}"
        self._database = database
        self._texts = texts
        self._acts = acts
        self._outlets = outlets
        self._turns = turns
        self._told = told
        self._links = links
        self._clock = clock
        self._taker = Taker(
            database=database,
            acts=acts,
            rules=rules or Rules(),
            worker=worker,
            sms_daily_parts=sms_daily_parts,
        )
        self._outcomes = Outcomes(database=database, acts=acts, worker=worker, random=random)
        self.counts: Counter[str] = Counter()

    async def run(self, stop: asyncio.Event) -> None:
        """Send what is due as long as not stopped; what is in the air is finished."""
        await keep_draining(self.drain, stop, what="sending", every_s=POLL_S)

    async def drain(self, stop: asyncio.Event | None = None) -> Mapping[str, int]:
        """Send what is due now, and what falls due meanwhile; how many messages ended how."""
        self.counts = Counter()
        await self._drop_stale(stop)
        while not (stop and stop.is_set()) and await self._anything_due():
            async with self._turns.turn(stop) as ours:
                if not ours or not await self._some(stop):
                    break
        return self.counts

    async def _drop_stale(self, stop: asyncio.Event | None) -> None:
        """After a long downtime there may be many: they are not looked at one by one."""
        while not (stop and stop.is_set()) and await self._anything_due():
            work = partial(outbox.lapse, now=self._acts.clock(), limit=STALE_AT_ONCE)
            count = await self._database.run(work)
            for _ in range(count):
                self._count("", State.SUPPRESSED)
            if count < STALE_AT_ONCE:
                break

    async def _anything_due(self) -> bool:
        work = partial(outbox_views.oldest_due, now=self._acts.clock())
        return await self._database.read(work) is not None

    async def _some(self, stop: asyncio.Event | None) -> bool:
        """Send for a while; whether there may be more."""
        until = self._clock() + HOLD_S
        async with asyncio.TaskGroup() as flights:
            flying: set[asyncio.Task[None]] = set()
            while self._clock() < until and not (stop and stop.is_set()):
                found = await self._launch(flights, flying)
                if not found and not flying:
                    return False
                if not found or len(flying) >= FLYING_MAX:
                    await asyncio.wait(flying, return_when=asyncio.FIRST_COMPLETED)
        return True

    async def _launch(self, flights: asyncio.TaskGroup, flying: "set[asyncio.Task[None]]") -> bool:
        """Lease as many as there is room for, and let them fly; False: nothing could."""
        ways = self._outlets()
        ready = [way for way in ways.values() if way.paused_s <= PATIENCE_S]
        room = FLYING_MAX - len(flying)
        if not ready or not room:
            return False
        self._taker.ways = ways.keys()
        taken = await self._taker.take(room)
        for state in taken.ended:
            self._count("", state)
        for letter in taken.letters:
            flight = flights.create_task(self._deliver(letter, ways[letter.way.channel]))
            flying.add(flight)
            flight.add_done_callback(flying.discard)
        return taken.count > 0

    async def _deliver(self, letter: Letter, way: Way) -> None:
        """Word it, wait for its turn, look once more, send it, and write how it ended."""
        with caused_by(f"message:{letter.items[0].message.id}"):
            await self._delivered(letter, way)

    async def _delivered(self, letter: Letter, way: Way) -> None:
        try:
            state = await self._attempt(letter, way)
        except WorldError as error:  # the lease ends, and it comes again
            log.warning("a message's outcome could not be written: %s", error)
            return
        except Exception:
            log.exception("message %s", letter.items[0].message.id)
            return
        for item in letter.items:  # the occasion names the order, entry or day it is about
            about = (item.message.id, item.message.campaign, item.message.occasion)
            log.info("message %s, %s %s: %s", *about, state)
            self._count(letter.way.channel, state)

    async def _attempt(self, letter: Letter, way: Way) -> str:
        if way.paused_s > PATIENCE_S or way.outlet is None:
            return await self._outcomes.put_off(letter, way.paused_s)
        spoken = self._worded(letter)
        if spoken is None:
            return await self._outcomes.failed(letter, "it can't be worded, see the log")
        if not await way.pace.turn(letter.way.address, way.outlet.parts(spoken)):
            return await self._outcomes.put_off(letter, way.paused_s)
        begun = await self._taker.begin(letter)
        if begun is None:
            return State.QUEUED
        if (left_s := way.paused_s) > 0:  # somebody was told just now: it has not been tried
            return await self._outcomes.later(begun, TryLater(left_s, reason="the channel pauses"))
        if begun.items != letter.items:
            spoken = self._worded(begun) or spoken
        if (closes := begun.way.closes) is not None:  # a phone may be off until the night
            left = closes - self._acts.clock()
            spoken = replace(spoken, valid_s=max(int(left.total_seconds()), 1))
        return await self._sent(begun, way.outlet, way, spoken)

    async def _sent(self, letter: Letter, outlet: Outlet, way: Way, spoken: Spoken) -> str:
        reference = str(letter.items[0].message.id)
        try:
            async with asyncio.timeout(SEND.total_seconds()):
                sent = await outlet.send(letter.way.address, spoken, reference=reference)
        except Undeliverable as no:
            way.worked()
            return await self._outcomes.undeliverable(letter, no)
        except (TryLater, ChannelRefused) as later:
            self._troubled(letter, way, later)
            return await self._outcomes.later(letter, later)
        except TimeoutError:
            return await self._outcomes.unknown(letter, "no answer in time")
        except Exception as error:
            log.exception("message %s: the channel failed", reference)
            return await self._outcomes.unknown(letter, type(error).__name__)
        way.worked()
        return await self._outcomes.sent(letter, sent)

    def _troubled(self, letter: Letter, way: Way, later: TryLater | ChannelRefused) -> None:
        if isinstance(later, ChannelRefused):
            log.error("%s takes nothing from us: %s", letter.way.channel, later)
            way.pace.pause(REFUSED_S)
        elif later.after_s:
            way.pace.pause(later.after_s)
        else:
            way.failed()

    def _worded(self, letter: Letter) -> Spoken | None:
        messages = [item.message for item in letter.items]
        try:
            program, way = self._acts.program, letter.way
            return worded(self._texts, program, way.language, messages, way.channel, self._links)
        except Exception:  # a bug of ours: it must not keep the others
            log.exception("message %s can't be worded", messages[0].id)
            return None

    def _count(self, channel: str, state: str) -> None:
        if state != State.QUEUED:
            self.counts[str(state)] += 1
        self._told(channel, state)
