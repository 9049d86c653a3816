"""Patience: what definitely did not happen is tried again, for as long as a person waits."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TypeVar

from bot.ports import TryLater

T = TypeVar("T")

WAITS_S = (0.2, 0.5, 1.0)  # between attempts at one direct answer
PATIENCE_S = 5.0  # a person waits no longer


class Floods:
    """What Telegram's flood control told this process, whichever of its methods was called."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._until = 0.0

    def note(self, after_s: float) -> None:
        """It asked for that pause."""
        self._until = max(self._until, self._clock() + after_s)

    def left_s(self) -> float:
        """How long that pause still is."""
        return max(self._until - self._clock(), 0.0)


async def patiently(act: Callable[[], Awaitable[T]]) -> T:
    """
    Repeat what definitely did not happen, a few times and not for long.

    What perhaps happened is not repeated: sending has no idempotency key.
    """
    for wait_s in WAITS_S:
        try:
            return await act()
        except TryLater as later:
            if later.maybe_sent or later.after_s > PATIENCE_S:
                raise
            await asyncio.sleep(max(wait_s, later.after_s))
    return await act()
