"""Taking: leases what is due, decides about each message, and hands out what is to be sent."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.acts import Acts
from bot.delivery.choosing import HOUR, TOGETHER, Facts, Rules, choose, facts
from bot.delivery.verdicts import End, Go, Wait
from bot.ports import Database
from core import answering, campaigning
from core.calendar import local_day, midnight
from core.model import Channel, MemberId
from core.tables import deliveries, members, outbox
from core.tables.outbox import Message, Queued, State
from core.transaction import Transaction

SEND = timedelta(seconds=30)  # a channel that is silent for longer has maybe sent it
LEASE = timedelta(seconds=120)  # longer than a batch waits for its turn, and then is sent
LOST = "its worker ended while it was sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What goes to one address as one message: one of the outbox's, or several told together."""

    items: tuple[Queued, ...]
    way: Go
    until: datetime  # the lease's end


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A batch: what is to be sent, and what became of the others."""

    letters: tuple[Letter, ...]
    ended: tuple[str, ...]  # their states
    count: int  # of messages leased


@dataclass(slots=True, kw_only=True)
class Taker:
    """The outbox as one worker sees it."""

    database: Database
    acts: Acts
    rules: Rules
    worker: str
    sms_daily_parts: int  # 0: without limit
    ways: Collection[Channel] = ()

    async def take(self, limit: int) -> Taken:
        """Lease up to so many that are due, and settle those that are not to be sent."""
        return await self.database.run(partial(self._take, limit=limit))

    async def begin(self, letter: Letter) -> Letter | None:
        """
        Right before it is sent: is all as it was? Then say that it is being sent.

        What changed meanwhile (a no, a cancellation) is left out; None when nothing is left.
        """
        return await self.database.run(partial(self._begin, letter=letter))

    def _take(self, tx: Transaction, limit: int) -> Taken:
        now = self.acts.clock()
        leased = outbox.lease(tx, now=now, worker=self.worker, until=now + LEASE, limit=limit)
        letters: list[Letter] = []
        ended: list[str] = []
        for items in _by_person(leased):
            together = self._with_others(tx, items, now)
            ready = list(self._decided(tx, together, now, ended))
            letters += _letters(ready, now + LEASE)
        return Taken(letters=tuple(letters), ended=tuple(ended), count=len(leased))

    def _with_others(self, tx: Transaction, items: list[Queued], now: datetime) -> list[Queued]:
        """All of the member's that fall due within the hour, if they are enough to be one."""
        member_id, soon = items[0].message.member_id, now + HOUR
        if member_id is None:
            return items
        if len(items) + deliveries.waiting(tx, member_id, until=soon) < TOGETHER:
            return items
        others = outbox.lease_of_member(
            tx, member_id, now=now, due=soon, worker=self.worker, until=now + LEASE
        )
        return [*items, *others]

    def _decided(
        self, tx: Transaction, items: Sequence[Queued], now: datetime, ended: list[str]
    ) -> Iterator[tuple[Queued, Go]]:
        """The messages that go out now; the others are written."""
        known = facts(tx, items[0].message, now)
        for item in items:
            verdict = self._verdict(tx, item, known, now)
            if not isinstance(verdict, Go):
                self._put_down(tx, item, verdict, now)
                ended += [verdict.state] if isinstance(verdict, End) else []
                continue
            if known and not _told_together(verdict, len(items)):
                known = known.having_sent(item.message, verdict.channel, now)
            yield item, verdict

    def _verdict(
        self, tx: Transaction, item: Queued, known: Facts | None, now: datetime
    ) -> Go | Wait | End:
        if item.sending:
            return End(State.UNKNOWN, LOST)
        return choose(
            tx,
            item.message,
            known,
            now=now,
            program=self.acts.program,
            rules=self.rules,
            ways=self.ways,
            sms_spent_until=partial(self._sms_spent_until, tx, now),
        )

    def _put_down(self, tx: Transaction, item: Queued, verdict: Wait | End, now: datetime) -> None:
        id, reason = item.message.id, verdict.reason
        if isinstance(verdict, Wait):
            outbox.retry(tx, id, self.worker, at=verdict.until, reason=reason)
        else:
            outbox.settle(tx, id, self.worker, verdict.state, at=now, reason=reason)

    def _begin(self, tx: Transaction, letter: Letter) -> Letter | None:
        now = self.acts.clock()
        if now + SEND >= letter.until:  # somebody else may have it by the time it is sent
            return None
        begun = []
        for item, way in self._decided(tx, letter.items, now, []):
            still = self._still_true(tx, item, now)
            if still and self._begun(tx, still, way, letter, now):
                begun.append(still)
        return replace(letter, items=tuple(begun)) if begun else None

    def _still_true(self, tx: Transaction, item: Queued, now: datetime) -> Queued | None:
        """The message as it is true now; None, and settled, if it is not any more."""
        message = self._refreshed(tx, item)
        if message is None:
            state, reason = State.SUPPRESSED, "outdated"
            outbox.settle(tx, item.message.id, self.worker, state, at=now, reason=reason)
            return None
        return replace(item, message=message)

    def _refreshed(self, tx: Transaction, item: Queued) -> Message | None:
        if item.message.member_id is None:
            return answering.refreshed(tx, item.message)
        member = members.find(tx, item.message.member_id)
        act = self.acts.new(f"look:{item.message.id}", actor="schedule")
        return campaigning.refreshed(tx, member, act, item.message) if member else None

    def _begun(self, tx: Transaction, item: Queued, way: Go, letter: Letter, now: datetime) -> bool:
        id = item.message.id
        if way != letter.way:  # another way meanwhile: the next round sends it there
            outbox.retry(tx, id, self.worker, at=now, reason="")
            return False
        return outbox.begin(tx, id, self.worker, channel=way.channel)

    def _sms_spent_until(self, tx: Transaction, now: datetime) -> datetime | None:
        """The next midnight of the shop, if today's parts are used up."""
        if not self.sms_daily_parts:
            return None
        timezone = self.acts.program.timezone
        today = local_day(now, timezone)
        since = midnight(today, timezone)
        if deliveries.parts_since(tx, Channel.SMS, since) < self.sms_daily_parts:
            return None
        return midnight(today + timedelta(days=1), timezone)


def _by_person(items: list[Queued]) -> list[list[Queued]]:
    """Each member's together; each of the staff's apart, as its buttons are for it alone."""
    of_members: dict[MemberId, list[Queued]] = {}
    for item in items:
        if item.message.member_id is not None:
            of_members.setdefault(item.message.member_id, []).append(item)
    to_staff = [[item] for item in items if item.message.member_id is None]
    return [*of_members.values(), *to_staff]


def _letters(ready: list[tuple[Queued, Go]], until: datetime) -> Iterator[Letter]:
    """One for each message, or one for all that go the same way."""
    by_way: dict[Go, list[Queued]] = {}
    for item, way in ready:
        by_way.setdefault(way, []).append(item)
    for way, items in by_way.items():
        if _told_together(way, len(items)):
            yield Letter(items=tuple(items), way=way, until=until)
        else:
            yield from (Letter(items=(item,), way=way, until=until) for item in items)


def _told_together(way: Go, count: int) -> bool:
    """A text message has no room for several: by SMS the cap of an hour holds them off."""
    return count >= TOGETHER and way.channel is not Channel.SMS
