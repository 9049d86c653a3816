"""What a member can choose of a reward: how many points of a flexible one, whom to give to."""

from dataclasses import dataclass

from core.errors import (
    RewardAmountTooLarge,
    RewardAmountTooSmall,
    RewardAmountUneven,
    RewardNeedsAmount,
    RewardNeedsCause,
)
from core.model import Points
from core.money import to_minor
from core.program.rewards import Cause, DonationReward, FlexibleReward

SERIES = (1, 2, 5)  # the round numbers of each power of ten
MANY = 10**12  # more than anybody has


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers of points that can be chosen: from least to most, in steps."""

    least: int
    most: int
    step: int

    def below(self, points: int) -> int:
        """The largest one up to so many points; less than `least` when there is none."""
        return min(points, self.most) // self.step * self.step


def choices(reward: FlexibleReward, currency: str) -> Range:
    """What can be chosen: whole steps, each of them worth whole minor units."""
    step = reward.grain(currency)
    most = reward.at_most or MANY
    return Range(-(-reward.at_least // step) * step, most // step * step, step)


def amount_of(reward: FlexibleReward, currency: str, points: int) -> int:
    """What points that can be chosen are worth, in minor units."""
    return points * to_minor(reward.amount, currency) // reward.points


def check_points(reward: FlexibleReward, currency: str, points: int | None) -> int:
    """
    The points that were chosen, if they can be.

    Raises RewardNeedsAmount, RewardAmountTooSmall, RewardAmountTooLarge, RewardAmountUneven, each
    saying what can be chosen.
    """
    able = choices(reward, currency)
    title, id = reward.title, reward.id
    if points is None:
        raise RewardNeedsAmount(title=title, least=Points(able.least), reward=id)
    if points < able.least:
        raise RewardAmountTooSmall(title=title, least=Points(able.least), reward=id)
    if points > able.most:
        raise RewardAmountTooLarge(title=title, most=Points(able.most), reward=id)
    if points % able.step:
        below = able.below(points)
        above = min(below + able.step, able.most)
        nearest = {"below": Points(below), "above": Points(above)}
        raise RewardAmountUneven(title=title, reward=id, **nearest)
    return points


def sensible(able: Range, spendable: int, *, limit: int = 4) -> list[int]:
    """Round numbers of points somebody may want, rising, and as the last one all that is there."""
    most = able.below(spendable)
    if most < able.least:
        return []
    rounds = {number * 10**power for power in range(len(str(most))) for number in SERIES} | {
        able.least
    }
    fitting = sorted(
        points for points in rounds if able.least <= points < most and points % able.step == 0
    )
    return [*fitting[-(limit - 1) :], most]


def chosen_cause(reward: DonationReward, cause: str) -> Cause:
    """
    The cause of that id; the only one needs no choice.

    Raises RewardNeedsCause, which names them all.
    """
    if not cause and len(reward.causes) == 1:
        return reward.causes[0]
    for known in reward.causes:
        if known.id == cause:
            return known
    causes = ", ".join(known.id for known in reward.causes)
    raise RewardNeedsCause(title=reward.title, causes=causes, reward=reward.id)
