"""The program mounted in a bot that a shop already runs, with either library."""

from collections.abc import AsyncIterator
from typing import Any

import aiogram
import pytest
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Update
from telegram.ext import Application, CommandHandler, MessageHandler, filters

from bot.channels.telegram_aiogram import build_router
from bot.channels.telegram_ptb import build_handlers
from bot.conversation.messages import Spoken, SpokenInvoice
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.talk import MENU, Talk

PREFIX = "club_"
Host = Any  # feeds a raw update to the host's bot


@pytest.fixture
async def aiogram_host(telegram: TelegramStandIn, talk: Talk) -> AsyncIterator[Host]:
    """A shop's aiogram bot that formats by default and answers everything."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    default = DefaultBotProperties(parse_mode="HTML")
    bot = aiogram.Bot(telegram.token, session=session, default=default)
    dispatcher = aiogram.Dispatcher()

    async def catch_all(message: aiogram.types.Message) -> None:
        await message.answer("the shop's own")

    dispatcher.include_router(build_router(talk.router, PREFIX))
    dispatcher.message.register(catch_all, aiogram.F.chat.type == "nowhere")
    shop = aiogram.Router()
    shop.message.register(catch_all)
    dispatcher.include_router(shop)

    async def feed(raw: dict[str, Any]) -> None:
        await dispatcher.feed_raw_update(bot, raw)

    yield feed
    await (await session.create_session()).close()


@pytest.fixture
async def ptb_host(telegram: TelegramStandIn, talk: Talk) -> AsyncIterator[Host]:
    """A shop's python-telegram-bot application with a command and a catch-all."""
    builder = Application.builder().token(telegram.token).base_url(f"{telegram.url}/bot")
    application = builder.updater(None).job_queue(None).build()

    async def catch_all(update: Update, context: object) -> None:
        assert update.message
        await update.message.reply_text("the shop's own")

    application.add_handler(CommandHandler("points", catch_all))
    application.add_handler(MessageHandler(filters.ALL, catch_all))
    application.add_handlers(build_handlers(talk.router, PREFIX), group=-10)
    async with application:

        async def feed(raw: dict[str, Any]) -> None:
            await application.process_update(Update.de_json(raw, application.bot))

        yield feed


@pytest.fixture(params=["aiogram_host", "ptb_host"])
def host(request: pytest.FixtureRequest) -> Host:
    """Either host."""
    return request.getfixturevalue(request.param)


async def test_a_prefixed_command_is_ours_alone(
    host: Host, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """The host's catch-all stays silent, and its HTML default does not touch our words."""
    talk.answers["points"] = Spoken(text="You <have> 5 & more")
    await host(says(ann, "/club_points"))

    assert talk.texts == ["points"]
    assert [message.text for message in ann.messages[1:]] == ["You <have> 5 & more"]


async def test_everything_else_stays_the_hosts(host: Host, ann: Person, talk: Talk) -> None:
    """Its own /points too."""
    await host(says(ann, "/points"))
    await host(says(ann, "hello"))

    assert talk.texts == []
    assert [message.text for message in ann.messages if message.from_bot] == ["the shop's own"] * 2


async def test_our_buttons_carry_the_prefix_and_come_back_without(
    host: Host, ann: Person, talk: Talk
) -> None:
    """So a host's buttons are never taken for ours."""
    talk.answers["menu"] = MENU
    await host(says(ann, "/club_menu"))
    button = ann.button("Card")
    await host(taps(ann, str(button.data)))
    await host(taps(ann, "buy:7"))

    assert button.data == "club_card"
    assert talk.texts == ["menu", "card"]


async def test_our_invoices_carry_the_prefix_and_the_hosts_stay_its_own(
    host: Host, telegram: TelegramStandIn, ann: Person, talk: Talk
) -> None:
    """Both the question before paying and the payment."""
    invoice = SpokenInvoice(
        title="Club", description="A month", label="Pay", stars=5, payload="plan:club:0123abcd",
        renews=False,
    )  # fmt: skip
    talk.answers["buy"] = Spoken(text="?", invoice=invoice)
    await host(says(ann, "/club_buy"))
    payload = telegram.calls_of("createInvoiceLink")[0].text("payload")
    for each in (payload, "tea:1"):
        await host(asks_to_pay(ann, each))
        await host(has_paid(ann, each))

    assert payload == "club_plan:club:0123abcd"
    assert [one.money and one.money.payload for one in talk.asked] == ["plan:club:0123abcd"]
    assert [one.event_id for one in talk.heard if one.money] == ["paid:c"]
    [answered] = telegram.calls_of("answerPreCheckoutQuery")
    assert answered.get("ok") is True


async def test_blocking_is_told_to_both(host: Host, ann: Person, talk: Talk) -> None:
    """We listen and let it pass."""
    user = {"id": 42, "is_bot": True, "first_name": "Shop"}
    change = {
        "chat": {"id": ann.id, "type": "private"},
        "from": ann.raw,
        "date": 0,
        "old_chat_member": {"status": "member", "user": user},
        "new_chat_member": {"status": "kicked", "user": user, "until_date": 0},
    }
    await host({"update_id": 1, "my_chat_member": change})

    assert talk.reached == [(str(ann.id), False)]


@pytest.mark.parametrize("build", [build_router, build_handlers])
def test_a_prefix_must_fit_commands(build: Any, talk: Talk) -> None:
    """Telegram's commands know a-z, 0-9 and _ only."""
    with pytest.raises(ValueError, match="prefix"):
        build(talk.router, "Club:")


def test_every_mount_is_a_new_one(talk: Talk) -> None:
    """An aiogram router can be attached only once."""
    assert build_router(talk.router) is not build_router(talk.router)


def says(person: Person, text: str) -> dict[str, Any]:
    raw = dict(person.send_only(text).raw)
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    raw["message"] = raw["message"] | ({"entities": entities} if text.startswith("/") else {})
    return raw


def taps(person: Person, data: str) -> dict[str, Any]:
    query = {"id": "1", "from": person.raw, "chat_instance": "1", "data": data}
    return {"update_id": 2, "callback_query": query}


def asks_to_pay(person: Person, payload: str) -> dict[str, Any]:
    query = {
        "id": "1", "from": person.raw, "currency": "XTR", "total_amount": 5,
        "invoice_payload": payload,
    }  # fmt: skip
    return {"update_id": 3, "pre_checkout_query": query}


def has_paid(person: Person, payload: str) -> dict[str, Any]:
    paid = {
        "currency": "XTR", "total_amount": 5, "invoice_payload": payload,
        "telegram_payment_charge_id": "c", "provider_payment_charge_id": "p",
    }  # fmt: skip
    raw = dict(person.send_only("paid").raw)
    message = {key: value for key, value in raw["message"].items() if key != "text"}
    return raw | {"message": message | {"successful_payment": paid}}
