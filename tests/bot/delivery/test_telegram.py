"""Delivery with the real libraries before Telegram's stand-in."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram_aiogram import AiogramLibrary
from bot.channels.telegram_ptb import PtbLibrary
from bot.conversation.messages import Spoken
from bot.ports import Undeliverable
from bot.pushing import telegram_way
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from core.model import MemberId
from core.tables import chats
from core.tables.outbox import State
from tests.bot.delivery.conftest import MARKETING, PHONE, SMS, TELEGRAM, Shop
from tests.bot.sandbox.pictures import png

BOTH = ((TELEGRAM, MARKETING), (SMS, MARKETING))


@pytest.fixture
def engine() -> str:
    """What Telegram answers is the same to every database."""
    return "sqlite"


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    """Telegram on the loopback."""
    async with TelegramStandIn() as telegram:
        yield telegram


@pytest.fixture(params=[AiogramLibrary, PtbLibrary], ids=["aiogram", "ptb"])
async def adapter(
    request: pytest.FixtureRequest, telegram: TelegramStandIn, shop: Shop
) -> AsyncIterator[Telegram]:
    """An adapter that the shop sends through."""
    adapter = Telegram(
        request.param(token=telegram.token, api_url=telegram.url, request_timeout_s=1.5)
    )
    await adapter.connect()
    shop.ways[TELEGRAM] = telegram_way(adapter)
    yield adapter
    await adapter.close()


@pytest.fixture
async def ann(telegram: TelegramStandIn, shop: Shop) -> MemberId:
    """Ann talks with the bot, and may be texted."""
    id = await shop.member(phone=PHONE, yes=BOTH)
    chat_of(telegram, id).send_only("hi")
    return id


def chat_of(telegram: TelegramStandIn, member_id: MemberId) -> Person:
    """The member's chat."""
    return telegram.person(1000 + member_id)


async def test_a_message_arrives_with_its_buttons_and_its_id_is_kept(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId
) -> None:
    id = await shop.message(ann, buttons=(("button-points", "points"),))
    await shop.drain()

    [message] = await chat_of(telegram, ann).hears()
    assert message.text == "⭐ You have: 5 points."
    assert message.button("⭐ My points")
    assert (await shop.posted(id)).provider_id == str(message.id)


@pytest.mark.parametrize("failure", [Failure.blocked(), Failure.chat_not_found()])
async def test_who_blocked_the_bot_is_texted_instead(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId, failure: Failure
) -> None:
    telegram.fail_next("sendMessage", failure)
    await shop.message(ann, purpose=MARKETING)
    await shop.drain()

    assert [to for to, _ in shop.sms.sent] == [PHONE]
    [chat] = await shop.database.read(lambda tx: chats.of_member(tx, ann))
    assert chat.blocked_at is not None


async def test_flood_control_of_any_method_holds_the_outbox(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId
) -> None:
    telegram.fail_next("setMyCommands", Failure.flood(30))
    with pytest.raises(Exception, match="flood control"):
        await adapter.set_commands({"": [("points", "Your points")]})
    id = await shop.message(ann)
    await shop.drain()

    assert telegram.calls_of("sendMessage") == []
    assert await shop.state(id) is State.QUEUED


async def test_flood_control_of_a_message_holds_the_others(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId
) -> None:
    telegram.fail_next("sendMessage", Failure.flood(30))
    first = await shop.message(ann)
    await shop.drain()
    await shop.message(ann)
    await shop.drain()

    assert len(telegram.calls_of("sendMessage")) == 1
    assert (await shop.posted(first)).attempts == 0


@pytest.mark.parametrize("failure", [Failure.server_error(), Failure.bad_gateway()])
async def test_a_broken_answer_is_a_no_for_now(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId, failure: Failure
) -> None:
    telegram.fail_next("sendMessage", failure)
    id = await shop.message(ann)
    await shop.drain()
    assert await shop.state(id) is State.QUEUED

    shop.ways[TELEGRAM] = telegram_way(adapter)  # as after its pause
    shop.clock.pass_(minutes=1)
    await shop.drain()
    assert await shop.state(id) is State.SENT


@pytest.mark.parametrize(
    "failure", [Failure.hang(accepted=True), Failure.drop(accepted=True), Failure.drop()]
)
async def test_no_answer_leaves_it_unknown_and_it_is_not_sent_again(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId, failure: Failure
) -> None:
    telegram.fail_next("sendMessage", failure)
    id = await shop.message(ann)
    await shop.drain()
    shop.clock.pass_(hours=1)
    await shop.drain()

    assert await shop.state(id) is State.UNKNOWN
    assert len(telegram.calls_of("sendMessage")) == 1
    assert shop.sms.tried == []


async def test_a_withdrawn_token_costs_no_attempts(
    adapter: Telegram, telegram: TelegramStandIn, shop: Shop, ann: MemberId
) -> None:
    telegram.fail_next("sendMessage", Failure.error(401, "Unauthorized"))
    id = await shop.message(ann)
    await shop.drain()

    posted = await shop.posted(id)
    assert (posted.state, posted.attempts) == (State.QUEUED, 0)


async def test_a_message_is_said_again_in_its_place(
    shop: Shop, adapter: Telegram, telegram: TelegramStandIn, ann: MemberId
) -> None:
    chat = chat_of(telegram, ann)
    sent = await adapter.send(str(chat.id), Spoken(text="one of ten"))
    await adapter.edit(str(chat.id), sent.id, Spoken(text="two of ten"))
    await adapter.edit(str(chat.id), sent.id, Spoken(text="two of ten"))  # nothing new

    assert len(telegram.calls_of("editMessageText")) == 2
    assert len(telegram.calls_of("sendMessage")) == 1
    with pytest.raises(Undeliverable):
        await adapter.edit(str(chat.id), "999999", Spoken(text="three of ten"))


async def test_a_picture_that_telegram_has_is_sent_by_its_name(
    shop: Shop, adapter: Telegram, telegram: TelegramStandIn, ann: MemberId
) -> None:
    chat = chat_of(telegram, ann)
    first = Spoken(text="look", picture=png())
    await adapter.send(str(chat.id), first)
    [call] = telegram.calls_of("sendPhoto")
    assert call.uploads
    name = chat.messages[-1].raw["photo"][-1]["file_id"]
    await adapter.send(str(chat.id), Spoken(text="look", photo=name))

    [_, again] = telegram.calls_of("sendPhoto")
    assert again.params["photo"] == name
    assert not again.uploads
