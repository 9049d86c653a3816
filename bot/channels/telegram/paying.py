"""
Paying with Telegram Stars: hearing of it, letting it happen, invoices, renewals, giving back.

Nothing here is sent twice by mistake: Telegram knows each payment by its charge id, and stopping
what is stopped or giving back what was given back changes nothing.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.telegram.errors import Rejected
from bot.channels.telegram.hearing import Person
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.speaking import Sender
from bot.conversation.messages import (
    Incoming,
    Settlement,
    Spoken,
    SpokenButton,
    SpokenInvoice,
    StarPayment,
)
from bot.ports import TryLater, Undeliverable, WorldError
from core.model import Channel

if TYPE_CHECKING:
    from bot.conversation.router import Router

STARS = "XTR"
PERIOD_S = 2_592_000  # 30 days: Telegram renews subscriptions at no other pace
TITLE_MAX = 32
DESCRIPTION_MAX = 255
OURS = "plan:"  # how the payload of our invoices begins, after the prefix
CHECKOUT_S = 9.0  # Telegram forgets the question after 10

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """Telegram's question whether somebody may pay now."""

    query_id: str
    incoming: Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A payment as Telegram tells it, in plain fields; those a refund has not are left out."""

    payload: str
    currency: str
    amount: int
    charge: str = ""
    renewal: bool = False
    first_of_renewals: bool = False
    until: datetime | int | None = None
    back: bool = False


def asked(*, person: Person, query_id: str, told: Told, prefix: str = "") -> Checkout | None:
    """The question as the conversation understands it; None = not about one of our invoices."""
    money = _ours(told, prefix)
    if money is None:
        return None
    incoming = _incoming(person, f"checkout:{query_id}", money)
    return Checkout(query_id=query_id, incoming=incoming)


def moved(*, person: Person, told: Told, at: datetime, prefix: str = "") -> Incoming | None:
    """Stars that came or went back; None = not for one of our invoices."""
    money = _ours(told, prefix)
    if money is None:
        return None
    money = replace(money, at=at)
    return _incoming(person, f"{'back' if money.back else 'paid'}:{money.charge}", money)


def changed(*, person: Person, payload: str, state: str, prefix: str = "") -> Incoming | None:
    """
    The person told Telegram not to renew, or to renew again; None = not one of our subscriptions.

    That a payment failed is Telegram's to tell them: what is not paid ends by itself.
    """
    goes_on = {"canceled": False, "active": True}.get(state)
    if goes_on is None or not payload.startswith(prefix + OURS):
        return None
    money = StarPayment(payload=payload[len(prefix) :], stars=0, goes_on=goes_on)
    return _incoming(person, f"subscription:{state}:{money.payload}", money)


async def answer_checkout(router: "Router", sender: Sender, checkout: Checkout) -> None:
    """
    Say yes or why not, in time. Never raises: to be asked again would be too late, and without
    an answer Telegram takes no money.
    """
    try:
        async with asyncio.timeout(CHECKOUT_S):
            refusal = await router.checkout(checkout.incoming)
            await patiently(partial(sender.answer_checkout, checkout.query_id, refusal))
    except Rejected as rejected:
        log.warning("%s came too late: %s", checkout.incoming.event_id, rejected)
    except Exception as error:
        log.error("%s stays unanswered: %s", checkout.incoming.event_id, type(error).__name__)


async def settled(sender: Sender, user_id: int, spoken: Spoken, *, prefix: str = "") -> Spoken:
    """
    Do what the answer tells of, and return what to say now that it is done, or that it failed.

    Raises WorldError when stars have to go back and Telegram does not take it now.
    """
    try:
        if spoken.settlement:
            await _settle(sender, user_id, spoken.settlement)
        if spoken.invoice:
            return await _with_link(sender, spoken, spoken.invoice, prefix)
    except (TryLater, Undeliverable, Rejected) as error:
        log.error("Telegram did not invoice or settle: %s", error)
        if spoken.settlement and spoken.settlement.give_back and isinstance(error, TryLater):
            raise WorldError("stars could not be given back yet") from error
        return spoken.otherwise or spoken
    return spoken


class Desk:
    """Where payments are undone for whoever is not answering an update: the API, a command."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def give_back(self, address: str, charge: str) -> None:
        """Give the stars back; given back before is done. Raises TryLater or Undeliverable."""
        try:
            await give_back(self._sender, int(address), charge)
        except Rejected as rejected:
            raise Undeliverable(str(rejected), gone=False) from None

    async def stop_renewing(self, address: str, charges: Sequence[str]) -> None:
        """Don't renew the subscription known by one of these. Raises TryLater or Undeliverable."""
        try:
            await stop_renewing(self._sender, int(address), charges)
        except Rejected as rejected:
            raise Undeliverable(str(rejected), gone=False) from None


async def stop_renewing(sender: Sender, user_id: int, charges: Sequence[str]) -> None:
    """
    Don't renew the subscription known by one of these charges. Again, nothing changes.

    Raises TryLater, Undeliverable, or Rejected when Telegram knows none of them.
    """
    for charge in charges:
        try:
            await patiently(partial(sender.stop_renewing, user_id, charge))
            return
        except Rejected:
            if charge == charges[-1]:
                raise


async def give_back(sender: Sender, user_id: int, charge: str) -> None:
    """Give the stars back; given back before is done. Raises TryLater, Undeliverable, Rejected."""
    try:
        await patiently(partial(sender.give_back, user_id, charge))
    except Rejected as rejected:
        if "already_refunded" not in str(rejected).lower():
            raise


async def _settle(sender: Sender, user_id: int, settlement: Settlement) -> None:
    if settlement.give_back:
        await give_back(sender, user_id, settlement.give_back)
    for charges in settlement.stop:
        try:
            await stop_renewing(sender, user_id, charges)
        except Rejected as rejected:
            if not settlement.give_back:
                raise
            log.warning("given back, and not stopped: %s", rejected)


async def _with_link(sender: Sender, spoken: Spoken, invoice: SpokenInvoice, prefix: str) -> Spoken:
    """The same words with a button that opens the invoice."""
    fitting = replace(
        invoice,
        title=_cut(invoice.title, TITLE_MAX),
        description=_cut(invoice.description, DESCRIPTION_MAX),
        payload=prefix + invoice.payload,
    )
    url = await patiently(partial(sender.invoice_link, fitting))
    pay = SpokenButton(label=invoice.label, url=url)
    return replace(spoken, buttons=((pay,), *spoken.buttons))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _ours(told: Told, prefix: str) -> StarPayment | None:
    if told.currency != STARS or not told.payload.startswith(prefix + OURS):
        return None
    until = datetime.fromtimestamp(told.until, UTC) if isinstance(told.until, int) else told.until
    return StarPayment(
        payload=told.payload[len(prefix) :],
        stars=told.amount,
        charge=told.charge,
        renews=told.renewal or told.first_of_renewals or until is not None,
        first=told.first_of_renewals or not told.renewal,
        until=until,
        back=told.back,
    )


def _incoming(person: Person, event_id: str, money: StarPayment) -> Incoming:
    """The words are for whoever reads dead letters: money must not get lost with them."""
    return Incoming(
        channel=Channel.TELEGRAM,
        sender=str(person.id),
        event_id=event_id,
        text=f"{money.payload} {money.stars} {STARS} {money.charge}".rstrip(),
        money=money,
        language=person.language,
        name=person.name,
    )
