"""`python -m tests.simulation [SEED]`: a year of thousands of members, in under a minute."""

import asyncio
import sys
import tempfile
from pathlib import Path
from random import SystemRandom
from time import perf_counter

from rich.console import Console

from tests.conftest import migrated
from tests.simulation.year import Plan, live


def main(arguments: list[str]) -> int:
    """Live a whole year by that seed, or by one of chance; 1 if anything was amiss."""
    console, started = Console(), perf_counter()
    seed = int(arguments[0]) if arguments else SystemRandom().getrandbits(32)
    console.print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.db"
        asyncio.run(migrated(f"sqlite:///{template}"))
        year = live(Plan(seed=seed, people=2000, days=366, deeds_a_day=40), template)
    for what in year.amiss:
        console.print(what, markup=False)
    console.print(dict(year.counts), f"deaths {year.deaths}", year.digest)
    console.print(f"{perf_counter() - started:.0f} s")
    return bool(year.amiss)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
