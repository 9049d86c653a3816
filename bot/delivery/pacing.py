"""Pacing: no channel is sent more than it takes, on a clock that is handed in."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from time import monotonic

CHATS_KEPT = 10_000
PATIENCE_S = 5.0  # a longer pause is not waited for with a lease in hand

Monotonic = Callable[[], float]
"""Seconds that only grow."""

Sleep = Callable[[float], Awaitable[object]]


class Pace:
    """
    How fast a channel may be sent to: so many parts a second in all, and one address only so often.

    Turns are evenly spaced: a burst would be as fast on average, and be refused.
    """

    def __init__(
        self,
        *,
        per_second: float,
        address_every_s: float = 0.0,
        clock: Monotonic = monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._spacing = 1 / per_second if per_second else 0.0  # 0: without limits
        self._address_every_s = address_every_s
        self._clock = clock
        self._sleep = sleep
        self._next = 0.0
        self._addresses: OrderedDict[str, float] = OrderedDict()  # when each is free again
        self._paused_until = 0.0

    async def turn(self, address: str, parts: int = 1) -> bool:
        """
        Wait until so many parts may be sent to the address.

        False: there is a pause too long to wait for.
        """
        await self._until(await self._reserved(address, parts))
        while (left_s := self.paused_s) > 0:
            if left_s > PATIENCE_S:
                return False
            await self._sleep(left_s)
            await self._until(await self._reserved(address, parts))  # not all at once after it
        return True

    def pause(self, seconds: float) -> None:
        """Send nothing for so long: the channel said so."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    @property
    def paused_s(self) -> float:
        """How long nothing is sent."""
        return max(self._paused_until - self._clock(), 0.0)

    async def _until(self, at: float) -> None:
        wait_s = at - self._clock()
        if wait_s > 0:
            await self._sleep(wait_s)

    async def _reserved(self, address: str, parts: int) -> float:
        """When its turn is; it is nobody else's, and the address is free by then."""
        while (wait_s := self._addresses.get(address, 0.0) - self._clock()) > 0:
            await self._sleep(wait_s)
        now = self._clock()
        at = max(now, self._next)
        self._next = at + parts * self._spacing
        if self._address_every_s:
            self._forget(now)
            self._addresses[address] = at + parts * self._address_every_s
            self._addresses.move_to_end(address)
        return at

    def _forget(self, now: float) -> None:
        """Addresses that are free again need not be known."""
        while self._addresses:
            address, free_at = next(iter(self._addresses.items()))
            if free_at > now and len(self._addresses) < CHATS_KEPT:
                break
            del self._addresses[address]
