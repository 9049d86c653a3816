"""
Every way the program says no; what only its staff meets: core.staff_errors.

A refusal is a value with typed fields, never a text.
"""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime

from core.model import Money, Points, Title


class LoyaltyError(Exception):
    """A rule said no; everything is rolled back and the person is told why."""

    @property
    def key(self) -> str:
        """The sentence's key in the locales: NotEnoughPoints → error-not-enough-points."""
        return "error" + re.sub("([A-Z])", r"-\1", type(self).__name__).lower()

    @property
    def values(self) -> dict[str, str | int | date | datetime | Points | Money | Title]:
        """What the sentence shows."""
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]  # every refusal is a dataclass


@dataclass(eq=False)
class NotAMember(LoyaltyError):
    """The person has not joined, or has erased themselves."""


@dataclass(eq=False)
class AlreadyMember(LoyaltyError):
    """An enrolment names somebody who is a member already."""


@dataclass(eq=False)
class MembershipFrozen(LoyaltyError):
    """The member has left; points wait until they come back."""


@dataclass(eq=False)
class MembershipBlocked(LoyaltyError):
    """The shop has blocked the member."""


@dataclass(eq=False)
class NothingToMerge(LoyaltyError):
    """No other membership is known to be the member's, it said no, or it may still do so."""


@dataclass(eq=False)
class PhoneTaken(LoyaltyError):
    """The phone number belongs to another membership."""


@dataclass(eq=False)
class PhoneNotProven(LoyaltyError):
    """The shared contact is not proven to be the sender's own."""


@dataclass(eq=False)
class EmailTaken(LoyaltyError):
    """The e-mail address belongs to another membership."""


@dataclass(eq=False)
class BirthdayLocked(LoyaltyError):
    """The birthday is set already; only the shop can correct it."""


@dataclass(eq=False)
class BirthdayNotUnderstood(LoyaltyError):
    """No such day, or a year that can't be."""


@dataclass(eq=False)
class CityNotUnderstood(LoyaltyError):
    """That is no city's name."""


@dataclass(eq=False)
class TagNotUnderstood(LoyaltyError):
    """That can't be a tag."""

    tag: str


@dataclass(eq=False)
class TooManyTags(LoyaltyError):
    """Nobody can have more tags than that."""

    most: int


@dataclass(eq=False)
class OperationReused(LoyaltyError):
    """The same operation id came again with other data."""


@dataclass(eq=False)
class NotEnoughPoints(LoyaltyError):
    """The spendable points don't reach."""

    missing: Points


@dataclass(eq=False)
class UnknownEntry(LoyaltyError):
    """The member's ledger has no entry of that number."""

    number: int


@dataclass(eq=False)
class UnknownReward(LoyaltyError):
    """No reward has that id."""

    reward: str


@dataclass(eq=False)
class RewardSoldOut(LoyaltyError):
    """The stock is gone."""

    title: Title


@dataclass(eq=False)
class RewardLimitReached(LoyaltyError):
    """The member has had it as often as the program allows."""

    title: Title
    limit: int


@dataclass(eq=False)
class RewardNeedsTier(LoyaltyError):
    """The reward is for a higher tier."""

    title: Title
    tier: Title


@dataclass(eq=False)
class RewardNeedsPlan(LoyaltyError):
    """The reward is for those who have a plan."""

    title: Title
    plan: Title


@dataclass(eq=False)
class RewardPriceIsFixed(LoyaltyError):
    """A number of points was named for a reward that has one price."""

    title: Title
    cost: Points


@dataclass(eq=False)
class RewardOnlyGiven(LoyaltyError):
    """The reward has no price: it is given, never redeemed."""

    title: Title


@dataclass(eq=False)
class RewardOver(LoyaltyError):
    """The event, the draw or the early access is over, or has begun."""

    title: Title
    date: date


@dataclass(eq=False)
class RewardNeedsAmount(LoyaltyError):
    """The member has to say how many points."""

    title: Title
    least: Points
    reward: str


@dataclass(eq=False)
class RewardAmountTooSmall(LoyaltyError):
    """Fewer points than can be chosen."""

    title: Title
    least: Points
    reward: str


@dataclass(eq=False)
class RewardAmountTooLarge(LoyaltyError):
    """More points than can be chosen at once."""

    title: Title
    most: Points
    reward: str


@dataclass(eq=False)
class RewardAmountUneven(LoyaltyError):
    """Only multiples of a step can be chosen; these two are the nearest."""

    title: Title
    below: Points
    above: Points
    reward: str


@dataclass(eq=False)
class RewardNeedsCause(LoyaltyError):
    """The member has to say for which cause, or there is no such cause."""

    title: Title
    causes: str  # their ids, with commas
    reward: str


@dataclass(eq=False)
class RewardIsFinal(LoyaltyError):
    """What was given, donated or shown can't become points again."""

    title: Title


@dataclass(eq=False)
class VoucherTooEarly(LoyaltyError):
    """The voucher can be used from that day on."""

    date: date


@dataclass(eq=False)
class VoucherNotUsable(LoyaltyError):
    """No such code, or it is used, undone or expired: one answer for all, against guessing."""


@dataclass(eq=False)
class NothingToUndo(LoyaltyError):
    """There is no unused voucher."""


@dataclass(eq=False)
class UnknownPlan(LoyaltyError):
    """No plan has that id."""

    plan: str


@dataclass(eq=False)
class PlanIsPaid(LoyaltyError):
    """A plan that is bought can't be had by asking."""

    title: Title


@dataclass(eq=False)
class PlanNeedsApproval(LoyaltyError):
    """The shop has to approve before the plan can be paid for."""

    title: Title


@dataclass(eq=False)
class PlanHeldAlready(LoyaltyError):
    """The member has the plan for ever: there is nothing to pay for."""

    title: Title


@dataclass(eq=False)
class PlanNotRenewed(LoyaltyError):
    """There is nothing to cancel: the member does not have the plan, or it has no end."""

    title: Title


@dataclass(eq=False)
class PlanNotSold(LoyaltyError):
    """The plan has no price there."""

    title: Title


@dataclass(eq=False)
class PlanPaidAlready(LoyaltyError):
    """The plan is paid for, or renews by itself: nobody pays twice by mistake."""

    title: Title
    date: date  # the last day that is paid


@dataclass(eq=False)
class PlanPriceChanged(LoyaltyError):
    """The invoice is from before the price changed."""

    title: Title
    stars: int  # what it costs now


@dataclass(eq=False)
class UnknownPayment(LoyaltyError):
    """No payment for a plan has that reference."""

    reference: str


@dataclass(eq=False)
class NoDayToChoose(LoyaltyError):
    """The program has no rule for a day of the member's choice."""


@dataclass(eq=False)
class DayNotUnderstood(LoyaltyError):
    """No such day."""


@dataclass(eq=False)
class DayNotAhead(LoyaltyError):
    """The day has begun or is past, or it is too far ahead."""


@dataclass(eq=False)
class ChosenDayBegun(LoyaltyError):
    """This year's day was chosen and has begun: it can't be moved any more."""

    date: date


@dataclass(eq=False)
class UnknownReferralCode(LoyaltyError):
    """No member has that referral code."""


@dataclass(eq=False)
class UnknownReferral(LoyaltyError):
    """Nobody brought that member."""


@dataclass(eq=False)
class ReferralDecided(LoyaltyError):
    """It is too late, or too early, to decide that of the referral."""

    state: str  # where it is: "joined", "held", "paid"


@dataclass(eq=False)
class WrongCurrency(LoyaltyError):
    """The order's currency is not the program's."""

    currency: str
    expected: str


@dataclass(eq=False)
class CurrencyIsFixed(LoyaltyError):
    """A running program can't change its currency: points were earned for sums in it."""

    currency: str


@dataclass(eq=False)
class UnitIsFixed(LoyaltyError):
    """A running program can't change from points to money or back: balances are kept in it."""


@dataclass(eq=False)
class OrderOfAnotherMember(LoyaltyError):
    """The order was credited to somebody else before."""


@dataclass(eq=False)
class AccessNeeded(LoyaltyError):
    """The shop is for those members alone who have the right to order."""


@dataclass(eq=False)
class UnknownAction(LoyaltyError):
    """No rule of the program is for an action of that name."""

    action: str
    known: str  # the names there are, with commas, the nearest first


@dataclass(eq=False)
class UnknownTier(LoyaltyError):
    """No tier of the program has that id."""

    tier: str


@dataclass(eq=False)
class StarsNotUnderstood(LoyaltyError):
    """Stars are one to five."""


@dataclass(eq=False)
class RatingOver(LoyaltyError):
    """Nothing was asked, or it is too late to change what was said."""


@dataclass(eq=False)
class SurveyOver(LoyaltyError):
    """There is no such survey, or it can't be answered like that (any more)."""
