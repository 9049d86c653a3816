"""
Every night each shop's orders are read back, once, by whoever leads; owners hear what was lost. By
day those are looked for that are stuck before their payment: somebody has left a cart.

The first night only marks where to begin: what was ordered before the shop was connected stays out.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.acts import Acts
from bot.ports import CallRefused, ChannelRefused, Database, TryLater, WorldError
from bot.shops import woocommerce
from bot.shops.apis.connecting import Api
from bot.shops.syncing import FRESH, READERS, Reconciling, Report
from core import staffing
from core.staffing import Alarm
from core.tables import shop_syncs
from core.tables.told import Value
from core.transaction import Transaction

HOUR = 3  # where the program is
LOOK_S = 60.0
AGAIN = timedelta(minutes=30)  # after a shop that was away
OVERLAP = timedelta(hours=1)  # clocks differ
UNPAID_EVERY = timedelta(minutes=15)

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Nightly:
    """Reads the orders of these shops back, each once a night."""

    database: Database
    acts: Acts
    shops: Mapping[str, Api]
    _not_before: dict[str, datetime] = field(default_factory=dict)  # by shop that was away
    _unpaid_from: datetime | None = None  # not looked for before then

    async def run(self, stop: asyncio.Event) -> None:
        """Look every minute, until stopped: then a reading breaks off, and is begun anew."""
        async with asyncio.TaskGroup() as parts:
            looking = parts.create_task(self._keep_looking())
            await stop.wait()
            looking.cancel()

    async def _keep_looking(self) -> None:
        while True:
            try:
                await self.once()
                await self.unpaid()
            except WorldError as error:
                log.warning("the shops' orders are not read back: %s", error)
            except Exception:
                log.exception("reading the shops' orders back is broken off")
            await asyncio.sleep(LOOK_S)

    async def once(self) -> dict[str, int]:
        """Read what is due; by shop how many orders its webhooks had lost."""
        lost = {}
        for shop in sorted(self.shops.keys() & READERS.keys()):
            if report := await self._shop(shop):
                lost[shop] = report.lost
        return lost

    async def unpaid(self) -> int:
        """
        Take the unpaid orders of WooCommerce for the carts they are, every quarter of an hour, if
        the program has anything to say of carts; how many there were.
        """
        now, api = self.acts.clock(), self.shops.get(woocommerce.SHOP)
        early = self._unpaid_from is not None and now < self._unpaid_from
        if api is None or early or not self.acts.program.messages_about("cart"):
            return 0
        self._unpaid_from = now + UNPAID_EVERY
        reading = Reconciling(
            database=self.database, acts=self.acts, shop=woocommerce.SHOP, api=api
        )
        try:
            return (await reading.unpaid()).read
        except (TryLater, ChannelRefused, CallRefused) as error:
            log.warning("unpaid orders can't be looked for: %s", error)
            return 0

    async def _shop(self, shop: str) -> Report | None:
        now = self.acts.clock()
        day = now.astimezone(ZoneInfo(self.acts.program.timezone))
        last = await self.database.read(partial(shop_syncs.find, shop=shop))
        save = partial(shop_syncs.save, shop=shop, day=str(day.date()))
        if last is None:
            await self.database.run(partial(save, read_until=now))
            return None
        early = day.hour < HOUR or now < self._not_before.get(shop, now)
        if early or last.day == str(day.date()):
            return None
        reading = Reconciling(
            database=self.database, acts=self.acts, shop=shop, api=self.shops[shop]
        )
        try:
            report = await reading.since(last.read_until - OVERLAP)
        except (TryLater, ChannelRefused, CallRefused) as error:
            log.warning("the orders of %s can't be read back: %s", shop, error)
            self._not_before[shop] = now + AGAIN
            return None
        await self.database.run(partial(save, read_until=now - FRESH))
        await self.database.run(partial(self._tell, report=report))
        return report

    def _tell(self, tx: Transaction, report: Report) -> None:
        """Let owners know that webhooks lose orders."""
        if report.lost:
            act = self.acts.new(f"sync:{report.shop}", actor="schedule")
            values: dict[str, Value] = {"shop": report.shop, "count": report.lost}
            occasion = f"lost/{report.shop}/{report.since.isoformat()}"
            staffing.tell_owners(tx, act, Alarm.SHOPS, "staff-told-lost", occasion, values)
