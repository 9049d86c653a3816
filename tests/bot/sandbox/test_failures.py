"""One answer of the server, two libraries: each failure raises what the real one would."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiogram
import pytest
import telegram.error as ptb
from aiogram import exceptions as aio
from telegram.ext import ExtBot

from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.echoes import aiogram_bot, ptb_builder

ERRORS = [
    (Failure.flood(1), aio.TelegramRetryAfter, ptb.RetryAfter),
    (Failure.blocked(), aio.TelegramForbiddenError, ptb.Forbidden),
    (Failure.chat_not_found(), aio.TelegramBadRequest, ptb.BadRequest),
    (Failure.migrated(-1001), aio.TelegramMigrateToChat, ptb.ChatMigrated),
    (Failure.error(401, "Unauthorized"), aio.TelegramUnauthorizedError, ptb.InvalidToken),
    (Failure.error(404, "Not Found"), aio.TelegramNotFound, ptb.InvalidToken),
    (Failure.error(409, "Conflict: other"), aio.TelegramConflictError, ptb.Conflict),
    (Failure.server_error(), aio.RestartingTelegram, ptb.NetworkError),
    (Failure.error(500, "Internal"), aio.TelegramServerError, ptb.NetworkError),
    (Failure.bad_gateway(), aio.ClientDecodeError, ptb.NetworkError),
    (Failure.drop(), aio.TelegramNetworkError, ptb.NetworkError),
    (Failure.hang(), aio.TelegramNetworkError, ptb.TimedOut),
]


@dataclass
class Bots:
    """The same bot in both libraries."""

    aiogram: aiogram.Bot
    ptb: "ExtBot[None]"


@pytest.fixture
async def bots(telegram: TelegramStandIn) -> AsyncIterator[Bots]:
    """Yield both libraries' bots, closed afterwards."""
    bot = aiogram_bot(telegram)
    async with bot.session, ptb_builder(telegram).updater(None).build() as app:
        yield Bots(bot, app.bot)


# PTB warns about its own RetryAfter whenever it makes one
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(("failure", "in_aiogram", "in_ptb"), ERRORS)
async def test_each_failure_raises_the_librarys_own_error(
    telegram: TelegramStandIn,
    ann: Person,
    bots: Bots,
    failure: Failure,
    in_aiogram: type[Exception],
    in_ptb: type[Exception],
) -> None:
    """Walk the table of answers."""
    telegram.fail_next("sendMessage", failure, times=2)
    with pytest.raises(in_aiogram):
        await bots.aiogram.send_message(ann.id, "hi", request_timeout=0.2)  # type: ignore[arg-type]
    with pytest.raises(in_ptb):
        await bots.ptb.send_message(ann.id, "hi", read_timeout=0.2)

    assert [message.text for message in ann.messages] == ["/start"]


async def test_a_flood_names_its_seconds(
    telegram: TelegramStandIn, ann: Person, bots: Bots
) -> None:
    """Read retry_after."""
    telegram.fail_next("sendMessage", Failure.flood(7))
    with pytest.raises(aio.TelegramRetryAfter) as caught:
        await bots.aiogram.send_message(ann.id, "hi")

    assert caught.value.retry_after == 7


@pytest.mark.parametrize("failure", [Failure.hang(accepted=True), Failure.drop(accepted=True)])
async def test_a_lost_answer_hides_a_sent_message(
    telegram: TelegramStandIn, ann: Person, bots: Bots, failure: Failure
) -> None:
    """Time out after the message was accepted."""
    telegram.fail_next("sendMessage", failure)
    with pytest.raises(aio.TelegramNetworkError):
        await bots.aiogram.send_message(ann.id, "hi", request_timeout=0.2)  # type: ignore[arg-type]

    assert ann.messages[-1].text == "hi"


async def test_a_failure_can_be_meant_for_one_chat(
    telegram: TelegramStandIn, ann: Person, bots: Bots
) -> None:
    """Block Bob's message, not Ann's."""
    telegram.fail_next("*", Failure.blocked(), chat_id=2002)

    assert (await bots.aiogram.send_message(ann.id, "hi")).text == "hi"
    with pytest.raises(ptb.Forbidden):
        await bots.ptb.send_message(2002, "hi")


async def test_calls_are_kept_with_their_parameters(
    telegram: TelegramStandIn, ann: Person, bots: Bots
) -> None:
    """Look at what both libraries sent."""
    await bots.aiogram.send_message(ann.id, "one", disable_notification=True)
    await bots.ptb.send_message(ann.id, "two", disable_notification=True)

    calls = [dict(call.params) for call in telegram.calls_of("sendMessage")]
    assert calls[0] == {"chat_id": ann.id, "text": "one", "disable_notification": True}
    assert calls[1] == {"chat_id": ann.id, "text": "two", "disable_notification": True}


async def test_a_file_comes_back_as_it_went(
    telegram: TelegramStandIn, ann: Person, bots: Bots
) -> None:
    """Download what was uploaded, by both libraries; send it again by its id."""
    sent = await bots.ptb.send_document(ann.id, b"a\r\nb\x00", filename="x.bin")
    assert sent.document
    file = await bots.ptb.get_file(sent.document.file_id)
    again = await bots.aiogram.send_document(ann.id, sent.document.file_id)
    assert again.document
    downloaded = await bots.aiogram.download(again.document.file_id)

    assert downloaded
    assert bytes(await file.download_as_bytearray()) == downloaded.read() == b"a\r\nb\x00"


async def test_commands_and_profile_are_kept_per_language(
    telegram: TelegramStandIn, bots: Bots
) -> None:
    """Set commands with one library, read them with the other."""
    await bots.ptb.set_my_commands([("points", "Бали")], language_code="uk")
    await bots.aiogram.set_my_description("Points for coffee")

    [command] = await bots.aiogram.get_my_commands(language_code="uk")
    assert (command.command, command.description) == ("points", "Бали")
    assert telegram.commands() == []
    assert (await bots.ptb.get_my_description("uk")).description == "Points for coffee"


async def test_chats_and_the_bot_itself_can_be_read_by_both(bots: Bots, ann: Person) -> None:
    """Satisfy the strict models."""
    assert (await bots.aiogram.get_chat(ann.id)).first_name == "Ann"
    assert (await bots.ptb.get_chat(ann.id)).first_name == "Ann"
    assert (await bots.aiogram.get_me()).username == (await bots.ptb.get_me()).username
    assert (await bots.ptb.get_webhook_info()).url == (await bots.aiogram.get_webhook_info()).url
