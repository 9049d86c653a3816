"""What a member is told: where they stand, and why."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.act import Act
from core.calendar import local_day
from core.errors import NotAMember, UnknownEntry
from core.model import Entry, Member, MemberId
from core.program.schema import Program
from core.tables import entries, lots, members
from core.tiering import standing as tier_standings
from core.tiering.standing import TierStanding
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A member's points and tier at a moment."""

    spendable: int
    pending: tuple[tuple[datetime, int], ...]  # what comes when
    next_expiry: tuple[datetime, int] | None


def member(tx: Transaction, member_id: MemberId) -> Member:
    """The member, or NotAMember."""
    found = members.find(tx, member_id)
    if found is None:
        raise NotAMember
    return found


def standing(tx: Transaction, member_id: MemberId, act: Act) -> Standing:
    """How many points there are, will be, and until when."""
    spendable, pending, expiring = 0, dict[datetime, int](), dict[datetime, int]()
    for available_at, expires_at, points in lots.open_points(tx, member_id):
        past = expires_at is not None and expires_at <= act.now
        if available_at > act.now:
            pending[available_at] = pending.get(available_at, 0) + points
        elif not past:
            spendable += points
        if expires_at is not None and not past:
            expiring[expires_at] = expiring.get(expires_at, 0) + points
    return Standing(
        spendable=spendable,
        pending=tuple(sorted(pending.items())),
        next_expiry=min(expiring.items(), default=None),
    )


def tier_standing(tx: Transaction, member: Member, act: Act) -> TierStanding:
    """The member's tier, what it gives, and what it takes to rise and to stay."""
    return tier_standings.standing(tx, member, act)


def entry(tx: Transaction, member: Member, number: int | None) -> Entry:
    """The entry of that number, or the newest. Raises UnknownEntry."""
    wanted = member.entries if number is None else number
    found = entries.find(tx, member.id, wanted)
    if found is None:
        raise UnknownEntry(number=wanted)
    return found


def last_day(expires_at: datetime, program: Program) -> date:
    """The last day something that expires then is still good."""
    return local_day(expires_at - timedelta(milliseconds=1), program.timezone)
