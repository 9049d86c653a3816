"""Merges: who wants to make one membership of two, and how far it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model import MemberId
from core.tables.instants import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from core.transaction import Row, Transaction

COLUMNS = "asker_id, other_id, proof, state, changed_at, ready_at"


class Stage(StrEnum):
    """How far a merge is."""

    SHOWN = "shown"  # the asker has shown that both may be theirs
    ASKED = "asked"  # and wants one; the other was told
    AGREED = "agreed"  # the other said yes
    OBJECTED = "objected"  # the other said no
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merge of two memberships."""

    asker_id: MemberId
    other_id: MemberId
    proof: str
    state: Stage
    changed_at: datetime
    ready_at: datetime | None = None


def of_asker(tx: Transaction, asker_id: MemberId) -> Merge | None:
    """The asker's newest merge."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM merges WHERE asker_id = :asker"
        " ORDER BY changed_at DESC, other_id DESC LIMIT 1",
        asker=asker_id,
    )
    return _merge(rows[0]) if rows else None


def of_two(tx: Transaction, asker_id: MemberId, other_id: MemberId) -> Merge | None:
    """The merge of these two. Take both members first if it is going to change."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM merges WHERE asker_id = :asker AND other_id = :other",
        asker=asker_id,
        other=other_id,
    )
    return _merge(rows[0]) if rows else None


def asked_of(tx: Transaction, other_id: MemberId) -> list[Merge]:
    """What the member was asked and can still answer."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM merges WHERE other_id = :other AND state IN ('asked', 'agreed')"
        " ORDER BY asker_id",
        other=other_id,
    )
    return [_merge(row) for row in rows]


def save(tx: Transaction, merge: Merge) -> None:
    """Write how far it is."""
    tx.rows(
        "INSERT INTO merges (asker_id, other_id, proof, state, changed_at, ready_at)"
        " VALUES (:asker, :other, :proof, :state, :changed, :ready)"
        " ON CONFLICT (asker_id, other_id) DO UPDATE SET proof = excluded.proof,"
        " state = excluded.state, changed_at = excluded.changed_at, ready_at = excluded.ready_at",
        asker=merge.asker_id,
        other=merge.other_id,
        proof=merge.proof,
        state=merge.state,
        changed=to_ms(merge.changed_at),
        ready=to_ms_or_none(merge.ready_at),
    )


def keep_names(tx: Transaction, merge: Merge, *, card: str, referral_code: str) -> None:
    """Card and code of the other lead to who asked from now on; so do those that led to them."""
    tx.rows(
        "UPDATE merges SET card = :card, referral_code = :code"
        " WHERE asker_id = :asker AND other_id = :other",
        asker=merge.asker_id,
        other=merge.other_id,
        card=card,
        code=referral_code,
    )
    tx.rows(
        "UPDATE merges SET asker_id = :asker WHERE asker_id = :other AND state = 'done'",
        asker=merge.asker_id,
        other=merge.other_id,
    )


def forget_member(tx: Transaction, member_id: MemberId) -> None:
    """Remove every merge of the member's."""
    tx.rows("DELETE FROM merges WHERE asker_id = :id OR other_id = :id", id=member_id)


def _merge(row: Row) -> Merge:
    return Merge(
        asker_id=MemberId(row[0]),
        other_id=MemberId(row[1]),
        proof=row[2],
        state=Stage(row[3]),
        changed_at=from_ms(row[4]),
        ready_at=from_ms_or_none(row[5]),
    )
