"""
Recycled numbers: who texts from a member's number may be its next owner.

A text message proves who has the number today, no more. So a number that gives cause for doubt
opens no membership by itself. It does when nobody has been sure of it for AGING, the least that
operators let a number rest before somebody else gets it, and

- it texts for the first time, though its member talks with us in Telegram; or
- it comes back after it was out of reach: STOP, or no such phone.

Such a number is held: it is talked to as a stranger's, nothing is sent to it, and the member is
told in Telegram. It opens the membership again when the member says yes there, shares the number
anew or, on it, tells the number of the card; and a week later, if the member could be told and has
not objected. A no there takes it off the card, and so does who texts, saying to be somebody new.

A number that has texted all along is never doubted, nor is one that is all we know of a member and
was in reach: it is their address.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from core.act import Act
from core.codes import made_at, message_id
from core.model import Channel, Chat, Member, MemberId, Purpose, Status
from core.staff_errors import CustomerUnknown
from core.tables import chats, members, outbox
from core.tables.instants import to_ms
from core.tables.outbox import Message
from core.tables.told import Value
from core.transaction import Transaction

AGING = timedelta(days=45)
COOL_DOWN = timedelta(days=7)
WANTED_FOR = timedelta(days=14)
CAMPAIGN = "security"
ANSWERS = (("button-merge-yes", "number yes"), ("button-merge-no", "number no"))
SHARE = (("button-phone", "phone"),)


def is_theirs(tx: Transaction, act: Act, chat: Chat, member_id: MemberId) -> bool:
    """Whether who texts on that taken chat is taken for the member who has its number."""
    if chat.held_at is None and chat.heard_at and not chat.blocked_at:
        return True
    member = members.take(tx, member_id)
    if chat.held_at:
        return act.now >= chat.held_at + COOL_DOWN and _was_told(tx, member)
    known = [at for at in (chat.heard_at, chat.confirmed_at) if at]
    if act.now - max(known, default=made_at(member_id)) < AGING:
        return True
    return chat.blocked_at is None and not _in_telegram(tx, member_id)


def hold(tx: Transaction, act: Act, chat: Chat, member_id: MemberId) -> Chat:
    """
    The chat as nobody's, until it is known whose the number is; the member is told, once.

    A number they had besides the one on their card is let go.
    """
    if chat.held_at:
        return chat
    free = replace(chat, member_id=None, blocked_at=None, heard_at=None, confirmed_at=None)
    if members.by_key(tx, "phone", chat.address) != member_id:
        return free
    values: dict[str, Value] = {"phone": chat.address, "date": act.now + COOL_DOWN}
    tell(tx, act, member_id, "number-asked", f"number/{to_ms(act.now)}", values, ANSWERS)
    return replace(free, held_at=act.now, question="")


def holder(tx: Transaction, chat: Chat) -> Member | None:
    """The member whose number that chat has, while it is held."""
    found = members.by_key(tx, "phone", chat.address) if chat.held_at else None
    return members.find(tx, found) if found else None


def opens_at(tx: Transaction, act: Act, chat: Chat) -> datetime | None:
    """When a held number opens the membership by itself; None: nobody could be told, so never."""
    owner = holder(tx, chat)
    if chat.held_at is None or owner is None or not _was_told(tx, owner):
        return None
    return max(chat.held_at + COOL_DOWN, act.now)


def answer(tx: Transaction, act: Act, *, member_id: MemberId, yes: bool) -> str:
    """The member says, elsewhere, whether their held number is theirs: it; "" if it is not held."""
    member = members.find(tx, member_id)
    phone = member.phone if member else None
    if phone is None:
        return ""
    chat = chats.take(tx, Channel.SMS, phone)  # before the member, as who texts does
    member = members.take(tx, member_id)
    if member.phone != phone or chat.held_at is None:
        return ""
    if yes:
        _give(tx, act, chat, member_id)
    else:
        _let_go(tx, chat, member_id)
    return phone


def prove(tx: Transaction, act: Act, *, chat: Chat, of_card: MemberId | None) -> None:
    """
    Who texts from the taken, held number has told whose card they have.

    Raises CustomerUnknown when it is not that of the number's member.
    """
    owner = holder(tx, chat)
    if owner is None or of_card != owner.id:
        raise CustomerUnknown
    members.take(tx, owner.id)
    _give(tx, act, chat, owner.id)


def disown(tx: Transaction, act: Act, *, chat: Chat) -> None:
    """Who texts from the taken, held number is somebody new: it is taken off the card."""
    owner = holder(tx, chat)
    if owner is None:
        return
    members.take(tx, owner.id)
    _let_go(tx, chat, owner.id)
    values: dict[str, Value] = {"phone": chat.address}
    tell(tx, act, owner.id, "number-gone", f"number-gone/{to_ms(act.now)}", values, SHARE)


def tell(
    tx: Transaction,
    act: Act,
    member_id: MemberId,
    key: str,
    occasion: str,
    values: dict[str, Value],
    buttons: tuple[tuple[str, str], ...],
) -> None:
    """Write to the member in Telegram, if they talk with us there: it is about what is theirs."""
    if not _in_telegram(tx, member_id):
        return
    notice = Message(
        id=message_id(act.random),
        member_id=member_id,
        campaign=CAMPAIGN,
        occasion=occasion,
        purpose=Purpose.TRANSACTIONAL,
        key=key,
        values=values,
        buttons=buttons,
        channels=(Channel.TELEGRAM,),
        created_at=act.now,
        due_at=act.now,
        stale_at=act.now + WANTED_FOR,
    )
    outbox.queue(tx, notice)


def _give(tx: Transaction, act: Act, chat: Chat, member_id: MemberId) -> None:
    theirs = replace(
        chat, member_id=member_id, held_at=None, heard_at=act.now, confirmed_at=act.now
    )
    chats.save(tx, theirs)


def _let_go(tx: Transaction, chat: Chat, member_id: MemberId) -> None:
    members.set_phone(tx, member_id, None)
    chats.save(tx, replace(chat, held_at=None))


def _in_telegram(tx: Transaction, member_id: MemberId) -> bool:
    return any(way.channel is Channel.TELEGRAM for way in chats.of_member(tx, member_id))


def _was_told(tx: Transaction, member: Member) -> bool:
    """Whether silence says anything: not of who has paused, left or shut the only chat."""
    ways = [one for one in chats.of_member(tx, member.id) if one.channel is Channel.TELEGRAM]
    heard = [one for one in ways if one.blocked_at is None]
    return not ways or (member.status is Status.ACTIVE and bool(heard))
