"""What every part of the program file is made of: its base, and the types of single values."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    SerializationInfo,
    ValidationInfo,
    WithJsonSchema,
)

from core.model import Title
from core.money import to_decimal, to_minor
from core.program.fault import Fault, Wrong, fault
from core.program.values import (
    FORMS,
    LANGUAGES,
    TITLE_MAX,
    WORD_MAX,
    day_of_year,
    decimal_from,
    known_form,
    known_language,
    plain_text,
    title_as_written,
    title_from,
    too_fine,
)

WORTH_MAX = 100_000_000
AMOUNT_MAX = 1_000_000
DAYS_MAX = 3_660

ID = r"^[a-z0-9][a-z0-9-]{0,31}$"
Amiss = Iterator[tuple[str, Fault]]
"""Fields as the file writes them, "" for the part itself, each with what would be right."""
_DECIMAL = {"type": ["string", "integer"], "pattern": r"^[0-9]+(\.[0-9]+)?$"}


class Part(BaseModel):
    """A part of the program file: can't be changed, and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def amiss(self) -> Amiss:
        """What does not fit together within this part, though each of its values is right."""
        yield from ()


def _worth(value: object, info: ValidationInfo) -> object:
    """In a money program (its currency is the context) a worth is a sum; else whole points."""
    currency = (info.context or {}).get("currency")
    if currency is None:
        return value
    amount = decimal_from(value)
    try:
        return to_minor(amount, currency)
    except ValueError:
        raise Wrong(_no_sum(amount, currency)) from None


def _no_sum(amount: Decimal, currency: str) -> Fault:
    if abs(amount) > WORTH_MAX:
        return fault("fault-too-large", found=str(amount))
    return too_fine(amount, currency)


def _worth_as_written(value: int, info: SerializationInfo) -> int | str:
    """Give back what _worth was given."""
    currency = (info.context or {}).get("currency")
    return value if currency is None else str(to_decimal(value, currency))


Language = Annotated[
    str, AfterValidator(known_language), Field(json_schema_extra={"enum": list(LANGUAGES)})
]
Form = Annotated[str, AfterValidator(known_form), Field(json_schema_extra={"enum": list(FORMS)})]
Word = Annotated[str, Field(min_length=1, max_length=WORD_MAX), AfterValidator(plain_text)]
Name = Annotated[str, Field(min_length=1, max_length=TITLE_MAX), AfterValidator(plain_text)]
Id = Annotated[str, Field(pattern=ID)]
Exact = Annotated[
    Decimal, BeforeValidator(decimal_from), WithJsonSchema({**_DECIMAL, "format": "decimal"})
]
Count = Annotated[int, Field(strict=True)]
Worth = Annotated[
    int,
    Field(strict=True),
    BeforeValidator(_worth),
    PlainSerializer(_worth_as_written),
    WithJsonSchema(_DECIMAL),
]
"""Points as a whole number; in a money program a sum in quotes, which becomes minor units."""
Flag = Annotated[bool, Field(strict=True)]
DayOfYear = Annotated[str, AfterValidator(day_of_year)]
Names = Annotated[
    Title,
    PlainValidator(title_from),
    PlainSerializer(title_as_written, return_type=Any),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": TITLE_MAX},
                {
                    "type": "object",
                    "propertyNames": {"enum": list(LANGUAGES)},
                    "additionalProperties": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": TITLE_MAX,
                    },
                },
            ]
        }
    ),
]
