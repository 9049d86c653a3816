"""rate: stars for a purchase, by the button below the question or typed; and some words."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.customer.stars import Given, typed_stars
from bot.conversation.messages import Answer, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.words import KNOWN, word
from core import rating as use_cases
from core.answering import STAR
from core.model import Points
from core.program.schema import Program


def is_asked(program: Program) -> bool:
    """Whether anybody is asked for stars."""
    return bool(program.messages_about(use_cases.KIND))


@word("rate", offered=is_asked)
def rate(request: Request) -> Answer:
    """`rate ID STARS` by a button, `rate STARS [TEXT]` typed; the last stars count."""
    given = _tapped(request) or typed_stars(request.text, request.typed("rating-units"))
    rated = use_cases.rate(
        request.tx,
        request.act,
        member_id=request.me.id,
        id=given.id,
        stars=given.stars,
        text=given.words,
    )
    lines = [Line("rating-done", {"stars": STAR * rated.stars, "count": rated.stars})]
    if rated.points:
        lines.append(Line("rating-points", {"points": Points(rated.points)}))
    if given.words:
        lines.append(Line("rating-words-done"))
    if rated.text:
        return Answer(lines=tuple(lines), buttons=menu_rows())
    request.keep(question=KNOWN.join(("rate-words", str(rated.id))))
    lines.append(Line("rating-ask-low" if rated.stars <= use_cases.LOW else "rating-ask"))
    return Answer(lines=tuple(lines), buttons=((button("later", "help"),),))


def _tapped(request: Request) -> Given | None:
    """What a button below the question says."""
    if not request.incoming.tap or len(request.args) != len(("ID", "STARS")):
        return None
    id, stars = map(number, request.args)
    return None if id is None or stars is None else Given(id=id, stars=stars)


@word("rate-words", menu=False, prose=True)
def words(request: Request) -> Answer:
    """What the member says to their stars."""
    known = request.args[: len(request.args) - len(request.text.split())]
    id = number(known[0]) if known else None
    use_cases.comment(request.tx, request.act, member_id=request.me.id, text=request.text, id=id)
    return Answer(lines=(Line("rating-words-done"),), buttons=menu_rows())
