"""A program's rules in plain words: keys and values, one complete sentence each."""

from collections.abc import Iterator

from core.program.explaining.benefits import benefits_for_all, discounts
from core.program.explaining.campaigns import campaigns
from core.program.explaining.comparing import DETAILS, Difference, compare
from core.program.explaining.counter import counter
from core.program.explaining.earning import earning
from core.program.explaining.expiry import expiry
from core.program.explaining.plans import plans
from core.program.explaining.referral import referral
from core.program.explaining.rewards import rewards
from core.program.explaining.sending import sending
from core.program.explaining.tiers import tiers
from core.program.schema import Program
from core.program.sentences import DayOfYear, Listed, Sentence, Told, Weekday

__all__ = [
    "DETAILS",
    "DayOfYear",
    "Difference",
    "Listed",
    "Sentence",
    "Told",
    "Weekday",
    "difference",
    "explain",
]


def explain(program: Program) -> list[Sentence]:
    """
    Say every rule a member should know, in the order of their journey.

    What holds for one rule only follows it, in sentences of the key `rules-detail`.
    """
    return list(_all(program))


def difference(before: Program, after: Program) -> Difference:
    """What is said no more, and what is new: each changed rule with all that belongs to it."""
    return compare(explain(before), explain(after))


def _all(program: Program) -> Iterator[Sentence]:
    yield Sentence("rules-title", {"program": program.name})
    yield from earning(program)
    yield from campaigns(program)
    yield from referral(program)
    yield from tiers(program)
    yield from benefits_for_all(program)
    yield from plans(program)
    yield from discounts(program)
    yield from rewards(program)
    yield from expiry(program)
    yield from sending(program)
    yield from counter(program)
