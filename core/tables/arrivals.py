"""Many people at once: looked up and written in batches, so that 100,000 take seconds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import NamedTuple, TypeVar

from core.model import Birthday, Channel, Consent, Kind, Member, MemberId
from core.tables import cities, name_words
from core.tables.compact import compact
from core.tables.instants import from_ms, to_ms, to_ms_or_none
from core.tables.members import COLUMNS, KEYS, from_row
from core.tables.referrals import State
from core.tables.tier_states import Basis
from core.transaction import Transaction

T = TypeVar("T")

BATCH = 500
THESE = ", ".join(f":v{place}" for place in range(BATCH))


class Known(NamedTuple):
    """An entry that stands in the ledger already."""

    number: int
    reference: str
    points: int
    occurred_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """A member to be added as they were elsewhere: with no points yet."""

    member: Member
    basis: Basis
    tier_until: datetime | None
    tier_by_hand: bool
    birthday_set_at: datetime | None
    source: str
    program_version: int
    review_at: datetime | None


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """The values, BATCH at a time."""
    rest = iter(values)
    while batch := list(islice(rest, BATCH)):
        yield batch


def by_key(tx: Transaction, key: str, values: Iterable[str]) -> Iterator[Member]:
    """The members who have one of those phones, e-mails, cards or referral codes."""
    assert key in KEYS  # noqa: S101 a programmer error
    for batch in batches(values):
        for row in tx.rows(
            f"SELECT {COLUMNS} FROM members WHERE {key} IN ({THESE})", **_padded(batch)
        ):
            yield from_row(row)


def by_id(tx: Transaction, ids: Iterable[MemberId]) -> Iterator[Member]:
    """Those members."""
    for batch in batches(ids):
        for row in tx.rows(
            f"SELECT {COLUMNS} FROM members WHERE id IN ({THESE})", **_padded(batch)
        ):
            yield from_row(row)


def by_address(
    tx: Transaction, channel: Channel, addresses: Iterable[str]
) -> Iterator[tuple[str, MemberId]]:
    """Whose those addresses are, as far as they are somebody's."""
    for batch in batches(addresses):
        for address, member_id in tx.rows(
            "SELECT address, member_id FROM chats WHERE channel = :channel"
            f" AND address IN ({THESE}) AND member_id IS NOT NULL",
            channel=channel,
            **_padded(batch),
        ):
            yield address, MemberId(member_id)


def entries_of(tx: Transaction, members: Iterable[MemberId]) -> Iterator[tuple[MemberId, Known]]:
    """What stands in the ledgers of those members, without what was spent."""
    for batch in batches(members):
        for member_id, number, reference, points, at in tx.rows(
            "SELECT member_id, number, reference, points, occurred_at FROM entries"
            f" WHERE member_id IN ({THESE}) AND (points > 0 OR tier_points <> 0)",
            **_padded(batch),
        ):
            yield MemberId(member_id), Known(number, reference, points, from_ms(at))


def with_referral(tx: Transaction, friends: Iterable[MemberId]) -> Iterator[MemberId]:
    """Which of them somebody brought."""
    for batch in batches(friends):
        for (friend,) in tx.rows(
            f"SELECT friend_id FROM referrals WHERE friend_id IN ({THESE})", **_padded(batch)
        ):
            yield MemberId(friend)


def consents_of(
    tx: Transaction, members: Iterable[MemberId]
) -> Iterator[tuple[MemberId, str, str, datetime]]:
    """When each of them said the last word on a channel and a purpose."""
    for batch in batches(members):
        for member_id, channel, purpose, at in tx.rows(
            "SELECT member_id, channel, purpose, MAX(consented_at) FROM consents"
            f" WHERE member_id IN ({THESE}) GROUP BY member_id, channel, purpose",
            **_padded(batch),
        ):
            yield MemberId(member_id), channel, purpose, from_ms(at)


def tags_of(tx: Transaction, members: Iterable[MemberId]) -> Iterator[tuple[MemberId, str]]:
    """The tags of those members."""
    for batch in batches(members):
        for member_id, tag in tx.rows(
            f"SELECT member_id, tag FROM member_tags WHERE member_id IN ({THESE})", **_padded(batch)
        ):
            yield MemberId(member_id), tag


def add(tx: Transaction, people: Sequence[NewMember]) -> None:
    """Add new members. What of theirs must be nobody else's is: the caller has looked."""
    tx.many(
        "INSERT INTO members (id, status, name, language, card, referral_code, joined_at, tier,"
        " tier_since, tier_review_at, tier_basis, tier_held_until, tier_by_hand, tier_version,"
        " phone, email, birth_day, birth_month, birth_year, birthday_set_at, timezone,"
        " preferred_channel, source, counters, city, city_key) VALUES (:id, :status, :name,"
        " :language, :card, :referral_code, :joined, :tier, :tier_since, :review, :basis,"
        " :held_until, :by_hand, :version, :phone, :email, :day, :month, :year, :birthday_set,"
        " :timezone, :preferred, :source, :counters, :city, :city_key)",
        [
            {
                "id": one.member.id,
                "status": one.member.status,
                "name": one.member.name,
                "language": one.member.language,
                "card": one.member.card,
                "referral_code": one.member.referral_code,
                "joined": to_ms(one.member.joined_at),
                "tier": one.member.tier,
                "tier_since": to_ms(one.member.tier_since),
                "review": to_ms_or_none(one.review_at),
                "basis": one.basis,
                "held_until": to_ms_or_none(one.tier_until),
                "by_hand": one.member.tier if one.tier_by_hand else None,
                "version": one.program_version,
                "phone": one.member.phone,
                "email": one.member.email,
                **_born(one.member.birthday),
                "birthday_set": to_ms_or_none(one.birthday_set_at),
                "timezone": one.member.timezone,
                "preferred": one.member.preferred_channel,
                "source": one.source,
                "counters": compact(dict(one.member.counters)),
                "city": one.member.city,
                "city_key": cities.key(one.member.city),
            }
            for one in people
        ],
    )
    name_words.put(tx, ((one.member.id, one.member.name) for one in people))


def fill(tx: Transaction, member: Member, *, now: datetime) -> None:
    """Write what the member had not told: what is there stays."""
    tx.send(
        "UPDATE members SET name = CASE WHEN name = '' THEN :name ELSE name END,"
        " phone = COALESCE(phone, :phone), email = COALESCE(email, :email),"
        " timezone = COALESCE(timezone, :timezone),"
        " city_key = CASE WHEN city = '' THEN :city_key ELSE city_key END,"
        " city = CASE WHEN city = '' THEN :city ELSE city END,"
        " birthday_set_at = CASE WHEN birth_day IS NULL AND CAST(:day AS BIGINT) IS NOT NULL"
        " THEN :now ELSE birthday_set_at END,"
        " birth_year = CASE WHEN birth_day IS NULL THEN :year ELSE birth_year END,"
        " birth_month = COALESCE(birth_month, :month), birth_day = COALESCE(birth_day, :day)"
        " WHERE id = :id",
        id=member.id,
        name=member.name,
        phone=member.phone,
        email=member.email,
        timezone=member.timezone,
        city=member.city,
        city_key=cities.key(member.city),
        **_born(member.birthday),
        now=to_ms(now),
    )
    name_words.learn(tx, member.id, member.name)


def add_chats(tx: Transaction, ways: Iterable[tuple[MemberId, Channel, str]]) -> None:
    """Make those addresses ways to their members; each is nobody's yet."""
    tx.many(
        "INSERT INTO chats (channel, address, member_id) VALUES (:channel, :address, :member)"
        " ON CONFLICT (channel, address) DO UPDATE SET member_id = excluded.member_id"
        " WHERE chats.member_id IS NULL",
        [
            {"channel": channel, "address": address, "member": member_id}
            for member_id, channel, address in ways
        ],
    )


def add_first_consents(tx: Transaction, given: Iterable[tuple[MemberId, int, Consent]]) -> None:
    """Record what new members agreed to or declined, numbered by the caller."""
    tx.many(
        "INSERT INTO consents (member_id, number, channel, purpose, granted, consented_at, wording,"
        " source) VALUES (:member, :number, :channel, :purpose, :granted, :at, :wording, :source)",
        [
            {
                "member": member_id,
                "number": number,
                "channel": consent.channel,
                "purpose": consent.purpose,
                "granted": int(consent.granted),
                "at": to_ms(consent.at),
                "wording": consent.wording,
                "source": consent.source,
            }
            for member_id, number, consent in given
        ],
    )


def add_referrals(
    tx: Transaction, brought: Iterable[tuple[MemberId, MemberId, datetime, State]]
) -> None:
    """Bind friends to who brought them. One that is paid has been counted when it began."""
    tx.many(
        "INSERT INTO referrals (friend_id, referrer_id, joined_at, state, qualified_at, counted_at)"
        " VALUES (:friend, :referrer, :at, :state, :paid_at, :paid_at)",
        [
            {
                "friend": friend,
                "referrer": referrer,
                "at": to_ms(at),
                "state": state,
                "paid_at": to_ms(at) if state is State.PAID else None,
            }
            for friend, referrer, at, state in brought
        ],
    )


def arrived(known: Known) -> str:
    """The id under which those points would come, or came."""
    prefix = f"{Kind.IMPORT}/"
    if known.reference.startswith(prefix):
        return known.reference.removeprefix(prefix)
    return f"{known.number}-{to_ms(known.occurred_at)}"


def _born(birthday: Birthday | None) -> dict[str, int | None]:
    """A birthday as the statements' parameters."""
    if birthday is None:
        return {"day": None, "month": None, "year": None}
    return {"day": birthday.day, "month": birthday.month, "year": birthday.year}


def _padded(batch: Sequence[int | str]) -> dict[str, int | str]:
    """The batch as the statement's parameters; a shorter one repeats its last value."""
    return {f"v{place}": batch[min(place, len(batch) - 1)] for place in range(BATCH)}
