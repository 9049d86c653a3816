"""What staff decide: a tier given by hand is the lowest the member has, until it is cleared."""

from dataclasses import replace

from core.act import Act
from core.errors import UnknownTier
from core.model import Kind, Member, TierId
from core.tables import ledger, operations, tier_states
from core.tables.tier_states import TierState
from core.tiering import holding, judging, reviewing
from core.tiering.judging import Verdict
from core.transaction import Transaction

REFERENCE = "tier"


def assign(tx: Transaction, member: Member, act: Act, *, tier_id: str, reason: str) -> Member:
    """
    Give the taken member that tier by hand: neither time nor returns take it away, and what they
    earn may raise them above it. An entry without points says so. A repeated operation changes
    nothing.

    Returns the member as they now are. Raises UnknownTier, OperationReused.
    """
    if tier_id not in act.program.ladder.ranks:
        raise UnknownTier(tier=tier_id)
    return _decide(tx, member, act, by_hand=TierId(tier_id), reason=reason)


def clear(tx: Transaction, member: Member, act: Act, *, reason: str) -> Member:
    """
    Take back what was given by hand: the taken member has what they reach, at once.

    Nothing is written where nothing was given. Raises OperationReused.
    """
    return _decide(tx, member, act, by_hand=None, reason=reason)


def _decide(
    tx: Transaction, member: Member, act: Act, *, by_hand: TierId | None, reason: str
) -> Member:
    request = f"tier {by_hand or '-'} {reason}"
    if operations.result_of(tx, member.id, act, request):
        return member
    sums = holding.sums_of(tx, member, act)
    state = tier_states.of_member(tx, member.id)
    if state.version != act.program_version:
        member, state = reviewing.adopt(tx, member, act, state, sums)
    if by_hand != state.by_hand:
        before = act.program.rank(member.tier)
        verdict = _verdict(act, before, by_hand, state, judging.reached(act.program.ladder, sums))
        member = _written(tx, member, act, by_hand, reason)
        after = replace(state, by_hand=by_hand)
        member = holding.put(tx, member, act, after, verdict, sums)
    operations.done(tx, member.id, act, request, member.tier)
    return member


def _verdict(
    act: Act, before: int, by_hand: TierId | None, state: TierState, reached: int
) -> Verdict:
    """A tier that was given before rests on that alone; any other is only raised."""
    given = act.program.rank(by_hand) if by_hand else 0
    was_given = state.by_hand is not None and act.program.rank(state.by_hand) >= before
    if was_given or given > before:
        rank = max(reached, given)
        return Verdict(rank) if rank == reached else Verdict(rank, "held")
    return Verdict(before, state.basis, state.until)


def _written(
    tx: Transaction, member: Member, act: Act, by_hand: TierId | None, reason: str
) -> Member:
    draft = ledger.Draft(
        kind=Kind.TIER, reference=REFERENCE, reason={"tier": by_hand or "", "note": reason}
    )
    return ledger.note(tx, member, act, draft)
