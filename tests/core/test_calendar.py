"""The calendar: months keep their day or end, days begin where the shop is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import (
    add_months,
    celebrated_on,
    end_after_days,
    local_day,
    midnight,
)
from core.model import Birthday

KYIV = "Europe/Kyiv"
Days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_months_keep_the_day_or_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(day=Days, months=st.integers(-200, 200))
def test_months_on_are_that_many_months_on(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(day=Days, other=Days, months=st.integers(-200, 200))
def test_a_later_day_never_becomes_an_earlier_one(day: date, other: date, months: int) -> None:
    first, second = sorted((day, other))

    assert add_months(first, months) <= add_months(second, months)


def test_a_day_is_the_shops() -> None:
    instant = datetime(2026, 3, 10, 22, tzinfo=UTC)

    assert local_day(instant, KYIV) == date(2026, 3, 11)
    assert local_day(instant, "America/New_York") == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 7, 1), 24)]
)
def test_a_day_of_changing_clocks_has_another_length(day: date, hours: int) -> None:
    begins = midnight(day, KYIV).astimezone(UTC)
    ends = midnight(day + timedelta(days=1), KYIV).astimezone(UTC)

    assert ends - begins == timedelta(hours=hours)


@pytest.mark.parametrize("hour", [0, 12, 20])
def test_the_whole_last_day_counts(hour: int) -> None:
    bought = datetime(2026, 3, 28, hour, tzinfo=UTC)

    assert end_after_days(bought, 1, KYIV) == datetime(2026, 3, 29, 21, tzinfo=UTC)
    assert end_after_days(bought, 0, KYIV) == datetime(2026, 3, 28, 22, tzinfo=UTC)


@given(instant=st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 the strategy adds the zone
def test_a_day_lies_between_its_midnights(instant: datetime) -> None:
    day = local_day(instant, KYIV)

    assert midnight(day, KYIV) <= instant < midnight(day + timedelta(days=1), KYIV)


def test_a_leap_day_is_celebrated_every_year() -> None:
    leap = Birthday(day=29, month=2, year=2000)

    assert celebrated_on(leap, 2027) == date(2027, 2, 28)
    assert celebrated_on(leap, 2028) == date(2028, 2, 29)
    assert celebrated_on(leap, 2100) == date(2100, 2, 28)
