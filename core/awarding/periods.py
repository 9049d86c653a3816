"""The stretches of time that limits and goals are counted in, and the counters' names."""

from collections.abc import Mapping
from datetime import date, timedelta

KEPT = 3  # periods of a counter that may still change by returns; older ones are forgotten
MANY = 24


def period_key(every: str, day: date) -> str:
    """The day, week, month or year it belongs to, as text that sorts by time; "" is ever."""
    match every:
        case "day":
            return day.isoformat()
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}"
        case "month":
            return f"{day.year}-{day.month:02}"
        case "year":
            return str(day.year)
        case _:
            return ""


def first_day(every: str, day: date) -> date | None:
    """The first day of that day, week, month or year; None is since ever."""
    match every:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return None


def ordinal(unit: str, day: date) -> int:
    """The number of the day, week or month since the beginning of time: the next is one more."""
    if unit == "days":
        return day.toordinal()
    if unit == "weeks":
        return (day.toordinal() - 1) // 7
    return day.year * 12 + day.month


def without_old(counters: Mapping[str, int]) -> Mapping[str, int]:
    """The counters without those that are nought or of long past periods."""
    if len(counters) <= MANY:
        return counters
    kept: dict[str, int] = {}
    newest: dict[str, list[str]] = {}
    for name, count in counters.items():
        rule, colon, period = name.rpartition(":")
        if not colon or not period:
            kept |= {name: count} if count else {}
        else:
            newest.setdefault(rule, []).append(name)
    for names in newest.values():
        kept |= {name: counters[name] for name in sorted(names)[-KEPT:]}
    return kept
