"""What an explanation is made of: sentences, their details, and the values they show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Union

from core.model import Money, Points, Title
from core.program.conditions import WEEKDAYS
from core.program.conditions import Weekday as Name

if TYPE_CHECKING:
    from core.program.schema import Program

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; 0 is Monday."""

    number: int

    @classmethod
    def named(cls, name: Name) -> "Weekday":
        """The day a program file calls so, "mon" to "sun"."""
        return cls(WEEKDAYS.index(name))


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day of every year; it may be 29 February."""

    month: int
    day: int

    @classmethod
    def written(cls, text: str) -> "DayOfYear":
        """The day a program file writes so, "12-31"."""
        month, day = map(int, text.split("-"))
        return cls(month, day)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values, to be joined as the language does: with "and", or with "or"."""

    items: tuple["Told", ...]
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its key in the locales, and what it shows."""

    key: str
    values: Mapping[str, "Told"] = field(default_factory=dict)


Told = Union[int, str, Decimal, date, DayOfYear, Weekday, Points, Money, Title, Listed, "Sentence"]
"""What a sentence can show; another one may stand in it after a colon or in a list."""


def listed(items: Iterable[Told], *, any_of: bool = False) -> Told:
    """The values as one: a single one is itself."""
    found = tuple(items)
    return found[0] if len(found) == 1 else Listed(found, any_of)


def under(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences as details of the one before them; their own details go one step deeper."""
    for sentence in sentences:
        if sentence.key == "rules-detail":
            yield Sentence("rules-detail-deeper", sentence.values)
        else:
            yield Sentence("rules-detail", {"said": sentence})


def given(program: "Program", points: int | None, reward: str | None) -> Told:
    """What is given: points, a reward by its name, or both."""
    what: list[Told] = [Points(points)] if points else []
    if reward:
        found = program.reward(reward)
        what.append(found.title if found else reward)
    return listed(what)


def tier_named(program: "Program", tier_id: str) -> Title:
    """What members call the tier."""
    return program.tier(tier_id).title


def plan_named(program: "Program", plan_id: str) -> Told:
    """What members call the plan."""
    plan = program.plan(plan_id)
    return plan.title if plan else plan_id


def worth_of_a_point(program: "Program") -> Iterator[Sentence]:
    """What a share of a sum is in points; of money nothing needs to be said."""
    if program.unit == "points":
        yield Sentence("rules-share-in-points", {"amount": program.money(ONE), "points": Points(1)})
