"""Surveys: asked by word or with a broadcast, answered once, paid once, counted for the owner."""

import pytest

from bot.broadcasts import advance
from core.program.loading import load
from tests.bot.conversation.conftest import Counter
from tests.core.program.cafe import CAFE

SURVEYS = """
[[surveys]]
id = "blend"
question = { en = "Which blend?", uk = "Яка суміш?" }
choices = ["Dark", { en = "Light", uk = "Світла" }]
points = 20

[[surveys]]
id = "why"
question = "Why us?"
"""


@pytest.fixture
async def asking(counter: Counter) -> Counter:
    """The café asks two things."""
    counter.acts.program = load(CAFE + SURVEYS)
    return counter


async def test_a_survey_is_answered_once_and_pays_once(asking: Counter) -> None:
    ann = await asking.customer()
    assert "Which question" in await ann.taps("Survey")  # below the welcome
    shown = await ann.taps("Which blend?")
    assert "For your answer: 20 points" in shown
    tap = ann.button("Light").command
    assert "20 points" in await ann.says(tap, tap=True)
    assert "answered this already" in await ann.says(tap, tap=True)
    assert "answered this already" in await ann.says("survey blend 1")
    assert "answered this already" in await ann.says("survey blend")
    assert await asking.balance(ann) == 70
    why = await ann.says("why")
    assert "for your answer to a question of the shop" in why
    assert "What for: Which blend?" in why
    assert "your answer to a question" in await ann.says("history")
    assert "can't be answered like that" in await ann.says("survey blend 3")
    assert "can't be answered like that" in await ann.says("survey nothing")

    assert "Write your answer" in await ann.says("survey")
    assert "Thank you" in await ann.says("points matter to me")
    assert "nothing to answer" in await ann.says("survey")


async def test_the_word_of_an_open_question_is_no_part_of_its_answer(asking: Counter) -> None:
    ann, boss = await asking.customer(), await asking.owner()
    await ann.says("survey why")
    assert "Which blend" in await ann.says("survey blend")
    await ann.says("survey why")
    assert "Which blend" in await ann.says("survey 1")
    await ann.says("survey 2")
    assert "Thank you" in await ann.says("survey the smell")
    await ann.says("feedback")
    await ann.says("feedback Very good")

    answers, said = await boss.says("surveys why"), await boss.says("opinions")
    assert "the smell" in answers
    assert "survey the" not in answers
    assert "Very good" in said
    assert "feedback Very" not in said


async def test_the_owner_sees_numbers_a_picture_and_a_file(asking: Counter) -> None:
    boss, people = await asking.owner(), []
    for name, said in (("Ann", "blend 1"), ("Ben", "blend 1"), ("Eve", "blend 2")):
        people.append(await asking.customer(name, "uk" if name == "Eve" else "en"))
        await people[-1].says(f"survey {said}")
    await people[0].says("survey why")
    await people[0].says("=cheap")

    await boss.says("surveys")
    assert "blend: answers 3" in boss.labels
    told = await boss.taps("blend")
    assert "Answers: 3" in told
    assert "Dark: 2" in told
    assert "Light: 1" in told
    assert boss.last
    assert boss.last.picture
    await boss.taps("As a file")
    assert boss.last.document
    rows = boss.last.document.content.decode("utf-8-sig").splitlines()
    assert sorted(row.rpartition(",")[2] for row in rows[1:]) == ["Dark", "Dark", "Light"]
    assert "=cheap" in await boss.says("surveys why")
    await boss.taps("As a file")
    assert ",'=cheap" in boss.last.document.content.decode("utf-8-sig")


async def test_a_broadcast_carries_a_survey(asking: Counter) -> None:
    boss, ann = await asking.owner(), await (await asking.customer()).agrees()
    await boss.says("/broadcast for joined<30")
    await boss.taps("Button")
    drafted = await boss.taps("Survey: blend")
    assert "Its button leads to the survey blend" in drafted
    assert "Which blend?" in drafted
    await boss.taps("Send")
    await boss.taps("Yes, send")
    await advance(asking.database, asking.acts)

    [posted] = await asking.posted(ann)
    [(label, command)] = posted.message.buttons
    assert label == "button-answer-survey"
    assert "Which blend?" in await ann.says(command, tap=True)
    await ann.taps("Dark")
    assert "Tapped the button: 1" in await boss.says("broadcast show 1")
