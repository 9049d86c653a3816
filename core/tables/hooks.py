"""Hooks: what other systems are told of, from the act that did it to the answer of each address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.act import Act
from core.tables.compact import compact
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.transaction import Row, Transaction

COLUMNS = "id, url, type, body, created_at, state, next_at, attempts, answered, tried_at"


class Event(StrEnum):
    """What is told."""

    MEMBER_JOINED = "member.joined"
    MEMBER_CHANGED = "member.changed"
    MEMBER_MERGED = "member.merged"
    POINTS_CHANGED = "points.changed"
    TIER_CHANGED = "tier.changed"
    VOUCHER_ISSUED = "voucher.issued"
    VOUCHER_USED = "voucher.used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """One event for one address, and how far it is."""

    id: str
    url: str
    type: str
    body: str
    created_at: datetime
    state: str  # queued, delivered, failed
    next_at: datetime | None
    attempts: int
    answered: str
    tried_at: datetime | None


def tell(tx: Transaction, act: Act, event: Event, data: Mapping[str, str | int | None]) -> None:
    """Have every address told what the act does, if there is any. No names, no phone numbers."""
    if not act.tells:
        return
    body = {"type": event.value, "timestamp": act.now.isoformat(), "data": data}
    tx.send(
        "INSERT INTO hooks (id, url, type, body, created_at, state, next_at)"
        " SELECT CAST(:id AS TEXT), url, CAST(:type AS TEXT), CAST(:body AS TEXT),"
        " CAST(:now AS BIGINT), 'queued', CAST(:now AS BIGINT) FROM hook_urls",
        id=f"msg_{act.random.getrandbits(128):032x}",
        type=event.value,
        body=compact(body),
        now=to_ms(act.now),
    )


def connect(tx: Transaction, urls: Iterable[str]) -> None:
    """From now on these addresses are told, and no other; what others wait for is dropped."""
    wanted = set(urls)
    known = {url for (url,) in tx.rows("SELECT url FROM hook_urls")}
    for url in sorted(known - wanted):
        tx.rows("DELETE FROM hook_urls WHERE url = :url", url=url)
        tx.rows("DELETE FROM hooks WHERE url = :url AND next_at IS NOT NULL", url=url)
    for url in sorted(wanted - known):
        tx.rows("INSERT INTO hook_urls (url) VALUES (:url) ON CONFLICT DO NOTHING", url=url)


def connected(tx: Transaction) -> bool:
    """Whether there is any address."""
    return bool(tx.rows("SELECT 1 FROM hook_urls LIMIT 1"))


def lease(tx: Transaction, url: str, *, now: datetime, until: datetime, limit: int) -> list[Hook]:
    """Take what is due for that address, the oldest first, until then; the attempt is counted."""
    rows = tx.rows(
        "UPDATE hooks SET next_at = :until, attempts = attempts + 1, tried_at = :now"
        " WHERE url = :url AND id IN (SELECT id FROM hooks WHERE url = :url AND next_at <= :now"
        f" ORDER BY next_at, id LIMIT :limit) RETURNING {COLUMNS}",
        url=url,
        now=to_ms(now),
        until=to_ms(until),
        limit=limit,
    )
    return sorted(map(_hook, rows), key=lambda hook: (hook.created_at, hook.id))


def settle(
    tx: Transaction, hook: Hook, *, state: str, answered: str, next_at: datetime | None
) -> None:
    """Write what the attempt came to."""
    tx.rows(
        "UPDATE hooks SET state = :state, answered = :answered, next_at = :next"
        " WHERE id = :id AND url = :url",
        id=hook.id,
        url=hook.url,
        state=state,
        answered=answered,
        next=None if next_at is None else to_ms(next_at),
    )


def failed(tx: Transaction, *, limit: int) -> list[Hook]:
    """What was given up, the oldest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM hooks WHERE state = 'failed' ORDER BY created_at, id LIMIT :limit",
        limit=limit,
    )
    return [_hook(row) for row in rows]


def backlog(tx: Transaction) -> tuple[datetime | None, int]:
    """When the oldest event happened that somebody is still to be told; how many were given up."""
    [[oldest]] = tx.rows("SELECT MIN(created_at) FROM hooks WHERE next_at IS NOT NULL")
    [[failed]] = tx.rows("SELECT COUNT(*) FROM hooks WHERE state = 'failed'")
    return from_ms_or_none(oldest), int(failed)


def newest(tx: Transaction, *, limit: int) -> list[Hook]:
    """The delivery log, newest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM hooks ORDER BY created_at DESC, id LIMIT :limit", limit=limit
    )
    return [_hook(row) for row in rows]


def replay(tx: Transaction, id: str, *, now: datetime) -> int:
    """Send the event again wherever it was given up or delivered; to how many addresses."""
    rows = tx.rows(
        "UPDATE hooks SET state = 'queued', next_at = :now, attempts = 0"
        " WHERE id = :id AND next_at IS NULL RETURNING url",
        id=id,
        now=to_ms(now),
    )
    return len(rows)


def purge(tx: Transaction, *, before: datetime) -> None:
    """Forget what was settled long ago."""
    tx.rows("DELETE FROM hooks WHERE next_at IS NULL AND created_at < :at", at=to_ms(before))


def _hook(row: Row) -> Hook:
    return Hook(
        id=row[0],
        url=row[1],
        type=row[2],
        body=row[3],
        created_at=from_ms(row[4]),
        state=row[5],
        next_at=from_ms_or_none(row[6]),
        attempts=row[7],
        answered=row[8],
        tried_at=from_ms_or_none(row[9]),
    )
