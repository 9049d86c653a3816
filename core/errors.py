"""Every way the program says no. A refusal is a value with typed fields, never a text."""

import re
from dataclasses import dataclass, fields
from datetime import datetime

from core.model import Money, Points, Title


class LoyaltyError(Exception):
    """A rule said no; everything is rolled back and the person is told why."""

    @property
    def key(self) -> str:
        """The sentence's key in the locales: NotEnoughPoints → error-not-enough-points."""
        return "error" + re.sub("([A-Z])", r"-\1", type(self).__name__).lower()

    @property
    def values(self) -> dict[str, str | int | datetime | Points | Money | Title]:
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
class NotEnoughPoints(LoyaltyError):
    """The spendable points don't reach."""

    missing: Points


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
class RewardPriceIsFixed(LoyaltyError):
    """A number of points was named for a reward that has one price."""

    title: Title
    cost: Points


@dataclass(eq=False)
class NothingToUndo(LoyaltyError):
    """There is no unused voucher."""


@dataclass(eq=False)
class VoucherNotUsable(LoyaltyError):
    """No such code, or it is used, undone or expired: one answer for all, against guessing."""


@dataclass(eq=False)
class UnknownEntry(LoyaltyError):
    """The member's ledger has no entry of that number."""

    number: int


@dataclass(eq=False)
class OperationReused(LoyaltyError):
    """The same operation id came again with other data."""


@dataclass(eq=False)
class UnknownReferralCode(LoyaltyError):
    """No member has that referral code."""


@dataclass(eq=False)
class BirthdayLocked(LoyaltyError):
    """The birthday is set already; only the shop can correct it."""


@dataclass(eq=False)
class BirthdayNotUnderstood(LoyaltyError):
    """No such day, or a year that can't be."""


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
class WrongCurrency(LoyaltyError):
    """The order's currency is not the program's."""

    currency: str
    expected: str


@dataclass(eq=False)
class CurrencyIsFixed(LoyaltyError):
    """A running program can't change its currency: points were earned for sums in it."""

    currency: str


@dataclass(eq=False)
class OrderOfAnotherMember(LoyaltyError):
    """The order was credited to somebody else before."""
