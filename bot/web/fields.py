"""The kinds of values the API takes, each with its limits, made normal at the door."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from fastapi import Path
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticUseDefault

from bot.phones import e164
from core.model import Birthday
from core.program.fault import Wrong
from core.program.values import known_timezone

POINTS_MAX = 1_000_000
QUANTITY_MAX = 1_000_000
AMOUNT = r"^[0-9]{1,15}(\.[0-9]{1,20})?$"
SHOP = r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$"

_INSTANT = r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)"
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
_BIRTHDAY = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)


def _timezone(name: str) -> str:
    try:
        return known_timezone(name)
    except Wrong:
        raise ValueError('it is no IANA time zone, such as "Europe/Kyiv"') from None


def birthday_of(text: str) -> Birthday:
    """Read "1990-05-24", or "--05-24" without the year; ValueError when it is neither."""
    found = _BIRTHDAY.fullmatch(text)
    if not found:
        raise ValueError('write it as "1990-05-24", or "--05-24" without the year')
    year = None if found["year"] == "-" else int(found["year"])
    month, day = int(found["month"]), int(found["day"])
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        raise ValueError("there is no such day") from None
    return Birthday(day=day, month=month, year=year)


def birthday_text(birthday: Birthday) -> str:
    """Write a birthday as birthday_of reads it."""
    year = "-" if birthday.year is None else f"{birthday.year:04}"
    return f"{year}-{birthday.month:02}-{birthday.day:02}"


def phone_of(text: str) -> str:
    """Read a phone number; a "+" that a query turned into a space is forgiven."""
    number = e164("+" + text[1:] if re.match(r" \d", text) else text)
    if number is None:
        raise ValueError("it is not a phone number with its country code, such as +380501234567")
    return number


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("it has signs that can't be printed")
    return text.strip()


def _decoded(text: str) -> str:
    if "\ufffd" in text:  # what servers make of bytes that are no text: others would be the same
        raise ValueError("it is not UTF-8 text")
    return text


def _reason(text: str) -> str:
    if not text.strip():
        raise ValueError("say why")
    return text


def _keepable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("it has a NUL sign")
    return text


def _email(text: str) -> str:
    text = text.strip().lower()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", text) or not text.isprintable():
        raise ValueError("it is not an e-mail address")
    return text


def _card(text: str) -> str:
    card = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9A-Za-z]{1,32}", card):
        raise ValueError("it is not a card number")
    return card


def _default_of_null(value: object) -> object:
    if value is None:
        raise PydanticUseDefault
    return value


class _OrNull:
    """Shows in the documentation that null may be given."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "null"}]}


def _no_flag(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("it is not a number")
    return value


def _exact(value: object) -> object:
    return _decimal(value, 'a sum of money, such as "249.90"')


def _countable(value: object) -> object:
    return _decimal(value, 'a quantity, such as 2 or "0.35"')


def _decimal(value: object, meant: str) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        raise ValueError('write it as a decimal string, such as "249.90"')
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if re.fullmatch(f"-{AMOUNT[1:]}", text, re.ASCII):
        raise ValueError("it must not be less than 0")
    if not re.fullmatch(AMOUNT, text, re.ASCII):
        raise ValueError(f"it is not {meant}")
    return Decimal(text)


def _iso(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(_INSTANT, value, re.ASCII):
        return value
    raise ValueError(
        "write it as ISO-8601 with its offset, such as 2026-11-22T14:30:00+02:00 or …T12:30:00Z"
    )


def _plausible(instant: datetime) -> datetime:
    if not _EARLIEST <= instant < _LATEST:
        raise ValueError("it must be in the years 2000 to 2199")
    return instant


T = TypeVar("T")
Unsaid = Annotated[T, BeforeValidator(_default_of_null), _OrNull()]  # for fields with a default
Line = Annotated[str, AfterValidator(_one_line)]
Name = Annotated[Line, Field(max_length=200)]
Text = Annotated[str, Field(max_length=1_000), AfterValidator(_keepable)]
Reason = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(_reason)]
Code = Annotated[Line, Field(max_length=64, description="Case, spaces and dashes don't matter.")]
Mark = Annotated[Line, Field(max_length=64)]
Flag = Annotated[bool, Field(strict=True)]
Shop = Annotated[
    str, Field(pattern=SHOP, description="The web shop's short name.", examples=["eu"])
]
OrderId = Annotated[
    Line,
    AfterValidator(_decoded),
    Field(min_length=1, max_length=128, description="The shop's id of the order."),
]
Phone = Annotated[
    str,
    Field(max_length=40, description="With its country code.", examples=["+380501234567"]),
    AfterValidator(phone_of),
]
Email = Annotated[str, Field(max_length=254, examples=["ann@example.com"]), AfterValidator(_email)]
Card = Annotated[
    str,
    Field(max_length=64, description="Spaces and dashes don't matter.", examples=["2000000000008"]),
    AfterValidator(_card),
]
TelegramId = Annotated[
    int,
    Field(gt=0, le=2**53, description="The Telegram user's id."),
    BeforeValidator(_no_flag, json_schema_input_type=int | str),
]
Amount = Annotated[
    Decimal,
    BeforeValidator(_exact),
    WithJsonSchema({"type": "string", "pattern": AMOUNT, "examples": ["249.90"]}),
]
Quantity = Annotated[
    Decimal,
    Field(le=QUANTITY_MAX),
    BeforeValidator(_countable),
    WithJsonSchema({"type": ["string", "number"], "pattern": AMOUNT, "examples": [2, "0.35"]}),
]
Instant = Annotated[
    datetime,
    AfterValidator(_plausible),
    BeforeValidator(_iso),
    Field(description="With its offset.", examples=["2026-11-22T14:30:00+02:00"]),
]
BirthdayText = Annotated[
    str,
    AfterValidator(lambda text: birthday_text(birthday_of(text))),
    Field(description="With or without the year.", examples=["1990-05-24", "--05-24"]),
]
TimezoneText = Annotated[str, Field(max_length=64), AfterValidator(_timezone)]
MemberKey = Annotated[str, Path(description="The member's id, as the API gave it.")]
PointsCount = Annotated[int, Field(strict=True, ge=-POINTS_MAX, le=POINTS_MAX)]
IdempotencyKey = Annotated[Line, Field(min_length=1, max_length=255, pattern=r"^[!-~ ]+$")]


def shown_as(**fields: Any) -> ConfigDict:
    """A whole body, as the documentation shows it."""
    return ConfigDict(json_schema_extra={"examples": [fields]})
