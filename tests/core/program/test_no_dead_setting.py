"""What a program file can say is done: each of its settings is read where something happens."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from core.program.schema import Program

CORE = Path(__file__).parents[3] / "core"
PROGRAM = CORE / "program"
CHANNELS = CORE.parent / "bot" / "channels"  # where the settings of text messages are at work
DELIVERY = CORE.parent / "bot" / "delivery"  # and those of how often members are written to
DOING = (
    "buyers",
    "counter",
    "rates",
    "ladder",
    "schema",
    "conditions",
    "rewards",
    "tiers",
    "rules",
    "campaigns",
    "sending",
)
"""The modules of core.program that work something out of settings; the others tell or check."""
WORDS_ALONE = {"said", "amiss"}
"""What only tells or checks, wherever it stands: methods that end so."""

ELSEWHERE = {
    "country": "how phone numbers are read, in bot.conversation.staff.serving",
    "all_points": "by the names of all metrics together, in core.program.tiers",
}
"""Settings that are not read by their names, and how they are."""


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every part that can stand in a field, with the parts in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for inner in get_args(annotation):
        yield from models(inner)


@cache
def read() -> frozenset[str]:
    """The names of all that is read of anything, but to tell or to check it."""
    names: set[str] = set()
    for path in [*CORE.rglob("*.py"), *CHANNELS.rglob("*.py"), *DELIVERY.rglob("*.py")]:
        of_program = path.is_relative_to(PROGRAM) and path.relative_to(PROGRAM).parts[0]
        if not of_program or of_program.removesuffix(".py") in DOING:
            names.update(_read_in(ast.parse(path.read_text(encoding="utf-8"))))
    return frozenset(names)


def _read_in(tree: ast.AST) -> Iterator[str]:
    """What is read as `part.name`, matched as `Part(name=…)` or asked for by getattr."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and node.name.strip("_").split("_")[-1] in WORDS_ALONE:
            continue
        match node:
            case ast.Attribute(attr=name, ctx=ast.Load()):
                yield name
            case ast.MatchClass(kwd_attrs=names):
                yield from names
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
                yield name
        yield from _read_in(node)


def test_every_setting_is_read_where_something_happens() -> None:
    said = {name for model in models(Program) for name in model.model_fields}
    assert said - read() - ELSEWHERE.keys() == set()


def test_what_is_excused_is_a_setting_and_needs_to_be() -> None:
    said = {name for model in models(Program) for name in model.model_fields}
    assert ELSEWHERE.keys() <= said - read()
