"""
A look at the tier when time has passed, or the program has changed.

A changed program moves nobody down before their time: a tier that it asks more for is held to the
end it had under the program that gave it. One that had no end holds for a whole period more; for
ever, where the new program has no periods.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core.act import Act
from core.calendar import midnight
from core.model import Member, MemberId, TierId
from core.program.loading import load_again
from core.program.schema import Program
from core.rewards import giving
from core.tables import measures, members, programs, tier_states
from core.tables.measures import Sums
from core.tables.tier_states import TierState
from core.tiering import awarding, ends, holding, judging, spans
from core.transaction import Transaction


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
    return int(review(tx, before, act).tier != before.tier)


def keep_promise(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """
    Give the taken member what a tier gives again, if they still have it when that is looked at.

    Its row of the agenda must be gone already: the next one is put there.
    """
    return awarding.again(tx, review(tx, member, act), act, key, at)


def review(tx: Transaction, member: Member, act: Act) -> Member:
    """Look at the taken member's tier again; returns them as they then are."""
    before = member
    sums = holding.sums_of(tx, member, act)
    state = tier_states.of_member(tx, member.id)
    if state.version != act.program_version:
        member, state = adopt(tx, member, act, state, sums)
    verdict = judging.judge(
        act.program,
        act.program.rank(member.tier),
        state,
        sums,
        now=act.now,
        joined_at=member.joined_at,
    )
    after = holding.put(tx, member, act, state, verdict, sums)
    return giving.settle_automatic(tx, after, act) if after.entries != before.entries else after


def adopt(
    tx: Transaction, member: Member, act: Act, state: TierState, sums: Sequence[Sums]
) -> tuple[Member, TierState]:
    """
    The member's tier and what it rests on in the terms of the present program, not written yet.
    """
    before, program = member, act.program
    text = programs.of_version(tx, state.version)
    old = load_again(text) if text else None
    rank = successor(old, program, member.tier)
    by_hand = state.by_hand and _id(program, successor(old, program, state.by_hand))
    state = replace(state, by_hand=by_hand, version=act.program_version)
    member = member._replace(tier=_id(program, rank))
    if old and old.tiers != program.tiers and rank and state.basis in ("reached", "kept"):
        state = _not_shortened(tx, member, act, state, sums, _old_end(tx, before, act, old, state))
    return member, state


def successor(old: Program | None, new: Program, tier_id: str) -> int:
    """The rank of that tier in the new program, or of the nearest below it that is still there."""
    if old is None or tier_id in new.ladder.ranks:
        return new.rank(tier_id)
    below = reversed(old.tiers.levels[: old.rank(tier_id) + 1])
    return next((new.rank(tier.id) for tier in below if tier.id in new.ladder.ranks), 0)


def _old_end(
    tx: Transaction, member: Member, act: Act, old: Program, state: TierState
) -> datetime | None:
    """When the tier would have ended under the program that gave it, or a whole period from now."""
    windows = spans.windows(old, member.joined_at, act.now)
    sums = measures.of_member(tx, member.id, old.ladder.metrics, windows)
    last_day = ends.held_until(tx, member, old, state, sums, now=act.now)
    if last_day is None:
        return spans.whole_period(act.program, member.joined_at, act.now, later=1)
    return midnight(last_day + timedelta(days=1), act.program.timezone)


def _not_shortened(
    tx: Transaction,
    member: Member,
    act: Act,
    state: TierState,
    sums: Sequence[Sums],
    old_end: datetime | None,
) -> TierState:
    """The tier as the new program asks for it, or held to its old end if that is later."""
    step = act.program.ladder.steps[act.program.rank(member.tier)]
    needs = (*(step.reach or ()), *(step.keep if state.basis == "kept" else ()))
    if step.reach is not None and judging.met(needs, sums):
        new_end = ends.next_review(tx, member, act.program, state, sums, now=act.now)
        if new_end is None or (old_end and old_end <= new_end):
            return state
    return replace(state, basis="held", until=old_end)


def _id(program: Program, rank: int) -> TierId:
    return program.tiers.levels[rank].id
