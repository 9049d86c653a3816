"""Chances: what a member can still earn by, beside shopping: actions, and goals half reached."""

from datetime import date
from typing import NamedTuple

from core.act import Act
from core.awarding import limiting
from core.awarding.matching import of_member, on_day
from core.awarding.periods import ordinal, period_key
from core.calendar import local_day
from core.earning.in_force import circumstances
from core.model import Member
from core.program.rules import ActionRule, ChallengeRule
from core.program.rules.challenges import STREAKS
from core.program.schema import Program
from core.transaction import Transaction


class Action(NamedTuple):
    """Something to do that is no order."""

    rule: ActionRule
    had: bool  # the member has had all it gives for now


class Goal(NamedTuple):
    """A goal over several orders, and how far the member is."""

    rule: ChallengeRule
    done: int  # minor units of a sum, or so many
    goal: int
    reached: bool  # and can't be reached again in this time


def has_any(program: Program) -> bool:
    """Whether there is anything to do beside shopping, for anybody."""
    return bool(program.rules(ActionRule) or program.rules(ChallengeRule))


def chances(tx: Transaction, member: Member, act: Act) -> tuple[list[Action], list[Goal]]:
    """The actions and goals that are for this member on this day."""
    day = local_day(act.now, act.program.timezone)
    buyer = circumstances(tx, member, act, day)

    def is_for(rule: ActionRule | ChallengeRule) -> bool:
        return on_day(rule.when, day) and of_member(rule.when, buyer, day)

    actions = [
        Action(rule, limiting.room(rule, day, member.counters) == 0)
        for rule in act.program.rules(ActionRule)
        if is_for(rule)
    ]
    goals = [
        _goal(act.program, rule, member, day)
        for rule in act.program.rules(ChallengeRule)
        if is_for(rule)
    ]
    return actions, goals


def _goal(program: Program, rule: ChallengeRule, member: Member, day: date) -> Goal:
    spend = rule.counts == "spend"
    goal = program.minor(rule.goal) if spend else int(rule.goal)
    count = _streak(rule, member, day) if rule.counts in STREAKS else _count(rule, member, day)
    if rule.repeats:
        return Goal(rule, count % goal, goal, False)
    return Goal(rule, min(count, goal), goal, count >= goal)


def _count(rule: ChallengeRule, member: Member, day: date) -> int:
    """What counts for the goal in the time that is running."""
    return max(member.counters.get(f"{rule.id}:{period_key(rule.every, day)}", 0), 0)


def _streak(rule: ChallengeRule, member: Member, day: date) -> int:
    """So many in a row; none any more if one was left out."""
    last = member.counters.get(f"{rule.id}@", 0)
    if last < ordinal(rule.counts, day) - 1:
        return 0
    return member.counters.get(f"{rule.id}:", 0)
