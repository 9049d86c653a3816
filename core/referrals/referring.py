"""
Referrals: who brought whom, paid to both when what the program names has come.

A friend's joining or order qualifies. If something about it looks odd, the shop looks first; if
orders can be returned, it waits until they can't; then both are paid what was promised when it
qualified. An order that is returned takes it all back, and the friend's next one stands in.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from core import notices
from core.act import Act
from core.calendar import end_after_days
from core.model import Chat, Member
from core.referrals import suspecting, thanking
from core.referrals.suspecting import Contacts
from core.tables import agenda, members, referrals
from core.tables.orders import Order
from core.tables.referrals import Buy, Referral, State
from core.transaction import Transaction

AGENDA = "referral"
NO_CONTACTS: Contacts = {}


def joined(
    tx: Transaction, friend: Member, act: Act, referral: Referral, *, ways: Iterable[Chat] = ()
) -> Member:
    """A friend has joined from those chats: pay whom that alone pays."""
    rule = act.program.referral
    if rule is not None and (referrer := members.find(tx, referral.referrer_id)):
        occasion = f"referral/{friend.id}/joined"
        notices.tell(tx, referrer, act, "notice-referral-joined", occasion, {}, asked=False)
    if rule is None or thanking.JOINING not in (rule.paid, thanking.pays_friend(rule)):
        return friend
    seen = suspecting.signals(tx, rule, friend, referral, contacts=NO_CONTACTS, ways=ways)
    referral = _promised(act, replace(referral, signals=seen))
    if seen:
        referrals.save(tx, replace(referral, state=State.REVIEW))
        return friend
    return thanking.pay(tx, friend, act, referral, thanking.JOINING)


def settle(
    tx: Transaction,
    friend: Member,
    act: Act,
    order: Order,
    before: Order | None,
    *,
    contacts: Contacts = NO_CONTACTS,
) -> Member:
    """
    Promise or pay the referral when this order qualifies, take it back when less of it is left
    than that. Contacts are how the shop named its buyer: the address and ring signals see them.

    The friend must be taken; returns them as they now are. Whoever brought them is taken here:
    always after the friend, and as nobody is brought by those they bring, none wait in a circle.
    """
    referral = referrals.of_friend(tx, friend.id)
    if referral is None or referral.state is State.REFUSED:
        return friend
    shrank = before is not None and order.credited < before.credited  # a new rule is no reason
    if shrank and not _big_enough(act, order):
        return _returned(tx, friend, act, order, referral)
    if not _qualifies(act, order, before, referral):
        return friend
    buy = Buy(order.shop, order.id, order.placed_at)
    return qualify(tx, friend, act, referral, buy, contacts=contacts)


def pay_held(tx: Transaction, friend: Member, act: Act, key: str, at: datetime) -> Member:
    """The order of that reference can't be returned any more: pay for it. The agenda's handler."""
    agenda.drop(tx, friend.id, AGENDA, key)
    referral = referrals.of_friend(tx, friend.id)
    if referral is None or referral.state not in (State.HELD, State.PAID):
        return friend
    return thanking.pay(tx, friend, act, referral, key)


def forget(tx: Transaction, friend: Member) -> None:
    """Before a friend is erased: what was not paid for them yet never is."""
    referral = referrals.of_friend(tx, friend.id)
    if referral and referral.state in (State.REVIEW, State.HELD):
        referrals.save(tx, referral.unqualified())


def _qualifies(act: Act, order: Order, before: Order | None, referral: Referral) -> bool:
    rule = act.program.referral
    if rule is None or not _big_enough(act, order):
        return False
    if rule.within_days is not None and order.placed_at > _last_moment(referral, rule.within_days):
        return False
    if referral.order_id is not None:
        news = before is None or not _big_enough(act, before)
        return every_order(act) and news
    return waits_for_order(act, referral)


def waits_for_order(act: Act, referral: Referral) -> bool:
    """Whether the friend's first order will pay somebody: joining may have paid already."""
    rule = act.program.referral
    if rule is None or referral.state is not State.PAID:
        return rule is not None and referral.state is State.JOINED
    return {rule.paid, thanking.pays_friend(rule)} != {thanking.JOINING}


def every_order(act: Act) -> bool:
    """Whether every order of the friend's pays."""
    return act.program.referral is not None and act.program.referral.paid == "every_order"


def _last_moment(referral: Referral, days: int) -> datetime:
    return referral.joined_at + timedelta(days=days)


def _least(act: Act) -> int:
    return act.program.minor(act.program.referral.minimum) if act.program.referral else 0


def _big_enough(act: Act, order: Order) -> bool:
    return order.credited > 0 and _least(act) <= order.credited


def bought(tx: Transaction, act: Act, referral: Referral) -> list[Buy]:
    """What qualifies of all the friend has bought, oldest first."""
    if act.program.referral is None and referral.qualified_at is None:
        return []  # nothing is promised any more
    days = act.program.referral.within_days if act.program.referral else None
    until = None if days is None else _last_moment(referral, days)
    return referrals.orders_of(tx, referral.friend_id, least=_least(act), until=until)


def _promised(act: Act, referral: Referral, buy: Buy | None = None) -> Referral:
    """
    From now on what the program says today is promised, for that order or for joining. The friend
    is promised something once; what a later order brings the referrer is as the program then says.
    """
    rule = act.program.referral
    if rule is None:
        return referral
    if referral.qualified_at is not None and referral.order_id is not None:
        if referral.state is State.PAID:
            return replace(referral, referrer_points=rule.referrer)
        return referral
    promised = replace(referral, friend_points=rule.friend)
    if referral.state is not State.PAID:
        promised = replace(promised, referrer_points=rule.referrer, qualified_at=act.now)
    return replace(promised, shop=buy.shop, order_id=buy.id) if buy else promised


def qualify(
    tx: Transaction,
    friend: Member,
    act: Act,
    referral: Referral,
    buy: Buy,
    *,
    contacts: Contacts = NO_CONTACTS,
) -> Member:
    """The order qualifies: it is looked at, waits until it can't be returned, or is paid."""
    rule = act.program.referral
    hold_days = rule.hold_days if rule else 0
    until = end_after_days(buy.placed_at, hold_days, act.program.timezone) if hold_days else act.now
    referral = _promised(act, referral, buy)
    if rule and referral.decided_at is None and referral.state is not State.PAID:
        seen = suspecting.signals(tx, rule, friend, referral, contacts=contacts)
        odd = tuple(dict.fromkeys((*referral.signals, *seen)))
        referral = replace(referral, signals=odd, state=State.REVIEW if odd else referral.state)
    if referral.state is State.REVIEW:
        referrals.save(tx, replace(referral, held_until=until if hold_days else None))
        return friend
    if until <= act.now:
        return thanking.pay(tx, friend, act, referral, buy.reference)
    agenda.put(tx, friend.id, AGENDA, buy.reference, until)
    if referral.state is State.JOINED:
        referral = replace(referral, state=State.HELD, held_until=until)
    referrals.save(tx, referral)
    return friend


def _returned(
    tx: Transaction, friend: Member, act: Act, order: Order, referral: Referral
) -> Member:
    """The order was returned: what it brought goes back, and the friend's next one stands in."""
    agenda.drop(tx, friend.id, AGENDA, order.reference)
    friend, keeps = thanking.take_back(tx, friend, act, referral, order.reference)
    if (referral.shop, referral.order_id) != (order.shop, order.id):
        return friend
    rule = act.program.referral
    if rule and rule.paid == thanking.JOINING and referral.state is State.PAID:
        after = replace(referral, shop=None, order_id=None)  # the order paid the friend alone
    else:
        after = referral.unqualified()
    if not keeps:  # else they were paid for this friend, whatever else is returned
        after = replace(after, counted_at=None)
    after = replace(after, returned=True)
    referrals.save(tx, after)
    for buy in bought(tx, act, after)[:1]:
        friend = qualify(tx, friend, act, after, buy)
    thanking.settle_milestones(tx, act, referral.referrer_id)
    return friend
