"""Who arrives, and with what: as a file says, before anything is looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from core.model import Birthday, Channel, Consent, Status
from core.tables.referrals import State


class Problem(NamedTuple):
    """Something of the file can't be used: where, and why."""

    line: int
    sentence: str
    file: str = ""  # where there are several


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingLot:
    """Points with their own dates. Its id makes it one: what has arrived does not come again."""

    id: str
    points: int  # 0: all spent, they only count for the tier
    earned_at: datetime
    available_at: datetime
    expires_at: datetime | None = None
    by_program: bool = False  # the program says when they expire, as if they were earned today
    own_date: bool = False
    dated_until: datetime | None = None  # what may have been told before they lasted for ever
    tier_points: int = 0
    tier_at: datetime | None = None  # None is when they were earned
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingReferral:
    """Who brought somebody: their card, or their e-mail."""

    by: str
    at: datetime | None = None  # None is when the friend joined
    state: State = State.PAID


@dataclass(slots=True, kw_only=True)
class Arrival:
    """One person. What is None or empty is not told."""

    line: int
    file: str = ""
    known: bool = False  # must be a member already: nothing but a card is told
    card: str | None = None
    referral_code: str | None = None
    phone: str | None = None
    email: str | None = None
    name: str = ""
    language: str | None = None
    status: Status = Status.ACTIVE
    joined_at: datetime | None = None
    tier: str | None = None  # an id, or a title in any language
    tier_since: datetime | None = None
    tier_until: date | None = None  # its last day; None is for ever
    tier_by_program: bool = False  # the program says how long it holds, from today on
    tier_by_hand: bool = False
    birthday: Birthday | None = None
    birthday_set_at: datetime | None = None
    timezone: str | None = None
    preferred_channel: Channel | None = None
    city: str = ""
    tags: list[str] = field(default_factory=list)  # that are added
    source: str = ""
    counters: Mapping[str, int] = field(default_factory=dict)
    addresses: list[tuple[Channel, str]] = field(default_factory=list)
    referral: ArrivingReferral | None = None
    balance: int | None = None  # what a new member has, where no lots are told
    lots: list[ArrivingLot] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
