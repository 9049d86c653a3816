"""Bringing friends: who gets what and when, how often, and what is looked at before."""

from collections.abc import Iterator

from core.program.referral import Milestone, Referral
from core.program.schema import Program
from core.program.sentences import Sentence, given

REFERRER = {
    "joining": "rules-referrer-joining",
    "first_order": "rules-referrer",
    "every_order": "rules-referrer-every-order",
}
FRIEND = {  # thanked once, even if every order pays
    "joining": "rules-friend-joining",
    "first_order": "rules-friend",
    "every_order": "rules-friend",
}


def referral(program: Program) -> Iterator[Sentence]:
    """Who gets what, then all that limits it."""
    rule = program.referral
    if rule is None:
        return
    if rule.referrer or rule.referrer_reward:
        what = given(program, rule.referrer, rule.referrer_reward)
        yield Sentence(REFERRER[rule.paid], {"points": what})
    for milestone in rule.milestones:
        yield _milestone(program, milestone)
    if rule.friend or rule.friend_reward:
        what = given(program, rule.friend, rule.friend_reward)
        yield Sentence(FRIEND[rule.friend_paid or rule.paid], {"points": what})
    yield from _orders(program, rule)
    yield from _limits(rule)


def _milestone(program: Program, milestone: Milestone) -> Sentence:
    what = given(program, milestone.points, milestone.reward)
    return Sentence("rules-referral-milestone", {"friends": milestone.friends, "points": what})


def _orders(program: Program, rule: Referral) -> Iterator[Sentence]:
    if rule.minimum:
        yield Sentence("rules-referral-minimum", {"minimum": program.money(rule.minimum)})
    if rule.within_days:
        yield Sentence("rules-referral-within", {"days": rule.within_days})
    if rule.hold_days:
        yield Sentence("rules-referral-hold", {"days": rule.hold_days})


def _limits(rule: Referral) -> Iterator[Sentence]:
    if rule.at_most:
        yield Sentence("rules-referral-at-most", {"friends": rule.at_most})
    if rule.at_most_a_month:
        yield Sentence("rules-referral-at-most-a-month", {"friends": rule.at_most_a_month})
    if rule.review:
        yield Sentence("rules-referral-review")
