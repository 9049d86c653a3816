"""
Statements on libpq itself.

psycopg's cursors can do more than we ask of them, and take more than twice the processor time for
a statement of a few rows. psycopg still makes the connection, and turns values into bytes and back.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import count
from select import POLLIN, POLLOUT, poll

import psycopg
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.pq.abc import PGresult

from core.transaction import Row, Value

STATEMENTS_KEPT = 512  # prepared statements per connection
SENT_MAX = 500  # statements sent before their results are looked at
NONE: Mapping[str, Value] = {}
DONE = (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)


class Session:
    """
    A connection, for one thread at a time. Who calls it begins and ends the transactions.

    A statement that comes again is prepared; none of those that come once, as in migrations.
    """

    def __init__(self, connection: "psycopg.Connection[Row]") -> None:
        """Take a connection in which nothing is begun; nobody else may use it from now on."""
        self._connection = connection
        self._libpq = connection.pgconn
        self._libpq.enter_pipeline_mode()
        self._answer = poll()
        self._answer.register(self._libpq.socket, POLLIN)
        self._values = Transformer(connection)
        self._prepared: dict[tuple[bytes, tuple[int, ...]], bytes] = {}  # b"": came once
        self._numbers = count()
        self._fresh: list[tuple[bytes, tuple[int, ...]]] = []  # prepared since the last wait
        self._sent = 0

    def rows(self, sql: str, values: Mapping[str, Value] = NONE) -> list[Row]:
        """Run one statement, after those that were sent; its rows. Raises psycopg.Error."""
        self.send(sql, values)
        result = self.wait()
        if not result or not result.ntuples:
            return []
        self._values.set_pgresult(result)
        return self._values.load_rows(0, result.ntuples, tuple)

    def send(self, sql: str, values: Mapping[str, Value] = NONE) -> None:
        """Have one statement done with the next that is waited for."""
        query, names = numbered(sql)
        given = self._values.dump_sequence(
            list(map(values.__getitem__, names)), [PyFormat.AUTO] * len(names)
        )
        types, formats = self._values.types or (), self._values.formats
        if name := self._name(query, types):
            self._libpq.send_query_prepared(name, given, formats)
        else:
            self._libpq.send_query_params(query, given, types, formats)
        self._sent += 1
        if self._sent == SENT_MAX:
            self.wait()

    def wait(self) -> PGresult | None:
        """Have done what was sent; the last result. Raises the first psycopg.Error of it."""
        libpq = self._libpq
        self._sent = 0
        libpq.pipeline_sync()
        last = failure = None
        while True:
            if libpq.is_busy():
                self._await()
            result = libpq.get_result()
            if result is None:  # between two statements
                if libpq.status == ConnStatus.BAD:
                    raise psycopg.OperationalError("the connection is lost")
            elif result.status == ExecStatus.PIPELINE_SYNC:
                break
            elif result.status in DONE:
                last = result
            else:  # what comes after it is not done
                failure = failure or result
        if failure:
            self._prepared |= dict.fromkeys(self._fresh, b"")
        self._fresh.clear()
        if failure:
            raise error_from_result(failure)
        return last

    def roll_back(self) -> None:
        """Undo what was not committed, if anything was begun. Raises psycopg.Error."""
        if self._sent:
            with suppress(psycopg.Error):
                self.wait()
        if not self.idle:
            self.rows("ROLLBACK")

    @property
    def idle(self) -> bool:
        """Whether the connection lives and nothing is begun."""
        return self._libpq.transaction_status == TransactionStatus.IDLE

    @property
    def lost(self) -> bool:
        """Whether the connection is broken."""
        return self._connection.closed

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _await(self) -> None:
        """Wait for the next result, without the interpreter: libpq would keep it."""
        while self._libpq.is_busy():
            more = self._libpq.flush()
            self._answer.modify(self._libpq.socket, POLLIN | POLLOUT if more else POLLIN)
            self._answer.poll()
            self._libpq.consume_input()

    def _name(self, query: bytes, types: tuple[int, ...]) -> bytes:
        """The prepared statement's name; empty when it comes for the first time."""
        key = (query, types)
        name = self._prepared.get(key)
        if name is None:
            if len(self._prepared) == STATEMENTS_KEPT:
                self._forget()
            name = self._prepared[key] = b""
        elif not name:
            name = b"loyalty_%d" % next(self._numbers)
            self._libpq.send_prepare(name, query, types)
            self._prepared[key] = name
            self._fresh.append(key)
        return name

    def _forget(self) -> None:
        self._libpq.send_query_params(b"DEALLOCATE ALL", None)
        self._prepared.clear()


TOKEN = re.compile(
    r"""
    '(?:[^']|'')*'      # a text
    | "[^"]*"           # a quoted name
    | --[^\n]*          # a comment
    | ::                # a cast
    | :(?P<name>[a-z_]\w*)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def numbered(sql: str) -> tuple[bytes, Sequence[str]]:
    """:name → $1, as libpq has it, and the names in their order; all else means what it did."""
    names: dict[str, int] = {}

    def one(token: re.Match[str]) -> str:
        if name := token["name"]:
            return f"${names.setdefault(name, len(names) + 1)}"
        return token[0]

    return TOKEN.sub(one, sql).encode(), tuple(names)
