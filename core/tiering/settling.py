"""A look at the tier after an order or a bonus: up at once, down only for what is taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from core.act import Act
from core.model import Member
from core.rewards import giving
from core.tables import lots, measures, tier_states
from core.tables.measures import Sums
from core.tiering import awarding, holding, judging, reviewing, spans
from core.tiering.judging import Verdict
from core.transaction import Transaction


class Settled(NamedTuple):
    """The member after the look, and what an answer about an order says of their points."""

    member: Member
    spendable: int
    pending: int  # what of the order's points can't be spent yet
    open_carts: bool  # whether any cart of the member's is open


def settle_order(
    tx: Transaction,
    member: Member,
    act: Act,
    reference: str,
    *,
    changed: bool = True,
    taken_back: datetime | None = None,
) -> Settled:
    """
    Look at the taken member's tier after an order; for most orders that is one statement.

    `taken_back` is when the order was placed, if it now earns less than before.
    """
    windows = spans.windows(act.program, member.joined_at, act.now)
    metrics = act.program.ladder.metrics
    sums, spendable, pending, open_carts = measures.after_order(
        tx, member.id, metrics, windows, reference=reference, now=act.now
    )
    if not changed:
        return Settled(member, spendable, pending, open_carts)
    after = _look(tx, member, act, sums, taken_back)
    if after.entries != member.entries:
        spendable = lots.spendable(tx, member.id, act.now)
    return Settled(after, spendable, pending, open_carts)


def settle(
    tx: Transaction, member: Member, act: Act, *, taken_back: datetime | None = None
) -> Member:
    """
    Look at the taken member's tier after points that are not for an order, if these count for it.

    `taken_back` is when they had been given, if they are no more. Returns the member as they are.
    """
    if "all_points" not in act.program.ladder.metrics:
        return member
    return _look(tx, member, act, holding.sums_of(tx, member, act), taken_back)


def _look(
    tx: Transaction,
    member: Member,
    act: Act,
    sums: Sequence[Sums],
    taken_back: datetime | None,
) -> Member:
    ladder = act.program.ladder
    best, held = judging.reached(ladder, sums), ladder.ranks.get(member.tier, 0)
    known = member.tier in ladder.ranks
    lasting = known and best <= held and (taken_back is None or not held)
    if lasting and act.program.tiers.pending:
        return member  # what is earned delays a tier's end, which does no harm
    state = tier_states.of_member(tx, member.id)
    if state.version > act.program_version:
        return member  # whoever knows the newest program will look
    if state.version != act.program_version:
        member, state = reviewing.adopt(tx, member, act, state, sums)
        held = ladder.ranks[member.tier]
    if best > held:
        verdict = Verdict(best)
    elif taken_back is None:
        verdict = Verdict(held, state.basis, state.until)
    else:
        verdict = _after_return(act, member, held, state, sums, taken_back)
    after = holding.put(tx, member, act, state, verdict, sums)
    if verdict.rank < held and taken_back:
        after = awarding.lost(tx, after, act, before=held, rank=verdict.rank)
    if after.entries != member.entries:
        after = giving.settle_automatic(tx, after, act)
    return after


def _after_return(
    act: Act,
    member: Member,
    held: int,
    state: tier_states.TierState,
    sums: Sequence[Sums],
    taken_back: datetime,
) -> Verdict:
    """
    What is still reached, at once and without grace. A tier that rests on no sums stays, unless
    what was taken back may have helped to reach it; what staff gave stays.
    """
    ladder = act.program.ladder
    if state.basis in ("held", "grace") and taken_back > member.tier_since:
        return Verdict(held, state.basis, state.until)
    verdict = Verdict(judging.reached(ladder, sums))
    if state.basis != "reached":
        verdict = judging.kept(ladder, held, sums)
    floor = ladder.ranks.get(state.by_hand or "", 0)
    return verdict if verdict.rank >= floor else Verdict(floor, "held")
