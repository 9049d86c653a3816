"""
`python -m tests.simulation SEED` plays that season again; `postgres SEED` on a server of its own,
`year SEED` a year of messages of thousands; `soak [MINUTES]` one season after another.
"""

import asyncio
import logging
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from time import perf_counter

from rich.console import Console

from tests.conftest import migrated, postgres_server
from tests.simulation import playing, season, soaking, year

console = Console()


def main(arguments: list[str]) -> int:
    """Do it; 1 if anything was amiss."""
    logging.disable(logging.CRITICAL)  # what goes wrong here is meant to
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.db"
        asyncio.run(migrated(f"sqlite:///{template}"))
        if arguments[:1] == ["soak"]:
            minutes = float(arguments[1]) if len(arguments) > 1 else None
            return soaking.soak(template, minutes, console)
        play: Callable[[int, Path], list[str]] = _season
        if arguments[:1] in (["year"], ["postgres"]):
            play, arguments = PROFILES[arguments[0]], arguments[1:]
        seed = int(arguments[0]) if arguments else SystemRandom().getrandbits(32)
        console.print(f"seed {seed}")
        started = perf_counter()
        amiss = play(seed, template)
    for what in amiss:
        console.print(what, markup=False)
    console.print(f"{perf_counter() - started:.0f} s")
    return bool(amiss)


def _season(seed: int, template: Path) -> list[str]:
    played = playing.play(season.Plan(seed=seed), template)
    console.print(dict(played.counts), f"deaths {played.deaths}", played.digest)
    console.print(dict(played.faults))
    return played.amiss


def _on_postgres(seed: int, template: Path) -> list[str]:
    with postgres_server() as server:
        asyncio.run(migrated(server.get_uri()))
        played = playing.play_on(season.Plan(seed=seed), server.get_uri())
    console.print(dict(played.counts), f"deaths {played.deaths}", dict(played.faults))
    return played.amiss


def _year(seed: int, template: Path) -> list[str]:
    plan = year.Plan(seed=seed, people=2000, days=366, deeds_a_day=40)
    lived = year.live(plan, template)
    console.print(dict(lived.counts), f"deaths {lived.deaths}", lived.digest)
    return lived.amiss


PROFILES = {"year": _year, "postgres": _on_postgres}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
