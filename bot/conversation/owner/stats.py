"""stats: the owner's numbers of a period, with a picture; who stays; messages; a file."""

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Answer, Document
from bot.conversation.owner import figures
from bot.conversation.owner.periods import parse_period
from bot.conversation.request import Request
from bot.conversation.words import word
from core.calendar import local_day
from core.model import Role
from core.statistics import gathering
from core.statistics.periods import Period

VIEWS = ("file", "cohorts", "posts")


@word("stats", reads=True, role=Role.OWNER)
def stats(request: Request) -> Answer:
    """stats [today | week | month | year | 01.10–31.10] [file | cohorts | posts]"""
    view = request.args[-1] if request.args and request.args[-1] in VIEWS else ""
    said = " ".join(request.args[:-1] if view else request.args)
    zone = request.program.timezone
    today = local_day(request.act.now, zone)
    period = parse_period(said, today=today, timezone=zone, typed=request.typed)
    if view == "posts":
        posts = gathering.posts(request.tx, period)
        return Answer(lines=tuple(figures.posts_said(posts, period)), buttons=_rows(period))
    found = gathering.gather(request.tx, request.act, period)
    if view == "cohorts":
        return Answer(lines=tuple(figures.cohorts_said(found)), buttons=_rows(period))
    if view == "file":
        name = f"{period.first}_{period.last}.csv"
        content = figures.table(found, request.program)
        return Answer(lines=(figures.title(period),), document=Document(name=name, content=content))
    return Answer(
        lines=tuple(figures.said(found, request.program)),
        chart=figures.chart(found, request.program),
        buttons=_rows(period),
    )


def _rows(period: Period) -> Rows:
    days = f"stats {period.first} {period.last}"
    return (
        (button("today", "stats today"), button("week", "stats week")),
        (button("month", "stats month"), button("year", "stats year")),
        (button("cohorts", f"{days} cohorts"), button("posts", f"{days} posts")),
        (button("file", f"{days} file"),),
    )
