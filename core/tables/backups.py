"""Backups: when the data was copied away."""

from datetime import datetime

from core.tables.instants import from_ms_or_none, to_ms
from core.transaction import Transaction

KEPT = 100


def made(tx: Transaction, at: datetime, *, size: int) -> None:
    """Remember a copy of so many bytes; the oldest of many are forgotten."""
    tx.rows(
        "INSERT INTO backups (made_at, bytes) VALUES (:at, :bytes) ON CONFLICT DO NOTHING",
        at=to_ms(at),
        bytes=size,
    )
    tx.rows(
        "DELETE FROM backups WHERE made_at NOT IN"
        " (SELECT made_at FROM backups ORDER BY made_at DESC LIMIT :kept)",
        kept=KEPT,
    )


def last(tx: Transaction) -> datetime | None:
    """When the last one was made; None if there never was any."""
    [[at]] = tx.rows("SELECT MAX(made_at) FROM backups")
    return from_ms_or_none(at)
