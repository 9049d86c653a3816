"""What a member sees of the friends they brought: who, how far, and what there is to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.act import Act
from core.calendar import local_day
from core.model import Member
from core.program.referral import Milestone
from core.referrals import thanking
from core.tables import referrals
from core.tables.referrals import Referral, State
from core.transaction import Transaction

FRIENDS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Friend:
    """Somebody who joined by the member's code; without a name if they are erased."""

    name: str
    joined_on: date
    state: State
    paid_on: date | None  # of a held one: the day it will be paid
    unpaid: str  # of a paid one: why the member got nothing, as core.referrals.thanking says


@dataclass(frozen=True, slots=True, kw_only=True)
class Inviting:
    """What came of a member's code."""

    counts: Mapping[State, int]  # of all the friends
    friends: tuple[Friend, ...]  # the newest of them
    paid_for: int  # friends, ever: what `at_most` limits
    paid_for_this_month: int  # what `at_most_a_month` limits
    next_milestone: Milestone | None
    own: Friend | None  # how far it is with the member's own invitation, if they were brought

    @property
    def joined(self) -> int:
        """How many friends there are."""
        return sum(self.counts.values())


def inviting(tx: Transaction, member: Member, act: Act) -> Inviting:
    """Whom the member brought, and how far that is."""
    rule = act.program.referral
    counts = referrals.counts_of(tx, member.id)
    ahead = [
        milestone
        for milestone in (rule.milestones if rule else ())
        if milestone.friends > counts[State.PAID]
    ]
    return Inviting(
        counts=counts,
        friends=tuple(_friends(tx, member, act)),
        paid_for=referrals.count_paid_for(tx, member.id),
        paid_for_this_month=thanking.paid_for_this_month(tx, act, member.id),
        next_milestone=min(ahead, key=lambda milestone: milestone.friends, default=None),
        own=_own(tx, member, act),
    )


def _own(tx: Transaction, member: Member, act: Act) -> Friend | None:
    referral = referrals.of_friend(tx, member.id)
    return _friend(member.name, referral, act) if referral else None


def _friends(tx: Transaction, member: Member, act: Act) -> list[Friend]:
    found = referrals.of_referrer(tx, member.id, limit=FRIENDS_SHOWN)
    return [_friend(name, referral, act) for name, referral in found]


def _friend(name: str, referral: Referral, act: Act) -> Friend:
    timezone = act.program.timezone
    until = referral.held_until
    return Friend(
        name=name,
        joined_on=local_day(referral.joined_at, timezone),
        state=referral.state,
        paid_on=local_day(until, timezone) if until else None,
        unpaid=referral.unpaid,
    )
