"""Undoing: who has just done something wrong at the till takes it back, within minutes."""

from dataclasses import dataclass
from datetime import timedelta

from core import adjusting, notices
from core.act import Act
from core.auditing import Deed, note
from core.earning.recording import record_order
from core.model import Member, Points, VoucherCode
from core.rewards import redeeming, returning
from core.staff_errors import NothingToTakeBack
from core.tables import audit, lots, members, orders, slips
from core.tables.audit import Record
from core.tables.orders import Order
from core.till.finding import SHOP
from core.till.selling import cancelled
from core.transaction import Transaction

WITHIN = timedelta(minutes=10)
UNDOABLE = (Deed.SOLD, Deed.USED, Deed.HANDED, Deed.RECEIPT, Deed.GRANTED)
LOOKED_AT = 20
REPEATED = timedelta(days=1)  # so long Telegram tries to deliver a message
OPERATION = "operation"  # the one by which it was undone


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What was undone, and what the member can spend since."""

    record: Record
    member: Member | None  # None: a receipt that nobody had claimed
    spendable: int


def last(tx: Transaction, act: Act) -> Record | None:
    """
    The actor's last act that could be undone, if it is not too long ago or undone already; said
    again it is the same.
    """
    for one in audit.undone_by(tx, act.actor, since=act.now - REPEATED):
        if one.undoes and one.details.get(OPERATION) == act.operation_id:
            return audit.find(tx, one.undoes)
    newest = audit.newest(  # a process whose clock is ahead may have recorded it
        tx, actor=act.actor, before=act.now + WITHIN, limit=LOOKED_AT
    )
    found = next((one for one in newest if one.deed in UNDOABLE), None)
    recent = found is not None and found.at > act.now - WITHIN
    return found if found and recent and not audit.is_undone(tx, found.id) else None


def undo(tx: Transaction, act: Act, id: int) -> TakenBack:
    """
    Undo the act of that record. Again it changes nothing.

    Raises NothingToTakeBack when it is somebody else's, or from longer ago than WITHIN;
    AlreadySpent when of points given by hand too few are left.
    """
    record = audit.find(tx, id)
    if record is None or record.actor != act.actor or record.deed not in UNDOABLE:
        raise NothingToTakeBack
    if record.member_id is None:
        return _withdraw(tx, act, record)
    member = members.take(tx, record.member_id)
    if audit.find(tx, id) != record:  # merged or forgotten in this very moment
        return undo(tx, act, id)
    if not audit.is_undone(tx, id):
        if record.at <= act.now - WITHIN:
            raise NothingToTakeBack
        _undo(tx, act, member, record)
        note(
            tx, act, Deed.UNDONE, member_id=member.id, about=record.about, undoes=id,
            points=-record.points, amount=-record.amount, details={OPERATION: act.operation_id},
        )  # fmt: skip
    spendable = lots.spendable(tx, member.id, act.now)
    return TakenBack(record=record, member=members.take(tx, member.id), spendable=spendable)


def _withdraw(tx: Transaction, act: Act, record: Record) -> TakenBack:
    """The receipt's code is good for nothing more; who has claimed it loses what it brought."""
    slip = slips.find(tx, record.about)
    assert slip  # noqa: S101 slips are never removed
    member = members.take(tx, slip.member_id) if slip.member_id else None
    if not audit.is_undone(tx, record.id):
        if record.at <= act.now - WITHIN:
            raise NothingToTakeBack
        claimed_by = slips.withdraw(tx, record.about)
        if claimed_by and member is None:  # in this very moment
            member = members.take(tx, claimed_by)
        if member:
            _cancel(tx, act, member, record.about)
        id = member.id if member else None
        note(
            tx, act, Deed.UNDONE, member_id=id, about=record.about, undoes=record.id,
            amount=-record.amount, details={OPERATION: act.operation_id},
        )  # fmt: skip
    if member is None:
        return TakenBack(record=record, member=None, spendable=0)
    spendable = lots.spendable(tx, member.id, act.now)
    return TakenBack(record=record, member=members.take(tx, member.id), spendable=spendable)


def _cancel(tx: Transaction, act: Act, member: Member, order_id: str) -> Order:
    order = orders.find(tx, SHOP, order_id)
    assert order  # noqa: S101 orders are never removed
    record_order(tx, act, cancelled(act, member, order))
    return order


def _undo(tx: Transaction, act: Act, member: Member, record: Record) -> None:
    if record.deed == Deed.SOLD:
        _unsell(tx, act, member, record)
        return
    if record.deed == Deed.GRANTED:
        _ungrant(tx, act, member, record)
        return
    code = VoucherCode(record.about)
    returning.give_back(tx, act, code=code, used_for=record.details["used"])
    if record.deed == Deed.HANDED:
        redeeming.undo(tx, act.part("undo"), member_id=member.id, code=code)


def _ungrant(tx: Transaction, act: Act, member: Member, record: Record) -> None:
    """What was given by hand goes, what was taken comes back; the member is told."""
    if "entry" not in record.details:  # of a version before this could be undone
        raise NothingToTakeBack
    entry, reason = int(record.details["entry"]), record.details.get("reason", "")
    adjusting.undo(tx, member, act, entry=entry, points=record.points, reason=reason)
    key = "notice-taken-undone" if record.points > 0 else "notice-given-undone"
    told = {"points": Points(abs(record.points))}
    notices.tell(tx, member, act, key, f"hand/{entry}/undone", told)


def _unsell(tx: Transaction, act: Act, member: Member, record: Record) -> None:
    order = _cancel(tx, act, member, record.about.removeprefix(f"{SHOP}/"))
    code = VoucherCode(record.details.get("paid") or record.details.get("voucher", ""))
    if code:
        returning.give_back(tx, act, code=code, used_for=order.reference)
    if "paid" in record.details:
        redeeming.undo(tx, act.part("undo"), member_id=member.id, code=code)
