"""Short works: done where they are asked, if that may be; whole, once and durable in any case."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from time import thread_time

import psycopg
import pytest

from bot.databases.opening import open_database
from bot.databases.sqlite import SqliteDatabase
from bot.ports import Database, DatabaseUnavailable
from core.transaction import Transaction

LONG = (
    "WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 300000)"
    " SELECT COUNT(*) FROM up"
)


@pytest.fixture
async def cups(empty_database: Database) -> AsyncIterator[Database]:
    """A database with one shelf of no cups; at the end it must still work."""
    await empty_database.run(make_shelf)
    yield empty_database
    before = await empty_database.read(count)
    assert await empty_database.run_short(add) > before  # what was cancelled may still come


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[SqliteDatabase]:
    """Same, in SQLite alone."""
    database = await SqliteDatabase.open(tmp_path / "cups.db", patience=0.2)
    await database.run(make_shelf)
    yield database
    await database.close()


def make_shelf(tx: Transaction) -> None:
    tx.rows("CREATE TABLE shelf (id BIGINT PRIMARY KEY, cups BIGINT NOT NULL)")
    tx.rows("INSERT INTO shelf VALUES (1, 0)")


def add(tx: Transaction) -> int:
    """One more cup."""
    [(cups,)] = tx.rows("UPDATE shelf SET cups = cups + 1 WHERE id = 1 RETURNING cups")
    return int(cups)


def add_and_fail(tx: Transaction) -> int:
    """A cup that must not stay."""
    add(tx)
    raise LookupError("no such cup")


def count(tx: Transaction) -> int:
    [(cups,)] = tx.rows("SELECT cups FROM shelf")
    return int(cups)


async def test_what_is_answered_is_committed(cups: Database, empty_database_url: str) -> None:
    seen = await asyncio.gather(*[cups.run_short(add) for _ in range(5)])

    assert sorted(seen) == [1, 2, 3, 4, 5]
    other = await open_database(empty_database_url)
    assert await other.read(count) == 5
    await other.close()


async def test_some_of_many_refused_leave_the_others_committed(cups: Database) -> None:
    works = [add if number % 3 else add_and_fail for number in range(30)]
    outcomes = await asyncio.gather(*map(cups.run_short, works), return_exceptions=True)

    assert [isinstance(outcome, LookupError) for outcome in outcomes] == [True, False, False] * 10
    assert await cups.read(count) == 20


async def test_one_refused_after_the_other_leaves_those_between_committed(cups: Database) -> None:
    for _ in range(40):
        with pytest.raises(LookupError):
            await cups.run_short(add_and_fail)
        await asyncio.gather(*map(cups.run_short, (add, add)))

    assert await cups.read(count) == 80


async def test_a_constraint_broken_at_commit_fails_only_its_own_work(cups: Database) -> None:
    def orphan(tx: Transaction) -> None:
        tx.rows("INSERT INTO labels VALUES (99)")

    reference = "BIGINT REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED"
    await cups.run(lambda tx: tx.rows(f"CREATE TABLE labels (shelf_id {reference})"))
    outcomes = await asyncio.gather(
        *[cups.run_short(work) for work in (add, orphan, add)], return_exceptions=True
    )

    assert isinstance(outcomes.pop(1), (sqlite3.IntegrityError, psycopg.IntegrityError))
    assert sorted(map(str, outcomes)) == ["1", "2"]


async def test_among_others_each_is_done_once(cups: Database) -> None:
    async def adding(number: int) -> list[int]:
        run = cups.run_short if number % 2 else cups.run
        return [await run(add) for _ in range(10)]

    seen = await asyncio.gather(*map(adding, range(10)))

    assert sorted(cup for each in seen for cup in each) == list(range(1, 101))


async def test_a_cancelled_caller_leaves_nothing_open(cups: Database) -> None:
    async with asyncio.TaskGroup() as group:
        callers = [group.create_task(cups.run_short(add)) for _ in range(3)]
        await asyncio.sleep(0)
        callers[1].cancel()

    assert await cups.run(add) in (3, 4)  # its work may have been done


async def test_it_needs_no_thread(file: SqliteDatabase) -> None:
    threads: list[threading.Thread] = []
    await file.run_short(lambda tx: threads.append(threading.current_thread()))

    assert threads == [threading.main_thread()]


async def test_one_that_is_long_is_done_in_a_thread_and_the_others_once(
    file: SqliteDatabase,
) -> None:
    threads: list[threading.Thread] = []

    def long(tx: Transaction) -> int:
        add(tx)
        threads.append(threading.current_thread())
        tx.rows(LONG)
        return add(tx)

    seen = await asyncio.gather(*[file.run_short(work) for work in (add, long, add)])

    assert seen == [1, 3, 4]
    assert threads == [threading.main_thread(), threads[1]]
    assert threads[1] is not threading.main_thread()


async def test_many_leave_the_loop_to_others_in_between(file: SqliteDatabase) -> None:
    turns: list[int] = []

    def burn(tx: Transaction) -> int:
        add(tx)
        until = thread_time() + 0.001
        while thread_time() < until:
            pass
        return len(turns)

    async def others() -> None:
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        other = group.create_task(others())
        seen = await asyncio.gather(*[file.run_short(burn) for _ in range(30)])
        other.cancel()

    assert len(set(seen)) > 5


async def test_the_loop_does_not_wait_for_another_process(tmp_path: Path) -> None:
    database = await SqliteDatabase.open(tmp_path / "cups.db", patience=6)
    await database.run(make_shelf)
    other = sqlite3.connect(tmp_path / "cups.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        callers = [group.create_task(database.run_short(add)) for _ in range(3)]
        await asyncio.sleep(0.01)
        other.close()  # a loop that waited could not

    assert [caller.result() for caller in callers] == [1, 2, 3]
    await database.close()


async def test_a_locked_file_is_unavailable_when_patience_ends(
    file: SqliteDatabase, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "cups.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    outcomes = await asyncio.gather(
        *[file.run_short(add) for _ in range(20)], return_exceptions=True
    )

    assert {type(outcome) for outcome in outcomes} == {DatabaseUnavailable}
    other.close()
    assert await file.run_short(add) == 1


async def test_a_rollback_that_fails_leaves_nobody_waiting(file: SqliteDatabase) -> None:
    def no_rollback(action: int, what: str | None, *_: str | None) -> int:
        refused = action == sqlite3.SQLITE_TRANSACTION and what == "ROLLBACK"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    async with asyncio.timeout(20):
        await file._writer.set_authorizer(no_rollback)
        outcomes = await asyncio.gather(
            *map(file.run_short, [add, add_and_fail]), return_exceptions=True
        )
        assert all(isinstance(outcome, sqlite3.Error) for outcome in outcomes)

        await file._writer.set_authorizer(None)
        assert await file.run_short(add) == 1


async def test_a_full_disk_undoes_only_what_does_not_fit(file: SqliteDatabase) -> None:
    def fill(tx: Transaction) -> None:
        tx.rows("INSERT INTO bulk VALUES (:text)", text="x" * 200_000)

    await file.run(lambda tx: tx.rows("CREATE TABLE bulk (text TEXT)"))
    await file.run(lambda tx: tx.rows("PRAGMA max_page_count = 20"))
    outcomes = await asyncio.gather(
        *[file.run_short(work) for work in (add, fill, add)], return_exceptions=True
    )

    assert isinstance(outcomes.pop(1), DatabaseUnavailable)
    assert outcomes == [1, 2]


@pytest.mark.parametrize("turns", [1, 2, 3, 10])
async def test_close_finishes_what_was_asked(tmp_path: Path, turns: int) -> None:
    def burn(tx: Transaction) -> int:
        until = thread_time() + 0.0005
        while thread_time() < until:
            pass
        return add(tx)

    database = await SqliteDatabase.open(tmp_path / "cups.db")
    await database.run(make_shelf)
    async with asyncio.TaskGroup() as group:
        callers = [group.create_task(database.run_short(burn)) for _ in range(100)]
        for _ in range(turns):
            await asyncio.sleep(0)
        await database.close()

    assert [caller.result() for caller in callers] == list(range(1, 101))
