"""What people were told, kept as they would keep it: every word of it must stay true."""

from collections import Counter
from dataclasses import dataclass, field

from core.model import MemberId


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
