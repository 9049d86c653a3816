"""Dead letters: updates that met a bug of ours, kept to be looked at."""

from datetime import datetime

from core.model import Channel
from core.tables.instants import to_ms
from core.transaction import Transaction


def bury(
    tx: Transaction,
    channel: Channel,
    address: str,
    event_id: str,
    *,
    body: str,
    error: str,
    now: datetime,
) -> None:
    """Keep the update; the newest error if it comes again."""
    tx.rows(
        "INSERT INTO dead_letters (channel, event_id, address, body, error, buried_at)"
        " VALUES (:channel, :event, :address, :body, :error, :now)"
        " ON CONFLICT (channel, event_id) DO UPDATE SET error = excluded.error",
        channel=channel,
        event=event_id,
        address=address,
        body=body,
        error=error,
        now=to_ms(now),
    )


def forget_sender(tx: Transaction, channel: Channel, address: str) -> None:
    """Remove what came from that address."""
    tx.rows(
        "DELETE FROM dead_letters WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
    )


def count(tx: Transaction) -> int:
    """How many there are."""
    [[number]] = tx.rows("SELECT COUNT(*) FROM dead_letters")
    return int(number)
