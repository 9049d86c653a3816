"""Payments for plans: each with the time it paid for. A refund is a date, never a deletion."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Row, Transaction

COLUMNS = (
    "reference, member_id, plan_id, provider, amount, currency, paid_at, period_from,"
    " period_until, charge, refunded_at"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment. The period's end is the first day it does not pay for; None: for ever."""

    reference: str
    member_id: MemberId
    plan_id: str
    provider: str  # "shop", "stars", …
    amount: int  # minor units of the currency; whole stars
    currency: str
    paid_at: datetime
    period_from: date
    period_until: date | None
    charge: str | None = None  # the provider's own name of it
    refunded_at: datetime | None = None

    def was_for(self, day: date) -> bool:
        """Whether it paid for that day, refunded or not."""
        begun = self.period_from <= day
        return begun and (self.period_until is None or day < self.period_until)

    def covers(self, day: date) -> bool:
        """Whether it paid for that day, and was not refunded."""
        return self.refunded_at is None and self.was_for(day)


def add(tx: Transaction, payment: Payment) -> bool:
    """Add a payment; False when its reference stands for another one."""
    added = tx.rows(
        f"INSERT INTO payments ({COLUMNS}) VALUES (:reference, :member, :plan, :provider, :amount,"
        " :currency, :paid, :period_from, :period_until, :charge, NULL)"
        " ON CONFLICT (reference) DO NOTHING RETURNING reference",
        reference=payment.reference,
        member=payment.member_id,
        plan=payment.plan_id,
        provider=payment.provider,
        amount=payment.amount,
        currency=payment.currency,
        paid=to_ms(payment.paid_at),
        period_from=payment.period_from.isoformat(),
        period_until=payment.period_until.isoformat() if payment.period_until else None,
        charge=payment.charge,
    )
    return bool(added)


def find(tx: Transaction, reference: str) -> Payment | None:
    """The payment of that reference."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM payments WHERE reference = :reference", reference=reference
    )
    return _payment(rows[0]) if rows else None


def of_member(tx: Transaction, member_id: MemberId) -> list[Payment]:
    """Everything the member ever paid for plans, by the time it was for."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM payments WHERE member_id = :member"
        " ORDER BY period_from, paid_at, reference",
        member=member_id,
    )
    return [_payment(row) for row in rows]


def of_plan(tx: Transaction, member_id: MemberId, plan_id: str) -> list[Payment]:
    """What the member paid for that plan, by the time it was for."""
    return [one for one in of_member(tx, member_id) if one.plan_id == plan_id]


def set_period(tx: Transaction, reference: str, start: date, end: date | None) -> None:
    """Say which time it pays for."""
    tx.rows(
        "UPDATE payments SET period_from = :start, period_until = :end"
        " WHERE reference = :reference",
        reference=reference,
        start=start.isoformat(),
        end=end.isoformat() if end else None,
    )


def set_refunded(tx: Transaction, reference: str, at: datetime) -> None:
    """It was paid back then."""
    tx.rows(
        "UPDATE payments SET refunded_at = :at WHERE reference = :reference",
        reference=reference,
        at=to_ms(at),
    )


def _payment(row: Row) -> Payment:
    return Payment(
        reference=row[0],
        member_id=MemberId(row[1]),
        plan_id=row[2],
        provider=row[3],
        amount=row[4],
        currency=row[5],
        paid_at=from_ms(row[6]),
        period_from=date.fromisoformat(row[7]),
        period_until=date.fromisoformat(row[8]) if row[8] else None,
        charge=row[9],
        refunded_at=from_ms_or_none(row[10]),
    )
