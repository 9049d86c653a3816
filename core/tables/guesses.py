"""Guesses: when somebody named a card, a code or an invitation that is none."""

from datetime import datetime

from core.tables import fingerprints
from core.tables.instants import to_ms
from core.transaction import Transaction


def add(tx: Transaction, id: int, who: str, *, now: datetime, keep_since: datetime) -> None:
    """Count one more of that person's, and forget everybody's of before then."""
    tx.rows("DELETE FROM guesses WHERE made_at < :since", since=to_ms(keep_since))
    tx.rows(
        "INSERT INTO guesses (id, who, made_at) VALUES (:id, :who, :now)",
        id=id,
        who=fingerprints.of(tx, who),
        now=to_ms(now),
    )


def count_since(tx: Transaction, who: str, since: datetime) -> int:
    """How many the person has made since then."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM guesses WHERE who = :who AND made_at >= :since",
        who=fingerprints.if_any(tx, who),
        since=to_ms(since),
    )
    return int(number)
