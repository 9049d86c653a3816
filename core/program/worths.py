"""What a point is worth at most: in goods, and in money."""

from collections.abc import Iterator

from core.program.schema import Program


def best_use(program: Program) -> tuple[int, float | None]:
    """
    The fewest points that buy something, and the most money a point brings, in minor units; None
    when no reward has a price in money.
    """
    if program.unit == "money":
        return 1, 1.0
    costs = [reward.cost for reward in program.rewards if reward.cost]
    costs += [reward.at_least for reward in program.rewards if reward.kind == "flexible"]
    return min(costs, default=0), max(_worths(program), default=None)


def _worths(program: Program) -> Iterator[float]:
    for reward in program.rewards:
        if reward.kind == "flexible":
            yield program.minor(reward.amount) / reward.points
        elif reward.kind == "amount_off" and reward.cost:
            yield program.minor(reward.amount) / reward.cost
