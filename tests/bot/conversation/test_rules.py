"""The rules as members read them."""

import pytest

from bot.channels.telegram.speaking import TEXT_MAX, pieces, units
from bot.conversation.messages import Answer, Line, Spoken
from bot.conversation.texts import Texts
from bot.programs import preset_names, read_program
from core.program.explaining import explain
from core.program.schema import Program
from core.program.values import LANGUAGES
from tests.bot.conversation.everything import everything

TEXTS = Texts.load()
EVERYTHING = Program.model_validate(everything())


def rules(program: Program, language: str, times: int = 1) -> Spoken:
    """What the word "rules" answers, or that several times over."""
    lines = tuple(Line(one.key, one.values) for one in explain(program))
    return TEXTS.word(language, Answer(lines=lines * times), program)


@pytest.mark.parametrize("name", [*preset_names(), "everything"])
def test_the_rules_of_every_preset_arrive_whole(name: str) -> None:
    """However many messages of Telegram's they take."""
    program = EVERYTHING if name == "everything" else read_program(name)[1]
    for language in program.languages:
        spoken = rules(program, language)
        sent = [piece.text for piece in pieces(spoken)]

        assert all(units(text) <= TEXT_MAX for text in sent)
        lines = [line.strip() for text in sent for line in text.splitlines()]
        assert lines == [line.strip() for line in spoken.text.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_rules_are_cut_between_lines(language: str) -> None:
    """No sentence is torn apart."""
    once = rules(EVERYTHING, language).text
    sent = [piece.text for piece in pieces(rules(EVERYTHING, language, times=5))]

    assert len(sent) > 1
    assert "\n".join(sent) == "\n".join([once] * 5)


def test_details_stand_below_what_they_belong_to() -> None:
    """Marked, and the details of a detail further in."""
    discount = {"kind": "discount", "percent": "18", "when": {"channels": ["web"]}}
    program = Program.model_validate(everything() | {"benefits": [discount]})
    text = rules(program, "en").text

    assert "\nFor every piece you buy: 7 points.\n– At most a month: 8 points.\n" in text
    assert "\n– 18% off.\n   · Only for purchases: on the website.\n" in text
