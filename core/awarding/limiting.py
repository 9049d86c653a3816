"""
Limits of rules that are no order's: how much a rule still gives a member, counted by the member's
counters, which are named as those of the rules for orders are.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from core.awarding.periods import period_key
from core.program.rules import Rule


def room(rule: Rule, day: date, counters: Mapping[str, int]) -> int | None:
    """
    How many points the rule's limits still let it give on that day; None is without end.

    0 also when it has given so often as it may, or a reward alone so often.
    """
    rooms: list[int] = []
    for limit in rule.limits:
        given, times = (counters.get(name, 0) for name in _names(rule, limit.every, day))
        if limit.every == "order":
            given = times = 0  # each act is one
        if limit.times is not None and times >= limit.times:
            return 0
        if limit.points is not None:
            rooms.append(max(limit.points - given, 0))
    return min(rooms, default=None)


def count(rule: Rule, day: date, points: int, times: int, counters: dict[str, int]) -> None:
    """Count so many points more, given so many times more; less than none are none."""
    for limit in rule.limits:
        if limit.every == "order":
            continue
        names = _names(rule, limit.every, day)
        for name, change in zip(names, (points, times), strict=True):
            counters[name] = max(counters.get(name, 0) + change, 0)


def _names(rule: Rule, every: str, day: date) -> Iterator[str]:
    """The counters of a limit: of points, and of times."""
    return (f"{rule.id}{mark}{every}:{period_key(every, day)}" for mark in "~#")
