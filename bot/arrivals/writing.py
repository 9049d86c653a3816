"""Everybody, written down: members.csv, lots.csv and consents.csv, in a folder or in one file."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, TextIO
from zipfile import ZIP_DEFLATED, ZipFile

from bot.arrivals import columns
from bot.arrivals.cells import NO, YES, birthday, harmless, moment
from core import departing
from core.act import Act
from core.arriving import Arrival
from core.model import Channel
from core.transaction import Transaction

PART = ".part"  # until all is written, so that no file is ever half of it
STEP = 500  # people between two looks at the progress

Told = Callable[[int, int], None]


def write_members(
    tx: Transaction, act: Act, folder: Path, told: Told = lambda _done, _of: None
) -> dict[str, int]:
    """
    Write all of it as it is at this moment; how many rows each file has. Told hears how many people
    of how many are written. Begun again, it begins at the beginning. Raises OSError.

    New files take the place of old ones when all of them are whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        files = {
            # with a mark, without which Excel takes UTF-8 for something else
            name: opened.enter_context(
                (folder / f"{name}{PART}").open("w", encoding="utf-8-sig", newline="")
            )
            for name in columns.FILES
        }
        rows = _write(tx, act, files, told)
    for name in columns.FILES:
        (folder / f"{name}{PART}").replace(folder / name)
    return rows


def zipped_members(tx: Transaction, act: Act) -> bytes:
    """The same files, in one that a chat can carry."""
    texts = {name: StringIO(newline="") for name in columns.FILES}
    _write(tx, act, texts, lambda _done, _of: None)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text.getvalue().encode("utf-8-sig"))
    return packed.getvalue()


def _write(tx: Transaction, act: Act, files: Mapping[str, TextIO], told: Told) -> dict[str, int]:
    writers: dict[str, Any] = {name: csv.writer(file) for name, file in files.items()}
    for name, header in columns.FILES.items():
        writers[name].writerow(header)
    rows, of = dict.fromkeys(columns.FILES, 0), departing.count(tx)
    for done, person in enumerate(departing.everybody(tx, act), start=1):
        for name, row in _rows(person, act.now):
            writers[name].writerow([harmless(cell) for cell in row])
            rows[name] += 1
        if done % STEP == 0:
            told(done, of)
    told(of, of)
    return rows


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
                moment(lot.earned_at),
                moment(lot.available_at),
                moment(lot.expires_at),
                _flag(lot.own_date),
                moment(lot.dated_until),
                str(lot.tier_points),
                moment(lot.tier_at),
            ],
        )
    for consent in person.consents:
        yield (
            "consents.csv",
            [
                card,
                consent.channel,
                consent.purpose,
                YES if consent.granted else NO,
                moment(consent.at),
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
        "joined_at": moment(person.joined_at),
        "balance": str(person.balance or 0),
        "pending": str(departing.pending(person, now)),
        "tier": person.tier or "",
        "tier_since": moment(person.tier_since),
        "tier_until": person.tier_until.isoformat() if person.tier_until else "",
        "tier_by_hand": _flag(person.tier_by_hand),
        "birthday": birthday(person.birthday),
        "birthday_set_at": moment(person.birthday_set_at),
        "invited_by": referral.by if referral else "",
        "invited_at": moment(referral.at) if referral else "",
        "invited_state": referral.state if referral else "",
        "referral_code": person.referral_code or "",
        "timezone": person.timezone or "",
        "preferred_channel": person.preferred_channel or "",
        "city": person.city,
        "tags": " ".join(person.tags),
        "source": person.source,
        "counters": json.dumps(person.counters) if person.counters else "",
    }


def _ways(person: Arrival, wanted: Channel) -> str:
    return " ".join(address for channel, address in person.addresses if channel is wanted)


def _flag(true: bool) -> str:
    return YES if true else ""
