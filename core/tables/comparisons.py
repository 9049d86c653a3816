"""What members did after a campaign's message, and what those did who were held out."""

from datetime import datetime, timedelta
from typing import NamedTuple

from core.tables.instants import to_ms
from core.transaction import Transaction, Value

MILLISECOND = timedelta(milliseconds=1)


class Group(NamedTuple):
    """Members, those of them who ordered in the days after, their orders and what these came to."""

    members: int
    buyers: int
    orders: int
    total: int = 0  # minor units of the program's currency


FOLLOWED = (
    " FROM (SELECT member_id, MIN(due_at) AS at"
    " FROM outbox WHERE campaign = :campaign AND due_at >= :since AND due_at < :until AND"
    " ((CAST(:held AS BIGINT) = 1 AND state = 'suppressed' AND reason = 'control')"
    " OR (CAST(:held AS BIGINT) = 0 AND state IN ('sent', 'delivered', 'unknown')))"
    " GROUP BY member_id) f LEFT JOIN orders o ON o.member_id = f.member_id"
    " AND o.placed_at >= f.at AND o.placed_at < f.at + :within AND o.status <> 'cancelled'"
)


def group(
    tx: Transaction,
    campaign: str,
    *,
    held_out: bool,
    since: datetime,
    until: datetime,
    within: timedelta,
) -> tuple[Group, list[tuple[str, int]]]:
    """
    The campaign's members whose first message was due in that time, and their orders within so
    long after it: those who were written to, or those who were held out instead. What these came
    to is apart, by currency, in its minor units.

    A message that was stopped for another reason counts as none.
    """
    asked: dict[str, Value] = {
        "campaign": campaign,
        "held": int(held_out),
        "since": to_ms(since),
        "until": to_ms(until),
        "within": within // MILLISECOND,
    }
    [row] = tx.rows(
        f"SELECT COUNT(DISTINCT f.member_id), COUNT(DISTINCT o.member_id), COUNT(o.id){FOLLOWED}",
        **asked,
    )
    sums = tx.rows(
        f"SELECT o.currency, CAST(SUM(o.total) AS BIGINT){FOLLOWED} WHERE o.id IS NOT NULL"
        " GROUP BY o.currency ORDER BY o.currency",
        **asked,
    )
    return Group(*map(int, row)), [(currency, int(total)) for currency, total in sums]
