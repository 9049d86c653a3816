"""Carts: what members have put together in a shop and have not bought yet."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = "shop, id, member_id, total, url, updated_at, next_at, done_at, round"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cart:
    """A member's cart."""

    shop: str
    id: str
    member_id: MemberId
    total: int  # minor units
    url: str
    updated_at: datetime
    next_at: datetime | None = None  # when it counts as left
    done_at: datetime | None = None
    round: int = 1  # how often the shop has used the id

    @property
    def occasion(self) -> str:
        """What a message about it is known by."""
        return f"cart/{self.shop}/{self.id}/{self.round}"


def find(tx: Transaction, shop: str, cart_id: str) -> Cart | None:
    """The cart as it was last reported. Take its member first if it is going to change."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM carts WHERE shop = :shop AND id = :id", shop=shop, id=cart_id
    )
    return _cart(rows[0]) if rows else None


def save(tx: Transaction, cart: Cart) -> None:
    """Write the cart as it now is."""
    tx.rows(
        f"INSERT INTO carts ({COLUMNS}) VALUES (:shop, :id, :member, :total, :url, :updated, :next,"
        " :done, :round) ON CONFLICT (shop, id) DO UPDATE SET member_id = excluded.member_id,"
        " total = excluded.total, url = excluded.url, updated_at = excluded.updated_at,"
        " next_at = excluded.next_at, done_at = excluded.done_at, round = excluded.round",
        shop=cart.shop,
        id=cart.id,
        member=cart.member_id,
        total=cart.total,
        url=cart.url,
        updated=to_ms(cart.updated_at),
        next=to_ms_or_none(cart.next_at),
        done=to_ms_or_none(cart.done_at),
        round=cart.round,
    )


def close_of_member(
    tx: Transaction,
    member_id: MemberId,
    *,
    until: datetime,
    now: datetime,
    cart: tuple[str, str] | None = None,
) -> list[Cart]:
    """
    The member has bought: every cart from before `until` is done, and that one of a shop.
    Those that were open.
    """
    shop, cart_id = cart or ("", "")
    rows = tx.rows(
        "UPDATE carts SET done_at = :now, next_at = NULL WHERE member_id = :member AND done_at"
        " IS NULL AND (updated_at <= :until OR (shop = :shop AND id = :cart))"
        f" RETURNING {COLUMNS}",
        member=member_id,
        until=to_ms(until),
        now=to_ms(now),
        shop=shop,
        cart=cart_id,
    )
    return [_cart(row) for row in rows]


def left(tx: Transaction, now: datetime, *, limit: int) -> list[Cart]:
    """The carts of which something is to be told, the longest left first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM carts WHERE next_at IS NOT NULL AND next_at <= :now"
        " ORDER BY next_at, shop, id LIMIT :limit",
        now=to_ms(now),
        limit=limit,
    )
    return [_cart(row) for row in rows]


def of_member(tx: Transaction, member_id: MemberId) -> list[Cart]:
    """Every cart of the member's that we know of."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM carts WHERE member_id = :member ORDER BY updated_at",
        member=member_id,
    )
    return [_cart(row) for row in rows]


def forget_shop(tx: Transaction, shop: str) -> None:
    """Remove the shop's carts."""
    tx.rows("DELETE FROM carts WHERE shop = :shop", shop=shop)


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove the member's carts."""
    tx.rows("DELETE FROM carts WHERE member_id = :member", member=member_id)


def _cart(row: Row) -> Cart:
    return Cart(
        shop=row[0],
        id=row[1],
        member_id=MemberId(row[2]),
        total=row[3],
        url=row[4],
        updated_at=from_ms(row[5]),
        next_at=from_ms_or_none(row[6]),
        done_at=from_ms_or_none(row[7]),
        round=row[8],
    )
