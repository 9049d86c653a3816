"""
Nothing that acts is unexplained: each value a program can have changes what members read.

Every field of every part is set to other values, one at a time, in a program that has one of each.
"""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.conversation.texts import Texts
from core.program.explaining import Sentence, explain
from core.program.schema import Program
from core.program.values import LANGUAGES
from tests.bot.conversation.everything import everything

TEXTS = Texts.load()
Path = tuple[str | int, ...]
PARTS = [field.alias or name for name, field in Program.model_fields.items()]
READ: dict[int, Program | None] = {}  # by the id of what programs() has for ever

UNTOLD = {
    **dict.fromkeys(("sms", "transliterate", "parts", "answer_parts"), "how texts are written"),
    **dict.fromkeys(("buyers", "match"), "how the shop's orders find their members"),
    **dict.fromkeys(("grant_at_most", "grants_a_day", "ask_above"), "what the staff may do"),
    "country": "how numbers are read that the staff types",
    "claim_days": "the receipt itself names its last day",
    "id": "a name for the ledger and for commands, not a rule",
    "timezone": "the shop's own time, which members live in",
    "languages": "whichever they are, each reads their own",
    "sku": "the shop's code for what the title names",
    "action": "the shop's name for what the title says",
    "velocity": "who wants to cheat must not know how many are too many",
    "friend_paid": "it may be what pays the referrer, which is told already: see below",
    "campaigns": "what is written when is no rule; the presents that are one are told, see below",
    "surveys": "what is asked is no rule; what is given for an answer is told",
    "review": "nor which signs are looked at; that there are some is told, see below",
}
"""Fields that members don't read of, and why."""

FIRST_TIER = ("tiers", "levels", 0, "from")
"""It is everybody's."""

TOGETHER: Mapping[str, Mapping[str, Any]] = {
    "first_days_of": {"first_days": 30, "plans": ["club-plus"]},
    "hold": {"voucher_days": 30},
}
"""What else must be said for the field to mean something."""

INSTEAD = {
    "days": "months",
    "months": "days",
    "voucher_months": "voucher_days",
    "unlocks_at": "cost",
}
"""Of these a part says one or the other."""

OTHERS: Mapping[str, list[Any]] = {"currency": ["USD"]}
"""What a field can say besides its examples."""

KINDS: Mapping[Path, tuple[dict[str, Any], ...]] = {
    ("tiers", "window"): (
        {"kind": "lifetime"},
        {"kind": "calendar_year"},
        {"kind": "anniversary"},
    ),
    ("expiry",): (
        {"kind": "never"},
        {"kind": "inactivity", "months": 47},
        {"kind": "calendar"},
        {"kind": "anniversary"},
    ),
}
"""Parts there can be only one of: the other kinds of it."""


@dataclass(frozen=True)
class Place:
    """A field of one part of the program: where, in what, and what it says now."""

    path: Path
    owner: type[BaseModel]
    name: str
    field: FieldInfo
    value: Any

    def __str__(self) -> str:
        """As in an error message, e.g. earning.0.when.since."""
        return ".".join(map(str, self.path))


def places(part: BaseModel, path: Path = ()) -> Iterator[Place]:
    """Every field of the part and of the parts in it."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        here = (*path, field.alias or name)
        yield Place(here, type(part), name, field, value)
        if isinstance(value, BaseModel):
            yield from places(value, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from places(item, (*here, index))


def other_values(place: Place) -> list[Any]:
    """Values the field could have instead, as a file says them."""
    options = literals(place.field.annotation)
    if isinstance(place.value, bool):
        return [not place.value]
    if isinstance(place.value, tuple) and options:
        return [[option] for option in options if not same([option], place.value)]
    if options:
        return [option for option in options if option != place.value]
    examples = OTHERS.get(place.name, list(place.field.examples or ()))
    others = [example for example in examples if not same(example, place.value)]
    return others or ([place.value + 1] if isinstance(place.value, int) else [])


def same(example: object, value: object) -> bool:
    """Whether the example is what is there already."""
    if isinstance(value, tuple):
        return list(value) == example
    return str(example) == str(value)


def literals(annotation: Any) -> tuple[Any, ...]:
    """The words a field chooses from."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return tuple(word for part in get_args(annotation) for word in literals(part))
    return ()


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every part that can stand in a field, with the parts in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for inner in get_args(annotation):
        yield from models(inner)


def changed(data: Any, path: Path, value: Any) -> Any:
    """The program with that value at that place; None takes it away. The rest is shared."""
    step, rest = path[0], path[1:]
    here = copy(data)
    if rest:
        empty: Any = [] if isinstance(rest[0], int) else {}
        is_there = isinstance(here, list) or step in here
        here[step] = changed(here[step] if is_there else empty, rest, value)
    elif value is None:
        here.pop(step, None)
    else:
        here[step] = value
    return here


def prepared(data: dict[str, Any], place: Place) -> dict[str, Any]:
    """The program in which the field means something."""
    for companion, value in TOGETHER.get(place.name, {}).items():
        data = changed(data, (*place.path[:-1], companion), value)
    return data


def told(program: Program, language: str) -> list[str]:
    """What members read."""
    return said(explain(program), program, language)


def said(sentences: list[Sentence], program: Program, language: str) -> list[str]:
    """The sentences in words."""
    return [TEXTS.say(language, one.key, one.values, program) for one in sentences]


def without(sentences: list[Sentence], others: list[Sentence]) -> list[Sentence]:
    """Those sentences that are not among the others, or more often."""
    left = list(sentences)
    for sentence in others:
        if sentence in left:
            left.remove(sentence)
    return left


def unchanged(data: dict[str, Any]) -> Program | None:
    """One of the programs to be changed, read once."""
    if id(data) not in READ:
        READ[id(data)] = loaded(data)
    return READ[id(data)]


def loaded(data: dict[str, Any]) -> Program | None:
    """The program, or None when there can't be such a one."""
    try:
        return Program.model_validate(data)
    except ValidationError:
        return None


@cache
def programs() -> list[tuple[str, dict[str, Any], Path]]:
    """The programs to be changed, and the part of each that is."""
    found: list[tuple[str, dict[str, Any], Path]] = [("all", everything(), ())]
    for path, kinds in KINDS.items():
        found += [(one["kind"], changed(everything(), path, one), path) for one in kinds]
    return found


def cases() -> Iterator[tuple[dict[str, Any], Place]]:
    """Every field of everything."""
    for _, data, within in programs():
        program = unchanged(data)
        assert program
        for place in places(program):
            if place.path[: len(within)] == within and place.path != ("points",):
                yield data, place  # what a point is called: test_locales looks at that


def ways(data: dict[str, Any], place: Place) -> Iterator[tuple[Any, Program, Program]]:
    """What else the field can say, the program before, and the program then."""
    base = prepared(data, place)
    start = unchanged(data) if base is data else loaded(base)
    if start is None:
        return  # such a thing can't have this field
    instead = INSTEAD.get(place.name, "")
    if instead in place.owner.model_fields:
        base = changed(base, (*place.path[:-1], instead), None)
    for value in other_values(place):
        if program := loaded(changed(base, place.path, value)):
            yield value, start, program


@pytest.mark.parametrize("part", PARTS)
def test_whatever_a_field_says_is_told(part: str) -> None:
    """In every language, and whatever it says is told differently."""
    for data, place in cases():
        is_told = place.name not in UNTOLD and place.path[:4] != FIRST_TIER
        if place.path[0] == part and is_told:
            assert_told(data, place)


def assert_told(data: dict[str, Any], place: Place) -> None:
    """Whatever that field says is told."""
    tellings: list[tuple[str, list[str]]] = []
    for value, before, after in ways(data, place):
        old, new = explain(before), explain(after)
        gone, more = without(old, new), without(new, old)
        for language in LANGUAGES:
            telling = said(more, after, language)
            assert telling != said(gone, before, language), f"{place} = {value!r} is not told"
            assert not more or (language, telling) not in tellings, (
                f"{place} = {value!r} is told as others are"
            )
            tellings.append((language, telling))


def test_no_part_of_a_program_is_left_out() -> None:
    """A new kind of rule, benefit or reward must be added to the program that has one of each."""
    there = {
        place.owner for _, data, _ in programs() for place in places(Program.model_validate(data))
    }

    messages = {
        one
        for name in ("campaigns", "surveys")
        for one in models(Program.model_fields[name].annotation)
    }

    assert set(models(Program)) - messages - there == set()


def test_every_field_was_told_somewhere() -> None:
    """None was passed over because no other value of it was possible anywhere."""
    fields: dict[tuple[str, str], bool] = {}
    for data, place in cases():
        field = declared(place)
        if place.name not in UNTOLD and place.path[:4] != FIRST_TIER and not fields.get(field):
            fields[field] = any(True for _ in ways(data, place))

    untold = {field for field, found in fields.items() if not found}
    assert {(part, name) for part, name in untold if name not in ("kind", "on")} == set()


def declared(place: Place) -> tuple[str, str]:
    """The field under the part that first has it."""
    having = [one for one in place.owner.__mro__ if place.name in getattr(one, "model_fields", {})]
    return having[-1].__name__, place.name


def test_what_pays_the_friend_is_told() -> None:
    """If it is not what pays the referrer."""
    data = changed(everything(), ("referral", "friend_paid"), "joining")

    assert "For the friend, on joining: 43 points." in told(Program.model_validate(data), "en")


def test_a_present_for_every_year_is_told() -> None:
    """It is given with a message, but everybody can count on it."""
    present = {"id": "years", "kind": "anniversary", "offer": {"points": 47}}
    data = changed(everything(), ("campaigns",), [present])

    for language in LANGUAGES:
        telling = told(Program.model_validate(data), language)
        assert any("47" in line for line in telling)


def test_that_unusual_invitations_are_looked_at_is_told() -> None:
    """Though not which they are."""
    data = everything()
    quiet = changed(data, ("referral", "review"), [])

    assert told(Program.model_validate(data), "en") != told(Program.model_validate(quiet), "en")


def test_a_factor_is_told_to_its_last_decimal() -> None:
    """Babel would round it to three."""
    data = changed(everything(), ("tiers", "levels", 2, "factor"), "1.1234")
    program = Program.model_validate(data)

    assert program.tiers.levels[2].factor == Decimal("1.1234")
    assert "– Purchases earn 12.34% more." in told(program, "en")
