"""
Telegram Stars and our books: a payment given back, a subscription not renewed any more.

Telegram comes first, the books second. If we die between, nothing is lost: repeated, Telegram says
that it was done before, and the books follow; Telegram also tells us of every refund.
"""

import logging
from functools import partial

from bot.acts import Acts
from bot.ports import Database, StarsDesk, Undeliverable, WorldError
from core.errors import UnknownPayment
from core.model import Channel, MemberId
from core.plans import buying, subscribing
from core.plans.subscribing import STARS
from core.tables import chats, payments
from core.tables.payments import Payment
from core.transaction import Transaction

log = logging.getLogger(__name__)


class NotGivenBack(Exception):
    """Telegram does not give these stars back."""


async def refund(
    database: Database, acts: Acts, desk: StarsDesk | None, *, reference: str, actor: str
) -> Payment:
    """
    Give a plan's payment back: stars at Telegram, whose subscription is stopped too, and in our
    books; of any other payment the shop has given the money back itself. Again, nothing changes.

    Raises UnknownPayment, NotGivenBack, TryLater or WorldError when Telegram is away.
    """
    payment, addresses = await database.read(partial(_known, reference=reference))
    if payment.provider == STARS and payment.refunded_at is None:
        await _give_back(_open(desk), payment, addresses)
    act = acts.new(f"plan:refund:{reference}", actor=actor)
    return await database.run(partial(subscribing.refund, act=act, reference=reference))


async def stop_renewing(
    database: Database, desk: StarsDesk | None, *, member_id: MemberId, plan_id: str
) -> None:
    """
    Have Telegram not renew the plan, if it would. Again, nothing changes.

    Raises TryLater or WorldError when Telegram is away.
    """
    charges, addresses = await database.read(
        partial(_renewing, member_id=member_id, plan_id=plan_id)
    )
    if charges:
        await _stop(_open(desk), charges, addresses)


async def _give_back(desk: StarsDesk, payment: Payment, addresses: list[str]) -> None:
    """First stop the subscription: what was given back must not be charged again."""
    if payment.charge:
        await _stop(desk, (payment.charge, payment.reference), addresses)
    reason = "the member has no chat in Telegram any more"
    for address in addresses:
        try:
            await desk.give_back(address, payment.reference)
            return
        except Undeliverable as refused:  # another of the member's accounts paid
            reason = str(refused)
    raise NotGivenBack(f"Telegram does not give {payment.reference} back: {reason}.")


async def _stop(desk: StarsDesk, charges: tuple[str, ...], addresses: list[str]) -> None:
    for address in addresses:
        try:
            await desk.stop_renewing(address, charges)
            return
        except Undeliverable as refused:
            log.warning("Telegram has no such subscription to stop: %s", refused)


def _open(desk: StarsDesk | None) -> StarsDesk:
    if desk is None:
        raise WorldError("not connected to Telegram")
    return desk


def _known(tx: Transaction, reference: str) -> tuple[Payment, list[str]]:
    payment = payments.find(tx, reference)
    if payment is None:
        raise UnknownPayment(reference=reference[:64])
    return payment, _addresses(tx, payment.member_id)


def _renewing(
    tx: Transaction, member_id: MemberId, plan_id: str
) -> tuple[tuple[str, ...], list[str]]:
    charges = buying.renewing(tx, member_id=member_id, plan_id=plan_id)
    return charges, _addresses(tx, member_id)


def _addresses(tx: Transaction, member_id: MemberId) -> list[str]:
    found = chats.of_member(tx, member_id)
    return [chat.address for chat in found if chat.channel is Channel.TELEGRAM]
