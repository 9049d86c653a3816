"""Tickets: which vouchers take part in which raffle, and in which place they came out."""

from collections.abc import Iterable, Mapping

from core.model import VoucherCode
from core.tables.raffles import RaffleId
from core.transaction import Transaction


def add(tx: Transaction, code: VoucherCode, raffle_id: RaffleId) -> None:
    """A voucher takes part; the raffle's row is locked."""
    tx.rows(
        "INSERT INTO tickets (code, raffle_id) VALUES (:code, :raffle)",
        code=code,
        raffle=raffle_id,
    )


def withdraw(tx: Transaction, code: VoucherCode) -> None:
    """The voucher takes part no longer."""
    tx.rows("DELETE FROM tickets WHERE code = :code", code=code)


def withdraw_undone(tx: Transaction, raffle_id: RaffleId) -> None:
    """What was taken back, whoever did it, takes part no longer; the raffle's row is locked."""
    tx.rows(
        "DELETE FROM tickets WHERE raffle_id = :raffle AND code IN"
        " (SELECT code FROM vouchers WHERE status = 'undone')",
        raffle=raffle_id,
    )


def of_raffle(tx: Transaction, raffle_id: RaffleId) -> Mapping[VoucherCode, int | None]:
    """Every ticket with its place in the draw, in the order of the codes."""
    rows = tx.rows(
        "SELECT code, place FROM tickets WHERE raffle_id = :raffle ORDER BY code",
        raffle=raffle_id,
    )
    return {VoucherCode(code): place for code, place in rows}


def set_places(tx: Transaction, drawn: Iterable[VoucherCode]) -> None:
    """Write down in which order the tickets were drawn."""
    tx.many(
        "UPDATE tickets SET place = :place WHERE code = :code",
        [{"code": code, "place": place} for place, code in enumerate(drawn, 1)],
    )
