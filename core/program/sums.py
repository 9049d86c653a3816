"""The numbers of a program file that depend on others: what is paid in the currency, what rises."""

from collections.abc import Iterator
from decimal import Decimal

from core.money import to_minor
from core.program.fault import Fault, fault
from core.program.parts import WORTH_MAX
from core.program.rewards import FlexibleReward
from core.program.tiers import Metric, Threshold, Tier
from core.program.toml import inline
from core.program.tree import Objection, Tree
from core.program.values import too_fine

_SUMS = ("per", "minimum", "amount", "from", "spend", "price", "basket_from", "goal", "ask_above")


def sums(parts: Tree) -> Iterator[Objection]:
    """No sum is finer than the currency."""
    currency = parts.get("currency")
    if currency is None:
        return
    for path, amount in parts.nodes:
        if not isinstance(amount, Decimal) or path[-1] not in _SUMS:
            continue
        if not _is_payable(amount, currency):
            yield Objection(path, too_fine(amount, currency, str(path[-1])))


def choices(parts: Tree) -> Iterator[Objection]:
    """Of a reward whose points are chosen there is something to choose."""
    currency = parts.get("currency")
    for index, reward in enumerate(parts.get("rewards") or ()):
        if currency is None or not isinstance(reward, FlexibleReward):
            continue
        if any(reward.amiss()) or not _is_payable(reward.amount, currency):
            continue
        grain = reward.grain(currency)
        least = -(-reward.at_least // grain) * grain
        if least > (reward.at_most or WORTH_MAX):
            field = "step" if reward.at_most is None else "at_most"
            nothing = fault("fault-nothing-to-choose", grain=grain, least=least)
            yield Objection(("rewards", index, field), nothing)


def thresholds(parts: Tree) -> Iterator[Objection]:
    """Each tier asks for more than the one before it, of everything both speak of."""
    tiers = parts.get("tiers")
    below: dict[Metric, int | Decimal] = {}
    for index, tier in enumerate((tiers and tiers.levels) or ()):
        path = ("tiers", "levels", index, "from")
        reach = getattr(tier, "reach", None)
        asked = reach.parts if isinstance(reach, Threshold) else {}
        if index == 0 and (any(asked.values()) or (isinstance(tier, Tier) and reach is None)):
            yield Objection(path, fault("fault-first-tier"))
        for metric, amount in asked.items():
            if metric in below and amount <= below[metric]:
                yield Objection(path, _too_little(metric, amount, below[metric]))
        below.update(asked)


def _too_little(metric: Metric, amount: int | Decimal, below: int | Decimal) -> Fault:
    more = below + 100
    example = inline(more if metric == "points" else {metric: more})
    return fault("fault-rising", below=str(below), example=example, found=str(amount))


def _is_payable(amount: Decimal, currency: str) -> bool:
    try:
        to_minor(amount, currency)
    except ValueError:
        return False
    return True
