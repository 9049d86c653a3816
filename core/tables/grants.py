"""Grants: what was given for holding a plan or a tier, each once, and the entries that say so."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from core.model import TICKET, MemberId, VoucherCode
from core.tables.instants import to_ms
from core.transaction import Row, Transaction

COLUMNS = "member_id, held, occasion, day, given_by, first_entry, last_entry"
NEVER = "9999-12-31"
REFERENCE = "grant/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One grant that was given."""

    member_id: MemberId
    held: str  # "plan/club/welcome": what is held, and the grant's id
    occasion: str  # the day, the year, or "once"
    day: date  # for which it was given
    given_by: str  # "plan/club": a tier's can be given by a plan too
    first_entry: int
    last_entry: int

    @property
    def reference(self) -> str:
        """How its entries are named."""
        return f"{REFERENCE}{self.held}/{self.occasion}"


class GivenPoints(NamedTuple):
    """What became of a grant's points."""

    given: int
    had: int  # less what was taken back
    unused: int  # neither spent nor expired nor taken back
    expired: int

    @property
    def taken_back(self) -> int:
        """So many are missing of what was given."""
        return max(self.given - self.had, 0)


def find(tx: Transaction, member_id: MemberId, held: str, occasion: str) -> Given | None:
    """What was given to the member on that occasion."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM grants"
        " WHERE member_id = :member AND held = :held AND occasion = :occasion",
        member=member_id,
        held=held,
        occasion=occasion,
    )
    return _given(rows[0]) if rows else None


def all_of(tx: Transaction, member_id: MemberId, held: str) -> list[Given]:
    """Every time that was given to the member."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM grants WHERE member_id = :member AND held = :held ORDER BY day",
        member=member_id,
        held=held,
    )
    return [_given(row) for row in rows]


def given_by(
    tx: Transaction, member_id: MemberId, by: str, *, start: date, end: date | None
) -> list[Given]:
    """What the plan or tier gave the member for the days from start to before end."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM grants WHERE member_id = :member AND given_by = :by"
        " AND day >= :start AND day < :end ORDER BY first_entry",
        member=member_id,
        by=by,
        start=start.isoformat(),
        end=end.isoformat() if end else NEVER,
    )
    return [_given(row) for row in rows]


def add(tx: Transaction, given: Given) -> None:
    """Remember it. The member must be taken."""
    tx.rows(
        f"INSERT INTO grants ({COLUMNS})"
        " VALUES (:member, :held, :occasion, :day, :by, :first, :last)",
        member=given.member_id,
        held=given.held,
        occasion=given.occasion,
        day=given.day.isoformat(),
        by=given.given_by,
        first=given.first_entry,
        last=given.last_entry,
    )


def remove(tx: Transaction, given: Given) -> None:
    """Forget it: nothing of it was used, and all of it was taken back."""
    tx.rows(
        "DELETE FROM grants WHERE member_id = :member AND held = :held AND occasion = :occasion",
        member=given.member_id,
        held=given.held,
        occasion=given.occasion,
    )


def points_of(tx: Transaction, given: Given) -> GivenPoints:
    """What became of its points, those included that were given again."""
    [[first, had, unused, expired]] = tx.rows(
        "SELECT CAST(COALESCE(SUM(CASE WHEN e.number BETWEEN :first AND :last THEN l.points"
        " ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(e.points), 0) AS BIGINT),"
        " CAST(COALESCE(SUM(l.remaining), 0) AS BIGINT),"
        " CAST(COALESCE(SUM((SELECT -SUM(m.points) FROM moves m JOIN entries x"
        " ON x.member_id = m.member_id AND x.number = m.entry_number WHERE x.kind = 'expiry'"
        " AND m.member_id = l.member_id AND m.lot_number = l.number)), 0) AS BIGINT)"
        " FROM entries e LEFT JOIN lots l ON l.member_id = e.member_id AND l.number = e.number"
        " WHERE e.member_id = :member AND e.reference = :reference",
        member=given.member_id,
        reference=given.reference,
        first=given.first_entry,
        last=given.last_entry,
    )
    return GivenPoints(given=int(first), had=int(had), unused=int(unused), expired=int(expired))


def unused_vouchers(tx: Transaction, given: Given, now: datetime) -> tuple[list[VoucherCode], int]:
    """Of its vouchers those that can still be used; and how many they all are."""
    rows = tx.rows(
        "SELECT code, status, expires_at, kind FROM vouchers"
        " WHERE member_id = :member AND entry_number >= :first AND entry_number <= :last"
        " ORDER BY code",
        member=given.member_id,
        first=given.first_entry,
        last=given.last_entry,
    )
    usable = [
        VoucherCode(code)
        for code, status, expires, kind in rows
        if status == "issued"
        and kind not in (TICKET, "partner_code")
        and (expires is None or expires > to_ms(now))
    ]
    return usable, len(rows)


def _given(row: Row) -> Given:
    return Given(
        member_id=MemberId(row[0]),
        held=row[1],
        occasion=row[2],
        day=date.fromisoformat(row[3]),
        given_by=row[4],
        first_entry=row[5],
        last_entry=row[6],
    )
