"""The router over a real database: what no channel may be hurt by."""

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming, Spoken
from bot.conversation.numbers import NUMBER_MAX, number
from bot.conversation.router import Router
from bot.ports import Database
from core.model import Channel, Chat
from core.program.values import LANGUAGES
from core.tables import chats, dead_letters
from tests.core.program.cafe import CAFE

BARE = CAFE[: CAFE.index("[tiers]")]  # points, and nothing to do with them
UNSTORABLE = ["half a pair \ud83d", "a \x00 in it"]


class Desk:
    """Where Ann talks with the router."""

    def __init__(self, database: Database, acts: Acts) -> None:
        self.database = database
        self.router = Router(database, acts)
        self.events = 0

    async def says(self, text: str, name: str = "Ann") -> Spoken | None:
        """Ann says something."""
        self.events += 1
        incoming = Incoming(
            channel=Channel.TELEGRAM,
            sender="1",
            event_id=str(self.events),
            text=text,
            name=name,
            language="en",
        )
        return await self.router.answer(incoming)

    async def chat(self) -> Chat:
        """Ann's chat as it is kept."""
        return await self.database.read(lambda tx: chats.find(tx, Channel.TELEGRAM, "1"))

    async def bugs(self) -> int:
        """How many updates met a bug."""
        return await self.database.read(dead_letters.count)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """A café that has just opened."""
    return Desk(database, await Acts.start(database, CAFE))


@pytest.mark.parametrize("text", UNSTORABLE)
async def test_words_that_cant_be_stored_do_no_harm(desk: Desk, text: str) -> None:
    await desk.says("join", name=text)
    for said in (text, f"feedback {text}", f"start s_{text}", f"redeem {text}"):
        assert await desk.says(said)

    assert await desk.bugs() == 0


@pytest.mark.parametrize("text", UNSTORABLE)
async def test_whatever_met_a_bug_can_be_buried(desk: Desk, text: str) -> None:
    await desk.router.bury(Channel.TELEGRAM, "1", "update:1", text, ValueError(text))

    assert await desk.bugs() == 1


@pytest.mark.parametrize("text", ["help", "points", "redeem nothing", "what?"])
async def test_whoever_speaks_can_be_reached_again(desk: Desk, text: str) -> None:
    """A refusal rolls back everything, but not this."""
    await desk.says("join")
    await desk.router.reachable(Channel.TELEGRAM, "1", yes=False)
    blocked = await desk.chat()
    await desk.says(text)

    assert blocked.blocked_at
    assert (await desk.chat()).blocked_at is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7", 7),
        ("٣", 3),
        ("9" * 18, 10**18 - 1),
        ("9" * 5000, NUMBER_MAX),
        ("", None),
        ("-1", None),
    ],
)
def test_numbers_are_read_and_never_too_large(typed: str, read: int | None) -> None:
    assert number(typed) == read


@pytest.mark.parametrize(("program", "there"), [(CAFE, True), (BARE, False)], ids=["café", "bare"])
async def test_no_button_leads_to_what_the_program_does_not_have(
    database: Database, program: str, there: bool
) -> None:
    desk = Desk(database, await Acts.start(database, program))
    await desk.says("join")
    for word in ("help", "no such word", "redeem nothing"):
        said = await desk.says(word)
        assert said
        buttons = {button.command for row in said.buttons for button in row}
        assert {"refer", "rewards"} & buttons if there else not {"refer", "rewards"} & buttons


async def test_a_question_that_waits_swallows_no_command_unless_it_takes_any_words(
    desk: Desk,
) -> None:
    await desk.says("join")
    await desk.says("birthday")
    spoken = await desk.says("birthday 24.12")
    assert spoken
    assert "24 December" in spoken.text
    await desk.says("notifications zone")
    await desk.says("language uk")
    assert (await desk.chat()).language == "uk"
    await desk.says("feedback")
    await desk.says("Hello, the coffee was great")

    assert await desk.database.read(lambda tx: tx.rows("SELECT text FROM feedback")) == [
        ("Hello, the coffee was great",)
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pionts", "points"),
        ("/histroy", "history"),
        ("redem coffee", "redeem coffee"),
        ("notificatons", "notifications"),
        ("балли", "бали"),
    ],
)
async def test_what_is_nearly_a_word_is_offered_first(desk: Desk, typed: str, meant: str) -> None:
    await desk.says("join")
    if meant == "бали":
        await desk.says("language uk")
    spoken = await desk.says(typed)

    assert spoken
    assert spoken.buttons[0][0].command == meant
    assert spoken.buttons[0][0].label == f"{meant}?"


@pytest.mark.parametrize("typed", ["ok", "hi!", "The pionts I had are gone", "mebmer 123", "чому"])
async def test_what_is_no_word_at_all_is_not_guessed_at(desk: Desk, typed: str) -> None:
    await desk.says("join")
    spoken = await desk.says(typed)

    assert spoken
    assert all("?" not in one.label for row in spoken.buttons for one in row)


@pytest.mark.parametrize(
    "typed", ["po\u200bints", "\u2067points\u2069", "POINTS\ufeff", "pó\u00adints"]
)
async def test_signs_that_nobody_sees_change_no_word(desk: Desk, typed: str) -> None:
    await desk.says("join")
    spoken = await desk.says(typed)

    assert spoken
    assert "You have: 50 points" in spoken.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_says_thank_you_is_understood(desk: Desk, language: str) -> None:
    await desk.says("join")
    words = {"en": "Thank you!", "uk": "Дякую 🙂", "ru": "спасибо", "pl": "Dzięki", "ro": "Mersi"}
    spoken = await desk.says(words[language])

    assert spoken
    assert "You're welcome" in spoken.text
