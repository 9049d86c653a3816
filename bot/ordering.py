"""Taking an order a shop reports, with its vouchers: for the API, and for every shop's webhooks."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.acts import Acts, acting
from bot.ports import Database
from core import codes, profile
from core.act import Act
from core.earning.recording import record_gone, record_order, record_refunds
from core.earning.reports import OrderReport, OrderResult
from core.earning.valuing import EARNING, share_returned
from core.errors import VoucherNotUsable, VoucherTooEarly
from core.model import OrderStatus, VoucherCode, VoucherStatus
from core.rewards import redeeming, returning
from core.tables import orders, refunds, shop_codes, unpaid_codes, vouchers
from core.tables.orders import Order
from core.tables.refunds import Effect, Refund
from core.transaction import Transaction

Admit = Callable[[Transaction], bool]
"""Whether a thing is still to be done, asked in its transaction."""


def always(tx: Transaction) -> bool:
    """It is."""
    return True


async def take_order(
    database: Database,
    acts: Acts,
    report: OrderReport,
    voucher_codes: Sequence[str],
    *,
    admit: Admit = always,
) -> tuple[OrderResult, list[str]]:
    """
    Make the order what the report says, and its vouchers used or free again; those refused.

    A voucher may be somebody else's, and a transaction locks one member at a time: so each has
    its own. The same report again finishes what a crash between them left undone. What admit turns
    away, asked in the order's transaction, is nobody's and changes nothing.
    """
    act = _act(acts, report.shop, report.order_id)
    with acting(act):
        return await _take_order(database, act, report, voucher_codes, admit)


async def _take_order(
    database: Database, act: Act, report: OrderReport, voucher_codes: Sequence[str], admit: Admit
) -> tuple[OrderResult, list[str]]:
    record = partial(_record, act=act, report=report, typed=voucher_codes, admit=admit)
    result = await database.run_short(record)
    refused: list[str] = []
    if result is None:
        return OrderResult(member=None), refused
    order = result.order
    if order and order.status in EARNING:
        for typed in voucher_codes:
            if not await database.run(partial(_use, act=act, order=order, typed=typed)):
                refused.append(typed)
    await _free_codes(database, result, voucher_codes)
    await _settle_vouchers(database, act, result)
    return result, refused


async def take_refund(
    database: Database, acts: Acts, *, shop: str, order_id: str, refund: Refund
) -> tuple[OrderResult, Effect]:
    """
    Something was given back of the order; what all reports of this refund took back of the points
    it earned, and gave back of those spent on it.
    """
    act = _act(acts, shop, order_id)
    given_back = (refund,)
    record = partial(record_refunds, act=act, shop=shop, order_id=order_id, given_back=given_back)
    with acting(act):
        result = await database.run(record)
        returned = await _settle_vouchers(database, act, result)
    effect = Effect(taken=result.taken, returned=returned)
    add = partial(refunds.add_effect, shop=shop, order_id=order_id, id=refund.id, effect=effect)
    return result, await database.run(add)


async def take_gone(
    database: Database, acts: Acts, *, shop: str, order_id: str, since: datetime | None = None
) -> None:
    """The shop has deleted the order, then by its clock, if it says so."""
    act = _act(acts, shop, order_id)
    record = partial(record_gone, act=act, shop=shop, order_id=order_id, since=since)
    with acting(act):
        result = await database.run(record)
        await _free_codes(database, result)
        await _settle_vouchers(database, act, result)


def _act(acts: Acts, shop: str, order_id: str) -> Act:
    return acts.new(f"order:{shop}/{order_id}", actor=f"shop:{shop}")


def _record(
    tx: Transaction, act: Act, report: OrderReport, typed: Sequence[str], admit: Admit
) -> OrderResult | None:
    if not admit(tx):
        return None
    result = record_order(tx, act, report)
    if result.order and result.order.status is OrderStatus.PLACED:
        used = (codes.normal_code(one) for one in typed)
        unpaid_codes.put(tx, report.shop, report.order_id, used)
    elif result.order and result.order.status in EARNING and typed:
        unpaid_codes.drop(tx, report.shop, report.order_id)
    if report.buyer.city and result.member:
        profile.fill_city(tx, result.member, report.buyer.city)
    return result


def _use(tx: Transaction, act: Act, order: Order, typed: str) -> bool:
    code = codes.normal_code(typed)
    try:
        redeeming.use(tx, act, code=code, used_for=order.reference, order=True, at=order.placed_at)
    except (VoucherNotUsable, VoucherTooEarly):
        return False
    return True


async def _free_codes(
    database: Database, result: OrderResult, voucher_codes: Sequence[str] = ()
) -> None:
    """
    The shop counts the codes as used by an order that was never paid, and is cancelled: vouchers
    that are still good are looked after there again.
    """
    order = result.order
    if order is None or order.status is not OrderStatus.CANCELLED:
        return
    its = partial(unpaid_codes.of_order, shop=order.shop, order_id=order.id)
    typed = (codes.normal_code(one) for one in voucher_codes)
    for code in sorted({*await database.read(its), *typed}):
        await database.run(partial(_look_after, code=code))


def _look_after(tx: Transaction, code: VoucherCode) -> None:
    voucher = vouchers.find(tx, code)
    if voucher and voucher.status is VoucherStatus.ISSUED:
        shop_codes.changed(tx, code)


async def _settle_vouchers(database: Database, act: Act, result: OrderResult) -> int:
    """Bring the order's vouchers to where it is; how many of the points spent on it came back."""
    order = result.order
    if order is None or not (result.refunded or order.status is OrderStatus.CANCELLED):
        return 0
    returned = 0
    for code in await database.read(partial(vouchers.used_for, what=order.reference)):
        returned += await database.run(partial(_settle, act=act, order=order, code=code))
    return returned


def _settle(tx: Transaction, act: Act, order: Order, code: VoucherCode) -> int:
    now = orders.find(tx, order.shop, order.id) or order
    if now.status is OrderStatus.CANCELLED:
        return returning.give_back(tx, act, code=code, used_for=order.reference)
    share = share_returned(tx, act, now)
    return returning.return_points(
        tx, act, code=code, used_for=order.reference, order_id=order.id, share=share
    )
