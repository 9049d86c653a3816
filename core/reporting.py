"""What a member is told: where they stand, why, and everything we know of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import tiering
from core.act import Act
from core.calendar import local_day
from core.errors import NotAMember, UnknownEntry
from core.model import Consent, Entry, Friend, Member, MemberId
from core.program.schema import Program, Reward, Tier
from core.tables import chats, consents, feedback, ledger, members, orders, referrals, vouchers
from core.transaction import Transaction

FRIENDS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A member's points and tier at a moment."""

    spendable: int
    pending: tuple[tuple[datetime, int], ...]  # what comes when
    next_expiry: tuple[datetime, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierStanding:
    """A member's tier, the way to the next, and how long it holds."""

    tier: Tier
    since: datetime
    until: date | None
    points: int  # that count in the window
    next: Tier | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A reward as it stands for a member."""

    reward: Reward
    missing: int  # points; 0 when they suffice
    sold_out: bool
    tier: Tier | None  # the tier that is needed and not reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """What came of a member's referral code."""

    joined: int
    qualified: int
    friends: tuple[Friend, ...]


def member(tx: Transaction, member_id: MemberId) -> Member:
    """The member, or NotAMember."""
    found = members.find(tx, member_id)
    if found is None:
        raise NotAMember
    return found


def standing(tx: Transaction, member_id: MemberId, act: Act) -> Standing:
    """How many points there are, will be, and until when."""
    return Standing(
        spendable=ledger.spendable(tx, member_id, act.now),
        pending=tuple(ledger.pending(tx, member_id, act.now)),
        next_expiry=ledger.next_expiry(tx, member_id, act.now),
    )


def tier_standing(tx: Transaction, member: Member, act: Act) -> TierStanding:
    """The member's tier and what it takes to rise."""
    points = tiering.points_in_window(tx, member.id, act.program, act.now)
    tier = act.program.tier(member.tier)
    return TierStanding(
        tier=tier,
        since=member.tier_since,
        until=tiering.held_until(tx, member, act.program, act.now),
        points=points,
        next=act.program.next_tier(max(points, tier.from_points)),
    )


def offers(tx: Transaction, member: Member | None, act: Act, *, spendable: int) -> list[Offer]:
    """Every reward, and what stands between it and a member who can spend so many points."""
    reached = act.program.tier(member.tier).from_points if member else 0
    out = vouchers.issued(tx)
    return [
        Offer(
            reward=reward,
            missing=max(0, reward.cost - spendable),
            sold_out=reward.stock is not None and out.get(reward.id, 0) >= reward.stock,
            tier=_tier_missing(act, reward, reached),
        )
        for reward in act.program.rewards
    ]


def entry(tx: Transaction, member: Member, number: int | None) -> Entry:
    """The entry of that number, or the newest. Raises UnknownEntry."""
    wanted = member.entries if number is None else number
    found = ledger.entry(tx, member.id, wanted)
    if found is None:
        raise UnknownEntry(number=wanted)
    return found


def referring(tx: Transaction, member: Member, act: Act) -> Referring:
    """Whom the member brought, and for whom they were paid."""
    joined, qualified = referrals.count_of(tx, member.id)
    friends = referrals.friends_of(
        tx, member.id, timezone=act.program.timezone, limit=FRIENDS_SHOWN
    )
    return Referring(joined=joined, qualified=qualified, friends=tuple(friends))


def last_day(expires_at: datetime, program: Program) -> date:
    """The last day something that expires then is still good."""
    return local_day(expires_at - timedelta(milliseconds=1), program.timezone)


def everything(tx: Transaction, member: Member) -> dict[str, object]:
    """All we know of the member, ready for JSON (GDPR, articles 15 and 20)."""
    return {
        "member": {
            "card": member.card,
            "name": member.name,
            "status": member.status,
            "language": member.language,
            "phone": member.phone,
            "email": member.email,
            "birthday": _birthday(member),
            "joined_at": member.joined_at.isoformat(),
            "tier": member.tier,
            "referral_code": member.referral_code,
            "balance": member.balance,
        },
        "chats": [
            {"channel": chat.channel, "address": chat.address}
            for chat in chats.of_member(tx, member.id)
        ],
        "consents": [_consent(consent) for consent in consents.history(tx, member.id)],
        "entries": [
            _entry(entry)
            for entry in reversed(ledger.page(tx, member.id, before=None, limit=member.entries))
        ],
        "orders": [
            {
                "shop": shop,
                "id": number,
                "placed_at": at.isoformat(),
                "currency": currency,
                "total_minor_units": total,
                "status": status,
            }
            for shop, number, at, currency, total, status in orders.of_member(tx, member.id)
        ],
        "vouchers": [
            {
                "code": voucher.code,
                "reward": voucher.reward_id,
                "points": voucher.points,
                "status": voucher.status,
                "issued_at": voucher.issued_at.isoformat(),
            }
            for voucher in vouchers.of_member(tx, member.id, limit=member.entries)
        ],
        "feedback": [
            {"at": at.isoformat(), "text": text} for at, text in feedback.of_member(tx, member.id)
        ],
    }


def _tier_missing(act: Act, reward: Reward, reached: int) -> Tier | None:
    needed = act.program.tier(reward.tier) if reward.tier else None
    return needed if needed and needed.from_points > reached else None


def _birthday(member: Member) -> dict[str, int | None] | None:
    if member.birthday is None:
        return None
    return {
        "day": member.birthday.day,
        "month": member.birthday.month,
        "year": member.birthday.year,
    }


def _consent(consent: Consent) -> dict[str, object]:
    return {
        "channel": consent.channel,
        "purpose": consent.purpose,
        "granted": consent.granted,
        "at": consent.at.isoformat(),
        "wording": consent.wording,
        "source": consent.source,
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "number": entry.number,
        "kind": entry.kind,
        "points": entry.points,
        "at": entry.occurred_at.isoformat(),
        "reference": entry.reference,
        "reason": dict(entry.reason),
        "available_at": entry.available_at.isoformat() if entry.available_at else None,
        "expires_at": entry.expires_at.isoformat() if entry.expires_at else None,
    }
