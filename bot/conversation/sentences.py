"""
Sentences: the only place that knows Fluent. A sentence is read when it is first said.

To read all of five languages at the start took half a second and 24 MiB, and most shops speak one
or two of them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import EntryType, Message, Resource, TextElement

# A message or term begins a line, after its comments; what goes on does not begin as one does.
ENTRY = re.compile(r"(?:#.*\n)*(-?[a-zA-Z][\w-]*) *=.*(?:\n(?![#a-zA-Z-]).*)*", re.MULTILINE)
BALANCE = "balance"  # the attribute of a sentence for who has a balance rather than points
REFERENCE = re.compile(r"\{\s*(-?[a-z][\w-]*)")


class Sentences:
    """Every sentence of one language, each as it is written until it is said."""

    def __init__(self, language: str, written: Mapping[str, str]) -> None:
        self.written = written
        self._with_balance = {key for key, text in written.items() if f".{BALANCE} =" in text}
        self._known: set[str] = set()
        self._sources: dict[str, str] = {}
        self._language = language

    @classmethod
    def load(cls, language: str) -> "Sentences":
        """Those of locales/<language>/*.ftl, also from an installed wheel."""
        folder = files("locales") / language
        found = [path for path in folder.iterdir() if path.name.endswith(".ftl")]
        written: dict[str, str] = {}
        for path in sorted(found, key=lambda path: path.name):
            for key, text in entries(path.read_text("utf-8")):
                written.setdefault(key, text)  # the first counts, as it does for Fluent
        return cls(language, written)

    def has_balance(self, key: str) -> bool:
        """Whether the sentence is worded otherwise where no points are earned by that name."""
        return key in self._with_balance

    def say(self, key: str, values: dict[str, Any] | None = None, *, balance: bool = False) -> str:
        """
        The sentence with these values, or its .balance. One that is not there, or lacks a value, is
        our bug.
        """
        if key not in self._known:
            self._read(key)
        message = self._bundle.get_message(key)
        pattern = message.attributes[BALANCE] if balance else message.value
        assert pattern, key  # noqa: S101 test_locales keeps every key in every language
        text, errors = self._bundle.format_pattern(pattern, values)
        assert not errors, (key, errors)  # noqa: S101 same
        return str(text)

    def plain(self, key: str, *, balance: bool = False) -> str:
        """
        A sentence, or its .balance, that shows no values. It can be read without a bundle, as the
        words of every language are at the start: a bundle loads what Babel knows of the language,
        1 to 4 MiB.
        """
        entry = self._parsed(key)
        assert isinstance(entry, Message)  # noqa: S101 same
        found = [one.value for one in entry.attributes] if balance else [entry.value]
        parts = found[0].elements if found[0] else []
        texts = [part.value for part in parts if isinstance(part, TextElement)]
        return "".join(texts) if len(texts) == len(parts) > 0 else self.say(key, balance=balance)

    @cached_property
    def _bundle(self) -> FluentBundle:
        # Isolating signs (U+2068, U+2069) would make every SMS UCS-2 and show as boxes on old
        # phones.
        return FluentBundle([self._language], use_isolating=False)

    def source(self, key: str) -> str:
        """The sentence as translators write it, in Fluent's own spacing."""
        if key not in self._sources:
            self._sources[key] = FluentSerializer().serialize_entry(self._parsed(key))
        return self._sources[key]

    def _read(self, key: str) -> None:
        """Make the sentence known with those it refers to; threads may do so at once."""
        wanted, found = [key], dict[str, EntryType]()
        while wanted:
            name = wanted.pop()
            if name in self.written and name not in found:
                found[name] = self._parsed(name)
                wanted += REFERENCE.findall(self.written[name])
        self._bundle.add_resource(Resource([*found.values()]))
        self._known.update(found)

    def _parsed(self, key: str) -> EntryType:
        *_, entry = FluentParser(with_spans=False).parse(self.written[key]).body
        return entry


def entries(text: str) -> Iterator[tuple[str, str]]:
    """The messages and terms of a file: the name of each, and it as it is written."""
    return ((entry[1], entry[0]) for entry in ENTRY.finditer(text))
