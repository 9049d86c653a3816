"""What a program file can say of its messages, and what is wrong with what it can't."""

import pytest

from bot.conversation.faults import said
from core.model import Purpose
from core.program.campaigns import DEFAULT_PURPOSE, DEFAULTS
from core.program.explaining import explain
from core.program.loading import ProgramInvalid, load
from core.program.sentences import Sentence
from core.program.wordings import NOTICES, SAME, filled
from tests.core.program.cafe import CAFE, cafe

WARNED = '[[campaigns]]\nid = "warn"\nkind = "expiry"\n'


def written(text: str) -> str:
    """The café's file with that behind it."""
    return f"{CAFE}\n{text}"


def objections(text: str) -> dict[str, str]:
    """What is wrong, by field."""
    with pytest.raises(ProgramInvalid) as raised:
        load(written(text))
    return {problem.field: said(problem.fault, "en") for problem in raised.value.problems}


def test_without_a_word_every_kind_but_ratings_is_sent_as_usual() -> None:
    kinds = {one.about for one in load(CAFE).messages.values()}

    assert kinds == {one.about for one in DEFAULTS if one.on}
    assert {one.about for one in DEFAULTS} == {key.split("-")[1] for key in NOTICES}


def test_a_kind_that_is_named_is_sent_as_the_file_says_and_the_others_as_usual() -> None:
    program = load(written(WARNED + "days = [14]\n"))
    [only] = program.messages_about("expiry")

    assert only.id == "warn"
    assert len(program.messages) == len([one for one in DEFAULTS if one.on])


def test_what_is_off_is_not_sent() -> None:
    program = load(written(WARNED + "on = false\n"))

    assert program.messages_about("expiry") == ()


def test_every_kind_has_a_purpose_and_what_asks_to_buy_is_marketing() -> None:
    assert DEFAULT_PURPOSE["cart"] is DEFAULT_PURPOSE["winback"] is Purpose.MARKETING
    assert DEFAULT_PURPOSE["taken"] is DEFAULT_PURPOSE["expiry"] is Purpose.TRANSACTIONAL
    program = load(written(WARNED + 'purpose = "marketing"\n'))
    assert program.messages["warn"].means is Purpose.MARKETING


def test_own_words_are_found_by_language_and_stand_for_the_longer_sentence_too() -> None:
    text = WARNED + 'texts = { warning = { en = "Use {points} by {date}!" } }\n'
    campaign = load(written(text)).messages["warn"]
    own = campaign.own_text("notice-expiry-warning", "en")

    assert own == campaign.own_text("notice-expiry-buys", "en") == "Use {points} by {date}!"
    assert campaign.own_text("notice-expiry-warning", "uk") is None
    assert filled(own, {"points": "5 points", "date": "1 May"}) == "Use 5 points by 1 May!"


def test_the_longer_sentence_shows_all_that_the_plain_one_does() -> None:
    for longer, plain in SAME.items():
        assert set(NOTICES[plain]) <= set(NOTICES[longer])


@pytest.mark.parametrize(
    ("text", "field", "message"),
    [
        (WARNED + 'texts = { warnin = { en = "x" } }', "texts", 'did you mean "warning"'),
        (WARNED + 'texts = { warning = { en = "{poins}" } }', "texts", "{points}, {date}"),
        (WARNED + 'texts = { warning = { en = "{points" } }', "texts", "a brace stands alone"),
        (WARNED + 'texts = { warning = { de = "x" } }', "texts.warning.de", "does not speak"),
        (WARNED + "days = [0]", "days[0]", "1"),
        (WARNED + "control = 60", "control", "50"),
        (WARNED + "hour = 24", "hour", "23"),
        (WARNED + 'channels = ["sms", "sms"]', "channels", "once"),
        (WARNED + 'channels = ["fax"]', "channels[0]", "telegram"),
        (WARNED + WARNED, "id", "taken already"),
        ('[[campaigns]]\nid = "c"\nkind = "carts"', "", "cart"),
        ('[[campaigns]]\nid = "c"\nkind = "cart"\noffer = {}', "offer", "say what it gives"),
        (
            '[[campaigns]]\nid = "c"\nkind = "cart"\noffer = { reward = "cofee" }',
            "offer.reward",
            'did you mean "coffee"',
        ),
        (
            '[[campaigns]]\nid = "c"\nkind = "cart"\npurpose = "transactional"\n'
            "offer = { points = 5 }",
            "purpose",
            "is marketing",
        ),
    ],
)
def test_what_is_wrong_is_said_with_what_would_be_right(
    text: str, field: str, message: str
) -> None:
    found = objections(text)

    assert any(
        name.endswith(field) and name.startswith("campaigns") and message in said
        for name, said in found.items()
    ), found


def test_a_present_for_every_year_is_a_rule_that_members_read() -> None:
    year = '[[campaigns]]\nid = "years"\nkind = "anniversary"\noffer = { reward = "coffee" }\n'
    said = [one.key for one in explain(load(written(year))) if isinstance(one, Sentence)]

    assert "rules-anniversary" in said
    assert "rules-anniversary" not in [one.key for one in explain(load(cafe()))]
