"""Whom a shop means: its own ids of customers that are tied to members, and every other key."""

from collections.abc import Mapping
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction

KEYS: Mapping[str, str] = {
    "card": "(SELECT id FROM members WHERE card = :card),"
    " (SELECT asker_id FROM merges WHERE card = :card)",  # of what became part of another
    "customer": "(SELECT member_id FROM shop_customers"
    " WHERE shop = :shop AND customer_id = :customer)",
    "phone": "(SELECT id FROM members WHERE phone = :phone)",
    "email": "(SELECT id FROM members WHERE email = :email)",
}
"""How each key is looked up; the shop is :shop."""


def lookups(keys: Mapping[str, str]) -> str:
    """The look-ups of these keys, one after the other, for a COALESCE that goes on."""
    return "".join(f"{KEYS[key]}, " for key in keys)


def find(tx: Transaction, shop: str, keys: Mapping[str, str]) -> MemberId | None:
    """The member whom the first of the keys that belongs to somebody names."""
    if not keys:
        return None
    values = {"shop": shop, **keys} if "customer" in keys else keys
    [[member_id]] = tx.rows(f"SELECT COALESCE({lookups(keys)}NULL)", **values)
    return None if member_id is None else MemberId(member_id)


def tie(
    tx: Transaction, shop: str, customer_id: str, member_id: MemberId, *, now: datetime
) -> MemberId:
    """Tie the shop's customer to the member, unless it is tied; to whom it then is."""
    tx.rows(
        "INSERT INTO shop_customers (shop, customer_id, member_id, tied_at)"
        " VALUES (:shop, :customer, :member, :now) ON CONFLICT DO NOTHING",
        shop=shop,
        customer=customer_id,
        member=member_id,
        now=to_ms(now),
    )
    owner = find(tx, shop, {"customer": customer_id})
    assert owner  # noqa: S101 it is tied now
    return owner


def of_member(tx: Transaction, member_id: MemberId) -> list[tuple[str, str, datetime]]:
    """The member's customer accounts: shop, its id, since when."""
    rows = tx.rows(
        "SELECT shop, customer_id, tied_at FROM shop_customers WHERE member_id = :member"
        " ORDER BY shop, customer_id",
        member=member_id,
    )
    return [(shop, customer, from_ms(at)) for shop, customer, at in rows]


def forget_shop(tx: Transaction, shop: str) -> None:
    """Untie every customer account of the shop."""
    tx.rows("DELETE FROM shop_customers WHERE shop = :shop", shop=shop)


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Untie every customer account of the member."""
    tx.rows("DELETE FROM shop_customers WHERE member_id = :member", member=member_id)
