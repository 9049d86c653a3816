"""feedbacks, answer: what members said to the shop, and what they are answered."""

from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.words import word
from core import answering
from core.model import MemberId, Role
from core.staff_errors import FeedbackGone
from core.tables import feedback, members
from core.tables.feedback import Said

SHOWN = 5


@word("opinions", reads=True, role=Role.MANAGER)
def opinions(request: Request) -> Answer:
    """What nobody has answered yet, the newest first."""
    found = feedback.newest(request.tx, limit=SHOWN)
    lines = tuple(_line(request, one) for one in found) or (Line("opinions-none"),)
    rows = tuple(
        (Button(label=Line("button-answer-to", {"name": _name(request, one)}),
                command=f"answer {one.member_id} {one.number}"),)
        for one in found
    )  # fmt: skip
    return Answer(lines=lines, buttons=rows or rows_for(request.colleague))


@word("answer", menu=False, role=Role.MANAGER)
def answer(request: Request) -> Answer:
    """answer MEMBER NUMBER: what was said, and the question for the answer."""
    numbers = [number(arg) for arg in request.args]
    match numbers:
        case [int(member), int(place)]:
            said = answering.take(request.tx, request.colleague, MemberId(member), place)
        case _:
            raise FeedbackGone
    request.keep(question="reply")
    lines = (_line(request, said), Line("opinions-ask"))
    return Answer(lines=lines, buttons=((button("later", "opinions"),),))


@word("reply", menu=False, role=Role.MANAGER, prose=True)
def reply(request: Request) -> Answer:
    """The answer, as it was typed."""
    said = answering.answer(request.tx, request.act, request.colleague, request.text)
    line = Line("opinions-answered", {"name": _name(request, said)})
    return Answer(lines=(line,), buttons=((button("opinions"),),))


def _line(request: Request, said: Said) -> Line:
    shown = {"name": _name(request, said), "text": said.text}
    if not said.stars:
        return Line("staff-feedback", shown)
    shown |= {"stars": answering.STAR * said.stars, "order": said.reference}
    return Line("staff-rating-worded" if said.text else "staff-rating", shown)


def _name(request: Request, said: Said) -> str:
    member = members.find(request.tx, said.member_id)
    return (member.name if member else "") or "–"
