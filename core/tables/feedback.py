"""Feedback: what members said to the shop."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "member_id, number, text, said_at, answered_by, answer, stars, reference"
WANTING = "answered_by = '' AND (stars IS NULL OR stars < 4 OR text <> '')"
"""What wants an answer: all but praise without words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something a member said, and what was answered."""

    member_id: MemberId
    number: int
    text: str
    at: datetime
    answered_by: str  # an actor; "" nobody yet
    answer: str
    stars: int | None = None  # of a purchase that was rated
    reference: str = ""  # which: "shop/order"


def add(
    tx: Transaction,
    member_id: MemberId,
    text: str,
    *,
    now: datetime,
    stars: int | None = None,
    reference: str = "",
) -> int:
    """Keep what the member said; its number. The member must be taken."""
    [[number]] = tx.rows(
        "INSERT INTO feedback (member_id, number, text, said_at, stars, reference) SELECT"
        " CAST(:member AS BIGINT), COALESCE(MAX(number), 0) + 1, CAST(:text AS TEXT),"
        " CAST(:now AS BIGINT), CAST(:stars AS BIGINT), CAST(:reference AS TEXT)"
        " FROM feedback WHERE member_id = :member RETURNING number",
        member=member_id,
        text=text,
        now=to_ms(now),
        stars=stars,
        reference=reference,
    )
    return int(number)


def find(tx: Transaction, member_id: MemberId, number: int) -> Said | None:
    """What the member said under that number."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM feedback WHERE member_id = :member AND number = :number",
        member=member_id,
        number=number,
    )
    return _said(rows[0]) if rows else None


def newest(tx: Transaction, *, limit: int) -> list[Said]:
    """What was said and wants an answer, the newest first; then the newest praise."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM feedback WHERE {WANTING} ORDER BY said_at DESC LIMIT :limit",
        limit=limit,
    )
    if len(rows) < limit:
        rows = rows + tx.rows(
            f"SELECT {COLUMNS} FROM feedback WHERE stars IS NOT NULL AND stars >= 4 AND text = ''"
            " AND answered_by = '' ORDER BY said_at DESC LIMIT :limit",
            limit=limit - len(rows),
        )
    return [_said(row) for row in rows]


def set_stars(tx: Transaction, member_id: MemberId, number: int, stars: int) -> None:
    """The member thinks otherwise now."""
    tx.rows(
        "UPDATE feedback SET stars = :stars WHERE member_id = :member AND number = :number",
        stars=stars,
        member=member_id,
        number=number,
    )


def set_text(tx: Transaction, member_id: MemberId, number: int, text: str) -> None:
    """The member says it in these words; other words than before want an answer of their own."""
    tx.rows(
        "UPDATE feedback SET text = :text, answered_by = CASE WHEN text = :text THEN answered_by"
        " ELSE '' END WHERE member_id = :member AND number = :number",
        text=text,
        member=member_id,
        number=number,
    )


def take_in_hand(tx: Transaction, said: Said, by: str) -> None:
    """That person is writing the answer to it, and to nothing else."""
    tx.rows("UPDATE feedback SET asked_by = '' WHERE asked_by = :by AND asked_by <> ''", by=by)
    tx.rows(
        "UPDATE feedback SET asked_by = :by WHERE member_id = :member AND number = :number",
        by=by,
        member=said.member_id,
        number=said.number,
    )


def in_hand(tx: Transaction, by: str) -> Said | None:
    """What that person is answering."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM feedback WHERE asked_by = :by AND asked_by <> '' LIMIT 1", by=by
    )
    return _said(rows[0]) if rows else None


def answered(tx: Transaction, said: Said, text: str, *, by: str, now: datetime) -> None:
    """That was answered to it."""
    tx.rows(
        "UPDATE feedback SET asked_by = '', answered_by = :by, answered_at = :now, answer = :text"
        " WHERE member_id = :member AND number = :number",
        by=by,
        now=to_ms(now),
        text=text,
        member=said.member_id,
        number=said.number,
    )


def of_member(tx: Transaction, member_id: MemberId) -> list[Said]:
    """What the member said, oldest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM feedback WHERE member_id = :member ORDER BY number",
        member=member_id,
    )
    return [_said(row) for row in rows]


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove what the member said."""
    tx.rows("DELETE FROM feedback WHERE member_id = :member", member=member_id)


def _said(row: Row) -> Said:
    return Said(
        member_id=MemberId(row[0]),
        number=row[1],
        text=row[2],
        at=from_ms(row[3]),
        answered_by=row[4],
        answer=row[5],
        stars=row[6],
        reference=row[7],
    )
