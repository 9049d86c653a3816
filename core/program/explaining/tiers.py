"""The tiers: what is counted, what reaches and keeps each, what it gives, how one falls."""

from collections.abc import Iterator
from decimal import Decimal

from core.model import Points
from core.program.explaining.benefits import benefits, grants
from core.program.schema import Program
from core.program.sentences import Sentence, Told, listed, under
from core.program.tiers import Metric, RollingWindow, Threshold, Tier

BY_POINTS = {
    "lifetime": "rules-tiers-lifetime",
    "calendar_year": "rules-tiers-calendar-year",
    "anniversary": "rules-tiers-anniversary",
}


def tiers(program: Program) -> Iterator[Sentence]:
    """Every tier, or nothing when there is one and it gives nothing."""
    levels = program.tiers.levels
    if len(levels) > 1:
        yield from _window(program)
        if not program.tiers.pending:
            yield Sentence("rules-tiers-pending")
    for rank, tier in enumerate(levels):
        particular = list(_gives(program, tier))
        if len(levels) > 1 or particular:
            yield _reached(program, tier, rank)
            yield from under(particular)
    if len(levels) > 1:
        yield from _kept(program)


def _window(program: Program) -> Iterator[Sentence]:
    window = program.tiers.window
    by_points = all(
        set(asked.parts) <= {"points"}
        for tier in program.tiers.levels
        for asked in (tier.reach, tier.keep)
        if asked and any(asked.parts.values())
    )
    match window, by_points:
        case RollingWindow(months=months), True:
            yield Sentence("rules-tiers-rolling", {"months": months})
        case RollingWindow(months=months), False:
            yield Sentence("rules-tiers-window-rolling", {"months": months})
        case _, True:
            yield Sentence(BY_POINTS[window.kind])
        case _, False:
            yield Sentence("rules-tiers-window", {"window": window.kind})


def _kept(program: Program) -> Iterator[Sentence]:
    """How long a tier lasts, and what happens then."""
    parts = program.tiers
    falls = parts.fall != "never"
    lasts = falls and parts.window.kind in ("calendar_year", "anniversary")
    if lasts:
        yield Sentence("rules-tiers-hold", {"window": parts.window.kind})
    if parts.fall == "one_down":
        yield Sentence("rules-tiers-one-down")
    elif not falls:
        yield Sentence("rules-tiers-never-fall")
    elif lasts:
        yield Sentence("rules-tiers-recalculated")
    if parts.grace_days:
        yield Sentence("rules-tiers-grace", {"days": parts.grace_days})
    if any(tier.benefits for tier in parts.levels[:-1]):
        yield Sentence("rules-tiers-inherit" if parts.inherit else "rules-tiers-own")


def _reached(program: Program, tier: Tier, rank: int) -> Sentence:
    if rank == 0:
        return Sentence("rules-tier-first", {"tier": tier.title})
    if tier.reach is None:
        return Sentence("rules-tier-given", {"tier": tier.title})
    if set(tier.reach.parts) == {"points"}:
        return Sentence(
            "rules-tier", {"tier": tier.title, "points": Points(tier.reach.points or 0)}
        )
    return Sentence("rules-tier-needs", {"tier": tier.title, "needs": _needs(program, tier.reach)})


def _gives(program: Program, tier: Tier) -> Iterator[Sentence]:
    if tier.keep:
        yield Sentence("rules-tier-keep", {"needs": _needs(program, tier.keep)})
    if tier.factor > 1:
        yield Sentence("rules-tier-more", {"percent": (tier.factor - 1) * 100})
    elif tier.factor < 1:
        yield Sentence("rules-tier-fewer", {"percent": (1 - tier.factor) * 100})
    yield from grants(program, tier.grants)
    yield from benefits(program, tier.benefits)


def _needs(program: Program, threshold: Threshold) -> Told:
    """Any one of it is enough."""
    needs = (_need(program, metric, amount) for metric, amount in threshold.parts.items())
    return listed(needs, any_of=True)


def _need(program: Program, metric: Metric, amount: int | Decimal) -> Sentence:
    count = int(amount)
    match metric:
        case "points":
            return Sentence("rules-need-points", {"points": Points(count)})
        case "all_points":
            return Sentence("rules-need-all-points", {"points": Points(count)})
        case "spend":
            return Sentence("rules-need-spend", {"amount": program.money(Decimal(amount))})
        case "orders":
            return Sentence("rules-need-orders", {"orders": count})
        case "items":
            return Sentence("rules-need-items", {"items": count})
