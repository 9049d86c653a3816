"""Refunds: what shops gave back of orders, each once, whether the order is known yet or not."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.tables.compact import compact
from core.tables.instants import to_ms
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """What was given back: money in minor units of the order, pieces by their articles."""

    id: str
    amount: int
    lines: tuple[tuple[str, int], ...] = ()
    refunded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a refund's report took back of the order's points, and gave back of those spent."""

    taken: int = 0
    returned: int = 0


def put(tx: Transaction, shop: str, order_id: str, refunds: Iterable[Refund]) -> bool:
    """
    Write them, each as it was last reported; whether anything of it is new. What is known of the
    goods stays when the same sum is told without them.
    """
    new = [_put(tx, shop, order_id, refund) for refund in refunds]
    return any(new)


def _put(tx: Transaction, shop: str, order_id: str, refund: Refund) -> bool:
    return bool(
        tx.rows(
            "INSERT INTO refunds (shop, order_id, id, amount, lines, refunded_at)"
            " VALUES (:shop, :order_id, :id, :amount, :lines, :at)"
            " ON CONFLICT (shop, order_id, id) DO UPDATE SET amount = excluded.amount,"
            " lines = excluded.lines, refunded_at = excluded.refunded_at"
            " WHERE refunds.amount <> excluded.amount"
            " OR (refunds.lines <> excluded.lines AND excluded.lines <> '[]')"
            " RETURNING id",
            shop=shop,
            order_id=order_id,
            id=refund.id,
            amount=refund.amount,
            lines=compact([list(line) for line in refund.lines]),
            at=to_ms(refund.refunded_at),
        )
    )


def keep_only(tx: Transaction, shop: str, order_id: str, refunds: Iterable[Refund]) -> bool:
    """Forget the order's other refunds, which the shop has deleted; whether there were any."""
    wanted = {refund.id for refund in refunds}
    rows = tx.rows(
        "SELECT id FROM refunds WHERE shop = :shop AND order_id = :order_id",
        shop=shop,
        order_id=order_id,
    )
    others = [{"shop": shop, "order_id": order_id, "id": id} for (id,) in rows if id not in wanted]
    tx.many("DELETE FROM refunds WHERE shop = :shop AND order_id = :order_id AND id = :id", others)
    return bool(others)


def of_order(
    tx: Transaction, shop: str, order_id: str
) -> list[tuple[int, tuple[tuple[str, int], ...]]]:
    """The amount and the lines of each, in an order that is always the same."""
    rows = tx.rows(
        "SELECT amount, lines FROM refunds WHERE shop = :shop AND order_id = :order_id"
        " ORDER BY refunded_at, id",
        shop=shop,
        order_id=order_id,
    )
    return [
        (amount, tuple((sku, pieces) for sku, pieces in json.loads(lines)))
        for amount, lines in rows
    ]


def add_effect(tx: Transaction, shop: str, order_id: str, id: str, effect: Effect) -> Effect:
    """Add to what the refund's reports have taken and given back; all they have."""
    rows = tx.rows(
        "UPDATE refunds SET points_taken = points_taken + :taken,"
        " points_returned = points_returned + :returned"
        " WHERE shop = :shop AND order_id = :order_id AND id = :id"
        " RETURNING points_taken, points_returned",
        shop=shop,
        order_id=order_id,
        id=id,
        taken=effect.taken,
        returned=effect.returned,
    )
    return Effect(taken=rows[0][0], returned=rows[0][1]) if rows else Effect()
