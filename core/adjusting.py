"""Adjusting: the shop gives or takes points by hand, always with a reason."""

from typing import NamedTuple

from core import tiering
from core.act import Act
from core.crediting import give_bonus
from core.errors import NotAMember, NotEnoughPoints
from core.model import Kind, Member, MemberId, Points, Status
from core.rewards import giving
from core.staff_errors import AlreadySpent
from core.tables import ledger, lots, members, operations
from core.transaction import Transaction

REFERENCE = "adjustment"


class Adjusted(NamedTuple):
    """The entry that was written, and what the member can spend after it."""

    entry: int
    balance: int


def adjust(tx: Transaction, act: Act, *, member_id: MemberId, points: int, reason: str) -> Adjusted:
    """
    Give points as a new lot, or take spendable ones (points < 0), whatever the member's state.

    A repeated operation returns the first result; with other data it is refused.
    Raises NotAMember, NotEnoughPoints, OperationReused.
    """
    assert points, "an adjustment of nothing"  # noqa: S101 a programmer error
    if members.find(tx, member_id) is None:
        raise NotAMember
    member = members.take(tx, member_id)
    if member.status is Status.ERASED:
        raise NotAMember
    request = f"adjust {points} {reason}"
    if done := operations.result_of(tx, member_id, act, request):
        entry, balance = map(int, done.split())
        return Adjusted(entry, balance)
    missing = -points - lots.spendable(tx, member_id, act.now)
    if points < 0 and missing > 0:
        raise NotEnoughPoints(missing=Points(missing))
    note = {"note": reason}
    if points > 0:
        member = give_bonus(
            tx, member, act, kind=Kind.ADJUSTMENT, points=points, reference=REFERENCE, reason=note
        )
    else:
        draft = ledger.Draft(kind=Kind.ADJUSTMENT, reference=REFERENCE, reason=note)
        member = ledger.spend(tx, member, act, draft, points=-points)
    entry = member.entries
    _settle(tx, member, act, taken=points < 0)
    result = Adjusted(entry, lots.spendable(tx, member_id, act.now))
    operations.done(tx, member_id, act, request, f"{result.entry} {result.balance}")
    return result


def undo(
    tx: Transaction, member: Member, act: Act, *, entry: int, points: int, reason: str
) -> Member:
    """
    Take back what that entry of the taken member gave, or give back what it took (points < 0),
    each point with its old date. The caller sees to it that it is done once. Raises AlreadySpent.
    """
    note = ledger.Draft(kind=Kind.ADJUSTMENT, reference=REFERENCE, reason={"note": reason})
    if points < 0:
        member = ledger.put_back(tx, member, act, note, undone=entry)
    else:
        left = lots.spendable(tx, member.id, act.now)
        if left < points:
            raise AlreadySpent(points=Points(left))
        member = ledger.take_lot(tx, member, act, note, points=points, lot=entry)
    return _settle(tx, member, act, taken=points > 0)


def _settle(tx: Transaction, member: Member, act: Act, *, taken: bool) -> Member:
    member = giving.settle_automatic(tx, member, act)
    return tiering.settle(tx, member, act, taken_back=act.now if taken else None)
