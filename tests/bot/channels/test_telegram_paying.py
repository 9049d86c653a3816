"""Both Telegram adapters: what they hear of payments, and what they do about them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram.hearing import Person as Payer
from bot.channels.telegram.hearing import lane_of
from bot.channels.telegram.paying import Told, asked, moved
from bot.conversation.messages import Settlement, Spoken, SpokenInvoice
from bot.ports import Undeliverable
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.payments import NotPaid
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.talk import Talk

PAYLOAD = "plan:club:0123abcd"
INVOICE = SpokenInvoice(
    title="Club", description="A month", label="Pay 250", stars=250, payload=PAYLOAD, renews=True
)
OFFER = Spoken(text="The club?", invoice=INVOICE, otherwise=Spoken(text="Not now."))
ANN = Payer(id=1001, name="Ann", language=None)


@pytest.fixture
def talk() -> Talk:
    """It sells the club, and says nothing that the test did not order."""
    talk = Talk()
    talk.answers["buy"] = OFFER
    return talk


async def sold(ann: Person, talk: Talk, answer: Spoken | None = None) -> str:
    """Ann buys; the charge. The conversation answers the payment so."""
    await ann.says("buy")
    talk.paid = answer or Spoken(text="Thank you")
    await ann.pays("Pay")
    return ann.charges[-1].id


async def test_an_invoice_is_a_button(
    bot: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    [message] = await ann.says("buy")

    [[pay]] = message.buttons
    [call] = telegram.calls_of("createInvoiceLink")
    assert (message.text, pay.label) == ("The club?", "Pay 250")
    assert call.get("currency") == "XTR"
    assert not call.text("provider_token")
    assert call.get("prices") == [{"label": "Club", "amount": 250}]
    assert call.get("subscription_period") == 30 * 24 * 3600
    assert call.get("payload") == PAYLOAD


async def test_long_names_are_cut_to_what_telegram_takes(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    long = SpokenInvoice(
        title="C" * 33, description="d" * 256, label="Pay", stars=1, payload=PAYLOAD, renews=False
    )
    talk.answers["buy"] = Spoken(text="?", invoice=long)
    await ann.says("buy")

    [call] = telegram.calls_of("createInvoiceLink")
    assert (call.text("title"), call.text("description")) == ("C" * 31 + "…", "d" * 254 + "…")
    assert call.get("subscription_period") is None
    assert ann.button("Pay").url


async def test_the_question_and_the_payment_are_heard(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    charge = await sold(ann, talk)

    [question] = talk.asked
    paid = talk.heard[-1]
    assert question.money
    assert (question.sender, question.language) == ("1001", "uk")
    assert (question.money.payload, question.money.stars) == (PAYLOAD, 250)
    assert paid.money
    assert (paid.sender, paid.event_id, paid.money.charge) == ("1001", f"paid:{charge}", charge)
    assert (paid.money.renews, paid.money.first, paid.money.back) == (True, True, False)
    assert paid.money.at
    assert paid.money.until
    assert (paid.money.until - paid.money.at).days in (29, 30)
    assert ann.messages[-1].text == "Thank you"


async def test_a_renewal_and_a_refund_are_heard(
    bot_either_way: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    charge = await sold(ann, talk)
    await ann.renews(charge)
    renewed = talk.heard[-1].money
    await bot_either_way.desk.give_back("1001", charge)
    await telegram.updates[-1].confirmed()
    back = talk.heard[-1]

    assert renewed
    assert (renewed.renews, renewed.first, renewed.charge != charge) == (True, False, True)
    assert back.money
    assert (back.event_id, back.money.back, back.money.charge) == (f"back:{charge}", True, charge)


async def test_a_refusal_is_told_before_anything_is_paid(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    talk.refusal = "It costs 300 now."
    await ann.says("buy")

    with pytest.raises(NotPaid, match="It costs 300 now"):
        await ann.pays("Pay")
    assert ann.charges == []


async def test_the_question_does_not_wait_for_the_persons_other_messages(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    """Whatever holds them up, Telegram waits 10 seconds only."""
    await ann.says("buy")
    talk.outages = 1_000
    waiting = ann.send_only("points")
    talk.refusal = "Not today."
    with pytest.raises(NotPaid, match="Not today"):
        await ann.pays("Pay")
    assert not waiting.done.is_set()
    talk.outages = 0
    await waiting.confirmed(15)


async def test_a_yes_that_did_not_get_through_is_repeated(
    bot: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    telegram.fail_next("answerPreCheckoutQuery", Failure.server_error())
    assert await sold(ann, talk)


async def test_without_an_invoice_the_other_answer_is_given(
    bot: Telegram, telegram: TelegramStandIn, ann: Person
) -> None:
    telegram.fail_next("createInvoiceLink", Failure.chat_not_found())
    [message] = await ann.says("buy")

    assert (message.text, message.buttons) == ("Not now.", ())


async def test_a_renewal_is_stopped_by_either_of_its_names(
    bot: Telegram, ann: Person, talk: Talk
) -> None:
    charge = await sold(ann, talk)
    stop = Settlement(stop=(("unknown", charge),))
    talk.answers["stop"] = Spoken(text="Stopped.", settlement=stop)
    talk.answers["again"] = Spoken(
        text="Stopped.", settlement=Settlement(stop=(("unknown",),)), otherwise=Spoken(text="No.")
    )

    assert (await ann.says("stop"))[0].text == "Stopped."
    assert ann.charges[0].stopped
    assert (await ann.says("again"))[0].text == "No."


async def test_what_has_to_go_back_comes_again_until_it_has(
    bot_either_way: Telegram, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Telegram is away long enough for the update to be put off; then all is well."""
    await ann.says("buy")
    telegram.fail_next("refundStarPayment", Failure.server_error(), times=5)
    talk.returns = True
    talk.paid = Spoken(text="It goes back.")
    await ann.pays("Pay", timeout_s=15)

    [charge] = ann.charges
    assert charge.refunded
    assert "It goes back." in [message.text for message in ann.messages]


async def test_given_back_before_is_given_back(bot: Telegram, ann: Person, talk: Talk) -> None:
    charge = await sold(ann, talk)
    for _ in range(2):
        await bot.desk.give_back("1001", charge)

    with pytest.raises(Undeliverable):
        await bot.desk.give_back("1001", "nobody's")
    with pytest.raises(Undeliverable):
        await bot.desk.stop_renewing("1001", ["nobody's"])


async def test_a_subscription_changed_in_telegrams_settings_is_heard(
    bot_either_way: Telegram, ann: Person, talk: Talk
) -> None:
    await sold(ann, talk)
    for goes_on in (False, True):
        await ann.changes(ann.charges[0], goes_on=goes_on)
        assert talk.heard[-1].money
        assert talk.heard[-1].money.goes_on is goes_on


def told(payload: str, **more: Any) -> Told:
    """Telegram tells of 250 stars."""
    return Told(payload=payload, currency=more.pop("currency", "XTR"), amount=250, **more)


@pytest.mark.parametrize(
    ("payload", "currency", "prefix", "ours"),
    [
        (PAYLOAD, "XTR", "", True),
        (f"club_{PAYLOAD}", "XTR", "club_", True),
        (PAYLOAD, "XTR", "club_", False),
        ("tea:1", "XTR", "", False),
        (PAYLOAD, "EUR", "", False),
    ],
)
def test_a_hosts_own_sales_stay_the_hosts(
    payload: str, currency: str, prefix: str, ours: bool
) -> None:
    now = datetime(2026, 3, 10, tzinfo=UTC)
    question = asked(person=ANN, query_id="1", told=told(payload, currency=currency), prefix=prefix)
    payment = moved(
        person=ANN, told=told(payload, currency=currency, charge="c"), at=now, prefix=prefix
    )

    assert (question is not None, payment is not None) == (ours, ours)
    if question:
        assert question.incoming.money
        assert question.incoming.money.payload == PAYLOAD


def test_the_question_whether_to_pay_has_a_lane_of_its_own() -> None:
    message = {"update_id": 1, "message": {"from": {"id": 7}}}
    question = {"update_id": 2, "pre_checkout_query": {"from": {"id": 7}}}

    assert lane_of(message) != lane_of(question)
