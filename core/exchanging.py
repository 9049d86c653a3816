"""What sums in other currencies come to in the program's, at the rate in force at their moment."""

from bisect import bisect_right
from datetime import datetime
from fractions import Fraction

from core.act import Act
from core.program.loading import load_again
from core.program.schema import Program
from core.tables import programs
from core.transaction import Transaction


class Exchange:
    """The rates of the programs there were, each read when it is asked for first."""

    def __init__(self, tx: Transaction, act: Act) -> None:
        self._tx = tx
        self._act = act
        self._versions: list[tuple[datetime, int]] = []  # since when which; the oldest first
        self._rates: dict[tuple[int, str], Fraction | None] = {}

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
        versions = self._of_old()
        place = max(bisect_right(versions, at, key=lambda one: one[0]) - 1, 0)
        nearest = (*reversed(versions[: place + 1]), *versions[place + 1 :])
        rates = (self._known_to(version, currency) for _, version in nearest)
        return next((rate for rate in rates if rate), Fraction())

    def _of_old(self) -> list[tuple[datetime, int]]:
        if not self._versions:
            history = reversed(programs.history(self._tx))
            self._versions = [(since, version) for version, since, _ in history]
        return self._versions

    def _known_to(self, version: int, currency: str) -> Fraction | None:
        key = version, currency
        if key not in self._rates:
            program = self._program(version)
            ours = program and program.currency == self._act.program.currency
            self._rates[key] = program.exchange(currency) if program and ours else None
        return self._rates[key]

    def _program(self, version: int) -> Program | None:
        if version == self._act.program_version:
            return self._act.program
        text = programs.of_version(self._tx, version)
        return load_again(text) if text else None
