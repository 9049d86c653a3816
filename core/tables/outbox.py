"""
The outbox: messages to who did not just ask, each once, from queued to its end.

Written in the transaction of the act that causes them; taken by a worker's lease, a
compare-and-set, so nothing is locked while anybody talks to Telegram or a phone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.model import Channel, MemberId, Purpose
from core.tables import told
from core.tables.instants import from_ms, to_ms
from core.tables.told import Value
from core.transaction import Row, Transaction

CHANNELS = (Channel.TELEGRAM, Channel.SMS)
COLUMNS = (
    "id, member_id, campaign, occasion, purpose, key, vals, buttons, url, channels, created_at,"
    " due_at, stale_at, attempts, sending, channel, staff"
)


class State(StrEnum):
    """How far a message is."""

    QUEUED = "queued"
    LEASED = "leased"  # a worker has it
    SENT = "sent"
    UNKNOWN = "unknown"  # sent or not: nobody knows
    DELIVERED = "delivered"
    FAILED = "failed"  # a dead letter: it can be replayed
    BLOCKED = "blocked"  # no way leads to the member
    SUPPRESSED = "suppressed"  # we decided not to: the reason says why
    CANCELLED = "cancelled"  # it is no longer true


NO_ADDRESS, NOT_SET_UP = "no address", "not set up"  # how the reasons of a channel end


def went_nowhere(state: State, channel: str | None, reason: str) -> bool:
    """Whether a message was tried on no channel as none leads to the member: nobody blocked it."""
    if state is not State.BLOCKED or channel:
        return False
    return all(part.endswith((NO_ADDRESS, NOT_SET_UP)) for part in reason.split("; "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: what it says, from when and until when, and where."""

    id: int  # core.codes.message_id
    member_id: MemberId | None  # None: for somebody of the staff
    staff: str = ""  # who of them, "channel:address"
    campaign: str
    occasion: str  # no two of a person's and campaign's are the same
    purpose: Purpose
    key: str
    created_at: datetime
    due_at: datetime
    stale_at: datetime
    values: dict[str, Value] = field(default_factory=dict)
    buttons: tuple[tuple[str, str], ...] = ()  # label's key, command; without one it opens the url
    url: str = ""
    channels: tuple[Channel, ...] = CHANNELS  # in the order of wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A message in a worker's hands. If sending, one before it began to, and never said more."""

    message: Message
    attempts: int  # so far
    sending: bool
    channel: str  # it was last tried on


def queue(
    tx: Transaction, message: Message, *, state: State = State.QUEUED, reason: str = ""
) -> bool:
    """Add the message, False if it is known already; a suppressed one is there to be counted."""
    added = tx.rows(
        "INSERT INTO outbox (id, member_id, staff, campaign, occasion, purpose, key, vals, buttons,"
        " url, channels, created_at, due_at, stale_at, state, next_at, reason) VALUES (:id,"
        " :member, :staff, :campaign, :occasion, :purpose, :key, :vals, :buttons, :url, :channels,"
        " :created, :due, :stale, :state, :next, :reason) ON CONFLICT DO NOTHING RETURNING id",
        id=message.id,
        member=message.member_id,
        staff=message.staff,
        campaign=message.campaign,
        occasion=message.occasion,
        purpose=message.purpose,
        key=message.key,
        vals=told.written(message.values),
        buttons=json.dumps(message.buttons),
        url=message.url,
        channels=json.dumps(message.channels),
        created=to_ms(message.created_at),
        due=to_ms(message.due_at),
        stale=to_ms(message.stale_at),
        state=state,
        next=to_ms(message.due_at) if state is State.QUEUED else None,
        reason=reason,
    )
    return bool(added)


def lease(
    tx: Transaction, *, now: datetime, worker: str, until: datetime, limit: int
) -> list[Queued]:
    """
    Take up to so many messages that are due, transactional ones first, the longest due first.

    So are those whose worker's lease has ended.
    """
    taken: list[Queued] = []
    for purpose in (Purpose.TRANSACTIONAL, Purpose.MARKETING):
        rows = tx.rows(
            "UPDATE outbox SET state = 'leased', worker = :worker, next_at = :until"
            " WHERE next_at <= :now AND id IN (SELECT id FROM outbox WHERE purpose = :purpose"
            " AND next_at IS NOT NULL AND next_at <= :now ORDER BY next_at LIMIT :limit)"
            f" RETURNING {COLUMNS}",
            worker=worker,
            until=to_ms(until),
            now=to_ms(now),
            purpose=purpose,
            limit=limit - len(taken),
        )
        taken += sorted(map(_queued, rows), key=lambda item: item.message.due_at)
    return taken


def lease_of_member(
    tx: Transaction, member_id: MemberId, *, now: datetime, due: datetime, worker: str,
    until: datetime
) -> list[Queued]:  # fmt: skip
    """Take what else is due to the member till then and nobody has: to be told in one message."""
    rows = tx.rows(
        "UPDATE outbox SET state = 'leased', worker = :worker, next_at = :until"
        " WHERE member_id = :member AND next_at IS NOT NULL"
        " AND (next_at <= :now OR (state = 'queued' AND next_at <= :due))"
        f" RETURNING {COLUMNS}",
        worker=worker,
        until=to_ms(until),
        member=member_id,
        now=to_ms(now),
        due=to_ms(due),
    )
    return sorted(map(_queued, rows), key=lambda item: item.message.due_at)


def extend(tx: Transaction, ids: Sequence[int], worker: str, *, until: datetime) -> None:
    """Keep the leases longer; those that were lost stay lost."""
    tx.many(
        "UPDATE outbox SET next_at = :until"
        " WHERE id = :id AND state = 'leased' AND worker = :worker",
        [{"id": id, "worker": worker, "until": to_ms(until)} for id in ids],
    )


def begin(tx: Transaction, id: int, worker: str, *, channel: Channel) -> bool:
    """
    Say that it is sent now, before it is. False: it was cancelled or taken meanwhile, don't.

    Whoever finds it begun and its lease ended knows that it may have arrived.
    """
    begun = tx.rows(
        "UPDATE outbox SET sending = 1, attempts = attempts + 1, channel = :channel"
        " WHERE id = :id AND state = 'leased' AND worker = :worker"
        " RETURNING id",
        id=id,
        worker=worker,
        channel=channel,
    )
    return bool(begun)


def sent(
    tx: Transaction,
    id: int,
    worker: str,
    *,
    at: datetime,
    provider_id: str = "",
    parts: int = 1,
    cost_micros: int = 0,
) -> bool:
    """The channel took it. False: the lease was lost. What came of it may be known already."""
    done = tx.rows(
        "UPDATE outbox SET state = CASE WHEN state = 'leased' THEN 'sent' ELSE state END,"
        " next_at = NULL, sending = 0, reason = '', sent_at = :at, provider_id = :provider,"
        " parts = :parts, cost_micros = :cost"
        " WHERE id = :id AND worker = :worker AND sending = 1 RETURNING id",
        id=id,
        worker=worker,
        at=to_ms(at),
        provider=provider_id,
        parts=parts,
        cost=cost_micros,
    )
    return bool(done)


def retry(
    tx: Transaction,
    id: int,
    worker: str,
    *,
    at: datetime,
    reason: str,
    channels: Sequence[Channel] | None = None,
) -> bool:
    """Let it wait till then, maybe with fewer channels: it was surely not sent. False: not held."""
    waits = tx.rows(
        "UPDATE outbox SET state = 'queued', next_at = :at, sending = 0, reason = :reason,"
        " channels = COALESCE(CAST(:channels AS TEXT), channels)"
        " WHERE id = :id AND state = 'leased' AND worker = :worker RETURNING id",
        id=id,
        worker=worker,
        at=to_ms(at),
        reason=reason,
        channels=None if channels is None else json.dumps(channels),
    )
    return bool(waits)


def settle(
    tx: Transaction, id: int, worker: str, state: State, *, at: datetime, reason: str
) -> bool:
    """It ends here: failed, blocked, suppressed, or unknown. False: the lease was lost."""
    ended = tx.rows(
        "UPDATE outbox SET state = :state, next_at = NULL, settled_at = :at, reason = :reason"
        " WHERE id = :id AND state = 'leased' AND worker = :worker RETURNING id",
        id=id,
        worker=worker,
        state=state,
        at=to_ms(at),
        reason=reason,
    )
    return bool(ended)


def progress(
    tx: Transaction,
    id: int,
    state: State,
    *,
    at: datetime,
    reason: str = "",
    provider_id: str = "",
    parts: int = 0,
    cost_micros: int = 0,
) -> bool:
    """
    The provider tells what came of it: sent, delivered, failed or blocked. True if that is news.

    Told late, twice or in another order, it never goes back; also while a worker has it.
    """
    first = state is State.SENT
    known = tx.rows(
        "UPDATE outbox SET state = :state, next_at = NULL, reason = :reason,"
        " sent_at = COALESCE(sent_at, :at), settled_at = :settled,"
        " provider_id = CASE WHEN provider_id = '' THEN :provider ELSE provider_id END,"
        " parts = CASE WHEN CAST(:parts AS BIGINT) > 0 THEN :parts ELSE parts END,"
        " cost_micros = CASE WHEN CAST(:cost AS BIGINT) > 0 THEN :cost ELSE cost_micros END"
        " WHERE id = :id AND (state IN ('queued', 'leased', 'unknown')"
        " OR (state = 'sent' AND :state <> 'sent')) RETURNING id",
        id=id,
        state=state,
        at=to_ms(at),
        settled=None if first else to_ms(at),
        reason=reason,
        provider=provider_id,
        parts=parts,
        cost=cost_micros,
    )
    return bool(known)


def cancel(
    tx: Transaction, member_id: MemberId, campaign: str, occasion: str, *, at: datetime
) -> bool:
    """It is no longer true: it won't be sent, unless a worker just does. True: it was in time."""
    stopped = tx.rows(
        "UPDATE outbox SET state = 'cancelled', next_at = NULL, settled_at = :at"
        " WHERE member_id = :member AND campaign = :campaign AND occasion = :occasion"
        " AND next_at IS NOT NULL AND sending = 0 RETURNING id",
        member=member_id,
        campaign=campaign,
        occasion=occasion,
        at=to_ms(at),
    )
    return bool(stopped)


def cancel_all(tx: Transaction, member_id: MemberId, occasion: str, *, at: datetime) -> int:
    """Cancel what every campaign says of that occasion; how many there were."""
    stopped = tx.rows(
        "UPDATE outbox SET state = 'cancelled', next_at = NULL, settled_at = :at"
        " WHERE member_id = :member AND (occasion = :occasion"
        " OR substr(occasion, 1, length(:copies)) = :copies)"
        " AND next_at IS NOT NULL AND sending = 0 RETURNING id",
        member=member_id,
        occasion=occasion,
        copies=f"{occasion}@",
        at=to_ms(at),
    )
    return len(stopped)


def cancel_to_staff(tx: Transaction, campaign: str, occasion: str, *, at: datetime) -> None:
    """The same, of what the staff is told of that occasion."""
    tx.rows(
        "UPDATE outbox SET state = 'cancelled', next_at = NULL, settled_at = :at"
        " WHERE staff <> '' AND campaign = :campaign AND occasion = :occasion"
        " AND state IN ('queued', 'leased') AND next_at IS NOT NULL AND sending = 0",
        campaign=campaign,
        occasion=occasion,
        at=to_ms(at),
    )


def replay(tx: Transaction, id: int, *, due: datetime, stale: datetime) -> bool:
    """Queue a dead letter again, from failed, blocked or unknown. False: it is none."""
    again = tx.rows(
        "UPDATE outbox SET state = 'queued', next_at = :due, due_at = :due, stale_at = :stale,"
        " sending = 0, attempts = 0, settled_at = NULL, reason = '', provider_id = ''"
        " WHERE id = :id AND state IN ('failed', 'blocked', 'unknown') RETURNING id",
        id=id,
        due=to_ms(due),
        stale=to_ms(stale),
    )
    return bool(again)


def lapse(tx: Transaction, *, now: datetime, limit: int) -> int:
    """Suppress what is due but too late to be wanted, up to so many; how many there were."""
    late = tx.rows(
        "UPDATE outbox SET state = 'suppressed', reason = 'stale', next_at = NULL,"
        " settled_at = :now WHERE state = 'queued' AND stale_at <= :now AND id IN"
        " (SELECT id FROM outbox WHERE purpose IN ('transactional', 'marketing')"
        " AND next_at IS NOT NULL AND next_at <= :now AND stale_at <= :now AND state = 'queued'"
        " LIMIT :limit) RETURNING id",
        now=to_ms(now),
        limit=limit,
    )
    return len(late)


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove what the messages said and where they went; send none of those that wait."""
    tx.rows(
        "UPDATE outbox SET vals = '{}', url = '', buttons = '[]',"
        " state = CASE WHEN next_at IS NULL THEN state ELSE 'cancelled' END, next_at = NULL"
        " WHERE member_id = :member",
        member=member_id,
    )


def message_of(row: Row) -> Message:
    """The message of a row that begins with COLUMNS."""
    return Message(
        id=row[0],
        member_id=None if row[1] is None else MemberId(row[1]),
        staff=row[16],
        campaign=row[2],
        occasion=row[3],
        purpose=Purpose(row[4]),
        key=row[5],
        values=told.read(row[6]),
        buttons=tuple((label, command) for label, command in json.loads(row[7])),
        url=row[8],
        channels=tuple(map(Channel, json.loads(row[9]))),
        created_at=from_ms(row[10]),
        due_at=from_ms(row[11]),
        stale_at=from_ms(row[12]),
    )


def _queued(row: Row) -> Queued:
    return Queued(
        message=message_of(row),
        attempts=row[13],
        sending=bool(row[14]),
        channel=row[15],
    )
