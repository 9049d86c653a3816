"""Subscriptions: which plan a member has or has applied for, since when, paid until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model import MemberId
from core.tables.instants import from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = "member_id, plan_id, status, since, started_at, paid_from, anchor_day, until, ends_at"


class PlanStatus(StrEnum):
    """How a member stands to a plan."""

    APPLIED = "applied"
    REFUSED = "refused"
    APPROVED = "approved"  # and not paid yet
    ACTIVE = "active"
    CANCELLED = "cancelled"  # holds to the end of what is paid
    ENDED = "ended"  # by itself: nothing more was paid
    CLOSED = "closed"  # at once: by the shop, or because the payment was refunded


RUNNING = (PlanStatus.ACTIVE, PlanStatus.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A member's plan. Without a first day it was only applied for."""

    member_id: MemberId
    plan_id: str
    status: PlanStatus
    since: date | None = None
    started_at: datetime | None = None
    paid_from: date | None = None  # None in a trial
    anchor_day: int = 0
    until: date | None = None  # the first day no longer covered; None: without end
    ends_at: datetime | None = None  # when that day begins in the shop

    def in_force_at(self, now: datetime) -> bool:
        """Whether the plan's benefits are the member's at that moment."""
        begun = self.started_at is not None and self.started_at <= now
        return begun and self.status in RUNNING and (self.ends_at is None or now < self.ends_at)

    def covers(self, day: date) -> bool:
        """Whether that whole day is in the time it runs, or has run."""
        return (
            self.since is not None
            and self.since <= day
            and (self.until is None or day < self.until)
        )


def find(tx: Transaction, member_id: MemberId, plan_id: str) -> Subscription | None:
    """How the member stands to the plan."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM subscriptions WHERE member_id = :member AND plan_id = :plan",
        member=member_id,
        plan=plan_id,
    )
    return _subscription(rows[0]) if rows else None


def of_member(tx: Transaction, member_id: MemberId) -> list[Subscription]:
    """Every plan the member has, had or has applied for."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM subscriptions WHERE member_id = :member ORDER BY plan_id",
        member=member_id,
    )
    return [_subscription(row) for row in rows]


def applications(tx: Transaction, *, after: tuple[MemberId, str], limit: int) -> list[Subscription]:
    """Those that wait for the shop's answer and come after that one, by member and plan."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM subscriptions WHERE status = 'applied'"
        " AND (member_id > :member OR member_id = :member AND plan_id > :plan)"
        " ORDER BY member_id, plan_id LIMIT :limit",
        member=after[0],
        plan=after[1],
        limit=limit,
    )
    return [_subscription(row) for row in rows]


def save(tx: Transaction, subscription: Subscription) -> None:
    """Write how the member stands to the plan now. The member must be taken."""
    tx.rows(
        f"INSERT INTO subscriptions ({COLUMNS}) VALUES (:member, :plan, :status, :since, :started,"
        " :paid_from, :anchor, :until, :ends) ON CONFLICT (member_id, plan_id) DO UPDATE SET"
        " status = excluded.status, since = excluded.since, started_at = excluded.started_at,"
        " paid_from = excluded.paid_from, anchor_day = excluded.anchor_day,"
        " until = excluded.until, ends_at = excluded.ends_at",
        member=subscription.member_id,
        plan=subscription.plan_id,
        status=subscription.status,
        since=_written(subscription.since),
        started=to_ms_or_none(subscription.started_at),
        paid_from=_written(subscription.paid_from),
        anchor=subscription.anchor_day,
        until=_written(subscription.until),
        ends=to_ms_or_none(subscription.ends_at),
    )


def in_force(tx: Transaction, member_id: MemberId, now: datetime) -> dict[str, date]:
    """The plans whose benefits are the member's at that moment, and each one's first day."""
    rows = tx.rows(
        "SELECT plan_id, since FROM subscriptions WHERE member_id = :member"
        " AND status IN ('active', 'cancelled') AND started_at <= :now"
        " AND (ends_at IS NULL OR ends_at > :now) ORDER BY plan_id",
        member=member_id,
        now=to_ms(now),
    )
    return {plan_id: date.fromisoformat(since) for plan_id, since in rows}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _subscription(row: Row) -> Subscription:
    return Subscription(
        member_id=MemberId(row[0]),
        plan_id=row[1],
        status=PlanStatus(row[2]),
        since=_read(row[3]),
        started_at=from_ms_or_none(row[4]),
        paid_from=_read(row[5]),
        anchor_day=row[6],
        until=_read(row[7]),
        ends_at=from_ms_or_none(row[8]),
    )
