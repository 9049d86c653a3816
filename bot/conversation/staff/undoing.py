"""undo, said by who works behind the counter: their last act is taken back."""

from dataclasses import replace

from bot.conversation.messages import Answer, Line
from bot.conversation.request import Request
from bot.conversation.roles import rows_for
from bot.conversation.staff.customers import back
from core.auditing import Deed
from core.model import Money, Points, Role
from core.staff_errors import NothingToTakeBack
from core.staffing import actor_of
from core.tables.audit import Record
from core.till import finding, undoing

RECORD_DIGITS = 19  # of 63 bits
DONE = {
    Deed.SOLD: "till-undone-sold",
    Deed.USED: "till-undone-handed",
    Deed.HANDED: "till-undone-handed",
    Deed.RECEIPT: "till-undone-claimed",
}


def undo(request: Request) -> Answer | None:
    """Take an act back: the one a button names, or the last; None: it is a customer's undo."""
    if not request.behind.may(Role.CASHIER):
        return None
    colleague = request.colleague
    act = replace(request.act, actor=actor_of(colleague))
    id = _record_named(request.args)
    if id is None:
        last = undoing.last(request.tx, act) if not request.args else None
        id = last.id if last else None
    if id is None:
        if request.member is None:
            raise NothingToTakeBack
        return None
    taken = undoing.undo(request.tx, act, id)
    sum = Money(taken.record.amount, request.program.currency)
    if taken.member is None:
        rows = rows_for(colleague)
        return Answer(lines=(Line("till-undone-receipt", {"sum": sum}),), buttons=rows)
    line = _done(taken.record, finding.first_name(taken.member), sum)
    balance = Line("till-balance", {"points": Points(taken.spendable)})
    return Answer(
        lines=(line, balance), buttons=(back(taken.member),), replaces=request.incoming.tap
    )


def _done(record: Record, name: str, sum: Money) -> Line:
    """What was undone."""
    if record.deed != Deed.GRANTED:
        return Line(DONE[Deed(record.deed)], {"name": name, "sum": sum})
    key = "till-undone-grant" if record.points > 0 else "till-undone-take"
    return Line(key, {"name": name, "points": Points(abs(record.points))})


def _record_named(args: list[str]) -> int | None:
    """The record whose number was given."""
    named = len(args) == 1 and args[0].isdecimal() and len(args[0]) <= RECORD_DIGITS
    return int(args[0]) if named else None
