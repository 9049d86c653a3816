"""
`make replicas`: two processes on one PostgreSQL behind a real nginx, set up as the README says.

It takes a minute, so `make test` has but a short story of it (test_replicas.py).
"""

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from time import monotonic

import pytest

from bot.acts import utc_now
from bot.databases.opening import opened
from bot.ports import Database
from core.tables import dead_letters, ledger
from tests.stories.front import CHAIN, MISSING, certified, nginx, trusting
from tests.stories.leaders import PEOPLE, join, leader, sent, write
from tests.stories.processes import PATIENCE_S, until
from tests.stories.several import Several, several

REPO = Path(__file__).parents[2]
NGINX_LOOKS_AGAIN_S = 3  # fail_timeout
TAKEN_OVER_S = 15
PAUSED_S = 30

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.parametrize("engine", ["postgres"]),
    pytest.mark.timeout(300),
]


@pytest.fixture
async def bots(tmp_path: Path, database_url: str) -> AsyncIterator[Several]:
    """Two of them, behind nginx, under load; at the end nothing is lost, doubled or drifted."""
    certified(tmp_path)
    trust = str(tmp_path / CHAIN), trusting(tmp_path)
    async with (
        opened(database_url) as database,
        several(tmp_path, database_url, partial(nginx, tmp_path), 8, trust) as bots,
    ):
        yield bots
    async with opened(database_url) as database:
        assert await database.read(ledger.drifted) == []
        assert await database.read(dead_letters.count) == 0
    told = bots.load.told()
    print(f"\n{bots.load.sums}; codes told twice: {sum(told.values()) - len(told)}")  # noqa: T201


async def test_a_rolling_restart_is_noticed_by_nobody(bots: Several) -> None:
    for port in bots.ports * 2:
        ended = await bots.stop(port, signal.SIGTERM)
        assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
        await bots.start(port)
        await asyncio.sleep(NGINX_LOOKS_AGAIN_S + 1)

    assert bots.load.heard.keys() == {"200"}, bots.load.sums
    assert set(bots.load.told().values()) == {1}


@pytest.mark.parametrize("how", ["SIGKILL", "SIGSTOP"])
async def test_another_leads_soon_and_tells_everything_once(
    bots: Several, database_url: str, how: str
) -> None:
    async with opened(database_url) as database:
        await database.run(join)
        for number in range(1, PEOPLE + 1):
            await bots.telegram.person(number).says("hi", timeout_s=PATIENCE_S)
        first = await leader(bots.ports)
        [second] = set(bots.ports) - {first}
        await database.run(lambda tx: write(tx, utc_now(), 1000))
        await until(lambda: len(sent(bots.telegram)) > PEOPLE // 4)
        bots.send(first, getattr(signal, how))
        gone = monotonic()
        await database.run(lambda tx: write(tx, utc_now(), 2000))
        assert await leader([second]) == second
        took_s = monotonic() - gone
        if how == "SIGSTOP":
            await asyncio.sleep(PAUSED_S - took_s)
            bots.send(first, signal.SIGCONT)
        await until(lambda: len(second_messages(bots)) == PEOPLE)
        await database.run(lambda tx: write(tx, utc_now(), 3000))
        waiting = {"queued"} if how == "SIGKILL" else {"queued", "leased"}  # the dead keep theirs
        async with asyncio.timeout(PATIENCE_S):
            while (states := await states_in(database)).keys() & waiting:  # noqa: ASYNC110 as above
                await asyncio.sleep(0.1)
    print(f"\n{how}: another led after {took_s:.1f} s; {states}")  # noqa: T201

    assert took_s < TAKEN_OVER_S
    assert {one: times for one, times in sent(bots.telegram).items() if times > 1} == {}
    assert bots.load.heard.keys() == {"200"}, bots.load.sums


async def states_in(database: Database) -> dict[str, int]:
    """How many messages are in which state."""
    rows = await database.read(
        lambda tx: tx.rows("SELECT state, COUNT(*) FROM outbox GROUP BY state")
    )
    return {str(state): int(number) for state, number in rows}


def second_messages(bots: Several) -> list[str]:
    """What was written when the first had gone."""
    return [text for _, text in sent(bots.telegram) if "2,000" in text]


async def test_a_new_version_changes_the_tables_while_the_old_one_serves(
    bots: Several, tmp_path: Path, database_url: str
) -> None:
    new = tmp_path / "new"
    for name in ("bot", "core", "locales"):
        shutil.copytree(REPO / name, new / name, ignore=shutil.ignore_patterns("__pycache__"))
    (new / "core/tables/migrations/9999_newer.sql").write_text(
        "ALTER TABLE members ADD COLUMN newer BIGINT NOT NULL DEFAULT 0;\n"
        "CREATE TABLE newer (id BIGINT PRIMARY KEY);\n"
    )
    one, other = bots.ports
    await bots.stop(one, signal.SIGTERM)
    await bots.start(one, new)
    await asyncio.sleep(NGINX_LOOKS_AGAIN_S + 1)  # both serve, each by its own tables
    old = await bots.stop(other, signal.SIGTERM)
    await bots.start(other, new)
    async with opened(database_url) as database:
        applied = await database.read(
            lambda tx: tx.rows("SELECT COUNT(*) FROM migrations WHERE name = '9999_newer'")
        )
        await database.run(lambda tx: tx.rows("DROP TABLE newer"))
        await database.run(lambda tx: tx.rows("ALTER TABLE members DROP COLUMN newer"))
        await database.run(lambda tx: tx.rows("DELETE FROM migrations WHERE name = '9999_newer'"))

    assert applied == [(1,)]
    assert (old.code, " ERROR " in old.err, "Traceback" in old.err) == (0, False, False), old.err
    assert bots.load.heard.keys() == {"200"}, bots.load.sums
