"""One season after another, each by another seed, until something is amiss or it is time."""

from collections import Counter
from pathlib import Path
from random import SystemRandom
from time import monotonic

from rich.console import Console

from tests.simulation.playing import play
from tests.simulation.season import Plan

TELL_S = 30.0


def soak(template: Path, minutes: float | None, console: Console) -> int:
    """Play until then, or for ever; tell now and then how far it is. 1 if anything was amiss."""
    begun = told = monotonic()
    until = begun + minutes * 60 if minutes else None
    seeds, steps, deaths, faults = 0, 0, 0, Counter[str]()
    luck = SystemRandom()
    while until is None or monotonic() < until:
        seed = luck.getrandbits(32)
        played = play(Plan(seed=seed), template)
        seeds, steps, deaths = seeds + 1, steps + played.steps, deaths + played.deaths
        faults += played.faults
        if played.amiss:
            console.print(f"seed {seed}: play it again by python -m tests.simulation {seed}")
            for what in played.amiss:
                console.print(what, markup=False)
            break
        if monotonic() > told + TELL_S:
            told = monotonic()
            console.print(f"{told - begun:.0f} s: {seeds} seeds, {steps} steps, {deaths} deaths")
    else:
        seed = 0
    console.print(f"{seeds} seeds, {steps} steps, {deaths} deaths of processes; faults:")
    for kind, count in faults.most_common():
        console.print(f"{count:>10}  {kind}")
    return int(seed != 0)
