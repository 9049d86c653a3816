"""
Earning by orders. An order is a state, not an event: whatever the shop reports, in any order and
any number of times, the ledger ends where that state says.

What was in force when the order first earned (the program's version, the buyer's tier and plans,
the order's number) stays with it: a smaller or cancelled order takes back the difference under
those same rules. core.awarding works out what it is worth; here it is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from core import carting, crediting, rating, tiering
from core.act import Act
from core.awarding.baskets import OrderLine
from core.awarding.returning import Returned
from core.awarding.settling import Lost
from core.earning import strangers, telling
from core.earning.valuing import (
    EARNING,
    Change,
    Posting,
    lines_as_text,
    lines_of,
    value,
)
from core.errors import OrderOfAnotherMember, WrongCurrency
from core.model import Kind, Member, MemberId, OrderStatus
from core.plans import dividends
from core.program.rules import OrderRule
from core.referrals import referring
from core.rewards import giving
from core.tables import entries, ledger, lots, orders, refunds
from core.tables import strangers as waiting_orders
from core.tables.orders import Order
from core.tables.refunds import Refund
from core.transaction import Transaction

__all__ = ["EARNING", "Buyer", "OrderReport", "OrderResult", "Refund", "record_order"]

AHEAD = timedelta(minutes=5)  # a shop's clock may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """How the shop names its customer."""

    card: str | None = None
    customer: str | None = None  # the shop's own id of them
    phone: str | None = None  # E.164
    email: str | None = None
    city: str | None = None  # of their address, as the shop has it; nobody is found by it

    @property
    def keys(self) -> dict[str, str | None]:
        """By what the program may look for them."""
        return {
            "card": self.card,
            "customer": self.customer,
            "phone": self.phone,
            "email": self.email,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReport:
    """What the shop says of an order. Sums are in minor units."""

    shop: str
    order_id: str
    buyer: Buyer
    placed_at: datetime
    currency: str
    total: int  # what is paid for everything, after every discount
    shipping: int  # in it
    tax: int  # in it
    status: OrderStatus
    discount: int = 0  # what was taken off for vouchers and discounts
    channel: str = ""  # store, web, app …
    payment: str = ""
    lines: tuple[OrderLine, ...] = ()
    cart_id: str = ""  # the cart it was, if the shop reports carts
    member_id: MemberId | None = None  # the buyer, where we know better than the shop
    refunds: tuple[Refund, ...] = ()  # what was given back, as far as it is told
    all_refunds: bool = False  # there are no others
    updated_at: datetime | None = None  # of this state, by the shop's clock; None: it is the newest
    delivered: bool = False  # may have been overtaken by a newer one: then None says nothing
    restored: bool = False  # it was deleted, and is no more: it counts though a newer one is known

    @property
    def cart(self) -> tuple[str, str] | None:
        """The shop and the id of the cart it was."""
        return (self.shop, self.cart_id) if self.cart_id else None

    @property
    def reference(self) -> str:
        """How ledger entries and vouchers name the order."""
        return f"{self.shop}/{self.order_id}"


class OrderResult(NamedTuple):
    """What the order means for its buyer."""

    member: Member | None
    awarded: int = 0  # the points of this order, pending ones included
    pending: int = 0  # those of them that can't be spent yet
    spendable: int = 0  # all the member can spend
    taken: int = 0  # of the order's points, taken back by this report
    order: Order | None = None  # as it now is
    refunded: bool = False  # something was given back of it, now or before


def record_order(tx: Transaction, act: Act, report: OrderReport) -> OrderResult:
    """
    Make the order what the report says, and the ledger with it. Any repetition changes nothing.

    Nor does a state that is older than the known one, by the shop's clock. Nobody's order is kept,
    and earns nothing. Raises WrongCurrency, OrderOfAnotherMember.
    """
    if act.program.exchange(report.currency) is None:
        raise WrongCurrency(currency=report.currency, expected=act.program.currency)
    buyer = _take_buyer(tx, act, report)
    if buyer is None:
        buyer = _keep_for_stranger(tx, act, report)
    if buyer is None:
        return _nobodys(tx, report)
    member, referrer_id, known, refunded = buyer
    before = _before(tx, report) if known else None
    older = before is not None and _is_older(report, before)
    new = bool(known or refunded or report.refunds) and _put_refunds(tx, report, older=older)
    if before and older:
        if not new:
            return _result(tx, member, act, report, before, before)
        report = as_known(before)
    found: list[Returned] = []
    if known or refunded or new:  # of a known order one may have come while this waited for it
        found = [Returned(*one) for one in refunds.of_order(tx, report.shop, report.order_id)]
    change = _save(tx, member, act, report, before, found, known=known)
    if change.order != before:
        member = _write(tx, member, act, change, before, quiet=report.member_id is not None)
        if referrer_id:
            contacts = {"phone": report.buyer.phone, "email": report.buyer.email}
            member = referring.settle(tx, member, act, change.order, before, contacts=contacts)
    result = _result(tx, member, act, report, change.order, before)
    return result._replace(refunded=bool(refunded or new or found))


def record_refunds(
    tx: Transaction, act: Act, *, shop: str, order_id: str, given_back: tuple[Refund, ...]
) -> OrderResult:
    """
    Something was given back of the order: each refund once, whether the order is known yet or not.

    What the returned goods earned under the rules of their day is taken back.
    """
    orders.take_buyer(tx, shop, order_id, {})  # so that the order stays as it is seen here
    known = orders.find(tx, shop, order_id)
    if known is not None:
        return record_order(tx, act, replace(as_known(known), refunds=given_back))
    at = min((one.refunded_at for one in given_back), default=act.now)
    if orders.reserve(tx, shop, order_id, at=at):
        refunds.put(tx, shop, order_id, given_back)
        return OrderResult(member=None)
    # its first report came in this very moment
    return record_refunds(tx, act, shop=shop, order_id=order_id, given_back=given_back)


def record_gone(
    tx: Transaction, act: Act, *, shop: str, order_id: str, since: datetime | None = None
) -> OrderResult:
    """
    The shop has deleted the order: it is cancelled, and whatever was sent before and comes later
    says nothing any more. Without the moment by the shop's clock: though that may be ahead. An
    unknown one is kept, to know that.
    """
    orders.take_buyer(tx, shop, order_id, {})  # so that the order stays as it is seen here
    known = orders.find(tx, shop, order_id)
    if known is None:
        known = Order(
            shop=shop,
            id=order_id,
            member_id=None,
            placed_at=act.now,
            currency=act.program.currency,
            total=0,
            status=OrderStatus.CANCELLED,
            eligible=0,
        )
    report = replace(
        as_known(known),
        status=OrderStatus.CANCELLED,
        updated_at=since or max(known.updated_at or act.now, act.now + AHEAD),
    )
    return record_order(tx, act, report)


def as_known(order: Order) -> OrderReport:
    """The report that says what is known of the order; its buyer stands with it."""
    return OrderReport(
        shop=order.shop,
        order_id=order.id,
        buyer=Buyer(),
        placed_at=order.placed_at,
        currency=order.currency,
        total=order.total,
        shipping=order.shipping,
        tax=order.tax,
        status=order.status,
        discount=order.discount,
        channel=order.channel,
        payment=order.payment,
        lines=lines_of(order),
        updated_at=order.updated_at,
    )


def _before(tx: Transaction, report: OrderReport) -> Order | None:
    """
    The order as it was, locked by its member; what is nobody's yet by its own row, so that nothing
    given back meanwhile is missed.
    """
    before = orders.find(tx, report.shop, report.order_id)
    if before and before.member_id:
        return before
    return orders.hold(tx, report.shop, report.order_id)


def _take_buyer(tx: Transaction, act: Act, report: OrderReport) -> orders.Taken | None:
    keys = act.program.buyers.ordered(report.buyer.keys)
    return orders.take_buyer(tx, report.shop, report.order_id, keys, known=report.member_id)


def _keep_for_stranger(tx: Transaction, act: Act, report: OrderReport) -> orders.Taken | None:
    """Keep nobody's order, and have it wait for its buyer; the buyer if there is one by now."""
    digests = strangers.lock(tx, act, report.shop, report.buyer.keys)
    buyer = _take_buyer(tx, act, report) if digests else None  # who has just joined
    if buyer is None and not orders.add_nobodys(tx, order := _as_reported(report, None)):
        known = orders.hold(tx, report.shop, report.order_id)
        if known and _is_older(report, known):
            return None
        since = order.updated_at or (known.updated_at if known else None)
        if not orders.restate_nobodys(tx, order._replace(updated_at=since)):
            return _take_buyer(tx, act, report)  # named in a report of this moment
    if buyer is None:
        strangers.wait(
            tx,
            act,
            digests,
            shop=report.shop,
            order_id=report.order_id,
            placed_at=report.placed_at,
        )
    return buyer


def _was_paid(before: Order, order: Order) -> bool:
    """Whether it waited to be paid, as a cart does, and waits no more."""
    return before.status is OrderStatus.PLACED and order.status is not OrderStatus.PLACED


def _nobodys(tx: Transaction, report: OrderReport) -> OrderResult:
    """An order without a buyer: what was given back of it is kept, too."""
    known = orders.find(tx, report.shop, report.order_id)
    new = _put_refunds(tx, report, older=known is not None and _is_older(report, known))
    return OrderResult(member=None, order=known, refunded=new)


def _put_refunds(tx: Transaction, report: OrderReport, *, older: bool) -> bool:
    """
    Write what the report says was given back; whether that is anything new.

    Where the shop always tells them all, some may be gone again that an older report knows.
    """
    if report.all_refunds and older:
        return False
    new = refunds.put(tx, report.shop, report.order_id, report.refunds)
    if report.all_refunds:
        return refunds.keep_only(tx, report.shop, report.order_id, report.refunds) or new
    return new


def _is_older(report: OrderReport, known: Order) -> bool:
    """
    Whether the shop reported a newer state before; of one moment the further state counts, and so
    it does of what is delivered without any: it may be late, and so does not go back.
    """
    if report.restored:
        return False
    if report.updated_at is None and report.delivered:
        return _stage(report.status) < _stage(known.status)
    if report.updated_at is None or known.updated_at is None:
        return False
    return (report.updated_at, _stage(report.status)) < (known.updated_at, _stage(known.status))


def _stage(status: OrderStatus) -> int:
    return list(OrderStatus).index(status)


def _save(
    tx: Transaction,
    member: Member,
    act: Act,
    report: OrderReport,
    before: Order | None,
    returned: Sequence[Returned],
    *,
    known: bool,
) -> Change:
    """
    Write what the order becomes, and say what that means for its member. Of a known one there is a
    row, be it only of what was given back before its first report.
    """
    change = value(tx, member, act, _as_reported(report, member.id, before), returned)
    if not known:
        orders.add(tx, change.order)
    elif not orders.save(tx, change.order):
        raise OrderOfAnotherMember  # named in a report of the same moment
    if before and before.member_id is None:
        waiting_orders.found(tx, shop=report.shop, order_id=report.order_id)
    return change


def _as_reported(
    report: OrderReport, member_id: MemberId | None, before: Order | None = None
) -> Order:
    """
    The order as the shop says it is; what it earned before stands, and with it when: what is then
    taken back counts in the same year for the tier, and a returned order doesn't change its year.
    """
    order = Order(
        shop=report.shop,
        id=report.order_id,
        member_id=member_id,
        placed_at=report.placed_at,
        currency=report.currency,
        total=report.total,
        shipping=report.shipping,
        tax=report.tax,
        discount=report.discount,
        channel=report.channel,
        payment=report.payment,
        lines=lines_as_text(report.lines),
        status=report.status,
        eligible=max(report.total - report.shipping - report.tax, 0),
        updated_at=report.updated_at,
    )
    if before is None:
        return order
    return order._replace(
        placed_at=before.placed_at if before.context else report.placed_at,
        updated_at=report.updated_at or before.updated_at,
        credited=before.credited,
        items=before.items,
        points=before.points,
        context=before.context,
        awards=before.awards,
    )


def _write(
    tx: Transaction,
    member: Member,
    act: Act,
    change: Change,
    before: Order | None,
    *,
    quiet: bool = False,
) -> Member:
    """Bring the ledger to where the order is. Quiet: what came is told by the caller."""
    start = member.balance
    for posting in change.postings:
        member = _post(tx, member, act, change, posting)
    if points := member.balance - start:
        available = _all_available_at(change)
        telling.tell(tx, member, act, change, points=points, available=available, quiet=quiet)
    member = ledger.count(tx, member, change.counters)
    for rule, reward in change.rewards:
        member = giving.give_reward(
            tx,
            member,
            act.part(f"goal/{rule}"),
            reward_id=reward,
            rule=rule,
            reference=change.order.reference,
        )
    for lost in change.lost:
        member = _take_back(tx, member, act, lost, change.order.reference)
    if change.order.status is OrderStatus.FULFILLED and before and before.status != "fulfilled":
        crediting.release(tx, member, act, change.order.reference)
        if _waits_for_event(change):
            telling.come_free(tx, member, act, change.order.reference, act.now)
    for dividend, year in change.dividends:
        dividends.expected(tx, member, act, dividend, year)
    if change.order.credited and (before is None or not before.credited):
        crediting.active(tx, member, act, "purchase", at=change.order.placed_at)
        rating.promise(tx, act, member, change.order)
    if any(one.points and one.kind is not Kind.REVERSAL for one in change.postings):
        crediting.active(tx, member, act, "earning", at=change.order.placed_at)
    return giving.settle_automatic(tx, member, act)


def _take_back(tx: Transaction, member: Member, act: Act, lost: Lost, reference: str) -> Member:
    """Take back what is unused, so that reaching the goal again gives it again."""
    member, count = giving.take_back(
        tx,
        member,
        act,
        rule=lost.rule,
        reward_id=lost.reward,
        times=lost.times,
        reference=reference,
    )
    lowered = {name: member.counters.get(name, 0) - count for name in lost.counters}
    return ledger.count(tx, member, {**member.counters, **lowered})


def _post(tx: Transaction, member: Member, act: Act, change: Change, posting: Posting) -> Member:
    order, rule = change.order, posting.rule
    available = _available_at(order, rule)
    pending_counts = change.program.tiers.pending
    draft = ledger.Draft(
        kind=posting.kind,
        reference=order.reference,
        reason=posting.reason,
        tier_points=posting.tier_points,
        tier_at=order.placed_at
        if pending_counts
        else _counts_at(tx, member, order, posting, available),
        counters=change.counters,
    )
    if posting.kind is Kind.REVERSAL:
        reference = order.reference
        if owed := max(posting.points - member.balance, 0):
            draft = draft._replace(owed=owed, reason={**draft.reason, "owes": owed})
        return ledger.take_back(
            tx, member, act, draft, points=posting.points, credited_for=reference
        )
    if not posting.points:
        return ledger.note(tx, member, act, draft)
    expires = crediting.expires_at(
        change.program,
        order.placed_at,
        joined_at=member.joined_at,
        rule_expires=rule.expires,
        available_at=available,
    )
    return ledger.credit(
        tx,
        member,
        act,
        draft,
        points=posting.points,
        available_at=available,
        expires_at=expires,
        own_date=rule.expires is not None,
    )


def _available_at(order: Order, rule: OrderRule) -> datetime:
    """When what the order earns by that rule can be spent."""
    if rule.pending_until_fulfilled and order.status is not OrderStatus.FULFILLED:
        return lots.UNTIL_EVENT
    return crediting.available_at(order.placed_at, rule.pending_days)


def _all_available_at(change: Change) -> datetime | None:
    """When all that the order just earned can be spent; None: that waits for an event."""
    moments = [
        _available_at(change.order, posting.rule)
        for posting in change.postings
        if posting.points and posting.kind is not Kind.REVERSAL
    ]
    latest = max(moments, default=None)
    return None if latest == lots.UNTIL_EVENT else latest


def _waits_for_event(change: Change) -> bool:
    """Whether the program has points that wait for the order's delivery."""
    return any(rule.pending_until_fulfilled for rule in change.program.rules(OrderRule))


def _counts_at(
    tx: Transaction, member: Member, order: Order, posting: Posting, available: datetime
) -> datetime:
    """When it counts for the tier, where points wait; what takes back counts when that did."""
    if posting.kind is not Kind.REVERSAL:
        return available
    known = entries.counted_at(tx, member.id, order.reference, rule=posting.rule.id)
    return known or available


def _result(
    tx: Transaction,
    member: Member,
    act: Act,
    report: OrderReport,
    order: Order,
    before: Order | None,
) -> OrderResult:
    """The answer, after a look at tier and carts: one reading of the database serves them all."""
    shrank = before is not None and order.credited < before.credited
    settled = tiering.settle_order(
        tx,
        member,
        act,
        order.reference,
        changed=order != before,
        taken_back=order.placed_at if shrank else None,
    )
    if settled.open_carts and (before is None or _was_paid(before, order)):
        carting.ordered(tx, act, member.id, at=report.placed_at, cart=report.cart)
    return OrderResult(
        member=settled.member,
        awarded=order.points,
        pending=settled.pending,
        spendable=settled.spendable,
        taken=before.points - order.points if before else 0,
        order=order,
    )
