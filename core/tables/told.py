"""What a sentence shows, as JSON and back: each value that is no plain one has its type's mark."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.model import Birthday, Money, Points, Title
from core.program.sentences import DayOfYear, Listed, Sentence, Told, Weekday

Value = Told | datetime | Birthday
"""What a message can show."""

MARK = "is"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def written(values: Mapping[str, Value]) -> str:
    """The values as JSON."""
    return _encode(shown(values))


def shown(values: Mapping[str, Value]) -> dict[str, Any]:
    """The values as they stand in JSON."""
    return {name: _written(value) for name, value in values.items()}


def read(text: str) -> dict[str, Value]:
    """The values that were written."""
    return {name: _read(value) for name, value in json.loads(text).items()}


def _written(value: Value) -> Any:
    match value:
        case int() | str():
            return value
        case Points(count):
            return {MARK: "points", "count": count}
        case Money(minor, currency):
            return {MARK: "money", "minor": minor, "currency": currency}
        case Title(texts):
            return {MARK: "title", "texts": dict(texts)}
        case Decimal():
            return {MARK: "decimal", "number": str(value)}
        case datetime():
            return {MARK: "instant", "at": value.isoformat()}
        case date():
            return {MARK: "day", "on": value.isoformat()}
        case _:
            return _written_rare(value)


def _written_rare(value: Value) -> Any:
    match value:
        case Sentence(key, values):
            shown = {name: _written(item) for name, item in values.items()}
            return {MARK: "sentence", "key": key, "values": shown}
        case Listed(items, any_of):
            return {MARK: "listed", "items": [_written(item) for item in items], "any": any_of}
        case Birthday(day=day, month=month, year=year):
            return {MARK: "birthday", "day": day, "month": month, "year": year}
        case DayOfYear(month, day):
            return {MARK: "day-of-year", "month": month, "day": day}
        case Weekday(number):
            return {MARK: "weekday", "number": number}
    raise TypeError(f"no message can show {value!r}")


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    match value[MARK]:
        case "points":
            return Points(value["count"])
        case "money":
            return Money(value["minor"], value["currency"])
        case "title":
            return Title(value["texts"])
        case "decimal":
            return Decimal(value["number"])
        case "instant":
            return datetime.fromisoformat(value["at"])
        case "day":
            return date.fromisoformat(value["on"])
        case _:
            return _read_rare(value)


def _read_rare(value: Any) -> Any:
    match value[MARK]:
        case "sentence":
            shown = {name: _read(item) for name, item in value["values"].items()}
            return Sentence(value["key"], shown)
        case "listed":
            return Listed(tuple(_read(item) for item in value["items"]), value["any"])
        case "birthday":
            return Birthday(day=value["day"], month=value["month"], year=value["year"])
        case "day-of-year":
            return DayOfYear(value["month"], value["day"])
        case "weekday":
            return Weekday(value["number"])
    raise ValueError(f"no value is marked {value[MARK]!r}")
