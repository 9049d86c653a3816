"""
Dividends: a share of a whole year's purchases, paid at once after the year.

What a year's orders add up to stands in the member's counters under "RULE:YEAR", where the year is
"2025", or the first day of a year that begins with joining or with a plan: "2025-04-01".
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from core import notices
from core.act import Act
from core.calendar import add_months, local_day, midnight
from core.crediting import give_bonus
from core.model import Kind, Member, Points
from core.money import digits
from core.program.rules import DividendRule
from core.program.schema import Program
from core.tables import agenda, ledger, payments, subscriptions
from core.tables.told import Value
from core.transaction import Transaction

PROMISE = "dividend"
NEVER = date(9999, 1, 1)


class Pending(NamedTuple):
    """What a year has come to so far, and when it will be paid."""

    rule: DividendRule
    points: int
    paid_on: date


def year_key(rule: DividendRule, day: date, joined_on: date, plan_since: date | None) -> str:
    """The year that day is in, as it stands in the counters; "" is none: no plan begins it."""
    if rule.year == "calendar":
        return str(day.year)
    first = joined_on if rule.year == "membership" else plan_since
    return "" if first is None else _year_of(first, max(day, first)).isoformat()


def key_for(
    rule: DividendRule,
    program: Program,
    day: date,
    now: datetime,
    joined_on: date,
    plans: Mapping[str, date],
) -> str:
    """
    The year to which an order of that day, or what is taken back of it, counts now: its own, or
    the present one if its own was to be paid already. "" is none.

    `plans` are the buyer's when the order first earned, each with its first day.
    """
    since = plan_since(rule, plans)
    key = year_key(rule, day, joined_on, since)
    if paid_at(rule, key, program) > now:
        return key
    return year_key(rule, local_day(now, program.timezone), joined_on, since)


def plan_since(rule: DividendRule, plans: Mapping[str, date]) -> date | None:
    """The first day of the plan that the rule's years begin with."""
    wanted = [plans[plan] for plan in plans if not rule.when.plans or plan in rule.when.plans]
    return min(wanted, default=None)


def paid_at(rule: DividendRule, key: str, program: Program) -> datetime:
    """When that year is paid; no year is never paid."""
    return midnight(_paid_on(rule, key), program.timezone)


def expected(tx: Transaction, member: Member, act: Act, rule_id: str, key: str) -> None:
    """
    Promise to pay that year; again it changes nothing. The member must be taken.

    Nothing is promised if the rule has gone meanwhile, or for no year.
    """
    rule = act.program.rule(rule_id)
    if key and isinstance(rule, DividendRule):
        at = paid_at(rule, key, act.program)
        agenda.put(tx, member.id, PROMISE, f"{rule_id}:{key}", at)


def pending(program: Program, member: Member) -> list[Pending]:
    """What each year that is not paid yet has come to, the first to be paid first."""
    found = []
    for name, amount in member.counters.items():
        rule_id, _, key = name.partition(":")
        rule = program.rule(rule_id)
        if isinstance(rule, DividendRule) and key:
            points = worth(rule, program, amount)
            found.append(Pending(rule, points, _paid_on(rule, key)))
    return sorted(found, key=lambda one: (one.paid_on, one.rule.id))


def worth(rule: DividendRule, program: Program, amount: int) -> int:
    """
    What a year's sum, in minor units, is worth: rounded down once, at most what the rule says, and
    nothing for a year in which more was returned than bought.
    """
    unit = 1 if program.unit == "money" else 10 ** digits(program.currency)
    points = int(max(0, amount) * rule.percent / 100 / unit)
    return points if rule.at_most is None else min(points, rule.at_most)


def pay(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """
    Pay the year `key` ("RULE:YEAR"), and begin nothing anew: its sum is gone with it.

    Nothing for a plan's year that did not run to its end, and if the rule is no longer there.
    """
    amount = member.counters.get(key)
    rule_id, _, year = key.partition(":")
    rule = act.program.rule(rule_id)
    if amount is None or not isinstance(rule, DividendRule):
        return member
    rest = {name: count for name, count in member.counters.items() if name != key}
    points = worth(rule, act.program, amount)
    if not points or not _ran_to_its_end(tx, member, rule, year):
        return ledger.count(tx, member, rest)
    reason: dict[str, str | int] = {
        "rule": rule.id,
        "year": year,
        "sum": amount,
        "currency": act.program.currency,
        "percent": str(rule.percent),
    }
    occasion = f"dividend/{rule.id}/{year}"
    told: dict[str, Value] = {"points": Points(points)}
    notices.tell(tx, member, act, "notice-dividend-paid", occasion, told)
    return give_bonus(
        tx,
        member._replace(counters=rest),
        act,
        kind=Kind.DIVIDEND,
        points=points,
        reference=occasion,
        reason=reason,
        expires=rule.expires,
    )


def _year_of(first: date, day: date) -> date:
    """The last anniversary of that first day, not after the day."""
    years = day.year - first.year
    begun = add_months(first, 12 * years)
    return begun if begun <= day else add_months(first, 12 * (years - 1))


def _paid_on(rule: DividendRule, key: str) -> date:
    if not key:
        return NEVER
    if rule.year == "calendar":
        return date.fromisoformat(f"{int(key) + 1:04}-{rule.paid_on or '01-01'}")
    return add_months(date.fromisoformat(key), 12)


def _ran_to_its_end(tx: Transaction, member: Member, rule: DividendRule, year: str) -> bool:
    """Whether a plan was in force on the last day of its year; other years need none."""
    if rule.year != "plan":
        return True
    last_day = _paid_on(rule, year) - timedelta(days=1)
    paid = payments.of_member(tx, member.id)
    for one in subscriptions.of_member(tx, member.id):
        if rule.when.plans and one.plan_id not in rule.when.plans:
            continue
        if one.covers(last_day):
            return True
        begun_anew = one.since is not None and one.since > last_day
        if begun_anew and any(p.plan_id == one.plan_id and p.covers(last_day) for p in paid):
            return True
    return False
