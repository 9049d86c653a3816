"""The shop looks at referrals that look odd: each is paid after all, or never."""

from dataclasses import replace

from core.act import Act
from core.errors import ReferralDecided, UnknownReferral
from core.model import Member, MemberId
from core.referrals import referring, thanking
from core.tables import agenda, members, referrals
from core.tables.referrals import Referral, State
from core.transaction import Transaction

APPROVABLE = (State.REVIEW, State.REFUSED)
REFUSABLE = (State.JOINED, State.REVIEW, State.HELD)


def decide(
    tx: Transaction, act: Act, *, friend_id: MemberId, approve: bool, reason: str = ""
) -> Referral:
    """
    The shop has looked at it: it goes its way, or is never paid unless it is approved after all.

    The same decision again changes nothing. Raises UnknownReferral; ReferralDecided when it was
    paid already, or there is nothing to approve.
    """
    if referrals.of_friend(tx, friend_id) is None:
        raise UnknownReferral
    friend = members.take(tx, friend_id)
    referral = _known(tx, friend_id)
    if _decided_so(referral, approve):
        return referral
    if referral.state not in (APPROVABLE if approve else REFUSABLE):
        raise ReferralDecided(state=referral.state)
    referral = replace(referral, decided_by=act.actor, decided_at=act.now, reason=reason)
    if approve:
        _resume(tx, friend, act, referral)
    else:
        _refuse(tx, referral)
    return _known(tx, friend_id)


def _decided_so(referral: Referral, approve: bool) -> bool:
    if not approve:
        return referral.state is State.REFUSED
    return referral.decided_at is not None and referral.state not in APPROVABLE


def _refuse(tx: Transaction, referral: Referral) -> None:
    for item in agenda.of_member(tx, referral.friend_id):
        if item.kind == referring.AGENDA:
            agenda.drop(tx, referral.friend_id, item.kind, item.key)
    referrals.save(tx, replace(referral, state=State.REFUSED, held_until=None))


def _resume(tx: Transaction, friend: Member, act: Act, referral: Referral) -> Member:
    """Go on where the review began: with joining, or with what the friend has bought by now."""
    referral = replace(referral, state=State.JOINED)
    if referral.qualified_at is not None and referral.order_id is None:
        friend = thanking.pay(tx, friend, act, referral, thanking.JOINING)
        referral = _known(tx, friend.id)
        if not referring.waits_for_order(act, referral):
            return friend
    bought = referring.bought(tx, act, referral)
    first = [buy for buy in bought if (buy.shop, buy.id) == (referral.shop, referral.order_id)]
    if referral.order_id is not None and not first:  # it was returned while nobody would be paid
        referral = referral.unqualified()
    referrals.save(tx, referral)
    for buy in bought if referring.every_order(act) else first or bought[:1]:
        friend = referring.qualify(tx, friend, act, referral, buy)
        referral = _known(tx, friend.id)
    return friend


def _known(tx: Transaction, friend_id: MemberId) -> Referral:
    referral = referrals.of_friend(tx, friend_id)
    assert referral  # noqa: S101 a referral is never deleted
    return referral
