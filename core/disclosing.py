"""Disclosing: everything we know of a member, for them, and for the shop when they ask it."""

from core.model import Consent, Entry, Member
from core.tables import (
    actions,
    buyers,
    carts,
    chats,
    consents,
    entries,
    feedback,
    orders,
    outbox_views,
    payments,
    referrals,
    subscriptions,
    survey_answers,
    tags,
    told,
    vouchers,
)
from core.tables.outbox_views import Posted
from core.transaction import Transaction

MESSAGES_MAX = 10_000  # the newest


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
            "timezone": member.timezone,
            "city": member.city,
            "boosts": [
                {
                    "offer": one.by,
                    "factor": str(one.factor),
                    "since": one.since.isoformat(),
                    "until": one.until.isoformat(),
                }
                for one in member.boosts
            ],
            "tags": tags.of_member(tx, member.id),
            "preferred_channel": member.preferred_channel,
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
            for entry in reversed(entries.page(tx, member.id, before=None, limit=member.entries))
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
        "carts": [
            {
                "shop": cart.shop,
                "id": cart.id,
                "total_minor_units": cart.total,
                "url": cart.url,
                "at": cart.updated_at.isoformat(),
            }
            for cart in carts.of_member(tx, member.id)
        ],
        "messages": [
            _message(posted) for posted in outbox_views.of_member(tx, member.id, limit=MESSAGES_MAX)
        ],
        "survey_answers": [
            {
                "survey": one.survey,
                "at": one.answered_at.isoformat() if one.answered_at else None,
                "answer": one.answer,
            }
            for one in survey_answers.of_member(tx, member.id)
        ],
        "invitation": _invitation(tx, member),
        "feedback": [
            {
                "at": one.at.isoformat(),
                "text": one.text,
                "answer": one.answer,
                "stars": one.stars,
                "order": one.reference,
            }
            for one in feedback.of_member(tx, member.id)
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


def _message(posted: Posted) -> dict[str, object]:
    return {
        "about": posted.message.key,
        "shown": told.shown(posted.message.values),
        "at": posted.message.created_at.isoformat(),
        "state": posted.state,
        "channel": posted.channel,
        "sent_at": posted.sent_at.isoformat() if posted.sent_at else None,
        "followed_at": posted.clicked_at.isoformat() if posted.clicked_at else None,
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
