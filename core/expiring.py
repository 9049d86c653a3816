"""Expiry: points past their date are written off, each member in a transaction of their own."""

from datetime import datetime

from core import crediting
from core.act import Act
from core.model import Kind, MemberId
from core.program.expiry import AnniversaryExpiry, NoExpiry
from core.program.schema import Program
from core.tables import ledger, lots, members
from core.transaction import Transaction

DRAFT = ledger.Draft(kind=Kind.EXPIRY, reference="", reason={})


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members who have points past their date, by rising id."""
    return lots.members_with_expired(tx, act.now, after=after, limit=limit)


def expire(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """Write off the member's points past their date; how many. A second time there are none."""
    before = members.take(tx, member_id)
    return before.balance - ledger.expire(tx, before, act, DRAFT).balance


def expire_many(tx: Transaction, act: Act, *, limit: int) -> tuple[int, int]:
    """Do it for up to so many members at once: how many they were, and how many points."""
    return ledger.expire_many(tx, act, DRAFT, limit=limit)


def switched(tx: Transaction, before: Program, after: Program, now: datetime) -> None:
    """
    The program changed: bring the dates of the points there are to what members may rely on.

    * Expiry is new, or is of another kind: no open point is lost before one full period from now.
    * Expiry is gone: open points stay for ever. What was past its date already stays lost. Should
      it come back, no point is lost before the date it had.
    * The same kind with another period: points keep the date they were given. A longer or shorter
      period is for those earned from now on, and under "inactivity" from the next activity on.

    A rule's own date is never touched. Everybody's points are changed at once.
    """
    if isinstance(after.expiry, NoExpiry):
        if not isinstance(before.expiry, NoExpiry):
            lots.undate(tx, now=now)
        return
    if before.expiry.kind != after.expiry.kind:
        _give_full_period(tx, after, now)


def _give_full_period(tx: Transaction, program: Program, now: datetime) -> None:
    if isinstance(program.expiry, AnniversaryExpiry):  # everybody's day is another
        lots.date_each(tx, _everybodys(tx, program, now), now=now)
        return
    until = crediting.full_period(program, now, joined_at=now)
    assert until  # noqa: S101 an expiry of a kind has an end
    lots.date_undated(tx, until=until)
    lots.postpone_everybodys(tx, until=until, now=now)


def _everybodys(
    tx: Transaction, program: Program, now: datetime
) -> list[tuple[MemberId, datetime]]:
    dates = [
        (member_id, crediting.full_period(program, now, joined_at=joined))
        for member_id, joined in lots.joining_of_owners(tx)
    ]
    return [(member_id, until) for member_id, until in dates if until]
