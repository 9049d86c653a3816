"""
Earning by orders. An order is a state, not an event: whatever the shop reports, in any order and
any number of times, the ledger ends where that state says.

What was in force when the order first earned (the program's version, the buyer's tier and plans,
the order's number) stays with it: a smaller or cancelled order takes back the difference under
those same rules. core.awarding works out what it is worth; here it is written.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core import carting, tiering
from core.act import Act
from core.awarding.returning import Returned
from core.earning import posting, strangers
from core.earning.reports import OrderReport, OrderResult, as_known, as_reported, is_older
from core.earning.valuing import Change, value
from core.errors import OrderOfAnotherMember, WrongCurrency
from core.model import Member, OrderStatus
from core.referrals import referring
from core.tables import orders, refunds
from core.tables import strangers as waiting_orders
from core.tables.orders import Order
from core.tables.refunds import Refund
from core.transaction import Transaction

AHEAD = timedelta(minutes=5)  # a shop's clock may be


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
    older = before is not None and is_older(report, before)
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
        member = posting.post(tx, member, act, change, before, quiet=report.member_id is not None)
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
    if buyer is None and not orders.add_nobodys(tx, order := as_reported(report, None)):
        known = orders.hold(tx, report.shop, report.order_id)
        if known and is_older(report, known):
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
    new = _put_refunds(tx, report, older=known is not None and is_older(report, known))
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
    change = value(tx, member, act, as_reported(report, member.id, before), returned)
    if not known:
        orders.add(tx, change.order)
    elif not orders.save(tx, change.order):
        raise OrderOfAnotherMember  # named in a report of the same moment
    if before and before.member_id is None:
        waiting_orders.found(tx, shop=report.shop, order_id=report.order_id)
    return change


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
