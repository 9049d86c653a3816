"""A program file as a tree: every value in it with its path, and what is objected to there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel

from core.program.fault import Fault

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """What does not fit in a program, and where."""

    path: Path
    fault: Fault


class Damaged(SimpleNamespace):
    """A part of which something is wrong: its fields, with None for the wrong ones."""

    of: type[BaseModel]


def nodes(value: object, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every part and value below this one, itself included, with its path as the file writes it."""
    yield path, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from nodes(item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from nodes(item, (*path, key))
    elif isinstance(value, BaseModel | Damaged):
        model = value.of if isinstance(value, Damaged) else type(value)
        for name, field in model.model_fields.items():
            yield from nodes(getattr(value, name), (*path, field.alias or name))
