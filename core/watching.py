"""Watching: what owners should know without asking, each once, and each can be muted."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core import staffing
from core.act import Act
from core.calendar import local_day, midnight
from core.model import Channel, Points
from core.staffing import STAFF, Alarm
from core.tables import alarms, staff, sweeps
from core.tables.told import Value
from core.transaction import Transaction

HOUR = timedelta(hours=1)
LOST_MANY = 10  # messages in an hour
AGAIN_HOURS = 6  # then it is told once more
GIVEN_MANY = 20  # times a day, by one person
GIVEN_SAME = 3  # times a day, by one person to the same member
MONDAY, DIGEST_HOUR = 0, 9
DIGEST = f"{staffing.ALARM}{Alarm.DIGEST}"


def look(tx: Transaction, act: Act) -> None:
    """Tell owners of what looks wrong now."""
    _delivery(tx, act)
    _grants(tx, act)


def week_to_tell(tx: Transaction, act: Act) -> date | None:
    """The last day of the week whose numbers are due; None: not yet, or told already."""
    local = act.now.astimezone(ZoneInfo(act.program.timezone))
    if local.weekday() != MONDAY or local.hour < DIGEST_HOUR:
        return None
    last = local.date() - timedelta(days=1)
    told = (DIGEST, last.isoformat()) in sweeps.done_since(tx, act.now - timedelta(days=2))
    return None if told else last


def tell_week(tx: Transaction, act: Act, last: date, values: dict[str, Value]) -> None:
    """Have every owner told the week's numbers, once."""
    occasion = last.isoformat()
    if sweeps.take(tx, DIGEST, occasion, now=act.now) is None:
        return
    first = last - timedelta(days=6)
    staffing.tell_owners(
        tx, act, Alarm.DIGEST, "staff-digest", occasion,
        {**values, "first": first, "last": last},
        buttons=(("button-stats", f"stats {first} {last}"),),
    )  # fmt: skip
    sweeps.save(tx, DIGEST, occasion, last=sweeps.NOBODY, done_at=act.now)


def _delivery(tx: Transaction, act: Act) -> None:
    lost = alarms.lost(tx, act.now - HOUR)
    if lost >= LOST_MANY:
        occasion = f"{act.now:%Y-%m-%d}/{act.now.hour // AGAIN_HOURS}"
        span = AGAIN_HOURS * HOUR
        staffing.tell_owners(
            tx,
            act,
            Alarm.DELIVERY,
            "staff-delivery",
            occasion,
            {"count": lost},
            wanted_for=span,
        )


def _grants(tx: Transaction, act: Act) -> None:
    today = local_day(act.now, act.program.timezone)
    since: datetime = midnight(today, act.program.timezone)
    times: Counter[str] = Counter()
    points: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for one in alarms.given(tx, since):
        times[one.actor] += one.times
        points[one.actor] += one.points
        most[one.actor] = max(most[one.actor], one.times)
    for actor, count in times.items():
        if count < GIVEN_MANY and most[actor] < GIVEN_SAME:
            continue
        values: dict[str, Value] = {
            "name": _named(tx, actor),
            "count": count,
            "same": most[actor],
            "given": Points(points[actor]),
        }
        staffing.tell_owners(tx, act, Alarm.GENEROUS, "staff-generous", f"{actor}/{today}", values)


def _named(tx: Transaction, actor: str) -> str:
    address = actor.removeprefix(STAFF)
    found = staff.find(tx, Channel.TELEGRAM, address)
    return staffing.called(found) if found else address
