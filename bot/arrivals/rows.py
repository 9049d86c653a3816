"""One row of a file under our own headers: a person, a lot or a consent."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.arrivals.cells import (
    Cells,
    needed,
    one_of,
    text,
    to_birthday,
    to_city,
    to_code,
    to_counters,
    to_day,
    to_email,
    to_flag,
    to_moment,
    to_phone,
    to_points,
    to_tags,
    to_timezone,
    told,
)
from bot.arrivals.vendors import LEFT_OUT
from core.arriving import Arrival, ArrivingLot, ArrivingReferral
from core.calendar import local_day
from core.model import Channel, Consent, Purpose, Status
from core.program.schema import Program
from core.tables.referrals import State

STATUSES = (Status.ACTIVE, Status.PAUSED, Status.LEFT, Status.BLOCKED)
CARD_MAX, TEXT_MAX, LOT_MAX = 64, 200, 64


@dataclass(slots=True, kw_only=True)
class Making:
    """The people of all the files, as they come together by their cards."""

    program: Program
    country: str | None
    now: datetime
    clean: Callable[[str], str]  # makes a name harmless
    listed: list[Arrival] = field(default_factory=list)
    by_card: dict[str, Arrival] = field(default_factory=dict)
    lots: set[tuple[str, str]] = field(default_factory=set)

    def people(self) -> Iterator[Arrival]:
        """Everybody: those of a row of their own, and those of whom only points are told."""
        yield from self.listed
        yield from (person for person in self.by_card.values() if person.known)

    def person(self, card: str, line: int, file: str) -> Arrival:
        """Who has that card; a member already, if the file of people does not have them."""
        if card not in self.by_card:
            self.by_card[card] = Arrival(line=line, file=file, known=True, card=card)
        return self.by_card[card]

    @property
    def today(self) -> date:
        """The shop's day."""
        return local_day(self.now, self.program.timezone)

    def moment(self, cell: str) -> datetime:
        """The moment a cell says."""
        return to_moment(cell, self.program.timezone)


def to_arrival(making: Making, line: int, file: str, cells: Cells, lot: str) -> bool:
    """Add a person; False for who never joined and has nothing. Raises ValueError."""
    points = told(cells, "points", to_points)
    if cells.get("status") == LEFT_OUT:
        if not points:
            return False
        cells = {**cells, "status": "active"}
    foreign = lot != "points"
    card = text(cells, "card", CARD_MAX) or None
    person = Arrival(
        line=line,
        file=file,
        card=card,
        referral_code=told(cells, "referral_code", to_code),
        phone=told(cells, "phone", lambda cell: to_phone(cell, making.country)),
        email=told(cells, "email", to_email),
        name=making.clean(cells.get("name", "")),
        language=cells.get("language"),
        status=told(cells, "status", one_of("status", STATUSES)) or Status.ACTIVE,
        joined_at=told(cells, "joined_at", making.moment),
        tier=cells.get("tier"),
        tier_since=told(cells, "tier_since", making.moment),
        tier_until=told(cells, "tier_until", lambda cell: to_day(cell, making.program.timezone)),
        tier_by_program=foreign,
        tier_by_hand=to_flag(cells.get("tier_by_hand", "")),
        birthday=told(cells, "birthday", lambda cell: to_birthday(cell, making.today)),
        birthday_set_at=told(cells, "birthday_set_at", making.moment),
        timezone=told(cells, "timezone", to_timezone),
        preferred_channel=told(
            cells, "preferred_channel", one_of("preferred_channel", tuple(Channel))
        ),
        city=told(cells, "city", to_city) or "",
        tags=told(cells, "tags", to_tags) or [],
        source=text(cells, "source", TEXT_MAX),
        counters=told(cells, "counters", to_counters) or {},
        addresses=list(_addresses(cells, making.country)),
        referral=_referral(cells, making),
        balance=told(cells, "balance", to_points),
    )
    if points is not None:
        if points < 0:
            raise ValueError(f"the points are {points}: nobody can have less than none")
        if points:
            person.lots.append(_by_hand(making, cells, points, lot, line))
    if card:
        _tie(making, card, person)
    making.listed.append(person)
    return True


def _tie(making: Making, card: str, person: Arrival) -> None:
    """Give the person what other files tell of the card."""
    before = making.by_card.get(card)
    if before is not None and before.known:
        person.lots += before.lots
        person.consents += before.consents
    if before is None or before.known:
        making.by_card[card] = person


def to_lot(making: Making, line: int, file: str, cells: Cells) -> None:
    """Add points with their own dates. Raises ValueError."""
    card = needed(cells, "card")
    lot = text(cells, "lot", LOT_MAX)
    if not lot:
        raise ValueError("lot is empty: give the points an id that is theirs alone")
    if (card, lot) in making.lots:
        raise ValueError(f"the lot {lot} of the card {card} is there twice")
    points = to_points(needed(cells, "points"))
    if points < 0:
        raise ValueError(f"the points are {points}: what was spent does not stand here")
    earned_at = making.moment(needed(cells, "earned_at"))
    made = ArrivingLot(
        id=lot,
        points=points,
        earned_at=earned_at,
        available_at=told(cells, "available_at", making.moment) or earned_at,
        expires_at=told(cells, "expires_at", making.moment),
        own_date=to_flag(cells.get("own_date", "")),
        dated_until=told(cells, "dated_until", making.moment),
        tier_points=told(cells, "tier_points", to_points) or 0,
        tier_at=told(cells, "tier_at", making.moment),
        line=line,
        file=file,
    )
    _check_dates(made)
    making.lots.add((card, lot))
    making.person(card, line, file).lots.append(made)


def to_consent(making: Making, line: int, file: str, cells: Cells) -> None:
    """Add a yes or no with its proof. Raises ValueError."""
    consent = Consent(
        channel=one_of("channel", tuple(Channel))(needed(cells, "channel")),
        purpose=one_of("purpose", tuple(Purpose))(needed(cells, "purpose")),
        granted=to_flag(needed(cells, "granted")),
        at=making.moment(needed(cells, "at")),
        wording=text(cells, "wording", TEXT_MAX),
        source=text(cells, "source", TEXT_MAX) or "import",
    )
    making.person(needed(cells, "card"), line, file).consents.append(consent)


def _by_hand(making: Making, cells: Cells, points: int, lot: str, line: int) -> ArrivingLot:
    """Points that stand with the person; without dates they are of today."""
    earned_at = told(cells, "earned_at", making.moment) or making.now
    if earned_at > making.now:
        raise ValueError("earned_at is a day that has not come yet")
    expires_at = told(cells, "expires_at", making.moment)
    made = ArrivingLot(
        id=lot,
        points=points,
        earned_at=earned_at,
        available_at=told(cells, "available_at", making.moment) or earned_at,
        expires_at=expires_at,
        by_program=expires_at is None,
        line=line,
    )
    _check_dates(made)
    return made


def _check_dates(lot: ArrivingLot) -> None:
    """An order counts from its own day on, so its points may be older than their entry."""
    if lot.expires_at is not None and lot.expires_at <= min(lot.earned_at, lot.available_at):
        raise ValueError("expires_at is before the points were there")


def _addresses(cells: Cells, country: str | None) -> Iterator[tuple[Channel, str]]:
    for cell in cells.get("sms_number", "").split():
        yield Channel.SMS, to_phone(cell, country)
    for cell in cells.get("telegram_id", "").split():
        if not re.fullmatch(r"[1-9][0-9]{0,15}", cell):
            raise ValueError(f'telegram_id: "{cell[:40]}" is no Telegram user id')
        yield Channel.TELEGRAM, cell


def _referral(cells: Cells, making: Making) -> ArrivingReferral | None:
    by = text(cells, "invited_by", 254)
    if not by:
        return None
    state = told(cells, "invited_state", one_of("invited_state", tuple(State)))
    return ArrivingReferral(
        by=by.lower() if "@" in by else by,
        at=told(cells, "invited_at", making.moment),
        state=state or State.PAID,
    )
