"""A sale as buttons: how it can be paid, and the command that says so."""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.buttons import button
from bot.conversation.messages import Button, Line
from bot.conversation.numbers import number
from bot.conversation.request import Request
from bot.conversation.staff import serving
from bot.conversation.staff.sums import (
    CATEGORY,
    categories,
    category_mark,
    category_named,
    short,
)
from core import codes
from core.errors import UnknownReward
from core.model import Member, Money, Points
from core.money import to_decimal
from core.pricing import PRICED
from core.rewards import choosing
from core.tables import lots, vouchers
from core.till import selling
from core.till.selling import Bill

CATEGORIES_SHOWN = 9
WAYS_SHOWN = 3
VOUCHER, PART = "v", "p"  # how the marks of a sale begin


def by_category(request: Request, member: Member, bill: Bill, *, record: bool) -> Iterator[Button]:
    """The categories to choose from: it is recorded at once, if there is nothing else to choose."""
    for name in categories(request)[:CATEGORIES_SHOWN]:
        if record:
            yield sell(request, member, replace(bill, category=name))
        else:
            typed = to_decimal(bill.amount, request.program.currency)
            command = f"order {member.card} {typed} {category_mark(name)}"
            yield Button(label=Line("till-as", {"category": name}), command=command)


def sell(request: Request, member: Member, bill: Bill) -> Button:
    """To record it so."""
    sum = Money(bill.amount, request.program.currency)
    command = request.once(_command(member, bill))
    if not bill.category:
        return button("sell", command, sum=sum)
    return button("sell-as", command, sum=sum, category=bill.category)


def ways(request: Request, member: Member, bill: Bill) -> Iterator[Button]:
    """How a part can be paid besides money."""
    if serving.may_pay(request, member):
        yield from _with_vouchers(request, member, bill)
        yield from _with_points(request, member, bill)


def _with_vouchers(request: Request, member: Member, bill: Bill) -> Iterator[Button]:
    """To pay a part with a voucher that takes something off."""
    tx, act = request.tx, request.act
    for voucher in vouchers.usable(tx, member.id, act.now, limit=WAYS_SHOWN):
        paid = replace(bill, voucher=voucher.code)
        quote = selling.cost(tx, act, member.id, paid)
        if voucher.terms.kind in PRICED and not quote.refused:
            left = Money(quote.total, request.program.currency)
            command = request.once(_command(member, paid))
            yield button("sell-voucher", command, reward=voucher.title, sum=left)


def _with_points(request: Request, member: Member, bill: Bill) -> Iterator[Button]:
    """To pay a part with points."""
    program = request.program
    spendable = lots.spendable(request.tx, member.id, request.act.now)
    for reward in selling.money_off(program):
        for points in selling.sensible_points(
            program, reward, spendable=spendable, amount=bill.amount, limit=WAYS_SHOWN
        ):
            off = Money(choosing.amount_of(reward, program.currency, points), program.currency)
            command = request.once(_command(member, replace(bill, points=(reward.id, points))))
            yield button("sell-points", command, cost=Points(points), sum=off)


def _command(member: Member, bill: Bill) -> str:
    """The sale as a button's command, its particulars as marks; of_marks reads them."""
    marks = [category_mark(bill.category)] if bill.category else []
    if bill.voucher:
        marks.append(VOUCHER + bill.voucher.replace("-", ""))
    if bill.points:
        marks.append(f"{PART}{short(bill.points[0])}:{bill.points[1]}")
    return " ".join(["sell", member.card, str(bill.amount), *marks])


def of_marks(request: Request, amount: int, marks: list[str]) -> Bill:
    """The bill that a button's marks say. Raises UnknownReward."""
    bill = Bill(amount=amount)
    for mark in marks:
        sign, rest = mark[:1], mark[1:]
        if sign == CATEGORY:
            bill = replace(bill, category=category_named(request, mark))
        elif sign == VOUCHER:
            bill = replace(bill, voucher=codes.normal_code(rest))
        elif sign == PART:
            named, _, points = rest.partition(":")
            bill = replace(bill, points=(_reward(request, named), number(points) or 0))
    return bill


def _reward(request: Request, named: str) -> str:
    """The reward that pays with points. Raises UnknownReward."""
    for reward in selling.money_off(request.program):
        if short(reward.id) == named:
            return reward.id
    raise UnknownReward(reward=named)
