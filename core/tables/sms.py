"""Text messages: those heard and how they were answered; what the provider told of ours."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.tables import fingerprints
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message's answer ("": none), and what its numbers offer."""

    reply: str
    choices: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the provider tells of one of our messages."""

    sid: str
    status: str
    message: str = ""  # our own id of it
    address: str = ""
    code: str = ""  # of the error


def find(tx: Transaction, sid: str) -> Heard | None:
    """How the message of that sid was answered; None: it is new."""
    rows = tx.rows("SELECT reply, choices FROM sms_heard WHERE sid = :sid", sid=sid)
    return Heard(reply=rows[0][0], choices=json.loads(rows[0][1])) if rows else None


def newest(tx: Transaction, address: str) -> Heard | None:
    """The answer that stands last on the phone of that number."""
    rows = tx.rows(
        "SELECT reply, choices FROM sms_heard WHERE sender = :sender AND reply <> ''"
        " ORDER BY number DESC LIMIT 1",
        sender=_fingerprint(tx, address),
    )
    return Heard(reply=rows[0][0], choices=json.loads(rows[0][1])) if rows else None


def keep(tx: Transaction, address: str, sid: str, heard: Heard, *, now: datetime) -> None:
    """Remember how the message was answered. The sender's chat must be taken."""
    tx.rows(
        "INSERT INTO sms_heard (sender, number, sid, heard_at, reply, choices)"
        " SELECT CAST(:sender AS TEXT), COALESCE(MAX(number), 0) + 1, CAST(:sid AS TEXT),"
        " CAST(:now AS BIGINT), CAST(:reply AS TEXT), CAST(:choices AS TEXT)"
        " FROM sms_heard WHERE sender = :sender"
        " ON CONFLICT (sid) DO NOTHING",
        sender=_fingerprint(tx, address),
        sid=sid,
        now=to_ms(now),
        reply=heard.reply,
        choices=json.dumps(heard.choices, ensure_ascii=False),
    )
    tx.rows(
        "INSERT INTO sms_seen (sid, seen_at) VALUES (:sid, :now) ON CONFLICT (sid) DO NOTHING",
        sid=sid,
        now=to_ms(now),
    )


def was_seen(tx: Transaction, sid: str) -> bool:
    """Whether the message of that sid was heard; known also when its sender is forgotten."""
    return bool(tx.rows("SELECT 1 FROM sms_seen WHERE sid = :sid", sid=sid))


def caught_up(tx: Transaction) -> datetime | None:
    """Until when lost messages were asked for; None: they never were."""
    rows = tx.rows("SELECT until_at FROM sms_caught_up WHERE id = 1")
    return from_ms(rows[0][0]) if rows else None


def catch_up(tx: Transaction, *, until: datetime) -> None:
    """Lost messages were asked for until then."""
    tx.rows(
        "INSERT INTO sms_caught_up (id, until_at) VALUES (1, :until)"
        " ON CONFLICT (id) DO UPDATE SET until_at = excluded.until_at",
        until=to_ms(until),
    )


def count_since(tx: Transaction, address: str, since: datetime) -> int:
    """How many messages of that number were answered since then."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM sms_heard WHERE sender = :sender AND heard_at >= :since"
        " AND reply <> ''",
        sender=fingerprints.if_any(tx, f"sms:{address}") or "",
        since=to_ms(since),
    )
    return int(count)


def told(tx: Transaction, tale: Told, *, now: datetime) -> bool:
    """Remember what the provider told; False: it had told so before."""
    news = tx.rows(
        "INSERT INTO sms_told (sid, status, message, receiver, code, told_at)"
        " VALUES (:sid, :status, :message, :receiver, :code, :now)"
        " ON CONFLICT (sid, status) DO NOTHING RETURNING sid",
        sid=tale.sid,
        status=tale.status,
        message=tale.message,
        receiver=_fingerprint(tx, tale.address),
        code=tale.code,
        now=to_ms(now),
    )
    return bool(news)


def statuses(tx: Transaction, sid: str) -> set[str]:
    """The states that were told of that message."""
    return {row[0] for row in tx.rows("SELECT status FROM sms_told WHERE sid = :sid", sid=sid)}


def times_told(tx: Transaction, message: str, code: str) -> int:
    """How often that message has failed so."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM sms_told WHERE message = :message AND code = :code",
        message=message,
        code=code,
    )
    return int(count)


def failed_since(tx: Transaction, address: str, codes: Sequence[str], since: datetime) -> int:
    """How many messages to that number have failed with one of those codes since then."""
    rows = tx.rows(
        "SELECT sid, code FROM sms_told WHERE receiver = :receiver AND told_at >= :since",
        receiver=_fingerprint(tx, address),
        since=to_ms(since),
    )
    return len({sid for sid, code in rows if code in codes})


def forget_sender(tx: Transaction, address: str) -> None:
    """Remove what was answered to that number."""
    gone = _fingerprint(tx, address)
    tx.rows("DELETE FROM sms_heard WHERE sender = :gone", gone=gone)
    tx.rows("DELETE FROM sms_told WHERE receiver = :gone", gone=gone)


def purge(tx: Transaction, *, heard_before: datetime, told_before: datetime) -> None:
    """Remove what is too old to come again, and what says nothing of a number any more."""
    tx.rows("DELETE FROM sms_heard WHERE heard_at < :before", before=to_ms(heard_before))
    tx.rows("DELETE FROM sms_seen WHERE seen_at < :before", before=to_ms(heard_before))
    tx.rows("DELETE FROM sms_told WHERE told_at < :before", before=to_ms(told_before))


def _fingerprint(tx: Transaction, address: str) -> str:
    """What stands for the number here: so that forgetting a person leaves nothing of it."""
    return fingerprints.of(tx, f"sms:{address}")
