"""Tiers: which one the points earned in the window reach, since when and until when."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.act import Act
from core.calendar import add_months, local_day, midnight
from core.model import Member, MemberId
from core.program.schema import (
    CalendarYearWindow,
    LifetimeWindow,
    Program,
    RollingWindow,
    Tier,
)
from core.tables import ledger, members, programs
from core.transaction import Transaction


def move(tx: Transaction, member: Member, act: Act, tier: Tier, *, date_it: bool = False) -> Member:
    """
    Put the taken member on that tier, if they are not there; returns them as they now are.

    When the next look is due is written only then, or when asked for: what is earned delays it,
    which does no harm, but what is taken back may bring it forward.
    """
    moved = tier.id != member.tier
    if moved:
        member = replace(member, tier=tier.id, tier_since=act.now)
    if (moved or date_it) and len(act.program.tiers.levels) > 1:
        members.set_tier(tx, member, review_at=_next_review(tx, member, act))
    return member


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members whose tier may have ended by time alone, by rising id."""
    return members.with_tier_due(tx, act.now, after=after, limit=limit)


def review_due(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """
    Look at the member's tier again, and say when next; 1 if they moved. Under a program that is
    no longer the newest nothing is done: whoever knows the newest one will look.
    """
    before = members.take(tx, member_id)
    if programs.newest_version(tx) > act.program_version:
        return 0
    tier = reached(tx, member_id, act.program, act.now)
    after = move(tx, before, act, tier, date_it=True)
    return int(after.tier != before.tier)


def _next_review(tx: Transaction, member: Member, act: Act) -> datetime | None:
    """The day after the tier's last day as it looks now."""
    last_day = held_until(tx, member, act.program, act.now)
    if last_day is None:
        return None
    return midnight(last_day + timedelta(days=1), act.program.timezone)


def reached(tx: Transaction, member_id: MemberId, program: Program, now: datetime) -> Tier:
    """The tier the member's points reach."""
    sums = [
        ledger.tier_points(tx, member_id, since=since, until=until)
        for since, until in windows(program, now)
    ]
    return best(program, sums)


def best(program: Program, sums: list[int]) -> Tier:
    """The highest tier that one of the windows' sums reaches."""
    return program.tier_for(max(sums))


def windows(program: Program, now: datetime) -> list[ledger.Window]:
    """
    The stretches of time in each of which points are added up; None is without end.

    A calendar year's tier also holds through the next year, as the trade does it.
    """
    if not isinstance(program.tiers.window, CalendarYearWindow):
        return [(window_start(program, now), None)]
    this_year, last_year = (_new_year(program, now, back) for back in (0, 1))
    return [(this_year, None), (last_year, this_year)]


def points_in_window(tx: Transaction, member_id: MemberId, program: Program, now: datetime) -> int:
    """The points that count for the tier now."""
    return ledger.tier_points(tx, member_id, since=window_start(program, now))


def window_start(program: Program, now: datetime) -> datetime | None:
    """Since when points count; None is ever."""
    match program.tiers.window:
        case LifetimeWindow():
            return None
        case CalendarYearWindow():
            return _new_year(program, now, 0)
        case RollingWindow(months=months):
            today = local_day(now, program.timezone)
            return midnight(add_months(today, -months), program.timezone)


def held_until(tx: Transaction, member: Member, program: Program, now: datetime) -> date | None:
    """The last day of the member's tier if nothing more is earned; None is for ever."""
    tier = program.tier(member.tier)
    if tier.from_points == 0 or isinstance(program.tiers.window, LifetimeWindow):
        return None
    today = local_day(now, program.timezone)
    if isinstance(program.tiers.window, CalendarYearWindow):
        again = points_in_window(tx, member.id, program, now) >= tier.from_points
        return date(today.year + again, 12, 31)
    earned = ledger.tier_history(tx, member.id, since=window_start(program, now))
    points = sum(part for _, part in earned)
    for at, part in earned:
        points -= part
        if points < tier.from_points:
            leaves = add_months(local_day(at, program.timezone), program.tiers.window.months)
            return max(leaves, today)
    return None


def _new_year(program: Program, now: datetime, years_back: int) -> datetime:
    year = local_day(now, program.timezone).year - years_back
    return midnight(date(year, 1, 1), program.timezone)
