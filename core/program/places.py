"""Where in a TOML text a value stands. No TOML library says, so it is found by cutting the text."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from core.program.fault import Fault
from core.program.toml import SHOWN_MAX
from core.program.tree import Path

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_SYNTAX = (
    ("twice|overwrite|redefine|Duplicate|mutate", "fault-toml-twice"),
    ("Expected '='", "fault-toml-equals"),
    ("Expected newline", "fault-toml-one-a-line"),
    (
        "Unterminated|Unescaped|hex value|[Ii]nvalid character|Illegal character",
        "fault-toml-quotes",
    ),
    ("Unclosed|Expected '\\]", "fault-toml-brackets"),
    ("Invalid value|Invalid date", "fault-toml-value"),
)
"""What tomllib says, in English alone, by our own sentences."""


class Places:
    """
    The lines of one TOML text, asked for by path.

    A value begins on the line after the longest parseable cut that does not have it yet.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._cuts: dict[int, dict[str, Any] | None] = {}

    def line_of(self, path: Path) -> int:
        """The line where the value begins; for a missing one, where what should have it does."""
        while path and not _has(self._cut(len(self._lines)), path):
            path = path[:-1]
        if not path:
            return 1
        without, within = 0, len(self._lines)  # the cuts known not to have it, and to have it
        while within - without > 1:
            middle = (without + within) // 2
            cut = next((n for n in range(middle, without, -1) if self._cut(n) is not None), None)
            if cut is None:  # every cut down to `without` is inside a value
                cut = next((n for n in range(middle, within) if self._cut(n) is not None), None)
            if cut is None:
                break
            if _has(self._cut(cut), path):
                within = cut
            else:
                without = cut
        return without + 1

    def _cut(self, count: int) -> dict[str, Any] | None:
        """What the first lines say, also when they end between the entries of an array."""
        if count not in self._cuts:
            text = "\n".join(self._lines[:count])
            whole = _parsed(text)
            self._cuts[count] = _parsed(text + "\n]") if whole is None else whole
        return self._cuts[count]


def line_of_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, Fault]:
    """The line a syntax error is on, and what is wrong there."""
    found = _AT_LINE.search(str(error))
    line = int(found[1]) if found else max(1, len(text.rstrip().split("\n")))
    written = text.split("\n")[line - 1].strip()[:SHOWN_MAX]
    key = next((key for words, key in _SYNTAX if re.search(words, str(error))), "fault-toml")
    return line, Fault(key, (("written", written),))


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _has(data: object, path: Path) -> bool:
    for part in path:
        if isinstance(part, int):
            if not isinstance(data, list) or part >= len(data):
                return False
            data = data[part]
        elif not isinstance(data, Mapping) or part not in data:
            return False
        else:
            data = data[part]
    return True
