"""Files of members, read: everybody with what they have, and all that can't be understood."""

import re
from collections.abc import Callable, Iterator, Sequence
from csv import Error as CsvError
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from bot.arrivals import columns
from bot.arrivals.cells import plain
from bot.arrivals.rows import Making, to_arrival, to_consent, to_lot
from bot.arrivals.vendors import VENDORS, VendorName, recognise, translated
from bot.csvs import opened_csv
from core.arriving import Arrival, Problem
from core.program.schema import Program

STEP = 1_000  # rows between two looks at the progress
OURS: dict[str, tuple[str, ...]] = {
    "members": (*columns.MEMBERS, *columns.BY_HAND),
    "lots": columns.LOTS,
    "consents": columns.CONSENTS,
}


class FilesUnusable(Exception):
    """The files as a whole can't be used; the message says why."""


@dataclass(slots=True, kw_only=True, repr=False)  # asyncio.run takes the time to show its result
class Reading:
    """What the files say."""

    arrivals: list[Arrival] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    source: str = ""  # whose program the file is of; empty: ours
    unused: tuple[str, ...] = ()  # columns of a vendor that we have no place for
    left_out: int = 0  # people the vendor knows who never joined


def read_members(
    path: Path,
    *,
    program: Program,
    now: datetime,
    clean: Callable[[str], str],
    vendor: VendorName | None = None,
    country: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Reading:
    """
    Read a file, or all the files of an export by naming one of them or their folder.

    Clean makes a name from outside harmless. The country's two letters say how to read phone
    numbers that are not international. Progress hears how many bytes of how many are read.
    Raises CsvUnreadable, FilesUnusable.
    """
    paths = together(path)
    sizes = [one.stat().st_size if one.is_file() else 0 for one in paths]
    reading = Reading()
    making = Making(program=program, country=country, now=now, clean=clean)
    for place, one in enumerate(paths):
        before = sum(sizes[:place])

        def told(done: int, before: int = before) -> None:
            progress(before + done, sum(sizes))

        _read(reading, making, one, vendor, told)
    reading.arrivals = list(making.people())
    progress(sum(sizes), sum(sizes))
    if not (reading.arrivals or reading.problems or reading.left_out):
        raise FilesUnusable(f"{path}: there is nobody in it")
    return reading


def together(path: Path) -> list[Path]:
    """The files that belong together: those of an export, or the one alone."""
    folder = path if path.is_dir() else path.parent
    found = [folder / name for name in columns.FILES if (folder / name).is_file()]
    if path.is_dir():
        if not found:
            raise FilesUnusable(f"{path}: none of {', '.join(columns.FILES)} is there")
        return found
    return found if path in found else [path]


def _read(
    reading: Reading,
    making: Making,
    path: Path,
    vendor: VendorName | None,
    progress: Callable[[int], None],
) -> None:
    with opened_csv(path) as sheet:
        header = [_plain(name) for name in next(sheet.rows, [])]
        kind, vendor = _kind(path, header, vendor)
        take = _taker(reading, making, kind, vendor, header)
        for line, row in _rows(reading, path, sheet.rows):
            try:
                take(line, path.name, [plain(cell) for cell in row])
            except ValueError as error:
                reading.problems.append(Problem(line, str(error), path.name))
            if line % STEP == 0:
                progress(sheet.file.tell())


def _rows(
    reading: Reading, path: Path, rows: Iterator[list[str]]
) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines they end on; one that is no CSV is a problem, not the end."""
    while True:
        try:
            row = next(rows, None)
        except CsvError as error:
            line = getattr(rows, "line_num", 0)
            reading.problems.append(Problem(line, f"this is no row of a CSV ({error})", path.name))
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield getattr(rows, "line_num", 0), row


Taker = Callable[[int, str, list[str]], object]


def _taker(
    reading: Reading, making: Making, kind: str, vendor: VendorName | None, header: Sequence[str]
) -> Taker:
    """What is done with each row of such a file."""
    if kind == "lots":
        return lambda line, file, row: to_lot(making, line, file, _named(header, row))
    if kind == "consents":
        return lambda line, file, row: to_consent(making, line, file, _named(header, row))
    if vendor is None:
        return lambda line, file, row: to_arrival(making, line, file, _named(header, row), "points")
    theirs = VENDORS[vendor]
    reading.source = theirs.title
    reading.unused = tuple(name for name in header if name and name not in theirs.columns)

    def take(line: int, file: str, row: list[str]) -> None:
        ours = translated(theirs, header, row, making.program)
        reading.left_out += not to_arrival(making, line, file, ours, vendor)

    return take


def _named(header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    if len(row) > len(header):
        raise ValueError(f"there are {len(row)} cells, and {len(header)} columns")
    return {name: cell for name, cell in zip(header, row, strict=False) if cell}


def _plain(header: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", plain(header).casefold()).strip("_")


def _kind(
    path: Path, header: Sequence[str], vendor: VendorName | None
) -> tuple[str, VendorName | None]:
    """What the file tells, by its header: ours of one of three kinds, or a vendor's."""
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise FilesUnusable(f'{path}:1: the column "{twice}" is there twice')
    if vendor is None:
        for kind, needed in (("lots", "lot"), ("consents", "purpose"), ("members", "")):
            if set(header) <= set(OURS[kind]) and (needed in header or not needed) and header:
                return kind, None
        vendor = recognise(header)
    if vendor is None:
        raise FilesUnusable(_unknown(path, header))
    if missing := [name for name in VENDORS[vendor].needed if name not in _ours(vendor, header)]:
        told = f"{path}:1: no column for {' and '.join(missing)}, as {VENDORS[vendor].title} has"
        raise FilesUnusable(told)
    return "members", vendor


def _ours(vendor: VendorName, header: Sequence[str]) -> set[str]:
    return {VENDORS[vendor].columns.get(name, "") for name in header}


def _unknown(path: Path, header: Sequence[str]) -> str:
    known = OURS["members"]
    for name in header:
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f"; did you mean {near[0]}?" if near else "."
            vendors = ", ".join(VENDORS)
            return (
                f'{path}:1: unknown column "{name}"{meant} If the file is another program\'s, say'
                f" whose with --from ({vendors})."
            )
    return f"{path}:1: there is no header"
