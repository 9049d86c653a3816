"""The dates of new points: when they can be spent and when they expire."""

from datetime import datetime, timedelta

from core.act import Act
from core.calendar import end_after_months
from core.model import Kind, Member
from core.program.schema import Program, RollingExpiry
from core.tables import ledger
from core.transaction import Transaction


def expires_at(program: Program, earned_at: datetime) -> datetime | None:
    """When points earned then are lost; None is never."""
    if isinstance(program.expiry, RollingExpiry):
        return end_after_months(earned_at, program.expiry.months, program.timezone)
    return None


def give_bonus(
    tx: Transaction,
    member: Member,
    act: Act,
    *,
    kind: Kind,
    points: int,
    reference: str,
    reason: ledger.Reason,
) -> Member:
    """Give points at once, outside the tier's sum: bonuses are thanks, not spending."""
    draft = ledger.Draft(kind=kind, reference=reference, reason=reason)
    return ledger.credit(
        tx,
        member,
        act,
        draft,
        points=points,
        available_at=act.now,
        expires_at=expires_at(act.program, act.now),
    )


def available_at(earned_at: datetime, pending_days: int) -> datetime:
    """When points earned then can be spent."""
    return earned_at + timedelta(days=pending_days)
