"""Taking an order a shop reports, with its vouchers: for the API, and for every shop's webhooks."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.acts import Acts
from bot.ports import Database
from core import codes
from core.act import Act
from core.earning.recording import EARNING, OrderReport, OrderResult, record_order
from core.errors import VoucherNotUsable, VoucherTooEarly
from core.model import OrderStatus, VoucherCode
from core.rewards import redeeming
from core.tables import vouchers
from core.transaction import Transaction


async def take_order(
    database: Database,
    acts: Acts,
    report: OrderReport,
    voucher_codes: Sequence[str],
    *,
    admit: Callable[[Transaction], bool] | None = None,
) -> tuple[OrderResult, list[str]]:
    """
    Make the order what the report says, and its vouchers used or free again; those refused.

    A voucher may be somebody else's, and a transaction locks one member at a time: so each has
    its own. The same report again finishes what a crash between them left undone. What admit turns
    away, asked in the order's transaction, is nobody's and changes nothing.
    """
    act = acts.new(f"order:{report.shop}/{report.order_id}", actor=f"shop:{report.shop}")
    result = await database.run(partial(_record, act=act, report=report, admit=admit))
    refused: list[str] = []
    if result is None:
        return OrderResult(member=None), refused
    if report.status in EARNING:
        for typed in voucher_codes:
            if not await database.run(partial(_use, act=act, report=report, typed=typed)):
                refused.append(typed)
    elif report.status is OrderStatus.CANCELLED:
        for code in await database.read(partial(vouchers.used_for, what=report.reference)):
            await database.run(partial(_give_back, report=report, code=code))
    return result, refused


def _record(
    tx: Transaction, act: Act, report: OrderReport, admit: Callable[[Transaction], bool] | None
) -> OrderResult | None:
    return record_order(tx, act, report) if admit is None or admit(tx) else None


def _use(tx: Transaction, act: Act, report: OrderReport, typed: str) -> bool:
    code = codes.normal_code(typed)
    try:
        redeeming.use(
            tx, act, code=code, used_for=report.reference, order=True, at=report.placed_at
        )
    except (VoucherNotUsable, VoucherTooEarly):
        return False
    return True


def _give_back(tx: Transaction, report: OrderReport, code: VoucherCode) -> None:
    redeeming.give_back(tx, code=code, used_for=report.reference)
