"""Until when a tier holds if nothing more is earned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from core.calendar import add_months, local_day, midnight
from core.model import Member
from core.program.ladder import Needs
from core.program.schema import Program
from core.program.tiers import LifetimeWindow, RollingWindow
from core.tables import measures
from core.tables.measures import Sums
from core.tables.tier_states import TierState
from core.tiering import spans
from core.tiering.judging import met
from core.transaction import Transaction


def held_until(
    tx: Transaction,
    member: Member,
    program: Program,
    state: TierState,
    sums: Sequence[Sums],
    *,
    now: datetime,
) -> date | None:
    """The last day of the member's tier if nothing more is earned; None is for ever."""
    if program.tiers.fall == "never" and state.basis != "held":
        return None
    last_day = _last_day(tx, member, program, state, sums, now=now, keeps=True)
    if last_day is None or state.basis not in ("held", "grace"):
        return last_day
    earned = replace(state, basis="kept")
    step = program.ladder.steps[program.rank(member.tier)]
    if not isinstance(program.tiers.window, RollingWindow) and not met(
        (*(step.reach or ()), *step.keep), sums
    ):
        return last_day
    again = _last_day(tx, member, program, earned, sums, now=now, keeps=True)
    return again and max(last_day, again)


def next_review(
    tx: Transaction,
    member: Member,
    program: Program,
    state: TierState,
    sums: Sequence[Sums],
    *,
    now: datetime,
) -> datetime | None:
    """
    The day after that, or after the day from which on it is only kept; sooner if points that wait
    begin to count. None: no more.
    """
    keeps = state.basis != "reached"
    last_day = _last_day(tx, member, program, state, sums, now=now, keeps=keeps)
    found = [] if program.tiers.pending else [measures.next_counted(tx, member.id, now)]
    if last_day is not None:
        found.append(midnight(last_day + timedelta(days=1), program.timezone))
    return min((at for at in found if at), default=None)


def _last_day(
    tx: Transaction,
    member: Member,
    program: Program,
    state: TierState,
    sums: Sequence[Sums],
    *,
    now: datetime,
    keeps: bool,
) -> date | None:
    ladder, today = program.ladder, local_day(now, program.timezone)
    rank = ladder.ranks.get(member.tier, 0)
    if rank == 0 or (state.by_hand and ladder.ranks.get(state.by_hand, 0) >= rank):
        return None
    if state.basis in ("held", "grace"):
        return state.until and local_day(state.until, program.timezone) - timedelta(days=1)
    step = ladder.steps[rank]
    needs = (*(step.reach or ()), *(step.keep if keeps else ()))
    match program.tiers.window:
        case LifetimeWindow():
            return None
        case RollingWindow(months=months):
            return _rolling_end(tx, member, program, needs, months, now=now)
        case _:
            again = met(needs, sums[:1])
            return spans.year_end(program, member.joined_at, today, later=int(again))


def _rolling_end(
    tx: Transaction, member: Member, program: Program, needs: Needs, months: int, *, now: datetime
) -> date:
    """The last day on which one of the needs is still met by what is young enough."""
    [(since, _)] = spans.windows(program, member.joined_at, now)
    metrics = tuple(dict.fromkeys(metric for metric, _ in needs))
    history = measures.history(tx, member.id, metrics, since=since)
    last = local_day(now, program.timezone)
    for metric, amount in needs:
        left = sum(part.get(metric, 0) for _, part in history)
        if left < amount:
            continue
        for at, part in history:
            left -= part.get(metric, 0)
            if left < amount:
                leaves = add_months(local_day(at, program.timezone), months)
                last = max(last, leaves)
                break
    return last
