"""receipt: a purchase of who has no card at hand becomes a code that they claim later."""

from dataclasses import replace

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Answer, Line
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff.purchases import undo_row
from bot.conversation.staff.sums import category_mark, is_large, sums_and_category, which_sum
from bot.conversation.words import word
from core import reporting
from core.auditing import Deed
from core.model import Money, OperationId, Role
from core.money import to_decimal
from core.tables import audit
from core.till import claiming
from core.till.selling import Bill

CLAIM = "k_"


@word("receipt", role=Role.CASHIER)
def receipt(request: Request) -> Answer:
    """`receipt AMOUNT [CATEGORY]`: a code and a link, good once; a doubtful sum is asked about."""
    if not request.args:
        request.keep(question="receipt")
        return Answer(lines=(Line("till-ask-receipt"),), buttons=rows_for(request.colleague))
    sums, category = sums_and_category(request, request.args)
    if not request.incoming.tap and (len(sums) > 1 or is_large(request, sums[0])):
        return _sure(request, sums, category)
    return _issued(request, Bill(amount=sums[0], category=category))


def _sure(request: Request, sums: tuple[int, ...], category: str) -> Answer:
    """Which of the sums, or whether it is that large: one tap makes the code."""
    currency = request.program.currency
    commands = [
        request.once(f"receipt {to_decimal(one, currency)} {category_mark(category)}".strip())
        for one in sums
    ]
    rows: Rows
    line, rows = which_sum(request, sums, commands)
    if len(sums) == 1:
        line = Line("till-large-receipt", {"sum": Money(sums[0], currency)})
    return Answer(lines=(line,), buttons=(*rows, (button("other-sum", "receipt"),)))


def _issued(request: Request, bill: Bill) -> Answer:
    act = request.act
    if request.incoming.tap:  # whichever button of the question is tapped, it makes one code
        act = replace(act, operation_id=OperationId(f"receipt {request.screen}"))
    slip = claiming.issue(request.tx, act, bill)
    sum = Money(slip.amount, request.program.currency)
    last_day = reporting.last_day(slip.expires_at, request.program)
    lines = [Line("till-receipt", {"sum": sum, "code": slip.code, "date": last_day})]
    link = request.link(f"{CLAIM}{slip.code}")
    if link:
        lines.append(Line("till-receipt-link", {"link": link}))
    undo = undo_row(audit.latest(request.tx, slip.code, Deed.RECEIPT))
    return Answer(lines=tuple(lines), buttons=(undo, (button("member"),)), qr=link)
