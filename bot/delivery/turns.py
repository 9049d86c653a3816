"""Turns: processes that share a bot share its limits too, so one at a time sends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.delivery.pacing import Sleep
from bot.ports import Locks

SENDER = "sender"
NEXT = "next-sender"  # held while waiting for the other: whoever sent has to queue up again
AGAIN_S = 0.05


class Turns:
    """A lock that is held for seconds. Leases alone keep a message from being sent twice."""

    def __init__(self, locks: Locks, *, sleep: Sleep = asyncio.sleep) -> None:
        self._locks = locks
        self._sleep = sleep

    @asynccontextmanager
    async def turn(self, stop: asyncio.Event | None) -> AsyncIterator[bool]:
        """Wait for a turn; False when stopped before. Raises DatabaseUnavailable."""
        ours = await self._taken(stop)
        try:
            yield ours
        finally:
            if ours:
                await self._locks.release(SENDER)

    async def _taken(self, stop: asyncio.Event | None) -> bool:
        if not await self._wait_for(NEXT, stop):
            return False
        try:
            return await self._wait_for(SENDER, stop)
        finally:
            await self._locks.release(NEXT)

    async def _wait_for(self, name: str, stop: asyncio.Event | None) -> bool:
        while not await self._locks.take(name):
            if stop and stop.is_set():
                return False
            await self._sleep(AGAIN_S)
        return True
