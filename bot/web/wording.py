"""What is wrong, in English sentences for integrators; how it is answered is another matter."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.web.refusals import REFUSALS, Refusal
from core.errors import LoyaltyError
from core.model import Money, Points, Title
from core.money import to_decimal


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
