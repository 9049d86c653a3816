"""What decides the tiers, added up: on both engines, in one statement, as one would by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.ports import Database
from core import tiering
from core.model import MemberId
from core.program.tiers import METRICS
from core.tables import lots, measures
from core.tables.measures import Window
from core.transaction import Row, Transaction, Value
from tests.core.conftest import Cafe
from tests.core.tiers import buys, with_tiers

YEAR = timedelta(days=365)


def _windows(now: datetime) -> list[Window]:
    return [(now - YEAR, None), (now - 2 * YEAR, now - YEAR), (None, None)]


@dataclass
class Counting:
    """A transaction that remembers its statements."""

    tx: Transaction
    statements: list[str] = field(default_factory=list)

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """Remember it, and run it."""
        self.statements.append(sql)
        return self.tx.rows(sql, **values)

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Remember it, and run it."""
        self.statements.append(sql)
        return self.tx.lock(sql, **values)

    def send(self, sql: str, **values: Value) -> None:
        """Remember it, and run it."""
        self.statements.append(sql)
        self.tx.send(sql, **values)

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Remember it, and run it."""
        self.statements.append(sql)
        self.tx.many(sql, batch)


def _a_history(tx: Transaction) -> tuple[Cafe, MemberId]:
    """Somebody buys, redeems and brings back, over three years."""
    cafe = Cafe(tx)
    ann = cafe.joins()  # 50 points
    cafe.orders(ann, "100.00", id="old", at=cafe.now - 2 * YEAR + timedelta(days=1))
    buys(cafe, ann, 3000, pieces=3, id="new")
    buys(cafe, ann, 7000, pieces=7, id="back")
    cafe.redeems(ann)
    cafe.orders(ann, "70.00", id="back", status="cancelled")
    cafe.orders(ann, "99.00", id="open", status="placed")
    return cafe, ann.id


async def test_both_engines_add_up_the_same(database: Database) -> None:
    def work(tx: Transaction) -> None:
        cafe, ann = _a_history(tx)
        recent, before, ever = measures.of_member(tx, ann, METRICS, _windows(cafe.now))

        assert recent == {"points": 30, "all_points": 80, "spend": 3000, "orders": 1, "items": 3}
        assert before["spend"] == 10000
        assert ever["points"] == 130
        assert {type(value) for value in ever.values()} == {int}
        assert measures.of_everybody(tx, METRICS, _windows(cafe.now)) == {
            ann: [recent, before, ever]
        }

    await database.run(work)


async def test_points_come_with_what_can_be_spent_and_what_is_pending(database: Database) -> None:
    def work(tx: Transaction) -> None:
        cafe = Cafe(tx)
        cafe.changes('per = "1.00"\n', 'per = "1.00"\npending_days = 14\n')
        ann = cafe.joins()
        cafe.orders(ann, "30.00", id="1")
        cafe.orders(ann, "20.00", id="2")
        spendable, pending = measures.points(tx, ann.id, "eu/2", now=cafe.now)

        assert (spendable, pending) == (lots.spendable(tx, ann.id, cafe.now), 20) == (50, 20)

    await database.run(work)


def test_the_history_adds_up_to_the_sum(cafe: Cafe) -> None:
    quiet, ann = _a_history(cafe.tx)
    since = quiet.now - YEAR
    history = measures.history(cafe.tx, ann, METRICS, since=since)
    everybodys = list(measures.everybodys_history(cafe.tx, METRICS, since=since))
    [sums] = measures.of_member(cafe.tx, ann, METRICS, [(since, None)])

    assert [at for at, _ in history] == sorted(at for at, _ in history)
    for metric in METRICS:
        assert sum(part.get(metric, 0) for _, part in history) == sums[metric]
        assert sum(part.get(metric, 0) for _, _, part in everybodys) == sums[metric]


def test_a_program_without_tiers_asks_for_nothing(cafe: Cafe) -> None:
    counting = Counting(cafe.tx)

    assert measures.of_member(counting, MemberId(1), (), [(None, None)]) == [{}]
    assert counting.statements == []


@pytest.mark.parametrize("window", ["lifetime", "rolling", "calendar_year", "anniversary"])
def test_the_look_after_an_order_is_one_statement(quiet: Cafe, window: str) -> None:
    with_tiers(quiet, window, 'silver from = { points = 300, spend = "900.00", all_points = 999 }')
    ann = quiet.joins()
    quiet.orders(ann, "100.00")
    counting = Counting(quiet.tx)
    settled = tiering.settle_order(counting, quiet.again(ann), quiet.act(), "eu/1")

    assert len(counting.statements) == 1
    assert (settled.spendable, settled.pending) == (100, 0)


def test_a_bonus_that_counts_for_no_tier_costs_no_statement(quiet: Cafe) -> None:
    counting = Counting(quiet.tx)
    ann = quiet.joins()

    assert tiering.settle(counting, ann, quiet.act()) == ann
    assert counting.statements == []


def test_who_is_on_the_lowest_tier_is_told_so_without_a_statement(quiet: Cafe) -> None:
    counting = Counting(quiet.tx)

    assert tiering.until(counting, quiet.joins(), quiet.act()) is None
    assert counting.statements == []


def test_an_instant_belongs_to_the_window_that_begins_then(quiet: Cafe) -> None:
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    ann = quiet.joins()
    quiet.orders(ann, "10.00", at=begins)
    after, before = measures.of_member(
        quiet.tx, ann.id, ("points",), [(begins, None), (None, begins)]
    )

    assert (after["points"], before["points"]) == (10, 0)
