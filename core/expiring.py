"""Expiry: points past their date are written off, each member in a transaction of their own."""

from core.act import Act
from core.model import Kind, MemberId
from core.tables import ledger, members
from core.transaction import Transaction


def due(tx: Transaction, act: Act, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members who have points past their date, by rising id."""
    return ledger.members_with_expired(tx, act.now, after=after, limit=limit)


def expire(tx: Transaction, act: Act, *, member_id: MemberId) -> int:
    """Write off the member's points past their date; how many. A second time there are none."""
    before = members.take(tx, member_id)
    draft = ledger.Draft(kind=Kind.EXPIRY, reference="", reason={})
    return before.balance - ledger.expire(tx, before, act, draft).balance
