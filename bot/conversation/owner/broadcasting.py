"""broadcast: whom, what, when; a look at it; go; how far it is."""

from collections.abc import Iterator
from datetime import timedelta

from bot.conversation.buttons import Rows, button
from bot.conversation.customer.profile import LANGUAGE_NAMES
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.owner import forecasts
from bot.conversation.owner.drafts import card, say
from bot.conversation.owner.periods import parse_day
from bot.conversation.owner.reports import progress
from bot.conversation.request import Request
from bot.conversation.words import WORDS, word
from core import staffing
from core.broadcasting import drafting, reports, running
from core.broadcasting.segments import EXAMPLES
from core.calendar import local_day
from core.errors import (
    BroadcastDayRefused,
    BroadcastGone,
    BroadcastLinkRefused,
    PeriodNotUnderstood,
)
from core.model import Channel, Role
from core.program.rewards import FlexibleReward
from core.tables import broadcasts
from core.tables.broadcasts import Broadcast

RECENT = 5
FIELD_KEYS = {
    "tier": "broadcast-field-tier",
    "language": "broadcast-field-language",
    "bought": "broadcast-field-bought",
    "orders": "broadcast-field-orders",
    "balance": "broadcast-field-balance",
    "expiring": "broadcast-field-expiring",
    "birthday": "broadcast-field-birthday",
    "category": "broadcast-field-category",
    "joined": "broadcast-field-joined",
    "rfm": "broadcast-field-rfm",
    "missing": "broadcast-field-missing",
    "source": "broadcast-field-source",
}
POINTS_OFFERED = (20, 50, 100)
HOURS_OFFERED = (10, 18)
ROUTES = {
    "telegram": (Channel.TELEGRAM,),
    "sms": (Channel.SMS,),
    "both": (Channel.TELEGRAM, Channel.SMS),
}


@word("broadcast", role=Role.OWNER)
def broadcast(request: Request) -> Answer:
    """The draft, or what was sent lately; every step of a draft is a word after this one."""
    match request.args:
        case []:
            one = broadcasts.draft_of(request.tx, _maker(request))
            return card(request, one) if one else _start(request)
        case ["for", *_]:
            return card(request, _for(request, request.text.partition(" ")[2].strip()))
        case [("who" | "text" | "button" | "offer" | "when") as step, *rest]:
            return STEPS[step](request, rest)
        case ["preview"]:
            return _preview(request, _draft(request))
        case ["send"]:
            return forecasts.forecast(request, _draft(request))
        case ["drop"]:
            broadcasts.drop(request.tx, _draft(request))
            return _start(request)
        case [act, id, *_] if act in COURSE and (known := number(id)) is not None:
            return COURSE[act](request, known)
        case _:
            return _change(request, request.args)


def _change(request: Request, args: list[str]) -> Answer:
    """What a button of one of the steps says."""
    one = _draft(request)
    match args:
        case ["by", route] if route in ROUTES:
            one = drafting.set_channels(request.tx, one, ROUTES[route])
        case ["give", *what]:
            one = drafting.set_offer(request.tx, request.act, one, " ".join(what))
        case ["now"]:
            one = drafting.set_day(request.tx, request.act, one, None, 0)
        case ["on", *when]:
            return _on(request, one, when)
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
    yield button("mailing-expiring", "broadcast for expiring<=14")
    yield button("mailing-birthday", f"broadcast for birthday={month}")
    yield button("mailing-new", "broadcast for joined<30")
    yield button("mailing-top", f"broadcast for tier={request.program.tiers.levels[-1].id}")


def _for(request: Request, text: str) -> Broadcast:
    one = drafting.draft(request.tx, request.act, _maker(request))
    return drafting.set_segment(request.tx, request.act, one, text)


@word("mailing-segment", menu=False, role=Role.OWNER)
def typed_segment(request: Request) -> Answer:
    """Whom, as somebody typed it."""
    return card(request, _for(request, request.text))


@word("mailing-text", menu=False, role=Role.OWNER)
def typed_text(request: Request) -> Answer:
    """What, in the language that was asked for."""
    one = _draft(request)
    language = one.asked or request.program.language
    return card(request, drafting.set_text(request.tx, one, language, request.text))


@word("mailing-button", menu=False, role=Role.OWNER)
def typed_button(request: Request) -> Answer:
    """Where the button leads: its label, and last the web address or the word."""
    label, _, target = request.text.rpartition(" ")
    known = WORDS.get(target.lower())
    if "://" not in target and (known is None or known.role or not known.menu):
        raise BroadcastLinkRefused
    return card(request, drafting.set_button(request.tx, _draft(request), label.strip(), target))


@word("mailing-offer", menu=False, role=Role.OWNER)
def typed_offer(request: Request) -> Answer:
    """What is given with it."""
    one = drafting.set_offer(request.tx, request.act, _draft(request), request.text)
    return card(request, one)


@word("mailing-time", menu=False, role=Role.OWNER)
def typed_moment(request: Request) -> Answer:
    """When: a day, and perhaps an hour."""
    return _on(request, _draft(request), request.text.split())


def _on(request: Request, one: Broadcast, when: list[str]) -> Answer:
    hour = when[1].partition(":")[0] if len(when) > 1 else "10"
    today = local_day(request.act.now, request.program.timezone)
    try:
        day = parse_day(when[0] if when else "", today=today, ahead=True)
    except PeriodNotUnderstood:
        raise BroadcastDayRefused from None
    if not hour.isdecimal():
        raise BroadcastDayRefused
    return card(request, drafting.set_day(request.tx, request.act, one, day, int(hour[:3])))


def _ask(request: Request, key: str, question: str, *rows: tuple[Button, ...]) -> Answer:
    request.keep(question=question)
    return Answer(lines=(Line(key),), buttons=(*rows, (button("mailing-back", "broadcast"),)))


def _ask_who(request: Request, rest: list[str]) -> Answer:
    request.keep(question="mailing-segment")
    lines = [Line("broadcast-ask-who")]
    lines += [
        Line("broadcast-field", {"example": example, "means": Line(FIELD_KEYS[field])})
        for field, example in EXAMPLES.items()
    ]
    return Answer(lines=tuple(lines), buttons=((button("mailing-back", "broadcast"),),))


def _ask_text(request: Request, rest: list[str]) -> Answer:
    languages = request.program.languages
    language = rest[0] if rest and rest[0] in languages else languages[0]
    drafting.ask_text(request.tx, _draft(request), language)
    request.keep(question="mailing-text")
    shown: dict[str, Shown] = {"language": Line(LANGUAGE_NAMES[language])}
    back = (button("mailing-back", "broadcast"),)
    return Answer(lines=(Line("broadcast-ask-text", shown),), buttons=(back,))


def _ask_button(request: Request, rest: list[str]) -> Answer:
    nowhere = (button("mailing-nothing", "broadcast lead nowhere"),)
    return _ask(request, "broadcast-ask-button", "mailing-button", nowhere)


def _ask_offer(request: Request, rest: list[str]) -> Answer:
    rewards = [one for one in request.program.rewards if not isinstance(one, FlexibleReward)]
    gifts = tuple(
        (Button(label=Line("broadcast-gift", {"title": one.title}),
                command=f"broadcast give {one.id}"),)
        for one in rewards[:6]
    )  # fmt: skip
    points = tuple(
        button("mailing-points", f"broadcast give {count}", count=count)
        for count in POINTS_OFFERED
        if request.program.unit == "points"
    )
    nothing = (button("mailing-nothing", "broadcast give"),)
    rows: Rows = (points, *gifts, nothing) if points else (*gifts, nothing)
    return _ask(request, "broadcast-ask-offer", "mailing-offer", *rows)


def _ask_when(request: Request, rest: list[str]) -> Answer:
    today = local_day(request.act.now, request.program.timezone)
    rows = tuple(
        tuple(
            button("mailing-on", f"broadcast on {day} {hour}", date=day, hour=hour)
            for hour in HOURS_OFFERED
        )
        for day in (today + timedelta(days=1), today + timedelta(days=2))
    )
    now = (button("mailing-now", "broadcast now"),)
    return _ask(request, "broadcast-ask-when", "mailing-time", now, *rows)


def _preview(request: Request, one: Broadcast) -> Answer:
    """The message itself, in every language it was written in."""
    lines = [Line("broadcast-preview"), *say(request, one)]
    return Answer(lines=tuple(lines), buttons=((button("mailing-back", "broadcast"),),))


def _go(request: Request, id: int) -> Answer:
    """Confirmed: what runs shows itself in a message of its own."""
    one = drafting.confirm(request.tx, request.act, id, _maker(request))
    return Answer(lines=(Line("broadcast-goes", {"number": one.id}),))


def _show(request: Request, id: int) -> Answer:
    lines, rows = progress(reports.report(request.tx, id))
    return Answer(lines=tuple(lines), buttons=rows, replaces=True)


def _pause(request: Request, id: int) -> Answer:
    running.pause(request.tx, id)
    return _show(request, id)


def _resume(request: Request, id: int) -> Answer:
    running.resume(request.tx, request.act, id)
    return _show(request, id)


def _cancel(request: Request, id: int) -> Answer:
    running.cancel(request.tx, request.act, id)
    return _show(request, id)


def _maker(request: Request) -> str:
    return staffing.who(request.incoming.channel, request.incoming.sender)


def _draft(request: Request) -> Broadcast:
    """The person's draft. Raises BroadcastGone."""
    one = broadcasts.draft_of(request.tx, _maker(request))
    if one is None:
        raise BroadcastGone
    return one


STEPS = {
    "who": _ask_who,
    "text": _ask_text,
    "button": _ask_button,
    "offer": _ask_offer,
    "when": _ask_when,
}
COURSE = {"go": _go, "show": _show, "pause": _pause, "resume": _resume, "cancel": _cancel}
