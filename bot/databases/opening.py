"""Opens the database that a URL names: the one place that knows both engines."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.ports import Database, DatabaseUrlWrong


async def open_database(url: str) -> Database:
    """
    Open sqlite:///relative.db, sqlite:////absolute.db or postgresql://….

    Raises DatabaseUnavailable, and DatabaseUrlWrong for any other URL; neither shows the password.
    """
    # Only the engine in use is loaded: the other would cost every start a tenth of a second.
    if url.startswith("sqlite:///"):
        from bot.databases.sqlite import SqliteDatabase

        return await SqliteDatabase.open(url.removeprefix("sqlite:///"))
    if url.startswith(("postgresql://", "postgres://")):
        from bot.databases.postgres import PostgresDatabase

        return await PostgresDatabase.open(url)
    raise DatabaseUrlWrong(
        "The database URL must be sqlite:///file.db, sqlite:////folder/file.db"
        " or postgresql://user:password@host/name."
    )


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open the database, and close it at the end whatever happens: its threads outlive us else."""
    database = await open_database(url)
    try:
        yield database
    finally:
        await database.close()
