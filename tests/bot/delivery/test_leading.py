"""One process pushes; when it dies another takes over."""

import asyncio
import sys
from collections.abc import AsyncIterator
from textwrap import dedent

import pytest

from bot.delivery.leading import LEADER, LOOK_S, lead
from bot.delivery.turns import Turns
from bot.ports import Database, DatabaseUnavailable, Locks

HOLDER = """
    import asyncio, sys
    from bot.databases.opening import open_database

    async def hold():
        database = await open_database(sys.argv[1])
        locks = database.locks()
        print(await locks.take("leader"), flush=True)
        await asyncio.Event().wait()

    asyncio.run(hold())
"""


@pytest.fixture
async def locks(database: Database) -> AsyncIterator[list[Locks]]:
    """Two holders, as two processes would be."""
    both = [database.locks(), database.locks()]
    yield both
    for one in both:
        await one.close()


async def test_a_lock_has_one_holder(locks: list[Locks]) -> None:
    one, other = locks

    assert await one.take("a")
    assert not await one.take("a")
    assert not await other.take("a")
    assert await other.take("b")
    assert (await one.keeps("a"), await other.keeps("a")) == (True, False)


async def test_a_released_lock_is_free(locks: list[Locks]) -> None:
    one, other = locks
    await one.take("a")
    await one.release("a")
    await one.release("a")

    assert await other.take("a")
    assert not await one.keeps("a")


async def test_closing_lets_go_of_all(locks: list[Locks]) -> None:
    one, other = locks
    await one.take("a")
    await one.take("b")
    await one.close()

    assert await other.take("a")
    assert await other.take("b")


async def test_a_killed_leader_is_replaced_at_the_next_look(
    database: Database, database_url: str, locks: list[Locks]
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", dedent(HOLDER), database_url, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    assert await process.stdout.readline() == b"True\n"
    assert not await locks[0].take(LEADER)
    process.kill()
    await process.wait()

    async with asyncio.timeout(15 - LOOK_S):
        while not await locks[0].take(LEADER):  # noqa: ASYNC110 nobody tells us
            await asyncio.sleep(0.01)


async def test_who_leads_works_and_the_next_one_follows(
    database: Database,
) -> None:
    stops = [asyncio.Event(), asyncio.Event()]
    working: list[int] = []
    changed = asyncio.Event()

    async def work(number: int, over: asyncio.Event) -> None:
        working.append(number)
        changed.set()
        await over.wait()

    async with asyncio.TaskGroup() as group:
        for number in (0, 1):

            async def one(over: asyncio.Event, number: int = number) -> None:
                await work(number, over)

            group.create_task(lead(database.locks(), stops[number], one, look_s=0.01))
        await changed.wait()
        [first] = working
        changed.clear()
        stops[first].set()
        await changed.wait()
        stops[1 - first].set()

    assert working == [first, 1 - first]


class Lost:
    """Locks that are lost once, while the database is away."""

    def __init__(self) -> None:
        self.taken = 0
        self.lost = False

    async def take(self, name: str) -> bool:
        self.taken += 1
        return True

    async def keeps(self, name: str) -> bool:
        if self.taken == 1 and not self.lost:
            self.lost = True
            raise DatabaseUnavailable("away")
        return True

    async def release(self, name: str) -> None:
        raise DatabaseUnavailable("away")

    async def close(self) -> None:
        pass


async def test_who_lost_the_lock_stops_pushing_and_may_lead_again() -> None:
    stop, locks, rounds = asyncio.Event(), Lost(), 0

    async def work(over: asyncio.Event) -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 2:
            stop.set()
        await over.wait()

    await lead(locks, stop, work, look_s=0.01)

    assert rounds == 2


async def test_whoever_waits_for_a_turn_gets_the_next_one(locks: list[Locks]) -> None:
    order: list[str] = []

    async def sender(name: str, turns: Turns, rounds: int) -> None:
        for _ in range(rounds):
            async with turns.turn(None) as ours:
                assert ours
                order.append(name)
                await asyncio.sleep(0.03)

    async with asyncio.TaskGroup() as group:
        group.create_task(sender("busy", Turns(locks[0]), 8))
        await asyncio.sleep(0.01)
        group.create_task(sender("late", Turns(locks[1]), 1))

    assert order.index("late") <= 4


async def test_who_is_stopped_waits_for_no_turn(locks: list[Locks]) -> None:
    await locks[0].take("sender")
    stop = asyncio.Event()
    stop.set()

    async with Turns(locks[1]).turn(stop) as ours:
        assert not ours
    assert await locks[0].take("next-sender")


@pytest.mark.parametrize("engine", ["postgres"])
async def test_who_is_silent_for_too_long_holds_nothing_any_more(database: Database) -> None:
    paused, looking = database.locks(silent_s=0.3), database.locks(silent_s=0.3)
    await paused.take("a")
    await looking.take("b")

    async with asyncio.timeout(5):
        while not await looking.take("a"):  # noqa: ASYNC110 nobody tells us
            await asyncio.sleep(0.01)
    assert await looking.keeps("b")
    with pytest.raises(DatabaseUnavailable):
        await paused.keeps("a")
    assert not await paused.take("a")
    for one in (paused, looking):
        await one.close()


@pytest.mark.parametrize("engine", ["postgres"])
async def test_a_lost_connection_loses_the_lock(database: Database, locks: list[Locks]) -> None:
    one, other = locks
    await one.take("a")
    await database.run(
        lambda tx: tx.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_locks"
            " WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        )
    )

    async with asyncio.timeout(5):
        while not await other.take("a"):  # noqa: ASYNC110 nobody tells us
            await asyncio.sleep(0.01)
    with pytest.raises(DatabaseUnavailable):
        await one.keeps("a")
    assert not await one.keeps("a")
    assert not await one.take("a")
