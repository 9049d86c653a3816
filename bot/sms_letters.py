"""The letters of text messages: the GSM-7 alphabet, what stands for what it lacks, and parts."""

import re
import unicodedata
from collections.abc import Iterable

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")  # an escape and a sign: two of the alphabet's places
GSM_ALONE, GSM_PART = 160, 153  # septets
UCS2_ALONE, UCS2_PART = 70, 67  # UTF-16 units

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " "),
        **dict.fromkeys("•·∙", "-"),
        "…": "...",
        "→": "->",
        "←": "<-",
        "×": "x",
        "№": "No ",
        "✅": "[x]",
        "⬜": "[ ]",
    }
)
_DRAWN = ("So", "Sk", "Cf", "Co", "Cs", "Mn")  # emoji, their colours and glue
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ie",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip
_UKRAINIAN = {**_CYRILLIC, "г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia"}
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATIN = {"ł": "l", "đ": "d", "ħ": "h", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"}


def plain(text: str) -> str:
    """
    The text without what is only decoration in a text message: emoji, curly quotes, hard spaces.

    One such sign would more than halve what fits a part.
    """
    letters = unicodedata.normalize("NFC", text).translate(_PLAIN)
    kept = (one for one in letters if one in EXTENDED or unicodedata.category(one) not in _DRAWN)
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(kept).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def transliterated(text: str, *, ukrainian: bool) -> str:
    """Cyrillic and accented letters in those of GSM-7; what has no such letters stays."""
    return "".join(_words(text, ukrainian=ukrainian))


def is_ukrainian(text: str) -> bool:
    """Whether some of its letters are Ukrainian alone: others of it are read otherwise then."""
    return bool(re.search("[іїєґІЇЄҐ]", text))


def _words(text: str, *, ukrainian: bool) -> Iterable[str]:
    table = _UKRAINIAN if ukrainian else _CYRILLIC
    before, last = "", len(text) - 1
    for place, letter in enumerate(text):
        small = letter.lower()
        found = table.get(small)
        if ukrainian and not before.isalpha() and small in _UKRAINIAN_FIRST:
            found = _UKRAINIAN_FIRST[small]
        if ukrainian and small == "г" and before.lower() == "з":
            found = "gh"
        if found is None:
            yield _bare(letter)
        elif letter == small:
            yield found
        else:
            loud = (place < last and text[place + 1].isupper()) or before.isupper()
            yield found.upper() if loud else found.capitalize()
        before = letter


def _bare(letter: str) -> str:
    if letter in BASIC or letter in EXTENDED:
        return letter
    if (known := _LATIN.get(letter.lower())) is not None:
        return known if letter.islower() else known.capitalize()
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base in BASIC else letter


def is_gsm(text: str) -> bool:
    """Whether every sign is in the GSM-7 alphabet or its extension."""
    return all(sign in BASIC or sign in EXTENDED for sign in text)


def parts_of(text: str) -> int:
    """As how many parts the text is sent and paid for; an empty one is one."""
    gsm = is_gsm(text)
    alone, part = (GSM_ALONE, GSM_PART) if gsm else (UCS2_ALONE, UCS2_PART)
    places = [_places(sign, gsm=gsm) for sign in text]
    if sum(places) <= alone:
        return 1
    parts, room = 1, part
    for needed in places:  # a sign of two places is not split over two parts
        if needed > room:
            parts, room = parts + 1, part
        room -= needed
    return parts


def _places(sign: str, *, gsm: bool) -> int:
    if gsm:
        return 2 if sign in EXTENDED else 1
    return 2 if ord(sign) > 0xFFFF else 1
