"""privacy, mydata, leave, forget, feedback: a person's rights, and their say."""

import json

from bot.conversation.buttons import blocked_rows, button, menu_rows
from bot.conversation.customer.buying import stopping_all
from bot.conversation.messages import Answer, Button, Document, Line
from bot.conversation.request import Request
from bot.conversation.words import WORDS, word
from core import disclosing, leaving, reporting
from core import profile as use_cases
from core.model import Points, Role, Status

YES, NO = "yes", "no"


@word("privacy", reads=True, though_blocked=True)
def privacy(request: Request) -> Answer:
    """What is kept and why, and the ways out."""
    lines = (
        Line("privacy-what", {"program": request.program.name}),
        Line("privacy-rights"),
        Line("privacy-fingerprint"),
    )
    if request.member is None:
        return Answer(lines=lines, buttons=((button("join"),),))
    return Answer(lines=lines, buttons=((button("mydata"),), (button("leave"), button("forget"))))


@word("mydata", reads=True, though_blocked=True)
def mydata(request: Request) -> Answer:
    """Everything we know of the member, as a file a machine can read too."""
    everything = disclosing.everything(request.tx, request.me)
    content = json.dumps(everything, ensure_ascii=False, indent=2).encode()
    return Answer(
        lines=(Line("mydata-done"),),
        document=Document(name="mydata.json", content=content),
    )


@word("leave")
def leave(request: Request) -> Answer:
    """Freeze the membership; the points wait."""
    me = leaving.leave(request.tx, request.act, member_id=request.me.id)
    spendable = reporting.standing(request.tx, me.id, request.act).spendable
    lines = (Line("leave-done", {"points": Points(spendable)}),)
    left = Answer(lines=lines, buttons=((button("join"), button("forget")),))
    return stopping_all(request, left)


@word("forget", though_blocked=True)
def forget(request: Request) -> Answer:
    """Erase the person after a confirmation. Asked again afterwards, the answer is the same."""
    if request.args == [NO]:
        return Answer(lines=(Line("forget-kept"),), buttons=menu_rows())
    gone = request.member is None or request.member.status is Status.ERASED
    if not gone and request.args != [YES]:
        me = request.me
        spendable = reporting.standing(request.tx, me.id, request.act).spendable
        yes = Button(label=Line("button-forget-yes"), command=request.once(f"forget {YES}"))
        lines = (Line("forget-ask", {"points": Points(spendable)}),)
        return Answer(lines=lines, buttons=((yes,), (button("keep", f"forget {NO}"),)))
    forgotten = Answer(lines=(Line("forget-done"),), buttons=((button("join"),),))
    if gone:
        return forgotten
    forgotten = stopping_all(request, forgotten)
    leaving.forget(request.tx, request.act, member_id=request.me.id)
    return forgotten


@word("feedback", prose=True, though_blocked=True)
def feedback(request: Request) -> Answer:
    """Tell the shop something, now or with the next message; who only works there reads it."""
    if request.member is None and request.behind.may(Role.MANAGER):
        return WORDS["opinions"].handler(request)
    me = request.me
    if not request.text:
        request.keep(question="feedback")
        return Answer(lines=(Line("feedback-ask"),), buttons=((button("later", "help"),),))
    use_cases.say(request.tx, request.act, member_id=me.id, text=request.text)
    rows = blocked_rows() if me.status is Status.BLOCKED else menu_rows()
    return Answer(lines=(Line("feedback-done"),), buttons=rows)
