"""
The discount codes of the web shops: made what the vouchers say, by one worker.

A shop that is down delays a code and never loses it; whatever was done twice, half or without an
answer is looked up in the shop before anything is done again.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from random import Random, SystemRandom
from typing import Protocol

from bot.acts import Acts
from bot.draining import keep_draining
from bot.ports import CallRefused, ChannelRefused, Database, TryLater, WorldError
from bot.shops.apis.discounts import Discount, Made
from bot.shops.wishes import wished
from core.rewards.checkout import Wanted
from core.tables import shop_codes
from core.tables.shop_codes import Task

POLL_S = 1.0  # how often the tasks are looked at
LEASE = timedelta(minutes=5)  # longer than the few calls of a task have patience
REFUSED_S = 300.0  # a shop that lets us in no more is asked again so much later
PAUSE_S, PAUSE_MAX_S, JITTER = 2.0, 900.0, 0.2  # of a code that was put off, doubling
SHOP_PAUSE_MAX_S = 60.0  # of the shop then: another code may be luckier

log = logging.getLogger(__name__)

Told = Callable[[str, str], None]
"""Hears of every task: the shop, and how it ended."""


class CodeShop(Protocol):
    """A shop that knows discount codes. Every call raises TryLater, ChannelRefused, CallRefused."""

    async def currency(self) -> str:
        """What its prices are in; "" when it does not say."""

    async def find_code(self, code: str) -> Made | None:
        """The code, if the shop has it."""

    async def make_code(self, discount: Discount) -> str:
        """Make the code; nothing happens if it is there."""

    async def disable_code(self, made: Made) -> None:
        """Let nobody use it any more."""

    async def remove_code(self, made: Made) -> None:
        """Take it out of the shop's list."""


class Codes:
    """Looks after the codes in these shops, which have an API."""

    def __init__(
        self,
        *,
        database: Database,
        acts: Acts,
        shops: Mapping[str, CodeShop],
        told: Told = lambda shop, outcome: None,
        random: Random | None = None,
    ) -> None:
        self._random = random or SystemRandom()
        self._worker = f"{self._random.getrandbits(64):016x}"
        self._database = database
        self._acts = acts
        self._shops = shops
        self._told = told
        self._counts: Counter[str] = Counter()
        self._currencies: dict[str, str] = {}  # by shop, as far as it says
        self._closed_until: dict[str, datetime] = {}  # by shop: it has had enough of us

    async def run(self, stop: asyncio.Event) -> None:
        """Look after what is due as long as not stopped."""
        await keep_draining(self.drain, stop, what="the shops' codes", every_s=POLL_S)

    async def drain(self, stop: asyncio.Event | None = None) -> Mapping[str, int]:
        """Look after what is due now; how many tasks ended how. One shop does not hold another."""
        self._counts = Counter()
        await self._connect()
        due = await self._database.read(partial(shop_codes.due, now=self._acts.clock()))
        async with asyncio.TaskGroup() as shops:
            for name in [one for one in self._shops if one in due]:
                shops.create_task(self._drain_shop(name, self._shops[name], stop))
        return self._counts

    async def _connect(self) -> None:
        """Let vouchers be codes in our shops from now on, if they are not."""
        if await self._database.read(shop_codes.connected) != self._shops.keys():
            names = list(self._shops)
            connect = partial(shop_codes.connect, shops=names, now=self._acts.clock())
            await self._database.run(connect)

    async def _drain_shop(self, name: str, shop: CodeShop, stop: asyncio.Event | None) -> None:
        """One code after another, until the shop has enough of us."""
        try:
            while not (stop and stop.is_set()) and self._is_open(name):
                task = await self._lease(name)
                if task is None:
                    return
                outcome = await self._attempt(shop, task)
                self._counts[outcome] += 1
                self._told(name, outcome)
        except WorldError as error:  # the lease ends, and it comes again
            log.warning("the codes of %s are put off: %s", name, error)

    def _is_open(self, name: str) -> bool:
        until = self._closed_until.get(name)
        return until is None or until <= self._acts.clock()

    async def _lease(self, name: str) -> Task | None:
        now = self._acts.clock()
        lease = partial(shop_codes.lease, shop=name, now=now, until=now + LEASE)
        return await self._database.run(partial(lease, worker=self._worker))

    async def _attempt(self, shop: CodeShop, task: Task) -> str:
        """Look after one code, and write how that ended."""
        try:
            await self._look_after(shop, task)
        except TryLater as later:
            own_s = self._pause_s(task)
            closed_s = later.after_s or min(own_s, SHOP_PAUSE_MAX_S)
            return await self._put_off(task, max(own_s, closed_s), closed_s, later.reason)
        except ChannelRefused as refusal:
            log.error("%s lets us in no more: %s", task.shop, refusal)
            return await self._put_off(task, REFUSED_S, REFUSED_S, str(refusal))
        except CallRefused as refusal:
            return await self._fail(task, refusal.reason)
        except WorldError:
            raise
        except Exception as error:  # an answer of a form we don't know
            log.exception("%s: code of a voucher", task.shop)
            return await self._fail(task, f"{task.shop} answered something unknown: {error!r}")
        finished = partial(shop_codes.done, task=task, worker=self._worker)
        return "done" if await self._database.run(finished) else "changed"

    async def _look_after(self, shop: CodeShop, task: Task) -> None:
        """Make the code in the shop what the voucher says, whatever it was."""
        wanted, discount = await self._database.read(
            partial(wished, program=self._acts.program, task=task, now=self._acts.clock())
        )
        if wanted is Wanted.AS_IT_IS or discount is None:
            return
        made = await shop.find_code(task.code)
        if wanted is Wanted.OFF:
            if made and made.enabled:
                await shop.disable_code(made)
            return
        if made and made.live:
            return
        if discount.in_money:
            await self._check_currency(shop, task.shop)
        if made:  # it was disabled or used up, and is good again
            await shop.remove_code(made)
        await shop.make_code(discount)

    async def _check_currency(self, shop: CodeShop, name: str) -> None:
        """Five euros off are not five crowns off. Raises CallRefused."""
        if name not in self._currencies:
            self._currencies[name] = await self._currency(shop)
        theirs, ours = self._currencies[name], self._acts.program.currency
        if theirs not in ("", ours):
            raise CallRefused(f"{name} sells in {theirs}, the program's sums are in {ours}")

    async def _currency(self, shop: CodeShop) -> str:
        try:
            return await shop.currency()
        except (ChannelRefused, CallRefused):  # the key may make codes, but not ask for settings
            return ""

    async def _put_off(self, task: Task, pause_s: float, closed_s: float, reason: str) -> str:
        now = self._acts.clock()
        self._closed_until[task.shop] = now + timedelta(seconds=closed_s)
        at = now + timedelta(seconds=pause_s)
        work = partial(shop_codes.put_off, task=task, worker=self._worker, at=at, reason=reason)
        await self._database.run(work)
        return "put off"

    async def _fail(self, task: Task, reason: str) -> str:
        log.error("%s won't have a code, see `loyalty shops codes`: %s", task.shop, reason)
        work = partial(shop_codes.fail, task=task, worker=self._worker, reason=reason)
        await self._database.run(work)
        return "failed"

    def _pause_s(self, task: Task) -> float:
        """How long until the next try: twice as long each time."""
        pause_s: float = min(PAUSE_S * 2 ** min(task.attempts - 1, 16), PAUSE_MAX_S)
        return pause_s * (1 + self._random.uniform(-JITTER, JITTER))
