"""One row of a file under our own headers: a person, a lot or a consent."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.arrivals import columns
from bot.arrivals.vendors import LEFT_OUT
from bot.phones import e164
from core import tagging
from core.arriving import Arrival, ArrivingLot, ArrivingReferral
from core.calendar import local_day
from core.codes import ALPHABET
from core.errors import BirthdayNotUnderstood, CityNotUnderstood, TagNotUnderstood
from core.model import Birthday, Channel, Consent, Purpose, Status
from core.profile import check_birthday, tidy_city
from core.program.schema import Program
from core.tables.referrals import State

T = TypeVar("T")
Cells = Mapping[str, str]

STATUSES = (Status.ACTIVE, Status.PAUSED, Status.LEFT, Status.BLOCKED)
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
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

    def moment(self, cell: str) -> datetime:
        """The moment a cell says."""
        return columns.to_moment(cell, self.program.timezone)


def to_arrival(making: Making, line: int, file: str, cells: Cells, lot: str) -> bool:
    """Add a person; False for who never joined and has nothing. Raises ValueError."""
    points = _told(cells, "points", columns.to_points)
    if cells.get("status") == LEFT_OUT:
        if not points:
            return False
        cells = {**cells, "status": "active"}
    foreign = lot != "points"
    card = _text(cells, "card", CARD_MAX) or None
    person = Arrival(
        line=line,
        file=file,
        card=card,
        referral_code=_told(cells, "referral_code", _code),
        phone=_told(cells, "phone", lambda cell: _phone(cell, making.country)),
        email=_told(cells, "email", _email),
        name=making.clean(cells.get("name", "")),
        language=cells.get("language"),
        status=_told(cells, "status", _one_of("status", STATUSES)) or Status.ACTIVE,
        joined_at=_told(cells, "joined_at", making.moment),
        tier=cells.get("tier"),
        tier_since=_told(cells, "tier_since", making.moment),
        tier_until=_told(
            cells, "tier_until", lambda cell: columns.to_day(cell, making.program.timezone)
        ),
        tier_by_program=foreign,
        tier_by_hand=columns.to_flag(cells.get("tier_by_hand", "")),
        birthday=_told(cells, "birthday", lambda cell: _birthday(cell, making)),
        birthday_set_at=_told(cells, "birthday_set_at", making.moment),
        timezone=_told(cells, "timezone", _timezone),
        preferred_channel=_told(
            cells, "preferred_channel", _one_of("preferred_channel", tuple(Channel))
        ),
        city=_told(cells, "city", _city) or "",
        tags=_told(cells, "tags", _tags) or [],
        source=_text(cells, "source", TEXT_MAX),
        counters=_told(cells, "counters", _counters) or {},
        addresses=list(_addresses(cells, making.country)),
        referral=_referral(cells, making),
        balance=_told(cells, "balance", columns.to_points),
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
    card = _needed(cells, "card")
    lot = _text(cells, "lot", LOT_MAX)
    if not lot:
        raise ValueError("lot is empty: give the points an id that is theirs alone")
    if (card, lot) in making.lots:
        raise ValueError(f"the lot {lot} of the card {card} is there twice")
    points = columns.to_points(_needed(cells, "points"))
    if points < 0:
        raise ValueError(f"the points are {points}: what was spent does not stand here")
    earned_at = making.moment(_needed(cells, "earned_at"))
    made = ArrivingLot(
        id=lot,
        points=points,
        earned_at=earned_at,
        available_at=_told(cells, "available_at", making.moment) or earned_at,
        expires_at=_told(cells, "expires_at", making.moment),
        own_date=columns.to_flag(cells.get("own_date", "")),
        tier_points=_told(cells, "tier_points", columns.to_points) or 0,
        tier_at=_told(cells, "tier_at", making.moment),
        line=line,
        file=file,
    )
    _check_dates(made)
    making.lots.add((card, lot))
    making.person(card, line, file).lots.append(made)


def to_consent(making: Making, line: int, file: str, cells: Cells) -> None:
    """Add a yes or no with its proof. Raises ValueError."""
    consent = Consent(
        channel=_one_of("channel", tuple(Channel))(_needed(cells, "channel")),
        purpose=_one_of("purpose", tuple(Purpose))(_needed(cells, "purpose")),
        granted=columns.to_flag(_needed(cells, "granted")),
        at=making.moment(_needed(cells, "at")),
        wording=_text(cells, "wording", TEXT_MAX),
        source=_text(cells, "source", TEXT_MAX) or "import",
    )
    making.person(_needed(cells, "card"), line, file).consents.append(consent)


def _by_hand(making: Making, cells: Cells, points: int, lot: str, line: int) -> ArrivingLot:
    """Points that stand with the person; without dates they are of today."""
    earned_at = _told(cells, "earned_at", making.moment) or making.now
    expires_at = _told(cells, "expires_at", making.moment)
    made = ArrivingLot(
        id=lot,
        points=points,
        earned_at=earned_at,
        available_at=_told(cells, "available_at", making.moment) or earned_at,
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


def _told(cells: Cells, name: str, read: Callable[[str], T]) -> T | None:
    """What a cell says, or None; what is wrong with it names the column."""
    cell = cells.get(name)
    if not cell:
        return None
    try:
        return read(cell)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _needed(cells: Cells, name: str) -> str:
    cell = cells.get(name, "")
    if not cell:
        raise ValueError(f"{name} is empty")
    return cell


def _text(cells: Cells, name: str, longest: int) -> str:
    cell = cells.get(name, "")
    if len(cell) > longest or not cell.isprintable():
        raise ValueError(f"{name} has at most {longest} printable signs")
    return cell


def _one_of(name: str, known: tuple[T, ...]) -> Callable[[str], T]:
    def read(cell: str) -> T:
        for one in known:
            if cell.casefold() == str(one):
                return one
        raise ValueError(f'{name} is "{cell[:40]}"; it can be {", ".join(map(str, known))}')

    return read


def _phone(cell: str, country: str | None) -> str:
    if phone := e164(cell, country):
        return phone
    told = "" if country else ", or say --country UA"
    raise ValueError(f'"{cell[:40]}" is no phone number: write it as +380501234567{told}')


def _email(cell: str) -> str:
    if not EMAIL.fullmatch(cell) or len(cell) > 254:
        raise ValueError(f'"{cell[:60]}" is no e-mail address')
    return cell.lower()


def _code(cell: str) -> str:
    code = cell.upper()
    if len(code) > CARD_MAX or not set(code) <= set(ALPHABET):
        raise ValueError(f'"{cell[:40]}" is no code of ours')
    return code


def _birthday(cell: str, making: Making) -> Birthday:
    birthday = columns.to_birthday(cell)
    try:
        check_birthday(birthday, local_day(making.now, making.program.timezone))
    except BirthdayNotUnderstood:
        raise ValueError(f'"{cell[:40]}" is nobody\'s birthday') from None
    return birthday


def _timezone(cell: str) -> str:
    try:
        ZoneInfo(cell)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f'"{cell[:40]}" is no time zone, such as Europe/Kyiv') from None
    return cell


def _city(cell: str) -> str:
    try:
        return tidy_city(cell)
    except CityNotUnderstood:
        raise ValueError(f'"{cell[:40]}" is no city') from None


def _tags(cell: str) -> list[str]:
    try:
        return sorted({tagging.normal(tag) for tag in cell.split()})
    except TagNotUnderstood as refusal:
        raise ValueError(f'"{refusal.tag}" is no tag: letters, digits and hyphens') from None


def _counters(cell: str) -> dict[str, int]:
    try:
        found = json.loads(cell)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(type(one) is int for one in found.values()):
        raise ValueError("it is no JSON object of whole numbers")
    return found


def _addresses(cells: Cells, country: str | None) -> Iterator[tuple[Channel, str]]:
    for cell in cells.get("sms_number", "").split():
        yield Channel.SMS, _phone(cell, country)
    for cell in cells.get("telegram_id", "").split():
        if not re.fullmatch(r"[1-9][0-9]{0,15}", cell):
            raise ValueError(f'telegram_id: "{cell[:40]}" is no Telegram user id')
        yield Channel.TELEGRAM, cell


def _referral(cells: Cells, making: Making) -> ArrivingReferral | None:
    by = _text(cells, "invited_by", 254)
    if not by:
        return None
    state = _told(cells, "invited_state", _one_of("invited_state", tuple(State)))
    return ArrivingReferral(
        by=by.lower() if "@" in by else by,
        at=_told(cells, "invited_at", making.moment),
        state=state or State.PAID,
    )
