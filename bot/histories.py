"""
Order histories: a CSV file of orders, read into memory as numbers, the oldest order first.

A million orders are a million rows of a few integers each, so that they fit beside a million of
anything else; names of customers, categories and goods are kept once.
"""

import csv
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.csvs import CsvUnreadable, opened_csv
from core.money import to_minor
from core.simulating.running import Bought

NEEDED = ("order_id", "customer_id", "placed_at", "total", "currency")
OPTIONAL = ("category", "sku")
SHOWN = 20  # bad rows that are named; the rest is counted
STEP = 5_000  # rows between two looks at the progress


class BadHistory(Exception):
    """The file can't be used; the message says why, with its line."""


class NoHistory(BadHistory):
    """There is no such file, or it is no text."""


@dataclass(slots=True)
class History:
    """Orders as columns of numbers."""

    program_currency: str
    timezone: ZoneInfo
    days: "array[int]" = field(default_factory=lambda: array("l"))  # of the shop, as ordinals
    instants: "array[int]" = field(default_factory=lambda: array("q"))  # seconds, to put in order
    customers: "array[int]" = field(default_factory=lambda: array("l"))
    totals: "array[int]" = field(default_factory=lambda: array("q"))  # minor units
    categories: "array[int]" = field(default_factory=lambda: array("l"))
    skus: "array[int]" = field(default_factory=lambda: array("l"))
    names: dict[str, int] = field(default_factory=lambda: {"": 0})  # of categories and goods
    known: dict[str, int] = field(default_factory=dict)  # customers
    seen: set[int] = field(default_factory=set)  # hashes of order numbers
    bad: list[str] = field(default_factory=list)
    skipped: int = 0

    def __len__(self) -> int:
        return len(self.totals)

    def orders(self) -> Iterator[Bought]:
        """The orders, the oldest first; those of one moment as they stand in the file."""
        names = list(self.names)
        made: dict[int, date] = {}
        for row in sorted(range(len(self)), key=self.instants.__getitem__):
            ordinal = self.days[row]
            day = made.get(ordinal) or made.setdefault(ordinal, date.fromordinal(ordinal))
            yield Bought(
                self.customers[row],
                day,
                self.totals[row],
                names[self.categories[row]],
                names[self.skus[row]],
            )


def read_history(
    path: Path,
    *,
    currency: str,
    timezone: str,
    skip_bad: bool,
    progress: Callable[[int], None] = lambda _: None,
) -> History:
    """
    Read the file; progress is told how many bytes are read so far.

    Raises NoHistory, and BadHistory: columns that are missing, or, unless they are skipped, the
    first row that can't be used.
    """
    history = History(currency, ZoneInfo(timezone))
    try:
        with opened_csv(path) as sheet:
            _read(history, path, sheet.rows, skip_bad, lambda: progress(sheet.file.tell()))
    except CsvUnreadable as error:
        raise NoHistory(str(error)) from None
    return history


def _read(
    history: History,
    path: Path,
    rows: Any,  # what csv.reader gives has no public name
    skip_bad: bool,
    progress: Callable[[], None],
) -> None:
    places = _columns(path, next(rows, []))
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            if row:
                _add(history, row, places)
        except (ValueError, IndexError, csv.Error) as error:
            reason = "a column is missing" if isinstance(error, IndexError) else str(error)
            problem = f"{path}:{rows.line_num}: {reason}"
            if not skip_bad:
                raise BadHistory(problem) from None
            history.skipped += 1
            if len(history.bad) < SHOWN:
                history.bad.append(problem)
        if rows.line_num % STEP == 0:
            progress()


def _columns(path: Path, header: list[str]) -> tuple[int, ...]:
    names = [name.strip().casefold() for name in header]
    if missing := [name for name in NEEDED if name not in names]:
        found = ", ".join(names) or "nothing"
        raise BadHistory(f"{path}:1: no column {' and '.join(missing)} (found {found})")
    return tuple(names.index(name) if name in names else -1 for name in (*NEEDED, *OPTIONAL))


def _add(history: History, row: list[str], places: tuple[int, ...]) -> None:
    """Add one order; ValueError says what is wrong with it. Nothing is added then."""
    order, customer, placed_at, total, currency = [row[place].strip() for place in places[:5]]
    category, sku = [row[place].strip() if place >= 0 else "" for place in places[5:]]
    if not order or not customer:
        raise ValueError("order_id or customer_id is empty")
    number = hash(order)
    if number in history.seen:
        raise ValueError(f'the order "{order}" is there twice')
    if currency.upper() != history.program_currency:
        message = f'the currency is "{currency}"; the program\'s is {history.program_currency}'
        raise ValueError(message)
    at = _instant(placed_at, history.timezone)
    minor = to_minor(total, history.program_currency)
    if minor < 0:
        raise ValueError(f"the total is {total}; refunds are not orders")
    history.seen.add(number)
    history.days.append(at.toordinal())
    history.instants.append(int(at.timestamp()))
    history.customers.append(history.known.setdefault(customer, len(history.known)))
    history.totals.append(minor)
    history.categories.append(history.names.setdefault(category, len(history.names)))
    history.skus.append(history.names.setdefault(sku, len(history.names)))


def _instant(text: str, timezone: ZoneInfo) -> datetime:
    """A moment or a day in ISO 8601; without an offset it is the shop's time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        message = f'placed_at is "{text[:40]}"; write it as 2026-03-10T12:00:00+02:00'
        raise ValueError(message) from None
    return at.replace(tzinfo=timezone) if at.tzinfo is None else at.astimezone(timezone)
