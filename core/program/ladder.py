"""What the tiers ask for, in the integers the ledger counts in: made once a program."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.money import to_minor
from core.program.tiers import METRICS, Metric, Threshold, Tiers

Needs = tuple[tuple[Metric, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one tier asks for; of several needs one is enough, and none is always met."""

    reach: Needs | None  # None: only staff give it
    keep: Needs  # that, or what reaches it, keeps it


@dataclass(frozen=True, slots=True)
class Ladder:
    """The tiers by rank, the lowest first."""

    steps: tuple[Step, ...]
    ranks: Mapping[str, int]
    metrics: tuple[Metric, ...]  # all that any tier asks for


def ladder_of(tiers: Tiers, currency: str) -> Ladder:
    """Read what the tiers ask for. The first is everybody's, whatever is said of it."""
    steps = [Step(reach=(), keep=())]
    for tier in tiers.levels[1:]:
        reach = None if tier.reach is None else _needs(tier.reach, currency)
        keep = _needs(tier.keep, currency) if tier.keep else reach or ()
        steps.append(Step(reach=reach, keep=keep))
    asked = {metric for step in steps for metric, _ in (*(step.reach or ()), *step.keep)}
    return Ladder(
        steps=tuple(steps),
        ranks={tier.id: rank for rank, tier in enumerate(tiers.levels)},
        metrics=tuple(metric for metric in METRICS if metric in asked),
    )


def _needs(threshold: Threshold, currency: str) -> Needs:
    return tuple(
        (metric, to_minor(Decimal(value), currency) if metric == "spend" else int(value))
        for metric, value in threshold.parts.items()
    )
