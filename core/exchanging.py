"""What sums in other currencies come to in the program's, at the rate in force at their moment."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import lru_cache

from core.act import Act
from core.program.loading import load
from core.program.schema import Program
from core.tables import programs
from core.transaction import Transaction

_known = lru_cache(maxsize=8)(load)


@dataclass(frozen=True, slots=True)
class Version:
    """A program, and since when it was in force."""

    since: datetime
    program: Program


class Exchange:
    """The rates of every program there was, read when one is asked for first."""

    def __init__(self, tx: Transaction, act: Act) -> None:
        self._tx = tx
        self._act = act
        self._versions: list[Version] = []

    def worth(self, amount: int, currency: str, at: datetime) -> int:
        """What the minor units came to in minor units of today's program, rounded half up."""
        if currency == self._act.program.currency:
            return amount
        return int(amount * self._rate(currency, at) + Fraction(1, 2))

    def _rate(self, currency: str, at: datetime) -> Fraction:
        """
        The rate of that moment; of the nearest program that knows one, if the one in force does
        not; 0 of a currency that none has known.
        """
        own = self._act.program.currency
        versions = self._of_old()
        place = max(bisect_right(versions, at, key=lambda one: one.since) - 1, 0)
        nearest = (*reversed(versions[: place + 1]), *versions[place + 1 :])
        rates = (one.program.exchange(currency) for one in nearest if one.program.currency == own)
        return next((rate for rate in rates if rate), Fraction())

    def _of_old(self) -> list[Version]:
        if not self._versions:
            self._versions = list(self._read())
        return self._versions

    def _read(self) -> Iterable[Version]:
        for version, since, _ in reversed(programs.history(self._tx)):
            if version == self._act.program_version:
                yield Version(since, self._act.program)
            elif text := programs.of_version(self._tx, version):
                yield Version(since, _known(text))
