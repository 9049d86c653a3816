"""Words: the only place that knows Fluent and Babel. Keys and values go in, sentences come out."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentSerializer

from bot.conversation.messages import Answer, Button, Line, Shown, Spoken, SpokenButton
from bot.pictures import qr_png
from core.model import Birthday, Money, Points, Title
from core.money import to_decimal
from core.program.checking import LANGUAGES
from core.program.schema import Program

SAID_AGAIN = 4096  # how many formatted values are remembered
FORMATS = {"en": "en_GB"}  # days before months, as a birthday is typed


class Texts:
    """Every sentence in every language, checked when it is said: a missing variable is our bug."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = bundles
        self._labels: dict[tuple[str, str], str] = {}

    @classmethod
    @cache
    def load(cls) -> "Texts":
        """Read locales/<language>/*.ftl, also from an installed wheel."""
        return cls({language: _bundle(language) for language in LANGUAGES})

    def say(self, language: str, key: str, values: Mapping[str, Shown], program: Program) -> str:
        """The sentence in that language, values shown as the program and the language have it."""
        if not values:
            return self.label(language, key)
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value
        assert pattern, key  # noqa: S101 test_locales keeps every key in every language
        shown = {name: self._show(value, language, program) for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, shown)
        assert not errors, (key, errors)  # noqa: S101 same
        return str(text)

    def label(self, language: str, key: str) -> str:
        """A text that shows no values, e.g. the description of a command."""
        if (known := self._labels.get((language, key))) is not None:
            return known
        pattern = self._bundles[language].get_message(key).value
        assert pattern, key  # noqa: S101 test_locales keeps every key in every language
        text, errors = self._bundles[language].format_pattern(pattern)
        assert not errors, (key, errors)  # noqa: S101 same
        return self._labels.setdefault((language, key), str(text))

    def words(self, language: str, key: str) -> list[str]:
        """The words of a comma-separated list, e.g. what can be typed for "points"."""
        return [word.strip() for word in self.label(language, key).split(",")]

    @staticmethod
    @cache
    def months(language: str) -> Mapping[str, int]:
        """The months' names in small letters, in full and short, as they stand after a day."""
        return {
            name.lower().rstrip("."): month
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for month, name in get_month_names(width, context, _locale(language)).items()
        }

    def version(self, language: str, key: str) -> str:
        """Which wording that is, e.g. "consent-offers/uk/3f2a91c0": the proof of what was shown."""
        source = _source(language, key)
        return f"{key}/{language}/{sha256(source.encode()).hexdigest()[:8]}"

    def word(self, language: str, answer: Answer, program: Program) -> Spoken:
        """Put a whole answer in words. Draws its QR code: not to be called in a transaction."""
        lines = (self.say(language, line.key, line.values, program) for line in answer.lines)
        return Spoken(
            text="\n".join(lines),
            buttons=tuple(
                tuple(self._button(language, button, program) for button in row)
                for row in answer.buttons
            ),
            picture=qr_png(answer.qr) if answer.qr else None,
            document=answer.document,
            replaces=answer.replaces,
        )

    def _show(self, value: Shown, language: str, program: Program) -> str | int:
        """One value as people of that language write it; whole numbers stay so, for plurals."""
        match value:
            case Points(count):
                return show_points(count, language, program)
            case Money(minor, currency):
                return _money(minor, currency, language)
            case Decimal():
                return format_decimal(value, locale=_locale(language))
            case Title():
                return value.in_language(language)
            case Line(key, values):
                return self.say(language, key, values, program)
            case Birthday():
                day = date(2000, value.month, value.day)  # a leap year: it has every day
                return format_skeleton("MMMMd", day, locale=_locale(language))
            case datetime():
                day = value.astimezone(ZoneInfo(program.timezone)).date()
                return _date(day, language)
            case date():
                return _date(value, language)
            case _:
                return value

    def _button(self, language: str, button: Button, program: Program) -> SpokenButton:
        def say(line: Line) -> str:
            return self.say(language, line.key, line.values, program)

        url = button.url + quote(say(button.url_text), safe="") if button.url_text else button.url
        return SpokenButton(
            label=say(button.label),
            command=button.command,
            url=url,
            asks_contact=button.asks_contact,
        )


def show_points(count: int, language: str, program: Program) -> str:
    """A number of points in the program's own word, in the plural form the number takes."""
    number, form = _number(count, language)
    forms = program.points[language]
    return f"{number} {forms.get(form) or forms['other']}"


# Babel takes some 50 µs for each; the same few numbers and days are said over and over.


@lru_cache(maxsize=SAID_AGAIN)
def _number(count: int, language: str) -> tuple[str, str]:
    """The number as it is written, and the plural form it takes."""
    locale = _locale(language)
    return format_decimal(count, locale=locale), locale.plural_form(abs(count))


@lru_cache(maxsize=SAID_AGAIN)
def _money(minor: int, currency: str, language: str) -> str:
    # Babel's digits are those in use (CLDR); ours are the currency's own (ISO 4217)
    return format_currency(
        to_decimal(minor, currency), currency, locale=_locale(language), currency_digits=False
    )


@lru_cache(maxsize=SAID_AGAIN)
def _date(day: date, language: str) -> str:
    return format_date(day, "long", locale=_locale(language))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(FORMATS.get(language, language))


def _bundle(language: str) -> FluentBundle:
    # Isolating signs (U+2068, U+2069) would make every SMS UCS-2 and show as boxes on old phones.
    bundle = FluentBundle([language], use_isolating=False)
    for source in _sources(language):
        bundle.add_resource(FluentResource(source))
    return bundle


def _sources(language: str) -> list[str]:
    folder = files("locales") / language
    found = [path for path in folder.iterdir() if path.name.endswith(".ftl")]
    return [path.read_text("utf-8") for path in sorted(found, key=lambda path: path.name)]


@cache
def _source(language: str, key: str) -> str:
    for text in _sources(language):
        for entry in FluentResource(text).body:
            if getattr(getattr(entry, "id", None), "name", "") == key:
                return FluentSerializer().serialize_entry(entry)
    raise KeyError(key)
