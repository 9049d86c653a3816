"""Guesses: when somebody named a card, a code or an invitation that is none."""

from datetime import datetime

from core.tables.instants import to_ms
from core.transaction import Transaction


def add(tx: Transaction, who: str, *, now: datetime, keep_since: datetime) -> None:
    """Count one more, and forget those of before then."""
    tx.rows(
        "DELETE FROM guesses WHERE who = :who AND made_at < :since",
        who=who,
        since=to_ms(keep_since),
    )
    tx.rows("INSERT INTO guesses (who, made_at) VALUES (:who, :now)", who=who, now=to_ms(now))


def count_since(tx: Transaction, who: str, since: datetime) -> int:
    """How many the person has made since then."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM guesses WHERE who = :who AND made_at >= :since",
        who=who,
        since=to_ms(since),
    )
    return int(number)
