"""Sums of money as cashiers type them: "249,90", "1 249.90 ₴", "£5"."""

import re
from collections.abc import Mapping

from core.errors import AmountNotUnderstood
from core.money import digits

FIGURES = re.compile(r"[0-9]+(?:[.,' ][0-9]+)*")
CALLED: Mapping[str, tuple[str, ...]] = {
    "грн": ("UAH",), "гривень": ("UAH",), "₴": ("UAH",),
    "руб": ("RUB",), "р": ("RUB",), "₽": ("RUB",),
    "zł": ("PLN",), "zl": ("PLN",), "lei": ("RON", "MDL"), "leu": ("RON", "MDL"),
    "l": ("RON", "MDL"), "€": ("EUR",), "£": ("GBP",), "¥": ("JPY", "CNY"), "₺": ("TRY",),
    "$": ("USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD"),
}  # fmt: skip
"""What currencies are called beside their codes, and their signs."""
THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*")
TYPED_MAX = 40
SUM_MAX = 10**11 - 1  # minor units: no till takes more, and it fits a button with all it says


def minor_typed(typed: str, currency: str) -> int:
    """The sum in minor units, more than nothing. Raises AmountNotUnderstood."""
    text = " ".join(typed.split())  # narrow and fixed spaces too
    found = FIGURES.search(text)
    if found is None or len(text) > TYPED_MAX:
        raise AmountNotUnderstood
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    if not (_is_ours(before, currency) and _is_ours(after, currency)):
        raise AmountNotUnderstood
    minor = _minor(found[0], digits(currency))
    if not 0 < minor <= SUM_MAX:
        raise AmountNotUnderstood
    return minor


def is_amount(typed: str, currency: str) -> bool:
    """Whether it can be read as a sum."""
    try:
        return minor_typed(typed, currency) > 0
    except AmountNotUnderstood:
        return False


def _is_ours(text: str, currency: str) -> bool:
    """Whether it is nothing, or the currency: another one's sum must not be taken for ours."""
    name = text.casefold().removesuffix(".")
    return name.upper() in ("", currency) or currency in CALLED.get(name, ())


def _minor(figures: str, places: int) -> int:
    """The last sign between figures is the decimal one, unless three figures follow it."""
    whole, mark, part = figures, "", ""
    if found := re.search(r"([.,])([0-9]+)$", figures):
        whole, mark, part = figures[: found.start()], found[1], found[2]
    if mark and (len(part) > places or mark in whole):
        whole, part = figures, ""  # "1.249" are thousands
    if not (whole.isdecimal() or THOUSANDS.fullmatch(whole)):
        raise AmountNotUnderstood
    plain = re.sub(r"[^0-9]", "", whole)
    return int(plain + part.ljust(places, "0"))
