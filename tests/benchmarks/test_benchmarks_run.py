"""
Every benchmark still runs: one tiny round of each. What it measures here means nothing.

aiogram's are left out, as aiogram takes seconds to load; they are the same code as ptb's. So are
those that are others in earnest, and take minutes whatever is asked of them.
"""

import asyncio
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from tests.benchmarks.__main__ import BENCHMARKS, LONG
from tests.benchmarks.rounds import TINY, Row, Skipped, show

RUN = BENCHMARKS | {"large": LONG["large"]}


@pytest.mark.parametrize("name", [name for name in RUN if "aiogram" not in name])
def test_it_runs(name: str, tmp_path: Path) -> None:
    try:
        rows = asyncio.run(RUN[name](tmp_path, TINY))
    except Skipped as reason:
        pytest.skip(str(reason))
    assert rows
    assert all(row.ours > 0 for row in rows)


def test_what_misses_its_bar_is_said_plainly() -> None:
    page = StringIO()
    fast = Row(name="fast", ours=9, floor=10, ratio=0.9, spread=(0.8, 1), bar=0.6)
    slow = Row(name="slow", ours=5, floor=10, ratio=0.5, spread=(0.4, 1), bar=0.6)
    large = Row(name="large", ours=151, spread=(150, 152), bar=150)
    show([fast, slow, large], Console(file=page, width=120))

    lines = page.getvalue().splitlines()
    missed = [line.split()[1] for line in lines if "below the bar" in line]
    assert missed == ["slow", "large"]
