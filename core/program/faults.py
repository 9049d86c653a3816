"""What is wrong with one value: the fault that says what would be right."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from core.program.fault import Fault, Wrong, fault
from core.program.parts import ID
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
    """Say what pydantic found, in terms of the file; none of its own words are used."""
    place = _place(error["loc"])
    kind = error["type"]
    if kind == "missing":
        return Objection(place.path, fault("fault-missing", example=_example(place)))
    if kind == "extra_forbidden":
        return Objection(place.path, _unknown(place))
    if kind.startswith("union_tag"):
        return _unknown_kind(place, error)
    if kind == "literal_error":
        return _unknown_word(place, error)
    if kind == "value_error" and isinstance(error["ctx"]["error"], Wrong):
        return Objection(place.path, error["ctx"]["error"].fault)
    if kind == "tuple_type" and isinstance(error["input"], Mapping):
        example = f"[[{named(place.path)}]]"
        return Objection(place.path, fault("fault-double-brackets", example=example))
    return Objection(place.path, _asked(place, error, _wanted(place, error)))


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


def _unknown(place: Place) -> Fault:
    known = _fields(place.model)
    near = suggestion(str(place.path[-1]), known)
    if near:
        return fault("fault-unknown-field", near=near)
    return fault("fault-unknown-field-known", fields=", ".join(known))


def _unknown_kind(place: Place, error: ErrorDetails) -> Objection:
    tag = error["ctx"]["discriminator"].strip("'")
    kinds = tuple(kind for model in place.models for kind in tags_of(model))
    given = error["input"].get(tag) if isinstance(error["input"], Mapping) else None
    if given is None:
        return Objection(place.path, fault("fault-kind-missing", tag=tag, words=kinds))
    return Objection((*place.path, tag), _one_of(kinds, given))


def _unknown_word(place: Place, error: ErrorDetails) -> Objection:
    known = tuple(re.findall(r"'([^']*)'", error["ctx"]["expected"]))
    return Objection(place.path, _one_of(known, error["input"]))


def _one_of(words: tuple[str, ...], given: object) -> Fault:
    near = suggestion(str(given), words)
    return fault("fault-one-of", words=words, found=shown(given), near=near)


def _wanted(place: Place, error: ErrorDetails) -> Fault:
    """The type and its bounds, e.g. `a whole number, at least 1`."""
    if error["type"] == "string_pattern_mismatch" and error["ctx"]["pattern"] == ID:
        return fault("fault-id-form")
    if place.field is None:
        is_table = bool(place.models)
        return fault("fault-table") if is_table else fault("fault-text-of", most=WORD_MAX)
    kind = _kind(place.field.annotation)
    bounds: dict[str, Any] = {
        name: getattr(rule, name)
        for rule in place.field.metadata
        for name in (*_BOUNDS, *_LENGTHS)
        if getattr(rule, name, None) is not None
    }
    said = fault(kind)
    for name, key in _BOUNDS.items():
        if name in bounds:
            said = fault("fault-with", what=said, bound=fault(key, number=str(bounds[name])))
    least, most = (bounds.get(name) for name in _LENGTHS)
    if least or most:
        length = f"{least}–{most}" if least and most else f"≤ {most}" if most else f"≥ {least}"
        key = "fault-entries" if kind == "fault-list" else "fault-letters"
        said = fault("fault-with", what=said, bound=fault(key, length=length))
    return said


_BOUNDS = {
    "ge": "fault-at-least",
    "gt": "fault-more-than",
    "le": "fault-at-most",
    "decimal_places": "fault-decimals",
}
_LENGTHS = ("min_length", "max_length")
_KINDS: dict[Any, str] = {
    tuple: "fault-list",
    Mapping: "fault-table",
    bool: "fault-flag",
    int: "fault-whole-number",
    Decimal: "fault-exact-number",
}


def _kind(annotation: Any) -> str:
    """What a field's type is called."""
    if models_in(annotation) and get_origin(annotation) is not tuple:
        return "fault-table"
    parts = (annotation, get_origin(annotation), *get_args(annotation))
    parts += tuple(inner for part in parts for inner in get_args(part))
    return next((name for of, name in _KINDS.items() if of in parts), "fault-text")


def _asked(place: Place, error: ErrorDetails, wanted: Fault) -> Fault:
    found = shown(error["input"])
    if example := _example(place):
        return fault("fault-give-such", wanted=wanted, example=example, found=found)
    return fault("fault-give", wanted=wanted, found=found)


def _example(place: Place) -> str:
    """The field as the schema's example writes it."""
    examples = place.field.examples if place.field else None
    return f"{place.path[-1]} = {inline(examples[0])}" if examples else ""
