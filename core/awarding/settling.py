"""
What an order's claims come to: with what is carried, what goals and limits leave, less what the
order earned before. Decided here; written by core.earning, or added up by `loyalty simulate`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from core.awarding.award import FINENESS, NOTHING, WHOLE, Award, Awards
from core.awarding.baskets import Circumstances
from core.awarding.capping import (
    Standing,
    change,
    goal_of,
    is_capped,
    reached,
    sums_over_orders,
)
from core.awarding.claiming import Claim
from core.awarding.periods import ordinal, period_key
from core.program.rates import Rate
from core.program.rules import ChallengeRule, DividendRule, PurchaseRule, Rule
from core.program.rules.challenges import STREAKS
from core.program.schema import Program


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
    before: Awards,
    reference: str = "",
    others: Sequence[Standing] = (),
) -> Settled:
    """
    Work out what every rule that gave something, or now does, has given. The others are the
    member's other orders, as far as limits of points ask for them: see core.awarding.capping.
    """
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
            new = _within_times(rule, new, old, day, out)
        if is_capped(rule):
            was, now = (Standing(day, reference, program, {rule_id: one}) for one in (old, new))
            count = counters.get(_count_name(rule, day), 0)
            new = new._replace(due=old.due + change(rule_id, others, was, now, count=count))
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
    if not sums_over_orders(rule) or not any(_times_given(rule, day)):
        return _award(program, rule, claim, day, old, out)
    tried = replace(out, counters={**out.counters}, rewards=[*out.rewards], lost=[*out.lost])
    new = _award(program, rule, claim, day, old, tried)
    shut = _is_shut(rule, new, old, day, tried)
    if shut and (new.weight, new.sum) >= (old.weight, old.sum):
        return old._replace(due=old.raw)  # the limits are looked at anew
    out.counters, out.rewards, out.lost = tried.counters, tried.rewards, tried.lost
    return new


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


def _count_name(rule: Rule, day: date) -> str:
    """The counter of what is left over for the next order, or counted in the goal's time."""
    return (
        f"{rule.id}:{period_key(rule.every, day)}" if isinstance(rule, ChallengeRule) else rule.id
    )


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
    goal = goal_of(program, rule)
    name = _count_name(rule, day)
    now = claim.sum if claim else 0
    count = out.counters.get(name, 0)
    after = count + now - old.sum
    times = reached(rule, after, goal)
    out.counters[name] = after
    _reward(rule, times, f"{rule.id}!:{period_key(rule.every, day)}", day, out)
    units = old.units + times - reached(rule, count, goal)
    return old._replace(sum=now, units=units, due=units * (rule.points or 0))


def _reward(rule: ChallengeRule, times: int, name: str, day: date, out: Settled) -> None:
    """
    A reward that is used stays: reaching the goal again after a return gives no second one. It is
    given as often as the rule's limits allow; once too often is always too often.
    """
    had = out.counters.get(name, 0)
    if not rule.reward or times == had:
        return
    if times < had:
        out.lost.append(Lost(rule.id, rule.reward, had - times, (name,)))
        return
    out.counters[name] = times
    given = [
        (f"{rule.id}!{limit.every}:{period_key(limit.every, day)}", limit.times)
        for limit in rule.limits
        if limit.times is not None
    ]
    left = min((most - out.counters.get(name, 0) for name, most in given), default=times - had)
    more = max(min(times - had, left), 0)
    out.rewards += [(rule.id, rule.reward)] * more
    for counter, _ in given:
        out.counters[counter] = out.counters.get(counter, 0) + more


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


def _within_times(rule: Rule, new: Award, old: Award, day: date, out: Settled) -> Award:
    """Nothing, if the rule has given as often as it may; once too late is always too late."""
    raw = min(new.due, 0) if _is_shut(rule, new, old, day, out) else new.due
    for name, _ in _times_given(rule, day):
        change = _gives(new, raw) - _gives(old, old.raw)
        out.counters[name] = out.counters.get(name, 0) + change
    return new._replace(raw=raw, due=old.due + raw - old.raw)


def _is_shut(rule: Rule, new: Award, old: Award, day: date, out: Settled) -> bool:
    """Whether the rule gives this order nothing, as it has given too often; it is noted."""
    given = ((out.counters.get(name, 0), most) for name, most in _times_given(rule, day))
    begins = _gives(new, new.due) and not _gives(old, old.raw)
    if begins and any(times >= most for times, most in given):
        out.shut.add(rule.id)
    return rule.id in out.shut


def _gives(award: Award, points: int) -> bool:
    """Whether it is one of the times that the rule gives: not what is all returned."""
    return award.sum > 0 and points > 0


def _times_given(rule: Rule, day: date) -> Iterator[tuple[str, int]]:
    """The counters of how often the rule has given, and how often it may."""
    for limit in rule.limits:
        if limit.times is not None and limit.every != "order":
            yield f"{rule.id}#{limit.every}:{period_key(limit.every, day)}", limit.times
