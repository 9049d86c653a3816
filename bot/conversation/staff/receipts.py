"""receipt: a purchase of who has no card at hand becomes a code that they claim later."""

from bot.conversation.buttons import button
from bot.conversation.messages import Answer, Line
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff.purchases import sum_and_category, undo_row
from bot.conversation.words import word
from core import reporting
from core.model import Money, Role
from core.till import claiming
from core.till.selling import Bill

CLAIM = "k_"


@word("receipt", role=Role.CASHIER)
def receipt(request: Request) -> Answer:
    """`receipt AMOUNT [CATEGORY]`: a code and a link, good once."""
    if not request.args:
        request.keep(question="receipt")
        return Answer(lines=(Line("till-ask-receipt"),), buttons=rows_for(request.colleague))
    amount, category = sum_and_category(request, request.args)
    slip = claiming.issue(request.tx, request.act, Bill(amount=amount, category=category))
    sum = Money(slip.amount, request.program.currency)
    last_day = reporting.last_day(slip.expires_at, request.program)
    lines = [Line("till-receipt", {"sum": sum, "code": slip.code, "date": last_day})]
    link = request.link(f"{CLAIM}{slip.code}")
    if link:
        lines.append(Line("till-receipt-link", {"link": link}))
    return Answer(lines=tuple(lines), buttons=(undo_row(None), (button("member"),)), qr=link)
