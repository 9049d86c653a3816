"""Ours and the floor in turns, so that what disturbs the machine disturbs both; and the table."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

from rich.console import Console
from rich.table import Table

Side = Callable[[int], Awaitable[None]]
"""Does that many operations."""

T = TypeVar("T")


class Skipped(Exception):
    """It can't be measured here, for that reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much is measured."""

    rounds: int
    credits: int  # purchases in a round
    answers: int  # messages in a round
    updates: int  # messages until the memory is looked at
    starts: int
    members: int
    history: int  # orders in a history
    webhooks: int  # orders in a round
    crowd: int  # members of whom few, or all, are due


FULL = Sizes(
    rounds=9,
    credits=100,
    answers=60,
    updates=2_000,
    starts=3,
    members=300,
    history=50_000,
    webhooks=400,
    crowd=100_000,
)
TINY = Sizes(
    rounds=1,
    credits=10,
    answers=10,
    updates=20,
    starts=1,
    members=10,
    history=100,
    webhooks=10,
    crowd=200,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    spread: tuple[float, float]  # of the ratio; of ours where there is no floor
    bar: float | None
    floor: float | None = None
    ratio: float | None = None  # None: the bar is for ours itself
    at_least: bool = False  # ours must not be below the bar, instead of above it

    @property
    def holds(self) -> bool:
        """Whether we are as good as we said we would be."""
        if self.bar is None:
            return True
        if self.at_least:
            return self.ours >= self.bar
        return self.ours <= self.bar if self.ratio is None else self.ratio >= self.bar


async def compared(
    name: str, *, ours: Side, floor: Side, count: int, rounds: int, bar: float | None
) -> Row:
    """Measure both, one round after the other; the ratio is the median of the rounds' ratios."""
    await ours(count)  # the first round fills caches
    await floor(count)
    pairs = [(await _rate(ours, count), await _rate(floor, count)) for _ in range(rounds)]
    ratios = [one / other for one, other in pairs]
    return Row(
        name=name,
        ours=median(one for one, _ in pairs),
        floor=median(other for _, other in pairs),
        ratio=median(ratios),
        spread=(min(ratios), max(ratios)),
        bar=bar,
    )


def limited(name: str, values: Sequence[float], *, bar: float | None = None) -> Row:
    """What should be small: the median."""
    return Row(name=name, ours=median(values), spread=(min(values), max(values)), bar=bar)


def at_once(callers: int, numbers: Iterator[int], do: Callable[[int], Awaitable[None]]) -> Side:
    """So many callers on the event loop; each operation has a number of its own."""

    async def caller(todo: Iterator[int]) -> None:
        for number in todo:
            await do(number)

    async def side(operations: int) -> None:
        todo = iter([next(numbers) for _ in range(operations)])
        async with asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(caller(todo))

    return side


def in_threads(
    callers: Sequence[T],
    threads: ThreadPoolExecutor,
    numbers: Iterator[int],
    do: Callable[[T, int], None],
) -> Side:
    """Each caller in a thread; each operation has a number of its own."""

    def work(caller: T, todo: list[int]) -> None:
        for number in todo:
            do(caller, number)

    async def side(operations: int) -> None:
        todo = [next(numbers) for _ in range(operations)]
        loop = asyncio.get_running_loop()
        shares = ((one, todo[place :: len(callers)]) for place, one in enumerate(callers))
        await asyncio.gather(*(loop.run_in_executor(threads, work, *share) for share in shares))

    return side


async def _rate(side: Side, count: int) -> float:
    started = perf_counter()
    await side(count)
    return count / (perf_counter() - started)


def show(rows: Sequence[Row], console: Console) -> None:
    """Print the table."""
    table = Table()
    table.add_column("name", no_wrap=True)
    for column in ("ours/s", "floor/s", "ratio", "bar", "spread"):
        table.add_column(column, justify="right")
    table.add_column("", no_wrap=True)
    for row in rows:
        table.add_row(
            row.name,
            _number(row.ours),
            "" if row.floor is None else _number(row.floor),
            "" if row.ratio is None else f"{row.ratio:.2f}",
            _bar(row),
            "–".join(map(_number, row.spread)),
            "" if row.holds else "below the bar",
        )
    console.print(table)


def _bar(row: Row) -> str:
    if row.bar is None:
        return ""
    at_most = row.ratio is None and not row.at_least
    return f"{'≤' if at_most else '≥'} {_number(row.bar) if row.bar >= 1000 else f'{row.bar:g}'}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"
