"""Offering: which rewards stand open to a member, and what stands in the way of the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.act import Act
from core.errors import (
    LoyaltyError,
    NotEnoughPoints,
    RewardLimitReached,
    RewardNeedsPlan,
    RewardNeedsTier,
    RewardOnlyGiven,
    RewardOver,
)
from core.model import Member, Points, RewardId
from core.program.plans import Plan
from core.program.rewards import FlexibleReward, PartnerCodeReward, Reward
from core.program.schema import Program
from core.program.tiers import Tier
from core.rewards.choosing import choices
from core.rewards.lapsing import day_of, over_since
from core.tables import lots, pools, vouchers
from core.transaction import Transaction

Plans = Mapping[str, object]
"""The plans a member has, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A reward as it stands for a member."""

    reward: Reward
    price: int  # in points: the least that can be chosen of a flexible one
    missing: int = 0  # points; 0 when they suffice
    sold_out: bool = False
    had: bool = False  # as often as a member can
    tier: Tier | None = None  # the tier that is needed and not reached
    plan: Plan | None = None  # the plan that is needed and not there

    @property
    def open(self) -> bool:
        """Whether the member can have it now."""
        return not (self.missing or self.sold_out or self.had or self.tier or self.plan)


def price_of(reward: Reward, program: Program) -> int | None:
    """What it costs at least, or the balance that opens it; None if it is only given."""
    if isinstance(reward, FlexibleReward):
        return choices(reward, program.currency).least
    return reward.unlocks_at if reward.cost is None else reward.cost


def is_over(reward: Reward, act: Act) -> bool:
    """Whether its event, its draw or its early access is past."""
    end = over_since(reward, act.program)
    return end is not None and end <= act.now


def limit_of(reward: Reward) -> int | None:
    """How often one member can have it; what takes no points once, if nothing else is said."""
    opened = reward.cost is None and not isinstance(reward, FlexibleReward)
    return reward.per_member or (1 if opened else None)


def offers(
    tx: Transaction, member: Member | None, act: Act, *, spendable: int, plans: Plans
) -> list[Offer]:
    """Every reward there is for points at this moment, for a member who can spend so many."""
    had = vouchers.counts_had(tx, member.id) if member else {}
    gone = _gone(tx, act.program)
    return [
        Offer(
            reward=reward,
            price=price,
            missing=max(0, price - spendable),
            sold_out=reward.id in gone,
            had=had.get(reward.id, 0) >= (limit_of(reward) or 2**62),
            tier=_tier_missing(act.program, member, reward, plans),
            plan=_plan_missing(act.program, plans, reward),
        )
        for reward in act.program.rewards
        if (price := price_of(reward, act.program)) is not None and not is_over(reward, act)
    ]


def check_points(tx: Transaction, member: Member, act: Act, reward: Reward, *, price: int) -> None:
    """Raise NotEnoughPoints when the member can't spend that, or has not what opens the reward."""
    asked = price or reward.unlocks_at or 0
    missing = asked - lots.spendable(tx, member.id, act.now)
    if missing > 0:
        raise NotEnoughPoints(missing=Points(missing))


def obstacle(
    tx: Transaction, member: Member, act: Act, reward: Reward, *, plans: Plans
) -> LoyaltyError | None:
    """Why the member can't have the reward however many points there are, if they can't."""
    program, title = act.program, reward.title
    if price_of(reward, program) is None:
        return RewardOnlyGiven(title=title)
    if is_over(reward, act) and (day := day_of(reward)):
        return RewardOver(title=title, date=day)
    if tier := _tier_missing(program, member, reward, plans):
        return RewardNeedsTier(title=title, tier=tier.title)
    if plan := _plan_missing(program, plans, reward):
        return RewardNeedsPlan(title=title, plan=plan.title)
    limit = limit_of(reward)
    if limit is not None and vouchers.count_had(tx, member.id, reward.id) >= limit:
        return RewardLimitReached(title=title, limit=limit)
    return None


def _tier_missing(
    program: Program, member: Member | None, reward: Reward, plans: Plans
) -> Tier | None:
    """The tier it needs, unless the member's own will do, or one that a plan stands for."""
    if reward.tier is None:
        return None
    held = [member.tier] if member else []
    held += [plan.tier for plan in program.plans if plan.tier and plan.id in plans]
    reached = max(map(program.rank, held), default=0)
    return program.tier(reward.tier) if program.rank(reward.tier) > reached else None


def _plan_missing(program: Program, plans: Plans, reward: Reward) -> Plan | None:
    return program.plan(reward.plan) if reward.plan and reward.plan not in plans else None


def _gone(tx: Transaction, program: Program) -> set[RewardId]:
    """The rewards of which there are no more."""
    gone: set[RewardId] = set()
    if any(reward.stock is not None for reward in program.rewards):
        out = vouchers.issued(tx)
        gone |= {
            reward.id
            for reward in program.rewards
            if reward.stock is not None and out.get(reward.id, 0) >= reward.stock
        }
    gone |= {
        reward.id
        for reward in program.rewards
        if isinstance(reward, PartnerCodeReward) and not pools.free(tx, reward.id)
    }
    return gone
