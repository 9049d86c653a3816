"""What narrows a rule down: conditions, minimum, limits, waiting, an expiry of its own."""

from collections.abc import Iterator

from core.model import Points
from core.program.explaining.conditions import conditions
from core.program.explaining.expiry import expiry_of_its_own
from core.program.rules import Limit, OrderRule, Rule
from core.program.schema import Program
from core.program.sentences import Sentence


def particulars(program: Program, rule: Rule) -> Iterator[Sentence]:
    """All of it, nothing for a plain rule."""
    yield from conditions(program, rule.when)
    if isinstance(rule, OrderRule):
        yield from _of_orders(program, rule)
    for limit in rule.limits:
        yield from _limit(limit)
    if rule.expires:
        yield from expiry_of_its_own(rule.expires)


def _of_orders(program: Program, rule: OrderRule) -> Iterator[Sentence]:
    if rule.minimum:
        yield Sentence("rules-purchase-minimum", {"minimum": program.money(rule.minimum)})
    if rule.pending_days:
        yield Sentence("rules-purchase-pending", {"days": rule.pending_days})
    if rule.pending_until_fulfilled:
        yield Sentence("rules-purchase-fulfilled")


def _limit(limit: Limit) -> Iterator[Sentence]:
    if limit.points:
        yield Sentence("rules-limit-points", {"every": limit.every, "points": Points(limit.points)})
    if limit.times:
        yield Sentence("rules-limit-times", {"every": limit.every, "times": limit.times})
