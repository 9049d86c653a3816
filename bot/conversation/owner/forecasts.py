"""What a broadcast will do if it is sent: how many it reaches, who sleeps now, what SMS cost."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.hours import opening
from bot.sms_letters import is_gsm, is_ukrainian, parts_of, plain, transliterated
from core.broadcasting import drafting
from core.broadcasting.drafting import Audience
from core.model import Channel, Purpose
from core.program.schema import Program
from core.staff_errors import BroadcastNeedsText
from core.tables import broadcasts
from core.tables.broadcasts import Broadcast

LATELY = timedelta(days=90)
REACHED_BY = {Channel.TELEGRAM: "broadcast-reach-telegram", Channel.SMS: "broadcast-reach-sms"}
MICROS = 1_000_000
ENDING = 45  # signs: who sends it, and how to stop that


def forecast(request: Request, one: Broadcast) -> Answer:
    """What will happen, and the button that makes it happen. Raises BroadcastNeedsText."""
    if not one.texts:
        raise BroadcastNeedsText
    audience = drafting.audience(request.tx, request.act, one)
    go = Button(
        label=Line("button-mailing-go", {"count": audience.reached}),
        command=request.once(f"broadcast go {one.id}"),
    )
    rows = ((go,), (button("mailing-back", "broadcast"),))
    return Answer(lines=tuple(_lines(request, one, audience)), buttons=rows)


def _lines(request: Request, one: Broadcast, audience: Audience) -> Iterator[Line]:
    ways = audience.by_way
    yield Line("broadcast-reach", {"members": audience.members, "reached": audience.reached})
    for channel in one.channels:
        if count := ways.get(channel, 0):
            yield Line(REACHED_BY[channel], {"count": count})
    if unreached := ways.get("", 0):
        yield Line("broadcast-reach-none", {"count": unreached})
    if one.day:
        yield Line("broadcast-draft-on", {"date": one.day, "hour": one.hour})
    elif asleep := _asleep(request, audience):
        yield Line("broadcast-asleep", {"count": asleep})
    if parts := _sms_parts(request.program, one, audience):
        yield from _cost(request, parts)
    if one.points:
        yield Line("broadcast-gives", {"count": audience.reached * one.points})


def _asleep(request: Request, audience: Audience) -> int:
    """To how many it may not be sent at this hour, where they live."""
    now, usual, sending = request.act.now, request.program.timezone, request.program.sending
    return sum(
        part.members
        for part in audience.parts
        if part.way
        and opening(
            now, sending.hours(Channel(part.way), Purpose.MARKETING), part.timezone or usual
        ) > now
    )  # fmt: skip


def _sms_parts(program: Program, one: Broadcast, audience: Audience) -> int:
    """About as many parts as the text messages have: names are of different lengths."""
    usual = next(iter(one.texts.values()))
    return sum(
        part.members * min(_parts(program, one.texts.get(part.language, usual)), program.sms.parts)
        for part in audience.parts
        if part.way == Channel.SMS
    )


def _parts(program: Program, text: str) -> int:
    letters = plain(text) + "." * ENDING
    if program.sms.transliterate and not is_gsm(letters):
        letters = transliterated(letters, ukrainian=is_ukrainian(letters))
    return parts_of(letters)


def _cost(request: Request, parts: int) -> Iterator[Line]:
    """At what a part has cost lately; nobody knows before the first was paid."""
    sent, micros = broadcasts.paid_lately(request.tx, since=request.act.now - LATELY)
    if sent and micros:
        cost = Decimal(parts * micros) / sent / MICROS
        yield Line("broadcast-sms-cost", {"parts": parts, "cost": round(cost, 2)})
    else:
        yield Line("broadcast-sms-parts", {"parts": parts})
