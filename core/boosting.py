"""
Boosting: an offer multiplies what its receivers' orders earn, for some days.

An order is boosted if it was placed in that time, whenever it is reported; as every factor, the
best one counts. It stands with the order from its first points on, so a return takes back what was
given, also when the offer is long over.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.act import Act
from core.calendar import local_day, midnight
from core.model import Boost, Member
from core.tables import boosts
from core.transaction import Transaction

KEPT = timedelta(days=400)  # orders that old are reported for the first time by nobody
DAY = timedelta(days=1)


def last_day(act: Act, days: int, told_at: datetime) -> date:
    """The last day of an offer for so many days that is told then: by the shop's clock."""
    return local_day(max(told_at, act.now), act.program.timezone) + timedelta(days=days)


def give(
    tx: Transaction, member: Member, act: Act, *, by: str, factor: Decimal, last: date
) -> Member:
    """Multiply by that from now on, up to that day's end; by names the offer, which is one once."""
    until = midnight(last + DAY, act.program.timezone)
    new = Boost(by=by, factor=factor, since=act.now, until=until)
    kept = [one for one in member.boosts if one.until > act.now - KEPT and one.by != by]
    member = member._replace(boosts=(*kept, new))
    boosts.save(tx, member.id, member.boosts)
    return member


def best(found: Iterable[Boost], at: datetime) -> Boost | None:
    """The offer that counts for an order of that moment."""
    running = [one for one in found if one.since <= at < one.until]
    return max(running, key=lambda one: one.factor, default=None)
