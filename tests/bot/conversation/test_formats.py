"""Values as people of each language write them."""

from datetime import date
from decimal import Decimal

import pytest

from bot.conversation.messages import Shown, Signed
from bot.conversation.texts import Texts
from bot.programs import read_program
from core.model import Money, Points, Title
from core.program.explaining import DayOfYear, Listed, Sentence, Weekday
from core.program.schema import Program

TEXTS = Texts.load()
_, PROGRAM = read_program("starter")
WALLET = Program.model_validate(
    {"name": "W", "currency": "EUR", "timezone": "UTC", "languages": ["en"], "unit": "money"},
    context={"currency": "EUR"},
)


def shown(value: Shown, language: str = "en", program: Program = PROGRAM) -> str:
    """The value as a sentence shows it."""
    text = TEXTS.say(language, "profile-name", {"name": value}, program)
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "both", "either"),
    [
        ("en", "a, b and c", "a, b or c"),
        ("uk", "a, b і c", "a, b або c"),
        ("ru", "a, b и c", "a, b или c"),
        ("pl", "a, b i c", "a, b lub c"),
        ("ro", "a, b și c", "a, b sau c"),
    ],
)
def test_a_list_is_joined_as_the_language_does(language: str, both: str, either: str) -> None:
    items = ("a", "b", "c")

    assert shown(Listed(items), language) == both
    assert shown(Listed(items, any_of=True), language) == either


def test_whatever_can_be_shown_can_be_in_a_list() -> None:
    several = Listed(
        (
            Points(2),
            Money(150, "EUR"),
            Title({"": "Mug"}),
            Sentence("rules-channel-app"),
            7,
            date(2026, 12, 24),
        )
    )

    assert shown(several) == "2 points, €1.50, Mug, in the app, 7 and 24 December 2026"


@pytest.mark.parametrize(
    ("language", "saturday", "day"),
    [
        ("en", "Saturday", "31 December"),
        ("uk", "субота", "31 грудня"),
        ("ru", "суббота", "31 декабря"),
        ("pl", "sobota", "31 grudnia"),
        ("ro", "sâmbătă", "31 decembrie"),
    ],
)
def test_days_are_called_as_in_the_language(language: str, saturday: str, day: str) -> None:
    assert shown(Weekday.named("sat"), language) == saturday
    assert shown(DayOfYear.written("12-31"), language) == day


def test_the_leap_day_is_a_day_of_the_year() -> None:
    assert shown(DayOfYear.written("02-29")) == "29 February"


@pytest.mark.parametrize(
    ("number", "text"),
    [("12.5000", "12.5"), ("0.0001", "0.0001"), ("25.00", "25"), ("1200", "1,200")],
)
def test_a_number_is_shown_to_its_last_decimal_and_no_further(number: str, text: str) -> None:
    assert shown(Decimal(number)) == text


@pytest.mark.parametrize(
    ("minor", "text"), [(49, "€0.49"), (100, "€1.00"), (-250, "-€2.50"), (0, "€0.00")]
)
def test_where_money_is_earned_points_are_sums(minor: int, text: str) -> None:
    assert shown(Points(minor), program=WALLET) == text


def test_where_money_is_earned_answers_speak_of_money() -> None:
    """Not only the rules."""
    said = TEXTS.say("en", "points-balance", {"points": Points(1049)}, WALLET)

    assert said == "⭐ You have: €10.49."


@pytest.mark.parametrize(
    ("points", "in_points", "in_money"),
    [(1200, "+1,200", "+€12.00"), (-5, "−5", "−€0.05"), (0, "+0", "+€0.00")],
)
def test_what_the_ledger_has_is_shown_with_its_sign(
    points: int, in_points: str, in_money: str
) -> None:
    assert (shown(Signed(points)), shown(Signed(points), program=WALLET)) == (in_points, in_money)
