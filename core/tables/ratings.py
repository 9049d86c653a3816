"""Ratings: which purchases members were asked to rate; what they said stands with the feedback."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Row, Transaction

COLUMNS = "id, member_id, reference, campaign, asked_at, number, rated_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A purchase whose rating was asked for."""

    id: int
    member_id: MemberId
    reference: str  # "shop/order"
    campaign: str
    asked_at: datetime
    number: int | None = None  # of the feedback; None: there is no rating yet
    rated_at: datetime | None = None  # at first


def add(tx: Transaction, asked: Asked) -> bool:
    """Keep that it is asked for; False if that purchase's was before."""
    added = tx.rows(
        "INSERT INTO ratings (id, member_id, reference, campaign, asked_at) VALUES (:id, :member,"
        " :reference, :campaign, :at) ON CONFLICT DO NOTHING RETURNING id",
        id=asked.id,
        member=asked.member_id,
        reference=asked.reference,
        campaign=asked.campaign,
        at=to_ms(asked.asked_at),
    )
    return bool(added)


def find(tx: Transaction, member_id: MemberId, id: int) -> Asked | None:
    """What the member was asked under that id."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM ratings WHERE id = :id AND member_id = :member",
        id=id,
        member=member_id,
    )
    return _asked(rows[0]) if rows else None


def newest(tx: Transaction, member_id: MemberId) -> Asked | None:
    """What the member was asked last."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM ratings WHERE member_id = :member"
        " ORDER BY asked_at DESC, id DESC LIMIT 1",
        member=member_id,
    )
    return _asked(rows[0]) if rows else None


def rated(tx: Transaction, asked: Asked, number: int, *, now: datetime) -> None:
    """The member has rated it, under that number of what they said."""
    tx.rows(
        "UPDATE ratings SET number = :number, rated_at = :now WHERE id = :id",
        id=asked.id,
        number=number,
        now=to_ms(now),
    )


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove what the member was asked."""
    tx.rows("DELETE FROM ratings WHERE member_id = :member", member=member_id)


def _asked(row: Row) -> Asked:
    return Asked(
        id=row[0],
        member_id=MemberId(row[1]),
        reference=row[2],
        campaign=row[3],
        asked_at=from_ms(row[4]),
        number=row[5],
        rated_at=from_ms_or_none(row[6]),
    )
