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

    @property
    def reference(self) -> str:
        """How ledger entries and vouchers name the order."""
        return f"{self.shop}/{self.order_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderResult:
    """What the order means for its buyer."""

    member: Member | None
    awarded: int = 0  # the points of this order, pending ones included
    pending: int = 0  # those of them that can't be spent yet
    spendable: int = 0  # all the member can spend


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a report makes of an order: decided before anything of it is written."""

    order: Order  # as it then is
    remainder: int  # its member's
    points: int = 0  # given, or taken back if the draft is a reversal
    draft: ledger.Draft | None = None  # None: nothing was earned, nothing is due


def record_order(tx: Transaction, act: Act, report: OrderReport) -> OrderResult:
    """
    Make the order what the report says, and the ledger with it. Any repetition changes nothing.

    Raises WrongCurrency, OrderOfAnotherMember. Nobody's order is kept, and earns nothing.
    """
    if report.currency != act.program.currency:
        raise WrongCurrency(currency=report.currency, expected=act.program.currency)
    buyer = _take_buyer(tx, report)
    if buyer is None:
        if orders.save_nobodys(tx, _as_reported(report, act, None)):
            return OrderResult(member=None)
        buyer = _take_buyer(tx, report)  # a report of the same moment named the buyer
        assert buyer  # noqa: S101 an order keeps its buyer
    member, referrer_id = buyer
    before, change = _save(tx, member, act, report)
    if change.order != before:
        member = _write(tx, member, act, change)
        if referrer_id:
            member = referring.settle(tx, member, act, change.order, before)
    return _result(tx, member, act, change.order, before)


def points_for(units: int, points: int, factor: Decimal) -> int:
    """
    The points of so many full sums, rounded down once per order.

    An order whose sum helped a later one to its points has fewer than none when it is returned:
    then it never takes more than it helped to.
    """
    return int((units * points * factor).to_integral_value(rounding="ROUND_DOWN"))


def _take_buyer(tx: Transaction, report: OrderReport) -> tuple[Member, MemberId | None] | None:
    buyer = report.buyer
    keys = {"card": buyer.card, "phone": buyer.phone, "email": buyer.email}
    given = {key: value for key, value in keys.items() if value}
    return orders.take_buyer(tx, report.shop, report.order_id, given)


def _save(
    tx: Transaction, member: Member, act: Act, report: OrderReport
) -> tuple[Order | None, Change]:
    """
    Write what the order becomes, and say what it was and what that means for the taken member.

    Most orders are new: they are added without a look, and only a known one is read.
    """
    change = _change(member, act, _as_reported(report, act, None, member.id))
    if orders.add(tx, change.order):
        return None, change
    before = orders.find(tx, report.shop, report.order_id)
    change = _change(member, act, _as_reported(report, act, before, member.id))
    if not orders.save(tx, change.order):
        raise OrderOfAnotherMember  # named in a report of the same moment
    return before, change


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


def _change(member: Member, act: Act, order: Order) -> Change:
    """What brings the order's earnings to what its state earns."""
    target = _target(member, act, order)
    if target > order.credited:
        return _award(member, act, order, target)
    if target < order.credited:
        return _take_back(member, order, target)
    return Change(order=order, remainder=member.remainder)


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


def _award(member: Member, act: Act, order: Order, target: int) -> Change:
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
    earned, worth = _earned(order), _earned(order, more=units)
    points = max(0, worth - order.points)
    after = replace(order, credited=target, units=order.units + units, points=order.points + points)
    reason: ledger.Reason = {"rule": rule.id, "sum": more, "carried": member.remainder}
    draft = _draft(Kind.ORDER, after, reason, worth - earned)
    return Change(order=after, remainder=rest, points=points, draft=draft)


def _take_back(member: Member, order: Order, target: int) -> Change:
    """Take back what the missing sum had earned; points already spent are forgiven."""
    less = order.credited - target
    short = less - member.remainder
    units = -(-short // order.rule_per) if short > 0 else 0
    rest = units * order.rule_per - short
    due = _earned(order) - _earned(order, more=-units)
    points = min(due, member.balance)
    after = replace(order, credited=target, units=order.units - units, points=order.points - points)
    draft = _draft(Kind.REVERSAL, after, {"sum": -less, "due": due}, -due)
    return Change(order=after, remainder=rest, points=points, draft=draft)


def _write(tx: Transaction, member: Member, act: Act, change: Change) -> Member:
    """Bring the ledger to where the order is."""
    order, draft = change.order, change.draft
    if draft is None:
        carried = change.remainder != member.remainder
        return ledger.carry(tx, member, change.remainder) if carried else member
    member = replace(member, remainder=change.remainder)
    if draft.kind is Kind.REVERSAL:
        reference = order.reference
        return ledger.take_back(
            tx, member, act, draft, points=change.points, credited_for=reference
        )
    rule = act.program.purchase
    assert rule  # noqa: S101 without a rule nothing was awarded
    if not change.points:
        return ledger.note(tx, member, act, draft)
    return ledger.credit(
        tx,
        member,
        act,
        draft,
        points=change.points,
        available_at=available_at(order.placed_at, rule.pending_days),
        expires_at=expires_at(act.program, order.placed_at),
    )


def _earned(order: Order, *, more: int = 0) -> int:
    """What the order's units, or so many more, are worth under its own rule, forgiven or not."""
    return points_for(order.units + more, order.rule_points, order.factor)


def _draft(kind: Kind, order: Order, reason: ledger.Reason, points: int) -> ledger.Draft | None:
    if not points:
        return None
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


def _result(
    tx: Transaction, member: Member, act: Act, order: Order, before: Order | None
) -> OrderResult:
    """The answer, after a look at the tier: one reading of the ledger serves both."""
    windows = tiering.windows(act.program, act.now)
    tier, spendable, pending = ledger.sums(tx, member.id, order.reference, act.now, windows)
    if order != before:
        shrank = before is not None and order.credited < before.credited
        best = tiering.best(act.program, tier)
        member = tiering.move(tx, member, act, best, date_it=shrank)
    return OrderResult(member=member, awarded=order.points, pending=pending, spendable=spendable)
