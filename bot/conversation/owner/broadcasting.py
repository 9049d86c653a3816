"""broadcast: whom, what, when; a look at it; go; how far it is."""

from collections.abc import Iterator

from bot.conversation.buttons import button
from bot.conversation.having import has_ends, has_tiers
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.numbers import number
from bot.conversation.owner import forecasts
from bot.conversation.owner.asking import STEPS, on_day, written_for
from bot.conversation.owner.drafts import card, draft_of, maker, say
from bot.conversation.owner.reports import progress
from bot.conversation.request import Request
from bot.conversation.words import word
from core.broadcasting import drafting, reports, running
from core.calendar import local_day
from core.model import Channel, Role
from core.tables import broadcasts
from core.tables.broadcasts import Broadcast

RECENT = 5
CHANGES = (
    "for", "who", "text", "picture", "button", "offer", "when", "by", "give", "now", "on", "plain",
    "lead", "survey", "drop", "go", "pause", "resume", "cancel",
)  # fmt: skip
SHOWS = ("preview", "send", "show")
ROUTES = {
    "telegram": (Channel.TELEGRAM,),
    "sms": (Channel.SMS,),
    "both": (Channel.TELEGRAM, Channel.SMS),
}


@word(
    "broadcast",
    reads=True,
    role=Role.OWNER,
    but=CHANGES,
    shows=SHOWS,
    otherwise="mailing-segment",
)
def broadcast(request: Request) -> Answer:
    """The draft, or what was sent lately; every step of a draft is a word after this one."""
    match request.args:
        case []:
            one = broadcasts.draft_of(request.tx, maker(request))
            return card(request, one, counted=True) if one else _start(request)
        case ["for", *_]:
            return card(request, written_for(request, request.text.partition(" ")[2].strip()))
        case [("who" | "text" | "picture" | "button" | "offer" | "when") as step, *rest]:
            return STEPS[step](request, rest)
        case ["preview"]:
            return _preview(request, draft_of(request))
        case ["send"]:
            return forecasts.forecast(request, draft_of(request))
        case ["drop"]:
            broadcasts.drop(request.tx, draft_of(request))
            return _start(request)
        case [act, id, *_] if act in COURSE and (known := number(id)) is not None:
            return COURSE[act](request, known)
        case _:
            return _change(request, request.args)


def _change(request: Request, args: list[str]) -> Answer:
    """What a button of one of the steps says."""
    one = draft_of(request)
    match args:
        case ["by", route] if route in ROUTES:
            one = drafting.set_channels(request.tx, one, ROUTES[route])
        case ["give", *what]:
            one = drafting.set_offer(request.tx, request.act, one, " ".join(what))
        case ["now"]:
            one = drafting.set_day(request.tx, request.act, one, None, 0)
        case ["on", *when]:
            return on_day(request, one, when)
        case ["plain"]:
            one = drafting.set_picture(request.tx, one, "")
        case ["survey", id]:
            one = drafting.set_survey(request.tx, request.act, one, id)
        case ["lead", "nowhere"]:
            one = drafting.set_button(request.tx, one, "", "")
    return card(request, one)


def _start(request: Request) -> Answer:
    """Whom to write to; what was sent lately."""
    rows: list[tuple[Button, ...]] = [(one,) for one in _usual(request)]
    rows.append((button("mailing-who", "broadcast who"),))
    for one in broadcasts.newest(request.tx, limit=RECENT):
        label = Line("broadcast-title", {"number": one.id, "stage": str(one.stage)})
        rows.append((Button(label=label, command=f"broadcast show {one.id}"),))
    return Answer(lines=(Line("broadcast-start"),), buttons=tuple(rows))


def _usual(request: Request) -> Iterator[Button]:
    """The segments that are asked for most."""
    month = local_day(request.act.now, request.program.timezone).month
    yield button("mailing-everybody", "broadcast for")
    yield button("mailing-absent", "broadcast for bought>60")
    if has_ends(request.program):
        yield button("mailing-expiring", "broadcast for expiring<=14")
    yield button("mailing-birthday", f"broadcast for birthday={month}")
    yield button("mailing-new", "broadcast for joined<30")
    if has_tiers(request.program):
        yield button("mailing-top", f"broadcast for tier={request.program.tiers.levels[-1].id}")


def _preview(request: Request, one: Broadcast) -> Answer:
    """The message itself, in every language it was written in."""
    lines = [Line("broadcast-preview"), *say(request, one)]
    back = ((button("mailing-back", "broadcast"),),)
    return Answer(lines=tuple(lines), buttons=back, photo=one.picture)


def _go(request: Request, id: int) -> Answer:
    """Confirmed: what runs shows itself in a message of its own."""
    one = drafting.confirm(request.tx, request.act, id, maker(request))
    return Answer(lines=(Line("broadcast-goes", {"number": one.id}),))


def _show(request: Request, id: int) -> Answer:
    lines, rows = progress(reports.report(request.tx, id))
    return Answer(lines=tuple(lines), buttons=rows, replaces=True)


def _pause(request: Request, id: int) -> Answer:
    running.pause(request.tx, request.act, id)
    return _show(request, id)


def _resume(request: Request, id: int) -> Answer:
    running.resume(request.tx, request.act, id)
    return _show(request, id)


def _cancel(request: Request, id: int) -> Answer:
    running.cancel(request.tx, request.act, id)
    return _show(request, id)


COURSE = {"go": _go, "show": _show, "pause": _pause, "resume": _resume, "cancel": _cancel}
