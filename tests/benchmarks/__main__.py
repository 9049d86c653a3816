"""`python -m tests.benchmarks`: measure, print one table, judge nothing. Under 90 seconds."""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from rich.console import Console

from tests.benchmarks import (
    answers,
    credits,
    delivery,
    double_entry,
    importing,
    large,
    peers,
    programs,
    pushing,
    redemptions,
    webhooks,
)
from tests.benchmarks.postgres import two_databases
from tests.benchmarks.rounds import FULL, Row, Sizes, Skipped, show

WIDTH = 140  # what the table needs
Benchmark = Callable[[Path, Sizes], Coroutine[None, None, list[Row]]]


async def on_postgres(folder: Path, sizes: Sizes) -> list[Row]:
    """Purchase credits and redemptions on a PostgreSQL server made for this."""
    with two_databases() as urls:
        rows = await credits.on_postgres(urls, sizes)
    with two_databases() as urls:
        return [*rows, *await redemptions.on_postgres(urls, sizes)]


BENCHMARKS: dict[str, Benchmark] = {
    "sqlite": credits.on_sqlite,
    "postgres": on_postgres,
    "redemptions": redemptions.on_sqlite,
    "peers": peers.on_sqlite,
    "hordak": double_entry.on_postgres,
    "rules": programs.on_rules,
    "history": programs.on_history,
    "import": importing.on_sqlite,
    "import-postgres": importing.on_postgres,
    "outbox": delivery.unlimited,
    "outbox-limits": delivery.on_limits,
    "due": pushing.due_of_many,
    "expiring": pushing.everybody_loses,
    "webhooks": webhooks.per_second,
    **{name: partial(answers.per_second, name) for name in answers.LIBRARIES},
    **{f"{name}-start": partial(answers.start, name) for name in answers.LIBRARIES},
}


def in_earnest(benchmark: Benchmark) -> Benchmark:
    """The same with a million members, and 100,000 messages."""
    return lambda folder, sizes: benchmark(folder, replace(sizes, crowd=10**6, updates=10**5))


LONG: dict[str, Benchmark] = {
    "large": large.on_a_million,
    "due-of-a-million": in_earnest(pushing.due_of_many),
    "expiring-a-million": in_earnest(pushing.everybody_loses),
    "outbox-of-100000": in_earnest(delivery.unlimited),
}
"""Those that take minutes, and run when they are named."""


def main(names: list[str]) -> None:
    """Run the named benchmarks, or all."""
    if unknown := set(names) - {*BENCHMARKS, *LONG}:
        sys.exit(f"no {', '.join(sorted(unknown))}; there are {', '.join([*BENCHMARKS, *LONG])}")
    console, started = Console(), perf_counter()
    console = console if console.width >= WIDTH else Console(width=WIDTH)
    rows: list[Row] = []
    for name in names or BENCHMARKS:
        with console.status(name), tempfile.TemporaryDirectory() as folder:
            try:
                rows += asyncio.run((BENCHMARKS | LONG)[name](Path(folder), FULL))
            except Skipped as reason:
                console.print(f"{name} is left out: {reason}")
    show(rows, console)
    console.print(f"{perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
