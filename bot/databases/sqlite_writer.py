"""
The one connection that writes: what waits shares a commit, and short works need no thread.

While a thread works, each of its statements lets the event loop have the interpreter, and then has
to wait to get it back. That cost half as much again as recording an order: so short works are done
on the loop, and the thread waits for the disk.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from math import inf
from time import thread_time
from typing import Any, NamedTuple, TypeVar

from bot.databases.sqlite_connection import (
    LOCKED,
    LOOK_STEPS,
    WRITE,
    Connection,
    SqliteTransaction,
    code_of,
    done,
)
from core.transaction import Transaction

T = TypeVar("T")
Work = Callable[[Transaction], Any]
Outcome = tuple[Any, BaseException | None]

GROUP_MAX = 64  # works that share a commit
CAREFUL = 16  # groups of short works with savepoints, after one of which a work failed
# of the processor: a busy machine makes no work longer
SHORT_S = 0.005  # what a short work may take on the loop
TURN_S = 0.002  # how long they go on until the loop looks at what else it has to do


class Asked(NamedTuple):
    """A work, and who waits for it."""

    future: asyncio.Future[Any]
    work: Work


class GroupFailed(Exception):
    """A full disk, a broken deferred constraint or a long work undid the whole group."""


class Writer(Connection):
    """
    Commits in groups: what waits when the connection is free shares one COMMIT, so one flush to
    disk. Each work keeps its own savepoint, and is answered only after the commit. If the group
    fails as a whole, each work is repeated in a transaction of its own.

    Short works hardly ever fail, and savepoints, for which SQLite copies every page that is then
    written, cost a seventh of an order: so they have none until one fails. Then its group is
    repeated with them, and for a while all have them.

    The loop or the thread has the connection; who has it hands it on, and nobody takes it.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection], patience: float) -> None:
        super().__init__(connector, iter_chunk_size=1)
        self._patience_ms = int(patience * 1000)
        self._waiting: deque[Asked] = deque()  # for the thread
        self._short: deque[Asked] = deque()  # for the loop; the thread takes them along
        self._paused: tuple[list[Asked], list[Outcome]] | None = None
        self._careful = 0  # groups to come with savepoints, as a work has failed lately
        self._busy = self._stopping = False
        self._until = inf
        self._clock: Callable[[], float] = thread_time

    async def run(self, work: Callable[[Transaction], T], *, short: bool = False) -> T:
        """Run the work as one transaction, in one hop to the thread."""
        self._loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = self._loop.create_future()
        (self._short if short else self._waiting).append(Asked(future, work))
        if not self._busy:
            self._hand_on()
        return await future

    def stop(self) -> asyncio.Future[Any] | None:
        """Do what waits, then end the thread."""
        self._stopping = True
        self._resume()
        if self._waiting or self._short:
            self._in_thread(self._drain)
        return super().stop()

    def _hand_on(self) -> None:
        """Let the thread have the connection, or the loop in a moment, or nobody."""
        self._busy = bool(self._waiting or self._short)
        if self._stopping:
            return
        if self._waiting:
            self._in_thread(self._drain)
        elif self._short:  # what else comes in this turn of the loop shares the commit
            self._loop.call_soon(self._begin)

    def _in_thread(self, act: Callable[[], None]) -> None:
        self._tx.put_nowait((None, act))

    def _apart(self, work: Work) -> Outcome:
        """Do one of a group. Raises GroupFailed, and sqlite3.Error when it can't go on."""
        self._conn.execute("SAVEPOINT work")
        outcome = self._tried(work)
        if outcome[1] is not None:
            self._conn.execute("ROLLBACK TO work")
        self._conn.execute("RELEASE work")
        return outcome

    def _tried(self, work: Work) -> Outcome:
        tx = SqliteTransaction(self._conn)
        outcome = _caught(partial(done, tx, work))
        if tx.failure and code_of(tx.failure) == sqlite3.SQLITE_INTERRUPT:
            raise GroupFailed  # it takes too long for the loop
        return outcome

    # ── on the loop ───────────────────────────────────────────────────────────────────────────

    def _begin(self) -> None:
        if self._stopping:
            return
        try:
            self._begin_without_waiting()
        except sqlite3.Error:  # another process writes: the thread can wait for it
            self._in_thread(self._drain)
            return
        self._conn.set_progress_handler(self._is_late, LOOK_STEPS)
        self._careful = max(self._careful - 1, 0)
        self._go_on([], [])

    def _begin_without_waiting(self) -> None:
        self._conn.execute("PRAGMA busy_timeout = 0")
        try:
            self._conn.execute(WRITE)
        finally:
            self._conn.execute(f"PRAGMA busy_timeout = {self._patience_ms}")

    def _go_on(self, group: list[Asked], outcomes: list[Outcome]) -> None:
        """Do short works; after a while the loop has its turn, and then the others."""
        now = self._clock()
        pause = inf if self._stopping else now + TURN_S
        while self._short and not self._waiting and len(group) < GROUP_MAX:
            if now > pause:
                self._paused = group, outcomes
                self._loop.call_soon(self._resume)
                return
            group.append(self._short.popleft())
            self._until = now + SHORT_S
            try:
                outcomes.append(self._one(group[-1].work))
            except Exception:  # any: each caller must be answered
                self._leave(partial(self._repeat, group))
                return
            now = self._clock()
        self._leave(partial(self._commit, group, outcomes))

    def _one(self, work: Work) -> Outcome:
        if self._careful:
            return self._apart(work)
        outcome = self._tried(work)
        if outcome[1] is not None:
            self._careful = CAREFUL
            raise GroupFailed
        return outcome

    def _resume(self) -> None:
        if self._paused:
            group, outcomes = self._paused
            self._paused = None
            self._go_on(group, outcomes)

    def _is_late(self) -> bool:
        return self._clock() > self._until

    def _leave(self, act: Callable[[], None]) -> None:
        self._conn.set_progress_handler(None, 0)
        self._in_thread(act)

    def _answered(self, group: Sequence[Asked], outcomes: Sequence[Outcome]) -> None:
        _answer(group, outcomes)
        self._hand_on()

    # ── in the thread ─────────────────────────────────────────────────────────────────────────

    def _commit(self, group: Sequence[Asked], outcomes: Sequence[Outcome]) -> None:
        try:
            self._conn.execute("COMMIT")
        except sqlite3.Error:
            self._repeat(group)
        else:
            self._loop.call_soon_threadsafe(self._answered, group, outcomes)

    def _repeat(self, group: Sequence[Asked]) -> None:
        """What failed on the loop, from its beginning."""
        self._loop.call_soon_threadsafe(self._answered, group, self._outcomes(group))

    def _drain(self) -> None:
        """Do all that waits."""
        while group := self._taken():
            self._loop.call_soon_threadsafe(_answer, group, self._outcomes(group))
            if not (self._waiting or self._stopping):
                break
        self._loop.call_soon_threadsafe(self._hand_on)

    def _taken(self) -> list[Asked]:
        group: list[Asked] = []
        for queue in (self._waiting, self._short):
            group += [queue.popleft() for _ in range(min(len(queue), GROUP_MAX - len(group)))]
        return group

    def _outcomes(self, group: Sequence[Asked]) -> list[Outcome]:
        self._undo_rest()
        if len(group) > 1:
            with suppress(GroupFailed):
                return self._together(group)
        return [_caught(partial(self._whole, WRITE, work)) for _, work in group]

    def _undo_rest(self) -> None:
        """What was begun and broke off; should that fail too, each BEGIN fails, and so is told."""
        if self._conn.in_transaction:
            with suppress(sqlite3.Error):
                self._conn.execute("ROLLBACK")

    def _together(self, group: Sequence[Asked]) -> list[Outcome]:
        try:
            with self._transaction(WRITE):
                return [self._apart(work) for _, work in group]
        except Exception as error:  # any: each caller must be answered
            if code_of(error) in LOCKED:  # it would be for each of them, one patience after another
                return [(None, error)] * len(group)
            raise GroupFailed from error


def _caught(act: Callable[[], Any]) -> Outcome:
    try:
        return act(), None
    except BaseException as error:
        return None, error


def _answer(group: Sequence[Asked], outcomes: Sequence[Outcome]) -> None:
    for (future, _), (result, error) in zip(group, outcomes, strict=True):
        if future.done():  # its caller was cancelled
            continue
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)
