"""Brings a database's tables up to date, from core/tables/migrations/NNNN_name.sql."""

import re
import time
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files

from bot.ports import Database
from core.tables import fingerprints, name_words
from core.transaction import Transaction

Migration = tuple[str, str]  # name, SQL

THEN = {
    "0016_strangers": fingerprints.rekey,
    "0028_keyed_numbers": fingerprints.rekey_texting,
    "0029_name_words": name_words.fill,
}
"""What SQL can't do, done with a migration."""

# A statement ends with ";" outside quotes; comments are left out. Triggers are not in the dialect.
PIECE = re.compile(r"(?P<comment>--[^\n]*)|(?P<end>;)|'(?:[^']|'')*'|\"[^\"]*\"|[^;'\"-]+|.")


class SchemaTooNew(Exception):
    """A newer version of the bot has changed the tables; this one does not know them."""


async def migrate(database: Database, migrations: Sequence[Migration] | None = None) -> list[str]:
    """
    Apply what the database lacks, all of it or nothing; the names of what was applied.

    Processes that start together wait for each other. Raises SchemaTooNew.
    """
    return await database.run_alone(
        partial(_migrate, ours() if migrations is None else migrations, int(time.time()))
    )


async def pending(database: Database, migrations: Sequence[Migration] | None = None) -> list[str]:
    """What migrate would apply. Raises SchemaTooNew."""
    lacking = await database.run_alone(
        partial(_lacking, ours() if migrations is None else migrations)
    )
    return [name for name, _ in lacking]


def ours() -> list[Migration]:
    """The migrations this version comes with, in order."""
    folder = files("core.tables").joinpath("migrations")
    return sorted(
        (file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if re.fullmatch(r"\d{4}_\w+\.sql", file.name)
    )


def _migrate(migrations: Sequence[Migration], now: int, tx: Transaction) -> list[str]:
    lacking = _lacking(migrations, tx)
    for name, sql in lacking:
        for statement in statements(sql):
            tx.rows(statement)
        if name in THEN:
            THEN[name](tx)
        tx.rows(
            "INSERT INTO migrations (name, applied_at) VALUES (:name, :now)", name=name, now=now
        )
    return [name for name, _ in lacking]


def _lacking(migrations: Sequence[Migration], tx: Transaction) -> list[Migration]:
    tx.rows(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)"
    )
    applied = {name for (name,) in tx.rows("SELECT name FROM migrations")}
    if unknown := applied - {name for name, _ in migrations}:
        raise SchemaTooNew(
            f"The database was used by a newer Loyalty Bot (it has {max(unknown)}):"
            " update the bot, or restore a backup from before."
        )
    return [migration for migration in migrations if migration[0] not in applied]


def statements(sql: str) -> Iterator[str]:
    """The statements of a migration, one by one."""
    statement = ""
    for piece in PIECE.finditer(sql + "\n;"):
        if piece["end"]:
            if statement.strip():
                yield statement.strip()
            statement = ""
        elif not piece["comment"]:
            statement += piece[0]
