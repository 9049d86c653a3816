"""
The schedule: what falls due by time alone. The one owner of APScheduler, which only ticks.

Every due thing is found in the database and has an operation id of its own, so a doubled or
missed tick costs nothing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.acts import Acts
from bot.ports import Database, WorldError
from core import celebrating, expiring, promising, tiering
from core.act import Act
from core.model import MemberId
from core.rewards import drawing
from core.tables import dead_letters
from core.transaction import Transaction

TICK_S = 60
FOLLOW_S = 10  # another process's `program apply` must be followed within 20 s
BATCH = 500
LETTERS_KEPT = timedelta(days=30)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something that falls due for members, found page by page and done one by one."""

    name: str
    due: Callable[..., list[MemberId]]  # (tx, act, *, after, limit): by rising id
    work: Callable[..., int]  # (tx, act, *, member_id): how much was done


JOBS = (
    Job(name="points expired", due=expiring.due, work=expiring.expire),
    Job(name="promises kept", due=promising.due, work=promising.keep),
    Job(name="birthday points", due=celebrating.due, work=celebrating.celebrate),
    Job(name="raffles drawn", due=drawing.due, work=drawing.draw),
    Job(name="tiers changed", due=tiering.due, work=tiering.review_due),
)


async def tick(database: Database, acts: Acts, stop: asyncio.Event | None = None) -> dict[str, int]:
    """Do everything due now under the newest program; how much of each job was done."""
    await acts.refresh(database)
    await database.run(partial(dead_letters.purge, before=acts.clock() - LETTERS_KEPT))
    return {job.name: sum([done async for done in _run(job, database, acts, stop)]) for job in JOBS}


async def preview(database: Database, acts: Acts) -> dict[str, int]:
    """How many members each job would be done for now. Changes nothing."""
    await acts.refresh(database)
    act = acts.new("preview", actor="schedule")

    def work(tx: Transaction) -> dict[str, int]:
        return {job.name: len(job.due(tx, act, after=MemberId(0), limit=2**31)) for job in JOBS}

    return await database.read(work)


async def _run(
    job: Job, database: Database, acts: Acts, stop: asyncio.Event | None
) -> AsyncIterator[int]:
    """Do the job for every member due, each in a transaction of their own, until stopped."""

    def act() -> Act:
        return acts.new(f"{job.name}:{acts.clock().isoformat()}", actor="schedule")

    def due(after: MemberId, tx: Transaction) -> list[MemberId]:
        return job.due(tx, act(), after=after, limit=BATCH)

    def work(member_id: MemberId, tx: Transaction) -> int:
        return job.work(tx, act(), member_id=member_id)

    after = MemberId(0)
    while page := await database.read(partial(due, after)):
        for member_id in page:
            if stop and stop.is_set():
                return
            try:
                yield await database.run(partial(work, member_id))
            except WorldError:
                raise
            except Exception:  # a bug of ours must not keep the others from their due
                log.exception("%s: member %s", job.name, member_id)
        after = page[-1]


async def keep_ticking(database: Database, acts: Acts, stop: asyncio.Event) -> None:
    """Tick and follow the program until stopped; after trouble the next tick tries again."""

    async def once() -> None:
        try:
            await tick(database, acts, stop)
        except WorldError as error:
            log.warning("tick put off: %s", error)
        except Exception:
            log.exception("tick broken off")  # the next one tries again; everything else serves on

    async def follow() -> None:
        try:
            await acts.refresh(database)
        except WorldError as error:
            log.warning("can't look for a newer program: %s", error)

    scheduler = AsyncIOScheduler(timezone="UTC")
    # The defaults would skip a tick that is a second late.
    always = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler.add_job(once, "interval", seconds=TICK_S, **always)
    scheduler.add_job(follow, "interval", seconds=FOLLOW_S, **always)
    scheduler.start()
    try:
        await once()
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
