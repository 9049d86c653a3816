"""Where a member stands: the tier, what it gives, until when, and what the next one takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from core.act import Act
from core.calendar import local_day, midnight
from core.model import Member
from core.program.benefits import Benefit
from core.program.ladder import Needs
from core.program.tiers import LifetimeWindow, Metric, RollingWindow, Tier
from core.tables import measures, subscriptions, tier_states
from core.tables.measures import Sums
from core.tables.tier_states import Basis, TierState
from core.tiering import ends, having, holding, spans
from core.transaction import Transaction


class Missing(NamedTuple):
    """So much of that is missing; spend in minor units."""

    metric: Metric
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TierStanding:
    """A member's tier, the way to the next, and how long it holds."""

    tier: Tier
    since: datetime
    until: date | None  # the last day if nothing more is earned, those of grace included
    basis: Basis  # grace: the tier was not kept, and holds some days more
    by_hand: bool  # staff gave it
    sums: Sums  # that count in the present window
    next: Tier | None
    missing: Missing | None  # to the next, of what is nearest
    to_keep: Missing | None  # to go on after `until`
    factor: Fraction  # what points for purchases are multiplied by, with plans
    benefits: tuple[Benefit, ...]  # with those of plans; of alike ones the best


def standing(tx: Transaction, member: Member, act: Act) -> TierStanding:
    """The member's tier and what it takes to rise and to stay."""
    program, ladder = act.program, act.program.ladder
    rank = program.rank(member.tier)
    sums = holding.sums_of(tx, member, act)
    state = tier_states.of_member(tx, member.id)
    plans = subscriptions.in_force(tx, member.id, act.now) if program.plans else {}
    until = ends.held_until(tx, member, program, state, sums, now=act.now)
    above = next(
        (place for place in range(rank + 1, len(ladder.steps)) if ladder.steps[place].reach), None
    )
    return TierStanding(
        tier=program.tiers.levels[rank],
        since=member.tier_since,
        until=until,
        basis=state.basis,
        by_hand=state.by_hand is not None and program.rank(state.by_hand) >= rank > 0,
        sums=sums[0],
        next=None if above is None else program.tiers.levels[above],
        missing=None if above is None else nearest(ladder.steps[above].reach or (), sums),
        to_keep=None if until is None else _to_keep(tx, member, act, state, sums, until),
        factor=having.factor_of(program, member.tier, plans),
        benefits=tuple(having.best_of(having.benefits_of(program, member.tier, plans))),
    )


def until(tx: Transaction, member: Member, act: Act) -> date | None:
    """The last day of the member's tier if nothing more is earned; None is for ever."""
    program = act.program
    if not program.rank(member.tier):
        return None
    state = tier_states.of_member(tx, member.id)
    by_year = not isinstance(program.tiers.window, LifetimeWindow | RollingWindow)
    sums = holding.sums_of(tx, member, act) if by_year else []
    return ends.held_until(tx, member, program, state, sums, now=act.now)


def nearest(needs: Needs, sums: Iterable[Sums]) -> Missing | None:
    """Of the needs, the one of which the smallest part is missing; None if one is met."""
    found = [
        (Fraction(amount - one[metric], amount), Missing(metric, amount - one[metric]))
        for metric, amount in needs
        for one in sums
    ]
    if not found:
        return None
    part, missing = min(found, key=lambda each: each[0])
    return missing if part > 0 else None


def _to_keep(
    tx: Transaction,
    member: Member,
    act: Act,
    state: TierState,
    sums: Sequence[Sums],
    until: date,
) -> Missing | None:
    """What is missing at the day after that one; None if nothing, or if it is too early to say."""
    program = act.program
    step = program.ladder.steps[program.rank(member.tier)]
    needs = (*step.keep, *(step.reach or ()))
    window = program.tiers.window
    if isinstance(window, RollingWindow):
        then = midnight(until + timedelta(days=1), program.timezone)
        [(since, _)] = spans.windows(program, member.joined_at, then)
        metrics = program.ladder.metrics
        left = measures.of_member(tx, member.id, metrics, [(since, None)])
        return nearest(needs, left)
    today = local_day(act.now, program.timezone)
    if until > spans.year_end(program, member.joined_at, today):
        return None
    return nearest(needs, sums if state.basis == "grace" else sums[:1])
