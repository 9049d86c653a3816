"""
The lots that points lie in: what is left in them, and the dates of those that are open.

core.tables.ledger fills and empties them.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Transaction

UNTIL_EVENT = datetime(9999, 1, 1, tzinfo=UTC)
"""When points can be spent that wait for an event, such as the order's delivery."""
SPENDABLE = "remaining > 0 AND available_at <= :now AND (expires_at IS NULL OR expires_at > :now)"
EXPIRED = "remaining > 0 AND expires_at <= :now AND available_at <= :now"
LATER = "CASE WHEN dated_until > :until THEN dated_until ELSE :until END"
# A lot still pending is not lost, whatever its date; one with a rule's own date keeps it.
OPEN = "remaining > 0 AND own_date = 0 AND (expires_at > :now OR available_at > :now)"


def spendable(tx: Transaction, member_id: MemberId, now: datetime) -> int:
    """The points that can be spent now: neither pending nor past their date."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(remaining), 0) AS BIGINT) FROM lots"
        f" WHERE member_id = :member AND {SPENDABLE}",
        member=member_id,
        now=to_ms(now),
    )
    return int(points)


def open_points(
    tx: Transaction, member_id: MemberId
) -> list[tuple[datetime, datetime | None, int]]:
    """The points left, by when they can be spent and when they expire."""
    rows = tx.rows(
        "SELECT available_at, expires_at, CAST(SUM(remaining) AS BIGINT) FROM lots"
        " WHERE member_id = :member AND remaining > 0 GROUP BY available_at, expires_at",
        member=member_id,
    )
    return [(from_ms(at), from_ms_or_none(until), int(points)) for at, until, points in rows]


def pending(tx: Transaction, member_id: MemberId, now: datetime) -> list[tuple[datetime, int]]:
    """The points that are not spendable yet, by the moment they will be."""
    rows = tx.rows(
        "SELECT available_at, CAST(SUM(remaining) AS BIGINT) FROM lots WHERE member_id = :member"
        " AND remaining > 0 AND available_at > :now GROUP BY available_at ORDER BY available_at",
        member=member_id,
        now=to_ms(now),
    )
    return [(from_ms(at), int(points)) for at, points in rows]


def pending_for(tx: Transaction, member_id: MemberId, reference: str, now: datetime) -> int:
    """The points given for that reference that are left and can't be spent yet."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(l.remaining), 0) AS BIGINT) FROM entries e JOIN lots l"
        " ON l.member_id = e.member_id AND l.number = e.number WHERE e.member_id = :member"
        " AND e.reference = :reference AND l.remaining > 0 AND l.available_at > :now",
        member=member_id,
        reference=reference,
        now=to_ms(now),
    )
    return int(points)


def open_for(tx: Transaction, member_id: MemberId, reference: str, now: datetime) -> int:
    """The points given for that reference that are left and can be spent now."""
    [[points]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(l.remaining), 0) AS BIGINT) FROM entries e JOIN lots l"
        " ON l.member_id = e.member_id AND l.number = e.number WHERE e.member_id = :member"
        " AND e.reference = :reference AND l.remaining > 0 AND l.available_at <= :now"
        " AND (l.expires_at IS NULL OR l.expires_at > :now)",
        member=member_id,
        reference=reference,
        now=to_ms(now),
    )
    return int(points)


def next_expiry(tx: Transaction, member_id: MemberId, now: datetime) -> tuple[datetime, int] | None:
    """The soonest moment at which points expire, and how many."""
    rows = tx.rows(
        "SELECT expires_at, CAST(SUM(remaining) AS BIGINT) FROM lots WHERE member_id = :member"
        " AND remaining > 0 AND expires_at > :now GROUP BY expires_at ORDER BY expires_at LIMIT 1",
        member=member_id,
        now=to_ms(now),
    )
    return (from_ms(rows[0][0]), int(rows[0][1])) if rows else None


def members_with_expired(
    tx: Transaction, now: datetime, *, after: MemberId, limit: int
) -> list[MemberId]:
    """
    Members who have points past their date, by rising id.

    That nobody has any, as at most moments, is told by dates alone, without a look at all members.
    """
    if not tx.rows(f"SELECT 1 FROM lots WHERE {EXPIRED} LIMIT 1", now=to_ms(now)):
        return []
    rows = tx.rows(
        f"SELECT DISTINCT member_id FROM lots WHERE {EXPIRED} AND member_id > :after"
        " ORDER BY member_id LIMIT :limit",
        now=to_ms(now),
        after=after,
        limit=limit,
    )
    return [MemberId(row[0]) for row in rows]


def postpone(tx: Transaction, member_id: MemberId, *, until: datetime, now: datetime) -> None:
    """Give the member's open lots that date, where theirs is sooner."""
    tx.rows(
        "UPDATE lots SET expires_at = :until WHERE member_id = :member AND expires_at < :until"
        f" AND {OPEN}",
        member=member_id,
        until=to_ms(until),
        now=to_ms(now),
    )


def postpone_pending(
    tx: Transaction, member_id: MemberId, reference: str, *, until: datetime, now: datetime
) -> None:
    """Give the member's lots for that reference that are still pending that date, if later."""
    tx.rows(
        "UPDATE lots SET expires_at = :until WHERE member_id = :member AND own_date = 0"
        " AND expires_at < :until AND available_at > :now AND number IN (SELECT number"
        " FROM entries WHERE member_id = :member AND reference = :reference)",
        member=member_id,
        reference=reference,
        until=to_ms(until),
        now=to_ms(now),
    )


def postpone_everybodys(tx: Transaction, *, until: datetime, now: datetime) -> None:
    """Give everybody's open lots that date, where theirs is sooner."""
    tx.rows(
        f"UPDATE lots SET expires_at = :until WHERE expires_at < :until AND {OPEN}",
        until=to_ms(until),
        now=to_ms(now),
    )


def date_undated(tx: Transaction, *, until: datetime) -> None:
    """Give everybody's open lots that have no date that one, or that they had once, if later."""
    tx.rows(
        f"UPDATE lots SET expires_at = {LATER} WHERE remaining > 0 AND expires_at IS NULL",
        until=to_ms(until),
    )


def undate(tx: Transaction, *, now: datetime) -> None:
    """Let everybody's open lots stay for ever."""
    tx.rows(
        "UPDATE lots SET dated_until = COALESCE(expires_at, dated_until), expires_at = NULL"
        f" WHERE {OPEN}",
        now=to_ms(now),
    )


def keep_date(tx: Transaction, member_id: MemberId, number: int, *, until: datetime) -> None:
    """That lot lasted till then, before it was to last for ever: should it end, no sooner."""
    tx.rows(
        "UPDATE lots SET dated_until = :until WHERE member_id = :member AND number = :number",
        member=member_id,
        number=number,
        until=to_ms(until),
    )


def joining_of_owners(tx: Transaction) -> list[tuple[MemberId, datetime]]:
    """Everybody who has points, and when they joined."""
    rows = tx.rows("SELECT id, joined_at FROM members WHERE balance > 0")
    return [(MemberId(member_id), from_ms(joined)) for member_id, joined in rows]


def date_each(
    tx: Transaction, dates: Iterable[tuple[MemberId, datetime]], *, now: datetime
) -> None:
    """Give each member's open lots that member's date, where they have none or a sooner one."""
    tx.many(
        f"UPDATE lots SET expires_at = {LATER} WHERE member_id = :member AND remaining > 0"
        f" AND (expires_at IS NULL OR (expires_at < :until AND {OPEN}))",
        [{"member": member, "until": to_ms(until), "now": to_ms(now)} for member, until in dates],
    )
