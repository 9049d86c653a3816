"""Text messages: whose number it is, and what STOP and START mean for what was agreed to."""

from dataclasses import replace
from datetime import datetime, timedelta

from core import recycling
from core.act import Act
from core.model import Channel, Chat, Consent, MemberId, Purpose
from core.tables import chats, consents, fingerprints, members
from core.tables.told import Value
from core.transaction import Transaction

STOP, START = "stop", "start"
"""The source of a consent that the carriers' words took back, or gave again."""

DAY = timedelta(days=1)

CARRIER = "carrier"
"""The source of a no that the carrier knew of before us."""


def recognise(tx: Transaction, act: Act, chat: Chat) -> Chat:
    """
    The taken chat of whoever sends text messages from that number, now that they do.

    Who has a member's number is talked to as that member, unless it may have got a new owner
    meanwhile (recycling). Who writes is not out of reach, whatever was said of the number before.
    """
    owner = chat.member_id or members.by_key(tx, "phone", chat.address)
    if owner is not None and not recycling.is_theirs(tx, act, chat, owner):
        after = recycling.hold(tx, act, chat, owner)
    else:
        if owner is not None and chat.heard_at is None and chat.held_at is None:
            _announce(tx, act, owner, chat.address)
        long_ago = chat.heard_at is None or act.now - chat.heard_at >= DAY
        heard_at = act.now if long_ago else chat.heard_at
        after = replace(chat, member_id=owner, blocked_at=None, held_at=None, heard_at=heard_at)
    if after != chat:
        chats.save(tx, after)
    return after


def _announce(tx: Transaction, act: Act, member_id: MemberId, phone: str) -> None:
    """
    Tell the member elsewhere, once, that somebody texts from their number now.

    Numbers get new owners: who lost theirs must learn that it opens their membership.
    """
    occasion = f"texting/{fingerprints.of(tx, f'phone:{phone}')[:16]}"
    values: dict[str, Value] = {"phone": phone}
    recycling.tell(tx, act, member_id, "texting-linked", occasion, values, recycling.SHARE)


def stop(tx: Transaction, address: str, *, said: str, now: datetime) -> MemberId | None:
    """
    Send nothing to that number any more: every consent for SMS is taken back, with what was said,
    whoever says it.

    The member, if it is one's.
    """
    chat = chats.take(tx, Channel.SMS, address)
    chats.save(tx, replace(chat, blocked_at=now, question=""))
    owner = chat.member_id or members.by_key(tx, "phone", address)
    if owner is None:
        return None
    members.take(tx, owner)
    newest = _newest(tx, owner)
    for purpose in Purpose:
        before = newest.get(purpose)
        if before is None or before.granted:
            consents.add(tx, owner, _consent(purpose, STOP, said, now))
    return owner


def start(tx: Transaction, act: Act, address: str, *, said: str) -> MemberId | None:
    """Give again what STOP took back, and nothing that was not agreed to before it."""
    chat = recognise(tx, act, chats.take(tx, Channel.SMS, address))
    if chat.member_id is None:
        return None
    members.take(tx, chat.member_id)
    taken_back = _before_stop(tx, chat.member_id)
    for purpose in (one for one in Purpose if one in taken_back):
        consents.add(tx, chat.member_id, _consent(purpose, START, said, act.now))
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
