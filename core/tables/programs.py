"""Programs: every version of the program file that was in force; the newest one is."""

from datetime import datetime

from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction


def newest(tx: Transaction) -> tuple[int, str] | None:
    """The version in force and its text; None in an empty database."""
    rows = tx.rows("SELECT version, text FROM programs ORDER BY version DESC LIMIT 1")
    return (rows[0][0], rows[0][1]) if rows else None


def newest_version(tx: Transaction) -> int:
    """The version in force; 0 in an empty database."""
    [[version]] = tx.rows("SELECT COALESCE(MAX(version), 0) FROM programs")
    return int(version)


def of_version(tx: Transaction, version: int) -> str | None:
    """The text of that version."""
    rows = tx.rows("SELECT text FROM programs WHERE version = :version", version=version)
    return rows[0][0] if rows else None


def history(tx: Transaction) -> list[tuple[int, datetime, str]]:
    """Every version, newest first: number, when it came in force, by whom."""
    rows = tx.rows("SELECT version, applied_at, applied_by FROM programs ORDER BY version DESC")
    return [(version, from_ms(at), by) for version, at, by in rows]


def add(tx: Transaction, text: str, *, by: str, now: datetime) -> int:
    """Put a program in force; its version. Two at once collide on the version, and one fails."""
    version = newest_version(tx) + 1
    tx.rows(
        "INSERT INTO programs (version, text, applied_at, applied_by)"
        " VALUES (:version, :text, :now, :by)",
        version=version,
        text=text,
        now=to_ms(now),
        by=by,
    )
    return version
