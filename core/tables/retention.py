"""What is past its keeping, removed a batch at a time; each says how many rows went."""

from datetime import datetime

from core.tables.instants import to_ms
from core.transaction import Transaction


def dead_letters(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove updates that were buried before then: they hold people's words, looked at by now."""
    rows = tx.rows(
        "DELETE FROM dead_letters WHERE (channel, event_id) IN (SELECT channel, event_id"
        " FROM dead_letters WHERE buried_at < :before LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def messages(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove messages that were written before then and have come to an end."""
    rows = tx.rows(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE next_at IS NULL"
        " AND created_at < :before LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def feedback(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove what members said to the shop before then."""
    rows = tx.rows(
        "DELETE FROM feedback WHERE (member_id, number) IN (SELECT member_id, number"
        " FROM feedback WHERE said_at < :before LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def ratings(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Forget which purchases members were asked to rate before then."""
    rows = tx.rows(
        "DELETE FROM ratings WHERE id IN (SELECT id FROM ratings WHERE asked_at < :before"
        " LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def survey_answers(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove what members were asked, and answered, before then."""
    rows = tx.rows(
        "DELETE FROM survey_answers WHERE (survey, member_id) IN (SELECT survey, member_id"
        " FROM survey_answers WHERE asked_at < :before LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def carts(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove the carts that were last changed before then and of which nothing is to be told."""
    rows = tx.rows(
        "DELETE FROM carts WHERE (shop, id) IN (SELECT shop, id FROM carts"
        " WHERE updated_at < :before AND next_at IS NULL LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def receipts(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove what shops delivered before then, used or not."""
    rows = tx.rows(
        "DELETE FROM receipts WHERE id IN (SELECT id FROM receipts WHERE received_at < :before"
        " LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def proofs_of_erased(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Remove what erased people agreed to, if all of it was said before then."""
    rows = tx.rows(
        "DELETE FROM consents WHERE (member_id, number) IN (SELECT c.member_id, c.number"
        " FROM members m JOIN consents c ON c.member_id = m.id WHERE m.status = 'erased'"
        " AND NOT EXISTS (SELECT 1 FROM consents n WHERE n.member_id = m.id"
        " AND n.consented_at >= :before) LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)


def heard(tx: Transaction, *, before: datetime, limit: int) -> int:
    """Forget messages that were heard before then: they are not delivered again any more."""
    rows = tx.rows(
        "DELETE FROM heard WHERE digest IN (SELECT digest FROM heard WHERE heard_at < :before"
        " LIMIT :limit) RETURNING 1",
        before=to_ms(before),
        limit=limit,
    )
    return len(rows)
