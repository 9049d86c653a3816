"""What is wrong, in English sentences for integrators; how it is answered is another matter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.web.refusals import REFUSALS, Refusal
from core.errors import LoyaltyError
from core.model import Money, Points, Title
from core.money import to_decimal

WHOLE, TABLE, SHORT, LONG, ONE_OF = (
    "write it as a whole number",
    "write it as an object: {{ … }}",
    "it is too short: at least {min_length}",
    "it is too long: at most {max_length}",
    "it can be {expected}",
)
AMISS = {
    "missing": "it is needed",
    "string_type": 'write it as text: "…"',
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_from_float": WHOLE,
    "bool_type": "write it as true or false",
    "list_type": "write it as a list: [ … ]",
    "dict_type": TABLE,
    "model_type": TABLE,
    "model_attributes_type": TABLE,
    "too_short": SHORT,
    "string_too_short": SHORT,
    "too_long": LONG,
    "string_too_long": LONG,
    "greater_than_equal": "it is at least {ge}",
    "greater_than": "it is more than {gt}",
    "less_than_equal": "it is at most {le}",
    "less_than": "it is less than {lt}",
    "enum": ONE_OF,
    "literal_error": ONE_OF,
    "string_pattern_mismatch": "it does not look like one: {pattern}",
}
"""What would be right, by what pydantic calls it; of our own checks the words are ours already."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one field."""

    field: str
    detail: str
    location: str = "body"


class Invalid(Exception):
    """The request says something that can't be meant; pydantic alone could not see it."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__(errors)
        self.errors = errors


def amiss(error: Mapping[str, Any]) -> str:
    """What pydantic found wrong with a value, in words for who sent it."""
    told = str(error["msg"]).removeprefix("Value error, ")
    return AMISS.get(error["type"], "{told}").format(told=told, **error.get("ctx", {}))


def kind_of(refusal: type[LoyaltyError]) -> str:
    """The last part of the problem's type: NotEnoughPoints → not-enough-points."""
    return re.sub("(?<!^)([A-Z])", r"-\1", refusal.__name__).lower()


def plain(value: object) -> str | int | None:
    """A refusal's value, as JSON has it."""
    match value:
        case Points():
            return value.count
        case Title():
            return value.in_language("en")
        case Money():
            return f"{to_decimal(value.minor, value.currency)} {value.currency}"
        case datetime():
            return value.isoformat()
        case int() | str() | None:
            return value
        case _:
            return str(value)


def detail_of(error: LoyaltyError) -> str:
    """The refusal, in an English sentence."""
    values = {name: plain(value) for name, value in error.values.items()}
    return answer_to(error).detail.format_map(values)


def answer_to(error: LoyaltyError) -> Refusal:
    """How the refusal is answered."""
    return next((REFUSALS[kind] for kind in type(error).mro() if kind in REFUSALS), Refusal())
