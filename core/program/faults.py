"""What is wrong with one value, in words that say what would be right."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from core.program.schema import Program
from core.program.toml import inline, shown
from core.program.tree import Objection, Path
from core.program.values import WORD_MAX, suggestion


class Place(NamedTuple):
    """Where a value belongs: its path in the file, its field, the model it is in."""

    path: Path
    field: FieldInfo | None
    model: type[BaseModel]
    models: tuple[type[BaseModel], ...]  # what may stand there, if it is a table


def objection(error: ErrorDetails) -> Objection:
    """Say what pydantic found in words for the person who writes the file."""
    place = _place(error["loc"])
    kind = error["type"]
    if kind == "missing":
        return Objection(place.path, f"it is missing; add {_example(place)}")
    if kind == "extra_forbidden":
        return Objection(place.path, _unknown(place))
    if kind.startswith("union_tag"):
        return _unknown_kind(place, error)
    if kind == "literal_error":
        return _unknown_word(place, error)
    if kind == "value_error":
        return Objection(place.path, str(error["ctx"]["error"]))
    if kind == "string_pattern_mismatch":
        rule = "use small letters, digits and hyphens, at most 32"
        return Objection(place.path, f"{rule}, {_asked(place, error)}")
    if kind == "literal_error" and place.field is None:  # an item of a list of words
        return Objection(place.path, f"give {error['ctx']['expected']}, {_asked(place, error)}")
    if kind == "tuple_type" and isinstance(error["input"], Mapping):
        name = named(place.path)
        return Objection(place.path, f"write it in double brackets, [[{name}]], once for each")
    return Objection(place.path, f"give {_wanted(place)}, {_asked(place, error)}")


def named(path: Path) -> str:
    """Write a path as people do: rewards[2].cost."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def _place(loc: tuple[int | str, ...]) -> Place:
    """Follow pydantic's location through the schema, leaving out the kinds it notes there."""
    path: list[str | int] = []
    field: FieldInfo | None = None
    model: type[BaseModel] = Program
    models: tuple[type[BaseModel], ...] = (Program,)
    for part in loc:
        if part == "[key]":
            continue
        if isinstance(part, str) and len(models) > 1:  # the kind of a union
            models = tuple(one for one in models if part in tags_of(one))
            continue
        path.append(part)
        field = None
        if isinstance(part, str):
            model = models[0] if models else model
            field = _fields(model).get(part) if models else None
            models = models_in(field.annotation) if field else ()
    return Place(tuple(path), field, model, models)


def models_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Every model a field's type speaks of."""
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return tuple(model for part in get_args(annotation) for model in models_in(part))
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return (annotation,) if is_model else ()


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def tags_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The kinds by which a union of models knows this one."""
    tag = model.model_fields.get("kind") or model.model_fields.get("on")
    return get_args(tag.annotation) if tag else ()


def _unknown(place: Place) -> str:
    known = _fields(place.model)
    near = suggestion(str(place.path[-1]), known)
    return "there is no such field" + (near or f"; the fields here are {', '.join(known)}")


def _unknown_kind(place: Place, error: ErrorDetails) -> Objection:
    tag = error["ctx"]["discriminator"].strip("'")
    kinds = [kind for model in place.models for kind in tags_of(model)]
    given = error["input"].get(tag) if isinstance(error["input"], Mapping) else None
    if given is None:
        return Objection(place.path, f"{tag} is missing; give {tag} = {_or(kinds)}")
    message = f"give {_or(kinds)} (found {shown(given)})"
    return Objection((*place.path, tag), message + suggestion(str(given), kinds))


def _unknown_word(place: Place, error: ErrorDetails) -> Objection:
    known = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    near = suggestion(str(error["input"]), known)
    return Objection(place.path, f"give {_or(known)} (found {shown(error['input'])}){near}")


def _or(words: list[str]) -> str:
    *rest, last = (f'"{word}"' for word in words)
    return f"{', '.join(rest)} or {last}" if rest else last


def _wanted(place: Place) -> str:
    """The type and its bounds, e.g. `a whole number, at least 1`."""
    if place.field is None:
        return "a table" if place.models else f"a text of 1 to {WORD_MAX} letters"
    kind = _kind(place.field.annotation)
    words = _BOUNDS | (_BOUNDS_OF_LISTS if kind == "a list" else {})
    bounds = [
        words[name].format(getattr(rule, name))
        for rule in place.field.metadata
        for name in words
        if getattr(rule, name, None) is not None
    ]
    return ", ".join([kind, *bounds])


_BOUNDS = {
    "ge": "at least {}",
    "gt": "more than {}",
    "le": "at most {}",
    "min_length": "at least {} letters long",
    "max_length": "at most {} letters long",
    "decimal_places": "with at most {} decimals",
}
_BOUNDS_OF_LISTS = {"min_length": "at least {} long", "max_length": "at most {} long"}
_KINDS: dict[Any, str] = {
    tuple: "a list",
    Mapping: "a table",
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number in quotes",
}


def _kind(annotation: Any) -> str:
    """What a field's type is called."""
    if models_in(annotation) and get_origin(annotation) is not tuple:
        return "a table"
    parts = (annotation, get_origin(annotation), *get_args(annotation))
    parts += tuple(inner for part in parts for inner in get_args(part))
    return next((name for of, name in _KINDS.items() if of in parts), "a text")


def _asked(place: Place, error: ErrorDetails) -> str:
    example = _example(place)
    return (f"e.g. {example} " if example else "") + f"(found {shown(error['input'])})"


def _example(place: Place) -> str:
    """The field as the schema's example writes it."""
    examples = place.field.examples if place.field else None
    return f"{place.path[-1]} = {inline(examples[0])}" if examples else ""
