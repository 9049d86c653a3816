"""
Holding: points that are set aside for a voucher. They are spent when it is used, and come back with
their old dates when it lapses unused.

In the ledger setting them aside is the entry that takes them from their lots; that they are spent
is a note, and that they are back an entry that puts them where they were.
"""

from datetime import datetime, timedelta

from core import notices
from core.act import Act
from core.model import Kind, Member, Points, Voucher, VoucherCode, VoucherStatus
from core.tables import agenda, ledger, vouchers
from core.tables.told import Value
from core.transaction import Transaction

AGENDA = "hold"
"""The kind of the promise to give back what is held for a voucher, by its code."""

LATE = timedelta(days=1)
"""So much later than the voucher lapses: a shop may tell of an order after it was made."""


def begin(tx: Transaction, voucher: Voucher) -> None:
    """Promise to give the points back if the voucher is not used."""
    if voucher.expires_at:
        at = voucher.expires_at + LATE
        agenda.put(tx, voucher.member_id, AGENDA, voucher.code, at)


def spend(tx: Transaction, owner: Member, act: Act, voucher: Voucher) -> None:
    """The voucher is used: what was held for it is spent. The owner must be taken."""
    end(tx, voucher)
    reason: ledger.Reason = {
        "reward": voucher.reward_id,
        "gives": voucher.terms.kind,
        "held": voucher.points,
    }
    draft = ledger.Draft(kind=Kind.REDEMPTION, reference=voucher.code, reason=reason)
    ledger.note(tx, owner, act, draft)


def end(tx: Transaction, voucher: Voucher) -> None:
    """Nothing is held for the voucher any more."""
    agenda.drop(tx, voucher.member_id, AGENDA, voucher.code)


def release(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """The voucher of that code was not used in time: give the points back, and say so."""
    voucher = vouchers.find(tx, VoucherCode(key))
    if voucher is None or voucher.status is not VoucherStatus.ISSUED:
        return member
    draft = ledger.Draft(
        kind=Kind.RELEASE, reference=voucher.code, reason={"reward": voucher.reward_id}
    )
    member = ledger.put_back(tx, member, act, draft, undone=voucher.entry_number)
    vouchers.set_status(tx, voucher.code, VoucherStatus.EXPIRED)
    if voucher.from_stock:
        vouchers.return_to_stock(tx, voucher.reward_id)
    shown: dict[str, Value] = {"reward": voucher.title, "points": Points(voucher.points)}
    notices.tell(tx, member, act, "notice-voucher-released", f"voucher/{voucher.code}/back", shown)
    return member
