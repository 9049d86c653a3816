"""Outcomes: what a channel answered becomes the message's state, one transaction each."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random

from bot.acts import Acts
from bot.delivery.pacing import Sleep
from bot.delivery.taking import Letter
from bot.ports import ChannelRefused, Database, DatabaseUnavailable, Sent, TryLater, Undeliverable
from core.model import Channel, Consent, MemberId, Purpose
from core.tables import chats, consents, deliveries, members, outbox
from core.tables.outbox import Queued, State
from core.transaction import Transaction

ATTEMPTS_MAX = 10
BACKOFF_S = (5, 15, 45, 120, 300, 900)  # after the first attempt, the second … and every later one
JITTER = 0.2  # of the backoff, either way
REFUSED_S = 60
WRITE_AGAIN_S = (0.1, 0.5, 2.0, 5.0, 10.0)

OPTED_OUT = "carrier-opt-out"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Writes how a letter ended. A lease that was lost is written by who has it now."""

    database: Database
    acts: Acts
    worker: str
    random: Random
    sleep: Sleep = asyncio.sleep

    async def sent(self, letter: Letter, sent: Sent) -> str:
        """The channel took it."""
        return await self._each(letter, partial(self._sent, sent=sent))

    async def undeliverable(self, letter: Letter, no: Undeliverable) -> str:
        """It will never arrive that way; another may be left."""
        return await self._each(letter, partial(self._undeliverable, letter=letter, no=no))

    async def later(self, letter: Letter, later: TryLater | ChannelRefused) -> str:
        """It was surely not taken, or perhaps it was."""
        if isinstance(later, TryLater) and later.maybe_sent:
            return await self.unknown(letter, later.reason)
        return await self._each(letter, partial(self._later, letter=letter, later=later))

    async def unknown(self, letter: Letter, reason: str) -> str:
        """Nobody knows: it is not sent again by itself."""
        return await self._each(
            letter, partial(self._settle, state=State.UNKNOWN, reason=reason or "no answer")
        )

    async def failed(self, letter: Letter, reason: str) -> str:
        """It can't be sent, and the reason lies with us: a dead letter."""
        return await self._each(letter, partial(self._settle, state=State.FAILED, reason=reason))

    async def put_off(self, letter: Letter, seconds: float) -> str:
        """The channel pauses: it was not tried."""
        at = self.acts.clock() + timedelta(seconds=seconds + self.random.random())

        def work(tx: Transaction) -> None:
            for item in letter.items:
                outbox.retry(tx, item.message.id, self.worker, at=at, reason="the channel pauses")

        await self.database.run(work)
        return State.QUEUED

    async def _each(self, letter: Letter, write: Callable[..., str]) -> str:
        """Write it for every message of the letter; the state they are in."""
        now = self.acts.clock()

        def work(tx: Transaction) -> str:
            states = [write(tx, item, place, now) for place, item in enumerate(letter.items)]
            return states[0]

        for pause_s in WRITE_AGAIN_S:
            try:
                return await self.database.run(work)
            except DatabaseUnavailable as error:  # only we know: it is worth some patience
                log.warning("an outcome can't be written yet: %s", error)
                await self.sleep(pause_s)
        return await self.database.run(work)

    def _sent(self, tx: Transaction, item: Queued, place: int, now: datetime, *, sent: Sent) -> str:
        outbox.sent(
            tx,
            item.message.id,
            self.worker,
            at=now,
            provider_id=sent.id,
            parts=0 if place else sent.parts,  # told together, they are paid once
            cost_micros=0 if place else sent.cost_micros or 0,
        )
        return State.SENT

    def _undeliverable(
        self,
        tx: Transaction,
        item: Queued,
        place: int,
        now: datetime,
        *,
        letter: Letter,
        no: Undeliverable,
    ) -> str:
        way = letter.way
        if not place and no.opted_out and item.message.member_id:
            self._opt_out(tx, item.message.member_id, way.channel, now)
        if not place and no.gone:
            chats.take(tx, way.channel, way.address)
            chats.mark_blocked(tx, way.channel, way.address, now)
        reason = f"{way.channel}: {no.reason}"
        state = State.BLOCKED if no.gone else State.FAILED
        return self._other_way(tx, item, way.channel, now, state=state, reason=reason)

    def _later(
        self,
        tx: Transaction,
        item: Queued,
        place: int,
        now: datetime,
        *,
        letter: Letter,
        later: TryLater | ChannelRefused,
    ) -> str:
        reason = str(later)
        wait_s = later.after_s if isinstance(later, TryLater) else REFUSED_S
        if wait_s:  # the channel holds everybody off: no message is to blame
            deliveries.excuse(tx, item.message.id, self.worker)
        elif item.attempts + 1 >= ATTEMPTS_MAX:
            channel = letter.way.channel
            return self._other_way(tx, item, channel, now, state=State.FAILED, reason=reason)
        else:
            wait_s = BACKOFF_S[min(item.attempts, len(BACKOFF_S) - 1)]
            wait_s *= 1 + self.random.uniform(-JITTER, JITTER)
        at = now + timedelta(seconds=wait_s)
        outbox.retry(tx, item.message.id, self.worker, at=at, reason=reason)
        return State.QUEUED

    def _other_way(
        self, tx: Transaction, item: Queued, tried: Channel, now: datetime, *, state: State,
        reason: str,
    ) -> str:  # fmt: skip
        """Leave it to the channels not tried yet; without any it ends in that state."""
        left = [channel for channel in item.message.channels if channel is not tried]
        if not left:
            return self._settle(tx, item, 0, now, state=state, reason=reason)
        outbox.retry(tx, item.message.id, self.worker, at=now, reason=reason, channels=left)
        return State.QUEUED

    def _settle(
        self, tx: Transaction, item: Queued, place: int, now: datetime, *, state: State, reason: str
    ) -> str:
        outbox.settle(tx, item.message.id, self.worker, state, at=now, reason=reason)
        return state

    def _opt_out(
        self, tx: Transaction, member_id: MemberId, channel: Channel, now: datetime
    ) -> None:
        """The carrier knows of a no that we don't."""
        members.take(tx, member_id)
        for purpose in (Purpose.MARKETING, Purpose.TRANSACTIONAL):
            consent = Consent(
                channel=channel, purpose=purpose, granted=False, at=now, wording=OPTED_OUT,
                source="carrier",
            )  # fmt: skip
            consents.add(tx, member_id, consent)
