"""
Plans: applied for or bought, renewed, cancelled, refunded.

A payment pays for one period; core.plans.running says what follows from that.
"""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from core.act import Act
from core.calendar import local_day
from core.errors import (
    MembershipBlocked,
    MembershipFrozen,
    NotAMember,
    OperationReused,
    PlanHeldAlready,
    PlanIsPaid,
    PlanNeedsApproval,
    PlanNotRenewed,
    UnknownPayment,
    UnknownPlan,
)
from core.model import Member, MemberId, Status
from core.plans import running
from core.program.plans import Plan
from core.program.schema import Program
from core.tables import members, payments, subscriptions
from core.tables.payments import Payment
from core.tables.subscriptions import RUNNING, PlanStatus, Subscription
from core.transaction import Transaction

SHOP, STARS = "shop", "stars"
STARS_CURRENCY = "XTR"


class Price(NamedTuple):
    """What a period costs: minor units of the currency, or whole stars."""

    amount: int
    currency: str


def price_of(program: Program, plan: Plan, provider: str = SHOP) -> Price | None:
    """What the plan costs for a period when that provider takes the money; None: not sold so."""
    if provider == STARS:
        return None if plan.stars is None else Price(plan.stars, STARS_CURRENCY)
    return None if plan.price is None else Price(program.minor(plan.price), program.currency)


def named(act: Act, plan_id: str) -> Plan:
    """The plan of that id. Raises UnknownPlan."""
    plan = act.program.plan(plan_id)
    if plan is None:
        raise UnknownPlan(plan=plan_id[:64])
    return plan


def apply_for(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str) -> Subscription:
    """
    Ask for a plan: one with approval waits for the shop, one that costs nothing begins, one with a
    trial begins its trial, once. Asked again, nothing changes.

    Raises UnknownPlan, PlanIsPaid, MembershipFrozen, MembershipBlocked.
    """
    plan, member = named(act, plan_id), _taken(tx, member_id)
    check_taking_part(member)
    before = subscriptions.find(tx, member_id, plan_id)
    if before and (before.in_force_at(act.now) or _waits(before)):
        return before
    if plan.approval:
        return _saved(tx, _row(before, member_id, plan_id, PlanStatus.APPLIED))
    if price_of(act.program, plan) is None and plan.stars is None:
        return running.begin(tx, member, act, plan, before, act.now)
    if plan.trial_days and before is None:
        return running.begin_trial(tx, member, act, plan)
    raise PlanIsPaid(title=plan.title)


def approve(
    tx: Transaction,
    act: Act,
    *,
    member_id: MemberId,
    plan_id: str,
    approved_at: datetime | None = None,
) -> Subscription:
    """
    Accept the member, asked for or not: the plan begins, or can now be paid for if it has a price.

    Again, nothing changes. Raises UnknownPlan, NotAMember.
    """
    plan, member = named(act, plan_id), _taken(tx, member_id)
    before = subscriptions.find(tx, member_id, plan_id)
    if before and before.in_force_at(act.now):
        return before
    if price_of(act.program, plan) or plan.stars:
        return _saved(tx, _row(before, member_id, plan_id, PlanStatus.APPROVED))
    at = min(approved_at or act.now, act.now)
    return running.begin(tx, member, act, plan, before, at)


def close(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str) -> Subscription:
    """End the plan at once, or refuse the application. Raises UnknownPlan for who has neither."""
    _taken(tx, member_id)
    before = subscriptions.find(tx, member_id, plan_id)
    if before is None:
        raise UnknownPlan(plan=plan_id[:64])
    if before.status in (PlanStatus.APPLIED, PlanStatus.APPROVED):
        return _saved(tx, replace(before, status=PlanStatus.REFUSED))
    return running.end_now(tx, act, before) if before.status in RUNNING else before


def cancel(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str) -> Subscription:
    """
    Don't renew: the plan holds to the end of what is paid. An application is withdrawn.

    Again, nothing changes. Raises UnknownPlan, PlanNotRenewed.
    """
    plan = named(act, plan_id)
    _taken(tx, member_id)
    before = subscriptions.find(tx, member_id, plan_id)
    if before and _waits(before):
        return _saved(tx, replace(before, status=PlanStatus.CLOSED))
    if before is None or before.until is None or not before.in_force_at(act.now):
        raise PlanNotRenewed(title=plan.title)
    return _saved(tx, replace(before, status=PlanStatus.CANCELLED))


def resume(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str) -> Subscription:
    """Renew again what was cancelled and still holds. Raises UnknownPlan, PlanNotRenewed."""
    plan = named(act, plan_id)
    _taken(tx, member_id)
    before = subscriptions.find(tx, member_id, plan_id)
    if before is None or before.until is None or not before.in_force_at(act.now):
        raise PlanNotRenewed(title=plan.title)
    return _saved(tx, replace(before, status=PlanStatus.ACTIVE))


def pay(
    tx: Transaction,
    act: Act,
    *,
    member_id: MemberId,
    plan_id: str,
    paid_at: datetime,
    reference: str,
    amount: int | None = None,
    provider: str = SHOP,
    charge: str | None = None,
    holds_until: datetime | None = None,
) -> Payment:
    """
    Somebody paid for a period: the plan begins, or goes on; what is due for it is given.

    `reference` names the payment everywhere and for ever: once more with the same data gives the
    same result. `amount` is in minor units (whole stars); without it the price. `charge` is what
    a provider that renews by itself calls the subscription; its month may be longer than ours (30
    days in February), so the plan is in force until `holds_until` at least. Raises
    OperationReused, UnknownPlan, PlanNeedsApproval, PlanHeldAlready, NotAMember.
    """
    member = _taken(tx, member_id)
    if known := payments.find(tx, reference):
        return _same(known, member_id, plan_id, provider, amount)
    plan = named(act, plan_id)
    price = price_of(act.program, plan, provider)
    currency = STARS_CURRENCY if provider == STARS else act.program.currency
    paid_at = min(paid_at, act.now)
    before = subscriptions.find(tx, member_id, plan_id)
    check_payable(plan, before, act)
    start, after = running.extended(plan, before, member_id, paid_at, act)
    if holds_until and after.ends_at:
        after = replace(after, ends_at=max(after.ends_at, holds_until))
    payment = Payment(
        reference=reference,
        member_id=member_id,
        plan_id=plan_id,
        provider=provider,
        amount=price.amount if amount is None and price else amount or 0,
        currency=currency,
        paid_at=paid_at,
        period_from=start,
        period_until=after.until,
        charge=charge,
    )
    if not payments.add(tx, payment):
        raise OperationReused
    running.run(tx, member, act, plan, after, start)
    return payment


def refund(tx: Transaction, act: Act, *, reference: str) -> Payment:
    """
    The payment was given back: its period ends at once, or is taken off the end of what is paid;
    what was given for it is withdrawn. Again, nothing changes. Raises UnknownPayment.
    """
    found = payments.find(tx, reference)
    if found is None:
        raise UnknownPayment(reference=reference[:64])
    member = members.take(tx, found.member_id)
    payment = payments.find(tx, reference) or found
    if payment.refunded_at:
        return payment
    payments.set_refunded(tx, reference, act.now)
    today = local_day(act.now, act.program.timezone)
    start, end = payment.period_from, payment.period_until
    if end is None or end > today:
        start, end = running.shifted(tx, payment)
        running.shorten(tx, act, payment, start)
    running.withdraw(tx, member, act, payment.plan_id, start, end)
    return replace(payment, refunded_at=act.now)


def check_taking_part(member: Member) -> None:
    """Refuse a member who has left or is blocked."""
    if member.status is Status.LEFT:
        raise MembershipFrozen
    if member.status is Status.BLOCKED:
        raise MembershipBlocked


def _taken(tx: Transaction, member_id: MemberId) -> Member:
    member = members.take(tx, member_id)
    if member.status is Status.ERASED:
        raise NotAMember
    return member


def _saved(tx: Transaction, subscription: Subscription) -> Subscription:
    subscriptions.save(tx, subscription)
    return subscription


def _waits(subscription: Subscription) -> bool:
    return subscription.status in (PlanStatus.APPLIED, PlanStatus.APPROVED)


def _row(
    before: Subscription | None, member_id: MemberId, plan_id: str, status: PlanStatus
) -> Subscription:
    """The row with that status; a new one for who has none."""
    if before is None:
        return Subscription(member_id=member_id, plan_id=plan_id, status=status)
    return replace(before, status=status)


def _same(
    known: Payment, member_id: MemberId, plan_id: str, provider: str, amount: int | None
) -> Payment:
    """The payment of before, if this one says the same."""
    said = (member_id, plan_id, provider, known.amount if amount is None else amount)
    if said != (known.member_id, known.plan_id, known.provider, known.amount):
        raise OperationReused
    return known


def check_payable(plan: Plan, before: Subscription | None, act: Act) -> None:
    """Refuse money for a plan that is to be approved first, or is held for ever."""
    allowed = (*RUNNING, PlanStatus.APPROVED, PlanStatus.ENDED)
    if plan.approval and (before is None or before.status not in allowed):
        raise PlanNeedsApproval(title=plan.title)
    if before and before.until is None and before.in_force_at(act.now):
        raise PlanHeldAlready(title=plan.title)
