"""Every way the program says no to those who work there: at the counter, or as an owner."""

from dataclasses import dataclass

from core.errors import LoyaltyError
from core.model import Points


class StaffRefusal(LoyaltyError):
    """A rule of the counter said no: only who works there meets it, in chat."""


@dataclass(eq=False)
class CustomerUnknown(StaffRefusal):
    """Nobody has that card or that phone number."""


@dataclass(eq=False)
class PhoneWithoutCountry(StaffRefusal):
    """A phone number lacks its country's code, and the program names no country."""


@dataclass(eq=False)
class CustomerNotActive(StaffRefusal):
    """The customer has left the program or is blocked."""


@dataclass(eq=False)
class NotForYourself(StaffRefusal):
    """A cashier serves themselves: a colleague has to."""


@dataclass(eq=False)
class CardNotProven(StaffRefusal):
    """Points are spent only with the code on the card that changes, read just now."""


@dataclass(eq=False)
class ReceiptNotUsable(StaffRefusal):
    """No such receipt code, or it is claimed, withdrawn or too old: one answer for all."""


@dataclass(eq=False)
class AmountNotUnderstood(StaffRefusal):
    """No sum of money that a shop could take."""


@dataclass(eq=False)
class CategoryUnknown(StaffRefusal):
    """No rule of the program is for a category of that name."""

    categories: str  # those there are, with commas


@dataclass(eq=False)
class VoucherNotForThis(StaffRefusal):
    """The voucher takes nothing off this purchase."""

    reason: str  # core.pricing.Objection


@dataclass(eq=False)
class PointsNotUnderstood(StaffRefusal):
    """No number of points more than nothing."""


@dataclass(eq=False)
class CustomerHasLess(StaffRefusal):
    """The customer can't spend as many points as are to be taken."""

    points: Points


@dataclass(eq=False)
class AlreadySpent(StaffRefusal):
    """What an act gave the customer is spent in part, so it can't be taken back."""

    points: Points  # that are left to spend


@dataclass(eq=False)
class ApprovalOver(StaffRefusal):
    """Nothing of that number waits for a second person any more."""


@dataclass(eq=False)
class NothingToTakeBack(StaffRefusal):
    """The person has done nothing lately that can be undone, or it was undone already."""


@dataclass(eq=False)
class TooManyGuesses(StaffRefusal):
    """The person has named too many wrong cards, codes or invitations."""

    minutes: int


@dataclass(eq=False)
class InvitationNotUsable(StaffRefusal):
    """No such invitation to the staff, or it is used, withdrawn or too old: one answer for all."""


@dataclass(eq=False)
class UnknownColleague(StaffRefusal):
    """Nobody of that name or address works here, or several do."""

    person: str


@dataclass(eq=False)
class NotOnYourself(StaffRefusal):
    """Nobody changes what they may do themselves: so there is always an owner left."""


@dataclass(eq=False)
class OwnerBySettings(StaffRefusal):
    """Only who runs the bot can dismiss an owner the settings name."""

    name: str


@dataclass(eq=False)
class PeriodNotUnderstood(StaffRefusal):
    """Neither a known period nor days."""


@dataclass(eq=False)
class SegmentBroken(StaffRefusal):
    """A segment can't be read from there on."""

    at: str


@dataclass(eq=False)
class SegmentUnknownField(StaffRefusal):
    """Members have nothing of that name that could be asked for."""

    field: str
    known: str


@dataclass(eq=False)
class SegmentValueRefused(StaffRefusal):
    """That can't be asked so of that field, or not in this program."""

    field: str
    value: str
    example: str


@dataclass(eq=False)
class BroadcastGone(StaffRefusal):
    """There is no such broadcast, or it can't be changed (any more) like that."""


@dataclass(eq=False)
class BroadcastNeedsText(StaffRefusal):
    """A broadcast without a text says nothing."""


@dataclass(eq=False)
class BroadcastTextTooLong(StaffRefusal):
    """The text would not fit in one message."""

    most: int


@dataclass(eq=False)
class BroadcastUnknownField(StaffRefusal):
    """The text shows something of members that there is not."""

    field: str


@dataclass(eq=False)
class BroadcastLinkRefused(StaffRefusal):
    """The button leads neither to a web address nor to a word of ours."""


@dataclass(eq=False)
class BroadcastOfferRefused(StaffRefusal):
    """Neither points nor a reward of the program that can be given."""


@dataclass(eq=False)
class BroadcastDayRefused(StaffRefusal):
    """No day ahead, or no hour of the day."""


@dataclass(eq=False)
class FileNotRead(StaffRefusal):
    """The file is no program file, is too large, or could not be had."""

    name: str


@dataclass(eq=False)
class ProgramRefused(StaffRefusal):
    """The text is no program; each problem is a line with its place."""

    problems: str


@dataclass(eq=False)
class ProgramDraftGone(StaffRefusal):
    """What was shown is not what waits to be put in force."""


@dataclass(eq=False)
class UnknownVersion(StaffRefusal):
    """There was no such version of the program."""

    version: int


@dataclass(eq=False)
class UnknownCampaign(StaffRefusal):
    """The program has no such campaign."""

    campaign: str


@dataclass(eq=False)
class FeedbackGone(StaffRefusal):
    """Nobody said that, or who said it was forgotten."""
