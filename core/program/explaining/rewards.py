"""What members can get: each kind with its price, and what limits it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from core.model import Points
from core.program.explaining.conditions import not_for, only_for
from core.program.rewards import (
    AmountOffReward,
    CheckoutReward,
    DonationReward,
    EarlyAccessReward,
    EventReward,
    FlexibleReward,
    HoldableReward,
    PartnerCodeReward,
    PercentOffReward,
    RaffleReward,
    Reward,
    RewardPart,
)
from core.program.schema import Program
from core.program.sentences import (
    Sentence,
    Told,
    listed,
    plan_named,
    tier_named,
    under,
)


def rewards(program: Program) -> Iterator[Sentence]:
    """Every reward, with all that limits it."""
    if program.rewards:
        yield Sentence("rules-rewards")
    for reward in program.rewards:
        yield _heading(program, reward)
        yield from under(_of_its_kind(reward))
        if isinstance(reward, CheckoutReward):
            yield from under(_at_checkout(program, reward))
        yield from under(_limits(program, reward))


def _heading(program: Program, reward: Reward) -> Sentence:
    if isinstance(reward, FlexibleReward):
        return _flexible(program, reward)
    values = {"title": reward.title, "points": _price(reward), **_shown(program, reward)}
    return Sentence(f"rules-reward-{reward.kind.replace('_', '-')}", values)


def _price(reward: RewardPart) -> Told:
    """What it costs, or how else one gets it."""
    if reward.cost:
        return Points(reward.cost)
    if reward.unlocks_at:
        return Sentence("rules-reward-unlocks", {"points": Points(reward.unlocks_at)})
    return Sentence("rules-reward-given")


def _shown(program: Program, reward: Reward) -> Mapping[str, Told]:
    """What the sentence of its kind shows besides its title and price."""
    match reward:
        case AmountOffReward(amount=amount) | DonationReward(amount=amount):
            return {"amount": program.money(amount)}
        case PercentOffReward(percent=percent):
            return {"percent": percent}
        case RaffleReward(draw_on=day) | EventReward(on=day):
            return {"date": day}
        case EarlyAccessReward(opens=opens, days=days):
            return {"date": opens - timedelta(days=days), "opens": opens}
        case PartnerCodeReward(partner=partner):
            return {"partner": partner}
        case _:
            return {}


def _flexible(program: Program, reward: FlexibleReward) -> Sentence:
    amount = program.money(reward.amount)
    if program.unit == "money" and amount.minor == reward.points:
        return Sentence("rules-reward-wallet", {"title": reward.title})
    return Sentence(
        "rules-reward-flexible",
        {"title": reward.title, "amount": amount, "points": Points(reward.points)},
    )


def _of_its_kind(reward: Reward) -> Iterator[Sentence]:
    match reward:
        case FlexibleReward():
            yield from _choices(reward)
        case PercentOffReward(one_item=True):
            yield Sentence("rules-reward-one-item")
        case RaffleReward(winners=winners):
            yield Sentence("rules-reward-winners", {"winners": winners})
        case EventReward(place=place) if place:
            yield Sentence("rules-reward-place", {"place": place})
        case DonationReward(causes=causes):
            names = listed((cause.title for cause in causes), any_of=True)
            yield Sentence("rules-reward-causes", {"causes": names})


def _choices(reward: FlexibleReward) -> Iterator[Sentence]:
    if reward.at_least > 1:
        yield Sentence("rules-reward-at-least", {"points": Points(reward.at_least)})
    if reward.at_most:
        yield Sentence("rules-reward-at-most", {"points": Points(reward.at_most)})
    if reward.step > 1:
        yield Sentence("rules-reward-step", {"points": Points(reward.step)})


def _at_checkout(program: Program, reward: CheckoutReward) -> Iterator[Sentence]:
    if reward.minimum:
        yield Sentence("rules-only-basket", {"minimum": program.money(reward.minimum)})
    if isinstance(reward, AmountOffReward | FlexibleReward) and reward.max_share:
        yield Sentence("rules-reward-share", {"percent": reward.max_share})
    yield from only_for(reward.goods)
    yield from not_for(reward.without)


def _limits(program: Program, reward: Reward) -> Iterator[Sentence]:
    if reward.automatic:
        yield Sentence("rules-reward-automatic")
    if reward.tier:
        yield Sentence("rules-reward-tier", {"tier": tier_named(program, reward.tier)})
    if reward.plan:
        yield Sentence("rules-only-plans", {"plans": plan_named(program, reward.plan)})
    if reward.per_member:
        yield Sentence("rules-reward-per-member", {"times": reward.per_member})
    if reward.stock is not None:
        yield Sentence("rules-reward-stock", {"stock": reward.stock})
    if reward.voucher_days:
        yield Sentence("rules-reward-voucher-days", {"days": reward.voucher_days})
    if reward.voucher_months:
        yield Sentence("rules-reward-voucher-months", {"months": reward.voucher_months})
    if isinstance(reward, HoldableReward) and reward.hold:
        yield Sentence("rules-reward-hold")
