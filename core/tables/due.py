"""
Whom a day's messages are for: found by an index on what is due, so the cost grows with that alone.

Every function gives members by rising id, after a given one and up to a limit.
"""

from collections.abc import Sequence
from datetime import date, datetime

from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Row, Transaction

ACTIVE = "status = 'active'"


def born_on(
    tx: Transaction, day: date, *, told_before: datetime, after: MemberId, limit: int
) -> list[MemberId]:
    """Members whose birthday is on that day of the year, and was told before then."""
    rows = tx.rows(
        "SELECT id FROM members WHERE birth_month = :month AND birth_day = :day"
        " AND birth_day IS NOT NULL AND birthday_set_at <= :told"
        f" AND {ACTIVE} AND id > :after ORDER BY id LIMIT :limit",
        month=day.month,
        day=day.day,
        told=to_ms(told_before),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def with_points_ending(
    tx: Transaction, since: datetime, until: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """Members who have points that are lost after the first moment and up to the second."""
    rows = tx.rows(
        "SELECT DISTINCT member_id FROM lots WHERE remaining > 0 AND expires_at > :since"
        " AND expires_at <= :until AND member_id > :after ORDER BY member_id LIMIT :limit",
        since=to_ms(since),
        until=to_ms(until),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def points_ending(tx: Transaction, member_id: MemberId, since: datetime, until: datetime) -> int:
    """The member's points that are lost in that time; those that can't be spent yet aren't."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(remaining), 0) AS BIGINT) FROM lots WHERE member_id = :member"
        " AND remaining > 0 AND expires_at > :since AND expires_at <= :until"
        " AND available_at < expires_at",
        member=member_id,
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(points)


def with_vouchers_ending(
    tx: Transaction, since: datetime, until: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """Members who have unused vouchers that end in that time."""
    rows = tx.rows(
        "SELECT DISTINCT member_id FROM vouchers WHERE status = 'issued'"
        " AND expires_at IS NOT NULL AND expires_at > :since AND expires_at <= :until"
        " AND kind <> 'ticket' AND member_id > :after ORDER BY member_id LIMIT :limit",
        since=to_ms(since),
        until=to_ms(until),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def with_tier_ending(
    tx: Transaction, since: datetime, until: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """Members whose tier is looked at again in that time."""
    rows = tx.rows(
        "SELECT id FROM members WHERE tier_review_at > :since AND tier_review_at <= :until"
        f" AND {ACTIVE} AND id > :after ORDER BY id LIMIT :limit",
        since=to_ms(since),
        until=to_ms(until),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def promised(
    tx: Transaction, kind: str, since: datetime, until: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """Members to whom something of that kind is promised for after the first moment and so on."""
    rows = tx.rows(
        "SELECT DISTINCT member_id FROM agenda WHERE due_at > :since AND due_at <= :until"
        " AND kind = :kind AND member_id > :after ORDER BY member_id LIMIT :limit",
        kind=kind,
        since=to_ms(since),
        until=to_ms(until),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def last_bought(
    tx: Transaction, since: datetime, until: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """Members whose last order that was not cancelled is from that time."""
    rows = tx.rows(
        # the plus keeps a planner from looking through everybody's orders by member
        "SELECT DISTINCT o.member_id FROM orders o WHERE o.placed_at >= :since"
        " AND o.placed_at < :until AND o.member_id IS NOT NULL AND o.status <> 'cancelled'"
        " AND +o.member_id > :after AND NOT EXISTS (SELECT 1 FROM orders later"
        " WHERE later.member_id = o.member_id AND later.placed_at >= :until"
        " AND later.status <> 'cancelled') ORDER BY o.member_id LIMIT :limit",
        since=to_ms(since),
        until=to_ms(until),
        after=after,
        limit=limit,
    )
    return _ids(rows)


def joined(
    tx: Transaction,
    times: Sequence[tuple[datetime, datetime]],
    *,
    after: MemberId,
    limit: int,
) -> list[MemberId]:
    """Members who joined in one of those times, each from its first moment to before its last."""
    found: list[MemberId] = []
    for since, until in times:
        rows = tx.rows(
            "SELECT id FROM members WHERE joined_at >= :since AND joined_at < :until"
            f" AND {ACTIVE} AND id > :after ORDER BY id LIMIT :limit",
            since=to_ms(since),
            until=to_ms(until),
            after=after,
            limit=limit,
        )
        found += _ids(rows)
    return sorted(found)[:limit]


def first_joined(tx: Transaction) -> int:
    """When the first member joined, in milliseconds since 1970; 0 if there is none."""
    [[at]] = tx.rows("SELECT MIN(joined_at) FROM members")
    return int(at or 0)


def has_bought(tx: Transaction, member_id: MemberId, *, since: datetime) -> bool:
    """Whether the member has placed an order since then that was not cancelled."""
    rows = tx.rows(
        "SELECT 1 FROM orders WHERE member_id = :member AND placed_at >= :since"
        " AND status <> 'cancelled' LIMIT 1",
        member=member_id,
        since=to_ms(since),
    )
    return bool(rows)


def has_invited(tx: Transaction, member_id: MemberId) -> bool:
    """Whether the member has brought anybody."""
    return bool(
        tx.rows("SELECT 1 FROM referrals WHERE referrer_id = :member LIMIT 1", member=member_id)
    )


def _ids(rows: list[Row]) -> list[MemberId]:
    return [MemberId(row[0]) for row in rows]
