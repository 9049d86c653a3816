"""Words: keys and values go in, sentences come out."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from urllib.parse import quote

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
from bot.conversation.sentences import Sentences
from bot.pictures import qr_png
from core.program.explaining import Listed, Sentence
from core.program.schema import Program
from core.program.values import LANGUAGES
from core.program.wordings import filled


class Texts:
    """Every sentence in every language, checked when it is said: a missing variable is our bug."""

    def __init__(self, sentences: Mapping[str, Sentences]) -> None:
        self._sentences = sentences
        self._labels: dict[tuple[str, str, bool], str] = {}

    @classmethod
    @cache
    def load(cls) -> "Texts":
        """In every language there is."""
        return cls({language: Sentences.load(language) for language in LANGUAGES})

    def say(self, language: str, key: str, values: Mapping[str, Shown], program: Program) -> str:
        """The sentence in that language, values shown as the program and the language have it."""
        if not values:
            return self.label(language, key, program)
        shown = {name: self._show(value, language, program) for name, value in values.items()}
        balance = self._has_balance(language, key, program)
        return self._sentences[language].say(key, shown, balance=balance)

    def fill(self, language: str, key: str, shown: dict[str, str | int]) -> str:
        """The sentence in that language with values that are in words already."""
        return self._sentences[language].say(key, shown)

    def label(self, language: str, key: str, program: Program | None = None) -> str:
        """A text that shows no values, e.g. the description of a command."""
        place = language, key, program is not None and self._has_balance(language, key, program)
        if (known := self._labels.get(place)) is not None:
            return known
        label = self._sentences[language].plain(key, balance=place[2])
        return self._labels.setdefault(place, label)

    def words(self, language: str, key: str) -> list[str]:
        """The words of a comma-separated list, e.g. what can be typed for "points"."""
        return [word.strip() for word in self.label(language, key).split(",")]

    def words_anywhere(self, key: str) -> list[str]:
        """The same, in every language: people mix them."""
        return [word for language in LANGUAGES for word in self.words(language, key)]

    @staticmethod
    def months(language: str) -> Mapping[str, int]:
        """The months' names in small letters, in full and short, as they stand after a day."""
        return month_names(language)

    def version(self, language: str, key: str) -> str:
        """Which wording that is, e.g. "consent-offers/uk/3f2a91c0": the proof of what was shown."""
        source = self._sentences[language].source(key)
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

    def _has_balance(self, language: str, key: str, program: Program) -> bool:
        """Whether the sentence speaks of a balance: who earns money, or stars, has no points."""
        if not self._sentences[language].has_balance(key):
            return False
        if program.unit == "money":
            return True
        called = program.points.get(language, {}).get("other", "")
        return bool(called) and self.label(language, "points-usual") not in called.casefold()

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
