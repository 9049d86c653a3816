"""
An order's report and a refund of it in the same moment: whoever is a step ahead, nothing is lost.

The steps are not left to chance: one transaction stops at a statement, and goes on when the other
has ended, or waits for it. SQLite lets one write at a time, so there the other only follows.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random

import pytest

from bot.acts import Acts
from bot.ports import Database
from core.earning.recording import record_order, record_refunds
from core.earning.reports import Buyer, OrderReport, OrderResult
from core.joining import Newcomer, enrol
from core.model import Member, OrderStatus
from core.tables import ledger, members
from core.tables.refunds import Refund
from core.transaction import Row, Transaction, Value
from tests.core.program.cafe import CAFE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PHONE = "+380501234567"
STEP_S = 10.0  # no test waits that long: it is for one that fails
BLOCKED = (
    "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)

Work = Callable[[Transaction], OrderResult]


@dataclass(slots=True)
class Stopping:
    """A transaction that does something once, before the statement that holds these words."""

    tx: Transaction
    words: str
    meanwhile: Callable[[Transaction], None]
    stopped: bool = False

    def _step(self, sql: str) -> None:
        if self.words in sql and not self.stopped:
            self.stopped = True
            self.meanwhile(self.tx)

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """One statement."""
        self._step(sql)
        return self.tx.rows(sql, **values)

    def lock(self, sql: str, **values: Value) -> list[Row]:
        """Same."""
        self._step(sql)
        return self.tx.lock(sql, **values)

    def send(self, sql: str, **values: Value) -> None:
        """Same."""
        self._step(sql)
        self.tx.send(sql, **values)

    def many(self, sql: str, batch: Sequence[Mapping[str, Value]]) -> None:
        """Same."""
        self.tx.many(sql, batch)


@dataclass(slots=True)
class Counter:
    """A café with Ann, whose order and its refund are reported."""

    database: Database
    acts: Acts
    engine: str
    ann: Member

    def order(self, status: str = "paid", *, phone: str = "") -> Work:
        """The shop reports the order: 30 points."""
        report = OrderReport(
            shop="eu", order_id="1", buyer=Buyer(card=None if phone else self.ann.card,
            phone=phone or None), placed_at=NOON, currency="EUR",
            total=3000, shipping=0, tax=0, status=OrderStatus(status),
        )  # fmt: skip
        act = self.acts.new(f"order {status}", actor="shop:eu")
        return lambda tx: record_order(tx, act, report)

    def refund(self, id: str = "r1") -> Work:
        """The shop reports that a third of it was given back."""
        act = self.acts.new(id, actor="shop:eu")
        given = (Refund(id=id, amount=1000, refunded_at=NOON),)
        return lambda tx: record_refunds(tx, act, shop="eu", order_id="1", given_back=given)

    async def cross(self, first: Work, words: str, second: Work, *, waits: bool = False) -> None:
        """
        The first stops before that statement until the second has ended (or waits for the first).
        """
        begun, ended = threading.Event(), threading.Event()

        def meanwhile(tx: Transaction) -> None:
            begun.set()
            if self.engine == "postgres" and waits:
                until_blocked(tx)
            elif self.engine == "postgres":
                assert ended.wait(STEP_S)

        async def after() -> None:
            await asyncio.to_thread(begun.wait, STEP_S)
            await self.database.run(second)
            ended.set()

        await asyncio.gather(
            self.database.run(lambda tx: first(Stopping(tx, words, meanwhile))), after()
        )
        assert begun.is_set(), words

    async def balance(self) -> int:
        """Ann's."""
        found = await self.database.read(partial(members.find, member_id=self.ann.id))
        assert found
        return found.balance


def until_blocked(tx: Transaction) -> None:
    """Until somebody waits for what this transaction holds."""
    for _ in range(int(STEP_S * 100)):
        if tx.rows(BLOCKED):
            return
        threading.Event().wait(0.01)
    raise AssertionError("nobody waits")


@pytest.fixture
async def counter(database: Database, engine: str) -> Counter:
    """The café; Ann has the 50 points for joining."""
    acts = await Acts.start(database, CAFE, clock=lambda: NOON, random=Random(7))
    newcomer = Newcomer(name="Ann", language="en")
    act = acts.new("join", actor="api")
    joined = await database.run(lambda tx: enrol(tx, act, newcomer, []))
    return Counter(database, acts, engine, joined.member)


@pytest.fixture(autouse=True)
async def adds_up(database: Database, counter: Counter) -> AsyncIterator[None]:
    """The ledger does, whatever came first."""
    yield
    assert await database.read(ledger.drifted) == []


async def test_a_refund_while_the_first_report_is_written_is_not_missed(counter: Counter) -> None:
    await counter.cross(counter.order(), "INSERT INTO orders", counter.refund())

    assert await counter.balance() == 50 + 20


async def test_a_first_report_while_its_refund_is_written_is_not_missed(counter: Counter) -> None:
    await counter.cross(counter.refund(), "INSERT INTO orders", counter.order())

    assert await counter.balance() == 50 + 20


async def test_a_second_early_refund_while_the_order_is_written_is_not_missed(
    counter: Counter,
) -> None:
    await counter.database.run(counter.refund())
    await counter.cross(counter.order(), "INSERT INTO orders", counter.refund("r2"), waits=True)

    assert await counter.balance() == 50 + 10


async def test_a_report_that_waits_while_a_refund_is_committed_counts_it(counter: Counter) -> None:
    await counter.database.run(counter.order())
    await counter.cross(
        counter.refund(), "INSERT INTO refunds", counter.order("fulfilled"), waits=True
    )

    assert await counter.balance() == 50 + 20


async def test_a_refund_while_its_order_finds_its_buyer_is_not_missed(counter: Counter) -> None:
    await counter.database.run(counter.order(phone=PHONE))
    newcomer = Newcomer(name="Bob", language="en", phone=PHONE)
    act = counter.acts.new("join Bob", actor="api")

    def joins(tx: Transaction) -> OrderResult:
        counter.ann = enrol(tx, act, newcomer, []).member
        return OrderResult(member=counter.ann)

    await counter.cross(joins, "ON CONFLICT (shop, id) DO UPDATE", counter.refund(), waits=True)
    assert await counter.balance() == 50 + 20
