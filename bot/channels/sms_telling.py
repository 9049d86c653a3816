"""What Twilio tells of messages we sent: late, twice, in any order; and what we don't know yet."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.channels.sms_errors import TRIES, Meaning, meaning_of
from bot.channels.sms_twilio import Listed
from bot.ports import Database
from core import texting
from core.model import Channel
from core.tables import chats, members, outbox, outbox_views, sms
from core.tables.outbox import State
from core.tables.outbox_views import Posted
from core.tables.sms import Told
from core.transaction import Transaction

STATES = {
    **dict.fromkeys(("accepted", "queued", "scheduled", "sending", "sent"), State.SENT),
    **dict.fromkeys(("delivered", "read", "partially_delivered"), State.DELIVERED),
    **dict.fromkeys(("undelivered", "failed", "canceled"), State.FAILED),
}
SUSPECT_DAYS = timedelta(days=30)
LISTING_MIN, LISTING_LOST = timedelta(minutes=2), timedelta(hours=1)
AROUND = timedelta(seconds=90)  # a message was begun at most so long before we gave up waiting
PAGE = 100

log = logging.getLogger(__name__)


def told_in(params: Mapping[str, str], message: str) -> Told | None:
    """Twilio's form; message is our own id, from the address it was sent to. None: it is none."""
    sid, status = params.get("MessageSid", ""), params.get("MessageStatus", "")
    if not sid or status not in STATES:
        return None
    code = params.get("ErrorCode", "")
    return Told(sid=sid, status=status, message=message, address=params.get("To", ""), code=code)


def tell(tx: Transaction, tale: Told, *, now: datetime) -> None:
    """Take over what was told, once."""
    ended = any(STATES[status] is not State.SENT for status in sms.statuses(tx, tale.sid))
    if not sms.told(tx, tale, now=now) or ended:
        return
    posted = _posted(tx, tale)
    code = int(tale.code) if tale.code.isdecimal() else 0
    state = STATES[tale.status]
    if state is State.FAILED:
        _heed(tx, tale, code, now)
    if posted is None:
        return
    news = outbox.progress(
        tx,
        posted.message.id,
        State.BLOCKED if meaning_of(code) in (Meaning.NO_PHONE, Meaning.OPTED_OUT) else state,
        at=now,
        reason=f"Twilio error {code}" if code else "",
        provider_id=tale.sid,
    )
    if news and state is State.FAILED:
        _try_again(tx, posted, tale, code, now)


def _posted(tx: Transaction, tale: Told) -> Posted | None:
    """The message by our own id, which resolves one we had no answer for; else by Twilio's."""
    found = outbox_views.find(tx, int(tale.message)) if tale.message.isdecimal() else None
    if found is None:
        return outbox_views.by_provider(tx, Channel.SMS, tale.sid)
    other = found.provider_id not in ("", tale.sid)  # an earlier try's: its end is known already
    return None if other else found


def _heed(tx: Transaction, tale: Told, code: int, now: datetime) -> None:
    """What a failure says of the number, or of us."""
    match meaning_of(code):
        case Meaning.OPTED_OUT:
            texting.stop(tx, tale.address, said=f"Twilio error {code}", now=now)
        case Meaning.NO_PHONE:
            chats.mark_blocked(tx, Channel.SMS, tale.address, now)
        case Meaning.SUSPECT:
            suspects = [str(one) for one in (30004, 30005)]
            if sms.failed_since(tx, tale.address, suspects, now - SUSPECT_DAYS) > 1:
                chats.mark_blocked(tx, Channel.SMS, tale.address, now)
        case Meaning.REFUSED | Meaning.SETTINGS | Meaning.UNKNOWN if code:
            log.error("message %s failed with Twilio's error %d", tale.sid, code)


def _try_again(tx: Transaction, posted: Posted, tale: Told, code: int, now: datetime) -> None:
    """Queue it once more if such a failure passes, and it is still worth saying then."""
    tries, pause = TRIES.get(code, (0, timedelta()))
    due, stale = now + pause, posted.message.stale_at
    if due < stale and sms.times_told(tx, str(posted.message.id), tale.code) <= tries:
        outbox.replay(tx, posted.message.id, due=due, stale=stale)


# What nobody told: the provider is asked


class Lister(Protocol):
    """Who knows what was sent to a number."""

    async def sent_to(self, address: str, since: datetime) -> list[Listed]:
        """Everything since then."""


@dataclass(frozen=True, slots=True)
class _Lost:
    id: int
    address: str
    at: datetime


async def reconcile(database: Database, twilio: Lister, *, now: datetime) -> int:
    """
    Ask Twilio about messages that were sent or not, nobody knows; how many were cleared up.

    What it does not know after an hour was not sent: it becomes a dead letter. Raises TryLater.
    """
    cleared = 0
    for lost in await database.read(partial(_lost, now=now)):
        listed = await twilio.sent_to(lost.address, lost.at - AROUND)
        cleared += await database.run(partial(_clear, lost=lost, listed=listed, now=now))
    return cleared


def _lost(tx: Transaction, *, now: datetime) -> list[_Lost]:
    found = outbox_views.in_state(tx, State.UNKNOWN, before=now - LISTING_MIN, limit=PAGE)
    lost = []
    for posted in found:
        member_id = posted.message.member_id
        member = members.find(tx, member_id) if member_id else None
        if posted.channel == Channel.SMS and posted.settled_at and member and member.phone:
            lost.append(_Lost(posted.message.id, member.phone, posted.settled_at))
    return lost


def _clear(tx: Transaction, *, lost: _Lost, listed: Iterable[Listed], now: datetime) -> int:
    """The one of that minute that is nobody else's is ours."""
    near = sorted(
        (one for one in listed if one.ours and abs(one.created_at - lost.at) <= AROUND),
        key=lambda one: one.created_at,
    )
    for one in near:
        if outbox_views.by_provider(tx, Channel.SMS, one.sid) is None:
            return int(
                outbox.progress(
                    tx,
                    lost.id,
                    STATES.get(one.status, State.SENT),
                    at=now,
                    reason=f"Twilio error {one.code}" if one.code else "",
                    provider_id=one.sid,
                    parts=one.parts,
                )
            )
    if now - lost.at < LISTING_LOST:
        return 0
    return int(outbox.progress(tx, lost.id, State.FAILED, at=now, reason="it never got to Twilio"))
