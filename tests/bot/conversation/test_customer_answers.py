"""What a customer is answered in the cases that are easily got wrong."""

from collections.abc import Awaitable, Callable
from itertools import count

import pytest

from bot.acts import Acts
from bot.conversation.birthdays import parse_birthday
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.router import Router
from bot.conversation.texts import Texts
from bot.ports import Database
from bot.programs import preset_text
from core.errors import BirthdayNotUnderstood
from core.model import Birthday, Channel

Says = Callable[..., Awaitable[Spoken]]
TEXTS = Texts.load()


@pytest.fixture
async def says(database: Database) -> Says:
    """Somebody says something to the bot, by default Ann in English."""
    router = Router(database, await Acts.start(database, preset_text("starter")), texts=TEXTS)
    events = count()

    async def say(text: str, *, name: str = "Ann", language: str = "en") -> Spoken:
        spoken = await router.answer(
            Incoming(
                channel=Channel.CONSOLE,
                sender=name,
                event_id=str(next(events)),
                text=text,
                name=name,
                language=language,
            )
        )
        assert spoken
        return spoken

    return say


async def test_who_left_is_told_how_to_come_back_and_offered_nothing_else(says: Says) -> None:
    await says("join")
    await says("leave")

    for word in ("points", "card", "rewards", "vouchers", "refer"):
        spoken = await says(word)
        assert spoken.text.startswith("You left the program."), word
        assert [one.command for row in spoken.buttons for one in row] == ["join"], word
    assert "You are back" in (await says("join")).text


@pytest.mark.parametrize("named", ["coffee", "Free coffee", "free COF", "Coffee"])
async def test_a_reward_is_known_by_its_id_or_its_title(says: Says, named: str) -> None:
    await says("join")

    assert "Still missing: 10 points." in (await says(f"redeem {named}")).text


async def test_a_beginning_that_fits_several_rewards_is_asked_back(says: Says) -> None:
    await says("join")

    assert "There is no reward “free”" in (await says("redeem free")).text


async def test_a_reward_is_known_by_its_title_in_the_persons_language(says: Says) -> None:
    await says("join", name="Олена", language="uk")

    assert "10 балів" in (await says("redeem кава", name="Олена", language="uk")).text


async def test_keeping_the_data_says_that_nothing_was_deleted(says: Says) -> None:
    await says("join")
    asked = await says("forget")

    assert (await says(asked.buttons[1][0].command)).text == "Nothing was deleted."
    assert "50 points" in (await says("points")).text


async def test_why_without_a_number_shows_how_to_ask(says: Says) -> None:
    await says("join")

    assert (await says("why abc")).text == "To know why, write for example: why 1"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "24 December"),
        ("en", "24 Dec"),
        ("uk", "24 грудня"),
        ("ru", "24 декабря 1990 г."),
        ("pl", "24 grudnia 1990"),
        ("ro", "24 decembrie, 1990"),
    ],
)
def test_a_birthday_may_name_its_month(language: str, text: str) -> None:
    year = 1990 if "1990" in text else None

    assert parse_birthday(text, TEXTS.months(language)) == Birthday(day=24, month=12, year=year)


def test_a_word_that_is_no_month_is_not_understood() -> None:
    with pytest.raises(BirthdayNotUnderstood):
        parse_birthday("24 fish", TEXTS.months("en"))


async def test_members_say_by_whose_clock_they_are_written_to(
    says: Says, database: Database
) -> None:
    await says("join")
    shown = await says("notifications")
    assert "Bucharest" in shown.buttons[-2][0].label
    asked = await says("notifications zone")
    unknown = await says("Nowhereville")
    tokyo = await says("tokyo")
    warsaw = await says("notifications zone Варшава", language="uk")

    assert "Bucharest" in asked.text
    assert "don't know that city" in unknown.text
    assert "Tokyo" in tokyo.buttons[-2][0].label
    assert "Warsaw" in warsaw.buttons[-2][0].label
    zones = await database.read(lambda tx: tx.rows("SELECT timezone FROM members"))
    assert zones == [("Europe/Warsaw",)]
