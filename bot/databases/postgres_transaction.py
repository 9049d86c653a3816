"""One transaction on PostgreSQL, as the core sees it, and how values are turned for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec, TypeVar

import psycopg
from psycopg.adapt import AdaptersMap, Buffer, Loader
from psycopg.types.numeric import Int8BinaryDumper

from bot.databases.libpq import Session
from core.transaction import Row, Value

P = ParamSpec("P")
T = TypeVar("T")


class PostgresTransaction:
    """The core's port over an open connection; a failed statement dooms it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.failure: psycopg.Error | None = None

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run one statement; its rows."""
        return self._dooming(self._session.rows, sql, values)

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Run one SELECT and lock its rows, as an UPDATE does that leaves the keys as they are."""
        return self._dooming(self._session.rows, f"{sql} FOR NO KEY UPDATE", values)

    def send(self, sql: str, **values: Value) -> None:
        """Have one statement done on the way to the next that is waited for, or to COMMIT."""
        self._dooming(self._session.send, sql, values)

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Run one statement for each of the batch's parameters, in one round trip."""
        for values in batch:
            self._dooming(self._session.send, sql, values)
        self._dooming(self._session.wait)

    def _dooming(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Act, and remember if that fails; no context manager, which costs more than most acts."""
        if self.failure:
            raise self.failure
        try:
            return act(*args, **kwargs)
        except psycopg.Error as error:
            self.failure = error
            raise


class PlainNumber(Loader):
    """SUM of BIGINT is NUMERIC in PostgreSQL and an integer in SQLite: here too; AVG is a float."""

    def load(self, data: Buffer) -> Any:
        """Read digits, with or without a fraction."""
        digits = bytes(data)
        return float(digits) if b"." in digits else int(digits)


ADAPTERS = AdaptersMap(psycopg.adapters)
ADAPTERS.register_loader("numeric", PlainNumber)
ADAPTERS.register_dumper(int, Int8BinaryDumper)  # one type for all sizes: one prepared statement
ADAPTERS.register_dumper(bool, Int8BinaryDumper)  # as SQLite has it
