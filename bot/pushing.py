"""Pushing: what this process does by itself: the schedule, the outbox, the shops' codes."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol

from bot import repeating
from bot.acts import Acts
from bot.broadcasts import Broadcasting, Screen
from bot.conversation.clicks import Links
from bot.conversation.texts import Texts
from bot.delivery import Delivery, Outlet, Rules, Way
from bot.delivery.leading import SILENT_S, lead
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from bot.hooks import Hooks
from bot.ports import Database, Locks, WorldError
from bot.settings import Settings
from bot.shops.codes import Codes
from bot.shops.nightly import Nightly
from core.model import Channel
from core.tables import fingerprints, ledger, outbox_views

TELEGRAM_A_SECOND = 29.0  # of 30: requests that leave evenly may still arrive closer together
CHAT_EVERY_S = 1.05
LINKS = "links"  # what the key of our links is made from
FIRST_LOOK_S, LEDGER_EVERY_S = 10 * 60, 24 * 60 * 60
DRIFTED_SHOWN = 10

log = logging.getLogger(__name__)

Told = Callable[[str, str], None]


class FloodedOutlet(Outlet, Protocol):
    """An outlet that other parts of this process use, too."""

    def flooded_s(self) -> float:
        """For how long the channel holds all of them off."""


class TelegramOutlet(FloodedOutlet, Screen, Protocol):
    """Telegram, where messages can be said again in their place."""


def telegram_way(outlet: FloodedOutlet | None) -> Way:
    """Telegram: so many messages a second for the whole bot, one a second for each chat."""
    pace = Pace(per_second=TELEGRAM_A_SECOND, address_every_s=CHAT_EVERY_S)
    way = Way(outlet=None, pace=pace)
    if outlet:
        connect(way, outlet)
    return way


def connect(way: Way, outlet: FloodedOutlet) -> None:
    """From now on the way leads there."""
    way.flooded_s = outlet.flooded_s
    way.outlet = outlet


def sms_way(outlet: Outlet, settings: Settings) -> Way:
    """SMS: so many parts a second from our number."""
    return Way(outlet=outlet, pace=Pace(per_second=settings.sms_parts_per_second))


def ways_of(
    settings: Settings, telegram: FloodedOutlet | None, sms: Outlet | None
) -> dict[Channel, Way]:
    """The channels these settings name."""
    ways = {Channel.TELEGRAM: telegram_way(telegram)} if settings.telegram_token else {}
    return ways | ({Channel.SMS: sms_way(sms, settings)} if sms else {})


def delivery_of(
    database: Database,
    acts: Acts,
    texts: Texts,
    settings: Settings,
    ways: Mapping[Channel, Way],
    locks: Locks,
    told: Told = lambda channel, state: None,
    links: Links | None = None,
) -> Delivery:
    """The sender with these settings."""
    return Delivery(
        database=database,
        acts=acts,
        texts=texts,
        outlets=lambda: ways,
        turns=Turns(locks),
        rules=Rules(sms_countries=settings.sms_countries),
        sms_daily_parts=settings.sms_daily_limit_parts,
        told=told,
        links=links,
    )


async def links_of(database: Database, settings: Settings) -> Links | None:
    """Our own links, if others can reach us."""
    if settings.public_url is None:
        return None
    key = await database.run(lambda tx: fingerprints.of(tx, LINKS))
    return Links(str(settings.public_url), bytes.fromhex(key))


@dataclass(slots=True, kw_only=True)
class Pushing:
    """Ticks, sends and looks after the shops' codes while this process leads."""

    database: Database
    acts: Acts
    texts: Texts
    settings: Settings
    told: Told
    sms: Outlet | None = None
    codes: Codes | None = None  # of the web shops
    hooks: Hooks | None = None  # what other systems are told
    nightly: Nightly | None = None  # reads their orders back
    links: Links | None = None  # of our messages; None: theirs are shown
    leads: bool = False
    screen: Screen | None = None
    drifted: Callable[[int], None] = lambda count: None  # hears how many ledgers don't add up
    _telegram: Way = field(default_factory=partial(telegram_way, None))

    def connected(self, telegram: TelegramOutlet) -> None:
        """Telegram can be written to from now on."""
        connect(self._telegram, telegram)
        self.screen = telegram

    async def run(self, stop: asyncio.Event) -> None:
        """Push whenever we lead, until stopped."""
        locks = self.database.locks(silent_s=SILENT_S)
        await lead(locks, stop, partial(self._push, locks))

    async def _push(self, locks: Locks, over: asyncio.Event) -> None:
        ways = ways_of(self.settings, None, self.sms)
        if Channel.TELEGRAM in ways:
            ways[Channel.TELEGRAM] = self._telegram
        delivery = delivery_of(
            self.database, self.acts, self.texts, self.settings, ways, locks, self.told, self.links
        )
        broadcasting = Broadcasting(
            database=self.database,
            acts=self.acts,
            texts=self.texts,
            screen=lambda: self.screen,
        )
        self.leads = True
        try:
            async with asyncio.TaskGroup() as parts:
                parts.create_task(
                    repeating.keep_ticking(self.database, self.acts, over, keep=self.settings.keep)
                )
                parts.create_task(delivery.run(over))
                parts.create_task(broadcasting.run(over))
                if self.nightly:
                    parts.create_task(self.nightly.run(over))
                parts.create_task(self._look_at_ledger(over))
                if self.codes:
                    parts.create_task(self.codes.run(over))
                if self.hooks:
                    parts.create_task(self.hooks.run(over))
        finally:
            self.leads = False

    async def queue_age(self) -> float:
        """How many seconds the message waits that is due longest."""
        now = self.acts.clock()
        oldest = await self.database.read(partial(outbox_views.oldest_due, now=now))
        return _age_s(oldest, now)

    async def sms_cost(self) -> float:
        """What today's text messages cost so far, in the currency of the account."""
        today = self.acts.clock().replace(hour=0, minute=0, second=0, microsecond=0)
        spent = partial(outbox_views.spent, channel=Channel.SMS, since=today)
        return await self.database.read(spent) / 1_000_000

    async def _look_at_ledger(self, over: asyncio.Event) -> None:
        """Add everybody's ledger up once a day: in a large shop that takes seconds."""
        pause_s = FIRST_LOOK_S
        while not await _over_within(over, pause_s):
            pause_s = LEDGER_EVERY_S
            try:
                drifted = await self.database.read_long(ledger.drifted)
            except WorldError as error:
                log.warning("the ledger is looked at later: %s", error)
                pause_s = FIRST_LOOK_S
                continue
            self.drifted(len(drifted))
            for member_id in drifted[:DRIFTED_SHOWN]:
                log.error("the ledger of member %s does not add up", member_id)

    async def state(self) -> str:
        """What the readiness check says of it."""
        age_s = await self.queue_age()
        who = "this process pushes" if self.leads else "another process pushes"
        return f"{who}, the oldest message due waits {age_s:.0f} s" if age_s else who


async def _over_within(over: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await over.wait()
    return over.is_set()


def _age_s(oldest: datetime | None, now: datetime) -> float:
    return max((now - oldest).total_seconds(), 0.0) if oldest else 0.0
