"""Doing what a shop told, each thing in its own transaction: the same again changes nothing."""

from functools import partial

from bot.acts import Acts, acting
from bot.ordering import Admit, always, take_gone, take_order, take_refund
from bot.ports import Database
from bot.shops.reports import (
    ActionDone,
    CartChanged,
    CartOver,
    CustomerGone,
    DataAsked,
    OrderGone,
    OrderRefunded,
    ShopGone,
    ShopOrder,
    Told,
)
from core import carting, privacy
from core.act import Act
from core.earning.acting import perform
from core.model import OrderStatus
from core.transaction import Transaction


def is_one_step(told: tuple[Told, ...]) -> bool:
    """Whether one transaction does it all."""
    if len(told) != 1:
        return False
    match told[0]:
        case ShopOrder(report=report, codes=codes):
            more = codes or report.refunds or report.status is OrderStatus.CANCELLED
            return not more
        case OrderGone() | OrderRefunded():
            return False
        case _:
            return True


async def apply(database: Database, acts: Acts, told: Told, admit: Admit = always) -> None:
    """Do it. Raises LoyaltyError when the program does not allow it, and WorldError."""
    match told:
        case ShopOrder(report=report, codes=codes):
            await take_order(database, acts, report, codes, admit=admit)
        case OrderGone(shop=shop, order_id=order_id, since=since):
            await take_gone(database, acts, shop=shop, order_id=order_id, since=since)
        case OrderRefunded(shop=shop, order_id=order_id, refund=refund):
            await take_refund(database, acts, shop=shop, order_id=order_id, refund=refund)
        case _:
            act = _act(acts, told)
            with acting(act):
                await database.run(partial(_in_one, act=act, told=told, admit=admit))


def _act(acts: Acts, told: Told) -> Act:
    match told:
        case CartChanged(report=cart):
            return acts.new(f"cart:{cart.shop}/{cart.cart_id}", actor=f"shop:{cart.shop}")
        case CartOver(shop=shop, cart_id=cart_id):
            return acts.new(f"cart:{shop}/{cart_id}", actor=f"shop:{shop}")
        case ActionDone(report=action):
            return acts.new(f"action:{action.action}:{action.reference}", actor="api")
        case DataAsked(shop=shop, request=request):
            return acts.new(f"asked:{shop}/{request}", actor=f"shop:{shop}")
        case CustomerGone(shop=shop) | ShopGone(shop=shop):
            return acts.new("redact", actor=f"shop:{shop}")
        case other:
            raise AssertionError(other)  # it takes more than one transaction


def _in_one(tx: Transaction, act: Act, told: Told, admit: Admit) -> None:
    if not admit(tx):
        return
    match told:
        case CartChanged(report=cart, order_id=order_id):
            carting.report(tx, act, cart, order_id=order_id)
        case CartOver(shop=shop, cart_id=cart_id):
            carting.drop(tx, act, shop=shop, cart_id=cart_id)
        case ActionDone(report=action):
            perform(tx, act, action)
        case DataAsked(shop=shop, keys=keys, request=request):
            privacy.asked(tx, act, shop=shop, keys=keys, request=request)
        case CustomerGone(shop=shop, keys=keys):
            privacy.redact(tx, act, shop=shop, keys=keys)
        case ShopGone(shop=shop):
            privacy.redact_shop(tx, shop=shop)
