"""
The audit trail: every act of the staff, in the order they were done. Rows are only added.

Only what somebody typed about a person is taken out of theirs, when that person is forgotten.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "id, done_at, actor, deed, member_id, about, points, amount, details, undoes"

OURS = {"entry", "was", "used", "paid", "voucher", "operation"}
"""Details that no person has typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One act of somebody of the staff."""

    id: int
    at: datetime
    actor: str
    deed: str
    member_id: MemberId | None = None
    about: str = ""
    points: int = 0
    amount: int = 0  # minor units
    details: Mapping[str, str] = field(default_factory=dict)
    undoes: int | None = None


def add(tx: Transaction, record: Record) -> None:
    """Add a record. Only core.auditing calls this."""
    tx.rows(
        f"INSERT INTO audit ({COLUMNS}) VALUES (:id, :at, :actor, :deed, :member, :about,"
        " :points, :amount, :details, :undoes)",
        id=record.id,
        at=to_ms(record.at),
        actor=record.actor,
        deed=record.deed,
        member=record.member_id,
        about=record.about,
        points=record.points,
        amount=record.amount,
        details=json.dumps(dict(record.details), ensure_ascii=False),
        undoes=record.undoes,
    )


def newest(
    tx: Transaction, *, before: datetime, limit: int, actor: str | None = None
) -> list[Record]:
    """The acts before then, of that actor or of all, the newest first."""
    if actor is None:
        rows = tx.rows(
            f"SELECT {COLUMNS} FROM audit WHERE done_at < :before"
            " ORDER BY done_at DESC, id LIMIT :limit",
            before=to_ms(before),
            limit=limit,
        )
    else:
        rows = tx.rows(
            f"SELECT {COLUMNS} FROM audit WHERE actor = :actor AND done_at < :before"
            " ORDER BY done_at DESC, id LIMIT :limit",
            actor=actor,
            before=to_ms(before),
            limit=limit,
        )
    return [_record(row) for row in rows]


def find(tx: Transaction, id: int) -> Record | None:
    """The record of that id."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM audit WHERE id = :id", id=id)
    return _record(rows[0]) if rows else None


def latest(tx: Transaction, about: str, deed: str) -> int | None:
    """The newest record of that deed about that."""
    rows = tx.rows(
        "SELECT id FROM audit WHERE about = :about AND about <> '' AND deed = :deed"
        " ORDER BY done_at DESC LIMIT 1",
        about=about,
        deed=deed,
    )
    return rows[0][0] if rows else None


def undone_by(tx: Transaction, actor: str, *, since: datetime) -> list[Record]:
    """The records of what the actor has undone since then."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM audit"
        " WHERE actor = :actor AND done_at >= :since AND undoes IS NOT NULL",
        actor=actor,
        since=to_ms(since),
    )
    return [_record(row) for row in rows]


def is_undone(tx: Transaction, id: int) -> bool:
    """Whether the act of that record was undone."""
    return bool(tx.rows("SELECT 1 FROM audit WHERE undoes = :id", id=id))


def turnover_since(tx: Transaction, actor: str, deed: str, since: datetime) -> int:
    """The points the actor gave or took in acts of that kind since then, all added up."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(ABS(points)), 0) AS BIGINT) FROM audit"
        " WHERE actor = :actor AND done_at >= :since AND deed = :deed",
        actor=actor,
        since=to_ms(since),
        deed=deed,
    )
    return int(points)


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """What was done stays; what was typed about the person goes: it may name them."""
    rows = tx.rows("SELECT id, details FROM audit WHERE member_id = :member", member=member_id)
    told = [(id, json.loads(details)) for id, details in rows]
    tx.many(
        "UPDATE audit SET details = :kept WHERE id = :id",
        [
            {
                "id": id,
                "kept": json.dumps({name: details[name] for name in details if name in OURS}),
            }
            for id, details in told
            if {*details} - OURS
        ],
    )
    tx.rows(
        "UPDATE audit SET about = '' WHERE member_id = :member AND deed = 'tagged'",
        member=member_id,
    )


def renumber(tx: Transaction, member_id: MemberId, *, offset: int) -> None:
    """The member's entries go on behind another's: the records name them by their new numbers."""
    rows = tx.rows(
        "SELECT id, details FROM audit WHERE member_id = :member AND deed = 'granted'",
        member=member_id,
    )
    told = [(id, json.loads(details)) for id, details in rows]
    tx.many(
        "UPDATE audit SET details = :details WHERE id = :id",
        [
            {
                "id": id,
                "details": json.dumps(
                    {**details, "entry": str(int(details["entry"]) + offset)}, ensure_ascii=False
                ),
            }
            for id, details in told
            if "entry" in details
        ],
    )


def _record(row: Row) -> Record:
    return Record(
        id=row[0],
        at=from_ms(row[1]),
        actor=row[2],
        deed=row[3],
        member_id=None if row[4] is None else MemberId(row[4]),
        about=row[5],
        points=row[6],
        amount=row[7],
        details=json.loads(row[8]),
        undoes=row[9],
    )
