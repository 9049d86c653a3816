"""The terms of a voucher: what it gives and what it is good for, read off its reward once."""

from dataclasses import replace
from datetime import timedelta

from core.model import TICKET, SomeGoods, Terms, Voucher
from core.program.conditions import Goods
from core.program.rewards import (
    AmountOffReward,
    Cause,
    DonationReward,
    EarlyAccessReward,
    EventReward,
    FlexibleReward,
    FreeShippingReward,
    HoldableReward,
    PartnerCodeReward,
    PercentOffReward,
    ProductReward,
    RaffleReward,
    Reward,
)
from core.program.schema import Program

OffAnOrder = AmountOffReward | FlexibleReward | PercentOffReward | FreeShippingReward


def of_voucher(program: Program, voucher: Voucher) -> Terms:
    """The voucher's terms; one from before they were kept has those of the reward today."""
    if voucher.terms.kind:
        return voucher.terms
    reward = program.reward(voucher.reward_id)
    if reward is None or isinstance(reward, FlexibleReward):
        return Terms(kind="gift")
    return of_reward(program, reward)


def of_reward(
    program: Program,
    reward: Reward,
    *,
    amount: int | None = None,
    cause: Cause | None = None,
    partner_code: str = "",
) -> Terms:
    """
    What a voucher for the reward gives today: of a flexible one that amount, in minor units; of a
    donation one for that cause, or the first; of a partner's code that one.
    """
    terms = Terms(kind=reward.kind, held=isinstance(reward, HoldableReward) and reward.hold)
    match reward:
        case AmountOffReward() | FlexibleReward() | PercentOffReward() | FreeShippingReward():
            return _off_an_order(program, reward, terms, amount)
        case ProductReward(sku=sku):
            return replace(terms, sku=sku)
        case RaffleReward(draw_on=day):
            return replace(terms, kind=TICKET, day=day)
        case EventReward(on=day, place=place):
            return replace(terms, day=day, place=place)
        case EarlyAccessReward(opens=day, days=days):
            return replace(terms, day=day, since=day - timedelta(days=days))
        case DonationReward():
            return _for_cause(program, reward, cause or reward.causes[0])
        case PartnerCodeReward(partner=partner):
            return replace(terms, partner=partner, partner_code=partner_code)
        case _:
            return terms


def _off_an_order(program: Program, reward: OffAnOrder, terms: Terms, chosen: int | None) -> Terms:
    terms = replace(
        terms,
        minimum=program.minor(reward.minimum) if reward.minimum else None,
        goods=_some(reward.goods),
        without=_some(reward.without),
    )
    match reward:
        case AmountOffReward(amount=amount, max_share=share):
            return replace(terms, amount=program.minor(amount), max_share=share)
        case FlexibleReward(max_share=share):
            return replace(terms, amount=chosen, max_share=share)
        case PercentOffReward(percent=percent, one_item=one_item):
            return replace(terms, percent=percent, one_item=one_item)
        case _:
            return terms


def _for_cause(program: Program, reward: DonationReward, cause: Cause) -> Terms:
    return Terms(
        kind=reward.kind,
        amount=program.minor(reward.amount),
        cause=cause.id,
        cause_title=cause.title,
    )


def _some(goods: Goods) -> SomeGoods:
    return SomeGoods(categories=goods.categories, labels=goods.labels, skus=goods.skus)
