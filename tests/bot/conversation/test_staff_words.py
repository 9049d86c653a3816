"""Who works in the shop is understood as that, also by the words on their own buttons."""

import pytest

from bot.conversation.texts import Texts
from bot.conversation.words import Vocabulary
from core.model import Role
from core.program.loading import load
from core.program.values import LANGUAGES
from tests.bot.conversation.conftest import Counter
from tests.core.program.cafe import CAFE

TEXTS = Texts.load()
VOCABULARY = Vocabulary(TEXTS)
ON_BUTTONS = {
    "button-member": "member",
    "button-use": "use",
    "button-find": "find",
    "button-opinions": "opinions",
    "button-stats": "stats",
    "button-broadcast": "broadcast",
    "button-staff": "staff",
    "button-mute": "mute",
    "button-surveys": "surveys",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_a_button_of_the_staff_can_be_typed(language: str) -> None:
    for key, name in ON_BUTTONS.items():
        said = VOCABULARY.recognise(TEXTS.label(language, key), language, lambda role: True)
        assert said, key
        assert (said.word.name, said.args) == (name, []), key


@pytest.mark.parametrize(
    ("typed", "staffs", "members"),
    [("розсилка", "broadcast", "notifications"), ("опитування", "surveys", "survey"),
     ("аудит", "audit", None), ("команда", "staff", None)],
)  # fmt: skip
def test_a_word_of_two_sides_means_to_the_staff_what_the_staff_do(
    typed: str, staffs: str, members: str | None
) -> None:
    to_staff = VOCABULARY.recognise(typed, "uk", lambda role: True)
    to_member = VOCABULARY.recognise(typed, "uk")
    assert to_staff
    assert to_staff.word.name == staffs
    assert (to_member.word.name if to_member else None) == members


async def test_an_owner_who_is_no_member_gets_their_own_side(counter: Counter) -> None:
    counter.acts.program = load(CAFE)
    boss = await counter.owner()
    boss.language = "uk"
    await boss.says("розсилка")
    assert any("broadcast" in one.command for one in boss.buttons)
    boss.language = "en"
    assert "takes a moment" not in await boss.says("feedback")


async def test_staff_who_say_a_members_word_can_join(counter: Counter) -> None:
    sam = await counter.works(Role.CASHIER)
    assert "takes a moment" in await sam.says("feedback")
    assert [one.command for one in sam.buttons][:2] == ["join", "member"]
