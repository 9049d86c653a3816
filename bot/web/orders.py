"""Orders: the shop reports their present state, as often as it likes."""

from functools import partial
from math import ceil

from fastapi import APIRouter

from bot.ordering import take_order, take_refund
from bot.web.answers import OrderOut, RefundOut
from bot.web.baskets import OrderIn, RefundIn, whole_sum
from bot.web.fields import OrderId, Shop
from bot.web.given import Web
from bot.web.security import api_router
from bot.web.views import keys_of, lines_of, tier_view, unit_of
from bot.web.wording import FieldError, Invalid
from core.act import Act
from core.earning.reports import Buyer, OrderReport, OrderResult
from core.model import Status
from core.money import to_minor
from core.tables import lots, orders
from core.tables.refunds import Effect, Refund
from core.transaction import Transaction

PATH = "/api/v1/orders/{shop}/{order_id:path}"  # some shops' numbers have slashes


def orders_router(web: Web) -> APIRouter:
    """PUT /api/v1/orders/{shop}/{order_id}, POST …/refunds."""
    router = api_router(web, "Orders")

    @router.put(PATH, summary="Report an order's present state")
    async def put_order(shop: Shop, order_id: OrderId, order: OrderIn) -> OrderOut:
        """
        Make the order what you say it is, and the buyer's points with it.

        Send it whenever it changes, in any order and any number of times: the same state again
        changes nothing. Points are awarded when it is paid or fulfilled, and taken back when it
        is cancelled or becomes smaller. What was in force when it first earned stays in force for
        it. The eligible sum is the total less shipping and tax, unless the program counts them;
        with lines, what the order is cheaper or dearer than all of them is shared among them.
        """
        report = report_of(shop, order_id, order)
        result, refused = await take_order(web.database, web.acts, report, order.voucher_codes)
        act = web.acts.new("read", actor=f"shop:{shop}")
        return await web.database.read(partial(_answer, act=act, result=result, refused=refused))

    @router.post(f"{PATH}/refunds", summary="Report what was given back of an order")
    async def post_refund(shop: Shop, order_id: OrderId, refund: RefundIn) -> RefundOut:
        """
        Take back what the returned goods earned under the rules of their day, and give back the
        points spent on the order in proportion, as far as the program does so.

        Lines take what they earned with them; money beyond their worth is for delivery and tax
        first. Money without lines is taken off all lines alike. A refund is known by its id: the
        same again changes nothing and gives the same answer, another sum corrects it. It may come
        before its order.
        """
        known = await web.database.read(partial(orders.find, shop=shop, order_id=order_id))
        currency = refund.currency or (known.currency if known else web.acts.program.currency)
        given_back = refund_of(refund, currency)
        result, effect = await take_refund(
            web.database, web.acts, shop=shop, order_id=order_id, refund=given_back
        )
        act = web.acts.new("read", actor=f"shop:{shop}")
        return await web.database.read(partial(_refunded, act=act, result=result, effect=effect))

    return router


def refund_of(refund: RefundIn, currency: str) -> Refund:
    """The refund as the core takes it; Invalid if the sum is finer than the currency."""
    try:
        amount = whole_sum(refund.amount, currency)
    except ValueError as error:
        raise Invalid(FieldError("amount", str(error))) from None
    return Refund(
        id=refund.refund_id,
        amount=amount,
        lines=tuple((line.sku, ceil(line.quantity)) for line in refund.lines),
        refunded_at=refund.refunded_at,
    )


def _refunded(tx: Transaction, act: Act, result: OrderResult, effect: Effect) -> RefundOut:
    member = result.member if result.member and result.member.status is not Status.ERASED else None
    return RefundOut(
        member_id=str(member.id) if member else None,
        points_taken_back=effect.taken,
        points_returned=effect.returned,
        points_awarded=result.awarded if member else 0,
        balance=lots.spendable(tx, member.id, act.now) if member else 0,
        **unit_of(act.program),
    )


def report_of(shop: str, order_id: str, order: OrderIn) -> OrderReport:
    """The order as the core takes it."""
    currency = order.currency
    return OrderReport(
        shop=shop,
        order_id=order_id,
        buyer=Buyer(
            **keys_of(order.customer), city=order.customer.city if order.customer else None
        ),
        placed_at=order.placed_at,
        currency=currency,
        total=to_minor(order.total, currency),
        shipping=to_minor(order.shipping or "0", currency),
        tax=to_minor(order.tax or "0", currency),
        status=order.status,
        discount=to_minor(order.discount or "0", currency),
        channel=order.channel,
        payment=order.payment,
        lines=lines_of(order.lines, currency),
        cart_id=order.cart_id or "",
        updated_at=order.updated_at,
    )


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
            **unit_of(act.program),
        )
    return OrderOut(
        member_id=str(member.id),
        points_awarded=result.awarded,
        points_pending=result.pending,
        balance=result.spendable,
        tier=tier_view(tx, act, member),
        vouchers_refused=refused,
        **unit_of(act.program),
    )
