"""surveys: what members answered, in numbers, with a picture, as a file."""

import csv
from collections.abc import Iterator
from io import StringIO

from bot.arrivals.cells import harmless
from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Chart, ChartPanel, Document, Line, Shown
from bot.conversation.request import Request
from bot.conversation.words import word
from core.errors import SurveyOver
from core.model import Role
from core.program.surveys import Survey
from core.tables import members, survey_answers

SHOWN = 10  # of answers in words
FILE_MAX = 100_000  # rows


@word("surveys", reads=True, role=Role.OWNER)
def surveys(request: Request) -> Answer:
    """surveys [ID [file]]"""
    match request.args:
        case []:
            return _all(request)
        case [id, "file"]:
            return _file(request, _find(request, id))
        case [id, *_]:
            return _one(request, _find(request, id))
    raise AssertionError(request.args)


def _find(request: Request, id: str) -> Survey:
    for one in request.program.surveys:
        if one.id == id.lower():
            return one
    raise SurveyOver


def _count(request: Request, one: Survey) -> int:
    return sum(count for _, _, count in survey_answers.counts(request.tx, one.id))


def _all(request: Request) -> Answer:
    found = request.program.surveys
    rows = []
    for one in found:
        label = Line("surveys-row", {"survey": one.id, "count": _count(request, one)})
        rows.append((Button(label=label, command=f"surveys {one.id}"),))
    rows.append((button("broadcast"),))
    key = "surveys-all" if found else "surveys-how"
    return Answer(lines=(Line(key),), buttons=tuple(rows))


def _one(request: Request, one: Survey) -> Answer:
    """How often each choice was made, also those that nobody makes; or the newest words."""
    counted = {choice: count for choice, _, count in survey_answers.counts(request.tx, one.id)}
    lines = [Line("surveys-question", {"question": one.question})]
    lines.append(Line("surveys-count", {"count": sum(counted.values())}))
    for place, choice in enumerate(one.choices, start=1):
        shown: dict[str, Shown] = {"choice": choice, "count": counted.get(place, 0)}
        lines.append(Line("surveys-counted", shown))
    if not one.choices:
        lines += _words(request, one)
    rows = ((button("file", f"surveys {one.id} file"),), (button("surveys"),))
    return Answer(lines=tuple(lines), buttons=rows, chart=_chart(one, counted))


def _words(request: Request, one: Survey) -> Iterator[Line]:
    for said in survey_answers.newest(request.tx, one.id, limit=SHOWN):
        member = members.find(request.tx, said.member_id)
        yield Line("staff-feedback", {"name": member.name if member else "", "text": said.answer})


def _chart(one: Survey, counted: dict[int | None, int]) -> Chart | None:
    if not one.choices or not counted:
        return None
    title = Line("surveys-question", {"question": one.question})
    panel = ChartPanel(
        title=Line("surveys-count", {"count": sum(counted.values())}),
        labels=tuple(Line("surveys-choice", {"choice": choice}) for choice in one.choices),
        series=((None, tuple(counted.get(place, 0) for place in range(1, len(one.choices) + 1))),),
        lying=True,
    )
    return Chart(title, (panel,))


def _file(request: Request, one: Survey) -> Answer:
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(["answered_at", "card", "name", "choice", "answer"])
    for said in survey_answers.newest(request.tx, one.id, limit=FILE_MAX):
        member = members.find(request.tx, said.member_id)
        at = said.answered_at.isoformat(timespec="seconds") if said.answered_at else ""
        who = [member.card, member.name] if member else ["", ""]
        rows.writerow([at, *map(harmless, who), said.choice or "", harmless(said.answer)])
    content = file.getvalue().encode("utf-8-sig")  # with its mark, so that spreadsheets know
    document = Document(name=f"{one.id}.csv", content=content)
    return Answer(lines=(Line("surveys-question", {"question": one.question}),), document=document)
