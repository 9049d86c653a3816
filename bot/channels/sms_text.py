"""What a text message shows of an answer: plain words, numbered buttons, no more parts than fit."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.conversation.clicks import bare
from bot.conversation.messages import Spoken, SpokenButton
from bot.sms_letters import is_gsm, is_ukrainian, parts_of, plain, transliterated

CHARACTERS_MAX = 1600  # Twilio takes no more (21617)
URL_MAX = 120
SHARING = "https://t.me/share/"  # opens another Telegram chat: of no use on any phone
CUT = "..."
MORE = "more"
"""The command of the choice that asks for the rest; no word of the conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text message: at most so many parts as asked for, what its numbers mean, what is left."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()  # label, command; the first is number 1
    rest: str = ""

    @property
    def parts(self) -> int:
        """As how many parts it is sent."""
        return parts_of(self.text)


def write(
    spoken: Spoken,
    *,
    parts: int,
    wished: int = 0,
    transliterate: bool = False,
    more: str = "",
) -> Written:
    """
    Put it in a text message of so many parts at most.

    Buttons that are mere words, which can be typed as well, make room while it has more parts than
    wished (0: than it may have). More is the label of the choice that asks for what does not fit;
    without it the rest is cut off. The ending stays whatever happens.
    """

    buttons = [button for row in spoken.buttons for button in row]
    ukrainian = is_ukrainian(" ".join([spoken.text, *(button.label for button in buttons)]))

    def letters(text: str) -> str:
        bare = plain(text)
        if not transliterate or is_gsm(bare):
            return bare
        return transliterated(bare, ukrainian=ukrainian)

    choices = [(letters(one.label), one.command) for one in buttons if one.command]
    body = letters("\n".join(_body(spoken, buttons)))
    page = _Page(ending=letters(spoken.ending), parts=parts, wished=wished or parts)
    return page.filled(body, choices, letters(more))


def _body(spoken: Spoken, buttons: Sequence[SpokenButton]) -> list[str]:
    lines = [spoken.text]
    if spoken.code and _packed(spoken.code) not in _packed(spoken.text):
        lines.append(spoken.code)
    links = [one.url for one in buttons if one.url and not one.url.startswith(SHARING)]
    return lines + [url for url in links if len(url) <= URL_MAX and url not in spoken.text]


def _packed(text: str) -> str:
    return re.sub(r"[\s-]", "", text).casefold()


@dataclass(frozen=True, slots=True)
class _Page:
    ending: str
    parts: int
    wished: int

    def filled(self, body: str, choices: list[tuple[str, str]], more: str) -> Written:
        """As much of the body as fits, then the choices that matter, then the ending."""
        shown = list(choices)
        while (spare := _last_mere_word(shown)) is not None and not self._is_wished(body, shown):
            del shown[spare]
        if self._fits(body, shown):
            return Written(text=self._text(body, shown), choices=tuple(shown))
        if more:
            return self._cut(body, [(more, MORE)], rest=True)
        while shown and not self._fits(_headed(body, 1), shown):
            shown.pop()
        return self._cut(body, shown, rest=False)

    def _cut(self, body: str, shown: list[tuple[str, str]], *, rest: bool) -> Written:
        end = _longest(len(body), lambda end: self._fits(_headed(body, end), shown))
        kept = _sensible(body, end)
        return Written(
            text=self._text(_headed(body, kept), shown),
            choices=tuple(shown),
            rest=body[kept:].strip() if rest else "",
        )

    def _text(self, body: str, choices: Sequence[tuple[str, str]]) -> str:
        numbered = (f"{place}. {label}" for place, (label, _) in enumerate(choices, 1))
        return "\n".join(line for line in (body, *numbered, self.ending) if line)

    def _is_wished(self, body: str, choices: Sequence[tuple[str, str]]) -> bool:
        return self._fits(body, choices) and parts_of(self._text(body, choices)) <= self.wished

    def _fits(self, body: str, choices: Sequence[tuple[str, str]]) -> bool:
        text = self._text(body, choices)
        return len(text) <= CHARACTERS_MAX and parts_of(text) <= self.parts


def _last_mere_word(choices: Sequence[tuple[str, str]]) -> int | None:
    places = [place for place, (_, command) in enumerate(choices) if " " not in bare(command)]
    return places[-1] if places else None


def _headed(body: str, end: int) -> str:
    return body[:end].rstrip() + ("" if end >= len(body) else CUT)


def _longest(length: int, fits: Callable[[int], bool]) -> int:
    """The most signs that fit, found by halving: every sign more takes more room."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _sensible(body: str, end: int) -> int:
    """Where to cut: after a line, else a sentence, else a word, if that keeps most of it."""
    if end >= len(body):
        return end
    for mark in ("\n", ". ", "! ", "? ", " "):
        place = body.rfind(mark, 0, end + 1)
        if place > end * 2 // 3:
            return place + (0 if mark in ("\n", " ") else 1)
    return end
