"""
Earning by orders. An order is a state, not an event: whatever the shop reports, in any order and
any number of times, the ledger ends where that state says.

The rule is "points for every full sum", with what is left over carried to the next order ($30 and
$20 at one point per $50 earn one). What was awarded is remembered with the rule of that day, and
a smaller or cancelled order takes back the difference under that same rule.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from core import referring, tiering
from core.act import Act
from core.crediting import available_at, expires_at
from core.errors import OrderOfAnotherMember, WrongCurrency
from core.model import Kind, Member, MemberId, OrderStatus, Status
from core.tables import ledger, orders
from core.tables.orders import Order
from core.transaction import Transaction

EARNING = (OrderStatus.PAID, OrderStatus.FULFILLED)
FROZEN = (Status.LEFT, Status.BLOCKED, Status.ERASED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """How the shop names its customer."""

    card: str | None = None
    phone: str | None = None  # E.164
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReport:
    """What the shop says of an order. Sums are in minor units."""

    shop: str
    order_id: str
    buyer: Buyer
    placed_at: datetime
    currency: str
    total: int
    shipping: int
    tax: int
    status: OrderStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderResult:
    """What the order means for its buyer."""

    member: Member | None
    awarded: int = 0  # the points of this order, pending ones included
    pending: int = 0  # those of them that can't be spent yet
    spendable: int = 0  # all the member can spend


def record_order(tx: Transaction, act: Act, report: OrderReport) -> OrderResult:
    """
    Make the order what the report says, and the ledger with it. Any repetition changes nothing.

    Raises WrongCurrency, OrderOfAnotherMember. Nobody's order is kept, and earns nothing.
    """
    if report.currency != act.program.currency:
        raise WrongCurrency(currency=report.currency, expected=act.program.currency)
    buyer = _buyer_of(tx, report)
    if buyer is None:
        if orders.save_nobodys(tx, _as_reported(report, act, None)):
            return OrderResult(member=None)
        buyer = _buyer_of(tx, report)  # a report of the same moment named the buyer
        assert buyer  # noqa: S101 an order keeps its buyer
    member_id, referrer_id = buyer
    member = referring.take_with_referrer(tx, member_id, referrer_id)
    before = orders.find(tx, report.shop, report.order_id)
    order = _as_reported(report, act, before, member_id)
    member, order = _settle(tx, member, act, order)
    if not orders.save(tx, order):
        raise OrderOfAnotherMember  # named in a report of the same moment
    if order != before:
        if referrer_id:
            member = referring.settle(tx, member, act, order, before)
        member = tiering.review(tx, member, act)
    return _result(tx, member, act, order)


def points_for(units: int, points: int, factor: Decimal) -> int:
    """
    The points of so many full sums, rounded down once per order.

    An order whose sum helped a later one to its points has fewer than none when it is returned:
    then it never takes more than it helped to.
    """
    return int((units * points * factor).to_integral_value(rounding="ROUND_DOWN"))


def _buyer_of(tx: Transaction, report: OrderReport) -> tuple[MemberId, MemberId | None] | None:
    buyer = report.buyer
    keys = {"card": buyer.card, "phone": buyer.phone, "email": buyer.email}
    given = {key: value for key, value in keys.items() if value}
    return orders.buyer(tx, report.shop, report.order_id, given)


def _as_reported(
    report: OrderReport, act: Act, before: Order | None, member_id: MemberId | None = None
) -> Order:
    counts = act.program.counts
    eligible = report.total
    eligible -= 0 if counts.shipping else report.shipping
    eligible -= 0 if counts.tax else report.tax
    order = Order(
        shop=report.shop,
        id=report.order_id,
        member_id=member_id,
        placed_at=report.placed_at,
        currency=report.currency,
        total=report.total,
        eligible=max(eligible, 0),
        status=report.status,
    )
    if before is None:
        return order
    return replace(
        before,
        member_id=member_id,
        placed_at=order.placed_at,
        total=order.total,
        eligible=order.eligible,
        status=order.status,
    )


def _settle(tx: Transaction, member: Member, act: Act, order: Order) -> tuple[Member, Order]:
    """Bring what the order has earned to what its state earns."""
    target = _target(member, act, order)
    if target > order.credited:
        return _award(tx, member, act, order, target)
    if target < order.credited:
        return _take_back(tx, member, act, order, target)
    return member, order


def _target(member: Member, act: Act, order: Order) -> int:
    """The part of the order that earns, in minor units."""
    rule = act.program.purchase
    if order.status not in EARNING:
        return 0
    if rule is None or member.status in FROZEN:
        return min(order.eligible, order.credited)
    if order.credited and order.eligible >= order.credited:
        return order.eligible  # it was large enough when it was credited: today's minimum is later
    minimum = act.program.minor(rule.minimum) if rule.minimum else 0
    return order.eligible if order.eligible >= minimum else 0


def _award(
    tx: Transaction, member: Member, act: Act, order: Order, target: int
) -> tuple[Member, Order]:
    rule = act.program.purchase
    assert rule  # noqa: S101 without a rule nothing is to be awarded
    if not order.credited:  # the rule and the tier of this day hold for the order from now on
        order = replace(
            order,
            units=0,
            points=order.points - _earned(order),  # those that were forgiven are not given twice
            rule_points=rule.points,
            rule_per=act.program.minor(rule.per),
            factor=act.program.tier(member.tier).factor,
        )
    more = target - order.credited
    units, rest = divmod(member.remainder + more, order.rule_per)
    reason: ledger.Reason = {"rule": rule.id, "sum": more, "carried": member.remainder}
    before, order = order, replace(order, credited=target, units=order.units + units)
    earned = _earned(order) - _earned(before)
    points = max(0, _earned(order) - before.points)
    order = replace(order, points=before.points + points)
    if not earned:
        return ledger.carry(tx, member, rest), order
    draft = _draft(Kind.ORDER, order, reason, earned)
    member = replace(member, remainder=rest)
    if not points:
        return ledger.note(tx, member, act, draft), order
    member = ledger.credit(
        tx,
        member,
        act,
        draft,
        points=points,
        available_at=available_at(order.placed_at, rule.pending_days),
        expires_at=expires_at(act.program, order.placed_at),
    )
    return member, order


def _take_back(
    tx: Transaction, member: Member, act: Act, order: Order, target: int
) -> tuple[Member, Order]:
    """Take back what the missing sum had earned; points already spent are forgiven."""
    less = order.credited - target
    short = less - member.remainder
    units = -(-short // order.rule_per) if short > 0 else 0
    rest = units * order.rule_per - short
    before, order = order, replace(order, credited=target, units=order.units - units)
    due = _earned(before) - _earned(order)
    points = min(due, member.balance)
    order = replace(order, points=before.points - points)
    if not due:
        return ledger.carry(tx, member, rest), order
    reason = {"sum": -less, "due": due}
    draft = _draft(Kind.REVERSAL, order, reason, -due)
    member = ledger.take_back(
        tx,
        replace(member, remainder=rest),
        act,
        draft,
        points=points,
        credited_for=order.reference,
    )
    return member, order


def _earned(order: Order) -> int:
    """What the order's units are worth under its own rule, forgiven or not."""
    return points_for(order.units, order.rule_points, order.factor)


def _draft(kind: Kind, order: Order, reason: ledger.Reason, points: int) -> ledger.Draft:
    return ledger.Draft(
        kind=kind,
        reference=order.reference,
        reason={
            **reason,
            "currency": order.currency,
            "points": order.rule_points,
            "per": order.rule_per,
            "factor": str(order.factor),
        },
        tier_points=points,
        tier_at=order.placed_at,
    )


def _result(tx: Transaction, member: Member, act: Act, order: Order) -> OrderResult:
    spendable, pending = ledger.spendable_and_pending_for(tx, member.id, order.reference, act.now)
    return OrderResult(member=member, awarded=order.points, pending=pending, spendable=spendable)
