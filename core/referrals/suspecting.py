"""
What makes a referral look like one person who brings themselves: then the shop looks at it first.

* phone: the friend's number, e-mail or chat belonged to a member who was forgotten.
* address: an e-mail or number of the friend, or on their order, is the referrer's.
* ring: it is that of somebody else of the same tree: whom the referrer or the friend brought, or
  who brought the referrer.
* velocity: more friends than the program allows joined within a week.
* refund: an order of the friend's that had qualified was returned before.

E-mail addresses are compared without what providers ignore: "+tag", and the dots at Gmail.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from core.model import Chat, Member
from core.program import referral as schema
from core.program.referral import Signal
from core.tables import chats, members, past_bonuses, referrals
from core.tables.referrals import Referral
from core.transaction import Transaction

WEEK = timedelta(days=7)
LEVELS_UP = 10  # so far up who brought whom is followed
DOTS_IGNORED = frozenset({"gmail.com", "googlemail.com"})

Contacts = Mapping[str, str | None]
"""How the shop named the buyer of an order: "phone", "email"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is looked at."""

    friend: Member
    referrer: Member
    referral: Referral
    rule: schema.Referral
    addresses: frozenset[str]  # the friend's own, and those on the order
    chats: tuple[Chat, ...]


def signals(
    tx: Transaction,
    rule: schema.Referral,
    friend: Member,
    referral: Referral,
    *,
    contacts: Contacts,
    ways: Iterable[Chat] = (),
) -> tuple[Signal, ...]:
    """Everything of what the program names that is so here. Chats may be not yet the friend's."""
    referrer = members.find(tx, referral.referrer_id)
    assert referrer  # noqa: S101 members are never deleted
    case = Case(
        friend=friend,
        referrer=referrer,
        referral=referral,
        rule=rule,
        addresses=_addresses(friend.phone, friend.email)
        | _addresses(contacts.get("phone"), contacts.get("email")),
        chats=(*ways, *chats.of_member(tx, friend.id)),
    )
    return tuple(signal for signal in rule.review if _CHECKS[signal](tx, case))


def forget(tx: Transaction, member: Member) -> None:
    """Before the member is erased: remember their addresses without keeping them."""
    ways = [f"{chat.channel}:{chat.address}" for chat in chats.of_member(tx, member.id)]
    referrals.remember_forgotten(tx, [*ways, *sorted(_addresses(member.phone, member.email))])


def _addresses(phone: str | None, email: str | None) -> frozenset[str]:
    """What names a person, written so that the same is equal."""
    found = [phone] if phone else []
    if email:
        name, _, domain = email.lower().rpartition("@")
        name = name.partition("+")[0]
        found.append(f"{name.replace('.', '') if domain in DOTS_IGNORED else name}@{domain}")
    return frozenset(found)


def _recycled(tx: Transaction, case: Case) -> bool:
    ways = [f"{chat.channel}:{chat.address}" for chat in case.chats]
    return any(referrals.was_forgotten(tx, one) for one in (*ways, *case.addresses)) or any(
        past_bonuses.had(tx, chat.channel, chat.address) for chat in case.chats
    )


def _same_person(tx: Transaction, case: Case) -> bool:
    return bool(case.addresses & _addresses(case.referrer.phone, case.referrer.email))


def _ring(tx: Transaction, case: Case) -> bool:
    kin = referrals.kin_of(tx, case.referral)
    one: Member | None = case.referrer
    for _ in range(LEVELS_UP):
        above = referrals.of_friend(tx, one.id) if one else None
        if above is None:
            break
        if one := members.find(tx, above.referrer_id):
            kin.append((one.phone, one.email))
    return any(case.addresses & _addresses(phone, email) for phone, email in kin)


def _too_many(tx: Transaction, case: Case) -> bool:
    joined = case.referral.joined_at
    count = referrals.count_joined(tx, case.referral.referrer_id, after=joined - WEEK, until=joined)
    return count > case.rule.velocity


def _returned_before(tx: Transaction, case: Case) -> bool:
    return case.referral.returned


_CHECKS: Mapping[Signal, Callable[[Transaction, Case], bool]] = {
    "phone": _recycled,
    "address": _same_person,
    "velocity": _too_many,
    "ring": _ring,
    "refund": _returned_before,
}
