"""
The ways to earn, one class each: what a file can say of it, and how members read it.

`on` says which it is. Those for orders are rates (the best one of a line wins), factors (the best
one multiplies the rate) and extras (which are added); core.awarding works them out.
"""

from typing import Annotated

from pydantic import Field

from core.program.rules.base import ExtraRule, GivingRule, Limit, OrderRule, Period, Rule
from core.program.rules.challenges import ChallengeRule
from core.program.rules.dividends import DividendRule
from core.program.rules.extras import BracketsRule, ItemRule, OrderBonusRule
from core.program.rules.occasions import ActionRule, BirthdayRule, SignupRule
from core.program.rules.rates import CashbackRule, MultiplierRule, PurchaseRule, RateRule

__all__ = [
    "ActionRule",
    "BirthdayRule",
    "BracketsRule",
    "CashbackRule",
    "ChallengeRule",
    "DividendRule",
    "EarningRule",
    "ExtraRule",
    "GivingRule",
    "ItemRule",
    "Limit",
    "MultiplierRule",
    "OrderBonusRule",
    "OrderRule",
    "Period",
    "PurchaseRule",
    "RateRule",
    "Rule",
    "SignupRule",
]

EarningRule = Annotated[
    PurchaseRule
    | CashbackRule
    | MultiplierRule
    | OrderBonusRule
    | ItemRule
    | BracketsRule
    | ChallengeRule
    | SignupRule
    | BirthdayRule
    | ActionRule
    | DividendRule,
    Field(discriminator="on"),
]
