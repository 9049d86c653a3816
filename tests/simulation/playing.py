"""Playing a season through: on SQLite without threads, or on a PostgreSQL server."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.databases.postgres import PostgresDatabase
from tests.simulation.clockwork import VirtualLoop
from tests.simulation.engine import Disk
from tests.simulation.faults import Faults
from tests.simulation.season import Outcome, Plan, Season
from tests.simulation.server import Server
from tests.simulation.world import World


def play(plan: Plan, template: Path) -> Outcome:
    """Play it through on a copy of that empty database; whatever is raised names its seed."""
    with _named(plan), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_played(plan, template))


def play_on(plan: Plan, url: str) -> Outcome:
    """Play it through on that PostgreSQL database, whose tables are empty; same."""
    with _named(plan), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_played_on(plan, url))


@contextmanager
def _named(plan: Plan) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        error.add_note(f"{plan}: python -m tests.simulation {plan.seed}")
        raise


async def _played_on(plan: Plan, url: str) -> Outcome:
    database = await PostgresDatabase.open(url)
    try:
        random = Random(plan.seed)
        server = Server(database, Faults(random))
        async with asyncio.TaskGroup() as tasks:
            return await Season(plan, World(server, random, tasks)).lives()
    finally:
        await database.close()


async def _played(plan: Plan, template: Path) -> Outcome:
    random = Random(plan.seed)
    with (
        TemporaryDirectory() as folder,
        closing(Disk.copied(template, Path(folder), Faults(random))) as disk,
    ):
        async with asyncio.TaskGroup() as tasks:
            return await Season(plan, World(disk, random, tasks)).lives()
