"""Reading what shops send, value by value. Whatever is wrong with it becomes Unusable."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import ceil
from typing import Any, NoReturn

from bot.phones import e164
from bot.shops.reports import Unusable
from core.earning.reports import Buyer
from core.money import TOTAL_MAX, digits

Json = Mapping[str, Any]

TEXT_MAX = 200
ID_MAX = 128
LIST_MAX = 1_000
PIECES_MAX = 1_000_000
URL_MAX = 1_000
UNIX_DIGITS = 10
SUMS_KEPT = 4096  # a shop's prices, and nothing: most sums were read before

# compiled once: looking them up in re's cache costs as much as matching
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_COUNTRY = re.compile("[A-Za-z]{2}")
_CARD = re.compile("[0-9A-Za-z]{1,32}")
_CARD_GAPS = re.compile(r"[\s-]")
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def parsed(body: bytes) -> Json:
    """The body as a JSON object; its numbers with a fraction are exact."""
    try:
        found = _JSON.decode(body.decode(json.detect_encoding(body), "surrogatepass"))
    except (ValueError, RecursionError):
        raise Unusable("the body is not JSON") from None
    if not isinstance(found, dict):
        raise Unusable("the body is not a JSON object")
    return found


def text(payload: Json, name: str, *, most: int = TEXT_MAX) -> str:
    """A text of printable signs, "" when there is none; a number is read as one."""
    value = payload.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unusable(f"{name} is not a text")
    written = str(value)
    if len(written) > most:
        raise Unusable(f"{name} is longer than {most} signs")
    if not written.isprintable():
        written = "".join(sign for sign in written if sign.isprintable())
    return written.strip()


def identity(payload: Json, name: str) -> str:
    """An id, which must be there."""
    if not (found := text(payload, name, most=ID_MAX)):
        raise Unusable(f"{name} is missing")
    return found


def part(payload: Json, name: str) -> Json:
    """A nested object, empty when there is none."""
    value = payload.get(name)
    if value is None or value == []:  # as PHP writes an empty one
        return {}
    if not isinstance(value, dict):
        raise Unusable(f"{name} is not an object")
    return value


def parts(payload: Json, name: str) -> list[Json]:
    """A list of objects, empty when there is none."""
    value = payload.get(name)
    if value is None or value == []:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unusable(f"{name} is not a list of objects")
    if len(value) > LIST_MAX:
        raise Unusable(f"{name} has more than {LIST_MAX} elements")
    return value


def number(payload: Json, name: str) -> Decimal:
    """A number of any sign, as a decimal string or a JSON number; 0 when there is none."""
    value = payload.get(name)
    if value is None or value == "":
        return Decimal()
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, bool) or not _NUMBER.fullmatch(written):
        raise Unusable(f"{name} is not a number")
    return Decimal(written)


def minor(amount: Decimal, name: str, currency: str) -> int:
    """A sum in minor units, half of one rounded up: shops write more decimals than there are."""
    units = int(amount.scaleb(digits(currency)).to_integral_value(ROUND_HALF_UP))
    if units < 0:
        raise Unusable(f"{name} is negative")
    if units > TOTAL_MAX:
        raise Unusable(f"{name} is too large")
    return units


def money(payload: Json, name: str, currency: str) -> int:
    """A sum in minor units; 0 when there is none."""
    value = payload.get(name)
    if type(value) is str:
        return _written_money(value, name, currency)
    return minor(number(payload, name), name, currency)


@lru_cache(maxsize=SUMS_KEPT)
def _written_money(written: str, name: str, currency: str) -> int:
    return minor(number({name: written}, name), name, currency)


def currency_of(payload: Json, name: str = "currency") -> str:
    """An ISO 4217 currency, which must be there."""
    found = text(payload, name).upper()
    try:
        digits(found)
    except ValueError:
        raise Unusable(f"{name} is no currency of ISO 4217") from None
    return found


def pieces(payload: Json, name: str = "quantity") -> int:
    """So many pieces; a started one, of goods by weight, counts as one."""
    count = payload.get(name)
    if type(count) is not int:
        count = number(payload, name)
    if not 0 <= count <= PIECES_MAX:
        raise Unusable(f"{name} is not from 0 to {PIECES_MAX}")
    return ceil(count)


def instant(payload: Json, name: str) -> datetime | None:
    """A moment in ISO 8601, in UTC where it does not say; None when there is none."""
    written = text(payload, name)
    if not written:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        raise Unusable(f"{name} is not a moment") from None
    return plausible(found if found.tzinfo else found.replace(tzinfo=UTC), name)


def unix_or_iso(payload: Json, name: str) -> datetime | None:
    """A moment in seconds since 1970, or as instant reads it."""
    written = text(payload, name)
    if not (written.isascii() and written.isdecimal()):
        return instant(payload, name)
    if len(written) > UNIX_DIGITS:
        raise Unusable(f"{name} is not a moment")
    return plausible(datetime.fromtimestamp(int(written), UTC), name)


def plausible(moment: datetime, name: str) -> datetime:
    """The moment, unless no shop can have meant it."""
    if not _FIRST <= moment < _LAST:
        raise Unusable(f"{name} is not in the years 2000 to 2199")
    return moment


def needed(moment: datetime | None, name: str) -> datetime:
    """The moment, which must be there."""
    if moment is None:
        raise Unusable(f"{name} is missing")
    return moment


def web_address(payload: Json, name: str) -> str:
    """A web address; "" for anything else."""
    written = text(payload, name, most=URL_MAX)
    return written if re.fullmatch(r"https?://\S+", written) else ""


def buyer(
    *, customer: str, phone: str, country: str, email: str, card: str, city: str = ""
) -> Buyer:
    """Who buys, as far as what the checkout was told can be a phone number, an address, a card."""
    region = country.upper() if _COUNTRY.fullmatch(country) else None
    email = email.lower()
    card = _CARD_GAPS.sub("", card)
    return Buyer(
        customer=customer if customer not in ("", "0") else None,  # 0 is a guest
        phone=e164(phone, region) if phone else None,
        email=email if _EMAIL.fullmatch(email) else None,
        card=card if _CARD.fullmatch(card) else None,
        city=city,
    )


def keys_of(buyer: Buyer) -> dict[str, str]:
    """By what the buyer can be known."""
    return {key: value for key, value in buyer.keys.items() if value}


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(constant)


# json.loads makes one for every body, if it is to be exact: a fifth of what reading it takes
_JSON = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)
