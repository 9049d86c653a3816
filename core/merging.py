"""
Merging: two memberships of one person become one, whoever asks keeping their card and their chat.

A number is proven by its owner's own contact, and numbers get new owners; a customer account by a
link, and accounts are shared. So neither takes anything over by itself: the other membership is
told wherever it can be reached, may say no for a week, and says nothing if it is the same person. A
yes from a chat of theirs that is not that number itself makes it at once; whatever they do with the
number or account meanwhile, so that it is not theirs any more, is a no.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core import tiering
from core.act import Act
from core.codes import message_id
from core.errors import MembershipBlocked, NothingToMerge
from core.model import Chat, Kind, Member, MemberId, Purpose, Status
from core.tables import (
    agenda,
    buyers,
    chats,
    consents,
    entries,
    fingerprints,
    hooks,
    ledger,
    members,
    merges,
    moving,
    operations,
    outbox,
    tier_states,
)
from core.tables.entries import SIGNUP
from core.tables.hooks import Event
from core.tables.instants import to_ms
from core.tables.merges import Merge, Stage
from core.tables.outbox import Message
from core.tables.told import Value
from core.transaction import Transaction

COOL_DOWN = timedelta(days=7)
WANTED_FOR = timedelta(days=14)
READY = "merge"
"""The kind of the promise to say that nobody has objected."""

REQUEST = "merge"
CAMPAIGN = "security"
CHOSEN = "chosen-day:"  # of a counter that is a day
GO = (("button-merge-go", "merge go"),)
ANSWERS = (("button-merge-yes", "merge yes"), ("button-merge-no", "merge no"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One membership of two."""

    member: Member
    points: int  # that came to it
    taken_back: int  # of what joining had given twice


def show_number(tx: Transaction, act: Act, *, member_id: MemberId, phone: str) -> bool:
    """
    The member has proven to have the number of another membership; whether they may ask for one of
    both. Who was told no there can't ask again.
    """
    other_id = members.by_key(tx, "phone", phone)
    return _show(tx, act, member_id, other_id, f"phone:{phone}")


def show_account(
    tx: Transaction, act: Act, *, member_id: MemberId, account: tuple[str, str]
) -> bool:
    """The same for a customer account in the web shop, which somebody else's membership has."""
    shop, customer = account
    other_id = buyers.find(tx, shop, {"customer": customer})
    return _show(tx, act, member_id, other_id, _named(account))


def ask(tx: Transaction, act: Act, *, member_id: MemberId) -> datetime:
    """
    Ask the other membership; until when it may say no. Asking again changes nothing.

    Raises NothingToMerge; also while the other wants no messages: their silence would say nothing.
    """
    merge = _open(tx, member_id)
    if merge.state is not Stage.SHOWN:
        return merge.ready_at or act.now
    if not _hears(tx, merge.other_id):
        raise NothingToMerge
    ready_at = act.now + COOL_DOWN
    merges.save(tx, replace(merge, state=Stage.ASKED, changed_at=act.now, ready_at=ready_at))
    agenda.put(tx, member_id, READY, str(merge.other_id), ready_at)
    occasion = f"merge/{member_id}/{to_ms(act.now)}"
    _tell(tx, act, merge.other_id, "merge-asked", occasion, {"date": ready_at}, ANSWERS)
    return ready_at


def answer(tx: Transaction, act: Act, *, chat: Chat, yes: bool) -> bool:
    """
    The member of the taken chat, who was asked, says yes or no; whether that counts.

    A yes from the very number that both are known by says no more than the number does.
    """
    assert chat.member_id  # noqa: S101 the caller has a member
    asked = merges.asked_of(tx, chat.member_id)
    counted = False
    for one in asked:
        _take_both(tx, one.asker_id, one.other_id)
        merge = merges.of_two(tx, one.asker_id, one.other_id)
        if merge is None or merge.state not in (Stage.ASKED, Stage.AGREED):
            continue
        if yes and fingerprints.of(tx, f"phone:{chat.address}") == merge.proof:
            continue
        counted = True
        state = Stage.AGREED if yes else Stage.OBJECTED
        merges.save(tx, replace(merge, state=state, changed_at=act.now))
        agenda.drop(tx, merge.asker_id, READY, str(merge.other_id))
        key = "merge-ready" if yes else "merge-refused"
        buttons = GO if yes else ()
        _tell(tx, act, merge.asker_id, key, f"{key}/{to_ms(act.now)}", {}, buttons)
    return counted


def ready(tx: Transaction, member: Member, act: Act, key: str, at: datetime) -> Member:
    """Nobody has objected: the one who asked can go on. The agenda's handler."""
    _tell(tx, act, member.id, "merge-ready", f"merge-ready/{to_ms(at)}", {}, GO)
    return member


def standing(tx: Transaction, member_id: MemberId) -> Merge:
    """The merge the member can go on with. Raises NothingToMerge."""
    merge = merges.of_asker(tx, member_id)
    if merge is None or merge.state in (Stage.OBJECTED, Stage.DONE):
        raise NothingToMerge
    return merge


def can_go(merge: Merge, now: datetime) -> bool:
    """Whether the other has said yes, or had the time to say no."""
    waited = merge.ready_at is not None and merge.ready_at <= now
    return merge.state is Stage.AGREED or (merge.state is Stage.ASKED and waited)


def merge_into(tx: Transaction, act: Act, *, member_id: MemberId) -> Merged:
    """
    Make one membership of both: the member's own, with all the other has. Points keep their dates,
    entries what they say, and the better tier stays; what joining gave twice is taken back as far
    as it is there. Card and code of the other go on working.

    A repeated operation gives the same result. Raises NothingToMerge, MembershipBlocked.
    """
    found = merges.of_asker(tx, member_id)
    if found is None:
        raise NothingToMerge
    member, other = _take_both(tx, member_id, found.other_id)
    if done := operations.result_of(tx, member_id, act, REQUEST):
        points, taken_back = map(int, done.split())
        return Merged(member=member, points=points, taken_back=taken_back)
    merge = merges.of_two(tx, member_id, found.other_id)
    if merge is None or not can_go(merge, act.now) or not _is_still_so(tx, merge, other):
        raise NothingToMerge
    if merge.state is not Stage.AGREED and not _hears(tx, other.id):
        raise NothingToMerge
    if Status.BLOCKED in (member.status, other.status):
        raise MembershipBlocked
    return _merge_two(tx, act, merge, member, other)


def _merge_two(tx: Transaction, act: Act, merge: Merge, member: Member, other: Member) -> Merged:
    given = min(entries.credited_for(tx, one.id, SIGNUP) for one in (member, other))
    history = sorted(
        (*consents.history(tx, member.id), *consents.history(tx, other.id)), key=lambda one: one.at
    )
    moving.ledger(tx, other.id, member.id, entries=member.entries)
    moving.rest(tx, other.id, member.id)
    consents.replace_all(tx, other.id, [])
    consents.replace_all(tx, member.id, history)
    member = moving.person(tx, other, _of_both(_keep_tier(tx, act, member, other), other))
    if other.birthday and other.birthday == member.birthday:
        members.set_birthday(tx, member.id, other.birthday, now=act.now)
    merges.save(tx, replace(merge, state=Stage.DONE, changed_at=act.now))
    merges.keep_names(tx, merge, card=other.card, referral_code=other.referral_code)
    before = member.balance
    if given > 0:
        draft = ledger.Draft(kind=Kind.REVERSAL, reference=SIGNUP, reason={"due": given})
        member = ledger.take_back(tx, member, act, draft, points=given, credited_for=SIGNUP)
    member = tiering.settle_order(tx, member, act, SIGNUP).member
    result = Merged(member=member, points=other.balance, taken_back=max(before - member.balance, 0))
    operations.done(tx, member.id, act, REQUEST, f"{result.points} {result.taken_back}")
    _tell_systems(tx, act, result, other)
    return result


def _tell_systems(tx: Transaction, act: Act, merged: Merged, other: Member) -> None:
    data: dict[str, str | int | None] = {
        "member_id": str(merged.member.id),
        "other_id": str(other.id),
        "points": merged.points,
        "balance": merged.member.balance,
        "unit": act.program.unit,
        "currency": act.program.currency,
    }
    hooks.tell(tx, act, Event.MEMBER_MERGED, data)


def _show(
    tx: Transaction, act: Act, member_id: MemberId, other_id: MemberId | None, proof: str
) -> bool:
    if other_id is None or other_id == member_id:
        return False
    _take_both(tx, member_id, other_id)
    known = merges.of_two(tx, member_id, other_id)
    if known and known.state is Stage.OBJECTED:
        return False
    if known is None or known.state is Stage.SHOWN:
        merges.save(
            tx,
            Merge(
                asker_id=member_id,
                other_id=other_id,
                proof=fingerprints.of(tx, proof),
                state=Stage.SHOWN,
                changed_at=act.now,
            ),
        )
    return True


def _named(account: tuple[str, str]) -> str:
    return f"customer:{'/'.join(account)}"


def _open(tx: Transaction, member_id: MemberId) -> Merge:
    """The merge the member can ask for or has asked for; both members are taken."""
    found = merges.of_asker(tx, member_id)
    if found is None:
        raise NothingToMerge
    _take_both(tx, member_id, found.other_id)
    merge = merges.of_two(tx, member_id, found.other_id)
    if merge is None or merge.state in (Stage.OBJECTED, Stage.DONE):
        raise NothingToMerge
    return merge


def _take_both(tx: Transaction, member_id: MemberId, other_id: MemberId) -> tuple[Member, Member]:
    """Lock both, in the order of their ids."""
    taken = {one: members.take(tx, one) for one in sorted((member_id, other_id))}
    return taken[member_id], taken[other_id]


def _is_still_so(tx: Transaction, merge: Merge, other: Member) -> bool:
    """Whether the other still has what was shown; who has given it up is somebody else."""
    proofs = [_named((shop, customer)) for shop, customer, _ in buyers.of_member(tx, other.id)]
    if other.phone:
        proofs.append(f"phone:{other.phone}")
    return any(fingerprints.of(tx, proof) == merge.proof for proof in proofs)


def _hears(tx: Transaction, other_id: MemberId) -> bool:
    """Whether the other is written to: who has paused or left is not."""
    other = members.find(tx, other_id)
    return other is not None and other.status is Status.ACTIVE


def _keep_tier(tx: Transaction, act: Act, member: Member, other: Member) -> Member:
    """The better tier of the two, with what it rests on; the next tick looks at it again."""
    if act.program.rank(other.tier) <= act.program.rank(member.tier):
        return member
    state = tier_states.of_member(tx, other.id)
    told = {"member_id": str(member.id), "tier": other.tier, "before": member.tier}
    hooks.tell(tx, act, Event.TIER_CHANGED, told)
    member = member._replace(tier=other.tier, tier_since=other.tier_since)
    tier_states.write(tx, member, state, review_at=act.now)
    return member


def _of_both(member: Member, other: Member) -> Member:
    """What the member is with all the other had."""
    return member._replace(
        name=member.name or other.name,
        joined_at=min(member.joined_at, other.joined_at),
        balance=member.balance + other.balance,
        entries=member.entries + other.entries,
        counters=_counters(member.counters, other.counters),
        phone=other.phone or member.phone,
        email=member.email or other.email,
        birthday=member.birthday or other.birthday,
        city=member.city or other.city,
        boosts=(*member.boosts, *other.boosts),
    )


def _counters(of: Mapping[str, int], more: Mapping[str, int]) -> Mapping[str, int]:
    """What goes on over many orders goes on from both; a day that was chosen is no number."""
    added = {name: of.get(name, 0) + count for name, count in more.items()}
    chosen = {name: value for name, value in of.items() if name.startswith(CHOSEN)}
    return {**of, **added, **chosen}


def _tell(
    tx: Transaction,
    act: Act,
    member_id: MemberId,
    key: str,
    occasion: str,
    values: dict[str, Value],
    buttons: tuple[tuple[str, str], ...],
) -> None:
    """Write to every kind of chat the member has, whatever they agreed to: it is about them."""
    for channel in sorted({chat.channel for chat in chats.of_member(tx, member_id)}):
        notice = Message(
            id=message_id(act.random),
            member_id=member_id,
            campaign=CAMPAIGN,
            occasion=f"{occasion}@{channel}",
            purpose=Purpose.TRANSACTIONAL,
            key=key,
            values=values,
            buttons=buttons,
            channels=(channel,),
            created_at=act.now,
            due_at=act.now,
            stale_at=act.now + WANTED_FOR,
        )
        outbox.queue(tx, notice)
