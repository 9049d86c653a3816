"""The one way to look again and again for what is due, until stopped."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.ports import WorldError

Drain = Callable[[asyncio.Event], Awaitable[object]]
"""Does what is due now, and ends early when stopped."""

log = logging.getLogger(__name__)


async def keep_draining(drain: Drain, stop: asyncio.Event, *, what: str, every_s: float) -> None:
    """
    Drain at once and then after every pause, until stopped. Whatever fails comes again: what the
    world refuses, and what a bug of ours breaks off, which must not end it. What several did at
    once may fail together: a world that is away for all of them is one reason.
    """
    while not stop.is_set():
        try:
            await drain(stop)
        except* WorldError as group:
            log.warning("%s put off: %s", what, _first(group))
        except* Exception:
            log.exception("%s broken off", what)
        with suppress(TimeoutError):
            async with asyncio.timeout(every_s):
                await stop.wait()


def _first(group: BaseExceptionGroup[WorldError]) -> WorldError:
    [first, *_] = group.exceptions
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
