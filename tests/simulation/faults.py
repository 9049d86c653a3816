"""Faults: what goes wrong, how often, and how often it did. All luck comes from the one seed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

USUAL: Mapping[str, float] = {  # the share of the occasions on which it happens
    "the database is locked": 0.004,
    "a read is locked": 0.002,
    "the disk is full": 0.008,
    "a statement fails": 0.0004,
    "an order's statement fails": 0.003,  # fails on the loop, where its group has no savepoints
    "a work is long": 0.003,
    "the commit's answer is lost": 0.006,
    "the database is slow": 0.02,
    "a delivery is lost": 0.03,
    "a delivery comes twice": 0.08,
    "an event comes again": 0.4,
    "a delivery is late": 0.15,
    "a shop gives up": 0.04,
    "a shop's API is away": 0.03,
    "a code's answer is lost": 0.05,
    "a hook is refused": 0.1,
    "a hook's answer is lost": 0.05,
}
NONE: Mapping[str, float] = dict.fromkeys(USUAL, 0.0)
LIFE = 4_000  # steps a process lives on average


@dataclass(slots=True)
class Faults:
    """Decides what goes wrong, and counts it. While it is calm nothing does."""

    random: Random
    rates: Mapping[str, float] = field(default_factory=lambda: USUAL)
    life: float = LIFE
    calm: bool = False
    seen: Counter[str] = field(default_factory=Counter)
    steps: int = 0  # of all processes

    def strike(self, kind: str) -> bool:
        """Whether it happens here and now."""
        if self.calm or self.random.random() >= self.rates[kind]:
            return False
        self.seen[kind] += 1
        return True

    def lifetime(self) -> int:
        """After how many steps a new process dies."""
        return int(self.random.expovariate(1 / self.life)) + 1
