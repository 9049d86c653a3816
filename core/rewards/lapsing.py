"""When what a reward gives lapses, and when the reward itself is over."""

from datetime import date, datetime, timedelta

from core.calendar import add_months, end_after_days, local_day, midnight
from core.program.rewards import EarlyAccessReward, EventReward, RaffleReward, Reward
from core.program.schema import Program


def day_of(reward: Reward) -> date | None:
    """The day it is about: of the event, of the draw, or when it opens for everybody."""
    match reward:
        case EventReward(on=day) | EarlyAccessReward(opens=day) | RaffleReward(draw_on=day):
            return day
        case _:
            return None


def over_since(reward: Reward, program: Program) -> datetime | None:
    """The moment from which the reward is of no use to anybody; None is never."""
    day = day_of(reward)
    if day is None:
        return None
    after = 1 if isinstance(reward, EventReward) else 0  # on the day itself an event is still on
    return midnight(day + timedelta(days=after), program.timezone)


def expiry(program: Program, reward: Reward, now: datetime) -> datetime | None:
    """When a voucher of that moment lapses: after its days or months, or with what it is for."""
    ends = [] if isinstance(reward, RaffleReward) else [over_since(reward, program)]
    if reward.voucher_days:
        ends.append(end_after_days(now, reward.voucher_days, program.timezone))
    if reward.voucher_months:
        day = add_months(local_day(now, program.timezone), reward.voucher_months)
        ends.append(midnight(day, program.timezone))
    return min((end for end in ends if end), default=None)
