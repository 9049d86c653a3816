"""Slips: codes on receipts of who had no card at hand, to be claimed once."""

from dataclasses import dataclass
from datetime import datetime

from core.model import MemberId
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "code, amount, category, made_by, made_at, expires_at, member_id, withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A purchase that waits for its buyer, or has one."""

    code: str
    amount: int  # minor units
    category: str
    made_by: str  # an actor
    made_at: datetime
    expires_at: datetime
    member_id: MemberId | None = None  # who claimed it
    withdrawn: bool = False


def put(tx: Transaction, operation: str, slip: Slip) -> Slip:
    """Add it; the one there is, if the operation was done before."""
    tx.rows(
        "INSERT INTO slips (code, operation, amount, category, made_by, made_at, expires_at)"
        " VALUES (:code, :operation, :amount, :category, :by, :at, :until)"
        " ON CONFLICT (operation) DO NOTHING",
        code=slip.code,
        operation=operation,
        amount=slip.amount,
        category=slip.category,
        by=slip.made_by,
        at=to_ms(slip.made_at),
        until=to_ms(slip.expires_at),
    )
    [row] = tx.rows(
        f"SELECT {COLUMNS} FROM slips WHERE operation = :operation", operation=operation
    )
    return _slip(row)


def find(tx: Transaction, code: str) -> Slip | None:
    """The slip of that code."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM slips WHERE code = :code", code=code)
    return _slip(rows[0]) if rows else None


def claim(tx: Transaction, code: str, member_id: MemberId, *, now: datetime) -> bool:
    """Make it the member's. False: it is somebody's, too old, or withdrawn."""
    claimed = tx.rows(
        "UPDATE slips SET member_id = :member, claimed_at = :now WHERE code = :code"
        " AND member_id IS NULL AND withdrawn = 0 AND expires_at > :now RETURNING code",
        code=code,
        member=member_id,
        now=to_ms(now),
    )
    return bool(claimed)


def withdraw(tx: Transaction, code: str) -> MemberId | None:
    """Nobody can claim it any more; who has."""
    [[claimed_by]] = tx.rows(
        "UPDATE slips SET withdrawn = 1 WHERE code = :code RETURNING member_id", code=code
    )
    return None if claimed_by is None else MemberId(claimed_by)


def _slip(row: Row) -> Slip:
    return Slip(
        code=row[0],
        amount=row[1],
        category=row[2],
        made_by=row[3],
        made_at=from_ms(row[4]),
        expires_at=from_ms(row[5]),
        member_id=None if row[6] is None else MemberId(row[6]),
        withdrawn=bool(row[7]),
    )
