"""
What the rules for orders say, in the integers the ledger counts in: made once a program.

A rate is points per minor unit of money as an exact fraction; nothing is rounded before the end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.money import digits, to_minor
from core.program.conditions import Goods, When
from core.program.rules import (
    CashbackRule,
    DividendRule,
    EarningRule,
    ExtraRule,
    MultiplierRule,
    PurchaseRule,
)

ALWAYS = When()


@dataclass(frozen=True, slots=True)
class Goodness:
    """Which goods a rule is for, ready for quick comparison; names without regard to case."""

    wanted: frozenset[str]  # "c:beauty", "l:sale", "s:MUG-1"; empty: all
    unwanted: frozenset[str]

    def fits(self, marks: frozenset[str]) -> bool:
        """Whether goods with those marks are meant."""
        if self.wanted and not self.wanted & marks:
            return False
        return not self.unwanted & marks


@dataclass(frozen=True, slots=True)
class Common:
    """What every rule for orders has."""

    when: When | None  # None: always
    goods: Goodness | None  # None: for every line
    minimum: int  # minor units


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Common):
    """Points for money."""

    rule: PurchaseRule | CashbackRule
    value: Fraction  # points per minor unit
    per: int  # with carry: the sum that earns rule.points; else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Common):
    """A multiplier."""

    rule: MultiplierRule
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra(Common):
    """What is added, or counted, beside the rates."""

    rule: ExtraRule | DividendRule
    steps: tuple[tuple[int, int], ...] = ()  # of a bracket table: from so many minor units, points
    goal: int = 0  # of a challenge: minor units, or pieces, orders, days …


@dataclass(frozen=True, slots=True)
class Rates:
    """Everything an order can earn by."""

    rates: tuple[Rate, ...]
    factors: tuple[Factor, ...]
    extras: tuple[Extra, ...]
    plain: Rate | None  # the one rate, if the program is no more than that: the quick way


def marks(sku: str, categories: Iterable[str], labels: Iterable[str]) -> frozenset[str]:
    """Everything a line can be found by."""
    found = [f"c:{each.casefold()}" for each in categories]
    found += [f"l:{each.casefold()}" for each in labels]
    if sku:
        found.append(f"s:{sku.casefold()}")
    return frozenset(found)


def goodness(wanted: Goods, unwanted: Goods) -> Goodness | None:
    """What goods are meant; None is all."""
    if not wanted.any and not unwanted.any:
        return None
    return Goodness(
        *(
            marks("", goods.categories, goods.labels)
            | {f"s:{sku.casefold()}" for sku in goods.skus}
            for goods in (wanted, unwanted)
        )
    )


def rates_of(earning: Iterable[EarningRule], *, currency: str, in_money: bool) -> Rates:
    """Read the rules for orders once for all orders."""
    rates: list[Rate] = []
    factors: list[Factor] = []
    extras: list[Extra] = []
    for rule in earning:
        when = None if rule.when == ALWAYS else rule.when
        common = (when, goodness(rule.when, rule.when.without), _minimum(rule, currency))
        match rule:
            case PurchaseRule():
                per = to_minor(rule.per, currency)
                value = Fraction(rule.points, per)
                rates.append(Rate(*common, rule=rule, value=value, per=per if rule.carry else 0))
            case CashbackRule():
                unit = 1 if in_money else 10 ** digits(currency)
                value = Fraction(rule.percent) / 100 / unit
                rates.append(Rate(*common, rule=rule, value=value, per=0))
            case MultiplierRule():
                factors.append(Factor(*common, rule=rule, value=Fraction(rule.factor)))
            case ExtraRule():
                steps, goal = rule.steps(currency), rule.whole(currency)
                extras.append(Extra(*common, rule=rule, steps=steps, goal=goal))
            case DividendRule():
                extras.append(Extra(*common, rule=rule))
            case _:
                pass  # not for orders
    alone = len(rates) == 1 and not factors and not extras and _is_plain(rates[0])
    return Rates(tuple(rates), tuple(factors), tuple(extras), rates[0] if alone else None)


def _is_plain(rate: Rate) -> bool:
    return rate.when is None and rate.goods is None and not rate.rule.limits


def _minimum(rule: EarningRule, currency: str) -> int:
    smallest: Decimal | None = getattr(rule, "minimum", None)
    return to_minor(smallest, currency) if smallest else 0


def factors_of(tiers: Iterable[tuple[str, Decimal]]) -> Mapping[str, Fraction]:
    """Each tier's factor, exactly."""
    return {tier_id: Fraction(factor) for tier_id, factor in tiers}
