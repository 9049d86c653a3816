"""Vouchers, told to other systems."""

from core.act import Act
from core.model import Voucher
from core.tables import hooks
from core.tables.hooks import Event
from core.transaction import Transaction


def tell(tx: Transaction, act: Act, event: Event, voucher: Voucher) -> None:
    """Tell what became of the voucher."""
    data: dict[str, str | int | None] = {
        "member_id": str(voucher.member_id),
        "code": voucher.code,
        "reward": voucher.reward_id,
        "points": voucher.points,
        "expires_at": voucher.expires_at.isoformat() if voucher.expires_at else None,
        "used_for": voucher.used_for or None,
    }
    hooks.tell(tx, act, event, data)
