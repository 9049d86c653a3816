"""Orders: their present state, and what of them has earned."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.model import Member, MemberId, OrderStatus
from core.tables import members
from core.tables.instants import from_ms, to_ms
from core.tables.members import COLUMNS as MEMBER
from core.tables.members import LOCK
from core.transaction import Transaction, Value

COLUMNS = (
    "shop, id, member_id, placed_at, currency, total, eligible, status, credited, units, points,"
    " rule_points, rule_per, factor"
)
ADD = (
    f"INSERT INTO orders ({COLUMNS}) VALUES (:shop, :id, :member, :placed, :currency, :total,"
    " :eligible, :status, :credited, :units, :points, :rule_points, :rule_per, :factor)"
    " ON CONFLICT (shop, id) DO"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as it stands. Sums are in minor units."""

    shop: str
    id: str
    member_id: MemberId | None
    placed_at: datetime
    currency: str
    total: int
    eligible: int  # the part that counts
    status: OrderStatus
    credited: int = 0  # the part that has earned
    units: int = 0  # how many times the rule's sum that was, with what was carried
    points: int = 0  # what it earned, less what could be taken back
    rule_points: int = 0  # so many points …
    rule_per: int = 0  # … for every so many minor units, when it was credited
    factor: Decimal = Decimal(1)  # of the member's tier, when it was credited

    @property
    def reference(self) -> str:
        """How ledger entries name the order."""
        return f"{self.shop}/{self.id}"


def take_buyer(
    tx: Transaction, shop: str, order_id: str, keys: Mapping[str, str]
) -> tuple[Member, MemberId | None] | None:
    """
    Lock the member whose order it is, and say who brought them; None is nobody's.

    A known order keeps its buyer; of a new one's keys the first that somebody has counts.
    """
    assert keys.keys() <= set(members.KEYS)  # noqa: S101 a programmer error
    having = (f" (SELECT id FROM members WHERE {key} = :{key})," for key in keys)
    rows = tx.rows(
        f"{LOCK} id ="
        " COALESCE((SELECT member_id FROM orders WHERE shop = :shop AND id = :order_id),"
        f"{''.join(having)} NULL) RETURNING {MEMBER},"
        " (SELECT referrer_id FROM referrals WHERE friend_id = members.id)",
        shop=shop,
        order_id=order_id,
        **keys,
    )
    return (members.from_row(rows[0]), rows[0][-1]) if rows else None


def find(tx: Transaction, shop: str, order_id: str) -> Order | None:
    """The order's last state. Take its member first if it is going to change."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM orders WHERE shop = :shop AND id = :id",
        shop=shop,
        id=order_id,
    )
    if not rows:
        return None
    row = rows[0]
    return Order(
        shop=row[0],
        id=row[1],
        member_id=None if row[2] is None else MemberId(row[2]),
        placed_at=from_ms(row[3]),
        currency=row[4],
        total=row[5],
        eligible=row[6],
        status=OrderStatus(row[7]),
        credited=row[8],
        units=row[9],
        points=row[10],
        rule_points=row[11],
        rule_per=row[12],
        factor=Decimal(row[13]),
    )


def add(tx: Transaction, order: Order) -> bool:
    """Write a new order; False when it is known, and nothing is written."""
    return bool(tx.rows(f"{ADD} NOTHING RETURNING id", **_values(order)))


def save(tx: Transaction, order: Order) -> bool:
    """Write the order as it now is; False when it is somebody else's, and nothing is written."""
    written = tx.rows(
        f"{ADD} UPDATE SET member_id = excluded.member_id,"
        " placed_at = excluded.placed_at, currency = excluded.currency, total = excluded.total,"
        " eligible = excluded.eligible, status = excluded.status, credited = excluded.credited,"
        " units = excluded.units, points = excluded.points, rule_points = excluded.rule_points,"
        " rule_per = excluded.rule_per, factor = excluded.factor"
        " WHERE orders.member_id IS NULL OR orders.member_id = excluded.member_id RETURNING id",
        **_values(order),
    )
    return bool(written)


def save_nobodys(tx: Transaction, order: Order) -> bool:
    """
    Keep an order without a buyer; False when it has got one, and nothing is written.

    Then it is not locked either, as ON CONFLICT DO UPDATE would: its buyer is to be locked first.
    """
    values: dict[str, str | int] = {
        "shop": order.shop,
        "id": order.id,
        "placed": to_ms(order.placed_at),
        "currency": order.currency,
        "total": order.total,
        "eligible": order.eligible,
        "status": order.status,
    }
    inserted = tx.rows(
        "INSERT INTO orders (shop, id, placed_at, currency, total, eligible, status)"
        " VALUES (:shop, :id, :placed, :currency, :total, :eligible, :status)"
        " ON CONFLICT (shop, id) DO NOTHING RETURNING id",
        **values,
    )
    del values["currency"]
    return bool(
        inserted
        or tx.rows(
            "UPDATE orders SET placed_at = :placed, total = :total, eligible = :eligible,"
            " status = :status WHERE shop = :shop AND id = :id AND member_id IS NULL RETURNING id",
            **values,
        )
    )


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


def _values(order: Order) -> dict[str, Value]:
    return {
        "shop": order.shop,
        "id": order.id,
        "member": order.member_id,
        "placed": to_ms(order.placed_at),
        "currency": order.currency,
        "total": order.total,
        "eligible": order.eligible,
        "status": order.status,
        "credited": order.credited,
        "units": order.units,
        "points": order.points,
        "rule_points": order.rule_points,
        "rule_per": order.rule_per,
        "factor": str(order.factor),
    }
