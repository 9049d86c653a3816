"""rate: stars for a purchase, by the button below the question or as a number; and some words."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import word
from core import rating as use_cases
from core.answering import STAR
from core.errors import StarsNotUnderstood
from core.model import Points


@word("rate", menu=False)
def rate(request: Request) -> Answer:
    """`rate [ID] STARS`; other stars take the place of the first ones."""
    match [number(arg) for arg in request.args]:
        case [int(id), int(stars)]:
            known: int | None = id
        case [int(stars)]:
            known = None
        case _:
            raise StarsNotUnderstood
    rated = use_cases.rate(request.tx, request.act, member_id=request.me.id, id=known, stars=stars)
    lines = [Line("rating-done", {"stars": STAR * rated.stars, "count": rated.stars})]
    if rated.points:
        lines.append(Line("rating-points", {"points": Points(rated.points)}))
    if rated.text:
        return Answer(lines=tuple(lines), buttons=menu_rows())
    request.keep(question="rate-words")
    lines.append(Line("rating-ask-low" if rated.stars <= use_cases.LOW else "rating-ask"))
    return Answer(lines=tuple(lines), buttons=((button("later", "help"),),))


@word("rate-words", menu=False, prose=True)
def words(request: Request) -> Answer:
    """What the member says to their stars."""
    use_cases.comment(request.tx, request.act, member_id=request.me.id, text=request.text)
    return Answer(lines=(Line("rating-words-done"),), buttons=menu_rows())
