"""The dates of new points, when they can be spent and when they expire; and what moves them."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from core.act import Act
from core.calendar import add_months, local_day, midnight, month_end, same_day
from core.model import Kind, Member
from core.program.expiry import (
    Activity,
    AnniversaryExpiry,
    CalendarExpiry,
    InactivityExpiry,
    NoExpiry,
    RollingExpiry,
    Rounding,
)
from core.program.schema import Program
from core.tables import ledger, lots
from core.transaction import Transaction

MONTHS_OF: dict[Rounding, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
REMEMBERED = 4096  # days whose date is worked out once: many years of several programs
PASSIVE = frozenset({Kind.BIRTHDAY, Kind.ADJUSTMENT, Kind.GRANT, Kind.DIVIDEND, Kind.IMPORT})
"""What comes without the member's doing: such points are no activity."""


def expires_at(
    program: Program,
    earned_at: datetime,
    *,
    joined_at: datetime,
    rule_expires: RollingExpiry | None = None,
    available_at: datetime | None = None,
) -> datetime | None:
    """
    When points earned then are lost; None is never. A rule's own expiry goes before the program's.

    Where idleness ends them, the time of points still pending begins when they can be spent.
    """
    expiry, timezone = rule_expires or program.expiry, program.timezone
    match expiry:
        case NoExpiry():
            return None
        case RollingExpiry():
            day = local_day(earned_at, timezone)
            return _rolled(day, expiry.months, expiry.days, expiry.round_to, timezone)
        case InactivityExpiry():
            since = earned_at
            if available_at and available_at < lots.UNTIL_EVENT:
                since = max(earned_at, available_at)
            day = local_day(since, timezone)
            return _rolled(day, expiry.months, expiry.days, "day", timezone)
        case CalendarExpiry():
            day = local_day(earned_at, timezone)
            return _on_day(day, expiry.on, expiry.years_later, timezone)
        case AnniversaryExpiry():
            day, joined = local_day(earned_at, timezone), local_day(joined_at, timezone)
            return _on_anniversary(day, joined, expiry.years_later, timezone)


def full_period(program: Program, now: datetime, *, joined_at: datetime) -> datetime | None:
    """
    The soonest date that points may get which had none before expiry was switched on; None: never.

    Where a fixed day ends them, the next one may be tomorrow, so a whole year goes before it.
    """
    if isinstance(program.expiry, CalendarExpiry | AnniversaryExpiry):
        next_year = add_months(local_day(now, program.timezone), 12)
        now = midnight(next_year, program.timezone)
    return expires_at(program, now, joined_at=joined_at)


def give_bonus(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    kind: Kind,
    points: int,
    reference: str,
    reason: ledger.Reason,
    expires: RollingExpiry | None = None,
) -> Member:
    """Give points at once, outside the tier's sum: bonuses are thanks, not spending."""
    if kind not in PASSIVE:
        active(tx, member, act, "earning")
    return ledger.credit(
        tx,
        member,
        act,
        ledger.Draft(kind=kind, reference=reference, reason=reason),
        points=points,
        available_at=act.now,
        expires_at=expires_at(
            act.program, act.now, joined_at=member.joined_at, rule_expires=expires
        ),
        own_date=expires is not None,
    )


def available_at(earned_at: datetime, pending_days: int) -> datetime:
    """When points earned then can be spent."""
    return earned_at + timedelta(days=pending_days)


def active(
    tx: Transaction, member: Member, act: Act, activity: Activity, *, at: datetime | None = None
) -> None:
    """
    The taken member did something, now or at another moment: where idleness ends points and this
    counts, all theirs that are open get a whole period again. Never an earlier date.

    Call it before points are spent: an undo then brings them back with the date they now have.
    """
    expiry = act.program.expiry
    if not isinstance(expiry, InactivityExpiry) or activity not in expiry.activity:
        return
    until = expires_at(act.program, at or act.now, joined_at=member.joined_at)
    assert until  # noqa: S101 idleness always has an end
    lots.postpone(tx, member.id, until=until, now=act.now)


def release(tx: Transaction, member: Member, act: Act, reference: str) -> None:
    """What the points for that reference waited for has come: they can be spent from now on."""
    if isinstance(act.program.expiry, InactivityExpiry):
        until = expires_at(act.program, act.now, joined_at=member.joined_at)
        assert until  # noqa: S101 idleness always has an end
        lots.postpone_pending(tx, member.id, reference, until=until, now=act.now)
    ledger.release(tx, member.id, reference, at=act.now)


# A year has 366 days, however many points are earned on each.


@lru_cache(maxsize=REMEMBERED)
def _rolled(
    day: date, months: int | None, days: int | None, round_to: Rounding, timezone: str
) -> datetime:
    """The end of the day, or of its month, quarter …, some time on: the whole day still counts."""
    last = add_months(day, months or 0) + timedelta(days=days or 0)
    if round_to != "day":
        last = month_end(last, MONTHS_OF[round_to])
    return midnight(last + timedelta(days=1), timezone)


@lru_cache(maxsize=REMEMBERED)
def _on_day(day: date, month_day: str, years_later: int, timezone: str) -> datetime:
    """The end of the next such day of the year, that day included, or of one years later."""
    over = f"{day:%m-%d}" > month_day
    last = date.fromisoformat(f"{day.year + over + years_later:04}-{month_day}")
    return midnight(last + timedelta(days=1), timezone)


@lru_cache(maxsize=REMEMBERED)
def _on_anniversary(day: date, joined: date, years_later: int, timezone: str) -> datetime:
    """When the next anniversary begins, or one years later: the year before it has ended then."""
    over = day >= same_day(joined, day.year)
    return midnight(same_day(joined, day.year + over + years_later), timezone)
