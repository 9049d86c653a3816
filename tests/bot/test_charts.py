"""Pictures of numbers: whatever stands in them can be read."""

from io import BytesIO

from matplotlib import image

from bot.charts import Panel, Series, picture

LONG = "What do you think of the new menu, and what is it that you miss in the morning?"
ANSWERS = ("Very tasty, I will come more often", "Not bad, but without any soup", "No", LONG)


def test_long_questions_and_answers_are_folded_and_none_is_cut_off() -> None:
    panel = Panel(
        title=LONG,
        labels=ANSWERS,
        series=(Series("", (120.0, 45.0, 0.0, 7.0)),),
        written=lambda value: f"{value:.0f}",
        lying=True,
    )
    shown = image.imread(BytesIO(picture(LONG, (panel,))))[:, :, :3]
    for edge in (shown[:3], shown[-3:, :300], shown[:, :3], shown[:, -3:]):
        assert (edge == 1.0).all(), "something is cut off"
