"""
Charging: a web shop has given the discount of a code of ours, though the voucher's points are back:
it was undone, or lapsed, before the shop could be told. So the points are taken again.
"""

from datetime import datetime

from core import notices
from core.act import Act
from core.model import Kind, Member, Points, Status, Voucher, VoucherStatus
from core.tables import ledger, lots, shop_codes, vouchers
from core.tables.told import Value
from core.transaction import Transaction

TAKEN_BACK = (VoucherStatus.UNDONE, VoucherStatus.EXPIRED)


def is_owed(tx: Transaction, voucher: Voucher, used_for: str) -> bool:
    """Whether the shop of that order knew the voucher as a code when its points were back."""
    shop = used_for.partition("/")[0]
    return voucher.status in TAKEN_BACK and shop_codes.is_in(tx, shop, voucher.code)


def charge(
    tx: Transaction, owner: Member, act: Act, voucher: Voucher, *, used_for: str, at: datetime
) -> None:
    """
    Take the points again, as far as they are there; the voucher is used. Its owner is taken. Those
    of somebody who was forgotten never came back.
    """
    if owner.status is not Status.ERASED:
        _take_again(tx, owner, act, voucher)
    vouchers.set_status(tx, voucher.code, VoucherStatus.USED, used_at=at, used_for=used_for)


def _take_again(tx: Transaction, owner: Member, act: Act, voucher: Voucher) -> None:
    points = min(voucher.points, lots.spendable(tx, owner.id, act.now))
    reason = {"reward": voucher.reward_id, "gives": voucher.terms.kind}
    draft = ledger.Draft(kind=Kind.REDEMPTION, reference=voucher.code, reason=reason)
    if points:
        owner = ledger.spend(tx, owner, act, draft, points=points)
    else:
        owner = ledger.note(tx, owner, act, draft)
    vouchers.charge(tx, voucher.code, points=points, entry_number=owner.entries)
    shown: dict[str, Value] = {"reward": voucher.title, "points": Points(points)}
    occasion = f"voucher/{voucher.code}/{owner.entries}"
    notices.tell(tx, owner, act, "notice-voucher-charged", occasion, shown)
