"""The questions of a draft, one a step, and the answers that are typed or sent."""

from datetime import timedelta

from bot.conversation.buttons import Rows, button
from bot.conversation.customer.profile import LANGUAGE_NAMES
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.owner.drafts import card, draft_of, maker
from bot.conversation.owner.periods import parse_day
from bot.conversation.request import Request
from bot.conversation.words import WORDS, word
from core.broadcasting import drafting
from core.broadcasting.segments import EXAMPLES
from core.calendar import local_day
from core.model import Role
from core.program.rewards import FlexibleReward
from core.staff_errors import BroadcastDayRefused, BroadcastLinkRefused, PeriodNotUnderstood
from core.tables.broadcasts import Broadcast

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
    "city": "broadcast-field-city",
    "tag": "broadcast-field-tag",
}
BOOSTS_OFFERED = ((2, 3), (2, 7))
POINTS_OFFERED = (20, 50, 100)
HOURS_OFFERED = (10, 18)


def written_for(request: Request, text: str) -> Broadcast:
    """The person's draft, for that segment."""
    one = drafting.draft(request.tx, request.act, maker(request))
    return drafting.set_segment(request.tx, request.act, one, text)


@word("mailing-segment", menu=False, role=Role.OWNER, prose=True)
def typed_segment(request: Request) -> Answer:
    """Whom, as somebody typed it."""
    return card(request, written_for(request, request.text))


@word("mailing-text", menu=False, role=Role.OWNER, prose=True)
def typed_text(request: Request) -> Answer:
    """What, in the language that was asked for."""
    one = draft_of(request)
    language = one.asked or request.program.language
    return card(request, drafting.set_text(request.tx, one, language, request.text))


@word("mailing-picture", menu=False, role=Role.OWNER, prose=True, pictured=True)
def sent_picture(request: Request) -> Answer:
    """The picture above the text."""
    photo = request.incoming.photo
    if not photo:
        return _ask_picture(request, [])
    return card(request, drafting.set_picture(request.tx, draft_of(request), photo))


@word("mailing-button", menu=False, role=Role.OWNER, prose=True)
def typed_button(request: Request) -> Answer:
    """Where the button leads: its label, and last the web address or the word."""
    label, _, target = request.text.rpartition(" ")
    if "://" not in target:
        target = target.lower()
        known = WORDS.get(target)
        if known is None or known.role or not known.menu:
            raise BroadcastLinkRefused
    return card(request, drafting.set_button(request.tx, draft_of(request), label.strip(), target))


@word("mailing-offer", menu=False, role=Role.OWNER, prose=True)
def typed_offer(request: Request) -> Answer:
    """What is given with it."""
    one = drafting.set_offer(request.tx, request.act, draft_of(request), request.text)
    return card(request, one)


@word("mailing-time", menu=False, role=Role.OWNER, prose=True)
def typed_moment(request: Request) -> Answer:
    """When: a day, and perhaps an hour."""
    return on_day(request, draft_of(request), request.text.split())


def on_day(request: Request, one: Broadcast, when: list[str]) -> Answer:
    """The draft, to be sent on that day at that hour. Raises BroadcastDayRefused."""
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
    drafting.ask_text(request.tx, draft_of(request), language)
    request.keep(question="mailing-text")
    shown: dict[str, Shown] = {"language": Line(LANGUAGE_NAMES[language])}
    back = (button("mailing-back", "broadcast"),)
    return Answer(lines=(Line("broadcast-ask-text", shown),), buttons=(back,))


def _ask_picture(request: Request, rest: list[str]) -> Answer:
    none = (button("mailing-nothing", "broadcast plain"),)
    return _ask(request, "broadcast-ask-picture", "mailing-picture", none)


def _ask_button(request: Request, rest: list[str]) -> Answer:
    nowhere = (button("mailing-nothing", "broadcast lead nowhere"),)
    asking = tuple(
        (button("mailing-survey", f"broadcast survey {one.id}", survey=one.id),)
        for one in request.program.surveys
        if one.on
    )
    return _ask(request, "broadcast-ask-button", "mailing-button", *asking, nowhere)


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
    boosts = tuple(
        button("mailing-boost", f"broadcast give x{factor} {days}", factor=factor, days=days)
        for factor, days in BOOSTS_OFFERED
    )
    nothing = (button("mailing-nothing", "broadcast give"),)
    rows: Rows = (*((points,) if points else ()), boosts, *gifts, nothing)
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


STEPS = {
    "who": _ask_who,
    "text": _ask_text,
    "picture": _ask_picture,
    "button": _ask_button,
    "offer": _ask_offer,
    "when": _ask_when,
}
