"""Telegram Stars: invoices, the question before paying, payments, subscriptions, giving back."""

import asyncio
import secrets
import time

from bot.sandbox.telegram.calls import Call
from bot.sandbox.telegram.formatting import utf16_length
from bot.sandbox.telegram.records import Chat, Json
from bot.sandbox.telegram.refusals import bad_request
from bot.sandbox.telegram.sending import open_chat, put
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.till import Charge, Checkout, Invoice
from bot.sandbox.telegram.updates import Update

STARS = "XTR"
STARS_MAX = 10_000
TITLE_MAX = 32
DESCRIPTION_MAX = 255
PAYLOAD_BYTES_MAX = 128
PERIOD_S = 2_592_000
CHECKOUT_S = 10.0
LINK = "https://t.me/$"
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class NotPaid(Exception):
    """The bot refused the payment, or did not answer within 10 s."""


# What the bot calls


def create_invoice_link(state: State, call: Call) -> str:
    invoice = _invoice(call, period_s=_period_s(call))
    link = f"{LINK}{secrets.token_urlsafe(12)}"
    state.till.invoices[link] = invoice
    return link


def send_invoice(state: State, call: Call) -> Json:
    chat = open_chat(state, call)
    invoice = _invoice(call)
    shown = {
        "title": invoice.title,
        "description": call.text("description"),
        "start_parameter": call.text("start_parameter"),
        "currency": STARS,
        "total_amount": invoice.stars,
    }
    sent = put(state, chat, call, {"invoice": shown})
    state.till.invoices[f"{chat.id}/{sent['message_id']}"] = invoice
    return sent


def answer_pre_checkout_query(state: State, call: Call) -> bool:
    checkout = state.till.checkouts.get(call.text("pre_checkout_query_id"))
    if checkout is None or checkout.too_old or checkout.answered.is_set():
        raise bad_request(TOO_OLD)
    if not call.get("ok") and not call.text("error_message"):
        raise bad_request("ERROR_MESSAGE_EMPTY")
    checkout.refusal = None if call.get("ok") else call.text("error_message")
    checkout.answered.set()
    return True


def edit_user_star_subscription(state: State, call: Call) -> bool:
    charge = _charge(state, call)
    if not charge.subscription:
        raise bad_request("CHARGE_ID_INVALID")
    state.till.charges[charge.subscription].stopped = bool(call.get("is_canceled"))
    return True


def refund_star_payment(state: State, call: Call) -> bool:
    charge = _charge(state, call)
    if charge.refunded:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    charge.refunded = True
    chat = state.records.chats[charge.user_id]
    told = _told(charge)
    _notice(state, chat, {"refunded_payment": told}, f"{charge.invoice.stars} stars back")
    return True


# What people do


async def pay(state: State, who: Json, chat: Chat, link: str) -> Update:
    """
    Pay what the link opens: the bot is asked, then told. Returns the update that tells it.

    Raises NotPaid with the bot's words when it refuses, LookupError for no invoice.
    """
    invoice = state.till.invoices.get(link)
    if invoice is None:
        raise LookupError(f"there is no invoice behind {link}")
    await _ask(state, who, invoice)
    charge = _charged(state, who, invoice)
    return _tell(state, chat, charge, first=True)


def renew(state: State, chat: Chat, began: str) -> Update:
    """Charge the subscription that began so for the next 30 days. Raises NotPaid if stopped."""
    first = state.till.charges[began]
    if first.stopped or not first.subscription:
        raise NotPaid("the subscription is not renewed")
    who = {"id": first.user_id}
    charge = _charged(state, who, first.invoice, subscription=first.id)
    return _tell(state, chat, charge, first=False)


def change(state: State, who: Json, charge: Charge, *, goes_on: bool) -> Update:
    """The person tells Telegram whether to renew the subscription."""
    state.till.charges[charge.subscription].stopped = not goes_on
    told: Json = {
        "user": who,
        "invoice_payload": charge.invoice.payload,
        "state": "active" if goes_on else "canceled",
    }
    return state.updates.offer(
        "subscription", told, queue=("subscriptions", who["id"]), told=f"it is {told['state']}"
    )


async def _ask(state: State, who: Json, invoice: Invoice) -> None:
    query_id = str(secrets.randbits(62))
    checkout = state.till.checkouts[query_id] = Checkout()
    query: Json = {
        "id": query_id,
        "from": who,
        "currency": STARS,
        "total_amount": invoice.stars,
        "invoice_payload": invoice.payload,
    }
    told = f"{who['first_name']} is about to pay {invoice.stars} stars"
    state.updates.offer("pre_checkout_query", query, queue=("checkouts", who["id"]), told=told)
    try:
        async with asyncio.timeout(CHECKOUT_S):
            await checkout.answered.wait()
    except TimeoutError:
        checkout.too_old = True
        raise NotPaid("the bot did not answer within 10 s") from None
    if checkout.refusal is not None:
        raise NotPaid(checkout.refusal)


def _charged(state: State, who: Json, invoice: Invoice, *, subscription: str = "") -> Charge:
    charge_id = f"st_{secrets.token_urlsafe(24)}"
    began = subscription or (charge_id if invoice.period_s else "")
    charge = Charge(id=charge_id, user_id=who["id"], invoice=invoice, subscription=began)
    state.till.charges[charge_id] = charge
    return charge


def _tell(state: State, chat: Chat, charge: Charge, *, first: bool) -> Update:
    paid = _told(charge) | {"provider_payment_charge_id": charge.id}
    if charge.invoice.period_s:
        paid["subscription_expiration_date"] = int(time.time()) + charge.invoice.period_s
        paid |= {"is_first_recurring": True} if first else {"is_recurring": True}
    return _notice(state, chat, {"successful_payment": paid}, f"{charge.invoice.stars} stars")


def _told(charge: Charge) -> Json:
    return {
        "currency": STARS,
        "total_amount": charge.invoice.stars,
        "invoice_payload": charge.invoice.payload,
        "telegram_payment_charge_id": charge.id,
    }


def _notice(state: State, chat: Chat, content: Json, told: str) -> Update:
    """A service message in the person's name."""
    who = {key: value for key, value in chat.raw.items() if key != "type"} | {"is_bot": False}
    stored = chat.keep(content, author=who)
    queue = ("messages", chat.id)
    return state.updates.offer("message", stored.raw, queue=queue, told=told)


def _invoice(call: Call, *, period_s: int = 0) -> Invoice:
    title, description, payload = map(call.text, ("title", "description", "payload"))
    if not 1 <= utf16_length(title) <= TITLE_MAX:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= utf16_length(description) <= DESCRIPTION_MAX:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(payload.encode()) <= PAYLOAD_BYTES_MAX:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if call.text("currency") != STARS or call.text("provider_token"):
        raise bad_request("the sandbox sells for XTR only")
    return Invoice(title=title, payload=payload, stars=_stars(call), period_s=period_s)


def _stars(call: Call) -> int:
    prices = call.get("prices")
    if not isinstance(prices, list) or len(prices) != 1:
        raise bad_request("exactly one price is expected for payments in Telegram Stars")
    stars = prices[0].get("amount")
    if not isinstance(stars, int) or not 1 <= stars <= STARS_MAX:
        raise bad_request("STARS_AMOUNT_INVALID")
    return stars


def _period_s(call: Call) -> int:
    period_s = call.get("subscription_period")
    if period_s not in (None, PERIOD_S):
        raise bad_request("SUBSCRIPTION_PERIOD_INVALID")
    return period_s or 0


def _charge(state: State, call: Call) -> Charge:
    charge = state.till.charges.get(call.text("telegram_payment_charge_id"))
    if charge is None:
        raise bad_request("CHARGE_NOT_FOUND")
    if charge.user_id != call.get("user_id"):
        raise bad_request("USER_ID_INVALID")
    return charge
