"""What owners are alarmed of: messages that don't get through, points given remarkably often."""

from datetime import datetime
from typing import NamedTuple

from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction


class Given(NamedTuple):
    """How often somebody of the staff gave points to a member, and how many in all."""

    actor: str
    member_id: MemberId
    times: int
    points: int


def lost(tx: Transaction, since: datetime) -> int:
    """How many messages failed since then, or nobody knows of."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE state IN ('failed', 'unknown') AND settled_at >= :since",
        since=to_ms(since),
    )
    return int(count)


def given(tx: Transaction, since: datetime) -> list[Given]:
    """What the staff gave by hand since then, by person and member."""
    rows = tx.rows(
        "SELECT actor, member_id, COUNT(*), CAST(SUM(points) AS BIGINT) FROM entries"
        " WHERE occurred_at >= :since AND kind = 'adjustment' AND points > 0"
        " AND actor LIKE 'staff:%' GROUP BY actor, member_id ORDER BY actor, member_id",
        since=to_ms(since),
    )
    return [Given(row[0], MemberId(row[1]), int(row[2]), int(row[3])) for row in rows]
