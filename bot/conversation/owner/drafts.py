"""A draft on the screen: what is settled, and the ways to change it."""

from collections.abc import Iterator, Mapping

from bot.conversation.buttons import Rows, button
from bot.conversation.customer.profile import LANGUAGE_NAMES
from bot.conversation.messages import Answer, Button, Filled, Line, Shown
from bot.conversation.request import Request
from core import staffing
from core.broadcasting import drafting
from core.broadcasting.drafting import Audience
from core.broadcasting.running import offer_of
from core.model import Channel, Points
from core.program.explaining.offers import offered
from core.program.schema import Program
from core.program.sentences import tier_named
from core.staff_errors import BroadcastGone
from core.tables import broadcasts, lots
from core.tables.broadcasts import Broadcast

SHOWN = 60  # signs of a text that is only named
ROUTE_KEYS = {
    (Channel.TELEGRAM,): "broadcast-by-telegram",
    (Channel.SMS,): "broadcast-by-sms",
    (Channel.TELEGRAM, Channel.SMS): "broadcast-by-both",
}


def card(request: Request, one: Broadcast, *, counted: bool = False) -> Answer:
    """The draft as it is. Counting takes seconds in a large shop: then only where nobody waits."""
    audience = None
    if counted or drafting.is_small(request.tx):
        audience = drafting.audience(request.tx, request.act, one)
    languages = _needed(request.program, one, audience)
    lines = (_whom(one, audience), *_lines(request, one, languages))
    return Answer(lines=lines, buttons=_rows(one, languages))


def _whom(one: Broadcast, audience: Audience | None) -> Line:
    whom = one.segment or Line("broadcast-all")
    if audience:
        return Line("broadcast-draft-for", {"whom": whom, "count": audience.members})
    return Line("broadcast-draft-large", {"whom": whom})


def _needed(program: Program, one: Broadcast, audience: Audience | None) -> list[str]:
    """The languages it is to be written in: those of its readers, as far as they are known."""
    if audience is None or not audience.parts:
        return [*program.languages]
    read = {program.speaks(part.language) for part in audience.parts}
    return [each for each in program.languages if each in read or each in one.texts]


def _lines(request: Request, one: Broadcast, languages: list[str]) -> Iterator[Line]:
    for language in languages:
        text = one.texts.get(language)
        shown: dict[str, Shown] = {"language": Line(LANGUAGE_NAMES[language])}
        if text:
            yield Line("broadcast-draft-text", {**shown, "text": _short(text)})
        else:
            yield Line("broadcast-draft-no-text", shown)
    if one.picture:
        yield Line("broadcast-draft-picture")
    if survey := one.button.get("survey"):
        yield Line("broadcast-draft-survey", {"survey": survey})
    elif one.button:
        yield Line("broadcast-draft-button", {"label": one.button["label"]})
    if offer := offer_of(one):
        what = offered(request.program, offer)
        yield Line("broadcast-draft-offer", {"given": what})
    yield Line(ROUTE_KEYS[one.channels])
    if one.day:
        yield Line("broadcast-draft-on", {"date": one.day, "hour": one.hour})
    else:
        yield Line("broadcast-draft-now")


def _rows(one: Broadcast, languages: list[str]) -> Rows:
    texts = tuple(
        (Button(label=Line("broadcast-write", {"language": Line(LANGUAGE_NAMES[language])}),
                command=f"broadcast text {language}"),)
        for language in languages
    )  # fmt: skip
    routes = (
        button("mailing-by-telegram", "broadcast by telegram"),
        button("mailing-by-sms", "broadcast by sms"),
        button("mailing-by-both", "broadcast by both"),
    )
    last: Rows = ()
    if one.texts:
        last = ((button("mailing-preview", "broadcast preview"),),
                (button("mailing-send", "broadcast send"),))  # fmt: skip
    return (
        *texts,
        (button("mailing-lead", "broadcast button"), button("mailing-give", "broadcast offer")),
        (button("mailing-picture", "broadcast picture"),),
        (button("mailing-when", "broadcast when"), button("mailing-who", "broadcast who")),
        routes,
        *last,
        (button("mailing-drop", "broadcast drop"),),
    )


def say(request: Request, one: Broadcast) -> Iterator[Line]:
    """The texts as members read them, with the values of whoever looks."""
    gift = offer_of(one)
    offer = offered(request.program, gift) if gift else None
    for language in request.program.languages:
        if language not in one.texts:
            continue
        text = Filled(one.texts[language], _own(request))
        line = Line("notice-own", {"text": text})
        yield Line("notice-with-offer", {"said": line, "given": offer}) if offer else line


def _own(request: Request) -> Mapping[str, Shown]:
    member, program = request.member, request.program
    points = lots.spendable(request.tx, member.id, request.act.now) if member else 0
    tier = member.tier if member else program.tiers.levels[0].id
    name = member.name if member else request.incoming.name
    return {"name": name, "points": Points(points), "tier": tier_named(program, tier)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def maker(request: Request) -> str:
    """Whose drafts they are."""
    return staffing.who(request.incoming.channel, request.incoming.sender)


def draft_of(request: Request) -> Broadcast:
    """The person's draft. Raises BroadcastGone."""
    one = broadcasts.draft_of(request.tx, maker(request))
    if one is None:
        raise BroadcastGone
    return one
