"""The schedule does what is due, whatever happens to one of them."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.acts import Acts
from bot.conversation.messages import Incoming
from bot.conversation.router import Router
from bot.ports import Database
from bot.programs import preset_text
from bot.repeating import every, keep_ticking
from bot.schedule import preview, tick
from core.model import Channel
from core.tables import ledger, programs

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Noon of the first day."""
    return Clock()


@pytest.fixture
async def acts(database: Database, clock: Clock) -> Acts:
    """Acts under the starter program."""
    return await Acts.start(database, preset_text("starter"), clock=clock)


async def _join(database: Database, acts: Acts, *names: str) -> None:
    router = Router(database, acts)
    for name in names:
        said = Incoming(channel=Channel.CONSOLE, sender=name, event_id=name, text="join", name=name)
        await router.answer(said)


async def test_a_member_who_meets_a_bug_does_not_keep_the_others_from_their_due(
    database: Database, acts: Acts, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    await _join(database, acts, "Ann", "Ben", "Cid")
    broken = await database.read(lambda tx: tx.rows("SELECT MIN(id) FROM members")[0][0])
    await database.run(
        lambda tx: tx.rows("UPDATE members SET entries = 0 WHERE id = :id", id=broken)
    )
    clock.now += timedelta(days=400)

    with caplog.at_level(logging.ERROR):
        done = await tick(database, acts)

    assert done["points expired"] == 100
    assert f"member {broken}" in caplog.text
    await database.run(
        lambda tx: tx.rows("UPDATE members SET entries = 1 WHERE id = :id", id=broken)
    )
    assert (await tick(database, acts))["points expired"] == 50
    assert await database.read(ledger.drifted) == []


async def test_a_second_tick_finds_nothing_left(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, "Ann")
    clock.now += timedelta(days=400)

    assert sum((await tick(database, acts)).values()) == 50
    assert sum((await tick(database, acts)).values()) == 0


async def test_three_ticks_at_once_write_everything_off_once(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, *(f"P{number}" for number in range(20)))
    clock.now += timedelta(days=400)
    done = await asyncio.gather(*(tick(database, acts) for _ in range(3)))

    assert sum(one["points expired"] for one in done) == 20 * 50
    assert await database.read(ledger.drifted) == []


async def test_a_job_that_is_late_is_done_once(caplog: pytest.LogCaptureFixture) -> None:
    done = asyncio.Event()
    runs = 0

    async def job() -> None:
        nonlocal runs
        runs += 1
        done.set()

    async with every(60, job) as scheduler:
        [one] = scheduler.get_jobs()
        one.modify(next_run_time=datetime.now(UTC) - timedelta(hours=3))
        await done.wait()
        await asyncio.sleep(0)

    assert runs == 1
    assert "misfire" not in caplog.text


async def test_a_tick_takes_over_a_newer_program_first(database: Database, acts: Acts) -> None:
    newer = preset_text("starter").replace('name = "Corner Café"', 'name = "Newer"')
    await database.run(lambda tx: programs.add(tx, newer, by="test", now=NOON))
    await tick(database, acts)

    assert (acts.program.name, acts.version) == ("Newer", 2)


async def test_a_stop_does_not_wait_for_everybody(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, "Ann", "Ben")
    clock.now += timedelta(days=400)
    stop = asyncio.Event()
    stop.set()
    await keep_ticking(database, acts, stop)

    assert sum((await tick(database, acts)).values()) == 100


async def test_a_preview_counts_who_is_due_and_changes_nothing(
    database: Database, acts: Acts, clock: Clock
) -> None:
    await _join(database, acts, "Ann", "Ben")
    clock.now += timedelta(days=400)

    assert (await preview(database, acts))["points expired for"] == 2
    assert (await preview(database, acts))["points expired for"] == 2
    assert (await tick(database, acts))["points expired"] == 100
