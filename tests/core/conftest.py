"""The café: a program of round numbers, a clock that stands, luck that repeats; and its ledger."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.databases.sqlite_connection import SqliteTransaction
from core.act import Act
from core.awarding.award import FINENESS
from core.awarding.baskets import OrderLine
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport, OrderResult
from core.joining import Newcomer, join_chat
from core.model import Channel, Member, OperationId, OrderStatus, Voucher
from core.money import to_minor
from core.program.loading import load
from core.rewards.redeeming import redeem
from core.simulating.running import Bought
from core.tables import chats, ledger, lots, members, programs
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Cafe:
    """The café as a test sees it: who does what, at which moment, under which program."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.now = NOON
        self.text = ""
        self.version = 0
        self.rules(CAFE)
        self._random = Random(7)
        self._acts = 0

    def rules(self, text: str) -> None:
        """Put another program in force."""
        self.program = load(text)
        self.text = text
        self.version = programs.add(self.tx, text, by="test", now=self.now)

    def changes(self, old: str, new: str) -> None:
        """Put the program in force with one thing written differently."""
        assert old in self.text
        self.rules(self.text.replace(old, new, 1))

    def passes(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def act(self, operation_id: str = "", now: datetime | None = None) -> Act:
        """An act of this moment; without an id it gets one of its own."""
        self._acts += 1
        return Act(
            operation_id=OperationId(operation_id or f"act {self._acts}"),
            now=now or self.now,
            program=self.program,
            program_version=self.version,
            actor="test",
            random=self._random,
        )

    def joins(self, name: str = "Ann", *, code: str | None = None, id: str = "") -> Member:
        """Somebody joins from a chat of their own."""
        chat = chats.take(self.tx, Channel.TELEGRAM, name)
        newcomer = Newcomer(name=name, language="en", referral_code=code)
        return join_chat(self.tx, self.act(id), chat=chat, newcomer=newcomer).member

    def orders(
        self,
        member: Member,
        total: str,
        *,
        id: str = "1",
        status: str = "paid",
        at: datetime | None = None,
        **more: Any,
    ) -> OrderResult:
        """The shop reports an order of the member's."""
        report = OrderReport(
            shop="eu",
            order_id=id,
            buyer=Buyer(card=member.card),
            placed_at=at or self.now,
            currency=more.get("currency", "EUR"),
            total=to_minor(total, "EUR"),
            shipping=to_minor(more.get("shipping", "0"), "EUR"),
            tax=to_minor(more.get("tax", "0"), "EUR"),
            status=OrderStatus(status),
            discount=to_minor(more.get("discount", "0"), "EUR"),
            channel=more.get("channel", ""),
            payment=more.get("payment", ""),
            lines=tuple(more.get("lines", ())),
            updated_at=more.get("updated_at"),
        )
        return record_order(self.tx, self.act(), report)

    def buys(self, member: Member, order: Bought, *, id: str) -> OrderResult:
        """The member buys what an order of a history says."""
        lines = (OrderLine("", 1, order.total, (order.category,)),) if order.category else ()
        return self.orders(member, f"{order.total / 100:.2f}", id=id, lines=lines)

    def redeems(self, member: Member, reward: str = "coffee", *, id: str = "") -> Voucher:
        """The member spends points."""
        return redeem(self.tx, self.act(id), member_id=member.id, reward_id=reward)

    def again(self, member: Member) -> Member:
        """The member as they now are."""
        found = members.find(self.tx, member.id)
        assert found
        return found

    def balance(self, member: Member) -> int:
        """Every point the member has."""
        return self.again(member).balance

    def carried(self, member: Member) -> int:
        """What of the member's purchases waits for the next to earn, in minor units."""
        return self.again(member).counters.get("purchases", 0) // FINENESS

    def spendable(self, member: Member) -> int:
        """What the member can spend now."""
        return lots.spendable(self.tx, member.id, self.now)


@pytest.fixture
def tx(sqlite_template: Path, tmp_path: Path) -> Iterator[Transaction]:
    """An open transaction on a fresh SQLite file; at the end its ledger adds up."""
    path = shutil.copy(sqlite_template, tmp_path / "core.db")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("BEGIN")
    tx = SqliteTransaction(connection)
    yield tx
    drifted = ledger.drifted(tx)
    connection.close()
    assert drifted == []


@pytest.fixture
def cafe(tx: Transaction) -> Cafe:
    """The café on its first day: a point for every full euro, 50 for joining."""
    return Cafe(tx)


@pytest.fixture
def quiet(cafe: Cafe) -> Cafe:
    """The café without points for joining, so that balances are what orders earned."""
    cafe.changes('[[earning]]\nid = "welcome"\non = "signup"\npoints = 50\n', "")
    return cafe
