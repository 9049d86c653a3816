"""Sentences are read one by one, and are what Fluent reads in their whole files."""

from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, Term

from bot.conversation.sentences import Sentences, entries
from core.program.values import LANGUAGES

DIALECT = """
### The whole file

## A part
# What the translator should know,
# in two lines.
shown = { $count ->
    [one] One

    #tag
   *[other] { $count } of { -brand }
}
# No word of it is said.

plain = A word, and { shown-not }
shown-not = another
    .title = with an attribute
-brand = Café
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_what_fluent_reads_in_its_file(language: str) -> None:
    known = Sentences.load(language)
    files_of = [path for path in (files("locales") / language).iterdir() if path.is_file()]
    whole = _whole("\n".join(path.read_text("utf-8") for path in files_of))

    assert {key: known.source(key) for key in known.written} == whole


def test_an_entry_ends_where_the_next_or_its_comment_begins() -> None:
    cut = dict(entries(DIALECT))
    known = Sentences("en", cut)

    assert {key: known.source(key) for key in cut} == _whole(DIALECT)


def test_a_sentence_brings_those_it_refers_to() -> None:
    known = Sentences("en", dict(entries(DIALECT)))

    assert known.plain("plain") == known.say("plain") == "A word, and another"
    assert known.say("shown", {"count": 2}) == "2 of Café"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_sentence_is_the_same_without_a_bundle(language: str) -> None:
    known = Sentences.load(language)
    plain = [key for key, text in known.written.items() if "{" not in text and key[0] != "-"]

    assert {key: known.plain(key) for key in plain} == {key: known.say(key) for key in plain}


def _whole(text: str) -> dict[str, str]:
    """Each entry as Fluent reads it in the whole text."""
    found = FluentParser().parse(text).body
    named = [entry for entry in found if isinstance(entry, Message | Term)]
    return {
        f"{'-' * isinstance(entry, Term)}{entry.id.name}": FluentSerializer().serialize_entry(entry)
        for entry in named
    }
