"""Memberships: what they cost, how one gets them, what they give."""

from collections.abc import Iterator

from core.program.explaining.benefits import benefits, grants
from core.program.plans import Plan
from core.program.schema import Program
from core.program.sentences import Sentence, tier_named, under


def plans(program: Program) -> Iterator[Sentence]:
    """Every plan, with all that belongs to it."""
    for plan in program.plans:
        yield from in_words(program, plan)


def in_words(program: Program, plan: Plan) -> Iterator[Sentence]:
    """The plan: what it costs, on which terms, and what it gives."""
    yield _price(program, plan)
    yield from under(_terms(program, plan))
    yield from under(grants(program, plan.grants))
    yield from under(benefits(program, plan.benefits))


def _price(program: Program, plan: Plan) -> Sentence:
    title, period = plan.title, plan.period
    if plan.price:
        price = program.money(plan.price)
        return Sentence("rules-plan", {"plan": title, "price": price, "period": period})
    if plan.stars:
        stars = plan.stars
        return Sentence("rules-plan-in-stars", {"plan": title, "stars": stars, "period": period})
    return Sentence("rules-plan-free", {"plan": title, "period": period})


def _terms(program: Program, plan: Plan) -> Iterator[Sentence]:
    if plan.price and plan.stars:
        yield Sentence("rules-plan-stars", {"stars": plan.stars})
    if plan.approval:
        yield Sentence("rules-plan-approval")
    if plan.trial_days:
        yield Sentence("rules-plan-trial", {"days": plan.trial_days})
    if plan.tier:
        yield Sentence("rules-plan-tier", {"tier": tier_named(program, plan.tier)})
