"""How tables are brought up to date."""

import pytest

from bot.databases.migrating import SchemaTooNew, migrate, ours, pending, statements
from bot.ports import Database

FIRST = ("0001_cups", "CREATE TABLE cups (id BIGINT PRIMARY KEY);")
SECOND = ("0002_lids", "CREATE TABLE lids (id BIGINT PRIMARY KEY); -- for take-away\n")
BROKEN = ("0003_broken", "CREATE TABLE spoons (id BIGINT PRIMARY KEY);\nCREATE NONSENSE;")


async def test_migrations_are_applied_once_and_in_order(empty_database: Database) -> None:
    assert await migrate(empty_database, [FIRST]) == ["0001_cups"]
    assert await pending(empty_database, [FIRST, SECOND]) == ["0002_lids"]
    assert await migrate(empty_database, [FIRST, SECOND]) == ["0002_lids"]

    assert await migrate(empty_database, [FIRST, SECOND]) == []
    assert await pending(empty_database, [FIRST, SECOND]) == []


async def test_a_broken_migration_leaves_nothing_of_any(empty_database: Database) -> None:
    with pytest.raises(Exception, match="NONSENSE"):
        await migrate(empty_database, [FIRST, BROKEN])

    assert await migrate(empty_database, [FIRST]) == ["0001_cups"]


async def test_a_database_of_a_newer_version_is_refused(empty_database: Database) -> None:
    await migrate(empty_database, [FIRST, SECOND])

    with pytest.raises(SchemaTooNew, match="0002_lids"):
        await migrate(empty_database, [FIRST])
    with pytest.raises(SchemaTooNew, match="0002_lids"):
        await pending(empty_database, [FIRST])


async def test_our_own_migrations_fit_the_engine(database: Database) -> None:
    assert await pending(database) == []

    assert await migrate(database) == []
    assert [name for name, _ in ours()] == sorted({name for name, _ in ours()})


def test_statements_end_at_semicolons_outside_quotes_and_comments() -> None:
    sql = """
    -- tables; all of them
    CREATE TABLE a (b TEXT DEFAULT 'x;--''y'); CREATE TABLE "c;d" (e BIGINT -- e; not f
    );
    SELECT 5 - 3
    """

    assert [" ".join(statement.split()) for statement in statements(sql)] == [
        "CREATE TABLE a (b TEXT DEFAULT 'x;--''y')",
        'CREATE TABLE "c;d" (e BIGINT )',
        "SELECT 5 - 3",
    ]


def test_each_number_is_given_once() -> None:
    numbers = [name.partition("_")[0] for name, _ in ours()]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
