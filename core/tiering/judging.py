"""Which tier the sums come to. Pure: ranks, needs and sums."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from core.calendar import local_day, midnight
from core.program.ladder import Ladder, Needs
from core.program.schema import Program
from core.tables.measures import Sums
from core.tables.tier_states import Basis, TierState
from core.tiering import spans


class Verdict(NamedTuple):
    """The tier that is due, and what it rests on."""

    rank: int
    basis: Basis = "reached"
    until: datetime | None = None  # of held and grace; None is for ever


def met(needs: Needs, sums: Sequence[Sums]) -> bool:
    """Whether one of the needs is met in one of the windows. Without needs they are."""
    return not needs or any(one[metric] >= amount for metric, amount in needs for one in sums)


def reached(ladder: Ladder, sums: Sequence[Sums]) -> int:
    """The highest rank that the sums reach."""
    for rank in range(len(ladder.steps) - 1, 0, -1):
        needs = ladder.steps[rank].reach
        if needs is not None and met(needs, sums):
            return rank
    return 0


def kept(ladder: Ladder, held: int, sums: Sequence[Sums]) -> Verdict:
    """The highest rank up to the held one that the sums reach or keep."""
    for rank in range(held, 0, -1):
        step = ladder.steps[rank]
        if step.reach is None:
            continue
        if met(step.reach, sums):
            return Verdict(rank)
        if met(step.keep, sums):
            return Verdict(rank, "kept")
    return Verdict(0)


def judge(
    program: Program,
    held: int,
    state: TierState,
    sums: Sequence[Sums],
    *,
    now: datetime,
    joined_at: datetime,
) -> Verdict:
    """What becomes of who holds that rank when it is looked at again."""
    ladder = program.ladder
    best = reached(ladder, sums)
    lasts = state.until is None or now < state.until
    if best <= held and state.basis == "held" and lasts:
        return Verdict(held, "held", state.until)
    if best >= held:
        return Verdict(best)
    if state.by_hand and ladder.ranks.get(state.by_hand, 0) >= held:
        return Verdict(held, "held")
    keeps = kept(ladder, held, sums)
    if keeps.rank == held:
        return keeps
    if state.basis == "grace" and lasts:
        return Verdict(held, "grace", state.until)
    return _failed(program, held, state, keeps, now=now, joined_at=joined_at)


def _failed(
    program: Program,
    held: int,
    state: TierState,
    keeps: Verdict,
    *,
    now: datetime,
    joined_at: datetime,
) -> Verdict:
    """What becomes of who does not keep that rank: some days more, then the program's way down."""
    tiers = program.tiers
    if tiers.fall == "never":
        return Verdict(held, "held")
    if tiers.grace_days and state.basis != "grace":
        last = local_day(now, program.timezone) + timedelta(days=tiers.grace_days)
        return Verdict(held, "grace", midnight(last, program.timezone))
    fallen = keeps
    if tiers.fall == "one_down":
        below = one_down(program.ladder, held)
        if below > keeps.rank:
            fallen = Verdict(below, "held", spans.whole_period(program, joined_at, now))
    floor = program.ladder.ranks.get(state.by_hand or "", 0)
    return fallen if fallen.rank >= floor else Verdict(floor, "held")


def one_down(ladder: Ladder, held: int) -> int:
    """The next lower rank that can be reached."""
    lower = (rank for rank in range(held - 1, 0, -1) if ladder.steps[rank].reach is not None)
    return next(lower, 0)
