"""
The schedule: what falls due by time alone.

Every due thing is found in the database and has an operation id of its own, so a doubled or
missed tick costs nothing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.acts import Acts
from bot.broadcasts import advance
from bot.ports import Database, WorldError
from core import (
    campaigning,
    celebrating,
    expiring,
    linking,
    minding,
    promising,
    retaining,
    tiering,
    watching,
)
from core.act import Act
from core.campaigning import Sweep
from core.model import MemberId
from core.retaining import Keep
from core.rewards import drawing
from core.statistics.gathering import digest, gather
from core.statistics.periods import Period
from core.tables import carts, hooks, strangers, sweeps
from core.transaction import Transaction

HOOKS_KEPT = timedelta(days=30)  # the log of what other systems were told
BATCH = 500
MANY = 500  # members in one transaction: others wait for it less than 0.2 s
CARTS = 50  # looked at in one transaction
KEEP = Keep()
MESSAGES = "messages queued"
BROADCAST = "broadcasts written"

log = logging.getLogger(__name__)


Many = Callable[..., tuple[int, int]]
"""(tx, act, *, limit): does it for up to so many members; how many there were, and how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something that falls due for members, found page by page and done one by one."""

    name: str
    due: Callable[..., list[MemberId]]  # (tx, act, *, after, limit): by rising id
    work: Callable[..., int]  # (tx, act, *, member_id): how much was done
    many: Many | None = None  # where millions may be due


JOBS = (
    Job(name="points expired", due=expiring.due, work=expiring.expire, many=expiring.expire_many),
    Job(name="promises kept", due=promising.due, work=promising.keep),
    Job(name="birthday points", due=celebrating.due, work=celebrating.celebrate),
    Job(name="raffles drawn", due=drawing.due, work=drawing.draw),
    Job(name="tiers changed", due=tiering.due, work=tiering.review_due),
)


async def tick(
    database: Database, acts: Acts, stop: asyncio.Event | None = None, *, keep: Keep = KEEP
) -> dict[str, int]:
    """Do everything due now under the newest program; how much of each job was done."""
    await acts.refresh(database)
    await database.run(partial(_purge, before=acts.clock()))
    await _retain(database, acts, keep, stop)
    done = {job.name: sum([n async for n in _run(job, database, acts, stop)]) for job in JOBS}
    done[MESSAGES] = await _queue_messages(database, acts, stop)
    done[BROADCAST] = await advance(database, acts, stop)
    await _watch(database, acts)
    return done


async def _watch(database: Database, acts: Acts) -> None:
    """Tell owners what looks wrong, and on Mondays the week's numbers, read on a snapshot."""
    act = acts.new(f"watch:{acts.clock().isoformat()}", actor="schedule")
    await database.run(partial(watching.look, act=act))
    await database.run(partial(minding.mind, act=act))
    last = await database.read(partial(watching.week_to_tell, act=act))
    if last:
        week = Period.ending(last, days=7, timezone=act.program.timezone)
        values = await database.read(lambda tx: digest(gather(tx, act, week), act.program))
        await database.run(lambda tx: watching.tell_week(tx, act, last, values))


async def preview(database: Database, acts: Acts) -> dict[str, int]:
    """For how many members each job would be done now: how much it comes to, the tick says."""
    await acts.refresh(database)
    act = acts.new("preview", actor="schedule")

    def work(tx: Transaction) -> dict[str, int]:
        found = {
            f"{job.name} for": len(job.due(tx, act, after=MemberId(0), limit=2**31)) for job in JOBS
        }
        messages = sum(len(one.members) for one in campaigning.preview(tx, act))
        return found | {MESSAGES: messages + len(carts.left(tx, act.now, limit=2**31))}

    return await database.read(work)


def _purge(tx: Transaction, *, before: datetime) -> None:
    """Forget sweeps and links that are long over, and strangers who did not come."""
    linking.purge(tx, now=before)
    strangers.purge(tx, now=before)
    hooks.purge(tx, before=before - HOOKS_KEPT)
    sweeps.purge(tx, before=before - campaigning.KEPT)


async def _retain(database: Database, acts: Acts, keep: Keep, stop: asyncio.Event | None) -> None:
    """Remove what is past its keeping, a batch in each transaction."""
    removed = 1
    while removed and not (stop and stop.is_set()):
        removed = await database.run(lambda tx: retaining.purge(tx, keep, now=acts.clock()))


async def _queue_messages(database: Database, acts: Acts, stop: asyncio.Event | None) -> int:
    """Write what is due to be told to the outbox, page by page; how many messages are new."""

    def act() -> Act:
        return acts.new(f"messages:{acts.clock().isoformat()}", actor="schedule")

    new, looked = 0, 1
    while looked and not (stop and stop.is_set()):
        looked, told = await database.run(lambda tx: campaigning.tell_left(tx, act(), limit=CARTS))
        new += told
    for sweep in await database.read(lambda tx: campaigning.todo(tx, act())):
        done = False
        while not done and not (stop and stop.is_set()):
            told, done = await _page(database, act, sweep)
            new += told
    return new


async def _page(database: Database, act: Callable[[], Act], sweep: Sweep) -> tuple[int, bool]:
    """The sweep's next page; after a bug of ours member by member, leaving out who meets it."""
    try:
        return await database.run(lambda tx: campaigning.step(tx, act(), sweep))
    except WorldError:
        raise
    except Exception:
        log.exception("%s %s: a page, now one by one", sweep.campaign.id, sweep.occasion)
    new, done = 0, False
    for _ in range(campaigning.PAGE):
        try:
            told, done = await database.run(lambda tx: campaigning.step(tx, act(), sweep, limit=1))
            new += told
        except WorldError:
            raise
        except Exception:
            member_id = await database.run(lambda tx: campaigning.skip(tx, act(), sweep))
            log.exception("%s %s: member %s", sweep.campaign.id, sweep.occasion, member_id)
        if done:
            break
    return new, done


async def _run(
    job: Job, database: Database, acts: Acts, stop: asyncio.Event | None
) -> AsyncIterator[int]:
    """Do the job for everybody due until stopped; where it can be, for many at once."""

    def act() -> Act:
        return acts.new(f"{job.name}:{acts.clock().isoformat()}", actor="schedule")

    if job.many:
        async for done in _for_many(job, job.many, database, act, stop):
            yield done
    async for done in _for_each(job, database, act, stop):
        yield done


async def _for_many(
    job: Job, many: Many, database: Database, act: Callable[[], Act], stop: asyncio.Event | None
) -> AsyncIterator[int]:
    """So many members in each transaction, until nobody is left or one of them meets a bug."""
    count = MANY
    while count and not (stop and stop.is_set()):
        try:
            count, done = await database.run(partial(many, act=act(), limit=MANY))
        except WorldError:
            raise
        except Exception:
            log.exception("%s: many at once, now one by one", job.name)
            return
        yield done


async def _for_each(
    job: Job, database: Database, act: Callable[[], Act], stop: asyncio.Event | None
) -> AsyncIterator[int]:
    """Every member due in a transaction of their own."""

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
