"""
Sweeps: a campaign's messages of one day, found by rising member, page by page.

Each page is one transaction that also writes down how far it has come, so a crash loses nothing and
two schedulers at once share the work. A day's sweep begins when the day does in the shop; the
message then waits for its hour. Days that were missed are made up while they are still useful.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.act import Act
from core.calendar import local_day
from core.model import Member, MemberId
from core.program.campaigns import Campaign
from core.tables import members, pauses, sweeps
from core.transaction import Transaction

PAGE = 200
CATCH_UP_DAYS = 2
KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One day of a campaign: whom it may be for, and what each of them is told."""

    campaign: Campaign
    occasion: str  # tells it from the campaign's other days
    find: Callable[[Transaction, MemberId, int], list[MemberId]]  # (tx, after, limit): by rising id
    tell: Callable[[Transaction, Member, Act], bool]  # to the taken member: whether there is news


def days(act: Act) -> Iterator[date]:
    """Today, and the days before that are made up, the oldest first."""
    today = local_day(act.now, act.program.timezone)
    for back in range(CATCH_UP_DAYS, -1, -1):
        yield today - timedelta(days=back)


def step(tx: Transaction, act: Act, sweep: Sweep, *, limit: int = PAGE) -> tuple[int, bool]:
    """Do the sweep's next page: how many messages are new, and whether all of it is done."""
    name, occasion = sweep.campaign.id, sweep.occasion
    last = sweeps.take(tx, name, occasion, now=act.now)
    if last is None:
        return 0, True
    if name in pauses.paused(tx):  # its day passes: nobody wants it later
        sweeps.save(tx, name, occasion, last=last, done_at=act.now)
        return 0, True
    page = sweep.find(tx, last, limit)
    told = sum([sweep.tell(tx, members.take(tx, member_id), act) for member_id in page])
    done = len(page) < limit
    last = page[-1] if page else last
    sweeps.save(tx, name, occasion, last=last, done_at=act.now if done else None)
    return told, done


def skip(tx: Transaction, act: Act, sweep: Sweep) -> MemberId | None:
    """Leave out the next member, who met a bug of ours; None if there is nobody."""
    name, occasion = sweep.campaign.id, sweep.occasion
    last = sweeps.take(tx, name, occasion, now=act.now)
    page = [] if last is None else sweep.find(tx, last, 1)
    if page:
        sweeps.save(tx, name, occasion, last=page[0], done_at=None)
    return page[0] if page else None
