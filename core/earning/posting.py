"""The ledger, brought to where an order is: its points, rewards and promises."""

from datetime import datetime

from core import crediting, rating
from core.act import Act
from core.awarding.settling import Lost
from core.earning import telling
from core.earning.valuing import Change, Posting
from core.model import Kind, Member, OrderStatus
from core.plans import dividends
from core.program.rules import OrderRule
from core.rewards import giving
from core.tables import entries, ledger, lots
from core.tables.orders import Order
from core.transaction import Transaction


def post(
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
        if owed := max(posting.points - member.balance, 0):
            draft = draft._replace(owed=owed, reason={**draft.reason, "owes": owed})
        return ledger.take_back(
            tx, member, act, draft, points=posting.points, credited_for=order.reference
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
