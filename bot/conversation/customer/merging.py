"""merge: one membership of two that are one person's, asked for and answered in chat."""

from bot.conversation.buttons import menu_rows
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core import merging
from core.model import Points
from core.tables.merges import Stage

ASK, GO, YES = "ask", "go", "yes"


@word("merge", menu=False)
def merge(request: Request) -> Answer:
    """Ask for one membership, go on when it may be, or say yes or no to who asks."""
    match request.args[:1]:
        case ["ask"]:
            until = merging.ask(request.tx, request.act, member_id=request.me.id)
            return Answer(lines=(Line("merge-waits", {"date": until}),), buttons=menu_rows())
        case ["go"]:
            return _done(request)
        case [("yes" | "no") as said]:
            return _answered(request, yes=said == YES)
    found = merging.standing(request.tx, request.me.id)
    if found.state is Stage.SHOWN:
        return offer()
    if not merging.can_go(found, request.act.now):
        return Answer(lines=(Line("merge-waits", {"date": found.ready_at or request.act.now}),))
    return Answer(lines=(Line("merge-ready"),), buttons=((_go(request),),))


def offer() -> Answer:
    """The number somebody has shared belongs to another membership."""
    ask = Button(label=Line("button-merge-ask"), command=f"merge {ASK}")
    return Answer(lines=(Line("merge-found"),), buttons=((ask,), *menu_rows()))


def _done(request: Request) -> Answer:
    merged = merging.merge_into(request.tx, request.act, member_id=request.me.id)
    lines = [Line("merge-done", {"points": Points(merged.points)})]
    if merged.taken_back:
        lines.append(Line("merge-signup-once", {"points": Points(merged.taken_back)}))
    return Answer(lines=tuple(lines), buttons=menu_rows())


def _answered(request: Request, *, yes: bool) -> Answer:
    assert request.me  # noqa: S101 raises for who is no member
    counted = merging.answer(request.tx, request.act, chat=request.chat, yes=yes)
    if not counted:
        return Answer(lines=(Line("merge-nothing"),), buttons=menu_rows())
    return Answer(lines=(Line("merge-agreed" if yes else "merge-kept"),), buttons=menu_rows())


def _go(request: Request) -> Button:
    return Button(label=Line("button-merge-go"), command=request.once(f"merge {GO}"))
