"""member: the cashier's screen of a customer, by card, phone, or the link in the card's code."""

from bot.conversation.buttons import Rows, button, menu_rows
from bot.conversation.messages import Answer, Button, Line
from bot.conversation.payloads import payload
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff import serving
from bot.conversation.words import word
from core.model import TAKING_PART, Member, Points, Role
from core.staff_errors import CustomerUnknown
from core.tables import lots, vouchers
from core.till import finding, handing

CARD = "c_"
SHOWN = 5


@word("member", role=Role.CASHIER)
def member(request: Request) -> Answer:
    """The customer's screen; without a number it is asked for."""
    if not request.args:
        request.keep(question="member")
        return Answer(lines=(Line("till-ask-who"),), buttons=rows_for(request.colleague))
    found, _ = serving.split(request)
    return screen(request, found, " ".join(request.args))


@payload(CARD)
def scanned(request: Request, card: str) -> Answer:
    """The code of a card, read by a phone's camera: a cashier serves whose it is."""
    if not request.behind.may(Role.CASHIER):
        rows = menu_rows() if request.member else ((button("join"), button("rules")),)
        return Answer(lines=(Line("till-card-of-customer"),), buttons=rows)
    request.guard()
    found = finding.by_card(request.tx, card)
    if found is None:
        raise CustomerUnknown
    return screen(request, finding.served(found, request.chat), card)


def screen(request: Request, member: Member, shown: str) -> Answer:
    """Who it is and what they have: no phone, no birthday, no surname."""
    serving.begin(request, member, shown)
    tx, now = request.tx, request.act.now
    tier = request.program.tier(member.tier).title
    lines = [Line("till-customer", {"name": finding.first_name(member), "tier": tier})]
    if member.status not in TAKING_PART:
        return Answer(lines=(*lines, Line("till-not-active")), buttons=())
    lines.append(Line("till-balance", {"points": Points(lots.spendable(tx, member.id, now))}))
    if not serving.may_pay(request, member):
        row = (button("order", f"order {member.card}"), button("take-back", "undo"))
        return Answer(lines=(*lines, Line("till-unproven")), buttons=(row,))
    open_ones = vouchers.usable(tx, member.id, now, limit=SHOWN)
    lines += [Line("till-has", {"reward": one.title}) for one in open_ones]
    offers = handing.on_offer(tx, request.act, member)[:SHOWN]
    lines += [
        Line("till-can", {"reward": one.reward.title, "cost": Points(one.price)}) for one in offers
    ]
    rows: Rows = ((button("order", f"order {member.card}"),),)
    if open_ones or offers:
        rows = (*rows, (button("hand", f"hand {member.card}"),))
    return Answer(lines=tuple(lines), buttons=(*rows, (button("take-back", "undo"),)))


def back(member: Member) -> tuple[Button, ...]:
    """The way back to the customer's screen."""
    return (button("customer", f"member {member.card}", name=finding.first_name(member)),)
