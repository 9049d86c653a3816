"""The dates of lots that are open, changed for a member or for everybody at once."""

from collections.abc import Iterable
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction

LATER = "CASE WHEN dated_until > :until THEN dated_until ELSE :until END"
# A lot still pending is not lost, whatever its date; one with a rule's own date keeps it.
OPEN = "remaining > 0 AND own_date = 0 AND (expires_at > :now OR available_at > :now)"


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
