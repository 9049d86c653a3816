"""Polling: fetch, feed, and confirm only what was fed."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from itertools import chain, repeat
from typing import Any, TypeVar

from bot.channels.telegram.errors import OtherPoller, TokenRefused
from bot.channels.telegram.hearing import Raw, lane_of
from bot.ports import TryLater, WorldError

T = TypeVar("T")

log = logging.getLogger(__name__)

POLL_S = 25
BREATH_S = 1.0  # how long slow updates may keep new ones waiting
BACKOFF_S = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
CONFIRM_S = 3.0


class Polling:
    """
    Fetches updates and feeds them: one sender's strictly in order, different senders' at once;
    the question whether somebody may pay waits for nothing.

    The offset, which confirms, moves only past updates that were fed without WorldError.
    """

    def __init__(
        self,
        *,
        open: Callable[[], Awaitable[None]],
        fetch: Callable[[int | None, int], Awaitable[list[Raw]]],
        feed: Callable[[Raw], Awaitable[None]],
        stop: asyncio.Event,
    ) -> None:
        self._open, self._fetch, self._feed, self._stop = open, fetch, feed, stop
        self._opened = False
        self._troubles = 0
        self._offset: int | None = None
        self._confirmed: int | None = None
        self._in_hand: dict[int, bool] = {}  # update id → fed; in the order of arrival
        self._just_fed: set[int] = set()  # since the present fetch began: it may bring them again
        self._lanes: dict[object, deque[Raw]] = {}
        self._idle = asyncio.Event()

    async def run(self) -> None:
        """Poll until stopped; then finish what is in hand, confirm it and return."""
        async with asyncio.TaskGroup() as hands:
            while not self._stop.is_set():
                for raw in await self._unless_stopped(self._ask(), hands) or ():
                    self._take(raw, hands)
                if self._in_hand:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(BREATH_S):
                            await self._idle.wait()
        await self._confirm()

    async def _ask(self) -> list[Raw]:
        """The next updates; on trouble a pause and none."""
        try:
            if not self._opened:
                await self._open()
                self._opened = True
            offset = self._offset
            self._just_fed.clear()
            updates = await self._fetch(offset, 0 if self._in_hand else POLL_S)
        except Exception as trouble:
            await asyncio.sleep(self._pause_s(trouble))
            return []
        self._troubles, self._confirmed = 0, offset
        return sorted(updates, key=_id)  # the offset confirms whatever has a lower id

    def _pause_s(self, trouble: Exception) -> float:
        pause_s = BACKOFF_S[min(self._troubles, len(BACKOFF_S) - 1)]
        self._troubles += 1
        if isinstance(trouble, TryLater):
            pause_s = max(pause_s, trouble.after_s)
            log.warning("Telegram is away (%s); again in %g s", trouble.reason, pause_s)
        elif isinstance(trouble, OtherPoller | TokenRefused):
            log.error("%s Again in %g s.", trouble.__doc__, pause_s)
        else:
            log.error("polling failed (%s); again in %g s", type(trouble).__name__, pause_s)
        return pause_s

    def _take(self, raw: Raw, hands: asyncio.TaskGroup) -> None:
        update_id = _id(raw)
        if update_id in self._in_hand or update_id in self._just_fed:
            return
        self._in_hand[update_id] = False
        self._idle.clear()
        name = lane_of(raw)
        if name in self._lanes:
            self._lanes[name].append(raw)
        else:
            self._lanes[name] = deque([raw])
            hands.create_task(self._walk(name))

    async def _walk(self, name: object) -> None:
        lane = self._lanes[name]
        while lane:
            if not await self._fed(lane[0]):
                self._idle.set()  # nobody waits for it
                return  # stopping: it comes again after the restart
            self._done(_id(lane.popleft()))
        del self._lanes[name]

    async def _fed(self, raw: Raw) -> bool:
        """Feed it until the world takes it; False when the stop came first."""
        for pause_s in chain(BACKOFF_S, repeat(BACKOFF_S[-1])):
            try:
                await self._feed(raw)
                return True
            except WorldError as error:
                log.warning("update %s waits: %s", raw["update_id"], type(error).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._stop.wait()
            if self._stop.is_set():
                return False
        return False

    def _done(self, update_id: int) -> None:
        self._in_hand[update_id] = True
        while self._in_hand and self._in_hand[first := next(iter(self._in_hand))]:
            del self._in_hand[first]
            self._just_fed.add(first)
            self._offset = first + 1
        if not self._in_hand:
            self._idle.set()

    async def _confirm(self) -> None:
        if self._offset == self._confirmed:
            return
        try:
            async with asyncio.timeout(CONFIRM_S):
                await self._fetch(self._offset, 0)
        except Exception as error:
            log.warning("the last updates will come again: %s", type(error).__name__)

    async def _unless_stopped(
        self, work: Coroutine[Any, Any, T], hands: asyncio.TaskGroup
    ) -> T | None:
        working, stopping = hands.create_task(work), hands.create_task(self._stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if working.done():
            return working.result()
        working.cancel()
        return None


def _id(raw: Raw) -> int:
    return int(raw["update_id"])
