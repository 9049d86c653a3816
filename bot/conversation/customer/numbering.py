"""number: whose a phone number is, when its texts may come from a new owner."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.request import Request
from bot.conversation.words import word
from core import recycling
from core.model import Channel
from core.till import finding

NEW, YES = "new", "yes"


@word("number", menu=False)
def number(request: Request) -> Answer:
    """By SMS: I am new here, or my card's number. Elsewhere: yes or no, it is mine."""
    if request.incoming.channel is Channel.SMS and recycling.holder(request.tx, request.chat):
        return _texted(request)
    match request.args[:1]:
        case [("yes" | "no") as said]:
            return _answered(request, yes=said == YES)
    return Answer(lines=(Line("merge-nothing"),), buttons=menu_rows())


def _texted(request: Request) -> Answer:
    chat = request.chat
    if not request.args:
        return _whose(request)
    if request.args == [NEW]:
        recycling.disown(request.tx, request.act, chat=chat)
        return Answer(lines=(Line("number-free"),), buttons=((button("join"),),))
    request.guard()
    found = finding.by_card(request.tx, request.text)
    recycling.prove(request.tx, request.act, chat=chat, of_card=found.id if found else None)
    return Answer(lines=(Line("number-yours"),), buttons=menu_rows())


def _whose(request: Request) -> Answer:
    """What is the matter, and the ways out of it."""
    opens = recycling.opens_at(request.tx, request.act, request.chat)
    line = Line("number-held", {"date": opens}) if opens else Line("number-held-shop")
    new = Button(label=Line("button-number-new"), command=f"number {NEW}")
    return Answer(lines=(line,), buttons=((new,),))


def _answered(request: Request, *, yes: bool) -> Answer:
    me = request.me.id
    phone = recycling.answer(request.tx, request.act, member_id=me, yes=yes)
    if not phone:
        return Answer(lines=(Line("merge-nothing"),), buttons=menu_rows())
    if yes:
        return Answer(lines=(Line("number-kept", {"phone": phone}),), buttons=menu_rows())
    return Answer(lines=(Line("number-dropped", {"phone": phone}),), buttons=((button("phone"),),))
