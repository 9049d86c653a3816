"""Referrals: who joined by whose code, and whether their first qualifying order has come."""

from dataclasses import dataclass
from datetime import datetime

from core.calendar import local_day
from core.model import Friend, MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A friend, the member who brought them, and the order that paid for it."""

    friend_id: MemberId
    referrer_id: MemberId
    joined_at: datetime
    qualified_at: datetime | None
    shop: str | None
    order_id: str | None


def add(tx: Transaction, *, friend_id: MemberId, referrer_id: MemberId, now: datetime) -> None:
    """Bind a new member to who brought them, for life."""
    tx.rows(
        "INSERT INTO referrals (friend_id, referrer_id, joined_at)"
        " VALUES (:friend, :referrer, :now)",
        friend=friend_id,
        referrer=referrer_id,
        now=to_ms(now),
    )


def of_friend(tx: Transaction, friend_id: MemberId) -> Referral | None:
    """By whom that member was brought."""
    rows = tx.rows(
        "SELECT friend_id, referrer_id, joined_at, qualified_at, shop, order_id FROM referrals"
        " WHERE friend_id = :friend",
        friend=friend_id,
    )
    if not rows:
        return None
    friend, referrer, joined, qualified, shop, order = rows[0]
    return Referral(
        friend_id=MemberId(friend),
        referrer_id=MemberId(referrer),
        joined_at=from_ms(joined),
        qualified_at=from_ms_or_none(qualified),
        shop=shop,
        order_id=order,
    )


def set_qualified(
    tx: Transaction,
    friend_id: MemberId,
    *,
    at: datetime | None,
    shop: str | None,
    order: str | None,
) -> None:
    """The friend's order qualified then, or (None) it was taken back."""
    tx.rows(
        "UPDATE referrals SET qualified_at = :at, shop = :shop, order_id = :order"
        " WHERE friend_id = :friend",
        friend=friend_id,
        at=to_ms_or_none(at),
        shop=shop,
        order=order,
    )


def friends_of(
    tx: Transaction, referrer_id: MemberId, *, timezone: str, limit: int
) -> list[Friend]:
    """Whom the member brought, newest first; somebody erased has no name."""
    rows = tx.rows(
        "SELECT m.name, r.joined_at, r.qualified_at FROM referrals r JOIN members m"
        " ON m.id = r.friend_id WHERE r.referrer_id = :referrer"
        " ORDER BY r.joined_at DESC LIMIT :limit",
        referrer=referrer_id,
        limit=limit,
    )
    return [
        Friend(name=name, joined_on=local_day(from_ms(joined), timezone), qualified=bool(qualified))
        for name, joined, qualified in rows
    ]


def count_of(tx: Transaction, referrer_id: MemberId) -> tuple[int, int]:
    """How many the member brought, and how many of them qualified."""
    [[joined, qualified]] = tx.rows(
        "SELECT COUNT(*), COUNT(qualified_at) FROM referrals WHERE referrer_id = :referrer",
        referrer=referrer_id,
    )
    return int(joined), int(qualified)
