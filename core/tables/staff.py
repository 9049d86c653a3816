"""Staff: one row a person behind the counter, kept when they leave; and what each won't hear of."""

from dataclasses import dataclass
from datetime import datetime

from core.model import Channel, Colleague, Role
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = "channel, address, role, name, language, added_by, since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which menu a person's channel shows, and whose it should be: None is everybody's."""

    channel: Channel
    address: str
    role: Role | None
    language: str | None
    menu: str


def find(tx: Transaction, channel: Channel, address: str) -> Colleague | None:
    """The person of that address, if they work here."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM staff"
        " WHERE channel = :channel AND address = :address AND removed_at IS NULL",
        channel=channel,
        address=address,
    )
    return _colleague(rows[0]) if rows else None


def everybody(tx: Transaction, role: Role | None = None) -> list[Colleague]:
    """Who works here, in that role if one is named; those with the most say first."""
    rows = tx.rows(
        f"SELECT {COLUMNS} FROM staff WHERE removed_at IS NULL"
        " AND (CAST(:role AS TEXT) IS NULL OR role = :role) ORDER BY since, channel, address",
        role=role,
    )
    found = map(_colleague, rows)
    return sorted(found, key=lambda one: list(Role).index(one.role), reverse=True)


def put(tx: Transaction, colleague: Colleague) -> None:
    """From now on the person works here, in that role; also who left and comes back."""
    tx.rows(
        "INSERT INTO staff (channel, address, role, name, language, added_by, since)"
        " VALUES (:channel, :address, :role, :name, :language, :by, :since)"
        " ON CONFLICT (channel, address) DO UPDATE SET role = excluded.role,"
        " name = CASE WHEN excluded.name = '' THEN staff.name ELSE excluded.name END,"
        " language = COALESCE(excluded.language, staff.language),"
        " added_by = excluded.added_by, since = excluded.since, removed_at = NULL",
        channel=colleague.channel,
        address=colleague.address,
        role=colleague.role,
        name=colleague.name,
        language=colleague.language,
        by=colleague.added_by,
        since=to_ms(colleague.since),
    )


def remove(tx: Transaction, colleague: Colleague, *, now: datetime) -> None:
    """The person works here no more."""
    tx.rows(
        "UPDATE staff SET removed_at = :now WHERE channel = :channel AND address = :address",
        channel=colleague.channel,
        address=colleague.address,
        now=to_ms(now),
    )


def know(tx: Transaction, colleague: Colleague, *, name: str, language: str) -> None:
    """What the person is called, and how they are spoken to."""
    tx.rows(
        "UPDATE staff SET name = :name, language = :language"
        " WHERE channel = :channel AND address = :address",
        channel=colleague.channel,
        address=colleague.address,
        name=name,
        language=language,
    )


def menus(tx: Transaction, channel: Channel) -> list[Shown]:
    """The menus of all who work here or did, and have a chat there."""
    rows = tx.rows(
        "SELECT s.address, CASE WHEN s.removed_at IS NULL THEN s.role END,"
        " COALESCE(c.language, s.language), s.menu FROM staff s JOIN chats c"
        " ON c.channel = s.channel AND c.address = s.address WHERE s.channel = :channel",
        channel=channel,
    )
    return [
        Shown(
            channel=channel,
            address=address,
            role=None if role is None else Role(role),
            language=language,
            menu=menu,
        )
        for address, role, language, menu in rows
    ]


def set_menu(tx: Transaction, shown: Shown, menu: str) -> None:
    """The channel shows them that menu now."""
    tx.rows(
        "UPDATE staff SET menu = :menu WHERE channel = :channel AND address = :address",
        channel=shown.channel,
        address=shown.address,
        menu=menu,
    )


def mutes(tx: Transaction, colleague: Colleague) -> set[str]:
    """The alarms the person does not want to hear of."""
    rows = tx.rows(
        "SELECT alarm FROM staff_mutes WHERE channel = :channel AND address = :address",
        channel=colleague.channel,
        address=colleague.address,
    )
    return {alarm for (alarm,) in rows}


def mute(tx: Transaction, colleague: Colleague, alarm: str, *, muted: bool) -> None:
    """Tell the person of that alarm no more, or again."""
    place = {"channel": colleague.channel, "address": colleague.address, "alarm": alarm}
    if muted:
        tx.rows(
            "INSERT INTO staff_mutes (channel, address, alarm)"
            " VALUES (:channel, :address, :alarm) ON CONFLICT DO NOTHING",
            **place,
        )
        return
    tx.rows(
        "DELETE FROM staff_mutes"
        " WHERE channel = :channel AND address = :address AND alarm = :alarm",
        **place,
    )


def _colleague(row: Row) -> Colleague:
    return Colleague(
        channel=Channel(row[0]),
        address=row[1],
        role=Role(row[2]),
        name=row[3],
        language=row[4],
        added_by=row[5],
        since=from_ms(row[6]),
    )
