"""What a program has: no word, button or message leads to what it has not."""

from collections.abc import Callable, Mapping

from core.program.expiry import NoExpiry
from core.program.rules import DividendRule
from core.program.schema import Program


def has_rewards(program: Program) -> bool:
    """Whether there is anything that points are spent on."""
    return bool(program.rewards)


def has_tiers(program: Program) -> bool:
    """Whether there is more than the one tier that everybody has."""
    return len(program.tiers.levels) > 1


def has_plans(program: Program) -> bool:
    """Whether there are memberships."""
    return bool(program.plans)


def has_referrals(program: Program) -> bool:
    """Whether friends can be brought."""
    return program.referral is not None


def has_surveys(program: Program) -> bool:
    """Whether there is anything to ask."""
    return any(one.on for one in program.surveys)


def has_languages(program: Program) -> bool:
    """Whether there is one to choose."""
    return len(program.languages) > 1


def has_ends(program: Program) -> bool:
    """Whether anything that is earned expires."""
    ends = (getattr(rule, "expires", None) for rule in program.earning)
    return not isinstance(program.expiry, NoExpiry) or any(ends)


def has_dividends(program: Program) -> bool:
    """Whether a share of a year's purchases is paid."""
    return bool(program.rules(DividendRule))


WRITTEN_OF: Mapping[str, Callable[[Program], bool]] = {
    "dividend": has_dividends,
    "expiry": has_ends,
    "plan": has_plans,
    "referral": has_referrals,
    "reward": has_rewards,
    "tier": has_tiers,
    "voucher": has_rewards,
}
"""Campaigns that have nothing to tell of in a program that lacks it, by what they are about."""
