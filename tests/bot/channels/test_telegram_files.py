"""A program file that was sent is there with its content; other files cost nobody a download."""

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram.fetching import SIZE_MAX
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.talk import Talk

TOML = 'name = "Кав\'ярня"\n'.encode()


async def test_a_program_file_comes_with_its_content(
    bot: Telegram, talk: Talk, telegram: TelegramStandIn, ann: Person
) -> None:
    await ann.sends_document("program.TOML", TOML)
    [incoming] = talk.heard
    assert incoming.file
    assert (incoming.file.name, incoming.file.content) == ("program.TOML", TOML)
    assert incoming.text == ""


async def test_other_and_large_files_are_not_fetched(
    bot: Telegram, talk: Talk, telegram: TelegramStandIn, ann: Person
) -> None:
    await ann.sends_document("cv.pdf", b"%PDF")
    await ann.sends_document("big.toml", b"#" * (SIZE_MAX + 1))
    assert [one.file.content for one in talk.heard if one.file] == [None, None]
    assert telegram.calls_of("getFile") == []


async def test_a_file_that_telegram_does_not_give_is_answered_all_the_same(
    bot: Telegram, talk: Talk, telegram: TelegramStandIn, ann: Person
) -> None:
    telegram.fail_next("getFile", Failure.chat_not_found())
    await ann.sends_document("program.toml", TOML)
    [incoming] = talk.heard
    assert incoming.file
    assert incoming.file.content is None
