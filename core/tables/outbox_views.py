"""What became of the outbox's messages: of a member, by campaign, the dead ones, the costs."""

from dataclasses import dataclass
from datetime import datetime

from core.model import Channel, MemberId, Purpose
from core.tables.instants import from_ms, from_ms_or_none, to_ms
from core.tables.outbox import COLUMNS, Message, State, message_of
from core.transaction import Row, Transaction

OUTCOME = (
    "state, reason, attempts, channel, provider_id, parts, cost_micros, sent_at, settled_at,"
    " clicked_at"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A message and what has become of it."""

    message: Message
    state: State
    reason: str
    attempts: int
    channel: str  # it was last tried on; "" on none
    provider_id: str
    parts: int
    cost_micros: int
    sent_at: datetime | None
    settled_at: datetime | None
    clicked_at: datetime | None  # a button or link of it was first followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """That a message went out: what frequency caps look at."""

    campaign: str
    purpose: Purpose
    channel: Channel
    at: datetime


def of_member(tx: Transaction, member_id: MemberId, *, limit: int = 100) -> list[Posted]:
    """The member's messages, newest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS}, {OUTCOME} FROM outbox WHERE member_id = :member"
        " ORDER BY created_at DESC, id LIMIT :limit",
        member=member_id,
        limit=limit,
    )
    return [_posted(row) for row in rows]


def to_staff(tx: Transaction, who: str, *, limit: int) -> list[Posted]:
    """The messages to that person of the staff, newest first."""
    rows = tx.rows(
        f"SELECT {COLUMNS}, {OUTCOME} FROM outbox WHERE staff = :who AND staff <> ''"
        " ORDER BY created_at DESC, id LIMIT :limit",
        who=who,
        limit=limit,
    )
    return [_posted(row) for row in rows]


def find(tx: Transaction, id: int) -> Posted | None:
    """The message of that id."""
    rows = tx.rows(f"SELECT {COLUMNS}, {OUTCOME} FROM outbox WHERE id = :id", id=id)
    return _posted(rows[0]) if rows else None


def by_provider(tx: Transaction, channel: Channel, provider_id: str) -> Posted | None:
    """The message the provider calls so."""
    rows = tx.rows(
        f"SELECT {COLUMNS}, {OUTCOME} FROM outbox"
        " WHERE channel = :channel AND provider_id = :provider AND provider_id <> ''",
        channel=channel,
        provider=provider_id,
    )
    return _posted(rows[0]) if rows else None


def in_state(tx: Transaction, state: State, *, before: datetime, limit: int) -> list[Posted]:
    """Those that failed, or of which nobody knows, before then; the oldest first."""
    assert state in (State.FAILED, State.UNKNOWN)  # noqa: S101 the index has no others
    rows = tx.rows(
        f"SELECT {COLUMNS}, {OUTCOME} FROM outbox WHERE state = :state"
        " AND state IN ('failed', 'unknown') AND settled_at < :before"
        " ORDER BY settled_at LIMIT :limit",
        state=state,
        before=to_ms(before),
        limit=limit,
    )
    return [_posted(row) for row in rows]


def dead(tx: Transaction, *, before: datetime, limit: int) -> list[Posted]:
    """The dead letters, the oldest first: failed, or nobody knows."""
    found = [
        posted
        for state in (State.FAILED, State.UNKNOWN)
        for posted in in_state(tx, state, before=before, limit=limit)
    ]
    return sorted(found, key=lambda posted: (posted.settled_at, posted.message.id))[:limit]


def counts(tx: Transaction, *, since: datetime) -> dict[tuple[str, State, str], int]:
    """How many messages of each campaign are in each state, with the reason, queued since then."""
    rows = tx.rows(
        "SELECT campaign, state, CASE WHEN state = 'queued' THEN '' ELSE reason END, COUNT(*)"
        " FROM outbox WHERE created_at >= :since GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        since=to_ms(since),
    )
    return {(row[0], State(row[1]), row[2]): row[3] for row in rows}


def oldest_due(tx: Transaction, now: datetime) -> datetime | None:
    """Since when the message waits that waits longest; None: nothing is due."""
    [[at]] = tx.rows(
        "SELECT MIN(next_at) FROM outbox WHERE purpose IN ('transactional', 'marketing')"
        " AND next_at IS NOT NULL AND next_at <= :now",
        now=to_ms(now),
    )
    return from_ms_or_none(at)


def all_sent(tx: Transaction, *, now: datetime) -> bool:
    """Whether nothing is due, and no worker has anything in its hands."""
    rows = tx.rows(
        "SELECT 1 FROM outbox WHERE purpose IN ('transactional', 'marketing')"
        " AND next_at IS NOT NULL AND (next_at <= :now OR state = 'leased') LIMIT 1",
        now=to_ms(now),
    )
    return not rows


def troubled(tx: Transaction, *, since: datetime) -> int:
    """How many messages could not be sent since then, or nobody knows whether they were."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE state IN ('failed', 'unknown') AND settled_at >= :since",
        since=to_ms(since),
    )
    return int(number)


def sent_since(tx: Transaction, member_id: MemberId, since: datetime) -> list[Sent]:
    """What was sent to the member since then, oldest first."""
    rows = tx.rows(
        "SELECT campaign, purpose, channel, sent_at FROM outbox WHERE member_id = :member"
        " AND sent_at IS NOT NULL AND sent_at >= :since ORDER BY sent_at, id",
        member=member_id,
        since=to_ms(since),
    )
    return [
        Sent(campaign=row[0], purpose=Purpose(row[1]), channel=Channel(row[2]), at=from_ms(row[3]))
        for row in rows
    ]


def count_since(tx: Transaction, member_id: MemberId, campaign: str, since: datetime) -> int:
    """How many messages of that campaign were queued for the member since then, and not stopped."""
    [[number]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE member_id = :member AND campaign = :campaign"
        " AND created_at >= :since AND state NOT IN ('suppressed', 'cancelled')",
        member=member_id,
        campaign=campaign,
        since=to_ms(since),
    )
    return int(number)


def spent(tx: Transaction, channel: Channel, since: datetime) -> int:
    """What was spent on the channel since then, in millionths of the provider's currency."""
    [[micros]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) FROM outbox"
        " WHERE channel = :channel AND sent_at IS NOT NULL AND sent_at >= :since",
        channel=channel,
        since=to_ms(since),
    )
    return int(micros)


def _posted(row: Row) -> Posted:
    state, reason, attempts, channel, provider_id, parts, cost, *moments = row[17:27]
    sent_at, settled_at, clicked_at = map(from_ms_or_none, moments)
    return Posted(
        message=message_of(row),
        state=State(state),
        reason=reason,
        attempts=attempts,
        channel=channel,
        provider_id=provider_id,
        parts=parts,
        cost_micros=cost,
        sent_at=sent_at,
        settled_at=settled_at,
        clicked_at=clicked_at,
    )
