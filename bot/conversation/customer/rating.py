"""rate: stars for a purchase, by the button below the question or typed; and some words."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import rating as use_cases
from core.answering import STAR
from core.errors import StarsNotUnderstood
from core.model import Points
from core.program.schema import Program


def is_asked(program: Program) -> bool:
    """Whether anybody is asked for stars."""
    return bool(program.messages_about(use_cases.KIND))


@word("rate", offered=is_asked)
def rate(request: Request) -> Answer:
    """`rate ID STARS` by a button, `rate STARS [TEXT]` typed; the last stars count."""
    known, words = None, ""
    match [number(arg) for arg in request.args]:
        case [int(id), int(stars)]:
            known = id
        case [int(stars), *_]:
            words = request.text.partition(request.args[0])[2].strip()
        case _:
            raise StarsNotUnderstood
    rated = use_cases.rate(request.tx, request.act, member_id=request.me.id, id=known, stars=stars)
    if words:
        use_cases.comment(request.tx, request.act, member_id=request.me.id, text=words)
    lines = [Line("rating-done", {"stars": STAR * rated.stars, "count": rated.stars})]
    if rated.points:
        lines.append(Line("rating-points", {"points": Points(rated.points)}))
    if words:
        lines.append(Line("rating-words-done"))
    if words or rated.text:
        return Answer(lines=tuple(lines), buttons=menu_rows())
    request.keep(question="rate-words")
    lines.append(Line("rating-ask-low" if rated.stars <= use_cases.LOW else "rating-ask"))
    return Answer(lines=tuple(lines), buttons=((button("later", "help"),),))


@word("rate-words", menu=False, prose=True)
def words(request: Request) -> Answer:
    """What the member says to their stars."""
    use_cases.comment(request.tx, request.act, member_id=request.me.id, text=request.text)
    return Answer(lines=(Line("rating-words-done"),), buttons=menu_rows())
