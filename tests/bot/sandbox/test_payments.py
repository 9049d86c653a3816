"""Telegram Stars in the sandbox: what is refused, who is asked, and what a payment tells."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.telegram import payments
from bot.sandbox.telegram.payments import NotPaid
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.conftest import Ask

PRICE = [{"label": "Club", "amount": 250}]
INVOICE: dict[str, Any] = {
    "title": "Club", "description": "A month", "payload": "p", "currency": "XTR", "prices": PRICE,
}  # fmt: skip
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"title": ""}, "INVOICE_TITLE_INVALID"),
    ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
    ({"description": "x" * 256}, "INVOICE_DESCRIPTION_INVALID"),
    ({"payload": ""}, "INVOICE_PAYLOAD_INVALID"),
    ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
    ({"currency": "EUR"}, "XTR only"),
    ({"provider_token": "1:TEST"}, "XTR only"),
    ({"prices": PRICE * 2}, "exactly one price"),
    ({"prices": []}, "exactly one price"),
    ({"prices": [{"label": "a", "amount": 0}]}, "STARS_AMOUNT_INVALID"),
    ({"prices": [{"label": "a", "amount": 10_001}]}, "STARS_AMOUNT_INVALID"),
    ({"subscription_period": 86_400}, "SUBSCRIPTION_PERIOD_INVALID"),
]


async def paying(ask: Ask, telegram: TelegramStandIn, ann: Person, **answer: Any) -> str:
    """Ann pays for a new subscription, the bot answers so; the charge."""
    link = (await ask("createInvoiceLink", **INVOICE, subscription_period=2_592_000))["result"]
    await ask("sendMessage", chat_id=ann.id, text="Pay", reply_markup=keyboard(link))
    async with asyncio.TaskGroup() as both:
        both.create_task(ann.pays("Pay"))
        await asyncio.sleep(0)
        [asked] = [one for one in telegram.waiting if one.kind == "pre_checkout_query"]
        query = {"pre_checkout_query_id": asked.raw["pre_checkout_query"]["id"]}
        telegram.let_expire(asked)
        assert (await ask("answerPreCheckoutQuery", **query, **answer))["ok"]
        late = await ask("answerPreCheckoutQuery", **query, ok=True)
        assert "query is too old" in late["description"]
        for told in telegram.waiting:
            telegram.let_expire(told)
    return ann.charges[-1].id


def keyboard(link: str) -> dict[str, Any]:
    """One button with that link."""
    return {"inline_keyboard": [[{"text": "Pay", "url": link}]]}


@pytest.mark.parametrize(("change", "reason"), REFUSED)
async def test_a_bad_invoice_is_refused(ask: Ask, change: dict[str, Any], reason: str) -> None:
    answer = await ask("createInvoiceLink", **INVOICE | change)

    assert answer["error_code"] == 400
    assert reason in answer["description"]


async def test_a_payment_tells_all_that_telegram_tells(
    ask: Ask, telegram: TelegramStandIn, ann: Person
) -> None:
    charge = await paying(ask, telegram, ann, ok=True)

    told = telegram.updates[-1].raw["message"]["successful_payment"]
    expires = told.pop("subscription_expiration_date")
    assert expires > 2_592_000
    assert told == {
        "currency": "XTR", "total_amount": 250, "invoice_payload": "p", "is_first_recurring": True,
        "telegram_payment_charge_id": charge, "provider_payment_charge_id": charge,
    }  # fmt: skip


async def test_a_refused_payment_is_none(ask: Ask, telegram: TelegramStandIn, ann: Person) -> None:
    with pytest.raises(BaseExceptionGroup) as refused:
        await paying(ask, telegram, ann, ok=False, error_message="Sold out")

    assert refused.group_contains(NotPaid, match="Sold out")
    assert ann.charges == []


async def test_without_an_answer_in_time_nothing_is_paid(
    ask: Ask, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert payments.CHECKOUT_S == 10
    monkeypatch.setattr(payments, "CHECKOUT_S", 0.01)
    sent = await ask("sendInvoice", chat_id=ann.id, **INVOICE)
    assert sent["result"]["invoice"]["total_amount"] == 250

    with pytest.raises(NotPaid, match="10 s"):
        await ann.pays(ann.messages[-1])


async def test_a_subscription_is_renewed_until_it_is_stopped(
    ask: Ask, telegram: TelegramStandIn, ann: Person
) -> None:
    charge = await paying(ask, telegram, ann, ok=True)
    with pytest.raises(TimeoutError):
        await ann.renews(charge, timeout_s=0.01)
    whose = {"user_id": ann.id, "telegram_payment_charge_id": charge}
    stopped = await ask("editUserStarSubscription", **whose, is_canceled=True)

    assert telegram.updates[-1].raw["message"]["successful_payment"]["is_recurring"]
    assert stopped["ok"]
    with pytest.raises(NotPaid):
        await ann.renews(charge)


async def test_stars_are_given_back_once(ask: Ask, telegram: TelegramStandIn, ann: Person) -> None:
    whose = {
        "user_id": ann.id,
        "telegram_payment_charge_id": await paying(ask, telegram, ann, ok=True),
    }
    assert (await ask("refundStarPayment", **whose))["ok"]
    again = await ask("refundStarPayment", **whose)
    unknown = await ask("refundStarPayment", **whose | {"telegram_payment_charge_id": "x"})
    another = await ask("refundStarPayment", **whose | {"user_id": 5})

    assert "refunded_payment" in telegram.updates[-1].raw["message"]
    assert "CHARGE_ALREADY_REFUNDED" in again["description"]
    assert "CHARGE_NOT_FOUND" in unknown["description"]
    assert "USER_ID_INVALID" in another["description"]
