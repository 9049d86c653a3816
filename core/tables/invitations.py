"""Invitations to the staff: links that work once; of their secret only the SHA-256 is kept."""

from datetime import datetime
from hashlib import sha256

from core.model import Role
from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


def add(
    tx: Transaction, secret: str, *, role: Role, by: str, now: datetime, until: datetime
) -> bool:
    """Add an invitation to that role by that actor, good until then; False if it is there."""
    added = tx.rows(
        "INSERT INTO staff_invitations (digest, role, invited_by, made_at, expires_at)"
        " VALUES (:digest, :role, :by, :now, :until) ON CONFLICT (digest) DO NOTHING"
        " RETURNING digest",
        digest=_digest(secret),
        role=role,
        by=by,
        now=to_ms(now),
        until=to_ms(until),
    )
    return bool(added)


def until(tx: Transaction, secret: str) -> datetime:
    """Until when the invitation can be used."""
    [[until]] = tx.rows(
        "SELECT expires_at FROM staff_invitations WHERE digest = :digest", digest=_digest(secret)
    )
    return from_ms(until)


def use(tx: Transaction, secret: str, *, who: str, now: datetime) -> tuple[Role, str] | None:
    """Use it up; the role and who invited. None: there is none, or it is used or too old."""
    rows = tx.rows(
        "UPDATE staff_invitations SET used_by = :who, used_at = :now"
        " WHERE digest = :digest AND used_at IS NULL AND expires_at > :now"
        " RETURNING role, invited_by",
        digest=_digest(secret),
        who=who,
        now=to_ms(now),
    )
    return (Role(rows[0][0]), rows[0][1]) if rows else None


def used_by(tx: Transaction, secret: str) -> str | None:
    """Who has used it."""
    rows = tx.rows(
        "SELECT used_by FROM staff_invitations WHERE digest = :digest", digest=_digest(secret)
    )
    return rows[0][0] if rows else None


def withdraw(tx: Transaction, by: str) -> None:
    """None of that actor's invitations can be used any more."""
    tx.rows(
        "DELETE FROM staff_invitations WHERE invited_by = :by AND used_at IS NULL",
        by=by,
    )


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
