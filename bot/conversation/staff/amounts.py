"""Sums of money as cashiers type them: "249,90", "1 249.90 ₴", "£5"."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from core.money import digits
from core.staff_errors import AmountNotUnderstood

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
UNSURE = re.compile(r"([0-9]{1,3})[.,]([0-9]{3})")
TYPED_MAX = 40
SUM_MAX = 10**11 - 1  # minor units: no till takes more, and it fits a button with all it says


def minor_typed(typed: str, currency: str) -> int:
    """The sum in minor units, more than nothing, likeliest meant. Raises AmountNotUnderstood."""
    return readings(typed, currency)[0]


def readings(typed: str, currency: str) -> tuple[int, ...]:
    """
    The sums in minor units it can mean, the likeliest first: "12.345" are two, most are one.

    Raises AmountNotUnderstood.
    """
    text = " ".join(typed.split())  # narrow and fixed spaces too
    found = FIGURES.search(text)
    if found is None or len(text) > TYPED_MAX:
        raise AmountNotUnderstood
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    if not (_is_ours(before, currency) and _is_ours(after, currency)):
        raise AmountNotUnderstood
    places = digits(currency)
    likeliest = _minor(found[0], places)
    able = dict.fromkeys((likeliest, _otherwise(found[0], places)))
    sums = tuple(one for one in able if one is not None and 0 < one <= SUM_MAX)
    if likeliest not in sums:
        raise AmountNotUnderstood
    return sums


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
    if not (whole.isdecimal() or (THOUSANDS.fullmatch(whole) and whole[0] != "0")):
        raise AmountNotUnderstood
    plain = re.sub(r"[^0-9]", "", whole)
    return int(plain + part.ljust(places, "0"))


def _otherwise(figures: str, places: int) -> int | None:
    """What figures with one sign before the last three mean if it is the other sign; else None."""
    found = UNSURE.fullmatch(figures)
    if found is None or not places:  # where there are no decimals, nobody types any
        return None
    if places == len(found[2]):
        return int(found[1] + found[2]) * 10**places if found[1][0] != "0" else None
    exact = Decimal(f"{found[1]}.{found[2]}").scaleb(places)
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))
