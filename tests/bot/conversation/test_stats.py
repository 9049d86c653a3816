"""The owner asks for numbers: of any days, with a picture, in five languages."""

from datetime import date
from functools import partial
from io import BytesIO

import pytest
from matplotlib import image

from bot.conversation.messages import Answer
from bot.conversation.owner import figures
from bot.conversation.owner.periods import parse_period
from bot.conversation.texts import Texts
from core.act import Act
from core.program.loading import load
from core.program.values import LANGUAGES
from core.staff_errors import PeriodNotUnderstood
from core.statistics.gathering import gather
from core.statistics.periods import Period
from core.transaction import Transaction
from tests.bot.conversation.conftest import Counter
from tests.core.program.cafe import cafe

TEXTS = Texts.load()
TODAY = date(2026, 3, 10)
SAID = {
    "en": ("today", "week", "month"),
    "uk": ("сьогодні", "тиждень", "за місяць"),
    "ru": ("сегодня", "неделя", "за месяц"),
    "pl": ("dziś", "tydzień", "miesiąc"),
    "ro": ("azi", "săptămână", "luna"),
}


async def test_numbers_come_with_a_picture_and_a_file_on_a_button(counter: Counter) -> None:
    boss = await counter.owner()
    await counter.customer()
    said = await boss.says("stats week")

    assert "4 March 2026 – 10 March 2026" in said
    assert "Joined: 1" in said
    assert "Given: 50 points" in said
    assert boss.last
    assert boss.last.picture
    assert boss.last.picture.startswith(b"\x89PNG")
    assert "03.2026: 0% of 1" in await boss.taps("Who stays")
    assert "no messages" in await boss.taps("Messages")
    await boss.taps("CSV")
    assert boss.last.document
    rows = boss.last.document.content.decode("utf-8-sig").splitlines()
    assert rows[0] == "from,joins,orders,sum_EUR,issued,spent,expired"
    assert rows[-1] == "2026-03-10,1,0,0.00,50,0,0"


async def test_a_single_day_is_said_once(counter: Counter) -> None:
    boss = await counter.owner()

    assert (await boss.says("stats today")).startswith("📊 10 March 2026\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_understood_as_people_say_them(language: str) -> None:
    typed = partial(TEXTS.words, language)

    def days(said: str) -> tuple[date, date]:
        period = parse_period(said, today=TODAY, timezone="UTC", typed=typed)
        return period.first, period.last

    for said, count in zip(SAID[language], (1, 7, 30), strict=True):
        assert days(said) == days(said.upper())
        assert (days(said)[1] - days(said)[0]).days + 1 == count
    assert days("01.02–10.03") == days("1.2. - 10/3/2026") == (date(2026, 2, 1), TODAY)
    assert days("2026-02-01 2026-12-31") == (date(2026, 2, 1), TODAY)
    assert days("1.12") == (date(2025, 12, 1), date(2025, 12, 1))
    for said in ("never", "32.01", "10.03–01.03", "1.1 2.1 3.1", "2026-13-01", "1.04.2026"):
        with pytest.raises(PeriodNotUnderstood):
            days(said)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_text_of_the_picture_touches_its_edge(counter: Counter, language: str) -> None:
    await counter.customer()
    program = load(cafe('"Europe/Kyiv"', '"UTC"'))

    def drawn(tx: Transaction, act: Act) -> bytes | None:
        found = gather(tx, act, Period.ending(TODAY, days=180, timezone="UTC"))
        answer = Answer(lines=(), chart=figures.chart(found, program))
        return TEXTS.word(language, answer, program).picture

    act = counter.acts.new("look", actor="test")
    png = await counter.database.read(lambda tx: drawn(tx, act))
    assert png
    shown = image.imread(BytesIO(png))[:, :, :3]
    assert shown.shape[1] == 1080
    for edge in (shown[:3], shown[-3:], shown[:, :3], shown[:, -3:]):
        assert (edge == 1.0).all(), "something is cut off"
