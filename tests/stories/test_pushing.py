"""Two bots and a tick on one database tell everything once, also when a leader is killed."""

import asyncio
import signal
from datetime import timedelta
from pathlib import Path

from bot.acts import utc_now
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.sandbox.telegram.stand_in import TelegramStandIn
from core.tables.outbox import State
from tests.stories.conftest import free_port
from tests.stories.leaders import PEOPLE, join, leader, sent, write
from tests.stories.processes import Running, loyalty, running, telegram_settings, until


async def test_two_bots_and_a_tick_tell_everything_once(
    tmp_path: Path, database_url: str, engine: str
) -> None:
    ports = free_port(), free_port()
    async with TelegramStandIn() as telegram, opened(database_url) as database:
        for number in range(1, PEOPLE + 1):
            telegram.person(number).send_only("hi")
        for update in telegram.updates:
            telegram.let_expire(update)
        await migrate(database)
        await database.run(join)
        settings = telegram_settings(telegram) | {"database_url": database_url}
        bots: dict[int, Running] = {}
        async with (
            running(tmp_path, "run", port=ports[0], **settings) as bots[ports[0]],
            running(tmp_path, "run", port=ports[1], **settings) as bots[ports[1]],
        ):
            first = await leader(ports)
            await database.run(lambda tx: write(tx, utc_now(), 1000))
            later = utc_now() + timedelta(minutes=30)
            await database.run(lambda tx: write(tx, later, 2000))
            ticked = await loyalty(tmp_path, "tick", "--at", later.isoformat(), **settings)
            assert ticked.code == 0, ticked.err
            await until(lambda: len(sent(telegram)) == 2 * PEOPLE)

            bots[first].process.send_signal(signal.SIGKILL)
            killed = asyncio.get_running_loop().time()
            await database.run(lambda tx: write(tx, utc_now(), 3000))
            assert await leader(ports) != first
            assert asyncio.get_running_loop().time() - killed < 15
            await until(lambda: len(sent(telegram)) == 3 * PEOPLE)
            await bots[next(port for port in ports if port != first)].stopped(signal.SIGTERM)
        states = await database.read(lambda tx: tx.rows("SELECT state FROM outbox"))

    assert set(sent(telegram).values()) == {1}
    assert {state for (state,) in states} == {State.SENT}
