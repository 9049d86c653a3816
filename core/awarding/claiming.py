"""
What each rule says an order is worth, before carries, goals and limits.

Of each line the best rate of the highest priority counts, and the best factor multiplies it;
what says it `stacks` comes on top. Nothing is rounded here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from core.awarding.baskets import Basket, Circumstances, Line
from core.awarding.matching import holds
from core.program.rates import Extra, Factor, Rate
from core.program.rules import (
    BracketsRule,
    ChallengeRule,
    DividendRule,
    ItemRule,
    OrderBonusRule,
)
from core.program.schema import Program

ONE = Fraction(1)


@dataclass(slots=True)
class Claim:
    """What one rule says of an order."""

    of: Rate | Extra
    sum: int = 0  # minor units, or what is counted: pieces, orders
    factors: dict[Fraction, int] = field(default_factory=dict)  # the sum by what multiplies it
    points: int = 0  # of an extra

    @property
    def factor(self) -> Fraction:
        """What the whole sum is multiplied by: of lines with different factors the mean."""
        if len(self.factors) <= 1:  # none: an extra, which nothing multiplies
            return next(iter(self.factors), ONE)
        weighed = sum((part * factor for factor, part in self.factors.items()), Fraction())
        return weighed / self.sum if self.sum else ONE

    def times(self, value: Fraction) -> int:
        """The sum times its factors and that value, rounded down once."""
        factor = self.factor
        whole = self.sum * factor.numerator * value.numerator
        return whole // (factor.denominator * value.denominator)


def claims(program: Program, basket: Basket, buyer: Circumstances) -> dict[str, Claim]:
    """What every rule that holds says, by its id. Nothing that counts is nothing earned."""
    rates = program.rates
    if basket.sum <= 0:
        return {}
    if plain := rates.plain:
        return _plain(program, plain, basket, buyer)
    currency = program.currency
    found: dict[str, Claim] = {}
    those = [rate for rate in rates.rates if _valid(rate, basket, buyer, currency)]
    factors = [each for each in rates.factors if _valid(each, basket, buyer, currency)]
    own = own_factor(program, buyer)
    for line in basket.lines:
        factor = _factor(factors, line, own)
        for rate in _best(those, line):
            claim = found.setdefault(rate.rule.id, Claim(rate))
            claim.sum += line.amount
            claim.factors[factor] = claim.factors.get(factor, 0) + line.amount
    for extra in rates.extras:
        if _valid(extra, basket, buyer, currency) and (added := _extra(extra, basket)):
            found[extra.rule.id] = added
    return found


def own_factor(program: Program, buyer: Circumstances) -> Fraction:
    """What the buyer's tier, or an offer to them that is better, multiplies by."""
    return max(tier_factor(program, buyer), buyer.boost)


def tier_factor(program: Program, buyer: Circumstances) -> Fraction:
    """What the buyer's tier, or the best one a plan stands for, multiplies by."""
    if buyer.factor is not None:
        return buyer.factor
    if buyer.tiers:
        return max(program.factors.get(tier, ONE) for tier in buyer.tiers)
    return program.factors.get(buyer.tier, ONE)


def _plain(program: Program, rate: Rate, basket: Basket, buyer: Circumstances) -> dict[str, Claim]:
    """One rate for everything: what most programs are."""
    if basket.sum < rate.minimum:
        return {}
    factors = {own_factor(program, buyer): basket.sum}
    return {rate.rule.id: Claim(rate, basket.sum, factors)}


def _valid(
    each: Rate | Factor | Extra, basket: Basket, buyer: Circumstances, currency: str
) -> bool:
    return basket.sum >= each.minimum and holds(each.when, basket, buyer, currency)


def _best(rates: Iterable[Rate], line: Line) -> Sequence[Rate]:
    """The rate that counts for the line, and those that come on top."""
    best: Rate | None = None
    on_top = []
    for rate in rates:
        if rate.goods is not None and not rate.goods.fits(line.marks):
            continue
        if rate.rule.stacks:
            on_top.append(rate)
        elif best is None or _rank(rate) > _rank(best):
            best = rate
    return on_top if best is None else [best, *on_top]


def _rank(rate: Rate) -> tuple[int, Fraction]:
    return rate.rule.priority, rate.value


def _factor(factors: Iterable[Factor], line: Line, own: Fraction) -> Fraction:
    best, on_top = own, ONE
    for each in factors:
        if each.goods is not None and not each.goods.fits(line.marks):
            continue
        if each.rule.stacks:
            on_top *= each.value
        else:
            best = max(best, each.value)
    return best * on_top


def _extra(extra: Extra, basket: Basket) -> Claim | None:
    lines = [line for line in basket.lines if extra.goods is None or extra.goods.fits(line.marks)]
    if not lines:
        return None
    money = sum(line.amount for line in lines)
    pieces = sum(line.quantity for line in lines)
    match extra.rule:
        case DividendRule():
            return Claim(extra, money)
        case ChallengeRule(counts=counts):
            counted = {"spend": money, "items": pieces}.get(counts, 1)
            return Claim(extra, counted)
        case BracketsRule():
            reached = [points for start, points in extra.steps if money >= start]
            return Claim(extra, money, points=reached[-1]) if reached else None
        case ItemRule(points=points):
            return Claim(extra, pieces, points=points * pieces)
        case OrderBonusRule(points=points):
            return Claim(extra, money, points=points)
        case other:
            raise AssertionError(other)
