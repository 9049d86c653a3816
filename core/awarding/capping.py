"""
Limits of points. All of a member's orders together give what they would have given had they come
in the order of their days, each as it is now: so who came first, what was returned meanwhile and
what moved on between them make no difference, and when all is returned nothing is left.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from core.awarding.award import FINENESS, NOTHING, Award, Awards
from core.awarding.periods import first_day, period_key
from core.program.rules import ChallengeRule, OrderRule, PurchaseRule, Rule
from core.program.rules.challenges import STREAKS
from core.program.schema import Program

STRETCHES = ("day", "week", "month", "year", "ever")


class Standing(NamedTuple):
    """An order as it is, with what it earned."""

    day: date  # in the shop's time zone
    reference: str  # what sorts the orders of one day
    program: Program  # in force when it first earned
    awards: Awards


def is_capped(rule: Rule) -> bool:
    """Whether what it gives for one order depends on others, or on a limit of points."""
    return any(limit.points is not None for limit in rule.limits)


def sums_over_orders(rule: Rule) -> bool:
    """Whether what is left over of one order waits for the next."""
    match rule:
        case PurchaseRule(carry=carry):
            return carry
        case ChallengeRule(counts=counts):
            return counts not in STREAKS
    return False


def reached(rule: ChallengeRule, count: int, goal: int) -> int:
    """How often so much reaches the goal."""
    times = max(count, 0) // goal
    return times if rule.repeats else min(times, 1)


def goal_of(program: Program, rule: ChallengeRule) -> int:
    """What reaches it, in minor units, pieces or orders."""
    return next(extra.goal for extra in program.rates.extras if extra.rule is rule)


def earliest(rules: Iterable[Rule], day: date) -> date | None:
    """
    Since when a member's orders must be known for one of that day; `date.max`: none other need be.
    None is ever.
    """
    found = [_earliest(rule, day) for rule in rules if isinstance(rule, OrderRule)]
    return None if None in found else min((one for one in found if one), default=date.max)


def _earliest(rule: Rule, day: date) -> date | None:
    if not is_capped(rule):
        return date.max
    match rule:
        case PurchaseRule(carry=True):
            return None
        case ChallengeRule(every=every) if sums_over_orders(rule):
            asked = {limit.every for limit in rule.limits} | {every}
        case _:
            asked = {limit.every for limit in rule.limits}
    stretches = asked & {*STRETCHES}
    if "week" in stretches and stretches & {"month", "year"}:
        return None  # one is not within the other, so that what one leaves reaches on and on
    longest = max(stretches, key=STRETCHES.index, default="")
    return first_day(longest, day) if longest else date.max


def change(
    rule_id: str, others: Sequence[Standing], old: Standing, new: Standing, *, count: int
) -> int:
    """
    How many points more they give when that one order changes; less than 0 when it gives less.

    Count is what the rule's counter said before: what is left over, or of the order's time. No
    more is taken than was ever given, though that was under other limits, or counted otherwise;
    and when nothing is left of all orders, nothing is left of what they were given.
    """
    known, now = ([_of(rule_id, one) for one in (*others, last)] for last in (old, new))
    had = sum(one.award.due for one in known)
    if not any(one.award.sum or one.award.weight for one in now):
        return -had
    sums = _before(known, new, rule_id, count)
    more = _given(now, sums.copy()) - _given(known, sums)
    return max(more, min(-had, 0))


class _One(NamedTuple):
    """An order as one rule sees it."""

    day: date
    reference: str
    rule: Rule | None  # None: of a file whose rule was renamed
    full: int  # what fills a sum, or reaches a goal
    award: Award


def _of(rule_id: str, one: Standing) -> _One:
    rule, full = one.program.rule(rule_id), 0
    match rule:
        case PurchaseRule(carry=True):
            full = one.program.minor(rule.per) * FINENESS
        case ChallengeRule():
            full = goal_of(one.program, rule)
    return _One(one.day, one.reference, rule, full, one.awards.get(rule_id, NOTHING))


def _before(known: Iterable[_One], new: Standing, rule_id: str, count: int) -> Counter[str]:
    """What was left over before all of them: members may have come with something."""
    match rule := new.program.rule(rule_id):
        case PurchaseRule(carry=True):
            gone = sum(one.award.weight - one.award.units * one.full for one in known)
            return Counter({"": count - gone})
        case ChallengeRule() if sums_over_orders(rule):
            key = period_key(rule.every, new.day)
            those = (one for one in known if period_key(rule.every, one.day) == key)
            return Counter({f":{key}": max(count - sum(one.award.sum for one in those), 0)})
    return Counter()


def _given(orders: Iterable[_One], sums: Counter[str]) -> int:
    """What the rule gives for all of them, each under the program of its own day."""
    given: Counter[str] = Counter()
    for one in sorted(orders, key=lambda one: (one.day, one.reference)):
        points = _unlimited(one, sums)
        keys = {every: f"{every}:{period_key(every, one.day)}" for every in STRETCHES}
        for limit in one.rule.limits if one.rule else ():
            if limit.points is not None:
                had = given[keys[limit.every]] if limit.every in keys else 0
                points = min(points, max(limit.points - had, 0))
        for key in keys.values():
            given[key] += points
    return given["ever:"]


def _unlimited(one: _One, sums: Counter[str]) -> int:
    """The points for the order without limits of points, with what is left over before it."""
    match one.rule:
        case PurchaseRule(carry=True, points=points):
            units, sums[""] = divmod(sums[""] + one.award.weight, one.full)
            return units * points
        case ChallengeRule(points=points) as rule if sums_over_orders(rule):
            key = f":{period_key(rule.every, one.day)}"
            had = reached(rule, sums[key], one.full)
            sums[key] += one.award.sum
            return (reached(rule, sums[key], one.full) - had) * (points or 0)
        case Rule(limits=limits) if limits:
            return one.award.raw
    return one.award.due
