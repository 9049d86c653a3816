"""Approvals: grants that wait for a second person."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction

COLUMNS = "id, member_id, points, reason, asked_by, expires_at, granted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A grant that waits, or was decided."""

    id: int
    member_id: MemberId
    points: int  # below zero: to be taken
    reason: str
    asked_by: str  # an actor
    expires_at: datetime
    granted: bool | None = None  # None: nobody has decided


def add(tx: Transaction, approval: Approval, *, now: datetime) -> bool:
    """Add one that waits; False if it is known."""
    added = tx.rows(
        "INSERT INTO approvals (id, member_id, points, reason, asked_by, asked_at, expires_at)"
        " VALUES (:id, :member, :points, :reason, :by, :now, :expires)"
        " ON CONFLICT (id) DO NOTHING RETURNING id",
        id=approval.id,
        member=approval.member_id,
        points=approval.points,
        reason=approval.reason,
        by=approval.asked_by,
        now=to_ms(now),
        expires=to_ms(approval.expires_at),
    )
    return bool(added)


def find(tx: Transaction, id: int) -> Approval | None:
    """The approval of that id."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM approvals WHERE id = :id", id=id)
    if not rows:
        return None
    [(id, member_id, points, reason, by, expires, granted)] = rows
    return Approval(
        id=id,
        member_id=MemberId(member_id),
        points=points,
        reason=reason,
        asked_by=by,
        expires_at=from_ms(expires),
        granted=None if granted is None else bool(granted),
    )


def decide(tx: Transaction, id: int, *, by: str, granted: bool) -> bool:
    """Decide it. False: somebody has."""
    decided = tx.rows(
        "UPDATE approvals SET decided_by = :by, granted = :granted"
        " WHERE id = :id AND granted IS NULL RETURNING id",
        id=id,
        by=by,
        granted=int(granted),
    )
    return bool(decided)


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove why it was asked for, here and in what the staff was written: it may name them."""
    tx.rows(
        "UPDATE outbox SET vals = '{}', buttons = '[]',"
        " state = CASE WHEN next_at IS NULL THEN state ELSE 'cancelled' END, next_at = NULL"
        " WHERE staff <> '' AND campaign = 'staff/grants' AND occasion IN"
        " (SELECT 'approval/' || CAST(id AS TEXT) FROM approvals WHERE member_id = :member"
        " UNION ALL"
        " SELECT 'decided/' || CAST(id AS TEXT) FROM approvals WHERE member_id = :member)",
        member=member_id,
    )
    tx.rows("UPDATE approvals SET reason = '' WHERE member_id = :member", member=member_id)
