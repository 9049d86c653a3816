"""What a single value of a program file may be, and what to say of one that can't."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from core.model import Title
from core.money import CURRENCIES, digits
from core.program.fault import Fault, Wrong, fault
from core.program.toml import shown

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "pl": "Polish", "ro": "Romanian"}
FORMS = ("one", "few", "many", "other")
FORMS_OF = {  # CLDR's plural categories
    "en": ("one", "other"),
    "uk": ("one", "few", "many", "other"),
    "ru": ("one", "few", "many", "other"),
    "pl": ("one", "few", "many", "other"),
    "ro": ("one", "few", "other"),
}
TITLE_MAX = 64
WORD_MAX = 32

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is near; nothing when none is."""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def suggestion(word: str, known: Iterable[str]) -> Fault | str:
    """`; did you mean "…"?` when a known word is near, else nothing."""
    near = nearest(word, known)
    return fault("fault-near", word=near) if near else ""


def too_fine(amount: Decimal, currency: str, field: str = "") -> Fault:
    """The sum has more decimals than the currency."""
    places = digits(currency)
    example = f'"{amount:.{places}f}"'
    return fault(
        "fault-too-fine",
        currency=currency,
        places=places,
        example=f"{field} = {example}" if field else example,
        found=str(amount),
    )


def plain_text(text: str) -> str:
    """Refuse what no title or name needs: line breaks, control characters, spaces at the ends."""
    if not text.isprintable():
        raise Wrong(fault("fault-one-line"))
    if text != text.strip():
        raise Wrong(fault("fault-spaces"))
    return text


def known_language(code: str) -> str:
    """Refuse languages the bot has no texts in."""
    if code not in LANGUAGES:
        raise Wrong(fault("fault-language", code=code, languages=", ".join(LANGUAGES)))
    return code


def known_form(form: str) -> str:
    """Refuse what is no plural form."""
    if form not in FORMS:
        raise Wrong(fault("fault-form", form=form, forms=", ".join(FORMS)))
    return form


def known_currency(code: str) -> str:
    """Refuse what ISO 4217 does not know."""
    if code not in CURRENCIES:
        near = suggestion(code.upper(), [code.upper()] if code.upper() in CURRENCIES else [])
        raise Wrong(fault("fault-currency", code=code, near=near))
    return code


def known_timezone(name: str) -> str:
    """Refuse what the IANA database does not know."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        near = suggestion(name, available_timezones())
        raise Wrong(fault("fault-timezone", name=name, near=near)) from None
    return name


def decimal_from(value: object) -> Decimal:
    """Read an exact number: text or a whole number, never a float."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, float):
        text = f"{value:.2f}" if round(value, 2) == value else repr(value)
        raise Wrong(fault("fault-float", example=f'"{text}"'))
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return Decimal(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value.replace(",", ".")):
        example = value.replace(",", ".")
        raise Wrong(fault("fault-comma", example=f'"{example}"'))
    raise Wrong(fault("fault-number", found=shown(value)))


def title_from(value: object) -> Title:
    """Read a name: one text for all languages, or one per language."""
    if isinstance(value, Title):
        return value
    texts = {"": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or not texts:
        raise Wrong(fault("fault-title", example='{en = "Coffee", uk = "Кава"}'))
    for language, text in texts.items():
        if language:
            known_language(language)
        if not isinstance(text, str) or not 0 < len(text) <= TITLE_MAX:
            raise Wrong(fault("fault-title-length", most=TITLE_MAX))
        plain_text(text)
    return Title(dict(texts))


def title_as_written(title: Title) -> str | dict[str, str]:
    """Give back what title_from was given."""
    return title.texts[""] if set(title.texts) == {""} else dict(title.texts)


def day_of_year(text: str) -> str:
    """Refuse what is no day of every year: month and day, "03-01"."""
    try:
        date.fromisoformat(f"2001-{text}")
    except ValueError:
        raise Wrong(fault("fault-day")) from None
    return text
