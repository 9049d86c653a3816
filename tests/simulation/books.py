"""What people were told, kept as they would keep it: every word of it must stay true."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.calendar import midnight
from core.model import MemberId
from core.tables.instants import to_ms

ZONE = "Europe/Bucharest"


@dataclass(slots=True)
class Books:
    """What was answered. Sums are in minor units."""

    vouchers: dict[str, MemberId] = field(default_factory=dict)  # code → who it was told to
    undone: set[str] = field(default_factory=set)  # codes that were told to be points again
    used: Counter[str] = field(default_factory=Counter)  # codes, by how often one was taken
    sold: dict[MemberId, Counter[int]] = field(default_factory=dict)  # the sums told as sold
    granted: Counter[MemberId] = field(default_factory=Counter)  # points told as given by hand
    claimed: dict[str, MemberId] = field(default_factory=dict)  # receipt → who has it
    dates: dict[tuple[MemberId, int], int] = field(default_factory=dict)  # lot → told to last till
    brought: dict[MemberId, MemberId] = field(default_factory=dict)  # friend → who brought them
    rates: dict[str, int] = field(default_factory=dict)  # program text → points for 1.00
    wrong: list[str] = field(default_factory=list)

    def promise(self, member: MemberId, lots: Iterable[int], last_day: date) -> None:
        """The member was told that these points are good till the end of that day."""
        until = to_ms(midnight(last_day + timedelta(days=1), ZONE))
        for number in lots:
            self.dates[member, number] = max(until, self.dates.get((member, number), 0))
