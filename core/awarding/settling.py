"""
What an order's claims come to: with what is carried, what goals and limits leave, less what the
order earned before. Decided here; written by core.earning, or added up by `loyalty simulate`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from core.awarding.baskets import Circumstances
from core.awarding.claiming import Claim
from core.awarding.periods import ordinal, period_key
from core.program.rates import Rate
from core.program.rules import ChallengeRule, DividendRule, PurchaseRule, Rule
from core.program.rules.challenges import STREAKS
from core.program.schema import Program

FINENESS = 10_000
"""Parts of a minor unit in which sums that are multiplied are carried on: factors have 4 places."""
WHOLE = Fraction(FINENESS)


class Award(NamedTuple):
    """What an order has earned by one rule."""

    sum: int = 0  # minor units, or what was counted
    units: int = 0  # times the sum or the goal was full, with what was carried
    due: int = 0  # points it is worth, within the rule's limits
    net: int = 0  # points that stand in the ledger for it: more than due, if some were spent
    raw: int = 0  # points it would be worth without the limits, if the rule has some
    weight: int = 0  # the sum with its factors, where what is left over is carried


NOTHING = Award()


class Lost(NamedTuple):
    """Rewards whose goal is reached no more: those of them that are unused are taken back."""

    rule: str
    reward: str
    times: int
    counters: tuple[str, ...]  # how often it was given; to be lowered by what is taken back


@dataclass(slots=True)
class Settled:
    """What an order's report changes."""

    awards: dict[str, Award]
    counters: dict[str, int]
    shut: set[str] = field(default_factory=set)  # rules that had given as often as they may
    rewards: list[tuple[str, str]] = field(default_factory=list)  # rule, reward: for goals reached
    lost: list["Lost"] = field(default_factory=list)  # for goals that are reached no more


def settle(
    program: Program,
    claimed: Mapping[str, Claim],
    buyer: Circumstances,
    *,
    day: date,
    counters: Mapping[str, int],
    before: Mapping[str, Award],
) -> Settled:
    """Work out what every rule that gave something, or now does, has given."""
    out = Settled({}, dict(counters), set(buyer.shut))
    for rule_id in dict.fromkeys([*before, *claimed]):
        rule = program.rule(rule_id)
        old = before.get(rule_id, NOTHING)
        if rule is None:
            out.awards[rule_id] = old  # of a file whose rule was renamed: nothing is known of it
            continue
        claim = claimed.get(rule_id)
        new = _taking_part(program, rule, claim, day, old, out)
        if rule.limits:
            new = _limited(rule, new, old, day, out)
        if new != NOTHING:
            out.awards[rule_id] = new
    return out


def _taking_part(
    program: Program, rule: Rule, claim: Claim | None, day: date, old: Award, out: Settled
) -> Award:
    """
    The award. An order for which the rule has given too often takes no part in sums over orders,
    or no more than before: else others would lose by their return what this one was never given.
    """
    if not _sums_over_orders(rule) or not any(_times_given(rule, day)):
        return _award(program, rule, claim, day, old, out)
    tried = replace(out, counters={**out.counters}, rewards=[*out.rewards], lost=[*out.lost])
    new = _award(program, rule, claim, day, old, tried)
    shut = _is_shut(rule, new.due, old.raw, day, tried)
    if shut and (new.weight, new.sum) >= (old.weight, old.sum):
        return old._replace(due=old.raw)  # the limits are looked at anew
    out.counters, out.rewards, out.lost = tried.counters, tried.rewards, tried.lost
    return new


def _sums_over_orders(rule: Rule) -> bool:
    match rule:
        case PurchaseRule(carry=carry):
            return carry
        case ChallengeRule(counts=counts):
            return counts not in STREAKS
    return False


def _award(
    program: Program,
    rule: Rule,
    claim: Claim | None,
    day: date,
    old: Award,
    out: Settled,
) -> Award:
    match rule:
        case PurchaseRule(carry=True):
            return _full_sums(program, rule, claim, old, out)
        case ChallengeRule(counts=counts) if counts in STREAKS:
            return _streak(rule, claim, day, old, out)
        case ChallengeRule():
            return _goal(program, rule, claim, day, old, out)
        case DividendRule():
            return old._replace(sum=claim.sum if claim else 0)
    if claim is None:
        return old._replace(sum=0, due=0)
    if isinstance(claim.of, Rate):
        return old._replace(sum=claim.sum, due=claim.times(claim.of.value))
    return old._replace(sum=claim.sum, due=claim.points)


def _full_sums(
    program: Program, rule: PurchaseRule, claim: Claim | None, old: Award, out: Settled
) -> Award:
    """
    Points for every full sum over all orders: what is left over waits for the next.

    The sums are counted with their factors, in ten-thousandths of a minor unit, so that whoever
    returns what, and on which tier, all orders together come to the same.
    """
    weight = claim.times(WHOLE) if claim else 0
    per = claim.of.per if claim and isinstance(claim.of, Rate) else program.minor(rule.per)
    count = out.counters.get(rule.id, 0) + weight - old.weight
    more, out.counters[rule.id] = divmod(count, per * FINENESS)
    units = old.units + more
    now = claim.sum if claim else 0
    return old._replace(sum=now, units=units, due=units * rule.points, weight=weight)


def _goal(
    program: Program, rule: ChallengeRule, claim: Claim | None, day: date, old: Award, out: Settled
) -> Award:
    """Points or a reward each time the goal is reached in its period."""
    goal = next(extra.goal for extra in program.rates.extras if extra.rule is rule)
    name = f"{rule.id}:{period_key(rule.every, day)}"
    now = claim.sum if claim else 0
    count = out.counters.get(name, 0)
    after = count + now - old.sum
    reached = _times(rule, after, goal)
    out.counters[name] = after
    _reward(rule, reached, f"{rule.id}!:{period_key(rule.every, day)}", day, out)
    units = old.units + reached - _times(rule, count, goal)
    return old._replace(sum=now, units=units, due=units * (rule.points or 0))


def _times(rule: ChallengeRule, count: int, goal: int) -> int:
    times = max(count, 0) // goal
    return times if rule.repeats else min(times, 1)


def _reward(rule: ChallengeRule, reached: int, name: str, day: date, out: Settled) -> None:
    """
    A reward that is used stays: reaching the goal again after a return gives no second one. It is
    given as often as the rule's limits allow; once too often is always too often.
    """
    had = out.counters.get(name, 0)
    if not rule.reward or reached == had:
        return
    if reached < had:
        out.lost.append(Lost(rule.id, rule.reward, had - reached, (name,)))
        return
    out.counters[name] = reached
    given = [
        (f"{rule.id}!{limit.every}:{period_key(limit.every, day)}", limit.times)
        for limit in rule.limits
        if limit.times is not None
    ]
    left = min((most - out.counters.get(name, 0) for name, most in given), default=reached - had)
    times = max(min(reached - had, left), 0)
    out.rewards += [(rule.id, rule.reward)] * times
    for counter, _ in given:
        out.counters[counter] = out.counters.get(counter, 0) + times


def _streak(rule: ChallengeRule, claim: Claim | None, day: date, old: Award, out: Settled) -> Award:
    """
    Days, weeks or months in a row, each with an order. It is counted when an order first earns;
    a return later takes the points of the order that completed it, and breaks nothing.
    """
    if claim is None:
        return old._replace(due=0)
    units = old.units
    if not old.sum:
        goal = int(rule.goal)
        run = _run(rule, day, out)
        full = run > 0 and run % goal == 0 if rule.repeats else run == goal
        units = int(full)
        if full:
            had = out.counters.get(f"{rule.id}!:", 0)
            _reward(rule, had + 1, f"{rule.id}!:", day, out)
    return old._replace(sum=1, units=units, due=units * (rule.points or 0))


def _run(rule: ChallengeRule, day: date, out: Settled) -> int:
    """How many there are in a row with this one; 0 if this one was counted already."""
    this, last = ordinal(rule.counts, day), out.counters.get(f"{rule.id}@", 0)
    if this <= last:
        return 0
    run = out.counters.get(f"{rule.id}:", 0) + 1 if this == last + 1 else 1
    out.counters |= {f"{rule.id}@": this, f"{rule.id}:": run}
    return run


def _limited(rule: Rule, new: Award, old: Award, day: date, out: Settled) -> Award:
    """
    The award within the rule's limits.

    A limit is on the sum of all orders in its period: what one order frees by its return, another
    one that was clipped has then earned. So the sum never depends on who came first. What is left
    over moves on between orders, so a return may lower a period below nought: no more than what
    another one may have given beyond it, or more was taken than ever came.
    """
    raw = _within_times(rule, new.due, old.raw, day, out)
    single = [limit.points for limit in rule.limits if limit.every == "order" and limit.points]
    change = min([raw, *single]) - min([old.raw, *single])
    for limit in rule.limits:
        if limit.points is not None and limit.every != "order":
            name = f"{rule.id}~{limit.every}:{period_key(limit.every, day)}"
            before = out.counters.get(name, 0)
            out.counters[name] = wanted = before + change
            change = _within(limit.points, wanted) - _within(limit.points, before)
    return new._replace(raw=raw, due=old.due + change)


def _within(most: int, points: int) -> int:
    return max(-most, min(points, most))


def _within_times(rule: Rule, due: int, before: int, day: date, out: Settled) -> int:
    """Nothing, if the rule has given as often as it may; once too late is always too late."""
    if _is_shut(rule, due, before, day, out):
        return min(due, 0)
    for name, _ in _times_given(rule, day):
        out.counters[name] = out.counters.get(name, 0) + (due > 0) - (before > 0)
    return due


def _is_shut(rule: Rule, due: int, before: int, day: date, out: Settled) -> bool:
    """Whether the rule gives this order nothing, as it has given too often; it is noted."""
    given = ((out.counters.get(name, 0), most) for name, most in _times_given(rule, day))
    if due > 0 and not before and any(times >= most for times, most in given):
        out.shut.add(rule.id)
    return rule.id in out.shut


def _times_given(rule: Rule, day: date) -> Iterator[tuple[str, int]]:
    """The counters of how often the rule has given, and how often it may."""
    for limit in rule.limits:
        if limit.times is not None and limit.every != "order":
            yield f"{rule.id}#{limit.every}:{period_key(limit.every, day)}", limit.times
