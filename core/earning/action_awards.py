"""What the rules give for an action: worked out with their limits, then written to the ledger."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from core import crediting, tiering
from core.act import Act
from core.awarding import limiting
from core.awarding.baskets import Basket
from core.awarding.matching import holds
from core.calendar import midnight
from core.earning.in_force import circumstances
from core.model import Kind, Member
from core.program.rules import ActionRule
from core.rewards import giving
from core.tables import ledger
from core.tables.actions import Action
from core.transaction import Transaction


@dataclass(slots=True)
class Awards:
    """What the rules give for one action."""

    counters: dict[str, int]  # the member's, as they then are
    points: dict[str, int] = field(default_factory=dict)  # by rule; 0 if it gives a reward alone
    limited: bool = False  # a rule would have given more often, or more


def work_out(
    tx: Transaction, member: Member, act: Act, rules: list[ActionRule], day: date
) -> Awards:
    """What each rule that holds gives, clipped to what its limits leave; goods never fit."""
    out = Awards(dict(member.counters))
    buyer = circumstances(tx, member, act, day)
    nothing_bought = Basket(0, (), day)
    for rule in rules:
        if rule.when.any or not holds(rule.when, nothing_bought, buyer, act.program.currency):
            continue
        left = limiting.room(rule, day, out.counters)
        points = rule.points or 0
        if left is not None:
            points = min(points, left)
            if not points and (rule.points or left == 0):
                out.limited = True
                continue
        out.points[rule.id] = points
        limiting.count(rule, day, points, 1, out.counters)
    return out


def give(
    tx: Transaction,
    member: Member,
    act: Act,
    action: Action,
    rules: list[ActionRule],
    day: date,
) -> Member:
    """Write what was worked out to the ledger; the member as they then are."""
    for rule in rules:
        if rule.id not in action.awards:
            continue
        points = action.awards[rule.id]
        part = act.part(rule.id)
        if rule.starts_days_later and points:
            member = _give_later(tx, member, part, action, rule, day)
            points = 0
        if points or rule.reward:
            member = giving.give(
                tx,
                member,
                part,
                kind=Kind.ACTION,
                points=points or None,
                reward=rule.reward,
                rule=rule.id,
                reference=action.entry_reference,
                expires=rule.expires,
            )
    member = giving.settle_automatic(tx, member, act)
    return tiering.settle(tx, member, act)


def _give_later(
    tx: Transaction, member: Member, act: Act, action: Action, rule: ActionRule, day: date
) -> Member:
    """Points that can be spent some days after the action; till then they are pending."""
    crediting.active(tx, member, act, "earning")
    timezone = act.program.timezone
    available = max(midnight(day + timedelta(days=rule.starts_days_later), timezone), act.now)
    draft = ledger.Draft(
        kind=Kind.ACTION, reference=action.entry_reference, reason={"rule": rule.id}
    )
    return ledger.credit(
        tx,
        member,
        act,
        draft,
        points=action.awards[rule.id],
        available_at=available,
        expires_at=crediting.expires_at(
            act.program,
            action.occurred_at,
            joined_at=member.joined_at,
            rule_expires=rule.expires,
            available_at=available,
        ),
        own_date=rule.expires is not None,
    )
