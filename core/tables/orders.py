"""Orders: their present state, what was in force when they first earned, and what they earned."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from core.model import Member, MemberId, OrderStatus
from core.tables import buyers, members
from core.tables.compact import compact
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.tables.members import COLUMNS as MEMBER
from core.transaction import Row, Transaction, Value

STATE = (
    "placed_at, currency, total, shipping, tax, discount, channel, payment, lines, status,"
    " eligible, updated_at"
)
EARNED = "credited, items, points, context, awards"
COLUMNS = f"shop, id, member_id, {STATE}, {EARNED}"
NAMES = COLUMNS.split(", ")
PLACES = ", ".join(f":{name}" for name in NAMES)
ADD = f"INSERT INTO orders ({COLUMNS}) VALUES ({PLACES})"
REPLACE = ", ".join(f"{name} = excluded.{name}" for name in NAMES[2:])
RESTATE = ", ".join(f"{name} = :{name}" for name in STATE.split(", "))
NOBODYS = f"shop, id, {STATE}"
NOBODYS_PLACES = ", ".join(f":{name}" for name in NOBODYS.split(", "))
RESERVED = ""  # the currency of an order nobody has reported: the row only holds its place


class Order(NamedTuple):
    """An order as it stands. Sums are in minor units."""

    shop: str
    id: str
    member_id: MemberId | None
    placed_at: datetime
    currency: str
    total: int
    status: OrderStatus
    eligible: int  # the part that counts
    shipping: int = 0
    tax: int = 0
    discount: int = 0
    channel: str = ""
    payment: str = ""
    lines: str = ""  # JSON, as core.earning writes it; "": the shop told none
    updated_at: datetime | None = None  # of this state, by the shop's clock; None: it never told
    credited: int = 0  # the part that has earned
    items: int = 0  # pieces in it
    points: int = 0  # what it earned, less what could be taken back
    context: Mapping[str, Any] = {}  # in force when it first earned
    awards: Mapping[str, list[int]] = {}  # by rule

    @property
    def reference(self) -> str:
        """How ledger entries name the order."""
        return f"{self.shop}/{self.id}"


class Taken(NamedTuple):
    """The member whose order it is, locked."""

    member: Member
    referrer_id: MemberId | None  # who brought them
    known: bool  # whether the order is, as far as could be seen before the lock was had
    refunded: bool  # whether anything was given back of it


def take_buyer(
    tx: Transaction,
    shop: str,
    order_id: str,
    keys: Mapping[str, str],
    *,
    known: MemberId | None = None,
) -> Taken | None:
    """
    Lock the member whose order it is; None is nobody's.

    An order with a buyer keeps them; else it is the known member's, or of the keys the first that
    somebody has counts.
    """
    rows = tx.lock(
        f"SELECT {MEMBER},"
        " (SELECT referrer_id FROM referrals WHERE friend_id = members.id),"
        " (SELECT 1 FROM orders WHERE shop = :shop AND id = :order_id),"
        " (SELECT 1 FROM refunds WHERE shop = :shop AND order_id = :order_id LIMIT 1)"
        " FROM members WHERE id ="
        " COALESCE((SELECT member_id FROM orders WHERE shop = :shop AND id = :order_id), "
        f"{buyers.lookups(keys)}CAST(:known AS BIGINT))",
        shop=shop,
        order_id=order_id,
        known=known,
        **keys,
    )
    if not rows:
        return None
    *_, referrer_id, is_known, refunded = rows[0]
    return Taken(members.from_row(rows[0]), referrer_id, bool(is_known), bool(refunded))


def find(tx: Transaction, shop: str, order_id: str) -> Order | None:
    """The order's last state. Take its member first if it is going to change."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM orders WHERE shop = :shop AND id = :id",
        shop=shop,
        id=order_id,
    )
    return _reported(rows)


def hold(tx: Transaction, shop: str, order_id: str) -> Order | None:
    """
    The same with the order's own row locked, as it has no buyer to be locked instead. One with a
    buyer is neither found nor locked: they are to be locked first.
    """
    rows = tx.lock(
        f"SELECT {COLUMNS} FROM orders WHERE shop = :shop AND id = :id AND member_id IS NULL",
        shop=shop,
        id=order_id,
    )
    return _reported(rows)


def reserve(tx: Transaction, shop: str, order_id: str, *, at: datetime) -> bool:
    """
    Lock the place of an order that is yet to be reported: whoever reports it waits, and then knows
    what came before. False when it was reported meanwhile.
    """
    place = {"shop": shop, "id": order_id}
    inserted = tx.rows(
        "INSERT INTO orders (shop, id, placed_at, currency, total, status, eligible)"
        " VALUES (:shop, :id, :at, :none, 0, 'placed', 0)"
        " ON CONFLICT (shop, id) DO NOTHING RETURNING id",
        **place,
        at=to_ms(at),
        none=RESERVED,
    )
    return bool(
        inserted
        or tx.lock(
            "SELECT id FROM orders WHERE shop = :shop AND id = :id AND currency = :none",
            **place,
            none=RESERVED,
        )
    )


def add(tx: Transaction, order: Order) -> None:
    """
    Write a new order. If another report of it was written while this one waited for the member,
    the whole transaction fails and is repeated, and then knows the order.
    """
    tx.send(ADD, **_values(order))


def save(tx: Transaction, order: Order) -> bool:
    """Write the order as it now is; False when it is somebody else's, and nothing is written."""
    written = tx.rows(
        f"{ADD} ON CONFLICT (shop, id) DO UPDATE SET {REPLACE}"
        " WHERE orders.member_id IS NULL OR orders.member_id = excluded.member_id RETURNING id",
        **_values(order),
    )
    return bool(written)


def add_nobodys(tx: Transaction, order: Order) -> bool:
    """Keep a new order without a buyer; False when there is a row of it, and nothing is written."""
    return bool(
        tx.rows(
            f"INSERT INTO orders ({NOBODYS}) VALUES ({NOBODYS_PLACES})"
            " ON CONFLICT (shop, id) DO NOTHING RETURNING id",
            **_of_nobody(order),
        )
    )


def restate_nobodys(tx: Transaction, order: Order) -> bool:
    """Write the order as it now is; False when it has got a buyer, and nothing is written."""
    return bool(
        tx.rows(
            f"UPDATE orders SET {RESTATE} WHERE shop = :shop AND id = :id AND member_id IS NULL"
            " RETURNING id",
            **_of_nobody(order),
        )
    )


def is_any_since(tx: Transaction, member_id: MemberId, since: datetime) -> bool:
    """Whether the member placed an order then or later."""
    return bool(
        tx.rows(
            "SELECT 1 FROM orders WHERE member_id = :member AND placed_at >= :since LIMIT 1",
            member=member_id,
            since=to_ms(since),
        )
    )


def earned_since(tx: Transaction, member_id: MemberId, since: datetime | None) -> list[Order]:
    """The member's orders since then, or all, that earn or once did."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM orders WHERE member_id = :member AND placed_at >= :since"
        " AND awards <> ''",
        member=member_id,
        since=to_ms(since) if since else 0,
    )
    return [_order(row) for row in rows]


def of_member(
    tx: Transaction, member_id: MemberId
) -> list[tuple[str, str, datetime, str, int, str]]:
    """The member's orders for mydata: shop, id, placed at, currency, total, status."""
    rows = tx.rows(
        "SELECT shop, id, placed_at, currency, total, status FROM orders WHERE member_id = :member"
        " ORDER BY placed_at",
        member=member_id,
    )
    return [(row[0], row[1], from_ms(row[2]), row[3], int(row[4]), row[5]) for row in rows]


def _reported(rows: list[Row]) -> Order | None:
    return _order(rows[0]) if rows and rows[0][4] != RESERVED else None


def _order(row: Row) -> Order:
    return Order(
        shop=row[0],
        id=row[1],
        member_id=None if row[2] is None else MemberId(row[2]),
        placed_at=from_ms(row[3]),
        currency=row[4],
        total=row[5],
        shipping=row[6],
        tax=row[7],
        discount=row[8],
        channel=row[9],
        payment=row[10],
        lines=row[11],
        status=OrderStatus(row[12]),
        eligible=row[13],
        updated_at=from_ms_or_none(row[14]),
        credited=row[15],
        items=row[16],
        points=row[17],
        context=json.loads(row[18] or "{}"),
        awards=json.loads(row[19] or "{}"),
    )


def _of_nobody(order: Order) -> dict[str, Value]:
    named = NOBODYS.split(", ")
    return {name: value for name, value in _values(order).items() if name in named}


def _values(order: Order) -> dict[str, Value]:
    return {
        "shop": order.shop,
        "id": order.id,
        "member_id": order.member_id,
        "placed_at": to_ms(order.placed_at),
        "currency": order.currency,
        "total": order.total,
        "shipping": order.shipping,
        "tax": order.tax,
        "discount": order.discount,
        "channel": order.channel,
        "payment": order.payment,
        "lines": order.lines,
        "status": order.status,
        "eligible": order.eligible,
        "updated_at": to_ms_or_none(order.updated_at),
        "credited": order.credited,
        "items": order.items,
        "points": order.points,
        "context": compact(order.context) if order.context else "",
        "awards": compact(order.awards) if order.awards else "",
    }
