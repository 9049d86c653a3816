"""Everybody, written into a folder: members.csv, lots.csv and consents.csv."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.arrivals import columns
from core import departing
from core.act import Act
from core.arriving import Arrival
from core.model import Channel
from core.transaction import Transaction

PART = ".part"  # until all is written, so that no file is ever half of it
STEP = 500  # people between two looks at the progress


def write_members(
    tx: Transaction, act: Act, folder: Path, told: Callable[[int, int], None]
) -> dict[str, int]:
    """
    Write all of it as it is at this moment; how many rows each file has. Told hears how many people
    of how many are written. Begun again, it begins at the beginning. Raises OSError.
    """
    of = departing.count(tx)
    rows = dict.fromkeys(columns.FILES, 0)
    with _writers(folder) as writers:
        for done, person in enumerate(departing.everybody(tx, act), start=1):
            for name, row in _rows(person, act.now):
                writers[name].writerow([columns.harmless(cell) for cell in row])
                rows[name] += 1
            if done % STEP == 0:
                told(done, of)
    told(of, of)
    return rows


@contextmanager
def _writers(folder: Path) -> Iterator[Mapping[str, Any]]:
    """A writer for each file; they take the place of what was there when all is well."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        writers = {}
        for name, header in columns.FILES.items():
            path = folder / f"{name}{PART}"
            # with a mark, without which Excel takes UTF-8 for something else
            file = files.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            writers[name] = csv.writer(file)
            writers[name].writerow(header)
        yield writers
    for name in columns.FILES:
        (folder / f"{name}{PART}").replace(folder / name)


def _rows(person: Arrival, now: datetime) -> Iterator[tuple[str, list[str]]]:
    card = person.card or ""
    cells = _member(person, now)
    yield "members.csv", [cells[name] for name in columns.MEMBERS]
    for lot in person.lots:
        yield (
            "lots.csv",
            [
                card,
                lot.id,
                str(lot.points),
                columns.moment(lot.earned_at),
                columns.moment(lot.available_at),
                columns.moment(lot.expires_at),
                _flag(lot.own_date),
                str(lot.tier_points),
                columns.moment(lot.tier_at),
            ],
        )
    for consent in person.consents:
        yield (
            "consents.csv",
            [
                card,
                consent.channel,
                consent.purpose,
                columns.YES if consent.granted else columns.NO,
                columns.moment(consent.at),
                consent.wording,
                consent.source,
            ],
        )


def _member(person: Arrival, now: datetime) -> dict[str, str]:
    referral = person.referral
    return {
        "card": person.card or "",
        "name": person.name,
        "phone": person.phone or "",
        "email": person.email or "",
        "telegram_id": _ways(person, Channel.TELEGRAM),
        "sms_number": _ways(person, Channel.SMS),
        "status": person.status,
        "language": person.language or "",
        "joined_at": columns.moment(person.joined_at),
        "balance": str(person.balance or 0),
        "pending": str(departing.pending(person, now)),
        "tier": person.tier or "",
        "tier_since": columns.moment(person.tier_since),
        "tier_until": person.tier_until.isoformat() if person.tier_until else "",
        "tier_by_hand": _flag(person.tier_by_hand),
        "birthday": columns.birthday(person.birthday),
        "birthday_set_at": columns.moment(person.birthday_set_at),
        "invited_by": referral.by if referral else "",
        "invited_at": columns.moment(referral.at) if referral else "",
        "invited_state": referral.state if referral else "",
        "referral_code": person.referral_code or "",
        "timezone": person.timezone or "",
        "preferred_channel": person.preferred_channel or "",
        "source": person.source,
        "counters": json.dumps(person.counters) if person.counters else "",
    }


def _ways(person: Arrival, wanted: Channel) -> str:
    return " ".join(address for channel, address in person.addresses if channel is wanted)


def _flag(true: bool) -> str:
    return columns.YES if true else ""
