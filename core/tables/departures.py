"""People as they leave for a file: page by page, by rising id, in a few statements a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from core.model import Channel, Consent, Member, MemberId, Purpose
from core.tables.instants import from_ms, from_ms_or_none
from core.tables.members import COLUMNS, from_row
from core.tables.referrals import State
from core.transaction import Transaction

WIDTH = len(COLUMNS.split(","))
PAGE = "member_id > :after AND member_id <= :last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """A member, and what of their row belongs to them alone."""

    member: Member
    birthday_set_at: datetime | None
    tier_by_hand: bool
    source: str


class OpenEntry(NamedTuple):
    """An entry whose points are not all spent, or that counts for the tier."""

    number: int
    reference: str
    points: int
    occurred_at: datetime
    tier_points: int
    tier_at: datetime
    remaining: int
    available_at: datetime | None
    expires_at: datetime | None
    own_date: bool
    dated_until: datetime | None


def page(tx: Transaction, *, after: MemberId, limit: int) -> list[Leaver]:
    """The next members that are not erased."""
    rows = tx.rows(
        f"SELECT {COLUMNS}, birthday_set_at, tier_by_hand, source FROM members"
        " WHERE id > :after AND status <> 'erased' ORDER BY id LIMIT :limit",
        after=after,
        limit=limit,
    )
    return [
        Leaver(
            member=from_row(row),
            birthday_set_at=from_ms_or_none(row[WIDTH]),
            tier_by_hand=row[WIDTH + 1] == row[10],
            source=row[WIDTH + 2],
        )
        for row in rows
    ]


def count(tx: Transaction) -> int:
    """How many there are."""
    [[found]] = tx.rows("SELECT COUNT(*) FROM members WHERE status <> 'erased'")
    return int(found)


def chats(
    tx: Transaction, *, after: MemberId, last: MemberId
) -> Iterator[tuple[MemberId, Channel, str]]:
    """Every way to those members."""
    for member_id, channel, address in tx.rows(
        f"SELECT member_id, channel, address FROM chats WHERE {PAGE}"
        " ORDER BY member_id, channel, address",
        after=after,
        last=last,
    ):
        yield MemberId(member_id), Channel(channel), address


def entries(
    tx: Transaction, *, after: MemberId, last: MemberId
) -> Iterator[tuple[MemberId, OpenEntry]]:
    """What they have, and what counts for their tiers."""
    for row in tx.rows(
        "SELECT e.member_id, e.number, e.reference, e.points, e.occurred_at, e.tier_points,"
        " e.tier_at, COALESCE(l.remaining, 0), l.available_at, l.expires_at, l.own_date,"
        " l.dated_until"
        " FROM entries e LEFT JOIN lots l ON l.member_id = e.member_id AND l.number = e.number"
        " WHERE e.member_id > :after AND e.member_id <= :last"
        " AND (l.remaining > 0 OR e.tier_points <> 0) ORDER BY e.member_id, e.number",
        after=after,
        last=last,
    ):
        yield (
            MemberId(row[0]),
            OpenEntry(
                number=row[1],
                reference=row[2],
                points=row[3],
                occurred_at=from_ms(row[4]),
                tier_points=row[5],
                tier_at=from_ms(row[6]),
                remaining=row[7],
                available_at=from_ms_or_none(row[8]),
                expires_at=from_ms_or_none(row[9]),
                own_date=bool(row[10]),
                dated_until=from_ms_or_none(row[11]),
            ),
        )


def consents(
    tx: Transaction, *, after: MemberId, last: MemberId
) -> Iterator[tuple[MemberId, Consent]]:
    """Every yes and no of theirs, with its proof."""
    for member_id, channel, purpose, granted, at, wording, source in tx.rows(
        "SELECT member_id, channel, purpose, granted, consented_at, wording, source FROM consents"
        f" WHERE {PAGE} ORDER BY member_id, number",
        after=after,
        last=last,
    ):
        yield (
            MemberId(member_id),
            Consent(
                channel=Channel(channel),
                purpose=Purpose(purpose),
                granted=bool(granted),
                at=from_ms(at),
                wording=wording,
                source=source,
            ),
        )


def brought_by(
    tx: Transaction, *, after: MemberId, last: MemberId
) -> Iterator[tuple[MemberId, str, datetime, State]]:
    """The card of who brought each of them, as far as that is not somebody erased."""
    for friend_id, card, at, state in tx.rows(
        "SELECT r.friend_id, m.card, r.joined_at, r.state FROM referrals r"
        " JOIN members m ON m.id = r.referrer_id AND m.status <> 'erased'"
        " WHERE r.friend_id > :after AND r.friend_id <= :last",
        after=after,
        last=last,
    ):
        yield MemberId(friend_id), card, from_ms(at), State(state)
