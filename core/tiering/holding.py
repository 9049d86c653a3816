"""A member's tier as it is written: the move, what it rests on, the day it is looked at again."""

from collections.abc import Sequence

from core import notices
from core.act import Act
from core.model import Member
from core.tables import hooks, measures, tier_states
from core.tables.hooks import Event
from core.tables.instants import to_ms
from core.tables.measures import Sums
from core.tables.tier_states import TierState
from core.tiering import awarding, ends, spans
from core.tiering.judging import Verdict
from core.transaction import Transaction


def sums_of(tx: Transaction, member: Member, act: Act) -> list[Sums]:
    """What counts for the member's tier, in each of the windows."""
    windows = spans.windows(act.program, member.joined_at, act.now)
    return measures.of_member(tx, member.id, act.program.ladder.metrics, windows)


def put(
    tx: Transaction,
    member: Member,
    act: Act,
    state: TierState,
    verdict: Verdict,
    sums: Sequence[Sums],
) -> Member:
    """
    Put the taken member on that tier, and give what entering it gives; returns them as they are.
    """
    before = act.program.rank(member.tier)
    if act.program.tiers.levels[verdict.rank].id != member.tier:
        tier = act.program.tiers.levels[verdict.rank].id
        data = {"member_id": str(member.id), "tier": tier, "before": member.tier}
        hooks.tell(tx, act, Event.TIER_CHANGED, data)
        member = member._replace(tier=tier, tier_since=act.now)
    state = TierState(
        basis=verdict.basis,
        until=verdict.until,
        by_hand=state.by_hand,
        version=act.program_version,
    )
    note(tx, member, act, state, sums)
    if verdict.rank != before:
        _tell(tx, member, act, risen=verdict.rank > before)
    if verdict.rank > before:
        member = awarding.entered(tx, member, act, before=before, rank=verdict.rank)
    return member


def _tell(tx: Transaction, member: Member, act: Act, *, risen: bool) -> None:
    key = "notice-tier-up" if risen else "notice-tier-down"
    title = act.program.tier(member.tier).title
    occasion = f"tier/{member.tier}/{to_ms(act.now)}"
    buttons = (("button-tier", "tier"),)
    notices.tell(tx, member, act, key, occasion, {"tier": title}, buttons=buttons)


def note(tx: Transaction, member: Member, act: Act, state: TierState, sums: Sequence[Sums]) -> None:
    """Write what the member's tier rests on, and when it is looked at again."""
    review_at = ends.next_review(tx, member, act.program, state, sums, now=act.now)
    tier_states.write(tx, member, state, review_at=review_at)
