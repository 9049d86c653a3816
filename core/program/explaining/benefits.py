"""What members have besides points, and what is given to them again and again."""

from collections.abc import Iterable, Iterator
from itertools import chain

from core.program.benefits import (
    AccessBenefit,
    Benefit,
    DiscountBenefit,
    EarlyAccessBenefit,
    FreeShippingBenefit,
    Grant,
    PerkBenefit,
)
from core.program.explaining.conditions import conditions
from core.program.schema import Program
from core.program.sentences import Sentence, given, under


def benefits_for_all(program: Program) -> Iterator[Sentence]:
    """What every member has."""
    if program.benefits:
        yield Sentence("rules-benefits")
        yield from under(benefits(program, program.benefits))


def discounts(program: Program) -> Iterator[Sentence]:
    """That discounts are not added up, where there are several."""
    of_tiers = (tier.benefits for tier in program.tiers.levels)
    of_plans = (plan.benefits for plan in program.plans)
    every = chain(program.benefits, *of_tiers, *of_plans)
    if sum(isinstance(one, DiscountBenefit) for one in every) > 1:
        yield Sentence("rules-discounts-best")


def benefits(program: Program, of: Iterable[Benefit]) -> Iterator[Sentence]:
    """Each benefit, with its conditions."""
    for benefit in of:
        yield _benefit(program, benefit)
        yield from under(conditions(program, benefit.when))


def grants(program: Program, of: Iterable[Grant]) -> Iterator[Sentence]:
    """What is given for holding a tier or a plan."""
    for grant in of:
        what = given(program, grant.points, grant.reward)
        yield Sentence("rules-grant", {"every": grant.every, "points": what})
        if grant.lapses:
            yield from under([Sentence("rules-grant-lapses")])


def _benefit(program: Program, benefit: Benefit) -> Sentence:
    match benefit:
        case DiscountBenefit(percent=percent):
            return Sentence("rules-benefit-discount", {"percent": percent})
        case FreeShippingBenefit():
            return _shipping(program, benefit)
        case EarlyAccessBenefit(days=days):
            return Sentence("rules-benefit-early-access", {"days": days})
        case PerkBenefit(title=title):
            return Sentence("rules-benefit-perk", {"title": title})
        case AccessBenefit():
            return Sentence("rules-benefit-access")
        case _:
            raise AssertionError(benefit)


def _shipping(program: Program, benefit: FreeShippingBenefit) -> Sentence:
    amount, method = benefit.from_amount, benefit.method
    if amount and method:
        return Sentence(
            "rules-benefit-shipping-method-from",
            {"minimum": program.money(amount), "method": method},
        )
    if amount:
        return Sentence("rules-benefit-shipping-from", {"minimum": program.money(amount)})
    if method:
        return Sentence("rules-benefit-shipping-method", {"method": method})
    return Sentence("rules-benefit-shipping")
