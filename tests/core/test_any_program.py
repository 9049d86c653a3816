"""Random programs and random histories: what must hold whatever a program file says."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.databases.sqlite_connection import SqliteTransaction
from core.act import Act
from core.awarding.baskets import OrderLine
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, join_chat
from core.model import Boost, Channel, Member, OperationId, OrderStatus
from core.program.loading import load
from core.program.schema import Program
from core.tables import boosts, chats, entries, ledger, orders, programs
from core.transaction import Transaction
from tests.core.program.random_programs import programs as any_program
from tests.core.program.random_programs import written

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
CATEGORIES = ("a", "b", "c")

Report = tuple[int, int, int, str]  # order, its sum, pieces, status
reports = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, 2_000_000),
        st.integers(1, 9),
        st.sampled_from([*OrderStatus]),
    ),
    min_size=1,
    max_size=12,
)
often = settings(
    deadline=None,
    derandomize=True,  # a few in ten thousand programs give so many vouchers that it takes minutes
    max_examples=80,
    phases=(Phase.explicit, Phase.generate),  # to shrink a whole program takes minutes
    suppress_health_check=[*HealthCheck],
)


def tried(data: dict[str, Any]) -> str:
    """The program's text; nothing in it spends points by itself."""
    for reward in data["rewards"]:
        reward.pop("automatic", None)
    return written(data)


class Shop:
    """One member who buys, in a transaction that is thrown away."""

    def __init__(self, tx: Transaction, text: str) -> None:
        self.tx = tx
        self.program: Program = load(text)
        self.version = programs.add(tx, text, by="test", now=NOON)
        self.now = NOON
        self._random = Random(5)
        self._acts = 0
        chat = chats.take(tx, Channel.TELEGRAM, "1")
        newcomer = Newcomer(name="Ann", language=self.program.language)
        self.member: Member = join_chat(tx, self.act(), chat=chat, newcomer=newcomer).member
        offer = Boost(
            by="offer", factor=Decimal("2.5"), since=NOON + 5 * DAY, until=NOON + 20 * DAY
        )
        boosts.save(tx, self.member.id, [offer])  # orders 1 and 2 are of that time
        self.joined_with = self.given()
        self.now += timedelta(days=50)  # all orders are of the days between

    def act(self) -> Act:
        """An act of this moment."""
        self._acts += 1
        return Act(
            operation_id=OperationId(f"act {self._acts}"),
            now=self.now,
            program=self.program,
            program_version=self.version,
            actor="test",
            random=self._random,
        )

    def reports(self, order: int, total: int, pieces: int, status: OrderStatus | str) -> None:
        """The shop says what the order is now; each has a day and a category of its own."""
        category = CATEGORIES[order % len(CATEGORIES)]
        lines = (OrderLine("X", pieces, total, (category,), ("sale",)[: order % 2]),)
        report = OrderReport(
            shop="web",
            order_id=str(order),
            buyer=Buyer(card=self.member.card),
            placed_at=NOON + timedelta(days=9 * order),
            currency=self.program.currency,
            total=total,
            shipping=0,
            tax=0,
            status=OrderStatus(status),
            channel="store",
            lines=lines if order else (),
        )
        record_order(self.tx, self.act(), report)
        self.now += timedelta(hours=1)

    def given(self) -> dict[str, int]:
        """What every way to earn but orders has given, less what was taken back."""
        found: Counter[str] = Counter()
        for entry in entries.page(self.tx, self.member.id, before=None, limit=1_000_000):
            if not entry.reference.startswith("web/"):
                found[entry.reference] += entry.points
        return {reference: points for reference, points in found.items() if points}

    def entries(self) -> int:
        """How many entries the ledger has."""
        return len(entries.page(self.tx, self.member.id, before=None, limit=1_000_000))

    def due(self) -> dict[str, int]:
        """What each order is worth."""
        found = (orders.find(self.tx, "web", str(order)) for order in range(5))
        return {
            order.id: sum(award[2] for award in order.awards.values()) for order in found if order
        }


@pytest.fixture
def connection(sqlite_template: Any) -> Iterator[sqlite3.Connection]:
    """An empty database in memory."""
    source, copy = sqlite3.connect(sqlite_template), sqlite3.connect(":memory:")
    copy.isolation_level = None
    source.backup(copy)
    source.close()
    yield copy
    copy.close()


@contextmanager
def shop(connection: sqlite3.Connection, text: str) -> Iterator[Shop]:
    """A shop with an empty database; its ledger adds up at the end."""
    connection.execute("BEGIN")
    tx = SqliteTransaction(connection)
    try:
        yield Shop(tx, text)
        assert ledger.drifted(tx) == []
    finally:
        connection.execute("ROLLBACK")


@often
@given(any_program(), reports)
def test_a_repeated_report_never_pays_again(
    connection: sqlite3.Connection, data: dict[str, Any], history: list[Report]
) -> None:
    with shop(connection, tried(data)) as one:
        for report in history:
            one.reports(*report)
            entries, due = one.entries(), one.due()
            one.reports(*report)
            assert (one.entries(), one.due()) == (entries, due)


@often
@given(any_program(), reports, st.data())
def test_what_an_order_is_worth_depends_on_its_last_state_alone(
    connection: sqlite3.Connection,
    data: dict[str, Any],
    history: list[Report],
    more: st.DataObject,
) -> None:
    text = tried(data)
    with shop(connection, text) as plain:
        for report in history:
            plain.reports(*report)
        straight = plain.due()
    with shop(connection, text) as winding:
        seen = set()
        for order, total, pieces, status in history:
            if order in seen:  # some other state of it, just before
                _, other, fewer, another = more.draw(reports)[0]
                winding.reports(order, other, fewer, another)
            winding.reports(order, total, pieces, status)
            found = orders.find(winding.tx, "web", str(order))
            if found and found.context:
                seen.add(order)
        assert winding.due() == straight


@often
@given(any_program(), reports)
def test_returning_every_order_leaves_what_joining_gave(
    connection: sqlite3.Connection, data: dict[str, Any], history: list[Report]
) -> None:
    with shop(connection, tried(data)) as one:
        for report in history:
            one.reports(*report)
        for order in range(5):
            one.reports(order, 0, 1, "cancelled")
        assert sum(one.due().values()) == 0
        assert one.given() == one.joined_with


@often
@given(any_program(), reports)
def test_limits_are_never_exceeded(
    connection: sqlite3.Connection, data: dict[str, Any], history: list[Report]
) -> None:
    with shop(connection, tried(data)) as one:
        for report in history:
            one.reports(*report)
        for rule in one.program.earning:
            given = [
                json.loads(row[0]).get(rule.id, [0, 0, 0])[2]
                for row in one.tx.rows("SELECT awards FROM orders WHERE awards <> ''")
            ]
            for limit in rule.limits:
                if limit.points is not None and limit.every == "order":
                    assert all(points <= limit.points for points in given)
                if limit.points is not None and limit.every in ("ever", "year"):
                    assert sum(given) <= limit.points
                if limit.times is not None and limit.every in ("ever", "year"):
                    assert sum(points > 0 for points in given) <= limit.times
