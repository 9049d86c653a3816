"""
Notices: members are told what happened to them, each time once, with the act that did it.

Here it is only written down (core.tables.outbox); who asked for it is answered there and then, so
nothing is written for what a member did themselves.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from core.act import Act
from core.codes import message_id
from core.model import Channel, Member, MemberId, Purpose, Status
from core.program.campaigns import Campaign
from core.tables import chats, outbox, outbox_views
from core.tables.outbox import Message, State
from core.tables.told import Value
from core.transaction import Transaction

MEMBER = "member"
"""The actor of what a member does in a chat."""

POINTS_BUTTON = (("button-points", "points"),)
REWARDS_BUTTON = (("button-rewards", "rewards"),)

WANTED_FOR = {
    "purchase": timedelta(days=2),
    "pending": timedelta(days=3),
    "cart": timedelta(days=1),
    "birthday": timedelta(days=3),
    "taken": timedelta(days=14),
    "given": timedelta(days=14),
    "rating": timedelta(days=3),
}
"""How long somebody wants to hear it, by kind."""
USUALLY = timedelta(days=7)
WEEK = timedelta(days=7)


def tell(
    tx: Transaction,
    member: Member,
    act: Act,
    key: str,
    occasion: str,
    values: Mapping[str, Value],
    *,
    buttons: tuple[tuple[str, str], ...] = POINTS_BUTTON,
    asked: bool = True,
    on: date | None = None,
) -> None:
    """
    Have the member told, by every campaign for that: "notice-tier-up" is one of the kind "tier".

    The occasion makes it one: the same again changes nothing. With asked, who acts is this member,
    if a member does. With a day it is sent at the campaign's hour of that day, else at once.
    """
    if asked and act.actor == MEMBER:
        return
    kind = key.split("-")[1]
    for campaign in act.program.messages_about(kind):
        due_at = at_hour(act, member, on, campaign.hour) if on else None
        write(tx, member, act, campaign, key, occasion, values, buttons=buttons, due_at=due_at)


def write(
    tx: Transaction,
    member: Member,
    act: Act,
    campaign: Campaign,
    key: str,
    occasion: str,
    values: Mapping[str, Value],
    *,
    buttons: tuple[tuple[str, str], ...] = (),
    url: str = "",
    due_at: datetime | None = None,
    stale_at: datetime | None = None,
    purpose: Purpose | None = None,
) -> bool:
    """
    Write that campaign's message for the member; whether it is new and to be sent.

    What is held out for comparison, or is too much for a week, is written down as suppressed. It is
    to be sent from due_at on, and not at all from stale_at on.
    """
    if member.status is not Status.ACTIVE:
        return False
    due = due_at if due_at and due_at > act.now else act.now
    message = Message(
        id=message_id(act.random),
        member_id=member.id,
        campaign=campaign.id,
        occasion=occasion,
        purpose=purpose or campaign.means,
        key=key,
        values=dict(values),
        buttons=buttons,
        url=url,
        channels=tuple(map(Channel, campaign.channels)),
        created_at=act.now,
        due_at=due,
        stale_at=stale_at or due + WANTED_FOR.get(campaign.about, USUALLY),
    )
    return _queue(tx, member.id, act, campaign, message)


def is_held_out(campaign: Campaign, member_id: MemberId) -> bool:
    """Whether the member is of those who are not written to, to see what difference it makes."""
    digest = sha256(f"{campaign.id}/{member_id}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < campaign.control


def reachable(tx: Transaction, member: Member) -> bool:
    """Whether any chat leads to the member."""
    return chats.any_of(tx, member.id)


def at_hour(act: Act, member: Member, day: date, hour: int) -> datetime:
    """That hour of that day where the member is."""
    zone = ZoneInfo(member.timezone or act.program.timezone)
    return datetime.combine(day, time(hour), tzinfo=zone)


def _queue(
    tx: Transaction, member_id: MemberId, act: Act, campaign: Campaign, message: Message
) -> bool:
    reason = _why_not(tx, member_id, act, campaign)
    if reason:
        outbox.queue(tx, message, state=State.SUPPRESSED, reason=reason)
        return False
    queued = [outbox.queue(tx, one) for one in _copies(act, campaign, message)]
    return any(queued)


def _copies(act: Act, campaign: Campaign, message: Message) -> list[Message]:
    """One for each channel if it goes out on all of them, else one."""
    if not campaign.both or len(message.channels) < 2:
        return [message]
    return [
        replace(
            message,
            id=message_id(act.random),
            occasion=f"{message.occasion}@{channel}",
            channels=(channel,),
        )
        for channel in message.channels
    ]


def _why_not(tx: Transaction, member_id: MemberId, act: Act, campaign: Campaign) -> str:
    if campaign.control and is_held_out(campaign, member_id):
        return "control"
    most = campaign.at_most_a_week
    if most is not None:
        since = act.now - WEEK
        if outbox_views.count_since(tx, member_id, campaign.id, since) >= most:
            return "enough"
    return ""
