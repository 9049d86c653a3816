"""Reading a program file: a Program, or every problem it has with its line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from core.money import CURRENCIES
from core.program.checking import problems_of
from core.program.fault import Fault, fault
from core.program.faults import models_in, named, objection, tags_of
from core.program.parts import Amiss, Part
from core.program.places import Places, line_of_error
from core.program.schema import Program
from core.program.tree import Damaged, Objection, Path
from core.program.values import nearest

TEXT_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what would be right."""

    line: int
    field: str
    fault: Fault


class ProgramInvalid(Exception):
    """The text is no program; ``problems`` says everything that is wrong with it, by line."""

    def __init__(self, problems: tuple[Problem, ...], file: str = "") -> None:
        super().__init__(*problems)
        self.problems = problems
        self.file = file


def load(text: str) -> Program:
    """Read a program; raises ProgramInvalid with all its problems."""
    data = _parse(text)
    try:
        return Program.model_validate(data, context=_context(data))
    except ValidationError as error:
        objections = _objections(error, data)
    places = Places(text)
    problems = set()
    for each in objections:
        path = _as_written(each.path, data)
        problems.add(Problem(places.line_of(path), named(path), each.fault))
    raise ProgramInvalid(tuple(sorted(problems, key=lambda one: (one.line, one.field, repr(one)))))


load_again = lru_cache(maxsize=8)(load)
"""The same for programs that were in force once: they are read for one order after another."""


def _as_written(path: Path, data: Any) -> Path:
    """The path without what is below a single value that stands for a table."""
    for depth, part in enumerate(path):
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list):
            data = data[part] if isinstance(part, int) and part < len(data) else None
        else:
            return path if data is None else path[:depth]
    return path


def _context(data: Mapping[str, Any]) -> dict[str, str]:
    """In a money program points are sums: then every part must know the currency."""
    currency = data.get("currency")
    is_known = isinstance(currency, str) and currency in CURRENCIES
    return {"currency": str(currency)} if is_known and data.get("unit") == "money" else {}


def _parse(text: str) -> dict[str, Any]:
    if len(text) > TEXT_MAX:
        too_long = fault("fault-file-too-long", letters=len(text), most=TEXT_MAX)
        raise ProgramInvalid((Problem(1, "", too_long),))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, amiss = line_of_error(error, text)
        raise ProgramInvalid((Problem(line, "", amiss),)) from None
    except RecursionError:
        raise ProgramInvalid((Problem(1, "", fault("fault-nested")),)) from None


def _objections(error: ValidationError, data: Mapping[str, Any]) -> list[Objection]:
    """Everything wrong with single values, and with what the right ones mean together."""
    found = error.errors(include_url=False)
    if meaning := [each for each in found if each["type"] == "meaning"]:
        return list(meaning[0]["ctx"]["problems"])
    wrong = [objection(each) for each in found if not _only_wrong_items(each)]
    return [*wrong, *problems_of(vars(_right_in(Program, data, _context(data))))]


def _only_wrong_items(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are wrong."""
    return error["type"] == "too_short" and bool(error["input"])


def _right_in(kind: Any, value: object, context: dict[str, str]) -> Any:
    """The value, with None for what is wrong in it, so that the rest can be checked together."""
    try:
        return TypeAdapter(kind).validate_python(value, context=context)
    except ValidationError:
        pass
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(plain) is tuple:
        items = value if isinstance(value, list) else ()
        return tuple(_right_in(get_args(plain)[0], item, context) for item in items)
    if isinstance(value, Mapping) and get_origin(plain) is Mapping:
        of_key, of_item = get_args(plain)
        known = {
            key: item for key, item in value.items() if _right_in(of_key, key, context) is not None
        }
        return {key: _right_in(of_item, item, context) for key, item in known.items()}
    if isinstance(value, Mapping) and (models := models_in(plain)):
        given = [value.get("kind"), value.get("on")]
        fitting = [one for one in models if any(tag in given for tag in tags_of(one))]
        damaged = _damaged([*fitting, *models][0], value, context)
        return damaged if fitting or len(models) == 1 else Damaged(**{**vars(damaged), "amiss": ()})
    return None


def _damaged(model: type[BaseModel], value: Mapping[str, Any], context: dict[str, str]) -> Damaged:
    fields: dict[str, Any] = {"of": model}
    unsure = {nearest(name, model.model_fields) for name in value if name not in _written(model)}
    for name, field in model.model_fields.items():
        if (written := field.alias or name) in value:
            kind = _kind_of(field)
            fields[name] = _right_in(kind, value[written], context)
            if not _is_right(kind, value[written], context):
                unsure.add(name)
        else:
            required = field.is_required()
            fields[name] = None if required else field.get_default(call_default_factory=True)
            unsure |= {name} if required else set()
    return Damaged(**fields, amiss=tuple(_surely_amiss(model, fields, unsure, context)))


def _kind_of(field: FieldInfo) -> Any:
    return Annotated[field.annotation, field.description, *field.metadata]


def _written(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _is_right(kind: Any, value: object, context: dict[str, str]) -> bool:
    try:
        TypeAdapter(kind).validate_python(value, context=context)
    except ValidationError:
        return False
    return True


def _surely_amiss(
    model: type[BaseModel], fields: Mapping[str, Any], unsure: set[str], context: dict[str, str]
) -> Amiss:
    """
    What a damaged part says of itself whether its wrong fields are left out or as in the example,
    and of other fields than these: that will not go away when they are put right.
    """
    if not issubclass(model, Part):
        return
    wrong = {name: model.model_fields[name] for name in sorted(unsure & model.model_fields.keys())}
    examples = {name: _example(field, context) for name, field in wrong.items()}
    if any(example is None or isinstance(example, BaseModel) for example in examples.values()):
        return  # too much hangs on a whole table
    left_out = {
        name: examples[name]
        if field.is_required()
        else field.get_default(call_default_factory=True)
        for name, field in wrong.items()
    }
    known = {name: fields[name] for name in model.model_fields}
    told, others = (
        list(model.model_construct(**{**known, **given}).amiss()) for given in (left_out, examples)
    )
    written = {field.alias or name for name, field in wrong.items()}
    yield from (one for one in told if one in others and one[0] not in written)


def _example(field: FieldInfo, context: dict[str, str]) -> Any:
    return _right_in(_kind_of(field), (field.examples or [None])[0], context)
