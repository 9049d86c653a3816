"""Leaving, and being forgotten."""

from core import statuses
from core.act import Act
from core.model import TAKING_PART, Channel, Member, MemberId, Status
from core.referrals import referring, suspecting
from core.tables import (
    approvals,
    audit,
    buyers,
    carts,
    chats,
    dead_letters,
    entries,
    feedback,
    links,
    members,
    merges,
    outbox,
    past_bonuses,
    ratings,
    receipts,
    sms,
    survey_answers,
    tags,
    vouchers,
)
from core.tables.entries import SIGNUP
from core.transaction import Transaction


def leave(tx: Transaction, act: Act, *, member_id: MemberId) -> Member:
    """Freeze the membership: nothing is earned, spent or sent until the member comes back."""
    member = members.take(tx, member_id)
    if member.status in TAKING_PART:
        statuses.put(tx, act, member, Status.LEFT)
    return member


def forget(tx: Transaction, act: Act, *, member_id: MemberId) -> None:
    """
    Erase the person: name, numbers, birthday, chats, what they said. The ledger stays, nameless.

    Consents stay too, without an address: they prove that what was sent was allowed.
    Of the addresses a fingerprint stays, so that the points for joining are given once, and that
    nobody is paid for bringing the same person again.
    """
    member = members.take(tx, member_id)
    if member.phone:  # a chat from it is nobody's while it is held, or has only said STOP
        chats.adopt(tx, Channel.SMS, member.phone, member_id)
    suspecting.forget(tx, member)
    referring.forget(tx, member)
    first = entries.find(tx, member_id, 1)
    for chat in chats.of_member(tx, member_id):
        dead_letters.forget_sender(tx, chat.channel, chat.address)
        sms.forget_sender(tx, chat.address)
        links.forget_chat(tx, chat.channel, chat.address)
        if first and first.reference == SIGNUP:
            past_bonuses.add(tx, chat.channel, chat.address)
    receipts.forget_person(tx, phone=member.phone, email=member.email, card=member.card)
    buyers.forget_member(tx, member_id)
    merges.forget_member(tx, member_id)
    vouchers.forget_member(tx, member_id)
    chats.forget_member(tx, member_id)
    feedback.forget_member(tx, member_id)
    tags.forget_member(tx, member_id)
    ratings.forget_member(tx, member_id)
    survey_answers.forget_member(tx, member_id)
    outbox.forget_member(tx, member_id)
    carts.forget_member(tx, member_id)
    approvals.forget_member(tx, member_id)
    audit.forget_member(tx, member_id)
    entries.forget_notes(tx, member_id)
    members.erase(tx, member)
    if member.status is not Status.ERASED:
        statuses.tell(tx, act, member, Status.ERASED)
