"""What delivery asks of the outbox beside its own messages: what went out, what waits."""

from datetime import datetime

from core.model import Channel, MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction


def parts_since(tx: Transaction, channel: Channel, since: datetime) -> int:
    """How many parts went out on the channel since then."""
    [[parts]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(parts), 0) AS BIGINT) FROM outbox"
        " WHERE channel = :channel AND sent_at IS NOT NULL AND sent_at >= :since",
        channel=channel,
        since=to_ms(since),
    )
    return int(parts)


def excuse(tx: Transaction, id: int, worker: str) -> None:
    """The attempt was not the message's: it doesn't count. Before retry."""
    tx.rows(
        "UPDATE outbox SET attempts = attempts - 1"
        " WHERE id = :id AND state = 'leased' AND worker = :worker AND sending = 1",
        id=id,
        worker=worker,
    )


def waiting(tx: Transaction, member_id: MemberId, *, until: datetime) -> int:
    """How many of the member's messages fall due by then and were not tried yet."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE member_id = :member AND state = 'queued'"
        " AND next_at IS NOT NULL AND next_at <= :until AND attempts = 0",
        member=member_id,
        until=to_ms(until),
    )
    return int(number)


def due_count(tx: Transaction, now: datetime) -> int:
    """How many messages could be sent now."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE purpose IN ('transactional', 'marketing')"
        " AND next_at IS NOT NULL AND next_at <= :now",
        now=to_ms(now),
    )
    return int(number)
