"""
The codes that orders used at a shop's checkout before they are paid: the shop counts each as used,
and it must not be good for another order until its own is cancelled.
"""

from collections.abc import Iterable

from core.model import VoucherCode
from core.transaction import Transaction


def put(tx: Transaction, shop: str, order_id: str, codes: Iterable[VoucherCode]) -> None:
    """The unpaid order uses these codes, as far as the shop has them of us, and no others."""
    drop(tx, shop, order_id)
    for code in sorted({*codes}):
        tx.rows(
            "INSERT INTO unpaid_codes (shop, order_id, code) SELECT shop, :order_id, code"
            " FROM shop_codes WHERE shop = :shop AND code = :code",
            shop=shop,
            order_id=order_id,
            code=code,
        )


def drop(tx: Transaction, shop: str, order_id: str) -> None:
    """The order uses none any more, or its vouchers are used by it now."""
    tx.rows(
        "DELETE FROM unpaid_codes WHERE shop = :shop AND order_id = :order_id",
        shop=shop,
        order_id=order_id,
    )


def of_order(tx: Transaction, shop: str, order_id: str) -> list[VoucherCode]:
    """The codes it used when it was not paid yet."""
    rows = tx.rows(
        "SELECT code FROM unpaid_codes WHERE shop = :shop AND order_id = :order_id ORDER BY code",
        shop=shop,
        order_id=order_id,
    )
    return [VoucherCode(code) for (code,) in rows]


def is_taken(tx: Transaction, shop: str, code: VoucherCode) -> bool:
    """Whether an order that waits to be paid has used the code in that shop."""
    return bool(
        tx.rows(
            "SELECT 1 FROM unpaid_codes u JOIN orders o ON o.shop = u.shop AND o.id = u.order_id"
            " WHERE u.shop = :shop AND u.code = :code AND o.status = 'placed' LIMIT 1",
            shop=shop,
            code=code,
        )
    )
