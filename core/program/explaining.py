"""A program's rules in plain words: keys and values, one complete sentence each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from core.model import Money, Points, Title
from core.program.schema import (
    AmountOffReward,
    CalendarYearWindow,
    PercentOffReward,
    Program,
    Reward,
    RollingExpiry,
    RollingWindow,
)

Told = int | str | Decimal | Points | Money | Title


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its key in the locales, and what it shows."""

    key: str
    values: Mapping[str, Told] = field(default_factory=dict)


def explain(program: Program) -> list[Sentence]:
    """Say every rule a member should know, in the order of their journey."""
    return [
        Sentence("rules-title", {"program": program.name}),
        *_earning(program),
        *_referral(program),
        *_tiers(program),
        *_rewards(program),
        *_expiry(program),
    ]


def _earning(program: Program) -> Iterator[Sentence]:
    if rule := program.purchase:
        values: dict[str, Told] = {"amount": program.money(rule.per), "points": Points(rule.points)}
        yield Sentence("rules-purchase", values)
        if rule.minimum:
            yield Sentence("rules-purchase-minimum", {"minimum": program.money(rule.minimum)})
        if uncounted := _uncounted(program):
            yield Sentence(uncounted)
        if rule.pending_days:
            yield Sentence("rules-purchase-pending", {"days": rule.pending_days})
        yield Sentence("rules-purchase-returned")
    if signup := program.signup:
        yield Sentence("rules-signup", {"points": Points(signup.points)})
    if birthday := program.birthday:
        yield Sentence("rules-birthday", {"points": Points(birthday.points)})
        if birthday.entered_days_before:
            yield Sentence("rules-birthday-before", {"days": birthday.entered_days_before})


def _uncounted(program: Program) -> str:
    counts = program.counts
    if counts.tax and counts.shipping:
        return ""
    if counts.tax:
        return "rules-counts-no-shipping"
    return "rules-counts-no-tax" if counts.shipping else "rules-counts-goods"


def _referral(program: Program) -> Iterator[Sentence]:
    referral = program.referral
    if referral is None:
        return
    if referral.referrer:
        yield Sentence("rules-referrer", {"points": Points(referral.referrer)})
    if referral.friend:
        yield Sentence("rules-friend", {"points": Points(referral.friend)})
    if referral.minimum:
        yield Sentence("rules-referral-minimum", {"minimum": program.money(referral.minimum)})
    if referral.within_days:
        yield Sentence("rules-referral-within", {"days": referral.within_days})


def _tiers(program: Program) -> Iterator[Sentence]:
    if len(program.tiers.levels) == 1:
        return
    match program.tiers.window:
        case RollingWindow(months=months):
            yield Sentence("rules-tiers-rolling", {"months": months})
        case CalendarYearWindow():
            yield Sentence("rules-tiers-calendar-year")
        case _:
            yield Sentence("rules-tiers-lifetime")
    for tier in program.tiers.levels:
        if tier.from_points:
            reached: dict[str, Told] = {"tier": tier.title, "points": Points(tier.from_points)}
            yield Sentence("rules-tier", reached)
        else:
            yield Sentence("rules-tier-first", {"tier": tier.title})
        if tier.factor > 1:
            more = (tier.factor - 1) * 100
            yield Sentence("rules-tier-more", {"tier": tier.title, "percent": more})
        elif tier.factor < 1:
            fewer = (1 - tier.factor) * 100
            yield Sentence("rules-tier-fewer", {"tier": tier.title, "percent": fewer})


def _rewards(program: Program) -> Iterator[Sentence]:
    if program.rewards:
        yield Sentence("rules-rewards")
    for reward in program.rewards:
        values: dict[str, Told] = {"title": reward.title, "points": Points(reward.cost)}
        match reward:
            case AmountOffReward(amount=amount):
                values["amount"] = program.money(amount)
            case PercentOffReward(percent=percent):
                values["percent"] = percent
        yield Sentence(f"rules-reward-{reward.kind.replace('_', '-')}", values)
        yield from _limits(program, reward)


def _limits(program: Program, reward: Reward) -> Iterator[Sentence]:
    title = reward.title
    if reward.tier:
        needed = program.tier(reward.tier).title
        yield Sentence("rules-reward-tier", {"title": title, "tier": needed})
    if reward.per_member:
        yield Sentence("rules-reward-per-member", {"title": title, "times": reward.per_member})
    if reward.stock is not None:
        yield Sentence("rules-reward-stock", {"title": title, "stock": reward.stock})
    if reward.voucher_days:
        yield Sentence("rules-reward-voucher-days", {"title": title, "days": reward.voucher_days})


def _expiry(program: Program) -> Iterator[Sentence]:
    if isinstance(program.expiry, RollingExpiry):
        yield Sentence("rules-expiry-rolling", {"months": program.expiry.months})
    else:
        yield Sentence("rules-expiry-never")
