"""Why a member has their tier, and when it is looked at again: in the member's row."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.model import Member, MemberId, TierId
from core.tables.instants import from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Transaction

Basis = Literal["reached", "kept", "held", "grace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TierState:
    """What a member's tier rests on."""

    # reached: what reaches it is there; kept: what keeps it is; grace: it is not, some days more;
    # held: without either, one down from another, or under a program that asked for less
    basis: Basis = "reached"
    until: datetime | None = None  # of held and grace; None is for ever
    by_hand: TierId | None = None  # what staff gave: there is no lower one
    version: int = 0  # of the program that was asked last


def of_member(tx: Transaction, member_id: MemberId) -> TierState:
    """What the member's tier rests on."""
    [[basis, until, by_hand, version]] = tx.rows(
        "SELECT tier_basis, tier_held_until, tier_by_hand, tier_version FROM members"
        " WHERE id = :id",
        id=member_id,
    )
    return TierState(
        basis=basis,
        until=from_ms_or_none(until),
        by_hand=TierId(by_hand) if by_hand else None,
        version=version,
    )


def write(tx: Transaction, member: Member, state: TierState, *, review_at: datetime | None) -> None:
    """Write the taken member's tier, what it rests on, and when it is to be looked at again."""
    tx.rows(
        "UPDATE members SET tier = :tier, tier_since = :since, tier_review_at = :review,"
        " tier_basis = :basis, tier_held_until = :until, tier_by_hand = :by_hand,"
        " tier_version = :version WHERE id = :id",
        id=member.id,
        tier=member.tier,
        since=to_ms(member.tier_since),
        review=to_ms_or_none(review_at),
        basis=state.basis,
        until=to_ms_or_none(state.until),
        by_hand=state.by_hand,
        version=state.version,
    )
