"""The agenda: what is promised to a member for a moment. Each row is done once and then gone."""

from datetime import datetime
from typing import NamedTuple

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


class Item(NamedTuple):
    """One promise: what, about what, when."""

    kind: str
    key: str
    at: datetime


def put(tx: Transaction, member_id: MemberId, kind: str, key: str, at: datetime) -> None:
    """Promise it for that moment, or move the promise there."""
    tx.rows(
        "INSERT INTO agenda (member_id, kind, key, due_at) VALUES (:member, :kind, :key, :at)"
        " ON CONFLICT (member_id, kind, key) DO UPDATE SET due_at = excluded.due_at",
        member=member_id,
        kind=kind,
        key=key,
        at=to_ms(at),
    )


def drop(tx: Transaction, member_id: MemberId, kind: str, key: str) -> None:
    """Forget the promise: it is kept, or holds no longer."""
    tx.rows(
        "DELETE FROM agenda WHERE member_id = :member AND kind = :kind AND key = :key",
        member=member_id,
        kind=kind,
        key=key,
    )


def of_member(tx: Transaction, member_id: MemberId, *, until: datetime | None = None) -> list[Item]:
    """What is promised to the member, to that moment or at all, the soonest first."""
    rows = tx.rows(
        "SELECT kind, key, due_at FROM agenda WHERE member_id = :member AND due_at <= :until"
        " ORDER BY due_at, kind, key",
        member=member_id,
        until=2**62 if until is None else to_ms(until),
    )
    return [Item(kind, key, from_ms(at)) for kind, key, at in rows]


def members_due(tx: Transaction, now: datetime, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members to whom something is due, by rising id."""
    rows = tx.rows(
        "SELECT DISTINCT member_id FROM agenda WHERE due_at <= :now AND member_id > :after"
        " ORDER BY member_id LIMIT :limit",
        now=to_ms(now),
        after=after,
        limit=limit,
    )
    return [MemberId(row[0]) for row in rows]
