"""Desks: whom a cashier serves just now, and the sum as far as it is typed."""

from dataclasses import dataclass
from datetime import datetime

from core.model import Channel, MemberId
from core.tables.instants import from_ms_or_none, to_ms_or_none
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A cashier's desk."""

    member_id: MemberId
    digits: str = ""
    proven_at: datetime | None = None  # when the card was shown with its changing code
    taps: tuple[str, ...] = ()  # the latest taps that were counted


def find(tx: Transaction, channel: Channel, address: str) -> Desk | None:
    """The desk of who has that chat. The chat must be taken."""
    rows = tx.rows(
        "SELECT member_id, digits, taps, proven_at FROM desks"
        " WHERE channel = :channel AND address = :address",
        channel=channel,
        address=address,
    )
    if not rows:
        return None
    member_id, digits, taps, proven_at = rows[0]
    return Desk(
        member_id=MemberId(member_id),
        digits=digits,
        taps=tuple(taps.split()),
        proven_at=from_ms_or_none(proven_at),
    )


def put(tx: Transaction, channel: Channel, address: str, desk: Desk) -> None:
    """Write what lies on the desk."""
    tx.rows(
        "INSERT INTO desks (channel, address, member_id, digits, taps, proven_at)"
        " VALUES (:channel, :address, :member, :digits, :taps, :proven)"
        " ON CONFLICT (channel, address) DO UPDATE SET member_id = excluded.member_id,"
        " digits = excluded.digits, taps = excluded.taps,"
        " proven_at = excluded.proven_at",
        channel=channel,
        address=address,
        member=desk.member_id,
        digits=desk.digits,
        taps=" ".join(desk.taps),
        proven=to_ms_or_none(desk.proven_at),
    )
