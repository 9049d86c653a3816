"""Claiming: who had no card at hand takes the receipt's code home, and has the points later."""

from datetime import timedelta

from core import codes
from core.act import Act
from core.auditing import Deed, note
from core.earning.recording import record_order
from core.earning.reports import OrderResult
from core.model import Chat, MemberId
from core.staff_errors import NotForYourself, ReceiptNotUsable
from core.staffing import STAFF
from core.tables import members, slips
from core.tables.slips import Slip
from core.till import selling
from core.till.selling import Bill
from core.transaction import Transaction


def issue(tx: Transaction, act: Act, bill: Bill) -> Slip:
    """Make a code for the purchase; a repeated operation gives the first one again."""
    made = Slip(
        code=codes.referral_code(act.random),
        amount=bill.amount,
        category=bill.category,
        made_by=act.actor,
        made_at=act.now,
        expires_at=act.now + timedelta(days=act.program.counter.claim_days),
    )
    slip = slips.put(tx, f"{act.actor} {act.operation_id}", made)
    if slip.code == made.code:
        note(tx, act, Deed.RECEIPT, about=slip.code, amount=bill.amount)
    return slip


def claim(
    tx: Transaction, act: Act, *, member_id: MemberId, chat: Chat, typed: str
) -> tuple[Slip, OrderResult]:
    """
    Make the purchase the member's. Again by the same member it changes nothing.

    Raises ReceiptNotUsable, CustomerNotActive, NotForYourself for who wrote the receipt.
    """
    code = "".join(sign for sign in typed.upper() if sign.isalnum())
    member = selling.active(members.take(tx, member_id))
    slip = slips.find(tx, code)
    if slip is None or slip.withdrawn or slip.member_id not in (None, member_id):
        raise ReceiptNotUsable
    if slip.made_by == f"{STAFF}{chat.address}":
        raise NotForYourself
    if slip.member_id is None and not slips.claim(tx, code, member_id, now=act.now):
        raise ReceiptNotUsable
    bill = Bill(amount=slip.amount, category=slip.category)
    report = selling.report(act, member, code, slip.amount, bill, at=slip.made_at)
    return slip, record_order(tx, act, report)
