"""The owner's numbers once more, slow and obvious: every row is read, and counted by hand."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.statistics.figures import Figures
from core.statistics.periods import Period
from core.tables.instants import from_ms
from core.transaction import Transaction

DAY = timedelta(days=1)


class Raw:
    """All rows of the tables that matter, as they are."""

    def __init__(self, tx: Transaction, period: Period) -> None:
        self.zone = ZoneInfo(period.timezone)
        self.period = period
        self.entries = tx.rows("SELECT member_id, kind, points, occurred_at FROM entries")
        self.orders = tx.rows(
            "SELECT member_id, placed_at, total FROM orders"
            " WHERE member_id IS NOT NULL AND status <> 'cancelled'"
        )
        self.people = tx.rows("SELECT id, joined_at, status FROM members")
        self.friends = {row[0] for row in tx.rows("SELECT friend_id FROM referrals")}
        self.lots = tx.rows("SELECT remaining, available_at, expires_at FROM lots")

    def day(self, ms: int) -> date:
        """The shop's day."""
        return from_ms(ms).astimezone(self.zone).date()

    def within(self, ms: int, first: date, last: date) -> bool:
        """Whether it is of those days."""
        return first <= self.day(ms) <= last

    def kinds(self, first: date, last: date) -> Counter[str]:
        """Points by kind."""
        found: Counter[str] = Counter()
        for _, kind, points, at in self.entries:
            if self.within(at, first, last):
                found[kind] += points
        return found

    def flow(self, first: date, last: date) -> tuple[int, int, int]:
        """Issued, spent, expired."""
        kinds = self.kinds(first, last)
        spent = -kinds["redemption"] - kinds["undo"]
        lost = -kinds["expiry"]
        given = sum(n for kind, n in kinds.items() if kind not in ("redemption", "undo", "expiry"))
        return given, spent, lost

    def bought(self, first: date, last: date) -> list[tuple[int, int]]:
        """Who bought, and for how much."""
        return [(who, total) for who, at, total in self.orders if self.within(at, first, last)]

    def joined(self, first: date, last: date) -> list[int]:
        """Who joined."""
        return [who for who, at, _ in self.people if self.within(at, first, last)]

    def open(self, now: datetime, since: timedelta, until: timedelta) -> int:
        """Points that could first be spent so long ago."""
        return sum(
            left
            for left, at, ends in self.lots
            if since <= now - from_ms(at) < until and (ends is None or from_ms(ends) > now)
        )


def check(tx: Transaction, found: Figures, now: datetime) -> None:
    """Every number of the figures is what counting by hand gives."""
    period = found.period
    raw = Raw(tx, period)
    first, last = period.first, period.last
    _check_people(raw, found)
    orders = raw.bought(first, last)
    assert tuple(found.turnover) == (len(orders), sum(total for _, total in orders))
    flow = found.flow
    assert (flow.issued, flow.spent, flow.expired) == raw.flow(first, last)
    before = (first - period.days * DAY, first - DAY)
    was = found.before
    assert (was.flow.issued, was.flow.spent, was.flow.expired) == raw.flow(*before)
    assert was.joins == len(raw.joined(*before))
    assert was.turnover.orders == len(raw.bought(*before))
    _check_steps(raw, found)
    ages = [timedelta(days=days) for days in (0, 90, 180, 365, 10**5)]
    for place, name in enumerate(("young", "middle", "old", "oldest")):
        assert getattr(found.open, name) == raw.open(now, ages[place], ages[place + 1]), name
    assert found.open.pending == raw.open(now, -timedelta(days=10**6), timedelta())


def _check_people(raw: Raw, found: Figures) -> None:
    first, last = found.period.first, found.period.last
    here = [who for who, at, status in raw.people if status in ("active", "paused", "blocked")
            and raw.day(at) <= last]  # fmt: skip
    assert found.members == len(here)
    joined = raw.joined(first, last)
    assert (found.joins, found.invited) == (len(joined), len(raw.friends & set(joined)))
    times = Counter(who for who, _ in raw.bought(first, last))
    earlier = {who for who, _ in raw.bought(date.min, first - DAY)}
    redeemed = {
        who for who, kind, _, at in raw.entries
        if kind == "redemption" and raw.within(at, first, last)
    }  # fmt: skip
    again = sum(1 for who, number in times.items() if number > 1 or who in earlier)
    assert tuple(found.buyers) == (len(times), again, len(redeemed | times.keys()))
    for cohort in found.cohorts:
        month = [who for who, at, _ in raw.people if raw.day(at).replace(day=1) == cohort.month
                 and raw.day(at) <= last]  # fmt: skip
        assert (cohort.joined, cohort.buying) == (len(month), len(set(month) & times.keys()))


def _check_steps(raw: Raw, found: Figures) -> None:
    starts = [step.first for step in found.steps]
    ends = [start - DAY for start in starts[1:]] + [found.period.last]
    for step, end in zip(found.steps, ends, strict=True):
        assert step.joins == len(raw.joined(step.first, end))
        orders = raw.bought(step.first, end)
        assert tuple(step.turnover) == (len(orders), sum(total for _, total in orders))
        flow = (step.flow.issued, step.flow.spent, step.flow.expired)
        assert flow == raw.flow(step.first, end)
