"""The entries of the ledger, as they are read; core.tables.ledger writes them."""

import json
from datetime import datetime

from core.model import Entry, Kind, MemberId
from core.tables.compact import compact
from core.tables.instants import from_ms, from_ms_or_none
from core.transaction import Row, Transaction

ENTRY = (
    "e.member_id, e.number, e.kind, e.points, e.occurred_at, e.reference, e.reason,"
    " l.available_at, l.expires_at"
)
WITH_LOT = "entries e LEFT JOIN lots l ON l.member_id = e.member_id AND l.number = e.number"
SIGNUP = "signup"
"""The reference of what joining gave."""
NO_NUMBER = 2**62  # after every entry there can be


def find(tx: Transaction, member_id: MemberId, number: int) -> Entry | None:
    """One entry of the member."""
    rows = tx.rows(
        f"SELECT {ENTRY} FROM {WITH_LOT} WHERE e.member_id = :member AND e.number = :number",
        member=member_id,
        number=number,
    )
    return entry_of(rows[0]) if rows else None


def page(tx: Transaction, member_id: MemberId, *, before: int | None, limit: int) -> list[Entry]:
    """Entries with a smaller number, newest first."""
    rows = tx.rows(
        f"SELECT {ENTRY} FROM {WITH_LOT} WHERE e.member_id = :member AND e.number < :before"
        " ORDER BY e.number DESC LIMIT :limit",
        member=member_id,
        before=NO_NUMBER if before is None else before,
        limit=limit,
    )
    return [entry_of(row) for row in rows]


def lifetime(tx: Transaction, member_id: MemberId) -> int:
    """Every point ever earned, less those taken back."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT) FROM entries WHERE member_id = :member"
        " AND kind NOT IN ('redemption', 'undo', 'returned', 'expiry', 'hold', 'release')",
        member=member_id,
    )
    return int(points)


def credited_for(tx: Transaction, member_id: MemberId, reference: str) -> int:
    """The points given for that reference, less those taken back."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT) FROM entries"
        " WHERE member_id = :member AND reference = :reference",
        member=member_id,
        reference=reference,
    )
    return int(points)


def credited_under(tx: Transaction, member_id: MemberId, prefix: str) -> int:
    """The points given for references that begin so, less those taken back."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT) FROM entries"
        " WHERE member_id = :member AND reference LIKE :pattern",
        member=member_id,
        pattern=f"{prefix}%",
    )
    return int(points)


def given_back(tx: Transaction, member_id: MemberId, kind: Kind, reference: str) -> int:
    """The points of the entries of that kind for that reference."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT) FROM entries"
        " WHERE member_id = :member AND reference = :reference AND kind = :kind",
        member=member_id,
        reference=reference,
        kind=kind,
    )
    return int(points)


def counted_at(
    tx: Transaction, member_id: MemberId, reference: str, *, rule: str
) -> datetime | None:
    """From when on the last points given for that reference by that rule count for the tier."""
    rows = tx.rows(
        "SELECT tier_at, reason FROM entries WHERE member_id = :member"
        " AND reference = :reference AND tier_points > 0 ORDER BY number DESC",
        member=member_id,
        reference=reference,
    )
    moments = (from_ms(at) for at, reason in rows if json.loads(reason).get("rule") == rule)
    return next(moments, None)


def forget_notes(tx: Transaction, member_id: MemberId) -> None:
    """Remove why points were given or taken by hand: it may name who is forgotten."""
    tx.rows(
        "UPDATE entries SET reason = :nothing WHERE member_id = :member AND kind = 'adjustment'",
        nothing=compact({"note": ""}),
        member=member_id,
    )


def entry_of(row: Row) -> Entry:
    """The entry of a row of ENTRY."""
    return Entry(
        member_id=MemberId(row[0]),
        number=row[1],
        kind=Kind(row[2]),
        points=row[3],
        occurred_at=from_ms(row[4]),
        reference=row[5],
        reason=json.loads(row[6]),
        available_at=from_ms_or_none(row[7]),
        expires_at=from_ms_or_none(row[8]),
    )
