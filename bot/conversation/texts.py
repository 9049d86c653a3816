"""Words: the only place that knows Fluent. Keys and values go in, sentences come out."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentSerializer

from bot.conversation.charting import drawn
from bot.conversation.formats import month_names, show_list, show_value
from bot.conversation.messages import (
    Answer,
    Button,
    Filled,
    Invoice,
    Line,
    Shown,
    Spoken,
    SpokenButton,
    SpokenInvoice,
)
from bot.pictures import qr_png
from core.program.explaining import Listed, Sentence
from core.program.schema import Program
from core.program.values import LANGUAGES
from core.program.wordings import filled


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
    def months(language: str) -> Mapping[str, int]:
        """The months' names in small letters, in full and short, as they stand after a day."""
        return month_names(language)

    def version(self, language: str, key: str) -> str:
        """Which wording that is, e.g. "consent-offers/uk/3f2a91c0": the proof of what was shown."""
        source = _source(language, key)
        return f"{key}/{language}/{sha256(source.encode()).hexdigest()[:8]}"

    def word(
        self, language: str, answer: Answer, program: Program, *, pictures: bool = True
    ) -> Spoken:
        """Put a whole answer in words. With pictures it is not to be called in a transaction."""
        lines = (self.say(language, line.key, line.values, program) for line in answer.lines)
        return Spoken(
            text="\n".join(lines),
            buttons=tuple(
                tuple(self._button(language, button, program) for button in row)
                for row in answer.buttons
            ),
            picture=self._picture(language, answer, program) if pictures else None,
            code=answer.qr or "",
            photo=answer.photo,
            document=answer.document,
            replaces=answer.replaces,
            ending=self._line(language, answer.ending, program),
            invoice=self._invoice(language, answer.invoice, program) if answer.invoice else None,
            settlement=answer.settlement,
            otherwise=self.word(language, answer.otherwise, program) if answer.otherwise else None,
        )

    def _picture(self, language: str, answer: Answer, program: Program) -> bytes | None:
        def say(line: Line) -> str:
            return self.say(language, line.key, line.values, program)

        if answer.chart:
            return drawn(answer.chart, language, program.currency, say)
        return qr_png(answer.qr) if answer.qr else None

    def _line(self, language: str, line: Line | None, program: Program) -> str:
        return self.say(language, line.key, line.values, program) if line else ""

    def _invoice(self, language: str, invoice: Invoice, program: Program) -> SpokenInvoice:
        def say(line: Line) -> str:
            return self.say(language, line.key, line.values, program)

        return SpokenInvoice(
            title=invoice.title.in_language(language),
            description=say(invoice.description),
            label=say(invoice.button),
            stars=invoice.stars,
            payload=invoice.payload,
            renews=invoice.renews,
        )

    def _show(self, value: Shown, language: str, program: Program) -> str | int:
        """One value as people of that language write it; whole numbers stay so, for plurals."""
        match value:
            case Line(key, values) | Sentence(key, values):
                return self.say(language, key, values, program)
            case Listed(items, any_of):
                shown = [str(self._show(item, language, program)) for item in items]
                return show_list(shown, language, any_of=any_of)
            case Filled(text, values):
                said = ((name, self._show(one, language, program)) for name, one in values.items())
                return filled(text, {name: str(one) for name, one in said})
            case int() | str():
                return value
            case _:
                return show_value(value, language, program)

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
