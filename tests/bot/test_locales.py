"""
Every sentence in every language: none is missing, none is left over, all show the same values.

What the code says is read from its syntax tree, what the languages have from their files.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot.conversation.router  # noqa: F401 the import registers every word
import locales
from bot.conversation.customer.helping import LISTED
from bot.conversation.formats import show_points
from bot.conversation.messages import Shown
from bot.conversation.texts import Texts
from bot.conversation.words import WORDS, May, Vocabulary, may_nothing
from bot.programs import read_program
from core.errors import LoyaltyError
from core.model import Birthday, Money, Points, Title
from core.program.rewards import Reward
from core.program.schema import Program
from core.program.values import LANGUAGES
from core.staff_errors import StaffRefusal

ROOT = Path(__file__).parents[2]
TEXTS = Texts.load()
VOCABULARY = Vocabulary(TEXTS)
_, PROGRAM = read_program("starter")
_, MONEY = read_program("loyverse")
NUMBERS = (1, 2, 5, 21, 101)
COUNTED = {
    *("days", "months", "years", "times", "limit", "stock", "joined", "qualified"),
    *("friends", "goal", "orders", "items"),
}
POINTS = {"points", "cost", "missing", "referrer", "friend"}
DATES = {"date", "since", "until", "opens"}
TITLES = {"reward", "tier", "title"}
FORMS = {"zero", "one", "two", "few", "many", "other"}
ISOLATES = re.compile("[\u2068\u2069]")

every_language = pytest.mark.parametrize("language", LANGUAGES)


class Shape(Visitor):
    """What a sentence shows and how it chooses: its variables, and the variants of each choice."""

    def __init__(self, message: ftl.Message) -> None:
        self.variables: set[str] = set()
        self.choices: list[set[str]] = []
        self.balance = {one.id.name for one in message.attributes} == {"balance"}
        self.visit(message)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        self.choices.append(
            {
                variant.key.name
                for variant in node.variants
                if isinstance(variant.key, ftl.Identifier)
            }
        )
        self.generic_visit(node)


@cache
def entries(language: str) -> list[tuple[str, ftl.EntryType]]:
    """Every entry of a language's files, with the file's name."""
    parser = FluentParser()
    return [
        (path.name, entry)
        for path in sorted((Path(locales.__file__).parent / language).glob("*.ftl"))
        for entry in parser.parse(path.read_text(encoding="utf-8")).body
    ]


@cache
def shapes(language: str) -> dict[str, Shape]:
    """Every sentence's shape by its key."""
    found = (entry for _, entry in entries(language))
    return {entry.id.name: Shape(entry) for entry in found if isinstance(entry, ftl.Message)}


@cache
def code(*folders: str) -> list[ast.AST]:
    """Every node of those folders' syntax trees."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    return [node for tree in trees for node in ast.walk(tree)]


def calls(*names: str) -> Iterator[ast.Call]:
    """The calls of those functions in our code."""
    for node in code("bot", "core"):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in names and node.args:
            yield node


def constant(node: ast.expr | None) -> str:
    """The text a node stands for, or nothing."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def refusals() -> list[type[LoyaltyError]]:
    """Every way the program says no."""
    found = [*LoyaltyError.__subclasses__(), *StaffRefusal.__subclasses__()]
    return [one for one in found if one.__module__.startswith("core.") and one is not StaffRefusal]


def key_of(refusal: type[LoyaltyError]) -> str:
    """Its sentence's key, which needs none of its values."""
    return refusal.__new__(refusal).key


def computed() -> set[str]:
    """The keys our code puts together."""
    menu = {*LISTED, *(name for name, word in WORDS.items() if word.menu)}
    return {
        *(f"word-{name}" for name in WORDS),
        *(f"menu-{name}" for name in menu),
        *(f"menu-{name}-counter" for name in menu if WORDS[name].at_counter),
        *(f"button-{constant(call.args[0])}" for call in calls("button")),
        *(key_of(refusal) for refusal in refusals()),
        *(f"rules-reward-{kind.replace('_', '-')}" for kind in reward_kinds()),
    }


def reward_kinds() -> list[str]:
    """The kinds of rewards a program can have, each with its sentence."""
    return [get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(Reward)]


def said(language: str, key: str, number: int = 5, program: Program = PROGRAM) -> str:
    """The sentence with values as they come."""
    values = {name: example(name, number) for name in shapes(language)[key].variables}
    return TEXTS.say(language, key, values, program)


def example(name: str, number: int) -> Shown:
    """A value such as the code gives for a variable of that name."""
    if name in COUNTED:
        return number
    if name in POINTS:
        return Points(number)
    if name in DATES:
        return date(2026, 12, 24)
    if name in TITLES:
        return Title({"": "Gold"})
    return {"sum": Money(500, "EUR"), "minimum": Money(500, "EUR")}.get(name, "coffee")


# Files


@every_language
def test_every_file_can_be_read_to_its_end(language: str) -> None:
    for name, entry in entries(language):
        assert not isinstance(entry, ftl.Junk), f"{name}: {entry.content}"


@every_language
def test_no_sentence_stands_twice(language: str) -> None:
    keys = [entry.id.name for _, entry in entries(language) if isinstance(entry, ftl.Message)]

    assert sorted(keys) == sorted(set(keys))


@every_language
def test_a_sentence_stands_in_the_same_file_in_every_language(language: str) -> None:
    def places(language: str) -> set[tuple[str, str]]:
        return {
            (name, entry.id.name)
            for name, entry in entries(language)
            if isinstance(entry, ftl.Message)
        }

    assert places(language) == places("en")


@every_language
def test_every_language_says_what_english_says(language: str) -> None:
    assert shapes(language).keys() == shapes("en").keys()


@every_language
def test_a_sentence_shows_the_same_values_in_every_language(language: str) -> None:
    for key, shape in shapes(language).items():
        assert shape.variables == shapes("en")[key].variables, key
        assert shape.balance is shapes("en")[key].balance, key


@every_language
def test_a_choice_by_number_has_exactly_the_plural_forms_of_the_language(language: str) -> None:
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for key, shape in shapes(language).items():
        for choice in shape.choices:
            if choice & (FORMS - {"other"}):
                assert choice == forms, key


# Code


def test_every_sentence_is_said_somewhere() -> None:
    texts = {node.value for node in code("bot", "core") if isinstance(node, ast.Constant)}

    assert shapes("en").keys() - computed() - texts == set()


def test_whatever_the_code_says_has_its_sentence() -> None:
    subjects = {key.partition("-")[0] for key in shapes("en")} - {"error"}
    looks_so = re.compile(rf"(?:{'|'.join(sorted(subjects))})(?:-[a-z]+)+")
    in_tables = {
        node.value
        for node in code("bot/conversation")
        if isinstance(node, ast.Constant) and looks_so.fullmatch(str(node.value))
    }
    named = {constant(call.args[0]) for call in calls("Line", "Sentence", "fault")} - {""}

    assert named
    assert (named | in_tables | computed()) - shapes("en").keys() == set()


def test_whoever_says_a_sentence_gives_its_values() -> None:
    checked = 0
    for call in calls("Line", "Sentence"):
        key, given = (
            constant(call.args[0]),
            call.args[1] if len(call.args) > 1 else ast.Dict([], []),
        )
        if key and isinstance(given, ast.Dict) and None not in given.keys:
            names = {constant(name) for name in given.keys}
            assert names == shapes("en")[key].variables, key
            checked += 1
    for call in calls("fault"):
        if key := constant(call.args[0]):
            names = {keyword.arg or "" for keyword in call.keywords}
            assert names == shapes("en")[key].variables, key
    for call in calls("button"):
        names = {keyword.arg or "" for keyword in call.keywords} - {"command"}
        key = f"button-{constant(call.args[0])}"
        assert names == shapes("en")[key].variables, key

    assert checked > 100


@pytest.mark.parametrize("refusal", refusals(), ids=lambda refusal: str(refusal.__name__))
def test_every_refusal_has_the_values_of_its_sentence(refusal: type[LoyaltyError]) -> None:
    shown = shapes("en")[key_of(refusal)].variables
    given: Any = refusal  # every refusal is a dataclass

    assert shown <= {field.name for field in fields(given)}


# Sentences


@every_language
@pytest.mark.parametrize("number", NUMBERS)
def test_every_sentence_can_be_said(language: str, number: int) -> None:
    """Without isolating signs, which old phones show as boxes, and ending in one full stop."""
    for key in shapes(language):
        text = said(language, key, number)
        assert text.strip(), key
        assert not ISOLATES.search(text), key
        assert ".." not in text, f"{key}: the date brings its own full stop"


@every_language
def test_where_money_is_earned_or_stars_nobody_hears_of_points(language: str) -> None:
    """But what is typed, or a file says, is called as it is."""
    usual = TEXTS.label(language, "points-usual")
    files = re.compile(
        r"word-|fault|points-usual|broadcast-ask-text|.*-unknown-field|surveys-how|error-unit"
    )
    stars = {code: dict.fromkeys(FORMS, "★") for code in LANGUAGES}
    for program in (MONEY, PROGRAM.model_copy(update={"points": stars})):
        told = [key for key in shapes(language) if not files.match(key)]
        texts = {key: said(language, key, program=program).casefold() for key in told}
        heard = [key for key, text in texts.items() if usual in text.replace("баланс", "")]
        assert heard == []


@every_language
def test_no_file_has_isolating_signs(language: str) -> None:
    for path in (Path(locales.__file__).parent / language).glob("*.ftl"):
        assert not ISOLATES.search(path.read_text(encoding="utf-8")), path


@every_language
def test_each_word_that_can_be_typed_is_understood_as_itself(language: str) -> None:
    """So none stands for two words of one side, none is longer than what is looked at."""
    for name, word in WORDS.items():
        may: May = (lambda role: True) if word.role else may_nothing
        for alias in TEXTS.words(language, f"word-{name}"):
            recognised = VOCABULARY.recognise(alias, language, may)
            assert recognised, alias
            assert (recognised.word.name, recognised.args) == (name, []), alias


@every_language
@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("history-hint", "why"),
        ("menu-why", "why"),
        ("menu-redeem", "redeem"),
        ("rewards-hint", "redeem"),
        ("rewards-line", "redeem"),
    ],
)
def test_what_a_hint_tells_to_write_is_understood(language: str, key: str, word: str) -> None:
    tokens = re.sub(r"[^\w\s]+", " ", said(language, key)).split()
    endings = [" ".join(tokens[start:]) for start in range(len(tokens))]
    recognised = [VOCABULARY.recognise(ending, language) for ending in endings]

    assert word in [one.word.name for one in recognised if one and len(one.args) == 1]


# Numbers, dates, sums


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["1 point", "2 points", "5 points", "21 points", "101 points"]),
        ("uk", ["1 бал", "2 бали", "5 балів", "21 бал", "101 бал"]),
        ("ru", ["1 балл", "2 балла", "5 баллов", "21 балл", "101 балл"]),
        ("pl", ["1 punkt", "2 punkty", "5 punktów", "21 punktów", "101 punktów"]),
        ("ro", ["1 punct", "2 puncte", "5 puncte", "21 de puncte", "101 puncte"]),
    ],
)
def test_points_take_the_plural_form_of_their_number(language: str, shown: list[str]) -> None:
    assert [show_points(number, language, PROGRAM) for number in NUMBERS] == shown


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 0, "0 points"),
        ("uk", 12, "12 балів"),
        ("ru", 112, "112 баллов"),
        ("pl", 22, "22 punkty"),
        ("ro", 0, "0 puncte"),
        ("ro", 20, "20 de puncte"),
        ("ro", 119, "119 puncte"),
        ("uk", -1, "-1 бал"),
        ("pl", 1234, "1\N{NO-BREAK SPACE}234 punkty"),
    ],
)
def test_the_hundreds_the_teens_and_nothing(language: str, number: int, shown: str) -> None:
    assert show_points(number, language, PROGRAM) == shown


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "points"), ("uk", "бала"), ("ru", "балла"), ("pl", "punktu"), ("ro", "puncte")],
)
def test_a_fraction_has_a_form_too(language: str, name: str) -> None:
    """One and a half: Slavic languages say it as they say "of a point"."""
    form = Locale.parse(language).plural_form(Decimal("1.5"))

    assert PROGRAM.points[language][form] == name


@pytest.mark.parametrize(
    ("language", "day", "birthday", "euros"),
    [
        ("en", "24 December 2026", "29 February", "€1,234.50"),
        ("uk", "24 грудня 2026 р.", "29 лютого", "1 234,50 €"),
        ("ru", "24 декабря 2026 г.", "29 февраля", "1 234,50 €"),
        ("pl", "24 grudnia 2026", "29 lutego", "1 234,50 €"),
        ("ro", "24 decembrie 2026", "29 februarie", "1.234,50 €"),
    ],
)
def test_dates_and_sums_are_written_as_in_the_language(
    language: str, day: str, birthday: str, euros: str
) -> None:
    def shown(value: Shown) -> str:
        text = TEXTS.say(language, "profile-name", {"name": value}, PROGRAM)
        return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")

    assert shown(date(2026, 12, 24)) == day
    assert shown(datetime(2026, 12, 23, 22, 30, tzinfo=UTC)) == day, "it is past midnight there"
    assert shown(Birthday(day=29, month=2)) == birthday
    assert shown(Money(123450, "EUR")) == euros
