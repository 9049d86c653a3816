"""Donations: what was given to which cause, and all that each cause was ever given."""

from datetime import datetime
from typing import NamedTuple

from core.model import VoucherCode
from core.tables.instants import to_ms
from core.transaction import Transaction


class Total(NamedTuple):
    """What a cause was given, in minor units, and how often."""

    amount: int
    donations: int


def give(tx: Transaction, code: VoucherCode, *, cause: str, amount: int, now: datetime) -> None:
    """Give for the voucher of that code, which has been added."""
    tx.rows(
        "INSERT INTO causes (id, amount, donations) VALUES (:cause, :amount, 1)"
        " ON CONFLICT (id) DO UPDATE SET amount = causes.amount + excluded.amount,"
        " donations = causes.donations + 1",
        cause=cause,
        amount=amount,
    )
    tx.rows(
        "INSERT INTO donations (code, cause, amount, given_at)"
        " VALUES (:code, :cause, :amount, :now)",
        code=code,
        cause=cause,
        amount=amount,
        now=to_ms(now),
    )


def totals(tx: Transaction) -> dict[str, Total]:
    """What every cause was given, by its id."""
    rows = tx.rows("SELECT id, amount, donations FROM causes")
    return {cause: Total(int(amount), int(count)) for cause, amount, count in rows}
