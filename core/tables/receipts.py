"""Receipts: what shops' webhooks delivered, each once, and what of it could not be used."""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "shop, key, topic, received_at, reason, body"
REASON_MAX = 500
LOCAL_DIGITS = 8  # of a phone number, which shops write without its country


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One delivery. Reason and body are of what could not be used."""

    shop: str
    key: str
    topic: str
    received_at: datetime
    reason: str = ""
    body: str = ""

    @property
    def id(self) -> int:
        """How people name it: 63 bits of its key's digest."""
        return int.from_bytes(sha256(f"{self.shop} {self.key}".encode()).digest()[:8]) >> 1


def admit(tx: Transaction, receipt: Receipt, *, state: Literal["open", "done"]) -> bool:
    """Write down that it came; False when it was done before, and nothing is left to do."""
    return bool(
        tx.rows(
            "INSERT INTO receipts (id, shop, key, topic, state, received_at)"
            " VALUES (:id, :shop, :key, :topic, :state, :received)"
            " ON CONFLICT (shop, key) DO UPDATE SET state = excluded.state, reason = '', body = ''"
            " WHERE receipts.state <> 'done' RETURNING id",
            id=receipt.id,
            shop=receipt.shop,
            key=receipt.key,
            topic=receipt.topic,
            state=state,
            received=to_ms(receipt.received_at),
        )
    )


def finish(tx: Transaction, receipt: Receipt) -> None:
    """All that it says was done."""
    tx.rows(
        "UPDATE receipts SET state = 'done' WHERE shop = :shop AND key = :key",
        shop=receipt.shop,
        key=receipt.key,
    )


def keep(tx: Transaction, receipt: Receipt) -> None:
    """Keep what could not be used, with its reason, unless it was done meanwhile."""
    tx.rows(
        "INSERT INTO receipts (id, shop, key, topic, state, received_at, reason, body)"
        " VALUES (:id, :shop, :key, :topic, 'kept', :received, :reason, :body)"
        " ON CONFLICT (shop, key) DO UPDATE SET state = 'kept', reason = excluded.reason,"
        " body = excluded.body WHERE receipts.state <> 'done'",
        id=receipt.id,
        shop=receipt.shop,
        key=receipt.key,
        topic=receipt.topic,
        received=to_ms(receipt.received_at),
        reason=receipt.reason[:REASON_MAX],
        body=receipt.body,
    )


def kept(tx: Transaction, *, limit: int) -> list[Receipt]:
    """What could not be used, the oldest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM receipts WHERE state = 'kept' ORDER BY received_at, id"
        " LIMIT :limit",
        limit=limit,
    )
    return [_receipt(row) for row in rows]


def find_kept(tx: Transaction, receipt_id: int) -> Receipt | None:
    """That one, if it could not be used."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM receipts WHERE id = :id AND state = 'kept'", id=receipt_id
    )
    return _receipt(rows[0]) if rows else None


def forget_person(
    tx: Transaction, *, phone: str | None, email: str | None, card: str | None
) -> None:
    """Remove what was kept in which the person is named, however the number is written."""
    for id, body in tx.rows("SELECT id, body FROM receipts WHERE state = 'kept'"):
        numbers = re.sub(r"\D", "", body)
        named = (email and email in body.lower()) or (card and card in body)
        if named or (phone and phone[-LOCAL_DIGITS:] in numbers):
            tx.rows("DELETE FROM receipts WHERE id = :id", id=id)


def forget_shop(tx: Transaction, shop: str) -> None:
    """Remove what the shop delivered."""
    tx.rows("DELETE FROM receipts WHERE shop = :shop", shop=shop)


def count_kept(tx: Transaction) -> int:
    """How many could not be used."""
    [[number]] = tx.rows("SELECT COUNT(*) FROM receipts WHERE state = 'kept'")
    return int(number)


def _receipt(row: Row) -> Receipt:
    return Receipt(
        shop=row[0],
        key=row[1],
        topic=row[2],
        received_at=from_ms(row[3]),
        reason=row[4],
        body=row[5],
    )
