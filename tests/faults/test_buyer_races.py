"""
A stranger's order and their joining, a cart and its order, at one moment: on both engines they find
each other.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from random import Random
from time import sleep

import pytest

from bot.acts import Acts
from bot.ports import Database
from core import carting, joining
from core.carting import CartReport
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport, OrderResult
from core.joining import Joined, Newcomer
from core.model import OrderStatus
from core.program.loading import load
from core.tables import carts, ledger, members, programs
from core.transaction import Transaction
from tests.core.program.cafe import CAFE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PEOPLE = 12


@pytest.fixture
async def acts(database: Database) -> AsyncIterator[Acts]:
    """The acts of a café that has just opened; at the end its ledger adds up."""
    await database.run(partial(programs.add, text=CAFE, by="test", now=NOON))
    yield Acts(load(CAFE), 1, clock=lambda: NOON, random=Random(5))
    assert await database.read(ledger.drifted) == []


async def test_joining_while_the_order_comes_loses_no_points(
    database: Database, acts: Acts
) -> None:
    def order(phone: str, tx: Transaction) -> OrderResult:
        report = OrderReport(
            shop="eu", order_id=phone, buyer=Buyer(phone=phone), placed_at=NOON, currency="EUR",
            total=2000, shipping=0, tax=0, status=OrderStatus.PAID,
        )  # fmt: skip
        return record_order(tx, acts.new("order", actor="shop:eu"), report)

    def join(phone: str, tx: Transaction) -> Joined:
        newcomer = Newcomer(name="Ann", language="en", phone=phone)
        return joining.enrol(tx, acts.new("join", actor="api"), newcomer, [])

    phones = [f"+3805012345{number:02}" for number in range(PEOPLE)]
    await asyncio.gather(
        *(database.run(partial(work, phone)) for phone in phones for work in (order, join))
    )

    def balances(tx: Transaction) -> list[int]:
        ids = [members.by_key(tx, "phone", phone) for phone in phones]
        found = [members.find(tx, one) for one in ids if one]
        return [one.balance for one in found if one]

    assert await database.read(balances) == [50 + 20] * PEOPLE


async def test_an_order_that_waits_for_its_member_ends_the_cart_told_meanwhile(
    database: Database, acts: Acts
) -> None:
    phone = "+380501234567"
    newcomer = Newcomer(name="Ann", language="en", phone=phone)
    await database.run(lambda tx: joining.enrol(tx, acts.new("join", actor="api"), newcomer, []))
    locked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def cart(tx: Transaction) -> None:
        said = CartReport(
            shop="eu", cart_id="c1", keys={"phone": phone}, currency="EUR", total=2000, url="",
            updated_at=NOON,
        )  # fmt: skip
        carting.report(tx, acts.new("cart", actor="shop:eu"), said)
        loop.call_soon_threadsafe(locked.set)
        sleep(0.05)  # so that the order looks before this is committed

    async def order() -> OrderResult:
        await locked.wait()
        report = OrderReport(
            shop="eu", order_id="1", buyer=Buyer(phone=phone), placed_at=NOON, currency="EUR",
            total=2000, shipping=0, tax=0, status=OrderStatus.PAID,
        )  # fmt: skip
        act = acts.new("order", actor="shop:eu")
        return await database.run(partial(record_order, act=act, report=report))

    _, result = await asyncio.gather(database.run(cart), order())
    known = await database.read(lambda tx: carts.find(tx, "eu", "c1"))

    assert result.awarded == 20
    assert known
    assert known.done_at == NOON
