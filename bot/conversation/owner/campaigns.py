"""campaigns: what members are written without asking; pause, go on, who would get it tomorrow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.conversation.abouts import about
from bot.conversation.buttons import Rows, button
from bot.conversation.having import WRITTEN_OF
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.request import Request
from bot.conversation.words import always, word
from core import campaigning
from core.auditing import Deed, note
from core.campaigning.comparing import compare
from core.model import Role
from core.program.campaigns import Campaign
from core.program.schema import Program
from core.staff_errors import UnknownCampaign
from core.statistics import gathering
from core.statistics.figures import Post
from core.statistics.periods import Period
from core.tables import pauses
from core.tables.comparisons import Group

LATELY = 30  # days
WITHIN = 14  # days after the message in which orders count
DAY = timedelta(days=1)


@word("campaigns", reads=True, role=Role.OWNER, but=("pause", "resume"))
def campaigns(request: Request) -> Answer:
    """campaigns [preview | pause ID | resume ID | ID]"""
    match request.args:
        case ["preview"]:
            return _preview(request)
        case ["pause", name]:
            act = request.act
            pauses.pause(request.tx, _known(request, name).id, by=act.actor, now=act.now)
            note(request.tx, act, Deed.PAUSED, about=name)
        case ["resume", name]:
            pauses.resume(request.tx, _known(request, name).id)
            note(request.tx, request.act, Deed.RESUMED, about=name)
        case [name]:
            return _one(request, _known(request, name))
    return _list(request)


def _known(request: Request, name: str) -> Campaign:
    found = request.program.messages.get(name)
    if found is None:
        raise UnknownCampaign(campaign=name)
    return found


def _list(request: Request) -> Answer:
    silent = pauses.paused(request.tx)
    found = [*_written(request.program)]
    lines = (Line("campaigns-title"), *(_line(one, paused=one.id in silent) for one in found))
    rows = tuple(
        (Button(label=_line(one, paused=one.id in silent), command=f"campaigns {one.id}"),)
        for one in found
    )
    preview = (button("tomorrow", "campaigns preview"),)
    return Answer(lines=lines[:1], buttons=(*rows, preview))


def _written(program: Program) -> Iterator[Campaign]:
    """The file's, and the usual ones of what the program has."""
    for one in program.messages.values():
        if one in program.campaigns or WRITTEN_OF.get(one.about, always)(program):
            yield one


def _line(one: Campaign, *, paused: bool) -> Line:
    return Line("campaigns-paused" if paused else "campaigns-on", {"campaign": about(one.id)})


def _one(request: Request, one: Campaign) -> Answer:
    """What became of its messages lately, and what they brought."""
    paused = one.id in pauses.paused(request.tx)
    today = request.act.now.date()
    period = Period.ending(today, days=LATELY, timezone=request.program.timezone)
    posts = [post for post in gathering.posts(request.tx, period) if post.campaign == one.id]
    lines = [_line(one, paused=paused), *_sent(posts), *_compared(request, one)]
    command = f"campaigns resume {one.id}" if paused else f"campaigns pause {one.id}"
    switch = button("mailing-resume", command) if paused else button("mailing-pause", command)
    return Answer(lines=tuple(lines), buttons=((switch,), (button("campaigns"),)))


def _sent(posts: list[Post]) -> Iterator[Line]:
    for post in posts:
        shown: dict[str, Shown] = {
            "sent": post.sent,
            "failed": post.failed,
            "waiting": post.waiting,
            "days": LATELY,
        }
        yield Line("campaigns-sent", shown)
        if post.nowhere:
            yield Line("stats-nowhere", {"count": post.nowhere})
        if post.clicks:
            yield Line("stats-clicked", {"count": post.clicks})


def _compared(request: Request, one: Campaign) -> list[Line]:
    """Its buyers beside those of who was held out; without a control group nothing is claimed."""
    if not one.control:
        return [Line("campaigns-no-control")]
    until = request.act.now - WITHIN * DAY
    found = compare(
        request.tx, request.act, one.id, since=until - 90 * DAY, until=until, days=WITHIN
    )
    lines = [_group("campaigns-told", found.told), _group("campaigns-held", found.control)]
    if (interval := found.interval) is not None:
        low, high = (Decimal(f"{float(bound) * 100:.1f}") for bound in interval)
        lines.append(Line("campaigns-lift", {"low": low, "high": high}))
    return lines


def _group(key: str, group: Group) -> Line:
    shown: dict[str, Shown] = {"members": group.members, "buyers": group.buyers}
    return Line(key, shown)


def _preview(request: Request) -> Answer:
    """Who would get what tomorrow, as things stand now."""
    tomorrow = replace(request.act, now=request.act.now + DAY)
    silent = pauses.paused(request.tx)
    found = [
        one
        for one in campaigning.preview(request.tx, tomorrow)
        if one.members and one.campaign not in silent
    ]
    lines = tuple(
        Line("campaigns-tomorrow", {"campaign": about(one.campaign), "count": len(one.members)})
        for one in found
    )
    rows: Rows = ((button("campaigns"),),)
    return Answer(lines=lines or (Line("campaigns-nobody"),), buttons=rows)
