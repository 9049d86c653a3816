"""Messages in the program's own words, where it has some, else in ours; in every language."""

import pytest

from bot.conversation.messages import Line
from bot.conversation.own_words import worded
from bot.conversation.texts import Texts
from core.model import Points
from core.program.loading import load
from core.program.sentences import Sentence
from core.program.values import LANGUAGES
from core.program.wordings import NOTICES
from tests.bot.test_locales import shapes
from tests.core.program.cafe import CAFE

TEXTS = Texts.load()
OWN = """
[[campaigns]]
id = "free"
kind = "pending"
texts = { free = { en = "Spend {points} now." } }
"""


def said(language: str, key: str = "notice-pending-free", **values: object) -> str:
    """The message in that language."""
    program = load(CAFE + OWN)
    shown = values or {"points": Points(5)}
    line = worded(TEXTS, program, language, campaign="free", key=key, values=shown)  # type: ignore[arg-type]
    return TEXTS.say(language, line.key, line.values, program)


def test_own_words_are_said_with_values_as_the_language_has_them() -> None:
    assert said("en") == "Spend 5 points now."


def test_a_language_without_own_words_has_ours() -> None:
    assert said("uk") == "⭐ Уже можна витрачати: 5 балів"


def test_own_words_stand_above_an_offer_too() -> None:
    inner = Sentence("notice-pending-free", {"points": Points(5)})
    text = said("en", "notice-with-offer", said=inner, given=Points(1))

    assert text == "Spend 5 points now.\n🎁 With it for you: 1 point"


def test_a_campaign_the_program_no_longer_has_is_said_in_our_words() -> None:
    line = worded(TEXTS, load(CAFE), "en", campaign="gone", key="notice-plan-ended", values={})

    assert line == Line("notice-plan-ended", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_shows_what_own_words_may(language: str) -> None:
    for key, names in NOTICES.items():
        assert shapes(language)[key].variables == set(names), key
