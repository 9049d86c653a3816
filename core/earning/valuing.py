"""
What an order's report changes, decided before anything of it is written: the order as it then is,
its member's counters, and what is to be posted to the ledger.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from core.act import Act
from core.awarding.award import FINENESS, NOTHING, Award, Awards
from core.awarding.baskets import Basket, Circumstances, OrderLine, basket_of, exchanged
from core.awarding.capping import Standing, earliest
from core.awarding.claiming import Claim, claims, tier_factor
from core.awarding.periods import without_old
from core.awarding.returning import Returned
from core.awarding.settling import Lost, Settled, settle
from core.calendar import midnight
from core.earning.in_force import ORDERS, context, in_force, program_of
from core.model import TAKING_PART, Kind, Member, OrderStatus
from core.plans import dividends
from core.program.rates import Rate
from core.program.rules import (
    CashbackRule,
    ChallengeRule,
    DividendRule,
    OrderRule,
    PurchaseRule,
)
from core.program.schema import Program
from core.tables import ledger, lots, orders, refunds
from core.tables.compact import compact
from core.tables.orders import Order
from core.transaction import Transaction

EARNING = (OrderStatus.PAID, OrderStatus.FULFILLED)


class Posting(NamedTuple):
    """One entry to be written: points given, or taken back if it is a reversal."""

    rule: OrderRule
    kind: Kind
    points: int
    tier_points: int  # what it adds to the sum that decides the tier
    reason: ledger.Reason


class Change(NamedTuple):
    """What a report makes of an order and of its member."""

    program: Program  # in force when the order first earned
    order: Order  # as it then is
    counters: Mapping[str, int]
    postings: tuple[Posting, ...] = ()
    rewards: tuple[tuple[str, str], ...] = ()  # rule, reward: goals that were reached
    lost: tuple[Lost, ...] = ()  # rewards for goals that are reached no more
    dividends: tuple[tuple[str, str], ...] = ()  # rule, year: to be paid one day


def value(
    tx: Transaction, member: Member, act: Act, order: Order, returned: Sequence[Returned] = ()
) -> Change:
    """Decide what brings the order's earnings to what its state, less what was returned, earns."""
    earns = order.status in EARNING
    if not order.context and (not earns or member.status not in TAKING_PART):
        return Change(program=act.program, order=order, counters=member.counters)
    program, buyer, day = in_force(tx, member, act, order)
    basket = _basket(program, order, day, returned)
    if member.status not in TAKING_PART and earns and basket.sum >= order.credited:
        order = order._replace(eligible=basket.sum)
        return Change(program=program, order=order, counters=member.counters)
    claimed = claims(program, basket, buyer) if earns else {}
    before = _awards(order)
    counters = member.counters
    if not order.context:
        counters = {**counters, ORDERS: buyer.number}
    settled = settle(
        program,
        claimed,
        buyer,
        day=day,
        counters=counters,
        before=before,
        reference=order.reference,
        others=_others(tx, act, order, program, day, {*before, *claimed}),
    )
    due = _dividends(program, settled, before, buyer, member, act, day)
    room = _room(tx, program, member, act, order)
    postings, awards = _postings(program, member, buyer, order, settled, before, claimed, room=room)
    return Change(
        program=program,
        order=order._replace(
            eligible=basket.sum,
            credited=basket.sum if earns else 0,
            items=sum(line.quantity for line in basket.lines) if earns else 0,
            points=sum(award.net for award in awards.values()),
            context=context(order.context, act, buyer, settled),
            awards={rule: list(award) for rule, award in awards.items()},
        ),
        counters=without_old(settled.counters),
        postings=postings,
        rewards=tuple(settled.rewards),
        lost=tuple(settled.lost),
        dividends=due,
    )


def lines_as_text(lines: Iterable[OrderLine]) -> str:
    """The lines as the table keeps them."""
    given = [list(line) for line in lines]
    return compact(given) if given else ""


def lines_of(order: Order) -> tuple[OrderLine, ...]:
    """The lines the table kept."""
    return tuple(
        OrderLine(sku, quantity, amount, tuple(categories), tuple(labels), gift)
        for sku, quantity, amount, categories, labels, gift in (
            json.loads(order.lines) if order.lines else ()
        )
    )


def _awards(order: Order) -> Awards:
    return {rule: Award(*award) for rule, award in order.awards.items()}


def _others(
    tx: Transaction, act: Act, order: Order, program: Program, day: date, rules: Iterable[str]
) -> list[Standing]:
    """The member's other orders, as far as the limits of those rules ask for them."""
    known = (program.rule(rule) for rule in rules)
    since = earliest((rule for rule in known if rule), day)
    if since == date.max or order.member_id is None:
        return []
    start = midnight(since, program.timezone) if since else None
    found = []
    for other in orders.earned_since(tx, order.member_id, start):
        if other.reference != order.reference:
            its_program, its_day = program_of(tx, act, other)
            found.append(Standing(its_day, other.reference, its_program, _awards(other)))
    return found


def share_returned(tx: Transaction, act: Act, order: Order) -> Fraction:
    """How much of the order was given back, if the program gives back what was spent on it."""
    program, day = program_of(tx, act, order)
    if not program.returns.give_back:
        return Fraction()
    found = [Returned(*one) for one in refunds.of_order(tx, order.shop, order.id)]
    return _basket(program, order, day, found).returned


def _room(tx: Transaction, program: Program, member: Member, act: Act, order: Order) -> int | None:
    """How many points may be taken back; None is all, though the member has them no more."""
    match program.returns.take_back:
        case "only_pending":
            return lots.pending_for(tx, member.id, order.reference, act.now)
        case "within_balance":
            return member.balance
        case "unlimited":
            return None


def _basket(program: Program, order: Order, day: date, returned: Sequence[Returned] = ()) -> Basket:
    basket = basket_of(
        program,
        lines_of(order),
        total=order.total,
        shipping=order.shipping,
        tax=order.tax,
        discount=order.discount,
        day=day,
        shop=order.shop,
        channel=order.channel,
        payment=order.payment,
        refunds=returned,
    )
    if order.currency == program.currency:
        return basket
    rate = program.exchange(order.currency)
    return exchanged(basket, rate or Fraction())  # a program of that day may not have known it


def _dividends(
    program: Program,
    settled: Settled,
    before: Mapping[str, Award],
    buyer: Circumstances,
    member: Member,
    act: Act,
    day: date,
) -> tuple[tuple[str, str], ...]:
    """Count the sum for the year's dividend: of the year it was bought, or this one if paid."""
    due = []
    for rule in program.rules(DividendRule):
        change = settled.awards.get(rule.id, NOTHING).sum - before.get(rule.id, NOTHING).sum
        if not change:
            continue
        key = dividends.key_for(rule, program, day, act.now, buyer.joined_on, buyer.plans)
        name = f"{rule.id}:{key}"
        settled.counters[name] = settled.counters.get(name, 0) + change
        due.append((rule.id, key))
    return tuple(due)


def _postings(
    program: Program,
    member: Member,
    buyer: Circumstances,
    order: Order,
    settled: Settled,
    before: Mapping[str, Award],
    claimed: Mapping[str, Claim],
    *,
    room: int | None,
) -> tuple[tuple[Posting, ...], dict[str, Award]]:
    """
    The entries that bring the ledger there, and what each rule has then given; what there is no
    room for is forgiven.
    """
    postings, awards = [], {}
    rising = sorted(
        settled.awards, key=lambda rule: settled.awards[rule].due < before.get(rule, NOTHING).due
    )
    for rule_id in rising:
        new, old = settled.awards[rule_id], before.get(rule_id, NOTHING)
        more = new.due - old.due
        if more >= 0:
            points = max(new.due - old.net, 0) if more else 0
        else:
            points = max(min(-more, old.net - new.due), 0)
            points = -(points if room is None else min(points, max(room, 0)))
        if room is not None:
            room += points
        awards[rule_id] = new._replace(net=old.net + points)
        rule = program.rule(rule_id)
        if more and isinstance(rule, OrderRule):
            posting = Posting(
                rule=rule,
                kind=_kind(rule, more),
                points=abs(points),
                tier_points=0 if isinstance(rule, ChallengeRule) else more,
                reason=_reason(program, rule, new, old, claimed.get(rule_id), member, buyer),
            )
            postings.append(posting)
    return tuple(postings), awards


def _kind(rule: OrderRule, more: int) -> Kind:
    if more < 0:
        return Kind.REVERSAL
    return Kind.CHALLENGE if isinstance(rule, ChallengeRule) else Kind.ORDER


def _reason(
    program: Program,
    rule: OrderRule,
    new: Award,
    old: Award,
    claim: Claim | None,
    member: Member,
    buyer: Circumstances,
) -> ledger.Reason:
    """The answer to "why?": the rule, the sum, what it was multiplied by."""
    reason: dict[str, str | int] = {
        "rule": rule.id,
        "on": rule.on if hasattr(rule, "on") else "",
        "sum": new.sum - old.sum,
        "currency": program.currency,
    }
    match rule:
        case PurchaseRule():
            known = claim.of.per if claim and isinstance(claim.of, Rate) else 0
            reason |= {"points": rule.points, "per": known or program.minor(rule.per)}
            if rule.carry:
                reason["carried"] = member.counters.get(rule.id, 0) // FINENESS
        case CashbackRule():
            reason["percent"] = str(rule.percent)
    if claim and claim.factor != 1:
        reason["factor"] = f"{float(claim.factor):g}"
        if buyer.boost in claim.factors and buyer.boost > tier_factor(program, buyer):
            reason["boost"] = buyer.boost_by
    if new.due < old.due:
        reason["due"] = old.due - new.due
    if rule.limits and new.due < new.raw:
        reason["limited"] = new.raw
    return reason
