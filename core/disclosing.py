"""Disclosing: everything we know of a member, for them, and for the shop when they ask it."""

from datetime import datetime

from core.model import Boost, Consent, Entry, Member, Voucher
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
from core.tables.actions import Action
from core.tables.carts import Cart
from core.tables.feedback import Said
from core.tables.outbox_views import Posted
from core.tables.payments import Payment
from core.tables.subscriptions import Subscription
from core.tables.survey_answers import Answered
from core.transaction import Transaction

MESSAGES_MAX = 10_000  # the newest


def everything(tx: Transaction, member: Member) -> dict[str, object]:
    """All we know of the member, ready for JSON (GDPR, articles 15 and 20)."""
    id = member.id
    ledger = entries.page(tx, id, before=None, limit=member.entries)
    return {
        "member": _person(tx, member),
        "chats": [
            {"channel": chat.channel, "address": chat.address} for chat in chats.of_member(tx, id)
        ],
        "consents": list(map(_consent, consents.history(tx, id))),
        "entries": list(map(_entry, reversed(ledger))),
        "shop_accounts": [
            {"shop": shop, "customer_id": customer, "since": at.isoformat()}
            for shop, customer, at in buyers.of_member(tx, id)
        ],
        "orders": [_order(*one) for one in orders.of_member(tx, id)],
        "actions": list(map(_action, actions.of_member(tx, id))),
        "vouchers": list(map(_voucher, vouchers.of_member(tx, id, limit=member.entries))),
        "plans": list(map(_plan, subscriptions.of_member(tx, id))),
        "payments": list(map(_payment, payments.of_member(tx, id))),
        "carts": list(map(_cart, carts.of_member(tx, id))),
        "messages": list(map(_message, outbox_views.of_member(tx, id, limit=MESSAGES_MAX))),
        "survey_answers": list(map(_survey_answer, survey_answers.of_member(tx, id))),
        "invitation": _invitation(tx, member),
        "feedback": list(map(_feedback, feedback.of_member(tx, id))),
    }


def _person(tx: Transaction, member: Member) -> dict[str, object]:
    return {
        "card": member.card,
        "name": member.name,
        "status": member.status,
        "language": member.language,
        "phone": member.phone,
        "email": member.email,
        "birthday": _birthday(member),
        "timezone": member.timezone,
        "city": member.city,
        "boosts": list(map(_boost, member.boosts)),
        "tags": tags.of_member(tx, member.id),
        "preferred_channel": member.preferred_channel,
        "joined_at": member.joined_at.isoformat(),
        "tier": member.tier,
        "referral_code": member.referral_code,
        "balance": member.balance,
    }


def _boost(boost: Boost) -> dict[str, object]:
    return {
        "offer": boost.by,
        "factor": str(boost.factor),
        "since": boost.since.isoformat(),
        "until": boost.until.isoformat(),
    }


def _order(
    shop: str, number: str, at: datetime, currency: str, total: int, status: str
) -> dict[str, object]:
    return {
        "shop": shop,
        "id": number,
        "placed_at": at.isoformat(),
        "currency": currency,
        "total_minor_units": total,
        "status": status,
    }


def _action(done: Action) -> dict[str, object]:
    return {
        "action": done.action,
        "reference": done.reference,
        "at": done.occurred_at.isoformat(),
        "points": sum(done.awards.values()),
        "cancelled": done.cancelled_at is not None,
    }


def _voucher(voucher: Voucher) -> dict[str, object]:
    return {
        "code": voucher.code,
        "reward": voucher.reward_id,
        "gives": voucher.terms.kind,
        "cause": voucher.terms.cause,
        "points": voucher.points,
        "status": voucher.status,
        "issued_at": voucher.issued_at.isoformat(),
        "expires_at": voucher.expires_at.isoformat() if voucher.expires_at else None,
    }


def _plan(plan: Subscription) -> dict[str, object]:
    return {
        "plan": plan.plan_id,
        "status": plan.status,
        "since": plan.since.isoformat() if plan.since else None,
        "until": plan.until.isoformat() if plan.until else None,
    }


def _payment(paid: Payment) -> dict[str, object]:
    return {
        "reference": paid.reference,
        "plan": paid.plan_id,
        "paid_at": paid.paid_at.isoformat(),
        "amount_minor_units": paid.amount,
        "currency": paid.currency,
        "refunded_at": paid.refunded_at.isoformat() if paid.refunded_at else None,
    }


def _cart(cart: Cart) -> dict[str, object]:
    return {
        "shop": cart.shop,
        "id": cart.id,
        "total_minor_units": cart.total,
        "url": cart.url,
        "at": cart.updated_at.isoformat(),
    }


def _survey_answer(answered: Answered) -> dict[str, object]:
    return {
        "survey": answered.survey,
        "at": answered.answered_at.isoformat() if answered.answered_at else None,
        "answer": answered.answer,
    }


def _feedback(said: Said) -> dict[str, object]:
    return {
        "at": said.at.isoformat(),
        "text": said.text,
        "answer": said.answer,
        "stars": said.stars,
        "order": said.reference,
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
