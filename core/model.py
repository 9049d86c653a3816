"""
The nouns of the program. Frozen, without behaviour that needs a clock, a text or a database.

What every purchase makes and changes is a NamedTuple, here and in core.earning: a frozen dataclass
of twenty fields takes seven times as long to replace, and was a third of an order's bytecodes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, NewType

MemberId = NewType("MemberId", int)
OperationId = NewType("OperationId", str)
RewardId = NewType("RewardId", str)
TierId = NewType("TierId", str)
VoucherCode = NewType("VoucherCode", str)


class Channel(StrEnum):
    """Where a person can be talked to."""

    TELEGRAM = "telegram"
    SMS = "sms"
    CONSOLE = "console"


class Purpose(StrEnum):
    """What a message is for; each has its own consent."""

    TRANSACTIONAL = "transactional"
    MARKETING = "marketing"


class Status(StrEnum):
    """A membership's state."""

    ACTIVE = "active"
    PAUSED = "paused"  # earns and redeems, is sent nothing
    LEFT = "left"  # balance frozen, may come back
    BLOCKED = "blocked"  # by the shop
    ERASED = "erased"  # personal data gone, ledger kept without a name


TAKING_PART = (Status.ACTIVE, Status.PAUSED)
"""Whose members earn, spend and are given things."""


class Kind(StrEnum):
    """Why an entry stands in the ledger."""

    ORDER = "order"
    SIGNUP = "signup"
    REFERRER = "referrer"
    FRIEND = "friend"
    BIRTHDAY = "birthday"
    ADJUSTMENT = "adjustment"
    REDEMPTION = "redemption"
    UNDO = "undo"
    RETURNED = "returned"  # points spent on an order that was given back
    REVERSAL = "reversal"
    EXPIRY = "expiry"
    GRANT = "grant"  # for holding a tier or a plan
    DIVIDEND = "dividend"  # for a year's purchases
    GIFT = "gift"  # a reward given for nothing
    ACTION = "action"
    CHALLENGE = "challenge"
    MILESTONE = "milestone"
    CAMPAIGN = "campaign"  # together with a message
    IMPORT = "import"  # came along from another program
    HOLD = "hold"  # points set aside for a voucher
    RELEASE = "release"  # it was not used in time: they are back
    TIER = "tier"  # a tier that staff gave or cleared by hand; no points


class VoucherStatus(StrEnum):
    """A voucher's state; only an issued one can be used or undone."""

    ISSUED = "issued"
    USED = "used"
    UNDONE = "undone"
    EXPIRED = "expired"


class OrderStatus(StrEnum):
    """An order's state as the shop reports it."""

    PLACED = "placed"
    PAID = "paid"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What somebody behind the counter may do; each of them also what those before it may."""

    CASHIER = "cashier"
    MANAGER = "manager"
    OWNER = "owner"

    def covers(self, role: "Role") -> bool:
        """Whether who has this one may do what that one may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(role)


@dataclass(frozen=True, slots=True)
class Points:
    """A number of points, so that words can give it the program's name and plural."""

    count: int


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in the currency's minor units (cents; yen have none)."""

    minor: int
    currency: str  # ISO 4217


@dataclass(frozen=True, slots=True)
class Title:
    """A name the program file gives, per language; "" is the word for every other language."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The name for that language, or the one for all."""
        return self.texts.get(language) or self.texts.get("") or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Birthday:
    """Day and month; the year only if the person wished to tell it."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boost:
    """An offer that multiplies what orders of that time earn."""

    by: str  # names the offer: "broadcast-3/once"
    factor: Decimal
    since: datetime
    until: datetime


class Member(NamedTuple):
    """A person in the program. Balance counts every point not spent, expired or taken back."""

    id: MemberId
    status: Status
    name: str
    language: str
    card: str
    referral_code: str
    joined_at: datetime
    balance: int
    entries: int  # how many ledger entries there are; the newest one's number
    tier: TierId
    tier_since: datetime
    counters: Mapping[str, int] = {}  # what goes on over many orders
    phone: str | None = None
    email: str | None = None
    birthday: Birthday | None = None
    timezone: str | None = None  # IANA; None is the program's
    preferred_channel: Channel | None = None  # for what we write; None is as the message wishes
    city: str = ""  # as they say it; empty is not told
    boosts: tuple[Boost, ...] = ()  # offers that multiply, those that are over too


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger. It never changes; a correction is another entry."""

    member_id: MemberId
    number: int
    kind: Kind
    points: int  # signed
    occurred_at: datetime
    reference: str  # what it is about: "shop/order", a voucher code, an entry's number
    reason: Mapping[str, str | int]  # rule, order sum, factor … as awarded: the answer to "why?"
    available_at: datetime | None = None  # of the lot, for credits
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeGoods:
    """Some of a shop's goods: a line fits if one of its categories, labels or codes does."""

    categories: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether it speaks of any goods."""
        return bool(self.categories or self.labels or self.skus)


TICKET = "ticket"
"""The kind of a raffle's voucher that has not won: it is "raffle" when it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a voucher gives and what it is good for, as it was when it was issued."""

    kind: str = ""  # the reward's, or TICKET; empty: from before these were kept
    amount: int | None = None  # minor units: off an order, or given to the cause
    percent: Decimal | None = None  # off an order
    one_item: bool = False  # off one piece alone, the dearest that fits
    minimum: int | None = None  # minor units: the smallest order
    max_share: Decimal | None = None  # of an order, in percent
    goods: SomeGoods = SomeGoods()
    without: SomeGoods = SomeGoods()
    sku: str = ""
    day: date | None = None  # of the event, of the draw, or when it opens for the public
    since: date | None = None  # the first day it can be used; None is at once
    place: Title | None = None  # of the event
    partner: str = ""
    partner_code: str = ""
    cause: str = ""
    cause_title: Title | None = None
    held: bool = False  # its points are set aside until it is used


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """The right to one reward, as a code."""

    code: VoucherCode
    member_id: MemberId
    reward_id: RewardId
    title: Title  # as it was when redeemed
    points: int
    status: VoucherStatus
    issued_at: datetime
    expires_at: datetime | None
    entry_number: int
    from_stock: bool  # counted in the reward's stock, so an undo puts it back there
    used_for: str = ""  # an order's reference, or what the till said
    final: bool = False  # can't be turned back into points
    terms: Terms = Terms()

    def open_at(self, now: datetime) -> bool:
        """Whether it is still good for something: neither used nor undone nor past its date."""
        past = self.expires_at is not None and self.expires_at <= now
        return self.status is VoucherStatus.ISSUED and not past

    def usable_at(self, now: datetime) -> bool:
        """Whether a till can take it: a ticket has to win first, a partner's code is used there."""
        return self.open_at(now) and self.terms.kind not in (TICKET, "partner_code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """One address on one channel: who talks there, in which language, what was asked last."""

    channel: Channel
    address: str
    member_id: MemberId | None = None
    language: str | None = None  # chosen; None follows the channel's guess
    question: str = ""  # the word that waits for an answer
    payload: str = ""  # the start payload that brought the person, e.g. "r_CODE"
    blocked_at: datetime | None = None
    confirmed_at: datetime | None = None  # the member showed that it is theirs
    heard_at: datetime | None = None  # the last text message from there, to the day
    held_at: datetime | None = None  # since when the number may be another person's (recycling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody behind the counter: a person is an address on a channel, member or not."""

    channel: Channel
    address: str
    role: Role
    name: str  # empty until they have written
    language: str | None  # they were last spoken to in
    added_by: str  # an actor, or SETTINGS
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A yes or no, and the proof of what was shown when it was given."""

    channel: Channel
    purpose: Purpose
    granted: bool
    at: datetime
    wording: str  # which text in which version, e.g. "consent-offers/1/uk"
    source: str  # "chat", "api", …
