"""
Buying a plan where the provider takes the money: whether it can be bought now, for how much, and
which of the provider's own subscriptions renews it.
"""

from datetime import timedelta

from core.act import Act
from core.calendar import local_day
from core.errors import NotAMember, PlanNotSold, PlanPaidAlready, PlanPriceChanged
from core.model import MemberId, Status
from core.plans import subscribing
from core.plans.subscribing import STARS, Price
from core.program.plans import Plan
from core.tables import members, payments, subscriptions
from core.tables.subscriptions import PlanStatus, Subscription
from core.transaction import Transaction

EARLY_DAYS = {"month": 7, "year": 30}  # so long before the end it can be paid for again


def offer(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str) -> Price:
    """
    What the member would pay in stars now. Changes nothing, and locks nothing.

    Raises UnknownPlan, NotAMember, MembershipFrozen, MembershipBlocked, PlanNotSold,
    PlanNeedsApproval, PlanHeldAlready, PlanPaidAlready.
    """
    plan = subscribing.named(act, plan_id)
    member = members.find(tx, member_id)
    if member is None or member.status is Status.ERASED:
        raise NotAMember
    subscribing.check_taking_part(member)
    price = subscribing.price_of(act.program, plan, STARS)
    if price is None:
        raise PlanNotSold(title=plan.title)
    before = subscriptions.find(tx, member_id, plan_id)
    subscribing.check_payable(plan, before, act)
    if before:
        _check_due(tx, act, plan, before)
    return price


def check_out(tx: Transaction, act: Act, *, member_id: MemberId, plan_id: str, amount: int) -> None:
    """The last look before the money moves. Raises what offer raises, and PlanPriceChanged."""
    price = offer(tx, act, member_id=member_id, plan_id=plan_id)
    if amount != price.amount:
        title = subscribing.named(act, plan_id).title
        raise PlanPriceChanged(title=title, stars=price.amount)


def renewing(tx: Transaction, *, member_id: MemberId, plan_id: str) -> tuple[str, ...]:
    """
    What the provider calls the subscription that renews the plan: the payment it began with, then
    the newest one. Empty: nothing renews by itself.
    """
    paid = payments.of_plan(tx, member_id, plan_id)
    newest = max(paid, key=lambda one: (one.paid_at, one.period_from), default=None)
    if newest is None or newest.provider != STARS or newest.charge is None:
        return ()
    return tuple(dict.fromkeys((newest.charge, newest.reference)))


def _check_due(tx: Transaction, act: Act, plan: Plan, before: Subscription) -> None:
    """Nobody pays by mistake for a time that is paid already, or that will renew by itself."""
    in_trial = before.paid_from is None
    if before.until is None or not before.in_force_at(act.now) or in_trial:
        return
    cancelled = before.status is PlanStatus.CANCELLED
    if plan.period == "month" and cancelled:
        return
    today = local_day(act.now, act.program.timezone)
    early = (before.until - today).days > EARLY_DAYS[plan.period]
    renews = not cancelled and renewing(tx, member_id=before.member_id, plan_id=plan.id)
    if early or renews:
        raise PlanPaidAlready(title=plan.title, date=before.until - timedelta(days=1))
