"""
What a program file may say, and its owner may not mean: rules that pay out too much, fields that
do nothing beside the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.money import digits
from core.program.rewards import AmountOffReward, FlexibleReward, Reward
from core.program.rules import (
    BracketsRule,
    CashbackRule,
    ChallengeRule,
    DividendRule,
    MultiplierRule,
    OrderBonusRule,
    PurchaseRule,
    RateRule,
    Rule,
)
from core.program.schema import Program
from core.program.tiers import LifetimeWindow
from core.program.tree import Path


@dataclass(frozen=True, slots=True)
class Caution:
    """What looks like a slip, and where."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class _Use:
    """Something that can be done with a point."""

    worth: Decimal  # of one point (in a money program: of one minor unit), in the currency
    reward: str


def warnings_of(program: Program) -> list[Caution]:
    """
    Rules that can give back all that is bought or more, rewards dearer than their points, and
    fields that do nothing.
    """
    best = max(_uses(program), key=lambda use: use.worth, default=None)
    dear = [*_rules(program, best), *_rewards(program)] if best else []
    return [*dear, *_idle(program)]


def _uses(program: Program) -> Iterator[_Use]:
    if program.unit == "money":
        yield _Use(_minor(program), "")
    for reward in program.rewards:
        if (worth := _worth(reward)) is not None:
            yield _Use(worth, reward.id)


def _minor(program: Program) -> Decimal:
    """The smallest sum there is in the currency."""
    return Decimal(1).scaleb(-digits(program.currency))


def _worth(reward: Reward) -> Decimal | None:
    """What one of the points it takes is worth, if that can be said."""
    if isinstance(reward, FlexibleReward):
        return reward.amount / reward.points
    if isinstance(reward, AmountOffReward) and reward.cost:
        return reward.amount / reward.cost
    return None


def _rules(program: Program, best: _Use) -> Iterator[Caution]:
    factor = _factor(program)
    stacking = (rule for rule in program.rules(RateRule) if rule.stacks)
    added = sum((_rate(program, rule) for rule in stacking), Decimal())
    for index, rule in enumerate(program.earning):
        back = _rate(program, rule) * best.worth
        if isinstance(rule, RateRule):
            back = (back + (0 if rule.stacks else added * best.worth)) * factor
        back += _of_reward(program, rule)
        if back >= 1:
            message = f"this can give back {_percent(back)} of what is bought{_how(best, factor)}"
            yield Caution(("earning", index, _field(rule)), message)


def _how(best: _Use, factor: Decimal) -> str:
    """What must come together for it."""
    ways = [f"as {best.reward}"] if best.reward else []
    ways += [f"with the best factor, {factor:f}"] if factor > 1 else []
    return f" ({', '.join(ways)})" if ways else ""


def _field(rule: Rule) -> str:
    """The field that says how much it gives."""
    names = ("percent", "brackets", "points")
    return next(name for name in names if name in type(rule).model_fields)


def _rate(program: Program, rule: Rule) -> Decimal:
    """The points for each 1.00 that is bought, at most, if that can be said; else 0."""
    if isinstance(rule, PurchaseRule):
        return rule.points / rule.per
    if isinstance(rule, CashbackRule | DividendRule):
        return rule.percent / 100 / (_minor(program) if program.unit == "money" else 1)
    if isinstance(rule, BracketsRule):
        return max(step.points / step.from_amount for step in rule.brackets)
    if isinstance(rule, OrderBonusRule):
        smallest = max(rule.minimum or Decimal(), rule.when.basket_from or Decimal())
        return rule.points / smallest if smallest else Decimal()
    if isinstance(rule, ChallengeRule) and rule.counts == "spend":
        return (rule.points or 0) / rule.goal
    return Decimal()


def _of_reward(program: Program, rule: Rule) -> Decimal:
    """The share that a voucher gives back which is the prize of spending."""
    if not isinstance(rule, ChallengeRule) or rule.counts != "spend" or rule.reward is None:
        return Decimal()
    reward = program.reward(rule.reward)
    return reward.amount / rule.goal if isinstance(reward, AmountOffReward) else Decimal()


def _factor(program: Program) -> Decimal:
    """The most that points for purchases can be multiplied by."""
    rules = program.rules(MultiplierRule)
    factors = [tier.factor for tier in program.tiers.levels]
    factors += [rule.factor for rule in rules if not rule.stacks]
    factor = max(Decimal(1), *factors)
    for rule in rules:
        factor *= max(Decimal(1), rule.factor) if rule.stacks else 1
    return factor.normalize()


def _rewards(program: Program) -> Iterator[Caution]:
    """Rewards that give more for points than is spent to earn them."""
    rate = max((_rate(program, rule) for rule in program.earning), default=Decimal())
    places = _minor(program)
    for index, reward in enumerate(program.rewards):
        worth = _worth(reward)
        if worth is None or worth * rate <= 1:
            continue
        points = reward.points if isinstance(reward, FlexibleReward) else reward.price
        price = (points / rate).quantize(places)
        gives = (points * worth).quantize(places)
        message = f"its points are worth more than their price: spending {price} gives {gives}"
        yield Caution(("rewards", index, "amount"), message)


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal(1)):f}%"


def _idle(program: Program) -> Iterator[Caution]:
    """What says how a tier ends, where none ever does."""
    tiers = program.tiers
    if not isinstance(tiers.window, LifetimeWindow):
        return
    message = "this does nothing: what was ever earned counts, so the time of a tier is never over"
    for name in ("fall", "grace_days"):
        if name in tiers.model_fields_set:
            yield Caution(("tiers", name), message)
    for index, tier in enumerate(tiers.levels):
        if tier.keep is not None:
            yield Caution(("tiers", "levels", index, "keep"), message)
