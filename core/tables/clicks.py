"""Clicks: who followed a button or a link of which message, once each."""

from datetime import datetime

from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction


def target(tx: Transaction, id: int) -> tuple[str, bool]:
    """Where that message's link leads, and whether it was followed; "" when it leads nowhere."""
    rows = tx.rows("SELECT url, clicked_at IS NOT NULL FROM outbox WHERE id = :id", id=id)
    return (str(rows[0][0]), bool(rows[0][1])) if rows else ("", True)


def followed(tx: Transaction, id: int, *, now: datetime) -> None:
    """The message's link was followed; again changes nothing."""
    tx.rows(
        "UPDATE outbox SET clicked_at = :now WHERE id = :id AND clicked_at IS NULL",
        id=id,
        now=to_ms(now),
    )


def tapped(tx: Transaction, id: int, member_id: MemberId, *, now: datetime) -> None:
    """The member tapped a button of that message of theirs; again changes nothing."""
    tx.rows(
        "UPDATE outbox SET clicked_at = :now WHERE id = :id AND member_id = :member"
        " AND clicked_at IS NULL",
        id=id,
        member=member_id,
        now=to_ms(now),
    )


def tapped_of(tx: Transaction, campaign: str, member_id: MemberId, *, now: datetime) -> None:
    """The member tapped the button of that campaign's message to them."""
    tx.rows(
        "UPDATE outbox SET clicked_at = :now WHERE member_id = :member AND campaign = :campaign"
        " AND clicked_at IS NULL",
        campaign=campaign,
        member=member_id,
        now=to_ms(now),
    )


def count(tx: Transaction, campaign: str, since: datetime, until: datetime) -> int:
    """How many members followed something of the campaign's messages that were due in that time."""
    [[found]] = tx.rows(
        "SELECT COUNT(DISTINCT member_id) FROM outbox WHERE clicked_at IS NOT NULL"
        " AND campaign = :campaign AND due_at >= :since AND due_at < :until",
        campaign=campaign,
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(found)


def of_campaign(tx: Transaction, campaign: str) -> int:
    """How many members ever followed something of the campaign's messages."""
    [[found]] = tx.rows(
        "SELECT COUNT(DISTINCT member_id) FROM outbox WHERE clicked_at IS NOT NULL"
        " AND campaign = :campaign",
        campaign=campaign,
    )
    return int(found)
