"""CSV files as spreadsheets write them: UTF-8, with or without a mark, commas or semicolons."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

CELL_MAX = 10_000


class CsvUnreadable(Exception):
    """The file is not there, or no text; the message says which."""


class Sheet(NamedTuple):
    """An open file: its rows, and the bytes beneath, which tell how far it is read."""

    rows: Any  # what csv.reader gives has no public name
    file: BinaryIO


@contextmanager
def opened_csv(path: Path) -> Iterator[Sheet]:
    """Open the file, whatever its delimiter. Raises CsvUnreadable, also while it is read."""
    csv.field_size_limit(CELL_MAX)
    try:
        with path.open("rb") as bytes_, TextIOWrapper(bytes_, "utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=_delimiter(file.readline()))
            file.seek(0)
            yield Sheet(rows, bytes_)
    except UnicodeDecodeError:
        raise CsvUnreadable(f"{path}: the file is not UTF-8 text") from None
    except OSError as error:
        raise CsvUnreadable(f"{path}: the file can't be read ({error.strerror})") from None


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)
