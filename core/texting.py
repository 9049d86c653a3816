"""Text messages: whose number it is, and what STOP and START mean for what was agreed to."""

from dataclasses import replace
from datetime import datetime, timedelta

from core.act import Act
from core.codes import message_id
from core.model import Channel, Chat, Consent, MemberId, Purpose
from core.tables import chats, consents, members, outbox, sms
from core.tables.outbox import Message
from core.transaction import Transaction

STOP, START = "stop", "start"
"""The source of a consent that the carriers' words took back, or gave again."""

WANTED_FOR = timedelta(days=14)

CARRIER = "carrier"
"""The source of a no that the carrier knew of before us."""


def recognise(tx: Transaction, address: str) -> Chat:
    """
    Take the chat of whoever sends text messages from that number (E.164).

    The number is proven to be theirs: a member who has it can be talked to there from now on. Who
    writes is not out of reach either, whatever was said of the number before.
    """
    known = chats.take(tx, Channel.SMS, address)
    owner = known.member_id or members.by_key(tx, "phone", address)
    chat = replace(known, member_id=owner, blocked_at=None)
    if chat != known:
        chats.save(tx, chat)
    return chat


def announce(tx: Transaction, act: Act, chat: Chat) -> None:
    """
    Tell the member elsewhere, once, that somebody texts from their number now.

    Numbers get new owners: who lost theirs must learn that it opens their membership.
    """
    ways = chats.of_member(tx, chat.member_id) if chat.member_id else []
    if chat.member_id is None or all(way.channel is not Channel.TELEGRAM for way in ways):
        return
    notice = Message(
        id=message_id(act.random),
        member_id=chat.member_id,
        campaign="security",
        occasion=f"texting/{sms.digest(chat.address)[:16]}",
        purpose=Purpose.TRANSACTIONAL,
        key="texting-linked",
        values={"phone": chat.address},
        buttons=(("button-phone", "phone"),),
        channels=(Channel.TELEGRAM,),
        created_at=act.now,
        due_at=act.now,
        stale_at=act.now + WANTED_FOR,
    )
    outbox.queue(tx, notice)


def stop(tx: Transaction, address: str, *, said: str, now: datetime) -> MemberId | None:
    """
    Send nothing to that number any more: every consent for SMS is taken back, with what was said.

    The member, if it is one's.
    """
    chat = replace(recognise(tx, address), blocked_at=now, question="")
    chats.save(tx, chat)
    if chat.member_id is None:
        return None
    members.take(tx, chat.member_id)
    newest = _newest(tx, chat.member_id)
    for purpose in Purpose:
        before = newest.get(purpose)
        if before is None or before.granted:
            consents.add(tx, chat.member_id, _consent(purpose, STOP, said, now))
    return chat.member_id


def start(tx: Transaction, address: str, *, said: str, now: datetime) -> MemberId | None:
    """Give again what STOP took back, and nothing that was not agreed to before it."""
    chat = recognise(tx, address)
    if chat.member_id is None:
        return None
    members.take(tx, chat.member_id)
    taken_back = _before_stop(tx, chat.member_id)
    for purpose in (one for one in Purpose if one in taken_back):
        consents.add(tx, chat.member_id, _consent(purpose, START, said, now))
    return chat.member_id


def _newest(tx: Transaction, member_id: MemberId) -> dict[Purpose, Consent]:
    found = consents.in_force(tx, member_id)
    return {one.purpose: one for one in found if one.channel is Channel.SMS}


def _before_stop(tx: Transaction, member_id: MemberId) -> set[Purpose]:
    """What stood granted when STOP, the newest word on it, was said."""
    granted: set[Purpose] = set()
    state: dict[Purpose, Consent] = {}
    for one in consents.history(tx, member_id):
        if one.channel is not Channel.SMS:
            continue
        before = state.get(one.purpose)
        if one.source in (STOP, CARRIER) and before is not None and before.granted:
            granted.add(one.purpose)
        else:
            granted.discard(one.purpose)
        state[one.purpose] = one
    return granted


def _consent(purpose: Purpose, source: str, said: str, now: datetime) -> Consent:
    return Consent(
        channel=Channel.SMS,
        purpose=purpose,
        granted=source == START,
        at=now,
        wording=said[:64],
        source=source,
    )
