"""What a member is told: where they stand, why, and everything we know of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.act import Act
from core.calendar import local_day
from core.errors import NotAMember, UnknownEntry
from core.model import Consent, Entry, Member, MemberId
from core.program.schema import Program
from core.tables import (
    actions,
    buyers,
    chats,
    consents,
    feedback,
    ledger,
    members,
    orders,
    payments,
    referrals,
    subscriptions,
    vouchers,
)
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
    for available_at, expires_at, points in ledger.open_points(tx, member_id):
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
    found = ledger.entry(tx, member.id, wanted)
    if found is None:
        raise UnknownEntry(number=wanted)
    return found


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
        "shop_accounts": [
            {"shop": shop, "customer_id": customer, "since": at.isoformat()}
            for shop, customer, at in buyers.of_member(tx, member.id)
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
        "actions": [
            {
                "action": one.action,
                "reference": one.reference,
                "at": one.occurred_at.isoformat(),
                "points": sum(one.awards.values()),
                "cancelled": one.cancelled_at is not None,
            }
            for one in actions.of_member(tx, member.id)
        ],
        "vouchers": [
            {
                "code": voucher.code,
                "reward": voucher.reward_id,
                "gives": voucher.terms.kind,
                "cause": voucher.terms.cause,
                "points": voucher.points,
                "status": voucher.status,
                "issued_at": voucher.issued_at.isoformat(),
            }
            for voucher in vouchers.of_member(tx, member.id, limit=member.entries)
        ],
        "plans": [
            {
                "plan": one.plan_id,
                "status": one.status,
                "since": one.since.isoformat() if one.since else None,
                "until": one.until.isoformat() if one.until else None,
            }
            for one in subscriptions.of_member(tx, member.id)
        ],
        "payments": [
            {
                "reference": paid.reference,
                "plan": paid.plan_id,
                "paid_at": paid.paid_at.isoformat(),
                "amount_minor_units": paid.amount,
                "currency": paid.currency,
                "refunded_at": paid.refunded_at.isoformat() if paid.refunded_at else None,
            }
            for paid in payments.of_member(tx, member.id)
        ],
        "invitation": _invitation(tx, member),
        "feedback": [
            {"at": at.isoformat(), "text": text} for at, text in feedback.of_member(tx, member.id)
        ],
    }


def _invitation(tx: Transaction, member: Member) -> dict[str, object] | None:
    """How far it is with the invitation that brought the member; who did is somebody else's."""
    referral = referrals.of_friend(tx, member.id)
    if referral is None:
        return None
    return {
        "state": referral.state,
        "looked_at_for": list(referral.signals),
        "decided_at": referral.decided_at.isoformat() if referral.decided_at else None,
        "reason": referral.reason,
    }


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
