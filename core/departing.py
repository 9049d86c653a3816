"""Departing: everybody with what they have, in the form in which they can arrive elsewhere."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from core import tiering
from core.act import Act
from core.arriving import Arrival, ArrivingLot, ArrivingReferral
from core.model import MemberId
from core.tables import arrivals, departures, tags
from core.tables.arrivals import Known
from core.tables.departures import Leaver, OpenEntry
from core.transaction import Transaction

PAGE = 500


def count(tx: Transaction) -> int:
    """How many people there are to write down."""
    return departures.count(tx)


def everybody(tx: Transaction, act: Act) -> Iterator[Arrival]:
    """Everybody who is not erased, by rising id."""
    after = MemberId(0)
    while page := departures.page(tx, after=after, limit=PAGE):
        last = page[-1].member.id
        yield from _page(tx, act, page, after, last)
        after = last


def pending(person: Arrival, now: datetime) -> int:
    """Of their points, those that can't be spent yet."""
    return sum(lot.points for lot in person.lots if lot.available_at > now)


def _page(
    tx: Transaction, act: Act, page: Sequence[Leaver], after: MemberId, last: MemberId
) -> Iterator[Arrival]:
    tagged: dict[MemberId, list[str]] = {}
    for member_id, tag in tags.of_page(tx, after=after, last=last):
        tagged.setdefault(member_id, []).append(tag)
    people = {one.member.id: _person(tx, act, one, tagged.get(one.member.id)) for one in page}
    for member_id, channel, address in departures.chats(tx, after=after, last=last):
        if person := people.get(member_id):
            person.addresses.append((channel, address))
    for member_id, entry in departures.entries(tx, after=after, last=last):
        if person := people.get(member_id):
            person.lots.append(_lot(entry))
    for member_id, consent in departures.consents(tx, after=after, last=last):
        if person := people.get(member_id):
            person.consents.append(consent)
    for friend_id, card, at, state in departures.brought_by(tx, after=after, last=last):
        if person := people.get(friend_id):
            person.referral = ArrivingReferral(by=card, at=at, state=state)
    yield from people.values()


def _person(tx: Transaction, act: Act, leaver: Leaver, tagged: list[str] | None) -> Arrival:
    member = leaver.member
    return Arrival(
        line=0,
        card=member.card,
        referral_code=member.referral_code,
        phone=member.phone,
        email=member.email,
        name=member.name,
        language=member.language,
        status=member.status,
        joined_at=member.joined_at,
        tier=member.tier,
        tier_since=member.tier_since,
        tier_until=tiering.until(tx, member, act),
        tier_by_hand=leaver.tier_by_hand,
        birthday=member.birthday,
        birthday_set_at=leaver.birthday_set_at,
        timezone=member.timezone,
        preferred_channel=member.preferred_channel,
        city=member.city,
        tags=tagged or [],
        source=leaver.source,
        counters=member.counters,
        balance=member.balance,
    )


def _lot(entry: OpenEntry) -> ArrivingLot:
    known = Known(entry.number, entry.reference, entry.points, entry.occurred_at)
    return ArrivingLot(
        id=arrivals.arrived(known),
        points=entry.remaining,
        earned_at=entry.occurred_at,
        available_at=entry.available_at or entry.occurred_at,
        expires_at=entry.expires_at if entry.remaining else None,
        own_date=entry.own_date and bool(entry.remaining),
        dated_until=entry.dated_until if entry.remaining else None,
        tier_points=entry.tier_points,
        tier_at=entry.tier_at if entry.tier_at != entry.occurred_at else None,
    )
