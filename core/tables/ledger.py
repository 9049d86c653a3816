"""
The ledger: append-only entries, lots with their own dates, moves between the two.

Every credit is an entry with one lot of the same number. Every debit is an entry with the moves
that took from lots, the soonest-expiring first, so that an undo puts each point back where it was.
This module is the one writer of members.balance.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from core.act import Act
from core.model import Kind, Member, MemberId
from core.tables import hooks, members
from core.tables.compact import compact
from core.tables.hooks import Event
from core.tables.instants import to_ms, to_ms_or_none
from core.tables.lots import EXPIRED, SPENDABLE, UNTIL_EVENT
from core.transaction import Row, Transaction, Value

Reason = Mapping[str, str | int]

OWED = "*owed"
"""The counter of points that were spent before they were taken back: new ones go there first."""
WRITE_ENTRY = (
    "INSERT INTO entries (member_id, number, kind, points, occurred_at, tier_points, tier_at,"
    " reference, reason, program_version, operation_id, actor) VALUES"
    " (:member, :number, :kind, :points, :now, :tier_points, :tier_at, :reference, :reason,"
    " :version, :operation, :actor)"
)
SOONEST_FIRST = "ORDER BY expires_at IS NULL, expires_at, number"
LONGEST_PAST = (
    f"SELECT member_id FROM lots WHERE {EXPIRED} ORDER BY expires_at, member_id LIMIT :limit"
)


class Draft(NamedTuple):
    """An entry about to be written."""

    kind: Kind
    reference: str
    reason: Reason
    tier_points: int = 0  # what it adds to the sum that decides the tier
    tier_at: datetime | None = None  # the moment that sum counts it; None is now
    counters: Mapping[str, int] | None = None  # the member's as they then are; None: as they were
    owed: int = 0  # points it should take and can't: what comes next pays for them


def credit(
    tx: Transaction,
    member: Member,
    act: Act,
    draft: Draft,
    *,
    points: int,
    available_at: datetime,
    expires_at: datetime | None,
    own_date: bool = False,
) -> Member:
    """
    Give points as a new lot. The member must be taken; returns them as they now are.

    A date of its own, by a rule that says when its points are lost, stays whatever else happens.
    """
    member = _write(tx, member, act, draft, points)
    tx.send(
        "INSERT INTO lots (member_id, number, points, remaining, available_at, expires_at,"
        " own_date) VALUES (:member, :number, :points, :points, :available, :expires, :own_date)",
        member=member.id,
        number=member.entries,
        points=points,
        available=to_ms(available_at),
        expires=to_ms_or_none(expires_at),
        own_date=int(own_date),
    )
    return _pay_owed(tx, member, act, [(member.entries, points)])


def spend(tx: Transaction, member: Member, act: Act, draft: Draft, *, points: int) -> Member:
    """Take spendable points, the soonest-expiring first. The caller knows that they suffice."""
    lots = tx.rows(
        f"SELECT number, remaining FROM lots WHERE member_id = :member AND {SPENDABLE}"
        f" {SOONEST_FIRST}",
        member=member.id,
        now=to_ms(act.now),
    )
    return _take(tx, member, act, draft, points=points, lots=lots)


def take_back(
    tx: Transaction, member: Member, act: Act, draft: Draft, *, points: int, credited_for: str
) -> Member:
    """
    Take back up to that many points, never more than the balance: first from the lots that were
    credited for that reference, the pending ones first, then the soonest-expiring.
    """
    lots = tx.rows(
        "SELECT l.number, l.remaining FROM lots l JOIN entries e ON e.member_id = l.member_id"
        " AND e.number = l.number WHERE l.member_id = :member AND l.remaining > 0"
        " ORDER BY e.reference <> :reference,"
        " (e.reference = :reference AND l.available_at <= :now), l.expires_at IS NULL,"
        " l.expires_at, l.number",
        member=member.id,
        reference=credited_for,
        now=to_ms(act.now),
    )
    return _take(tx, member, act, draft, points=min(points, member.balance), lots=lots)


def take_lot(
    tx: Transaction, member: Member, act: Act, draft: Draft, *, points: int, lot: int
) -> Member:
    """Take spendable points, that lot's before others. The caller knows that they suffice."""
    lots = tx.rows(
        f"SELECT number, remaining FROM lots WHERE member_id = :member AND {SPENDABLE}"
        " ORDER BY number <> :lot, expires_at IS NULL, expires_at, number",
        member=member.id,
        now=to_ms(act.now),
        lot=lot,
    )
    return _take(tx, member, act, draft, points=points, lots=lots)


def put_back(tx: Transaction, member: Member, act: Act, draft: Draft, *, undone: int) -> Member:
    """
    Give back what entry `undone` took, each point to its own lot with its own dates.

    What came back since for the draft's reference, and was taken again, is from where it was then.
    """
    moves = tx.rows(
        "SELECT m.lot_number, CAST(SUM(m.points) AS BIGINT) FROM moves m JOIN entries e"
        " ON e.member_id = m.member_id AND e.number = m.entry_number WHERE m.member_id = :member"
        " AND (m.entry_number = :undone OR (e.kind = :returned AND e.reference = :reference))"
        " GROUP BY m.lot_number HAVING SUM(m.points) <> 0 ORDER BY m.lot_number",
        member=member.id,
        undone=undone,
        returned=Kind.RETURNED,
        reference=draft.reference,
    )
    return _give_back(tx, member, act, draft, [(lot, -points) for lot, points in moves])


def put_back_part(
    tx: Transaction, member: Member, act: Act, draft: Draft, *, undone: int, points: int
) -> Member:
    """
    Give back so many of the points that entry `undone` took, and that entries with the draft's
    kind and reference did not give back yet: those that last longest first, with their own dates.
    """
    lots = tx.rows(
        "SELECT m.lot_number, CAST(-SUM(m.points) AS BIGINT) FROM moves m JOIN entries e"
        " ON e.member_id = m.member_id AND e.number = m.entry_number JOIN lots l"
        " ON l.member_id = m.member_id AND l.number = m.lot_number WHERE m.member_id = :member"
        " AND (m.entry_number = :undone OR (e.kind = :kind AND e.reference = :reference))"
        " GROUP BY m.lot_number, l.expires_at"
        " ORDER BY l.expires_at IS NOT NULL, l.expires_at DESC, m.lot_number DESC",
        member=member.id,
        undone=undone,
        kind=draft.kind,
        reference=draft.reference,
    )
    back = []
    for lot, taken in lots:
        part = min(taken, points)
        points -= part
        if part > 0:
            back.append((lot, part))
    return _give_back(tx, member, act, draft, back)


def expire(tx: Transaction, member: Member, act: Act, draft: Draft) -> Member:
    """Write off what is past its date and not pending; no entry when nothing is."""
    lots = tx.rows(
        "SELECT number, remaining FROM lots WHERE member_id = :member AND remaining > 0"
        f" AND expires_at <= :now AND available_at <= :now {SOONEST_FIRST}",
        member=member.id,
        now=to_ms(act.now),
    )
    points = sum(remaining for _, remaining in lots)
    return _take(tx, member, act, draft, points=points, lots=lots) if points else member


def expire_many(tx: Transaction, act: Act, draft: Draft, *, limit: int) -> tuple[int, int]:
    """
    Do that for members who have the longest past lots, up to so many of these, in few statements;
    how many members and points there were. No members are left: nothing is past its date.
    """
    when = {"now": to_ms(act.now), "limit": limit}
    locked = tx.lock(
        f"SELECT id, entries, balance FROM members WHERE id IN ({LONGEST_PAST})",
        **when,
    )
    numbers: dict[MemberId, int] = {member_id: entries + 1 for member_id, entries, _ in locked}
    rows = tx.rows(
        # the plus keeps a planner from looking through everybody's past lots for those of a few
        "SELECT member_id, number, remaining FROM lots WHERE remaining > 0"
        " AND +expires_at <= :now AND available_at <= :now"
        f" AND member_id IN ({LONGEST_PAST}) ORDER BY member_id, number",
        **when,
    )
    lots = [row for row in rows if row[0] in numbers]
    points: dict[MemberId, int] = {}
    for member_id, _, remaining in lots:
        points[member_id] = points.get(member_id, 0) + remaining
    said = _said(act, draft)
    tx.many(
        WRITE_ENTRY,
        [
            {**said, "member": one, "number": numbers[one], "points": -lost}
            for one, lost in points.items()
        ],
    )
    _move(tx, [(one, numbers[one], lot, -remaining) for one, lot, remaining in lots])
    tx.many(
        "UPDATE members SET balance = balance - :points, entries = entries + 1 WHERE id = :member",
        [{"member": one, "points": lost} for one, lost in points.items()],
    )
    for one, number, balance in locked if act.tells else ():
        if lost := points.get(one, 0):
            _tell(tx, act, draft, (one, number + 1), points=-lost, balance=balance - lost)
    return len(locked), sum(points.values())


def note(tx: Transaction, member: Member, act: Act, draft: Draft) -> Member:
    """Write an entry that moves no points, only what counts for the tier."""
    return _write(tx, member, act, draft, 0)


def count(tx: Transaction, member: Member, counters: Mapping[str, int]) -> Member:
    """Keep the counters when no entry is written, if they changed; what is owed stays."""
    counters = _owing(member, counters)
    if counters == member.counters:
        return member
    member = member._replace(counters=counters)
    members.update_ledger(tx, member)
    return member


def release(tx: Transaction, member_id: MemberId, reference: str, *, at: datetime) -> None:
    """
    Let the points for that reference that wait for an event be spent from then on, and count for
    the tier if that waits too.
    """
    tx.rows(
        "UPDATE entries SET tier_at = :at WHERE member_id = :member AND reference = :reference"
        " AND tier_at = :waiting",
        member=member_id,
        reference=reference,
        at=to_ms(at),
        waiting=to_ms(UNTIL_EVENT),
    )
    tx.rows(
        "UPDATE lots SET available_at = :at WHERE member_id = :member AND available_at = :waiting"
        " AND number IN (SELECT number FROM entries WHERE member_id = :member"
        " AND reference = :reference)",
        member=member_id,
        reference=reference,
        at=to_ms(at),
        waiting=to_ms(UNTIL_EVENT),
    )


def drifted(tx: Transaction) -> list[MemberId]:
    """Members whose balance, entries, lots and moves don't agree. Empty, or we have a bug."""
    rows = tx.rows(
        "SELECT m.id FROM members m"
        " LEFT JOIN (SELECT member_id, SUM(points) AS points, COUNT(*) AS count FROM entries"
        " GROUP BY member_id) e ON e.member_id = m.id"
        " LEFT JOIN (SELECT member_id, SUM(remaining) AS points FROM lots GROUP BY member_id) l"
        " ON l.member_id = m.id"
        " WHERE m.balance <> COALESCE(e.points, 0) OR m.balance <> COALESCE(l.points, 0)"
        " OR m.entries <> COALESCE(e.count, 0)"
        " UNION SELECT l.member_id FROM lots l LEFT JOIN (SELECT member_id, lot_number,"
        " SUM(points) AS points FROM moves GROUP BY member_id, lot_number) v"
        " ON v.member_id = l.member_id AND v.lot_number = l.number"
        " WHERE l.remaining <> l.points + COALESCE(v.points, 0)"
        " UNION SELECT e.member_id FROM entries e"
        " LEFT JOIN lots l ON l.member_id = e.member_id AND l.number = e.number"
        " LEFT JOIN (SELECT member_id, entry_number, SUM(points) AS points FROM moves"
        " GROUP BY member_id, entry_number) v"
        " ON v.member_id = e.member_id AND v.entry_number = e.number"
        " WHERE e.points <> COALESCE(l.points, 0) + COALESCE(v.points, 0)"
    )
    return [MemberId(row[0]) for row in rows]


def _take(
    tx: Transaction, member: Member, act: Act, draft: Draft, *, points: int, lots: Iterable[Row]
) -> Member:
    moves = []
    missing = points
    for number, remaining in lots:
        if not missing:
            break
        part = min(remaining, missing)
        moves.append((number, -part))
        missing -= part
    assert not missing, (points, missing)  # noqa: S101 the caller promised that they suffice
    member = _write(tx, member, act, draft, -points)
    _move(tx, [(member.id, member.entries, lot, part) for lot, part in moves])
    return member


def _give_back(
    tx: Transaction, member: Member, act: Act, draft: Draft, back: list[tuple[int, int]]
) -> Member:
    member = _write(tx, member, act, draft, sum(points for _, points in back))
    _move(tx, [(member.id, member.entries, lot, points) for lot, points in back])
    return _pay_owed(tx, member, act, back)


def _pay_owed(tx: Transaction, member: Member, act: Act, come: list[tuple[int, int]]) -> Member:
    """What has just come to these lots pays first for what was taken back and had been spent."""
    owed = member.counters.get(OWED, 0)
    if not owed:
        return member
    points = min(owed, sum(part for _, part in come))
    draft = Draft(kind=Kind.REVERSAL, reference="", reason={"owed": points}, owed=-points)
    return _take(tx, member, act, draft, points=points, lots=come)


def _owing(member: Member, counters: Mapping[str, int], more: int = 0) -> Mapping[str, int]:
    """The counters with what the member owes, and so much more."""
    owed = member.counters.get(OWED, 0) + more
    if counters.get(OWED, 0) == owed:
        return counters
    others = {name: count for name, count in counters.items() if name != OWED}
    return others | {OWED: owed} if owed else others


def _move(tx: Transaction, moves: list[tuple[MemberId, int, int, int]]) -> None:
    """Each is of a member and an entry, from or to a lot, so many points."""
    names = "member", "entry", "lot", "points"
    batch = [dict(zip(names, move, strict=True)) for move in moves]
    tx.many(
        "INSERT INTO moves (member_id, entry_number, lot_number, points)"
        " VALUES (:member, :entry, :lot, :points)",
        batch,
    )
    tx.many(
        "UPDATE lots SET remaining = remaining + :points"
        " WHERE member_id = :member AND number = :lot",
        [{name: move[name] for name in ("member", "lot", "points")} for move in batch],
    )


def _write(tx: Transaction, member: Member, act: Act, draft: Draft, points: int) -> Member:
    """Append the entry and bring the cached balance up to date: the one place that does."""
    number = member.entries + 1
    tx.send(WRITE_ENTRY, member=member.id, number=number, points=points, **_said(act, draft))
    counters = member.counters if draft.counters is None else draft.counters
    counters = _owing(member, counters, draft.owed)
    balance = member.balance + points
    if points and act.tells:
        _tell(tx, act, draft, (member.id, number), points=points, balance=balance)
    member = member._replace(balance=balance, entries=number, counters=counters)
    members.update_ledger(tx, member)
    return member


def _tell(
    tx: Transaction, act: Act, draft: Draft, entry: tuple[MemberId, int], *, points: int,
    balance: int,
) -> None:  # fmt: skip
    data: dict[str, str | int | None] = {
        "member_id": str(entry[0]),
        "entry": str(entry[1]),
        "kind": draft.kind,
        "points": points,
        "balance": balance,
        "reference": draft.reference,
        "unit": act.program.unit,
        "currency": act.program.currency,
    }
    hooks.tell(tx, act, Event.POINTS_CHANGED, data)


def _said(act: Act, draft: Draft) -> dict[str, Value]:
    """What an entry says besides whose it is and how much."""
    return {
        "kind": draft.kind,
        "now": to_ms(act.now),
        "tier_points": draft.tier_points,
        "tier_at": to_ms(draft.tier_at or act.now),
        "reference": draft.reference,
        "reason": compact(draft.reason),
        "version": act.program_version,
        "operation": act.operation_id,
        "actor": act.actor,
    }
