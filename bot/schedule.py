"""
The schedule: what falls due by time alone. The one owner of APScheduler, which only ticks.

Every due thing is found in the database and has an operation id of its own, so a doubled or
missed tick costs nothing.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.acts import Acts
from bot.ports import Database, WorldError
from core import celebrating, expiring, tiering
from core.model import MemberId
from core.transaction import Transaction

TICK_S = 60
FOLLOW_S = 10  # another process's `program apply` must be followed within 20 s
BATCH = 500

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a tick did."""

    expired: int = 0  # points
    birthdays: int = 0  # members
    moved: int = 0  # members whose tier changed


async def tick(database: Database, acts: Acts) -> Done:
    """Do everything due now, each member in a transaction of their own."""

    def expire(member_id: MemberId, tx: Transaction) -> int:
        act = acts.new(f"expire:{member_id}:{acts.clock().isoformat()}", actor="schedule")
        return expiring.expire(tx, act, member_id=member_id)

    def celebrate(member_id: MemberId, tx: Transaction) -> int:
        act = acts.new(f"birthday:{member_id}", actor="schedule")
        return celebrating.celebrate(tx, act, member_id=member_id)

    def review(member_id: MemberId, tx: Transaction) -> int:
        act = acts.new(f"tier:{member_id}:{acts.clock().isoformat()}", actor="schedule")
        return tiering.review_due(tx, act, member_id=member_id)

    def expiry_due(after: MemberId, tx: Transaction) -> list[MemberId]:
        return expiring.due(tx, acts.clock(), after=after, limit=BATCH)

    def birthday_due(after: MemberId, tx: Transaction) -> list[MemberId]:
        act = acts.new("birthdays", actor="schedule")
        return celebrating.due(tx, act, after=after, limit=BATCH)

    def tier_due(after: MemberId, tx: Transaction) -> list[MemberId]:
        return tiering.due(tx, acts.clock(), after=after, limit=BATCH)

    expired = await _each(database, expiry_due, expire)
    given = await _each(database, birthday_due, celebrate)
    moved = await _each(database, tier_due, review)
    return Done(
        expired=sum(expired), birthdays=sum(points > 0 for points in given), moved=sum(moved)
    )


async def _each(
    database: Database,
    due: Callable[[MemberId, Transaction], list[MemberId]],
    work: Callable[[MemberId, Transaction], int],
) -> list[int]:
    """Run the work for every member due, page by page."""
    results = []
    after = MemberId(0)
    while page := await database.read(partial(due, after)):
        for member_id in page:
            results.append(await database.run(partial(work, member_id)))
        after = page[-1]
    return results


async def keep_ticking(database: Database, acts: Acts, stop: asyncio.Event) -> None:
    """Tick and follow the program until stopped; after trouble the next tick tries again."""

    async def once() -> None:
        try:
            await tick(database, acts)
        except WorldError as error:
            log.warning("tick put off: %s", error)

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
