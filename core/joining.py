"""Joining, leaving, coming back, being forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core import codes
from core.act import Act
from core.crediting import give_bonus
from core.errors import (
    AlreadyMember,
    EmailTaken,
    MembershipBlocked,
    PhoneTaken,
    UnknownReferralCode,
)
from core.model import (
    Birthday,
    Channel,
    Chat,
    Consent,
    Kind,
    Member,
    MemberId,
    Status,
)
from core.tables import chats, consents, feedback, members, operations, referrals
from core.transaction import Transaction

REQUEST = "join"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What is known of a person about to join."""

    name: str
    language: str
    phone: str | None = None  # E.164, proven or given by the shop
    email: str | None = None
    birthday: Birthday | None = None
    referral_code: str | None = None
    source: str = ""  # where they found the bot
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """How joining went."""

    member: Member
    bonus: int  # points for joining
    new: bool  # False: was a member already, or came back
    referred: bool = False  # somebody brought them


def join_chat(tx: Transaction, act: Act, *, chat: Chat, newcomer: Newcomer) -> Joined:
    """
    Make the person of a taken chat a member, or bring back one who left.

    A repeated operation gives the same result. An unknown referral code does not stop anybody.
    """
    if chat.member_id is None:
        joined = _enrol(tx, act, newcomer)
        chats.save(tx, replace(chat, member_id=joined.member.id, question="", payload=""))
        return joined
    member = members.take(tx, chat.member_id)
    if bonus := operations.result_of(tx, member.id, act, REQUEST):
        brought = referrals.of_friend(tx, member.id) is not None
        return Joined(member=member, bonus=int(bonus), new=True, referred=brought)
    return come_back(tx, act, member, newcomer.consents)


def enrol(
    tx: Transaction, act: Act, newcomer: Newcomer, addresses: Iterable[tuple[Channel, str]]
) -> Joined:
    """
    Enrol somebody the shop knows, reachable at those addresses.

    Raises AlreadyMember, PhoneTaken, EmailTaken, UnknownReferralCode.
    """
    taken = [chats.take(tx, channel, address) for channel, address in addresses]
    if any(chat.member_id for chat in taken):
        raise AlreadyMember
    _check_free(tx, newcomer)
    if newcomer.referral_code and not _referrer(tx, newcomer.referral_code):
        raise UnknownReferralCode
    joined = _enrol(tx, act, newcomer)
    for chat in taken:
        chats.save(tx, replace(chat, member_id=joined.member.id, question="", payload=""))
    return joined


def come_back(tx: Transaction, act: Act, member: Member, given: tuple[Consent, ...] = ()) -> Joined:
    """Bring a taken member who left back to their points."""
    if member.status is Status.BLOCKED:
        raise MembershipBlocked
    if member.status is Status.LEFT:
        members.set_status(tx, member.id, Status.ACTIVE)
        member = replace(member, status=Status.ACTIVE)
        for consent in given:
            consents.add(tx, member.id, consent)
    return Joined(member=member, bonus=0, new=False)


def leave(tx: Transaction, *, member_id: MemberId) -> Member:
    """Freeze the membership: nothing is earned, spent or sent until the member comes back."""
    member = members.take(tx, member_id)
    if member.status in (Status.ACTIVE, Status.PAUSED):
        members.set_status(tx, member_id, Status.LEFT)
    return member


def forget(tx: Transaction, *, member_id: MemberId) -> None:
    """
    Erase the person: name, numbers, birthday, chats, what they said. The ledger stays, nameless.

    Consents stay too, without an address: they prove that what was sent was allowed.
    """
    member = members.take(tx, member_id)
    chats.forget_member(tx, member_id)
    feedback.forget_member(tx, member_id)
    members.erase(tx, member)


def _enrol(tx: Transaction, act: Act, newcomer: Newcomer) -> Joined:
    member = Member(
        id=codes.member_id(act.random, act.now),
        status=Status.ACTIVE,
        name=newcomer.name,
        language=newcomer.language,
        card=codes.card_number(act.random),
        referral_code=codes.referral_code(act.random),
        joined_at=act.now,
        balance=0,
        entries=0,
        tier=act.program.tiers.levels[0].id,
        tier_since=act.now,
        phone=newcomer.phone,
        email=newcomer.email,
        birthday=newcomer.birthday,
    )
    if not members.add(tx, member, source=newcomer.source):
        _check_free(tx, newcomer)  # somebody else with the same was enrolled at this moment
        raise RuntimeError("a card or code made by chance is in use already: try again")
    if newcomer.birthday:
        members.set_birthday(tx, member.id, newcomer.birthday, now=act.now)
    for consent in newcomer.consents:
        consents.add(tx, member.id, consent)
    referred = _bind(tx, act, member, newcomer.referral_code)
    bonus = act.program.signup.points if act.program.signup else 0
    if act.program.signup:
        reason = {"rule": act.program.signup.id}
        member = give_bonus(
            tx, member, act, kind=Kind.SIGNUP, points=bonus, reference="signup", reason=reason
        )
    operations.done(tx, member.id, act, REQUEST, str(bonus))
    return Joined(member=member, bonus=bonus, new=True, referred=referred)


def _check_free(tx: Transaction, newcomer: Newcomer) -> None:
    if newcomer.phone and members.by_key(tx, "phone", newcomer.phone):
        raise PhoneTaken
    if newcomer.email and members.by_key(tx, "email", newcomer.email):
        raise EmailTaken


def _bind(tx: Transaction, act: Act, friend: Member, code: str | None) -> bool:
    referrer_id = _referrer(tx, code) if code else None
    if referrer_id is None:
        return False
    referrals.add(tx, friend_id=friend.id, referrer_id=referrer_id, now=act.now)
    return True


def _referrer(tx: Transaction, code: str) -> MemberId | None:
    return members.by_key(tx, "referral_code", code.strip().upper())
