"""Orders: the shop reports their present state, as often as it likes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fastapi import APIRouter

from bot.web.answers import OrderOut
from bot.web.fields import OrderId, Shop
from bot.web.given import Web
from bot.web.schemas import OrderIn
from bot.web.security import api_router
from bot.web.views import tier_view
from core import codes, redeeming
from core.act import Act
from core.earning import EARNING, Buyer, OrderReport, OrderResult, record_order
from core.errors import VoucherNotUsable
from core.model import OperationId, Status
from core.money import to_minor
from core.transaction import Transaction


def orders_router(web: Web) -> APIRouter:
    """PUT /api/v1/orders/{shop}/{order_id}."""
    router = api_router(web, "Orders")

    @router.put("/api/v1/orders/{shop}/{order_id}", summary="Report an order's present state")
    async def put_order(shop: Shop, order_id: OrderId, order: OrderIn) -> OrderOut:
        """
        Make the order what you say it is, and the buyer's points with it.

        Send it whenever it changes, in any order and any number of times: the same state again
        changes nothing. Points are awarded when it is paid or fulfilled, and taken back when it
        is cancelled or becomes smaller. The eligible sum is the total less shipping and tax,
        unless the program counts them.
        """
        act = web.acts.new(f"order:{shop}/{order_id}", actor=f"shop:{shop}")
        report = _report(shop, order_id, order)
        return await web.database.run(
            partial(put, act=act, report=report, voucher_codes=order.voucher_codes)
        )

    return router


def put(
    tx: Transaction, act: Act, report: OrderReport, voucher_codes: Sequence[str] = ()
) -> OrderOut:
    """Record the order and, once it earns, use up its vouchers."""
    result = record_order(tx, act, report)
    refused = []
    if report.status in EARNING:
        refused = [code for code in voucher_codes if not _use(tx, act, report, code)]
    return _answer(tx, act, result, refused)


def use_id(code: str, used_for: str) -> str:
    """The operation of using that voucher for that order: the same for every way to report it."""
    return f"use:{used_for}:{code}"


def _report(shop: str, order_id: str, order: OrderIn) -> OrderReport:
    customer = order.customer
    currency = order.currency
    return OrderReport(
        shop=shop,
        order_id=order_id,
        buyer=Buyer(card=customer.card, phone=customer.phone, email=customer.email)
        if customer
        else Buyer(),
        placed_at=order.placed_at,
        currency=currency,
        total=to_minor(order.total, currency),
        shipping=to_minor(order.shipping or "0", currency),
        tax=to_minor(order.tax or "0", currency),
        status=order.status,
    )


def _use(tx: Transaction, act: Act, report: OrderReport, typed: str) -> bool:
    code = codes.normal_code(typed)
    used_for = f"{report.shop}/{report.order_id}"
    try:
        using = replace(act, operation_id=OperationId(use_id(code, used_for)))
        redeeming.use(tx, using, code=code, used_for=used_for)
    except VoucherNotUsable:
        return False
    return True


def _answer(tx: Transaction, act: Act, result: OrderResult, refused: list[str]) -> OrderOut:
    member = result.member
    if member is None or member.status is Status.ERASED:
        return OrderOut(
            member_id=None,
            points_awarded=0,
            points_pending=0,
            balance=0,
            tier=None,
            vouchers_refused=refused,
        )
    return OrderOut(
        member_id=str(member.id),
        points_awarded=result.awarded,
        points_pending=result.pending,
        balance=result.spendable,
        tier=tier_view(tx, act, member),
        vouchers_refused=refused,
    )
