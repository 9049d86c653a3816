"""Selling: a purchase at the till, paid in part with points or a voucher; and what it costs."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from core import notices, quoting
from core.act import Act
from core.auditing import Deed, note
from core.awarding.baskets import OrderLine
from core.codes import ALPHABET
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.model import (
    TAKING_PART,
    Member,
    MemberId,
    OrderStatus,
    Points,
    Voucher,
    VoucherCode,
)
from core.program.rewards import FlexibleReward
from core.program.schema import Program
from core.quoting import Quote, Wish
from core.rewards import choosing, redeeming
from core.staff_errors import CustomerNotActive, VoucherNotForThis
from core.tables import audit, lots, members, orders
from core.tables.orders import Order
from core.till.finding import SHOP
from core.transaction import Transaction

CHANNEL = "store"
ID_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What the customer buys, and what they pay with besides money."""

    amount: int  # minor units, before anything is taken off
    category: str = ""
    voucher: VoucherCode | None = None
    points: tuple[str, int] | None = None  # of that flexible reward so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A purchase as it was recorded."""

    member: Member
    order: Order
    awarded: int
    spendable: int
    record: int | None  # of the audit trail, to undo it by


def order_id(act: Act, screen: str) -> str:
    """The order that a screen's buttons stand for: whichever is tapped, and however often."""
    digest = int.from_bytes(sha256(f"{act.actor} {screen}".encode()).digest()[:8], "big")
    signs = []
    for _ in range(ID_LENGTH):
        digest, place = divmod(digest, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def cost(tx: Transaction, act: Act, member_id: MemberId, bill: Bill) -> Quote:
    """What is left to pay in money, with the member's discounts and the voucher."""
    wish = Wish(
        shop=SHOP,
        member_id=member_id,
        currency=act.program.currency,
        lines=_lines(bill, bill.amount),
        channel=CHANNEL,
        voucher_codes=(bill.voucher,) if bill.voucher else (),
    )
    return quoting.quote(tx, act, wish)


def sell(tx: Transaction, act: Act, *, member_id: MemberId, id: str, bill: Bill) -> Sale:
    """
    Record the purchase, with the voucher used or the points spent on it.

    An order of that id that is known stays as it is. Raises CustomerNotActive, VoucherNotForThis,
    what redeeming raises.
    """
    member = active(members.take(tx, member_id))
    if known := orders.find(tx, SHOP, id):
        return _as_known(tx, act, member, known)
    paid = _pay(tx, act, member, bill)
    code = paid.code if paid else bill.voucher
    quote = cost(tx, act, member.id, Bill(amount=bill.amount, category=bill.category, voucher=code))
    if quote.refused:
        raise VoucherNotForThis(reason=quote.refused[0][1].value)
    reported = report(act, member, id, quote.total, bill, at=act.now)
    result = record_order(tx, act, reported)
    if code:
        redeeming.use(tx, act, code=code, used_for=reported.reference, order=True)
    if paid:
        _tell(tx, member, act, reported, paid)
    record = note(
        tx,
        act,
        Deed.SOLD,
        member_id=member.id,
        about=reported.reference,
        points=result.awarded,
        amount=quote.total,
        details={"paid": paid.code} if paid else {"voucher": code} if code else {},
    )
    order = orders.find(tx, SHOP, id)
    assert result.member is not None  # noqa: S101 it has just been recorded
    assert order is not None  # noqa: S101 same
    return Sale(
        member=result.member,
        order=order,
        awarded=result.awarded,
        spendable=result.spendable,
        record=record.id,
    )


def active(member: Member) -> Member:
    """The member, if the till may serve them. Raises CustomerNotActive."""
    if member.status not in TAKING_PART:
        raise CustomerNotActive
    return member


def money_off(program: Program) -> list[FlexibleReward]:
    """The rewards that pay a part of a purchase with as many points as is wished."""
    return [one for one in program.rewards if isinstance(one, FlexibleReward)]


def sensible_points(
    program: Program, reward: FlexibleReward, *, spendable: int, amount: int, limit: int
) -> list[int]:
    """Numbers of points that pay a part of that sum, rising: no more than it can take."""
    share = int(amount * (reward.max_share or 100) / 100)
    enough = share * reward.points // program.minor(reward.amount)
    able = choosing.choices(reward, program.currency)
    return choosing.sensible(able, min(spendable, enough), limit=limit)


def report(
    act: Act, member: Member, id: str, total: int, bill: Bill, *, at: datetime
) -> OrderReport:
    """The purchase as an order, of which so much is left to pay."""
    off, lines = bill.amount - total, _lines(bill, total)
    return _reported(act, member, id, total, off, OrderStatus.PAID, lines, at)


def cancelled(act: Act, member: Member, order: Order) -> OrderReport:
    """The report that takes the order back."""
    status, at = OrderStatus.CANCELLED, order.placed_at
    return _reported(act, member, order.id, order.total, order.discount, status, (), at)


def _pay(tx: Transaction, act: Act, member: Member, bill: Bill) -> Voucher | None:
    if bill.points is None:
        return None
    reward_id, points = bill.points
    return redeeming.redeem(
        tx, act.part("pay"), member_id=member.id, reward_id=reward_id, points=points
    )


def _tell(tx: Transaction, member: Member, act: Act, report: OrderReport, paid: Voucher) -> None:
    values = {"points": Points(paid.points)}
    notices.tell(tx, member, act, "notice-purchase-paid", f"paid/{report.reference}", values)


def _lines(bill: Bill, amount: int) -> tuple[OrderLine, ...]:
    return (OrderLine("", 1, amount, (bill.category,) if bill.category else ()),)


def _reported(
    act: Act,
    member: Member,
    id: str,
    total: int,
    discount: int,
    status: OrderStatus,
    lines: tuple[OrderLine, ...],
    at: datetime,
) -> OrderReport:
    return OrderReport(
        shop=SHOP,
        order_id=id,
        buyer=Buyer(card=member.card, phone=member.phone, email=member.email),
        placed_at=at,
        currency=act.program.currency,
        total=total,
        shipping=0,
        tax=0,
        discount=discount,
        status=status,
        channel=CHANNEL,
        lines=lines,
    )


def _as_known(tx: Transaction, act: Act, member: Member, order: Order) -> Sale:
    return Sale(
        member=member,
        order=order,
        awarded=order.points,
        spendable=lots.spendable(tx, member.id, act.now),
        record=audit.latest(tx, order.reference, Deed.SOLD),
    )
