"""Actions: what members did that is no order, and what was given for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.model import MemberId, VoucherCode
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action of a member's; its name and reference tell it from their others."""

    member_id: MemberId
    action: str
    reference: str  # the shop's
    occurred_at: datetime
    cancelled_at: datetime | None = None
    reason: str = ""  # why it gave nothing
    awards: Mapping[str, int] = field(default_factory=dict)  # rule → points

    @property
    def entry_reference(self) -> str:
        """How ledger entries name it."""
        return f"action/{self.action}/{self.reference}"


def find(tx: Transaction, member_id: MemberId, action: str, reference: str) -> Action | None:
    """What is known of the action. Take its member first if it is going to change."""
    rows = tx.rows(
        "SELECT action, reference, occurred_at, cancelled_at, reason, awards FROM actions"
        " WHERE member_id = :member AND action = :action AND reference = :reference",
        member=member_id,
        action=action,
        reference=reference,
    )
    return _action(member_id, rows[0]) if rows else None


def save(tx: Transaction, action: Action) -> None:
    """Write the action as it now is; its member must be taken."""
    tx.rows(
        "INSERT INTO actions (member_id, action, reference, occurred_at, cancelled_at, reason,"
        " awards) VALUES (:member, :action, :reference, :occurred, :cancelled, :reason, :awards)"
        " ON CONFLICT (member_id, action, reference) DO UPDATE SET"
        " cancelled_at = excluded.cancelled_at, reason = excluded.reason",
        member=action.member_id,
        action=action.action,
        reference=action.reference,
        occurred=to_ms(action.occurred_at),
        cancelled=to_ms_or_none(action.cancelled_at),
        reason=action.reason,
        awards=json.dumps(dict(action.awards), separators=(",", ":")),
    )


def of_member(tx: Transaction, member_id: MemberId) -> list[Action]:
    """Everything the member did, oldest first: for mydata."""
    rows = tx.rows(
        "SELECT action, reference, occurred_at, cancelled_at, reason, awards FROM actions"
        " WHERE member_id = :member ORDER BY occurred_at, action, reference",
        member=member_id,
    )
    return [_action(member_id, row) for row in rows]


def unused_vouchers(tx: Transaction, action: Action) -> list[VoucherCode]:
    """The vouchers given for the action that nobody has used; a partner's code may have been."""
    rows = tx.rows(
        "SELECT v.code FROM vouchers v JOIN entries e ON e.member_id = v.member_id"
        " AND e.number = v.entry_number WHERE v.member_id = :member AND v.status = 'issued'"
        " AND v.kind <> 'partner_code' AND e.reference = :reference ORDER BY v.code",
        member=action.member_id,
        reference=action.entry_reference,
    )
    return [VoucherCode(code) for (code,) in rows]


def pending_points(tx: Transaction, action: Action, now: datetime) -> int:
    """The points given for the action that can't be spent yet."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(l.remaining), 0) AS BIGINT) FROM lots l JOIN entries e"
        " ON e.member_id = l.member_id AND e.number = l.number WHERE l.member_id = :member"
        " AND l.remaining > 0 AND l.available_at > :now AND e.reference = :reference",
        member=action.member_id,
        now=to_ms(now),
        reference=action.entry_reference,
    )
    return int(points)


def _action(member_id: MemberId, row: Row) -> Action:
    action, reference, occurred_at, cancelled_at, reason, awards = row
    return Action(
        member_id=member_id,
        action=action,
        reference=reference,
        occurred_at=from_ms(occurred_at),
        cancelled_at=from_ms_or_none(cancelled_at),
        reason=reason,
        awards=json.loads(awards),
    )
