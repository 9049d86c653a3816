"""
Owners' numbers, read from indexes that hold all that is asked: the cost grows with the period.

What is told over time comes in slots of half an hour from the period's first moment on: days and
months of every time zone are made of whole ones.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from core.model import Kind
from core.tables import outbox
from core.tables.instants import EPOCH, MILLISECOND, to_ms
from core.tables.outbox import State
from core.transaction import Transaction

FOREVER = datetime.max.replace(tzinfo=UTC)
SLOT = timedelta(minutes=30)
SLOT_MS = SLOT // MILLISECOND
BACK_AND_FORTH = (Kind.REDEMPTION, Kind.UNDO, Kind.RETURNED, Kind.HOLD, Kind.RELEASE)
SPENDING = ", ".join(f"'{kind}'" for kind in BACK_AND_FORTH)
LEFT = "COALESCE(SUM(remaining) FILTER (WHERE"
TO_STAFF = "staff/"  # how the campaign of a message to the staff begins


class Turnover(NamedTuple):
    """Orders that were not cancelled, and what they came to in minor units."""

    orders: int
    total: int


class Buyers(NamedTuple):
    """Members who bought, those of them who had bought before, who bought or redeemed."""

    buyers: int
    returning: int
    active: int


class Open(NamedTuple):
    """Points that are neither spent nor lost, by how long ago they could first be spent."""

    pending: int
    young: int  # younger than the first age
    middle: int
    old: int
    oldest: int  # older than the last
    ending: int  # of all these, lost before a moment


def points(tx: Transaction, since: datetime, until: datetime) -> tuple[int, int, int]:
    """
    The points of all entries, of those that spend or give back, and of those that were lost.

    One pass without sorting: a large shop has a million entries a month.
    """
    [row] = tx.rows(
        "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT), CAST(COALESCE(SUM(points) FILTER (WHERE"
        f" kind IN ({SPENDING})), 0) AS BIGINT), CAST(COALESCE(SUM(points) FILTER (WHERE"
        " kind = 'expiry'), 0) AS BIGINT) FROM entries"
        " WHERE occurred_at >= :since AND occurred_at < :until",
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(row[0]), int(row[1]), int(row[2])


def turnover(tx: Transaction, since: datetime, until: datetime) -> list[tuple[int, str, Turnover]]:
    """What members bought, by slot and currency; sums are in that currency's minor units."""
    rows = tx.rows(
        "SELECT (placed_at - :since) / :slot, currency, COUNT(*), CAST(SUM(total) AS BIGINT)"
        " FROM orders WHERE placed_at >= :since AND placed_at < :until AND member_id IS NOT NULL"
        " AND status <> 'cancelled' GROUP BY 1, 2",
        since=to_ms(since),
        until=to_ms(until),
        slot=SLOT_MS,
    )
    return [(slot, currency, Turnover(orders, total)) for slot, currency, orders, total in rows]


def joins(tx: Transaction, since: datetime, until: datetime) -> int:
    """How many people joined."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM members WHERE joined_at >= :since AND joined_at < :until",
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(count)


def invited(tx: Transaction, since: datetime, until: datetime) -> int:
    """How many of those who joined had been invited."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM members m JOIN referrals r ON r.friend_id = m.id"
        " WHERE m.joined_at >= :since AND m.joined_at < :until",
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(count)


def members(tx: Transaction, until: datetime) -> int:
    """How many of those who joined before then are still members."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM members WHERE joined_at < :until"
        " AND status IN ('active', 'paused', 'blocked')",
        until=to_ms(until),
    )
    return int(count)


def buyers(tx: Transaction, since: datetime, until: datetime) -> Buyers:
    """Who bought in that time, and was it not the first time."""
    between = {"since": to_ms(since), "until": to_ms(until)}
    [[count, returning]] = tx.rows(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN orders > 1 OR EXISTS (SELECT 1 FROM orders e"
        " WHERE e.member_id = b.member_id AND e.placed_at < :since AND e.status <> 'cancelled')"
        " THEN 1 ELSE 0 END), 0) AS BIGINT) FROM (SELECT member_id, COUNT(*) AS orders FROM orders"
        " WHERE placed_at >= :since AND placed_at < :until AND member_id IS NOT NULL"
        " AND status <> 'cancelled' GROUP BY member_id) b",
        **between,
    )
    [[others]] = tx.rows(  # two sets: to look each one up takes as long as all the rest
        "SELECT COUNT(*) FROM (SELECT member_id FROM entries WHERE occurred_at >= :since"
        " AND occurred_at < :until AND kind IN ('redemption', 'hold') EXCEPT SELECT member_id"
        " FROM orders WHERE placed_at >= :since AND placed_at < :until AND member_id IS NOT NULL"
        " AND status <> 'cancelled') o",
        **between,
    )
    return Buyers(int(count), int(returning), int(count) + int(others))


def joined_of_buyers(
    tx: Transaction, since: datetime, until: datetime, *, joined: datetime
) -> list[tuple[int, int]]:
    """How many of those who bought in that time had joined in each slot from `joined` on."""
    rows = tx.rows(
        "SELECT (joined_at - :joined) / :slot, COUNT(*) FROM members WHERE joined_at >= :joined"
        " AND joined_at < :until AND id IN (SELECT member_id FROM orders WHERE placed_at >= :since"
        " AND placed_at < :until AND member_id IS NOT NULL AND status <> 'cancelled') GROUP BY 1",
        since=to_ms(since),
        until=to_ms(until),
        joined=to_ms(joined),
        slot=SLOT_MS,
    )
    return [(slot, count) for slot, count in rows]


def open_points(
    tx: Transaction, now: datetime, ages: tuple[datetime, datetime, datetime], *, ending: datetime
) -> Open:
    """The points that are open now, by age; the ages are the moments that part them."""
    [ages_row] = tx.rows(
        f"SELECT CAST({LEFT} available_at > :now), 0) AS BIGINT),"
        f" CAST({LEFT} available_at <= :now AND available_at > :first), 0) AS BIGINT),"
        f" CAST({LEFT} available_at <= :first AND available_at > :second), 0) AS BIGINT),"
        f" CAST({LEFT} available_at <= :second AND available_at > :third), 0) AS BIGINT),"
        f" CAST({LEFT} available_at <= :third), 0) AS BIGINT)"
        " FROM lots WHERE remaining > 0 AND (expires_at IS NULL OR expires_at > :now)",
        now=to_ms(now),
        first=to_ms(ages[0]),
        second=to_ms(ages[1]),
        third=to_ms(ages[2]),
    )
    [[losing]] = tx.rows(  # few: for all the others it need not be asked
        "SELECT CAST(COALESCE(SUM(remaining), 0) AS BIGINT) FROM lots WHERE remaining > 0"
        " AND expires_at > :now AND expires_at <= :ending",
        now=to_ms(now),
        ending=to_ms(ending),
    )
    return Open(*map(int, (*ages_row, losing)))


def ratings(tx: Transaction, since: datetime, until: datetime) -> tuple[int, int]:
    """How many purchases were rated in that time, and with how many stars in all."""
    [[count, stars]] = tx.rows(
        "SELECT COUNT(*), CAST(COALESCE(SUM(stars), 0) AS BIGINT) FROM feedback"
        " WHERE stars IS NOT NULL AND said_at >= :since AND said_at < :until",
        since=to_ms(since),
        until=to_ms(until),
    )
    return int(count), int(stars)


def campaigns(tx: Transaction) -> list[str]:
    """Every campaign that ever had a message to members."""
    found: list[str] = []
    last = ""
    while True:  # a step of the index each, however many messages there are
        [[name]] = tx.rows("SELECT MIN(campaign) FROM outbox WHERE campaign > :last", last=last)
        if name is None:
            return found
        if not name.startswith(TO_STAFF):
            found.append(name)
        last = name


def messages(tx: Transaction, campaign: str, since: datetime, until: datetime) -> dict[State, int]:
    """How many of the campaign's messages that were due in that time are in each state."""
    rows = [
        tx.rows(
            "SELECT COUNT(*) FROM outbox WHERE campaign = :campaign AND state = :state"
            " AND due_at >= :since AND due_at < :until",
            campaign=campaign,
            state=state,
            since=to_ms(since),
            until=to_ms(until),
        )
        for state in State
    ]
    found = {state: int(count) for state, [[count]] in zip(State, rows, strict=True)}
    return {state: count for state, count in found.items() if count}


def nowhere(
    tx: Transaction, campaign: str, since: datetime = EPOCH, until: datetime = FOREVER
) -> int:
    """How many of the campaign's messages that were due in that time had nowhere to go."""
    rows = tx.rows(
        "SELECT channel, reason, COUNT(*) FROM outbox WHERE campaign = :campaign"
        " AND state = 'blocked' AND due_at >= :since AND due_at < :until GROUP BY channel, reason",
        campaign=campaign,
        since=to_ms(since),
        until=to_ms(until),
    )
    return sum(
        int(count)
        for channel, reason, count in rows
        if outbox.went_nowhere(State.BLOCKED, channel, reason)
    )


def of_state(tx: Transaction, campaign: str, state: State) -> int:
    """How many of the campaign's messages are in that state, whenever they were due."""
    [[count]] = tx.rows(
        "SELECT COUNT(*) FROM outbox WHERE campaign = :campaign AND state = :state",
        campaign=campaign,
        state=state,
    )
    return int(count)
