"""Messages that were acted on, or refused: for some days, as long as one may be delivered again."""

from dataclasses import dataclass
from datetime import datetime

from core.tables.instants import to_ms
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a message met: the question that was open, and whether nothing was done."""

    question: str
    refused: bool = False


def note(tx: Transaction, digest: str, heard: Heard, *, now: datetime) -> Heard | None:
    """Remember the message of that digest; if it was heard before, what was remembered then."""
    new = tx.rows(
        "INSERT INTO heard (digest, question, refused, heard_at)"
        " VALUES (:digest, :question, :refused, :now)"
        " ON CONFLICT (digest) DO NOTHING RETURNING digest",
        digest=digest,
        question=heard.question,
        refused=int(heard.refused),
        now=to_ms(now),
    )
    if new:
        return None
    [[question, refused]] = tx.rows(
        "SELECT question, refused FROM heard WHERE digest = :digest", digest=digest
    )
    return Heard(question=question, refused=bool(refused))
