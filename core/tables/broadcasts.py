"""Broadcasts: one row each, from its draft to its end; who tapped its button."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.model import Channel, MemberId
from core.tables.compact import compact
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = (
    "id, state, made_by, made_at, segment, texts, channels, button, points, reward, day, hour,"
    " last_member, members, begun_at, written_at, ended_at, shown, told,"
    " asked, picture, factor, days"
)
NOBODY = MemberId(0)
PREFIX = "broadcast-"
"""How the campaign of its messages begins; its id follows."""
UNTIL_RESUMED = 2**62
"""When messages are due that are paused."""


class Stage(StrEnum):
    """How far a broadcast is."""

    DRAFT = "draft"
    WAITING = "waiting"  # for its day
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """What is written to many, and how far that is."""

    id: int
    stage: Stage
    made_by: str  # "channel:address"
    made_at: datetime
    segment: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    channels: tuple[Channel, ...] = (Channel.TELEGRAM, Channel.SMS)
    button: Mapping[str, str] = field(default_factory=dict)  # label, and command or url
    points: int | None = None
    reward: str | None = None
    day: date | None = None  # of the shop; None: at once
    hour: int = 10  # of the member's day
    last_member: MemberId = NOBODY
    members: int = 0  # for how many it was written
    begun_at: datetime | None = None
    written_at: datetime | None = None
    ended_at: datetime | None = None
    shown: str = ""  # the message that shows how far it is
    told: str = ""  # what that message says
    asked: str = ""  # the language whose text is asked for
    picture: str = ""  # Telegram's name of it
    factor: Decimal | None = None  # what purchases earn is multiplied by …
    days: int | None = None  # … for so many days

    @property
    def gives(self) -> bool:
        """Whether anything is given with it."""
        return bool(self.points or self.reward or self.factor)

    @property
    def campaign(self) -> str:
        """The campaign of its messages."""
        return f"{PREFIX}{self.id}"


def add(tx: Transaction, made_by: str, *, now: datetime) -> Broadcast:
    """A new draft."""
    [[newest]] = tx.rows("SELECT COALESCE(MAX(id), 0) FROM broadcasts")
    draft = Broadcast(id=newest + 1, stage=Stage.DRAFT, made_by=made_by, made_at=now)
    tx.rows(
        "INSERT INTO broadcasts (id, state, made_by, made_at, segment, texts, channels, button,"
        " hour) VALUES (:id, 'draft', :by, :at, '', '{}', :channels, '', :hour)",
        id=draft.id,
        by=made_by,
        at=to_ms(now),
        channels=json.dumps(draft.channels),
        hour=draft.hour,
    )
    return draft


def find(tx: Transaction, id: int) -> Broadcast | None:
    """The broadcast of that id."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM broadcasts WHERE id = :id", id=id)
    return _broadcast(rows[0]) if rows else None


def take(tx: Transaction, id: int) -> Broadcast | None:
    """The same, locked until the transaction ends."""
    rows = tx.lock(f"SELECT {COLUMNS} FROM broadcasts WHERE id = :id", id=id)
    return _broadcast(rows[0]) if rows else None


def draft_of(tx: Transaction, made_by: str) -> Broadcast | None:
    """The person's newest draft."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM broadcasts WHERE made_by = :by AND state = 'draft'"
        " ORDER BY made_at DESC, id DESC LIMIT 1",
        by=made_by,
    )
    return _broadcast(rows[0]) if rows else None


def newest(tx: Transaction, *, limit: int) -> list[Broadcast]:
    """The newest that are no drafts."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM broadcasts WHERE state <> 'draft' ORDER BY id DESC LIMIT :limit",
        limit=limit,
    )
    return [_broadcast(row) for row in rows]


def open_ones(tx: Transaction) -> list[Broadcast]:
    """Those that wait, run or are paused."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM broadcasts WHERE state IN ('waiting', 'running', 'paused')"
        " ORDER BY id"
    )
    return [_broadcast(row) for row in rows]


def shown_ones(tx: Transaction, *, since: datetime) -> list[Broadcast]:
    """Those that wait, run or are paused, and those that have ended since then."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM broadcasts WHERE state IN ('waiting', 'running', 'paused')"
        " OR (state IN ('done', 'cancelled') AND ended_at >= :since) ORDER BY id",
        since=to_ms(since),
    )
    return [_broadcast(row) for row in rows]


def save(tx: Transaction, one: Broadcast) -> None:
    """Write it as it now is. It must be taken."""
    tx.rows(
        "UPDATE broadcasts SET state = :state, segment = :segment, texts = :texts,"
        " channels = :channels, button = :button, points = :points, reward = :reward, day = :day,"
        " hour = :hour, last_member = :last, members = :members, begun_at = :begun,"
        " written_at = :written, ended_at = :ended, asked = :asked, picture = :picture,"
        " factor = :factor, days = :days"
        " WHERE id = :id",
        id=one.id,
        state=one.stage,
        segment=one.segment,
        texts=compact(one.texts),
        channels=json.dumps(one.channels),
        button=compact(one.button) if one.button else "",
        points=one.points,
        reward=one.reward,
        day=one.day.isoformat() if one.day else None,
        hour=one.hour,
        last=one.last_member,
        members=one.members,
        begun=to_ms_or_none(one.begun_at),
        written=to_ms_or_none(one.written_at),
        ended=to_ms_or_none(one.ended_at),
        asked=one.asked,
        picture=one.picture,
        factor=None if one.factor is None else str(one.factor),
        days=one.days,
    )


def show(tx: Transaction, id: int, *, shown: str, told: str) -> None:
    """Remember the message that shows how far it is, and what that says."""
    tx.rows(
        "UPDATE broadcasts SET shown = :shown, told = :told WHERE id = :id",
        id=id,
        shown=shown,
        told=told,
    )


def drop(tx: Transaction, one: Broadcast) -> None:
    """Forget a draft."""
    tx.rows("DELETE FROM broadcasts WHERE id = :id AND state = 'draft'", id=one.id)


def hold(tx: Transaction, one: Broadcast) -> None:
    """Send none of its messages that wait till they are let go."""
    tx.rows(
        "UPDATE outbox SET next_at = :never WHERE campaign = :campaign AND state = 'queued'",
        campaign=one.campaign,
        never=UNTIL_RESUMED,
    )


def let_go(tx: Transaction, one: Broadcast, *, now: datetime) -> None:
    """Send those that were held; none before its time."""
    tx.rows(
        "UPDATE outbox SET next_at = CASE WHEN due_at > :now THEN due_at ELSE :now END"
        " WHERE campaign = :campaign AND state = 'queued' AND next_at = :never",
        campaign=one.campaign,
        now=to_ms(now),
        never=UNTIL_RESUMED,
    )


def cancel(tx: Transaction, one: Broadcast, *, now: datetime) -> int:
    """Send none of its messages that wait, ever; how many there were."""
    stopped = tx.rows(
        "UPDATE outbox SET state = 'cancelled', next_at = NULL, settled_at = :now"
        " WHERE campaign = :campaign AND state = 'queued' RETURNING 1",
        campaign=one.campaign,
        now=to_ms(now),
    )
    return len(stopped)


def reasons(tx: Transaction, one: Broadcast) -> list[tuple[str, str, int]]:
    """Why its messages did not arrive: state, reason, how many, the most frequent first."""
    rows = tx.rows(
        "SELECT state, reason, COUNT(*) FROM outbox WHERE campaign = :campaign"
        " AND state IN ('failed', 'blocked', 'suppressed', 'unknown')"
        " GROUP BY state, reason ORDER BY 3 DESC, 1, 2",
        campaign=one.campaign,
    )
    return [(state, reason, int(count)) for state, reason, count in rows]


def cost(tx: Transaction, one: Broadcast) -> tuple[int, int]:
    """Parts of text messages, and what they cost in millionths of the provider's currency."""
    [[parts, micros]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(parts), 0) AS BIGINT),"
        " CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) FROM outbox WHERE campaign = :campaign"
        " AND state IN ('sent', 'delivered', 'unknown', 'failed', 'blocked') AND channel = 'sms'",
        campaign=one.campaign,
    )
    return int(parts), int(micros)


def paid_lately(tx: Transaction, *, since: datetime) -> tuple[int, int]:
    """Parts of text messages whose price is known, and that in millionths."""
    [[parts, micros]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(parts), 0) AS BIGINT),"
        " CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) FROM outbox WHERE channel = 'sms'"
        " AND sent_at IS NOT NULL AND sent_at >= :since AND cost_micros > 0",
        since=to_ms(since),
    )
    return int(parts), int(micros)


def tap(tx: Transaction, id: int, member_id: MemberId, *, now: datetime) -> None:
    """The member tapped its button; again changes nothing."""
    tx.rows(
        "INSERT INTO broadcast_taps (broadcast_id, member_id, tapped_at)"
        " VALUES (:id, :member, :now) ON CONFLICT DO NOTHING",
        id=id,
        member=member_id,
        now=to_ms(now),
    )


def taps(tx: Transaction, id: int) -> int:
    """How many members tapped its button."""
    [[count]] = tx.rows("SELECT COUNT(*) FROM broadcast_taps WHERE broadcast_id = :id", id=id)
    return int(count)


def _broadcast(row: Row) -> Broadcast:
    return Broadcast(
        id=row[0],
        stage=Stage(row[1]),
        made_by=row[2],
        made_at=from_ms(row[3]),
        segment=row[4],
        texts=json.loads(row[5]),
        channels=tuple(map(Channel, json.loads(row[6]))),
        button=json.loads(row[7]) if row[7] else {},
        points=row[8],
        reward=row[9],
        day=date.fromisoformat(row[10]) if row[10] else None,
        hour=row[11],
        last_member=MemberId(row[12]),
        members=row[13],
        begun_at=from_ms_or_none(row[14]),
        written_at=from_ms_or_none(row[15]),
        ended_at=from_ms_or_none(row[16]),
        shown=row[17],
        told=row[18],
        asked=row[19],
        picture=row[20],
        factor=Decimal(row[21]) if row[21] else None,
        days=row[22],
    )
