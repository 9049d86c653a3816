"""timeline: all that happened to one member, for who helps them."""

from collections.abc import Mapping

from bot.conversation import paging
from bot.conversation.abouts import about
from bot.conversation.buttons import button
from bot.conversation.entries import history_line
from bot.conversation.messages import Answer, Line, Shown
from bot.conversation.request import Request
from bot.conversation.staff import serving
from bot.conversation.words import word
from core import texting, timeline
from core.model import Channel, Consent, Entry, OrderStatus, Purpose, Role
from core.staff_errors import CustomerUnknown
from core.tables import outbox
from core.tables.happenings import Bought, Posted
from core.tables.outbox import State
from core.till import finding

PAGE = 12

CHANNELS: Mapping[Channel, str] = {
    Channel.TELEGRAM: "timeline-telegram",
    Channel.SMS: "timeline-sms",
    Channel.CONSOLE: "timeline-console",
}
PURPOSES: Mapping[Purpose, str] = {
    Purpose.MARKETING: "timeline-marketing",
    Purpose.TRANSACTIONAL: "timeline-transactional",
}
SOURCES: Mapping[str, str] = {
    "chat": "timeline-source-chat",
    "api": "timeline-source-shop",
    "import": "timeline-source-import",
    texting.STOP: "timeline-source-stop",
    texting.START: "timeline-source-start",
    texting.CARRIER: "timeline-source-carrier",
}
"""Where a yes or no comes from; one that a file names otherwise is shown as it stands there."""
ORDERS: Mapping[OrderStatus, str] = {
    OrderStatus.PLACED: "timeline-placed",
    OrderStatus.PAID: "timeline-paid",
    OrderStatus.FULFILLED: "timeline-fulfilled",
    OrderStatus.CANCELLED: "timeline-order-cancelled",
}
STATES: Mapping[State, str] = {
    State.QUEUED: "timeline-queued",
    State.LEASED: "timeline-queued",
    State.SENT: "timeline-sent",
    State.DELIVERED: "timeline-delivered",
    State.FAILED: "timeline-failed",
    State.BLOCKED: "timeline-blocked",
    State.SUPPRESSED: "timeline-suppressed",
    State.UNKNOWN: "timeline-unknown",
    State.CANCELLED: "timeline-cancelled",
}


@word("timeline", reads=True, role=Role.MANAGER)
def happened(request: Request) -> Answer:
    """Entries, orders, messages and consents of the member with that card or phone."""
    words, before = paging.before(request.args, request.act.now)
    if not words:
        return _whose(request)
    member = serving.find(request, " ".join(words))
    if member is None:
        raise CustomerUnknown
    events = timeline.page(request.tx, member.id, before=before, limit=PAGE)
    if not events:
        return Answer(lines=(Line("timeline-none"),), buttons=((button("member"),),))
    title = Line("timeline-title", {"name": member.name or member.card, "card": member.card})
    older = paging.older(f"timeline {member.card}", timeline.at(events[-1]))
    rows = ((older,),) if len(events) >= PAGE else ()
    return Answer(lines=(title, *map(_said, events)), buttons=rows)


def _whose(request: Request) -> Answer:
    """The question, and who is served just now or a search to find them."""
    ways = (button("find"), button("member"))
    if served := serving.served(request):
        name, card = finding.first_name(served[0]), served[0].card
        return Answer(
            lines=(Line("timeline-ask"),),
            buttons=((button("customer", f"timeline {card}", name=name),), ways),
        )
    return Answer(lines=(Line("timeline-ask"),), buttons=(ways,))


def _said(event: timeline.Event) -> Line:
    if isinstance(event, Entry):
        return history_line(event)
    if isinstance(event, Bought):
        return _order(event)
    if isinstance(event, Consent):
        return _consent(event)
    return _message(event)


def _order(order: Bought) -> Line:
    shown: dict[str, Shown] = {
        "date": order.at,
        "order": f"{order.shop}/{order.id}",
        "sum": order.total,
        "state": Line(ORDERS[order.status]),
    }
    return Line("timeline-order", shown)


def _consent(consent: Consent) -> Line:
    shown: dict[str, Shown] = {
        "date": consent.at,
        "purpose": Line(PURPOSES[consent.purpose]),
        "channel": Line(CHANNELS[consent.channel]),
        "source": Line(SOURCES[consent.source]) if consent.source in SOURCES else consent.source,
    }
    return Line("timeline-yes" if consent.granted else "timeline-no", shown)


def _state(posted: Posted) -> str:
    if outbox.went_nowhere(posted.state, posted.channel, posted.reason):
        return "timeline-nowhere"
    return STATES[posted.state]


def _message(posted: Posted) -> Line:
    shown: dict[str, Shown] = {
        "date": posted.at,
        "about": about(posted.campaign),
        "state": Line(_state(posted)),
    }
    if posted.channel is None:
        return Line("timeline-message", shown)
    return Line("timeline-message-by", {**shown, "channel": Line(CHANNELS[posted.channel])})
