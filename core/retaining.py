"""Retaining: how long what is not the ledger is kept, and its end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.tables import retention
from core.transaction import Transaction

HEARD = timedelta(days=2)  # Telegram tries for one to deliver a message
BATCH = 500  # rows of each kind in one transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """For how long; the ledger, orders and members stay."""

    dead_letters: timedelta = timedelta(days=30)
    messages: timedelta = timedelta(days=730)
    feedback: timedelta = timedelta(days=1095)
    carts: timedelta = timedelta(days=90)
    receipts: timedelta = timedelta(days=30)  # shops try again for two days at most
    consent_proof: timedelta = timedelta(days=1095)  # of people who were erased


def purge(tx: Transaction, keep: Keep, *, now: datetime) -> int:
    """Remove a batch of each that is past its time; how many rows, so 0 is the end of it."""
    kinds: tuple[tuple[Callable[..., int], timedelta], ...] = (
        (retention.dead_letters, keep.dead_letters),
        (retention.messages, keep.messages),
        (retention.feedback, keep.feedback),
        (retention.ratings, keep.feedback),
        (retention.survey_answers, keep.feedback),
        (retention.carts, keep.carts),
        (retention.receipts, keep.receipts),
        (retention.heard, HEARD),
        (retention.proofs_of_erased, keep.consent_proof),
    )
    return sum(remove(tx, before=now - age, limit=BATCH) for remove, age in kinds)
