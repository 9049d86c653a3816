"""Joining, and coming back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core import codes, linking, statuses, tiering
from core.act import Act
from core.awarding.matching import on_day
from core.calendar import local_day
from core.earning import waiting
from core.earning.waiting import Caught
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
from core.program.rules import SignupRule
from core.referrals import referring
from core.rewards import giving
from core.tables import (
    chats,
    cities,
    consents,
    hooks,
    members,
    operations,
    past_bonuses,
    referrals,
)
from core.tables.entries import SIGNUP
from core.tables.hooks import Event
from core.tables.referrals import Referral
from core.transaction import Transaction

REQUEST = "join"
TRIES = 5  # to find a card and a code that nobody has


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What is known of a person about to join."""

    name: str
    language: str
    phone: str | None = None  # E.164, proven or given by the shop
    email: str | None = None
    birthday: Birthday | None = None
    city: str = ""
    referral_code: str | None = None
    source: str = ""  # where they found the bot
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """How joining went."""

    member: Member
    bonus: int  # points for joining
    gift: str = ""  # the id of the reward for joining
    new: bool  # False: was a member already, or came back
    referred: bool = False  # somebody brought them
    links: tuple[linking.Result, ...] = ()  # of those to the web shop they had opened
    caught: Caught = waiting.NOTHING  # orders from before that waited for them


def join_chat(tx: Transaction, act: Act, *, chat: Chat, newcomer: Newcomer) -> Joined:
    """
    Make the person of a taken chat a member, or bring back one who left.

    A repeated operation gives the same result. An unknown referral code does not stop anybody.
    """
    if chat.member_id is None:
        joined = _enrol(tx, act, newcomer, [chat])
        chats.save(tx, replace(chat, member_id=joined.member.id, question="", payload=""))
        return joined
    member = members.take(tx, chat.member_id)
    done = operations.result_of(tx, member.id, act, REQUEST)
    if done is not None and member.status is not Status.LEFT:
        brought = referrals.of_friend(tx, member.id) is not None
        bonus, _, gift = done.partition(" ")
        return Joined(member=member, bonus=int(bonus), gift=gift, new=True, referred=brought)
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
    if newcomer.referral_code and not referrer(tx, newcomer.referral_code):
        raise UnknownReferralCode
    joined = _enrol(tx, act, newcomer, taken)
    for chat in taken:
        chats.save(tx, replace(chat, member_id=joined.member.id, question="", payload=""))
    return joined


def come_back(tx: Transaction, act: Act, member: Member, given: tuple[Consent, ...] = ()) -> Joined:
    """Bring a taken member who left back to their points."""
    if member.status is Status.BLOCKED:
        raise MembershipBlocked
    if member.status is Status.LEFT:
        member = statuses.put(tx, act, member, Status.ACTIVE)
        for consent in given:
            consents.add(tx, member.id, consent)
    return Joined(member=member, bonus=0, new=False)


def bonus_for(tx: Transaction, act: Act, ways: Sequence[Chat]) -> int:
    """How many points somebody reachable there gets for joining: a second time none."""
    rule = _welcome(tx, act, ways)
    return rule.points or 0 if rule else 0


def _welcome(tx: Transaction, act: Act, ways: Sequence[Chat]) -> SignupRule | None:
    """The rule for joining, if it holds today and nobody there has had what it gives."""
    rule = act.program.signup
    if rule is None or not on_day(rule.when, local_day(act.now, act.program.timezone)):
        return None
    had = any(past_bonuses.had(tx, chat.channel, chat.address) for chat in ways)
    return None if had else rule


def _enrol(tx: Transaction, act: Act, newcomer: Newcomer, ways: Sequence[Chat]) -> Joined:
    member = _added(tx, act, newcomer)
    data = {"member_id": str(member.id), "language": member.language}
    hooks.tell(tx, act, Event.MEMBER_JOINED, data)
    if newcomer.city:
        cities.save(tx, member.id, newcomer.city)
    if newcomer.birthday:
        members.set_birthday(tx, member.id, newcomer.birthday, now=act.now)
    for consent in newcomer.consents:
        consents.add(tx, member.id, consent)
    referral = _bind(tx, act, member, newcomer.referral_code)
    rule = _welcome(tx, act, ways)
    bonus, gift = 0, ""
    if rule:
        bonus = rule.points or 0
        member, gift = _give(tx, member, act, rule, bonus)
    if referral:
        member = referring.joined(tx, member, act, referral, ways=ways)
    keys = {"phone": newcomer.phone, "email": newcomer.email}
    member, caught = waiting.credit(tx, member, act, keys)
    member, opened = linking.tie_waiting(tx, act, member, ways)
    operations.done(tx, member.id, act, REQUEST, f"{bonus} {gift}".rstrip())
    return Joined(
        member=member,
        bonus=bonus,
        gift=gift,
        new=True,
        referred=bool(referral),
        links=tuple(opened),
        caught=sum((one.caught for one in opened), caught),
    )


def _give(
    tx: Transaction, member: Member, act: Act, rule: SignupRule, points: int
) -> tuple[Member, str]:
    """Give what there is for joining; the member, and the id of the reward if one was given."""
    after = giving.give(
        tx,
        member,
        act,
        kind=Kind.SIGNUP,
        points=points,
        reward=rule.reward,
        rule=rule.id,
        reference=SIGNUP,
        expires=rule.expires,
    )
    given = after.entries - member.entries > bool(points)
    after = giving.settle_automatic(tx, after, act)
    return tiering.settle(tx, after, act), rule.reward or "" if given else ""


def _added(tx: Transaction, act: Act, newcomer: Newcomer) -> Member:
    for _ in range(TRIES):
        member = _drawn(act, newcomer)
        if members.add(tx, member, source=newcomer.source):
            return member
        _check_free(tx, newcomer)  # else it is the luck: somebody has that id, card or code
    raise RuntimeError(f"no free card and code in {TRIES} tries: the luck is broken")


def _drawn(act: Act, newcomer: Newcomer) -> Member:
    """The newcomer with an id, a card and a code made by chance."""
    return Member(
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
        city=newcomer.city,
    )


def _check_free(tx: Transaction, newcomer: Newcomer) -> None:
    if newcomer.phone and members.by_key(tx, "phone", newcomer.phone):
        raise PhoneTaken
    if newcomer.email and members.by_key(tx, "email", newcomer.email):
        raise EmailTaken


def _bind(tx: Transaction, act: Act, friend: Member, code: str | None) -> Referral | None:
    referrer_id = referrer(tx, code) if code else None
    if referrer_id is None:
        return None
    return referrals.add(tx, friend_id=friend.id, referrer_id=referrer_id, now=act.now)


def referrer(tx: Transaction, code: str) -> MemberId | None:
    """Whose invitation code that is; None: nobody's."""
    return members.by_key(tx, "referral_code", code.strip().upper())
