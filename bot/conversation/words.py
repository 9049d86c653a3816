"""The words people can say, and how what they typed is recognised."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import chain

from bot.conversation.messages import Answer, Button
from bot.conversation.request import NONCE_MARK, Request
from bot.conversation.texts import Texts
from core.model import Role
from core.program.schema import Program
from core.program.values import LANGUAGES

UNSEEN = ("Mn", "Mc", "Me", "Cf")  # accents, and what only joins, parts or turns letters
Handler = Callable[[Request], Answer]
WORDS_IN_ALIAS_MAX = 5  # a picture before them counts too: "🔔 What I write about"
NEAR_WORDS_MAX, NEAR_MIN, NEAR_MAX = 3, 4, 24
NEARLY = 0.8  # of the letters, in order
KNOWN = ":"  # in an open question, before each of the words that its answer comes after
NONCE = re.compile(rf"{NONCE_MARK}[0-9a-f]{{8}}")


def always(program: Program) -> bool:
    """What programs have a use for that most words belong to."""
    return True


def nobody(request: Request) -> bool:
    """Who has a use for most words in a program that has none."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One thing that can be said."""

    name: str  # in English: the command, the first word of a button, the key of its labels
    handler: Handler
    reads: bool  # changes nothing: answered from a snapshot, without waiting for writers
    menu: bool  # shown in the list of commands
    taking_part: bool  # of use only to who has not left: others are told how to come back
    though_blocked: bool = False  # who is blocked may say it too: their rights, and their say
    role: Role | None = None  # whose word it is: to who has less it does not exist
    pictured: bool = False  # a picture alone answers its question
    prose: bool = False  # its question takes any words, also those that begin like a command
    but: tuple[str, ...] = ()  # the words after it with which it changes something all the same
    shows: tuple[str, ...] = ()  # the words after it with which it does not
    otherwise: str = ""  # the word that is meant if something else follows
    offered: Callable[[Program], bool] = always  # else nothing leads to it: it would lead nowhere
    still: Callable[[Request], bool] = nobody  # who has something left of an earlier program
    at_counter: bool = False  # the staff has a use for it in any program

    def meant(self, args: list[str]) -> "Word":
        """It, or the word that takes what else may follow."""
        if not self.otherwise or not args or args[0] in (*self.but, *self.shows):
            return self
        return WORDS[self.otherwise]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was recognised in a text."""

    word: Word
    args: list[str]
    text: str
    nonce: str = ""


WORDS: dict[str, Word] = {}

May = Callable[[Role], bool]
"""Whether the person may say the words of that role."""


def may_nothing(role: Role) -> bool:
    """What everybody may who does not work here."""
    return False


def may_all(role: Role) -> bool:
    """What may be said by somebody."""
    return True


def word(
    name: str,
    *,
    reads: bool = False,
    menu: bool = True,
    taking_part: bool = False,
    though_blocked: bool = False,
    role: Role | None = None,
    pictured: bool = False,
    prose: bool = False,
    but: tuple[str, ...] = (),
    shows: tuple[str, ...] = (),
    otherwise: str = "",
    offered: Callable[[Program], bool] = always,
    still: Callable[[Request], bool] = nobody,
    at_counter: bool = False,
) -> Callable[[Handler], Handler]:
    """Register the handler of a word."""

    def register(handler: Handler) -> Handler:
        WORDS[name] = Word(
            name=name,
            handler=handler,
            reads=reads,
            menu=menu,
            taking_part=taking_part,
            though_blocked=though_blocked,
            role=role,
            pictured=pictured,
            prose=prose,
            but=but,
            shows=shows,
            otherwise=otherwise,
            offered=offered,
            still=still,
            at_counter=at_counter,
        )
        return handler

    return register


class Vocabulary:
    """Recognises words: English everywhere, the person's own language first, then any other."""

    def __init__(self, texts: Texts) -> None:
        words = tuple(WORDS)
        self._aliases = {one: _aliases(texts, one, words) for one in LANGUAGES}

    def recognise(self, text: str, language: str, may: May = may_nothing) -> Said | None:
        """The word a text begins with, or None. The longest match wins: "my points" before "my"."""
        tokens = text.strip().removeprefix("/").split()
        nonce = tokens.pop() if tokens and NONCE.fullmatch(tokens[-1]) else ""
        for length in range(min(len(tokens), WORDS_IN_ALIAS_MAX), 0, -1):
            name = self._find(plain(" ".join(tokens[:length])), language, may)
            if name:
                args = tokens[length:]
                rest = text.strip().split(maxsplit=length)[length:]
                meant = WORDS[name].meant(args)
                return Said(word=meant, args=args, text=rest[0] if rest else "", nonce=nonce)
        return None

    def near(self, text: str, language: str, program: Program, may: May) -> str | None:
        """
        What was perhaps meant by a text that begins with no word of ours, but nearly: the same
        with the word that the person has for it.
        """
        tokens = text.strip().removeprefix("/").split()
        if len(tokens) > NEAR_WORDS_MAX:
            return None
        known = [
            alias
            for alias, names in chain(self._aliases[language].items(), self._aliases["en"].items())
            if any(is_for(WORDS[name], may) and WORDS[name].offered(program) for name in names)
        ]
        for length in range(min(len(tokens), NEAR_WORDS_MAX), 0, -1):
            typed = plain(" ".join(tokens[:length]))
            if NEAR_MIN <= len(typed) <= NEAR_MAX:
                for alias in get_close_matches(typed, known, n=1, cutoff=NEARLY):
                    return " ".join([alias, *tokens[length:]])
        return None

    def _find(self, plain: str, language: str, may: May) -> str | None:
        """What it means to the person: what is said at the counter goes before a member's word."""
        if plain in WORDS and is_for(WORDS[plain], may):
            return plain
        for aliases in (self._aliases[language], *self._aliases.values()):
            able = [name for name in aliases.get(plain, ()) if is_for(WORDS[name], may)]
            if able:
                return max(able, key=lambda name: WORDS[name].role is not None)
        return None


def menu(
    texts: Texts, language: str, program: Program, role: Role | None = None
) -> list[tuple[str, str]]:
    """The commands to show in a channel's menu, with their descriptions; a role's own first."""
    listed = [one for one in WORDS.values() if one.menu]
    own = [one for one in listed if one.role and role and role.covers(one.role)]
    shown = [*own, *(one for one in listed if not one.role and has(program, one, role=role))]
    return [(one.name, texts.label(language, told(one, role), program)) for one in shown]


def told(word: Word, role: Role | None) -> str:
    """The key of what the word does, for who has that role."""
    return f"menu-{word.name}-counter" if role and word.at_counter else f"menu-{word.name}"


def is_for(word: Word, may: May) -> bool:
    """Whether the word exists for the person."""
    return word.role is None or may(word.role)


def has(program: Program, word: Word, *, role: Role | None = None) -> bool:
    """Whether there is a use for the word in the program, for who has that role."""
    return word.offered(program) or (word.at_counter and role is not None)


def offered(
    rows: tuple[tuple[Button, ...], ...], program: Program, request: Request | None = None
) -> tuple[tuple[Button, ...], ...]:
    """The buttons without those for words that neither program nor person has a use for."""
    kept = (tuple(one for one in row if leads_on(one.command, program, request)) for row in rows)
    return tuple(row for row in kept if row)


def leads_on(command: str, program: Program, request: Request | None = None) -> bool:
    """Whether a button's command is of use; a link always is."""
    word = WORDS.get(command.partition(" ")[0])
    if word is None or word.at_counter or word.offered(program):
        return True
    return request is not None and word.still(request)


@cache
def _aliases(texts: Texts, language: str, words: tuple[str, ...]) -> Mapping[str, list[str]]:
    """What can be typed for which words: one of the staff's may share it with a member's."""
    found: dict[str, list[str]] = {}
    for name in words:
        for alias in texts.words(language, f"word-{name}"):
            found.setdefault(plain(alias), []).append(name)
    return found


def plain(typed: str) -> str:
    """Without case, accents, decoration and final punctuation: "⭐ Points!" is "points"."""
    letters = unicodedata.normalize("NFKD", typed.casefold())
    bare = "".join(sign for sign in letters if unicodedata.category(sign) not in UNSEEN)
    return re.sub(r"^[^\w]+|[^\w]+$", "", bare)
