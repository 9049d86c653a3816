"""order: a purchase: the sum typed or tapped, the category, what is paid with points; recorded."""

from dataclasses import replace

from bot.conversation.buttons import Rows, button
from bot.conversation.messages import Answer, Button, Line, Shown
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff import bills, serving
from bot.conversation.staff.amounts import SUM_MAX, is_amount
from bot.conversation.staff.customers import back
from bot.conversation.staff.sums import (
    category_mark,
    is_large,
    sums_and_category,
    which_sum,
)
from bot.conversation.words import word
from core.model import Member, Money, OrderStatus, Points, Role
from core.money import to_decimal
from core.staff_errors import AmountNotUnderstood
from core.tables.desks import Desk
from core.till import finding, selling
from core.till.selling import Bill, Sale

KEYS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("00", "0", "back"))
DONE = "done"
FIGURES_MAX = 9
TAPS_KEPT = 20


@word("order", role=Role.CASHIER)
def order(request: Request) -> Answer:
    """`order CARD AMOUNT [CATEGORY]` records; without a sum it is asked for, as is the customer."""
    if not request.args:
        found = serving.served(request)
        if found is None:
            request.keep(question="member")
            return Answer(lines=(Line("till-ask-who"),), buttons=rows_for(request.colleague))
        return _ask(request, found[0])
    member, words, named = _whose(request)
    if not words:
        return _ask(request, member)
    sums, category = sums_and_category(request, words)
    if len(sums) > 1:
        return _which(request, member, sums, category)
    amount = sums[0]
    if named and not request.incoming.tap and not is_large(request, amount):
        return _record(request, member, Bill(amount=amount, category=category))
    return _check(request, member, amount, category)


@word("key", role=Role.CASHIER, menu=False)
def key(request: Request) -> Answer:
    """A key of the keypad: `key CARD 7`; the sum grows in the same message."""
    member, desk = _desk(request, request.args[:1])
    pressed = request.args[1] if len(request.args) > 1 else ""
    if pressed == DONE and desk.digits.strip("0"):
        return replace(_check(request, member, int(desk.digits)), replaces=True)
    if request.incoming.event_id not in desk.taps:
        desk = _pressed(desk, pressed, request.incoming.event_id)
        serving.put(request, desk)
    request.keep(question="order")  # it may still be typed
    return replace(_keypad(request, member, desk), replaces=True)


@word("sell", role=Role.CASHIER, menu=False)
def sell(request: Request) -> Answer:
    """A button of the last screen: `sell CARD MINOR [k…] [v…] [p…]`; it records, once."""
    card, minor, *marks = [*request.args, "", ""]
    member, amount = serving.of_card(request, card), number(minor) or 0
    if not 0 < amount <= SUM_MAX:
        raise AmountNotUnderstood
    bill = bills.of_marks(request, amount, [mark for mark in marks if mark])
    if bill.voucher or bill.points:
        serving.check_pays(request, member)
    return replace(_record(request, member, bill), replaces=request.incoming.tap)


def _whose(request: Request) -> tuple[Member, list[str], bool]:
    """The customer the words name, or who is served, if they are a sum; and which of the two."""
    found = serving.served(request)
    if found and serving.too_short(request.args):  # "00" is no card: nothing is looked up
        return finding.served(found[0], request.chat), request.args, False
    if named := serving.first_named(request):
        return *named, True
    is_sum = is_amount(request.args[0], request.program.currency)
    if found and is_sum and not serving.like_a_phone(request.args):
        return finding.served(found[0], request.chat), request.args, False
    return *serving.split(request), True


def _desk(request: Request, card: list[str]) -> tuple[Member, Desk]:
    """The desk with that customer; a keypad of before puts them there again."""
    member = serving.of_card(request, "".join(card))
    found = serving.served(request)
    if found and found[0].id == member.id:
        return found
    return member, Desk(member_id=member.id)


def _pressed(desk: Desk, pressed: str, event: str) -> Desk:
    digits = desk.digits
    if pressed == "back":
        digits = digits[:-1]
    elif pressed.isdecimal() and len(digits) + len(pressed) <= FIGURES_MAX:
        digits = (digits + pressed).lstrip("0")
    return replace(desk, digits=digits, taps=(*desk.taps, event)[-TAPS_KEPT:])


def _ask(request: Request, member: Member) -> Answer:
    """The keypad, and the question that a typed sum answers."""
    selling.active(finding.served(member, request.chat))
    desk = serving.begin(request, member)
    request.keep(question="order")
    return _keypad(request, member, desk)


def _keypad(request: Request, member: Member, desk: Desk) -> Answer:
    sum = Money(int(desk.digits or "0"), request.program.currency)
    shown: dict[str, Shown] = {"name": finding.first_name(member), "sum": sum}
    rows = tuple(tuple(_key(member, name) for name in row) for row in KEYS)
    done = button("key-done", f"key {member.card} {DONE}", sum=sum)
    ready: Rows = ((done,),) if sum.minor else ()
    return Answer(
        lines=(Line("till-ask-sum", shown), Line("till-ask-typed")),
        buttons=(*rows, *ready, back(member)),
    )


def _key(member: Member, name: str) -> Button:
    label = Line("till-key-back") if name == "back" else Line("till-key", {"figure": name})
    return Button(label=label, command=f"key {member.card} {name}")


def _which(request: Request, member: Member, sums: tuple[int, ...], category: str) -> Answer:
    """The same figures can be two sums: a button for each."""
    currency = request.program.currency
    commands = (
        f"order {member.card} {to_decimal(one, currency)} {category_mark(category)}".strip()
        for one in sums
    )
    line, rows = which_sum(request, sums, commands)
    other = button("other-sum", f"order {member.card}")
    return Answer(lines=(line,), buttons=(*rows, (other,), back(member)))


def _check(request: Request, member: Member, amount: int, category: str = "") -> Answer:
    """What it comes to, and how it can be paid: one tap records it."""
    bill = Bill(amount=amount, category=category)
    total = selling.cost(request.tx, request.act, member.id, bill).total
    currency = request.program.currency
    shown: dict[str, Shown] = {"name": finding.first_name(member), "sum": Money(amount, currency)}
    lines = [Line("till-check", shown)]
    if is_large(request, amount):
        lines = [Line("till-large", shown)]
    if category:
        lines.append(Line("till-category", {"category": category}))
    if total != amount:
        lines.append(Line("till-to-pay", {"sum": Money(total, currency)}))
    ways = list(bills.ways(request, member, bill))
    named = [] if category else bills.by_category(request, member, bill, record=not ways)
    buttons = (bills.sell(request, member, bill), *named, *ways)
    return Answer(lines=tuple(lines), buttons=(*((one,) for one in buttons), back(member)))


def _record(request: Request, member: Member, bill: Bill) -> Answer:
    id = selling.order_id(request.act, request.screen)
    sale = selling.sell(request.tx, request.act, member_id=member.id, id=id, bill=bill)
    return recorded(request, sale)


def recorded(request: Request, sale: Sale) -> Answer:
    """What was recorded, what it brought, and the way back."""
    name, order = finding.first_name(sale.member), sale.order
    sum = Money(order.total, order.currency)
    if order.status is OrderStatus.CANCELLED:
        return Answer(lines=(Line("till-was-undone"),), buttons=(back(sale.member),))
    lines = [Line("till-sold", {"name": name, "sum": sum})]
    if order.discount:
        lines.append(Line("till-off", {"sum": Money(order.discount, order.currency)}))
    if sale.awarded:
        lines.append(Line("till-earned", {"points": Points(sale.awarded)}))
    lines.append(Line("till-balance", {"points": Points(sale.spendable)}))
    return Answer(lines=tuple(lines), buttons=(undo_row(sale.record), back(sale.member)))


def undo_row(record: int | None) -> tuple[Button, ...]:
    """The way to take it back."""
    return (button("take-back", f"undo {record}" if record else "undo"),)
