"""
Acting: what members do that is no order, as the program's rules for actions reward it. Who sees
it done (the shop, a fitness tracker) reports it with a reference of its own: the same one again is
the same act, and one taken back stays taken back, in whatever order the reports come.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum

from core import tiering
from core.act import Act
from core.awarding import limiting
from core.awarding.periods import without_old
from core.calendar import local_day
from core.earning.action_awards import Awards, give, work_out
from core.errors import UnknownAction
from core.model import TAKING_PART, Kind, Member, VoucherCode, VoucherStatus
from core.program.rules import ActionRule
from core.program.schema import Program
from core.tables import actions, buyers, ledger, lots, members, vouchers
from core.tables.actions import Action
from core.transaction import Transaction

NAMES_SHOWN = 5


class Nothing(StrEnum):
    """Why an action gives nothing."""

    NO_MEMBER = "no_member"  # nobody has that card, phone or e-mail
    NOT_TAKING_PART = "not_taking_part"  # has left, or is blocked
    CONDITIONS = "conditions"  # no rule holds for it
    LIMIT = "limit"  # the member has had all that the rules give
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReport:
    """What is said of an action."""

    who: Mapping[str, str]  # card, customer, phone, email: how the shop names the member
    action: str
    reference: str
    occurred_at: datetime
    cancelled: bool = False
    shop: str = ""  # whose customer it is, if who names one


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResult:
    """What the action has brought its member."""

    member: Member | None
    points: int = 0  # given for it, pending ones included
    pending: int = 0  # those of them that can't be spent yet
    spendable: int = 0  # all the member can spend
    vouchers: tuple[VoucherCode, ...] = ()  # given for it and not used yet
    reason: str = ""  # why it brought nothing: a Nothing


def perform(tx: Transaction, act: Act, report: ActionReport) -> ActionResult:
    """
    Reward the action once, by every rule for it that holds, or take back what was given.

    Points already spent are forgiven, vouchers already used are kept. Raises UnknownAction.
    """
    program = act.program
    rules = [rule for rule in program.rules(ActionRule) if rule.action == report.action]
    if not rules:
        raise _unknown(program, report.action)
    member_id = buyers.find(tx, report.shop, program.buyers.ordered(report.who))
    if member_id is None:
        return ActionResult(member=None, reason=Nothing.NO_MEMBER)
    member = members.take(tx, member_id)
    known = actions.find(tx, member.id, report.action, report.reference)
    if known is None:
        member, known = _first(tx, member, act, report, rules)
    elif report.cancelled and known.cancelled_at is None:
        member, known = _take_back(tx, member, act, known)
    return _result(tx, member, act, known)


def _unknown(program: Program, action: str) -> UnknownAction:
    names = sorted({rule.action for rule in program.rules(ActionRule)})
    nearest = get_close_matches(action, names, n=NAMES_SHOWN, cutoff=0.0)
    return UnknownAction(action=action, known=", ".join(nearest) or "–")


def _first(
    tx: Transaction, member: Member, act: Act, report: ActionReport, rules: list[ActionRule]
) -> tuple[Member, Action]:
    """Write the action down, and give what there is to give."""
    action = Action(
        member_id=member.id,
        action=report.action,
        reference=report.reference,
        occurred_at=report.occurred_at,
        cancelled_at=act.now if report.cancelled else None,
    )
    day = local_day(report.occurred_at, act.program.timezone)
    awards = Awards(dict(member.counters))
    reason = ""
    if report.cancelled:
        reason = Nothing.CANCELLED
    elif member.status not in TAKING_PART:
        reason = Nothing.NOT_TAKING_PART
    else:
        awards = work_out(tx, member, act, rules, day)
        if not awards.points:
            reason = Nothing.LIMIT if awards.limited else Nothing.CONDITIONS
    action = replace(action, reason=reason, awards=awards.points)
    actions.save(tx, action)
    if awards.points:
        member = ledger.count(tx, member, without_old(awards.counters))
        member = give(tx, member, act, action, rules, day)
    return member, action


def _take_back(tx: Transaction, member: Member, act: Act, action: Action) -> tuple[Member, Action]:
    """Take back the points that are left and the vouchers that are unused; limits are freed."""
    action = replace(action, cancelled_at=act.now, reason=Nothing.CANCELLED)
    day = local_day(action.occurred_at, act.program.timezone)
    counters = dict(member.counters)
    for rule_id, points in action.awards.items():
        rule = act.program.rule(rule_id)
        if isinstance(rule, ActionRule):
            limiting.count(rule, day, -points, -1, counters)
        if points:
            member = _reverse(tx, member, act.part(rule_id), action, rule_id, points)
    member = ledger.count(tx, member, without_old(counters))
    for code in actions.unused_vouchers(tx, action):
        voucher = vouchers.find(tx, code)
        vouchers.set_status(tx, code, VoucherStatus.UNDONE)
        if voucher and voucher.from_stock:
            vouchers.return_to_stock(tx, voucher.reward_id)
    actions.save(tx, action)
    return tiering.settle(tx, member, act, taken_back=action.occurred_at), action


def _reverse(
    tx: Transaction, member: Member, act: Act, action: Action, rule_id: str, points: int
) -> Member:
    reference = action.entry_reference
    draft = ledger.Draft(
        kind=Kind.REVERSAL, reference=reference, reason={"rule": rule_id, "due": points}
    )
    taken = min(points, member.balance)
    return ledger.take_back(tx, member, act, draft, points=taken, credited_for=reference)


def _result(tx: Transaction, member: Member, act: Act, action: Action) -> ActionResult:
    given = 0 if action.cancelled_at else sum(action.awards.values())
    return ActionResult(
        member=member,
        points=given,
        pending=actions.pending_points(tx, action, act.now),
        spendable=lots.spendable(tx, member.id, act.now),
        vouchers=tuple(actions.unused_vouchers(tx, action)),
        reason=action.reason,
    )
