"""What happened to one member, of each kind the newest before a moment."""

from datetime import datetime
from typing import NamedTuple

from core.model import Channel, Consent, Entry, MemberId, Money, OrderStatus, Purpose
from core.tables.entries import ENTRY, WITH_LOT, entry_of
from core.tables.instants import from_ms, to_ms
from core.tables.outbox import State
from core.transaction import Transaction


class Bought(NamedTuple):
    """An order as it now stands."""

    at: datetime
    shop: str
    id: str
    total: Money
    status: OrderStatus


class Posted(NamedTuple):
    """A message, and what became of it."""

    at: datetime
    campaign: str
    state: State
    channel: Channel | None  # None: it was not tried on any yet
    reason: str


def entries(tx: Transaction, member_id: MemberId, before: datetime, limit: int) -> list[Entry]:
    """Entries of the ledger."""
    rows = tx.rows(
        f"SELECT {ENTRY} FROM {WITH_LOT} WHERE e.member_id = :member AND e.occurred_at < :before"
        " ORDER BY e.occurred_at DESC, e.number DESC LIMIT :limit",
        member=member_id,
        before=to_ms(before),
        limit=limit,
    )
    return [entry_of(row) for row in rows]


def orders(tx: Transaction, member_id: MemberId, before: datetime, limit: int) -> list[Bought]:
    """Orders, by when they were placed."""
    rows = tx.rows(
        "SELECT placed_at, shop, id, total, currency, status FROM orders WHERE member_id = :member"
        " AND placed_at < :before ORDER BY placed_at DESC, shop, id LIMIT :limit",
        member=member_id,
        before=to_ms(before),
        limit=limit,
    )
    return [
        Bought(from_ms(at), shop, id, Money(int(total), currency), OrderStatus(status))
        for at, shop, id, total, currency, status in rows
    ]


def consents(tx: Transaction, member_id: MemberId, before: datetime, limit: int) -> list[Consent]:
    """Every yes and no."""
    rows = tx.rows(
        "SELECT channel, purpose, granted, consented_at, wording, source FROM consents"
        " WHERE member_id = :member AND consented_at < :before"
        " ORDER BY consented_at DESC, number DESC LIMIT :limit",
        member=member_id,
        before=to_ms(before),
        limit=limit,
    )
    return [
        Consent(
            channel=Channel(channel),
            purpose=Purpose(purpose),
            granted=bool(granted),
            at=from_ms(at),
            wording=wording,
            source=source,
        )
        for channel, purpose, granted, at, wording, source in rows
    ]


def messages(tx: Transaction, member_id: MemberId, before: datetime, limit: int) -> list[Posted]:
    """Messages, by when they were written."""
    rows = tx.rows(
        "SELECT created_at, campaign, state, channel, reason FROM outbox WHERE member_id = :member"
        " AND created_at < :before ORDER BY created_at DESC, id LIMIT :limit",
        member=member_id,
        before=to_ms(before),
        limit=limit,
    )
    return [
        Posted(from_ms(at), campaign, State(state), Channel(channel) if channel else None, reason)
        for at, campaign, state, channel, reason in rows
    ]
