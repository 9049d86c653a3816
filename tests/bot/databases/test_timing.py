"""The watch on a database: what waited for its turn is told from what took its time."""

from time import sleep

from bot.databases.timing import TimedDatabase
from bot.ports import Database
from bot.web.metrics import Metrics
from core.transaction import Transaction


async def test_waiting_and_working_are_told_apart(database: Database) -> None:
    told: list[tuple[str, float, float]] = []
    timed = TimedDatabase(database, lambda *one: told.append(one))

    def work(tx: Transaction) -> None:
        tx.rows("SELECT 1")
        sleep(0.02)

    await timed.run(work)
    await timed.read(lambda tx: tx.rows("SELECT 1"))

    assert [kind for kind, _, _ in told] == ["write", "read"]
    assert all(0 <= wait <= took for _, wait, took in told)
    assert told[0][2] - told[0][1] >= 0.02


async def test_metrics_tell_of_both(database: Database) -> None:
    metrics = Metrics()
    await TimedDatabase(database, metrics.timed).run(lambda tx: tx.rows("SELECT 1"))

    told = metrics.text().decode()
    assert 'loyalty_database_wait_seconds_count{kind="write"} 1.0' in told
    assert 'loyalty_database_seconds_count{kind="write"} 1.0' in told
