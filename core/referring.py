"""Referrals: who brought whom, paid to both when the friend's first qualifying order comes."""

from datetime import timedelta

from core.act import Act
from core.crediting import give_bonus
from core.model import Kind, Member, Status
from core.tables import ledger, members, referrals
from core.tables.orders import Order
from core.tables.referrals import Referral
from core.transaction import Transaction

PAID = (Status.ACTIVE, Status.PAUSED)


def settle(tx: Transaction, friend: Member, act: Act, order: Order, before: Order | None) -> Member:
    """
    Pay the referral when this order qualifies, take it back when less of it is left than that.

    The friend must be taken; returns them as they now are. Whoever brought them is taken here:
    always after the friend, and as nobody is brought by those they bring, none wait in a circle.
    """
    referral = referrals.of_friend(tx, friend.id)
    if referral is None:
        return friend
    if referral.qualified_at is None and _qualifies(act, order, referral):
        return _pay(tx, friend, act, order, referral)
    paid_for_this = (referral.shop, referral.order_id) == (order.shop, order.id)
    shrank = before is not None and order.credited < before.credited  # a new rule is no reason
    if paid_for_this and shrank and not _big_enough(act, order):
        return _take_back(tx, friend, act, order, referral)
    return friend


def _qualifies(act: Act, order: Order, referral: Referral) -> bool:
    program = act.program.referral
    if program is None or not _big_enough(act, order):
        return False
    if program.within_days is None:
        return True
    return order.placed_at <= referral.joined_at + timedelta(days=program.within_days)


def _big_enough(act: Act, order: Order) -> bool:
    minimum = act.program.minor(act.program.referral.minimum) if act.program.referral else 0
    return order.credited > 0 and minimum <= order.credited


def _pay(tx: Transaction, friend: Member, act: Act, order: Order, referral: Referral) -> Member:
    rule = act.program.referral
    assert rule  # noqa: S101 without a rule nothing qualifies
    referrals.set_qualified(tx, friend.id, at=act.now, shop=order.shop, order=order.id)
    referrer = members.take(tx, referral.referrer_id)
    reference = _reference(friend, order)
    if referrer.status in PAID:
        given = _given(tx, referrer, friend)
        part = act.part("referrer")
        _give(tx, referrer, part, Kind.REFERRER, rule.referrer - given, reference)
    given = _given(tx, friend, friend)
    return _give(tx, friend, act.part("friend"), Kind.FRIEND, rule.friend - given, reference)


def _give(
    tx: Transaction, member: Member, act: Act, kind: Kind, points: int, reference: str
) -> Member:
    if points <= 0:
        return member
    reason = {"rule": "referral"}
    return give_bonus(tx, member, act, kind=kind, points=points, reference=reference, reason=reason)


def _given(tx: Transaction, member: Member, friend: Member) -> int:
    """
    What the member has got for this friend and could not be taken back, whatever the order: an
    order cancelled and paid again, or another one in its place, does not pay twice.
    """
    return ledger.credited_under(tx, member.id, f"referral/{friend.id}/")


def _take_back(
    tx: Transaction, friend: Member, act: Act, order: Order, referral: Referral
) -> Member:
    """The order was returned: what was paid for it goes back, as far as it is not spent."""
    reference = _reference(friend, order)
    referrals.set_qualified(tx, friend.id, at=None, shop=None, order=None)
    referrer = members.take(tx, referral.referrer_id)
    for member in (referrer, friend):
        paid = ledger.credited_for(tx, member.id, reference)
        draft = ledger.Draft(kind=Kind.REVERSAL, reference=reference, reason={"due": paid})
        if paid:
            taken = ledger.take_back(
                tx,
                member,
                act.part(f"referral/{member.id}"),
                draft,
                points=paid,
                credited_for=reference,
            )
            friend = taken if member.id == friend.id else friend
    return friend


def _reference(friend: Member, order: Order) -> str:
    return f"referral/{friend.id}/{order.reference}"
