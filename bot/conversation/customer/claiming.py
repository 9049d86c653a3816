"""claim: the code on a receipt becomes points, for who had no card at hand."""

from bot.conversation.buttons import button, menu_rows
from bot.conversation.messages import Answer, Line
from bot.conversation.payloads import payload
from bot.conversation.request import Request
from bot.conversation.words import word
from core.model import Money, Points, Status
from core.till import claiming

RECEIPT = "k_"
CODE_MAX = 20


@word("claim")
def claim(request: Request) -> Answer:
    """`claim CODE`; without a code it is asked for."""
    if not request.args:
        request.keep(question="claim")
        return Answer(lines=(Line("claim-ask"),), buttons=((button("later", "help"),),))
    return _claim(request, "".join(request.args))


@payload(RECEIPT)
def opened(request: Request, code: str) -> Answer:
    """The link on a receipt."""
    return _claim(request, code)


def _claim(request: Request, code: str) -> Answer:
    code = code[:CODE_MAX]
    if request.member is None or request.member.status is Status.ERASED:
        later = button("claim", f"claim {code}")
        return Answer(lines=(Line("claim-join-first"),), buttons=((button("join"),), (later,)))
    request.guard()
    slip, result = claiming.claim(
        request.tx, request.act, member_id=request.me.id, chat=request.chat, typed=code
    )
    sum = Money(slip.amount, request.program.currency)
    lines = (
        Line("claim-done", {"sum": sum, "points": Points(result.awarded)}),
        Line("points-balance", {"points": Points(result.spendable)}),
    )
    return Answer(lines=lines, buttons=menu_rows())
