"""Broadcasts on their way: messages are written page by page, and their owners see how far."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Protocol

from bot.acts import Acts
from bot.conversation.messages import Answer, Spoken
from bot.conversation.owner.reports import progress
from bot.conversation.texts import Texts
from bot.draining import keep_draining
from bot.ports import ChannelRefused, Database, Sent, TryLater, Undeliverable
from core.act import Act
from core.broadcasting import reports, running
from core.broadcasting.reports import Report
from core.model import Channel
from core.tables import broadcasts, chats, staff
from core.transaction import Transaction

LOOK_S = 3.0  # between two looks at what runs: a message may be edited about once a second
SHOWN_FOR = timedelta(minutes=10)  # after its end, so that the last word is said whatever happens

log = logging.getLogger(__name__)


class Screen(Protocol):
    """Where owners look: a message that can be said again in its place."""

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Say it; its id."""

    async def edit(self, address: str, message_id: str, spoken: Spoken) -> None:
        """Say it in place of that message. Raises Undeliverable or TryLater."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A broadcast as its owner should see it."""

    report: Report
    address: str
    language: str


async def advance(database: Database, acts: Acts, stop: asyncio.Event | None = None) -> int:
    """Write what is due of every broadcast, and end those that are over; how many messages."""
    written = 0
    for one in await database.read(lambda tx: running.due(tx, _act(acts))):
        written += await _write(database, acts, one.id, stop)
        await database.run(partial(running.finish, act=_act(acts), id=one.id))
    return written


async def _write(database: Database, acts: Acts, id: int, stop: asyncio.Event | None) -> int:
    written, done = 0, False
    while not done and not (stop and stop.is_set()):
        count, done = await database.run(partial(running.step, act=_act(acts), id=id))
        written += count
    return written


def _act(acts: Acts) -> Act:
    return acts.new(f"broadcasts:{acts.clock().isoformat()}", actor="schedule")


@dataclass(slots=True, kw_only=True)
class Broadcasting:
    """Keeps broadcasts going while this process leads."""

    database: Database
    acts: Acts
    texts: Texts
    screen: Callable[[], Screen | None]

    async def run(self, stop: asyncio.Event) -> None:
        """Look at what runs every few seconds, until stopped."""
        await keep_draining(self._once, stop, what="broadcasts", every_s=LOOK_S)

    async def _once(self, stop: asyncio.Event) -> None:
        await advance(self.database, self.acts, stop)
        await self.show()

    async def show(self) -> None:
        """Let owners see how far their broadcasts are, where that is news."""
        screen = self.screen()
        if screen is None:
            return
        for seen in await self.database.read(self._seen):
            await self._show(screen, seen)

    def _seen(self, tx: Transaction) -> list[Seen]:
        found = []
        for one in broadcasts.shown_ones(tx, since=self.acts.clock() - SHOWN_FOR):
            channel, _, address = one.made_by.partition(":")
            if channel == Channel.TELEGRAM:
                chat = chats.find(tx, Channel.TELEGRAM, address)
                maker = staff.find(tx, Channel.TELEGRAM, address)
                language = chat.language or (maker and maker.language) or ""
                found.append(Seen(reports.report(tx, one.id), address, language))
        return found

    async def _show(self, screen: Screen, seen: Seen) -> None:
        one = seen.report.broadcast
        lines, rows = progress(seen.report)
        program = self.acts.program
        language = program.speaks(seen.language)
        spoken = self.texts.word(language, Answer(lines=tuple(lines), buttons=rows), program)
        told = sha256(repr((spoken.text, spoken.buttons)).encode()).hexdigest()
        if told == one.told:
            return
        shown = one.shown
        try:
            if shown:
                await screen.edit(seen.address, shown, spoken)
            else:
                shown = (await screen.send(seen.address, spoken)).id
        except Undeliverable as no:
            log.info("broadcast %s can't be shown: %s", one.id, no.reason)
            shown = ""  # perhaps the message was deleted: the next news begins another
        except (TryLater, ChannelRefused):
            return
        save = partial(broadcasts.show, id=one.id, shown=shown, told=told)
        await self.database.run(save)
