"""Members: one row a person in the program."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from core.model import Birthday, Channel, Member, MemberId, Status, TierId
from core.tables import boosts, name_words, shop_codes
from core.tables.compact import compact
from core.tables.instants import from_ms, to_ms
from core.transaction import Row, Transaction

COLUMNS = (
    "id, status, name, language, card, referral_code, joined_at, balance, entries, counters, tier,"
    " tier_since, phone, email, birth_day, birth_month, birth_year, timezone, preferred_channel,"
    " city, boosts"
)
KEYS = ("phone", "email", "card", "referral_code")


def add(tx: Transaction, member: Member, *, source: str) -> bool:
    """Add a new member, with no points yet; False when something of theirs is somebody else's."""
    added = tx.rows(
        "INSERT INTO members (id, status, name, language, card, referral_code, joined_at, tier,"
        " tier_since, phone, email, source) VALUES (:id, :status, :name, :language, :card,"
        " :referral_code, :joined_at, :tier, :joined_at, :phone, :email, :source)"
        " ON CONFLICT DO NOTHING RETURNING id",
        id=member.id,
        status=member.status,
        name=member.name,
        language=member.language,
        card=member.card,
        referral_code=member.referral_code,
        joined_at=to_ms(member.joined_at),
        tier=member.tier,
        phone=member.phone,
        email=member.email,
        source=source,
    )
    if added and member.name:
        name_words.put(tx, [(member.id, member.name)])
    return bool(added)


def take(tx: Transaction, member_id: MemberId) -> Member:
    """Lock the member's row until the transaction ends, and read it."""
    [row] = tx.lock(f"SELECT {COLUMNS} FROM members WHERE id = :id", id=member_id)
    return from_row(row)


def find(tx: Transaction, member_id: MemberId) -> Member | None:
    """Read a member without a lock."""
    rows = tx.rows(f"SELECT {COLUMNS} FROM members WHERE id = :id", id=member_id)
    return from_row(rows[0]) if rows else None


def by_key(tx: Transaction, key: str, value: str) -> MemberId | None:
    """Who has that phone, e-mail, card or referral code."""
    assert key in KEYS  # noqa: S101 a programmer error
    rows = tx.rows(f"SELECT id FROM members WHERE {key} = :value", value=value)
    if not rows and key in ("card", "referral_code"):  # of a membership that became another's
        rows = tx.rows(f"SELECT asker_id FROM merges WHERE {key} = :value", value=value)
    return MemberId(rows[0][0]) if rows else None


def update_ledger(tx: Transaction, member: Member) -> None:
    """Cache what the ledger says. Only core.tables.ledger calls this."""
    tx.send(
        "UPDATE members SET balance = :balance, entries = :entries, counters = :counters"
        " WHERE id = :id",
        id=member.id,
        balance=member.balance,
        entries=member.entries,
        counters=_written(member.counters),
    )


def set_every_tier_due(tx: Transaction, *, now: datetime) -> None:
    """Have everybody's tier looked at when the schedule next ticks."""
    tx.rows("UPDATE members SET tier_review_at = :now WHERE status <> 'erased'", now=to_ms(now))


def tiers(tx: Transaction) -> dict[MemberId, tuple[TierId, datetime]]:
    """Everybody's tier, and when they joined."""
    rows = tx.rows("SELECT id, tier, joined_at FROM members WHERE status <> 'erased'")
    return {MemberId(row[0]): (TierId(row[1]), from_ms(row[2])) for row in rows}


def languages(tx: Transaction) -> dict[str, int]:
    """How many members wish to be spoken to in which language."""
    rows = tx.rows(
        "SELECT language, COUNT(*) FROM members WHERE status <> 'erased' GROUP BY language"
    )
    return dict(rows)


def with_tier_due(tx: Transaction, now: datetime, *, after: MemberId, limit: int) -> list[MemberId]:
    """Members whose tier may have ended, by rising id."""
    rows = tx.rows(
        "SELECT id FROM members WHERE tier_review_at <= :now AND id > :after"
        " ORDER BY id LIMIT :limit",
        now=to_ms(now),
        after=after,
        limit=limit,
    )
    return [MemberId(row[0]) for row in rows]


def set_status(tx: Transaction, member_id: MemberId, status: Status) -> None:
    """Change the membership's state; the web shops learn what becomes of the member's codes."""
    tx.rows("UPDATE members SET status = :status WHERE id = :id", id=member_id, status=status)
    shop_codes.changed_of(tx, member_id)


def set_language(tx: Transaction, member_id: MemberId, language: str) -> None:
    """The language of everything written to the member."""
    tx.rows("UPDATE members SET language = :to WHERE id = :id", id=member_id, to=language)


def set_phone(tx: Transaction, member_id: MemberId, phone: str | None) -> None:
    """The member's proven number, E.164; None: they have it no more."""
    tx.rows("UPDATE members SET phone = :phone WHERE id = :id", id=member_id, phone=phone)


def set_timezone(tx: Transaction, member_id: MemberId, timezone: str | None) -> None:
    """The member's own time zone, an IANA name; None is the program's."""
    tx.rows("UPDATE members SET timezone = :to WHERE id = :id", id=member_id, to=timezone)


def set_preferred_channel(tx: Transaction, member_id: MemberId, channel: Channel | None) -> None:
    """Where the member wants to be written to."""
    tx.rows("UPDATE members SET preferred_channel = :to WHERE id = :id", id=member_id, to=channel)


def set_birthday(
    tx: Transaction, member_id: MemberId, birthday: Birthday, *, now: datetime
) -> None:
    """The member's birthday, and when it was told."""
    tx.rows(
        "UPDATE members SET birth_day = :day, birth_month = :month, birth_year = :year,"
        " birthday_set_at = :now WHERE id = :id",
        id=member_id,
        day=birthday.day,
        month=birthday.month,
        year=birthday.year,
        now=to_ms(now),
    )


def erase(tx: Transaction, member: Member) -> None:
    """Forget the person; the row stays, without a name, as the ledger's anchor."""
    name_words.forget(tx, member.id)
    tx.rows(
        "UPDATE members SET status = 'erased', name = '', card = :gone, referral_code = :gone,"
        " phone = NULL, email = NULL, birth_day = NULL, birth_month = NULL, birth_year = NULL,"
        " birthday_set_at = NULL, timezone = NULL, preferred_channel = NULL, source = '',"
        " city = '', city_key = '', boosts = ''"
        " WHERE id = :id",
        id=member.id,
        gone=f"erased-{member.id}",
    )


def born_on(
    tx: Transaction,
    days: list[date],
    *,
    year: int,
    told_before: datetime,
    after: MemberId,
    limit: int,
) -> list[MemberId]:
    """
    Members whose birthday is on one of the days and was told before then, by rising id; not those
    whose birthday of that year was celebrated.
    """
    wanted: Mapping[str, int] = {
        f"{part}{place}": value
        for place, day in enumerate(days)
        for part, value in (("day", day.day), ("month", day.month))
    }
    where = " OR ".join(
        f"(birth_month = :month{place} AND birth_day = :day{place})" for place in range(len(days))
    )
    rows = tx.rows(
        f"SELECT id FROM members WHERE ({where}) AND birth_day IS NOT NULL"
        " AND birthday_set_at <= :told AND status IN ('active', 'paused') AND id > :after"
        " AND NOT EXISTS (SELECT 1 FROM operations WHERE member_id = members.id AND operations.id"
        " = 'birthday:' || CAST(members.id AS TEXT) || ':' || CAST(:year AS TEXT))"
        " ORDER BY id LIMIT :limit",
        **wanted,
        year=str(year),
        told=to_ms(told_before),
        after=after,
        limit=limit,
    )
    return [MemberId(row[0]) for row in rows]


def any_from(tx: Transaction, source: str) -> bool:
    """Whether anybody joined from there."""
    return bool(tx.rows("SELECT 1 FROM members WHERE source = :source LIMIT 1", source=source))


def from_row(row: Row) -> Member:
    """The member of a row that begins with COLUMNS."""
    birthday = None if row[14] is None else Birthday(day=row[14], month=row[15], year=row[16])
    return Member(
        id=MemberId(row[0]),
        status=Status(row[1]),
        name=row[2],
        language=row[3],
        card=row[4],
        referral_code=row[5],
        joined_at=from_ms(row[6]),
        balance=row[7],
        entries=row[8],
        counters=json.loads(row[9]) if row[9] != "{}" else {},
        tier=TierId(row[10]),
        tier_since=from_ms(row[11]),
        phone=row[12],
        email=row[13],
        birthday=birthday,
        timezone=row[17],
        preferred_channel=None if row[18] is None else Channel(row[18]),
        city=row[19],
        boosts=boosts.read(row[20]) if row[20] else (),
    )


def _written(counters: Mapping[str, int]) -> str:
    return compact(counters) if counters else "{}"
