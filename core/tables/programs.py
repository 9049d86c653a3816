"""Programs: every version of the program file that was in force; the newest one is."""

from datetime import datetime

from core.tables.instants import from_ms, to_ms
from core.transaction import Transaction

BY_SETTINGS = "settings"
"""Who put the program in force that an empty database began with."""
BY_COMMAND = "command line"


def newest(tx: Transaction) -> tuple[int, str] | None:
    """The version in force and its text; None in an empty database."""
    rows = tx.rows("SELECT version, text FROM programs ORDER BY version DESC LIMIT 1")
    return (rows[0][0], rows[0][1]) if rows else None


def newest_version(tx: Transaction) -> int:
    """The version in force; 0 in an empty database."""
    [[version]] = tx.rows("SELECT COALESCE(MAX(version), 0) FROM programs")
    return int(version)


def in_use(tx: Transaction) -> bool:
    """Whether there is a member, or a sum in the program's currency."""
    return bool(
        tx.rows(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM members) OR EXISTS (SELECT 1 FROM orders)"
            " OR EXISTS (SELECT 1 FROM carts) OR EXISTS (SELECT 1 FROM slips)"
        )
    )


def of_version(tx: Transaction, version: int) -> str | None:
    """The text of that version."""
    rows = tx.rows("SELECT text FROM programs WHERE version = :version", version=version)
    return rows[0][0] if rows else None


def was_in_force(tx: Transaction, text: str) -> bool:
    """Whether that text is one of the versions. There are few of them."""
    return bool(tx.rows("SELECT 1 FROM programs WHERE text = :text LIMIT 1", text=text))


def history(tx: Transaction) -> list[tuple[int, datetime, str]]:
    """Every version, newest first: number, when it came in force, by whom."""
    rows = tx.rows("SELECT version, applied_at, applied_by FROM programs ORDER BY version DESC")
    return [(version, from_ms(at), by) for version, at, by in rows]


def keep_draft(tx: Transaction, made_by: str, text: str, *, now: datetime) -> None:
    """Keep what somebody has sent until they put it in force, or send another."""
    tx.rows(
        "INSERT INTO program_drafts (made_by, text, sent_at) VALUES (:by, :text, :now)"
        " ON CONFLICT (made_by) DO UPDATE SET text = excluded.text, sent_at = excluded.sent_at",
        by=made_by,
        text=text,
        now=to_ms(now),
    )


def draft_of(tx: Transaction, made_by: str) -> str | None:
    """What that person has sent and not put in force."""
    rows = tx.rows("SELECT text FROM program_drafts WHERE made_by = :by", by=made_by)
    return rows[0][0] if rows else None


def drop_draft(tx: Transaction, made_by: str) -> None:
    """It is in force, or not wanted."""
    tx.rows("DELETE FROM program_drafts WHERE made_by = :by", by=made_by)


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


def touch(tx: Transaction) -> None:
    """Write nothing, as every write would: raises where none may be."""
    tx.rows("UPDATE programs SET version = version WHERE version < 0")
