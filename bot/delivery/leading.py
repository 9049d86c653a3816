"""Leading: of all processes on a database one pushes, and another takes over when it dies."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.ports import Locks, WorldError

LEADER = "leader"
LOOK_S = 4.0  # how often the lock is tried, or looked after
SILENT_S = 10.0  # who does not look after it for so long leads no more: it may be paused

Work = Callable[[asyncio.Event], Awaitable[None]]
"""Pushes until the event is set: the process stops, or it leads no more."""

log = logging.getLogger(__name__)


async def lead(locks: Locks, stop: asyncio.Event, work: Work, *, look_s: float = LOOK_S) -> None:
    """
    Do the work whenever this process leads, until stopped; then the locks are closed.

    The lock is the database's, so it is free as soon as its holder is gone, or silent for too long.
    Whoever was paused and wakes up when another leads does no harm: every due thing is claimed by
    itself.
    """
    try:
        while not stop.is_set():
            if await _asked(locks.take):
                log.info("this process pushes what is due")
                await _leading(locks, stop, work, look_s)
                log.info("this process pushes no more")
            else:
                await _pause(stop, look_s)
    finally:
        await locks.close()


async def _leading(locks: Locks, stop: asyncio.Event, work: Work, look_s: float) -> None:
    over = asyncio.Event()

    async def watched() -> None:
        while not stop.is_set() and await _asked(locks.keeps):
            await _pause(stop, look_s)
        over.set()

    async with asyncio.TaskGroup() as both:
        both.create_task(watched())
        await work(over)
        over.set()
    with suppress(WorldError):
        await locks.release(LEADER)


async def _asked(question: Callable[[str], Awaitable[bool]]) -> bool:
    """The answer; no, while the database is away."""
    try:
        return await question(LEADER)
    except WorldError as error:
        log.warning("can't tell who leads: %s", error)
        return False


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
