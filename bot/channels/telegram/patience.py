"""Patience: what definitely did not happen is tried again, for as long as a person waits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.ports import TryLater

T = TypeVar("T")

WAITS_S = (0.2, 0.5, 1.0)  # between attempts at one direct answer
PATIENCE_S = 5.0  # a person waits no longer


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
