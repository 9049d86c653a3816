"""The two engines give the same answers to the dialect they share."""

import pytest

from bot.databases.libpq import numbered
from bot.ports import Database
from core.transaction import Row, Transaction, Value

BIG = 2**63 - 1


@pytest.mark.parametrize(
    "value", [0, -1, 7, 2**15, 2**31, BIG, -BIG - 1, "", "Ann", "кава ☕", None]
)
async def test_a_value_comes_back_as_it_went(empty_database: Database, value: Value) -> None:
    kind = "TEXT" if isinstance(value, str) else "BIGINT"

    def there_and_back(tx: Transaction) -> object:
        tx.rows(f"CREATE TABLE cups (a {kind})")
        tx.many("INSERT INTO cups VALUES (:a)", [{"a": value}, {"a": value}])
        return tx.rows("SELECT a, a FROM cups WHERE a = :a OR :a IS NULL", a=value)

    assert await empty_database.run(there_and_back) == [(value, value)] * 2


async def test_truths_sums_and_averages_are_plain_numbers(empty_database: Database) -> None:
    def act(tx: Transaction) -> list[Row]:
        tx.rows("CREATE TABLE cups (a BIGINT)")
        tx.many("INSERT INTO cups VALUES (:a)", [{"a": True}, {"a": BIG - 2}])
        return tx.rows("SELECT SUM(a), AVG(a % 2 + 3), COUNT(*), COUNT(*) > 1 FROM cups")

    [(total, average, many, true)] = await empty_database.run(act)
    assert (total, average, many, true) == (BIG - 1, 4, 2, True)
    assert [type(total), type(average)] == [int, float]


async def test_statements_without_rows_give_none(empty_database: Database) -> None:
    def act(tx: Transaction) -> object:
        made = tx.rows("CREATE TABLE cups (a BIGINT PRIMARY KEY)")
        added = tx.rows("INSERT INTO cups VALUES (1), (2)")
        tx.many("DELETE FROM cups WHERE a = :a", [])
        returned = tx.rows("UPDATE cups SET a = a + 10 WHERE a = :a RETURNING a", a=1)
        clash = "INSERT INTO cups VALUES (:a) ON CONFLICT DO NOTHING RETURNING a"
        return made, added, returned, tx.rows(clash, a=11)

    assert await empty_database.run(act) == ([], [], [(11,)], [])


async def test_statements_that_begin_with_something_else_give_their_rows(
    empty_database: Database,
) -> None:
    def act(tx: Transaction) -> object:
        return tx.rows("WITH cups (a) AS (SELECT :a) SELECT a FROM cups", a=7), tx.rows(
            "VALUES (1), (2)"
        )

    assert await empty_database.run(act) == ([(7,)], [(1,), (2,)])


async def test_signs_in_texts_are_not_parameters(empty_database: Database) -> None:
    def act(tx: Transaction) -> object:
        return tx.rows("SELECT 'at :noon 100%', 10 % 4, 'a' LIKE '%a', CAST(:b AS TEXT)", b="%s")

    assert await empty_database.run(act) == [("at :noon 100%", 2, True, "%s")]


def test_a_statement_is_translated_for_libpq() -> None:
    sql = """SELECT ':a%', ":b", x::text FROM y -- :c\nWHERE z = :z AND (w%:w1) OR :z = 1"""

    assert numbered(sql) == (
        b"""SELECT ':a%', ":b", x::text FROM y -- :c\nWHERE z = $1 AND (w%$2) OR $1 = 1""",
        ("z", "w1"),
    )
