"""Watching the ledger while somebody asks: what they are told must have been so meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from core.model import MemberId
from core.tables.instants import to_ms
from core.transaction import Transaction
from tests.simulation.clockwork import Calendar
from tests.simulation.engine import Disk
from tests.simulation.server import Server

SKEW_MS = 10_000


@dataclass(slots=True)
class Watch:
    """Looks after every commit at the points of who is waiting for an answer."""

    disk: Disk | Server
    calendar: Calendar
    _asking: list[tuple[MemberId, int, set[int]]] = field(default_factory=list)  # since when

    def __post_init__(self) -> None:
        self.disk.watchers.append(self._look)

    @contextmanager
    def of(self, member_id: MemberId) -> Iterator[set[int]]:
        """All that the member could spend from now until the end of this."""
        asking = member_id, to_ms(self.calendar()), set[int]()
        self._asking.append(asking)
        self.disk.whole(self._look)
        yield asking[2]
        self.disk.whole(self._look)
        self._asking.remove(asking)

    def _look(self, tx: Transaction) -> None:
        now = to_ms(self.calendar())
        for member_id, since, seen in self._asking:
            seen |= spendables(tx, member_id, since - SKEW_MS, now + SKEW_MS)


def spendables(tx: Transaction, member_id: MemberId, since: int, until: int) -> set[int]:
    """What can be spent at any moment between, as lots come free and end by themselves."""
    rows = tx.rows(
        "SELECT available_at, expires_at FROM lots WHERE member_id = :member", member=member_id
    )
    moments = {moment for row in rows for moment in row if moment and since < moment <= until}
    return {
        int(tx.rows(
            "SELECT COALESCE(SUM(remaining), 0) FROM lots WHERE member_id = :member"
            " AND available_at <= :now AND (expires_at IS NULL OR expires_at > :now)",
            member=member_id, now=at,
        )[0][0])
        for at in sorted({since, until, *moments})
    }  # fmt: skip
