"""Playing a season through: on SQLite without threads, or on a PostgreSQL server."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from bot.databases.postgres import PostgresDatabase
from tests.simulation.clockwork import VirtualLoop
from tests.simulation.engine import Disk
from tests.simulation.faults import Faults
from tests.simulation.season import Outcome, Plan, Season
from tests.simulation.server import Server


def play(plan: Plan, template: Path) -> Outcome:
    """Play it through on a copy of that empty database."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_played(plan, template))


def play_on(plan: Plan, url: str) -> Outcome:
    """Play it through on that PostgreSQL database, whose tables are empty."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_played_on(plan, url))


async def _played_on(plan: Plan, url: str) -> Outcome:
    database = await PostgresDatabase.open(url)
    try:
        random = Random(plan.seed)
        server = Server(database, Faults(random))
        async with asyncio.TaskGroup() as tasks:
            return await Season(plan, server, random, tasks).lives()
    finally:
        await database.close()


async def _played(plan: Plan, template: Path) -> Outcome:
    with (
        closing(sqlite3.connect(template)) as source,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as connection,
    ):
        source.backup(connection)
        connection.execute("PRAGMA foreign_keys=ON")
        random = Random(plan.seed)
        disk = Disk(connection, Faults(random))
        async with asyncio.TaskGroup() as tasks:
            return await Season(plan, disk, random, tasks).lives()
