"""survey: what the shop asks, by a button or its number, or in words."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.having import has_surveys
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import surveying
from core.errors import SurveyOver
from core.model import Points
from core.program.surveys import Survey
from core.surveying import Thanks


@word("survey", offered=has_surveys)
def survey(request: Request) -> Answer:
    """survey [ID [CHOICE]]"""
    match request.args:
        case []:
            return _open(request)
        case [id]:
            return _ask(request, _named(request, id.lower()))
        case [id, choice, *_] if (picked := number(choice)) is not None:
            thanks = surveying.choose(
                request.tx, request.act, member_id=request.me.id, id=id.lower(), choice=picked
            )
            return _thank(thanks)
        case _:
            raise SurveyOver


@word("survey-words", menu=False, prose=True)
def words(request: Request) -> Answer:
    """The answer, as it was typed."""
    thanks = surveying.write(request.tx, request.act, member_id=request.me.id, text=request.text)
    return _thank(thanks)


def _named(request: Request, typed: str) -> Survey:
    """The survey of that id, or of that place in the list. Raises SurveyOver."""
    place = number(typed)
    if place and all(one.id != typed for one in request.program.surveys):
        found = surveying.open_ones(request.tx, request.act, request.me.id)
        if place <= len(found):
            return found[place - 1]
    return surveying.find(request.act, typed)


def _open(request: Request) -> Answer:
    found = surveying.open_ones(request.tx, request.act, request.me.id)
    match found:
        case []:
            return Answer(lines=(Line("surveys-none"),), buttons=menu_rows())
        case [only]:
            return _ask(request, only)
    rows = tuple(
        (Button(label=Line("surveys-question", {"question": one.question}),
                command=f"survey {one.id}"),)
        for one in found
    )  # fmt: skip
    return Answer(lines=(Line("surveys-which"),), buttons=rows)


def _ask(request: Request, asked: Survey) -> Answer:
    before = surveying.show(request.tx, request.act, member_id=request.me.id, survey=asked)
    lines = [Line("surveys-question", {"question": asked.question})]
    if before:
        lines.append(Line("surveys-before"))
        return Answer(lines=tuple(lines), buttons=menu_rows())
    member_id = request.me.id
    if points := surveying.worth(request.tx, request.act, member_id=member_id, survey=asked):
        lines.append(Line("surveys-gives", {"points": Points(points)}))
    if asked.choices:
        rows = tuple(
            (Button(label=Line("surveys-choice", {"choice": choice}),
                    command=f"survey {asked.id} {place}"),)
            for place, choice in enumerate(asked.choices, start=1)
        )  # fmt: skip
        return Answer(lines=tuple(lines), buttons=rows)
    request.keep(question="survey-words")
    lines.append(Line("surveys-write"))
    return Answer(lines=tuple(lines), buttons=((button("later", "help"),),))


def _thank(thanks: Thanks) -> Answer:
    lines = [Line("surveys-thanks" if thanks.new else "surveys-before")]
    if thanks.points:
        lines.append(Line("surveys-given", {"points": Points(thanks.points)}))
    return Answer(lines=tuple(lines), buttons=menu_rows())
