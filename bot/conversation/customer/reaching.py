"""Where a member is written to first, and by whose clock: a part of the word notifications."""

from bot.conversation.buttons import button
from bot.conversation.formats import timezone_of
from bot.conversation.messages import Answer, Button, Line, Place
from bot.conversation.request import Request
from core import profile
from core.model import Channel
from core.tables import chats, members

FIRST, ZONE = "first", "zone"
SWITCHED = (FIRST, Channel.TELEGRAM, Channel.SMS)
"""What the other ways to use the word begin with."""


def clock(request: Request) -> Answer | None:
    """
    notifications zone · notifications zone CITY · the city alone, when it was asked for

    The question, or that there is no such city; None when it is set, or is about something else.
    """
    if not request.args or request.args[0] in SWITCHED:
        return None
    asked = request.args[0] == ZONE
    place = " ".join(request.args[1:] if asked else request.args)
    found = timezone_of(place, request.language)
    if found is None:
        request.keep(question="notifications")
        key = "zone-unknown" if place else "zone-ask"
        lines = (Line(key, {"place": Place(_zone(request))}),)
        return Answer(lines=lines, buttons=((button("notifications"),),))
    profile.set_timezone(request.tx, member_id=request.me.id, timezone=found)
    return None


def prefer(request: Request) -> None:
    """notifications first sms"""
    match request.args:
        case ["first", ("telegram" | "sms") as channel, *_]:
            me = request.me.id
            profile.set_preferred_channel(request.tx, member_id=me, channel=Channel(channel))


def in_telegram(request: Request) -> bool:
    """Whether the member has a chat in Telegram, too."""
    known = chats.of_member(request.tx, request.me.id)
    return any(one.channel is Channel.TELEGRAM for one in known)


def buttons(request: Request) -> list[tuple[Button, ...]]:
    """The buttons for both, as they stand now."""
    me = members.take(request.tx, request.me.id)
    clock = Line("zone-button", {"place": Place(me.timezone or request.program.timezone)})
    found: list[tuple[Button, ...]] = [(Button(label=clock, command=f"notifications {ZONE}"),)]
    if me.phone and in_telegram(request):
        first = me.preferred_channel or Channel.TELEGRAM
        other = Channel.TELEGRAM if first is Channel.SMS else Channel.SMS
        label = Line("prefer-first", {"channel": first})
        found.append((Button(label=label, command=f"notifications {FIRST} {other}"),))
    return found


def _zone(request: Request) -> str:
    return request.me.timezone or request.program.timezone
