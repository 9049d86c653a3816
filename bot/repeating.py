"""What is done again and again until the process stops. The one owner of APScheduler."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import schedule
from bot.acts import Acts
from bot.ports import Database, WorldError
from core.retaining import Keep

TICK_S = 60
FOLLOW_S = 10  # another process's `program apply` must be followed within 20 s

log = logging.getLogger(__name__)


@asynccontextmanager
async def every(
    seconds: int, job: Callable[[], Awaitable[None]]
) -> AsyncIterator[AsyncIOScheduler]:
    """Have the job done so often, one run at a time, from a while on until the end."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    # The defaults would skip a tick that is a second late.
    always = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler.add_job(job, "interval", seconds=seconds, **always)
    scheduler.start()
    try:
        yield scheduler
    finally:
        scheduler.shutdown(wait=False)


async def keep_ticking(
    database: Database, acts: Acts, stop: asyncio.Event, *, keep: Keep = schedule.KEEP
) -> None:
    """Tick at once and every minute until stopped; after trouble the next tick tries again."""

    async def once() -> None:
        try:
            await schedule.tick(database, acts, stop, keep=keep)
        except WorldError as error:
            log.warning("tick put off: %s", error)
        except Exception:
            log.exception("tick broken off")  # the next one tries again; everything else serves on

    async with every(TICK_S, once):
        await once()
        await stop.wait()


async def keep_following(database: Database, acts: Acts, stop: asyncio.Event) -> None:
    """Take over newer programs until stopped: every process does, not only the one that pushes."""

    async def follow() -> None:
        try:
            await acts.refresh(database)
        except WorldError as error:
            log.warning("can't look for a newer program: %s", error)

    async with every(FOLLOW_S, follow):
        await stop.wait()
