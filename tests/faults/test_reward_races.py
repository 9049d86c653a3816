"""Everybody wants the last one at once: on both engines, one gets it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

import pytest

from bot.acts import Acts
from bot.ports import Database
from core import joining
from core.act import Act
from core.adjusting import adjust
from core.errors import RewardOver, RewardSoldOut
from core.joining import Newcomer
from core.model import MemberId, RewardId, Voucher, VoucherStatus
from core.rewards import drawing
from core.rewards.redeeming import redeem, undo
from core.tables import donations, ledger, pools, raffles, vouchers
from core.transaction import Transaction
from tests.core.program.cafe import CAFE
from tests.core.program.shelf import BIKE, CINEMA_CODE

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DRAW = datetime(2026, 3, 19, 22, tzinfo=UTC)
MANY = 20
REWARDS = (
    CINEMA_CODE
    + """
[[rewards]]
id = "tasting"
kind = "event"
title = "Tasting"
cost = 10
stock = 1
on = 2026-03-20
"""
    + BIKE
    + """
[[rewards]]
id = "give"
kind = "donation"
title = "Donate"
cost = 10
amount = "1.00"
causes = [{ id = "wildlife", title = "Wildlife" }]
"""
)


class Shop:
    """The café with many members."""

    def __init__(self, database: Database, acts: Acts) -> None:
        self.database = database
        self.acts = acts
        self.people: list[MemberId] = []

    async def opens(self) -> None:
        """Everybody joins, and has 100 points."""
        for number in range(MANY):
            self.people.append(await self.database.run(partial(self._joins, number)))

    def _joins(self, number: int, tx: Transaction) -> MemberId:
        newcomer = Newcomer(name="Ann", language="en", phone=f"+3805012345{number:02}")
        act = self.acts.new(f"join {number}", actor="test")
        member = joining.enrol(tx, act, newcomer, []).member
        act = self.acts.new("to begin with", actor="test")
        adjust(tx, act, member_id=member.id, points=50, reason="to begin with")
        return member.id

    def act(self, id: str, now: datetime = NOON) -> Act:
        """An act of that moment, as its process's clock has it."""
        return replace(self.acts.new(id, actor="test"), now=now)

    async def wants(self, who: MemberId, reward: str, act: Act) -> Voucher | None:
        """The member redeems the reward; None when there are no more, or it is too late."""
        work = partial(redeem, act=act, member_id=who, reward_id=reward)
        try:
            return await self.database.run(work)
        except (RewardSoldOut, RewardOver):
            return None

    async def all_want(self, reward: str) -> list[Voucher]:
        """Everybody redeems it at once; those who got it."""
        got = await asyncio.gather(
            *[self.wants(who, reward, self.act(reward)) for who in self.people]
        )
        return [voucher for voucher in got if voucher]


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    """The café; afterwards its ledger adds up."""
    acts = await Acts.start(database, CAFE + REWARDS, clock=lambda: NOON, random=Random(7))
    shop = Shop(database, acts)
    await shop.opens()
    yield shop
    assert await database.read(ledger.drifted) == []


async def test_of_twenty_who_want_the_last_code_one_gets_it(shop: Shop) -> None:
    cinema = RewardId("cinema")
    await shop.database.run(partial(pools.add, reward_id=cinema, codes=["LAST"], after=0))
    [got] = await shop.all_want("cinema")

    assert got.terms.partner_code == "LAST"
    assert (await shop.database.read(pools.counts))[cinema] == pools.Pool(free=0, taken=1)


async def test_twenty_codes_go_to_twenty_members_each_once(shop: Shop) -> None:
    codes = [f"CODE-{number}" for number in range(MANY)]
    add = partial(pools.add, reward_id=RewardId("cinema"), codes=codes, after=0)
    await shop.database.run(add)
    got = await shop.all_want("cinema")

    assert sorted(one.terms.partner_code for one in got) == sorted(codes)


async def test_of_twenty_who_want_the_last_place_one_gets_it(shop: Shop) -> None:
    assert len(await shop.all_want("tasting")) == 1
    assert set((await shop.database.read(vouchers.issued)).values()) == {1}


async def test_the_first_twenty_tickets_are_for_one_raffle(shop: Shop) -> None:
    assert len(await shop.all_want("bike")) == MANY
    [draw] = await shop.database.read(lambda tx: drawing.shown(tx, "bike"))

    assert len(draw.tickets) == MANY


async def test_twenty_donations_at_once_all_count(shop: Shop) -> None:
    await shop.all_want("give")

    assert await shop.database.read(donations.totals) == {"wildlife": (100 * MANY, MANY)}


async def test_a_draw_and_late_buyers_and_regrets_at_once_leave_no_ticket_between(
    shop: Shop,
) -> None:
    """The clocks of two processes differ: what one still sells and undoes the other draws."""
    tickets = await shop.all_want("bike")
    soon = DRAW - timedelta(seconds=1)
    undoing = [
        shop.database.run(partial(undo, act=shop.act(f"undo {who}", soon), member_id=who))
        for who in shop.people[:5]
    ]
    buying = [shop.wants(who, "bike", shop.act("late", soon)) for who in shop.people[5:10]]
    [raffle] = await shop.database.read(lambda tx: raffles.due(tx, DRAW, after=0, limit=9))
    draw_it = partial(drawing.draw, act=shop.act("draw", DRAW), member_id=MemberId(raffle))
    await asyncio.gather(*undoing, shop.database.run(draw_it), *buying, return_exceptions=True)
    [draw] = await shop.database.read(lambda tx: drawing.shown(tx, "bike"))
    found = await shop.database.read(lambda tx: [vouchers.find(tx, one.code) for one in tickets])
    states = [ticket for ticket in found if ticket]

    assert (len(draw.winners), len(states)) == (1, len(tickets))
    for ticket in states:
        taking_part = ticket.code in draw.tickets
        assert taking_part == (ticket.status is not VoucherStatus.UNDONE)
    places = await shop.database.read(
        lambda tx: tx.rows("SELECT COUNT(*) FROM tickets WHERE place IS NULL")
    )
    assert places == [(0,)]
