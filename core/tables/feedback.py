"""Feedback: what members said to the shop."""

from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


def add(tx: Transaction, member_id: MemberId, text: str, *, now: datetime) -> None:
    """Keep what the member said. The member must be taken."""
    tx.rows(
        "INSERT INTO feedback (member_id, number, text, said_at) SELECT CAST(:member AS BIGINT),"
        " COALESCE(MAX(number), 0) + 1, CAST(:text AS TEXT), CAST(:now AS BIGINT)"
        " FROM feedback WHERE member_id = :member",
        member=member_id,
        text=text,
        now=to_ms(now),
    )


def of_member(tx: Transaction, member_id: MemberId) -> list[tuple[datetime, str]]:
    """What the member said, oldest first."""
    rows = tx.rows(
        "SELECT said_at, text FROM feedback WHERE member_id = :member ORDER BY number",
        member=member_id,
    )
    return [(from_ms(at), text) for at, text in rows]


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove what the member said."""
    tx.rows("DELETE FROM feedback WHERE member_id = :member", member=member_id)
