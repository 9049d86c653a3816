"""Values as people write them: the only place that knows Babel."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import (
    format_date,
    format_skeleton,
    get_day_names,
    get_month_names,
    get_timezone_location,
)
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_currency, format_decimal

from bot.conversation.messages import Place, Signed
from core.model import Birthday, Money, Points, Title
from core.money import to_decimal
from core.program.explaining import DayOfYear, Weekday
from core.program.schema import Program
from core.program.values import LANGUAGES

NOWHERE = "ZZ"  # CLDR's country of Etc/UTC and the like
SAID_AGAIN = 4096  # how many formatted values are remembered
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
"""What people write everywhere, as shops do in their titles, though CLDR has the code for some."""
FORMATS = {"en": "en_GB"}  # days before months, as a birthday is typed

Day = date | datetime | Birthday | DayOfYear | Weekday
Value = Points | Signed | Money | Decimal | Title | Place | Day


def show_value(value: Value, language: str, program: Program) -> str:
    """One value, as the program and the language have it; times in the program's time zone."""
    match value:
        case Points(count):
            return show_points(count, language, program)
        case Signed(points):
            return _signed(points, language, program)
        case Money(minor, currency):
            return _money(minor, currency, language)
        case Decimal():
            return _exact(value, language)
        case Title():
            return value.in_language(language)
        case Place(timezone):
            return _city(timezone, language)
        case _:
            return _show_day(value, language, program)


def timezone_of(place: str, language: str) -> str | None:
    """The time zone of that name or city, as the language calls it, or else any of ours."""
    wanted = " ".join(place.replace("_", " ").split()).casefold()
    found = (_timezones(one).get(wanted) for one in (language, *LANGUAGES))
    return next(filter(None, found), None)


@cache
def _timezones(language: str) -> Mapping[str, str]:
    """By name and by city, in small letters."""
    zones = sorted(name for name in available_timezones() if name[0].isupper() and "/" in name)
    places = [name for name in zones if not name.startswith(("Etc/", "SystemV/", "US/"))]
    cities = {_city(name, language).casefold(): name for name in places}
    return cities | {name.replace("_", " ").casefold(): name for name in places}


def _city(timezone: str, language: str) -> str:
    return str(get_timezone_location(timezone, locale=language, return_city=True))


def country_of(timezone: str) -> str | None:
    """The country that the time zone is one of, ISO 3166; None when it is no single one's."""
    name = get_global("zone_aliases").get(timezone, timezone)
    country = get_global("zone_territories").get(name, NOWHERE)
    return None if country in (NOWHERE, "001") else str(country)


def show_points(count: int, language: str, program: Program) -> str:
    """
    A number of points in the program's own word, in the plural form the number takes.

    Where money is earned the number is one of minor units, and is shown as the sum it is.
    """
    if program.unit == "money":
        return _money(count, program.currency, language)
    number, form = _number(count, language)
    forms = program.points[language]
    return f"{number} {forms.get(form) or forms['other']}"


def _signed(points: int, language: str, program: Program) -> str:
    """Without the program's word: "+12", "−5", "+€0.49"."""
    size = abs(points)
    in_money = program.unit == "money"
    number = _money(size, program.currency, language) if in_money else _number(size, language)[0]
    return f"{'−' if points < 0 else '+'}{number}"


def show_list(items: list[str], language: str, *, any_of: bool) -> str:
    """Several things as one: "a, b and c", or with "or"."""
    style: Literal["or", "standard"] = "or" if any_of else "standard"
    return format_list(items, style=style, locale=_locale(language))


def show_short(number: float, language: str) -> str:
    """A number for a chart's axis: "12K", "12 тис."."""
    written = format_compact_decimal(number, locale=_locale(language), fraction_digits=1)
    return str(written)


def show_short_day(day: date, language: str, *, whole_month: bool = False) -> str:
    """A day for a chart's axis: "5 Nov", or of a month "Nov"."""
    skeleton = "MMM" if whole_month else "MMMd"
    return str(format_skeleton(skeleton, day, locale=_locale(language)))


@cache
def month_names(language: str) -> Mapping[str, int]:
    """The months' names in small letters, in full and short, as they stand after a day."""
    return {
        name.lower().rstrip("."): month
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, context, _locale(language)).items()
    }


def _show_day(value: Day, language: str, program: Program) -> str:
    match value:
        case Weekday(number):
            return str(get_day_names("wide", "stand-alone", _locale(language))[number])
        case Birthday(month=month, day=day) | DayOfYear(month, day):
            leap = date(2000, month, day)  # a leap year: it has every day
            return format_skeleton("MMMMd", leap, locale=_locale(language))
        case datetime():
            return _date(value.astimezone(ZoneInfo(program.timezone)).date(), language)
        case date():
            return _date(value, language)


# Babel takes some 50 µs for each; the same few numbers and days are said over and over.


@lru_cache(maxsize=SAID_AGAIN)
def _number(count: int, language: str) -> tuple[str, str]:
    """The number as it is written, and the plural form it takes."""
    locale = _locale(language)
    return format_decimal(count, locale=locale), locale.plural_form(abs(count))


@lru_cache(maxsize=SAID_AGAIN)
def _exact(number: Decimal, language: str) -> str:
    # with every decimal it has: Babel would show three at most
    plain = number.normalize()
    return format_decimal(plain, locale=_locale(language), decimal_quantization=False)


@lru_cache(maxsize=SAID_AGAIN)
def _money(minor: int, currency: str, language: str) -> str:
    # Babel's digits are those in use (CLDR); ours are the currency's own (ISO 4217)
    text = format_currency(
        to_decimal(minor, currency), currency, locale=_locale(language), currency_digits=False
    )
    return str(text).replace(currency, SIGNS.get(currency, currency))


@lru_cache(maxsize=SAID_AGAIN)
def _date(day: date, language: str) -> str:
    return format_date(day, "long", locale=_locale(language))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(FORMATS.get(language, language))
