"""Limits of points where orders were counted otherwise, and which orders must be known for them."""

from datetime import date, timedelta

import pytest

from core.awarding.award import Award
from core.awarding.capping import Standing, change, earliest
from tests.core.awarding.test_rates import more
from tests.core.awarding.till import MONDAY, program


def standing(name: str, due: int, raw: int) -> Standing:
    """An order that is worth so much, and would be without limits."""
    text = more("p", "cashback", percent='"100"', limits='[{ every = "month", points = 10 }]')
    day = MONDAY + timedelta(days=ord(name) - ord("a"))
    return Standing(day, name, program(text), {"p": Award(sum=100 * raw, due=due, raw=raw)})


@pytest.mark.parametrize(
    ("had", "other", "taken"),
    [
        (4, standing("b", 0, 1), 4),  # no more than was given
        (4, standing("b", 0, 0), 4),
        (15, standing("b", 2, 0), 17),  # nothing stands any more: all of it
    ],
)
def test_of_orders_that_were_counted_otherwise_a_return_takes_what_they_have_at_most(
    had: int, other: Standing, taken: int
) -> None:
    old, new = standing("a", had, 10), standing("a", had, 0)
    assert change("p", [other], old, new, count=0) == -taken


@pytest.mark.parametrize(
    ("limits", "carry", "since"),
    [
        ("order points", "false", date.max),
        ("day points", "false", date(2026, 4, 1)),
        ("week points", "false", date(2026, 3, 30)),
        ("month points, day points", "false", date(2026, 4, 1)),
        ("month points, week points", "false", None),
        ("year points, month times", "false", date(2026, 1, 1)),
        ("ever points", "false", None),
        ("day points", "true", None),
        ("day times", "true", date.max),
    ],
)
def test_only_orders_that_a_limit_asks_for_need_be_known(
    limits: str, carry: str, since: date | None
) -> None:
    parts = (each.split() for each in limits.split(", "))
    said = ", ".join(f'{{ every = "{every}", {what} = 5 }}' for every, what in parts)
    text = more("p", "purchase", points="1", per='"1.00"', carry=carry, limits=f"[{said}]")
    assert earliest(program(text).earning, date(2026, 4, 1)) == since
