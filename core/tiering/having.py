"""What a member has by their tier, and by the plans that stand for one."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from core.program.benefits import Benefit, DiscountBenefit, EarlyAccessBenefit, FreeShippingBenefit
from core.program.schema import Program
from core.program.tiers import Tier


def tiers_of(program: Program, tier_id: str, plans: Collection[str]) -> list[Tier]:
    """The member's tier, and those that their plans (ids) stand for, the lowest first."""
    ranks = {program.rank(tier_id)}
    for plan in program.plans:
        if plan.id in plans and plan.tier and plan.tier in program.ladder.ranks:
            ranks.add(program.rank(plan.tier))
    return [program.tiers.levels[rank] for rank in sorted(ranks)]


def benefits_of(program: Program, tier_id: str, plans: Collection[str] = ()) -> list[Benefit]:
    """
    All a member of that tier with those plans (ids) has: what everybody has, the tier's, those
    below it where tiers inherit, the plans' own and those of the tiers they stand for.
    """
    found: list[Benefit] = [*program.benefits]
    for tier in _inherited(program, tiers_of(program, tier_id, plans)):
        found += tier.benefits
    for plan in program.plans:
        if plan.id in plans:
            found += plan.benefits
    return found


def best_of(benefits: Sequence[Benefit]) -> list[Benefit]:
    """The benefits without those that another one is at least as good as, on the same terms."""
    found: list[Benefit] = []
    for benefit in benefits:
        if not any(_covers(other, benefit) for other in found):
            found = [other for other in found if not _covers(benefit, other)]
            found.append(benefit)
    return found


def factor_of(program: Program, tier_id: str, plans: Collection[str] = ()) -> Fraction:
    """What points for purchases are multiplied by: the best one counts."""
    return max(program.factors[tier.id] for tier in tiers_of(program, tier_id, plans))


def _inherited(program: Program, tiers: list[Tier]) -> list[Tier]:
    """Those tiers and all below them, but for others that only staff give."""
    if not program.tiers.inherit:
        return tiers
    top = program.rank(tiers[-1].id)
    return [
        tier for tier in program.tiers.levels[: top + 1] if tier in tiers or tier.reach is not None
    ]


def _covers(one: Benefit, other: Benefit) -> bool:
    """Whether who has the one gains nothing by the other."""
    if one.when != other.when:
        return False
    match one, other:
        case DiscountBenefit(), DiscountBenefit():
            return one.percent >= other.percent
        case FreeShippingBenefit(), FreeShippingBenefit():
            as_wide = one.method is None or one.method == other.method
            return as_wide and (one.from_amount or 0) <= (other.from_amount or 0)
        case EarlyAccessBenefit(), EarlyAccessBenefit():
            return one.days >= other.days
    return one == other
