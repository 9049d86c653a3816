"""
What decides the tiers, added up: points and orders of a member, or of everybody, in stretches of
time. One statement reads all that a program asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from core.model import MemberId
from core.program.tiers import Metric
from core.tables.instants import from_ms, to_ms
from core.tables.lots import UNTIL_EVENT
from core.transaction import Row, Transaction

Window = tuple[datetime | None, datetime | None]  # since and until when; None is without end
Sums = Mapping[Metric, int]  # spend in minor units
Metrics = tuple[Metric, ...]

EVER, NEVER = 0, 2**62  # before and after every instant there can be
# Of an order all is counted that it is worth, even where spent points could not be taken back.
OF_ENTRIES: Mapping[Metric, str] = {
    "points": "tier_points",
    # What is given for a tier would else keep the very tier.
    "all_points": "CASE WHEN"
    " kind IN ('redemption', 'undo', 'returned', 'expiry', 'hold', 'release')"
    " OR reference LIKE 'grant/tier/%' THEN 0"
    " WHEN tier_points <> 0 THEN tier_points ELSE points END",
}
OF_ORDERS: Mapping[Metric, str] = {
    "spend": "credited",
    "orders": "CASE WHEN credited > 0 THEN 1 ELSE 0 END",
    "items": "items",
}
SOURCES = (("entries", "tier_at", OF_ENTRIES), ("orders", "placed_at", OF_ORDERS))
OPEN_CARTS = (
    "EXISTS (SELECT 1 FROM carts WHERE carts.member_id = :member AND carts.done_at IS NULL)"
)
# What can be spent, and what of one reference can't be yet.
POINTS = (
    "SELECT CAST(COALESCE(SUM(CASE WHEN available_at <= :now AND (expires_at IS NULL"
    " OR expires_at > :now) THEN remaining ELSE 0 END), 0) AS BIGINT) AS spendable,"
    " CAST(COALESCE(SUM(CASE WHEN available_at > :now AND EXISTS (SELECT 1 FROM entries"
    " WHERE entries.member_id = lots.member_id AND entries.number = lots.number"
    " AND entries.reference = :reference) THEN remaining ELSE 0 END), 0) AS BIGINT) AS pending"
    " FROM lots WHERE member_id = :member AND remaining > 0"
)


class Look(NamedTuple):
    """What a look at a member after an order shows."""

    sums: list[Sums]  # in each of the windows
    spendable: int  # all that can be spent now
    pending: int  # what can't be yet of the points for the order
    open_carts: bool  # whether any cart of theirs is open: a purchase ends it


def of_member(
    tx: Transaction, member_id: MemberId, metrics: Metrics, windows: Sequence[Window]
) -> list[Sums]:
    """The member's sums in each of the windows."""
    if not metrics:
        return [{} for _ in windows]
    wanted, sources = _asked(metrics, len(windows))
    [row] = tx.rows(
        f"SELECT {wanted} FROM {sources}",
        member=member_id,
        **_bounds(windows),
    )
    return _sums(row, metrics, len(windows))


def after_order(
    tx: Transaction,
    member_id: MemberId,
    metrics: Metrics,
    windows: Sequence[Window],
    *,
    reference: str,
    now: datetime,
) -> Look:
    """The same, and what else is asked about the member after the order of that reference."""
    wanted, sources = _asked(metrics, len(windows), after_order=True)
    [row] = tx.rows(
        f"SELECT {wanted} FROM {sources}",
        member=member_id,
        reference=reference,
        now=to_ms(now),
        **(_bounds(windows) if metrics else {}),
    )
    return Look(_sums(row, metrics, len(windows)), row[-3], row[-2], bool(row[-1]))


def points(
    tx: Transaction, member_id: MemberId, reference: str, *, now: datetime
) -> tuple[int, int]:
    """All that can be spent now, and what can't be yet of the points for a reference."""
    look = after_order(tx, member_id, (), (), reference=reference, now=now)
    return look.spendable, look.pending


def next_counted(tx: Transaction, member_id: MemberId, now: datetime) -> datetime | None:
    """The next moment at which something of the member's begins to count that does not yet."""
    found = [
        tx.rows(
            f"SELECT MIN({at}) FROM {table} WHERE member_id = :member AND {at} > :now"
            f" AND {at} < :event",
            member=member_id,
            now=to_ms(now),
            event=to_ms(UNTIL_EVENT),
        )[0][0]
        for table, at, _ in SOURCES
    ]
    return min((from_ms(at) for at in found if at is not None), default=None)


def history(
    tx: Transaction, member_id: MemberId, metrics: Metrics, *, since: datetime | None
) -> list[tuple[datetime, Sums]]:
    """
    What was added to the member's sums since then and when, oldest first. What waits for an event
    is left out: nobody knows when it will count.
    """
    found: list[tuple[int, Sums]] = []
    for table, at, expressions in SOURCES:
        if those := [metric for metric in metrics if metric in expressions]:
            columns = ", ".join(expressions[metric] for metric in those)
            rows = tx.rows(
                f"SELECT {at}, {columns} FROM {table} WHERE member_id = :member AND {at} >= :since"
                f" AND {at} < :event",
                member=member_id,
                since=EVER if since is None else to_ms(since),
                event=to_ms(UNTIL_EVENT),
            )
            found += [(row[0], dict(zip(those, row[1:], strict=True))) for row in rows]
    found.sort(key=lambda part: part[0])
    return [(from_ms(at), sums) for at, sums in found]


def of_everybody(
    tx: Transaction, metrics: Metrics, windows: Sequence[Window]
) -> dict[MemberId, list[Sums]]:
    """Everybody's sums in each of the windows; who has nothing in them is not in it."""
    found: dict[MemberId, list[dict[Metric, int]]] = {}
    for table, at, expressions in SOURCES:
        if not (those := tuple(metric for metric in metrics if metric in expressions)):
            continue
        columns = _columns(those, len(windows), at, expressions)
        rows = tx.rows(
            f"SELECT member_id, {columns} FROM {table}"
            f" WHERE member_id IS NOT NULL AND {at} >= :since GROUP BY member_id",
            **_bounds(windows),
        )
        for row in rows:
            sums = found.setdefault(MemberId(row[0]), [dict.fromkeys(metrics, 0) for _ in windows])
            for place, part in enumerate(_sums(row[1:], those, len(windows))):
                sums[place].update(part)
    return {member_id: list(sums) for member_id, sums in found.items()}


def everybodys_history(
    tx: Transaction, metrics: Metrics, *, since: datetime
) -> Iterator[tuple[MemberId, datetime, Sums]]:
    """What was added to anybody's sums since then, where each has windows of their own."""
    for table, at, expressions in SOURCES:
        if those := [metric for metric in metrics if metric in expressions]:
            columns = ", ".join(expressions[metric] for metric in those)
            rows = tx.rows(
                f"SELECT member_id, {at}, {columns} FROM {table}"
                f" WHERE member_id IS NOT NULL AND {at} >= :since",
                since=to_ms(since),
            )
            for row in rows:
                sums = dict(zip(those, row[2:], strict=True))
                yield MemberId(row[0]), from_ms(row[1]), sums


@lru_cache(maxsize=64)
def _asked(metrics: Metrics, windows: int, *, after_order: bool = False) -> tuple[str, str]:
    """What is asked for and where: metric by metric within window by window, then the rest."""
    parts: list[str] = []
    names: dict[Metric, str] = {}
    for table, at, expressions in SOURCES:
        if those := tuple(metric for metric in metrics if metric in expressions):
            columns = _columns(those, windows, at, expressions)
            parts.append(
                f"(SELECT {columns} FROM {table}"
                f" WHERE member_id = :member AND {at} >= :since) of_{table}"
            )
            names |= {metric: f"of_{table}.{metric}" for metric in those}
    wanted = [f"{names[metric]}_{place}" for place in range(windows) for metric in metrics]
    if after_order:
        parts.append(f"({POINTS}) of_lots")
        wanted += ["of_lots.spendable", "of_lots.pending", OPEN_CARTS]
    return ", ".join(wanted), ", ".join(parts)


def _columns(metrics: Metrics, windows: int, at: str, expressions: Mapping[Metric, str]) -> str:
    return ", ".join(
        f"CAST(COALESCE(SUM(CASE WHEN {at} >= :since_{place} AND {at} < :until_{place}"
        f" THEN {expressions[metric]} ELSE 0 END), 0) AS BIGINT) AS {metric}_{place}"
        for place in range(windows)
        for metric in metrics
    )


def _bounds(windows: Sequence[Window]) -> dict[str, int]:
    values = {}
    for place, (since, until) in enumerate(windows):
        values[f"since_{place}"] = EVER if since is None else to_ms(since)
        values[f"until_{place}"] = NEVER if until is None else to_ms(until)
    return values | {"since": min(values[f"since_{place}"] for place in range(len(windows)))}


def _sums(row: Row, metrics: Metrics, windows: int) -> list[Sums]:
    step = len(metrics)
    return [
        dict(zip(metrics, row[place * step : (place + 1) * step], strict=True))
        for place in range(windows)
    ]
