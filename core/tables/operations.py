"""Operations: what was done under which id, so that a repeat gives the same result."""

from hashlib import sha256

from core.act import Act
from core.errors import OperationReused
from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction


def result_of(tx: Transaction, member_id: MemberId, act: Act, request: str) -> str | None:
    """
    The result this operation had before, or None. The member must be taken.

    Raises OperationReused when the id stands for another request.
    """
    rows = tx.rows(
        "SELECT request, result FROM operations WHERE member_id = :member AND id = :id",
        member=member_id,
        id=act.operation_id,
    )
    if not rows:
        return None
    if rows[0][0] != _digest(request):
        raise OperationReused
    return str(rows[0][1])


def done(tx: Transaction, member_id: MemberId, act: Act, request: str, result: str) -> None:
    """Remember the operation and its result."""
    tx.rows(
        "INSERT INTO operations (member_id, id, request, result, done_at)"
        " VALUES (:member, :id, :request, :result, :now)",
        member=member_id,
        id=act.operation_id,
        request=_digest(request),
        result=result,
        now=to_ms(act.now),
    )


def _digest(request: str) -> str:
    """Enough to know the request again; its words may be a person's, and have to be forgotten."""
    return sha256(request.encode()).hexdigest()
