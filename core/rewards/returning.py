"""
Returning: an order was given back, and with it the points that were spent on it, in proportion and
with their own dates; or it was cancelled, and its vouchers can be used again.
"""

from fractions import Fraction

from core import notices
from core.act import Act
from core.model import Kind, Member, Points, Voucher, VoucherCode, VoucherStatus
from core.rewards import holding
from core.rewards.redeeming import taken
from core.tables import entries, ledger, vouchers
from core.tables.told import Value
from core.transaction import Transaction


def give_back(tx: Transaction, act: Act, *, code: VoucherCode, used_for: str) -> int:
    """
    The order it was used for is cancelled: the voucher can be used again, till its own date. Points
    of it that had come back go into it again; if they are spent, all of them come back instead.

    How many points came back; less than 0 if they went.
    """
    voucher, owner = taken(tx, code)
    if not _is_used(voucher, used_for):
        return 0
    before = entries.given_back(tx, owner.id, Kind.RETURNED, code)
    if before > owner.balance:
        _bring(tx, owner, act, voucher, voucher.points - before)
        return voucher.points - before
    _bring(tx, owner, act, voucher, -before)
    vouchers.set_status(tx, code, VoucherStatus.ISSUED)
    if voucher.terms.held:
        holding.begin(tx, voucher)
    return -before


def return_points(
    tx: Transaction, act: Act, *, code: VoucherCode, used_for: str, order_id: str, share: Fraction
) -> int:
    """
    That share of the order was given back: as much of the voucher's points comes back to its owner,
    who is told. If less is given back than before, as far as they are there they go again.

    How many points came back; less than 0 if they went.
    """
    voucher, owner = taken(tx, code)
    if not _is_used(voucher, used_for):
        return 0
    before = entries.given_back(tx, owner.id, Kind.RETURNED, code)
    points = max(int(voucher.points * share) - before, -owner.balance)
    _bring(tx, owner, act, voucher, points)
    if points > 0:
        told: dict[str, Value] = {"points": Points(points), "order": order_id}
        occasion = f"returned/{code}/{owner.entries}"
        notices.tell(tx, owner, act, "notice-given-back", occasion, told)
    return points


def _is_used(voucher: Voucher, used_for: str) -> bool:
    return voucher.status is VoucherStatus.USED and voucher.used_for == used_for


def _bring(tx: Transaction, owner: Member, act: Act, voucher: Voucher, points: int) -> None:
    reason: ledger.Reason = {"reward": voucher.reward_id, "order": voucher.used_for}
    draft = ledger.Draft(kind=Kind.RETURNED, reference=voucher.code, reason=reason)
    if points > 0:
        undone = voucher.entry_number
        ledger.put_back_part(tx, owner, act, draft, undone=undone, points=points)
    if points < 0:
        ledger.take_back(tx, owner, act, draft, points=-points, credited_for="")
