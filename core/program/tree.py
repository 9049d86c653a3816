"""A program file as a tree: every value in it with its path, and what is objected to there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import NoneType, SimpleNamespace
from typing import Any

from pydantic import BaseModel

from core.program.fault import Fault

Path = tuple[str | int, ...]

LEAVES = (str, int, Decimal, date, NoneType)  # most values; to ask for a Mapping takes long


@dataclass(frozen=True, slots=True)
class Objection:
    """What does not fit in a program, and where."""

    path: Path
    fault: Fault


class Damaged(SimpleNamespace):
    """A part of which something is wrong: its fields, with None for the wrong ones."""

    of: type[BaseModel]
    amiss: tuple[tuple[str, Fault], ...]  # what it says of itself for sure


class Tree(dict[str, Any]):
    """The fields of a program, each check of which looks at everything: it is walked once."""

    @cached_property
    def nodes(self) -> tuple[tuple[Path, Any], ...]:
        """Every part and value, the whole included, with its path as the file writes it."""
        return tuple(_nodes(self))


def _nodes(tree: Tree) -> Iterator[tuple[Path, Any]]:
    waiting: list[tuple[Path, Any]] = [((), tree)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if not isinstance(value, LEAVES):
            waiting += reversed(_below(value, path))


def _below(value: object, path: Path) -> list[tuple[Path, Any]]:
    if isinstance(value, BaseModel | Damaged):
        model = value.of if isinstance(value, Damaged) else type(value)
        return [
            ((*path, field.alias or name), getattr(value, name))
            for name, field in model.model_fields.items()
        ]
    if isinstance(value, tuple):
        return [((*path, index), item) for index, item in enumerate(value)]
    if isinstance(value, Mapping):
        return [((*path, key), item) for key, item in value.items()]
    return []
