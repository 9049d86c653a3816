"""The café whose rewards work at the checkout of its web shops, and Ann, who has points."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random

from bot.acts import Acts
from bot.ordering import take_order
from bot.ports import Database
from bot.shops.codes import Codes
from core import joining
from core.adjusting import adjust
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer
from core.model import MemberId, OrderStatus, Status, Voucher
from core.rewards.redeeming import redeem, undo
from core.tables import lots, members, shop_codes, vouchers
from core.tables.shop_codes import Task, Waiting
from tests.bot.shop_apis.shops import NOON, Shop, opened
from tests.core.program.cafe import CAFE

PROGRAM = (
    CAFE
    + """
[[rewards]]
id = "five"
kind = "amount_off"
amount = "5.00"
title = "5 off"
cost = 10
voucher_days = 30
max_share = "50"

[[rewards]]
id = "mug"
kind = "product"
sku = "MUG-1"
title = "A mug"
cost = 10

[[rewards]]
id = "toys"
kind = "percent_off"
percent = "20"
title = "20 % off toys"
goods = { categories = ["toys"] }
cost = 10
"""
)


@dataclass(slots=True)
class Clock:
    """Stands still until time passes."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


@dataclass(slots=True, kw_only=True)
class Checkout:
    """The café, its web shops, and who looks after their codes."""

    database: Database
    acts: Acts
    clock: Clock
    life: AsyncExitStack
    shops: dict[str, Shop] = field(default_factory=dict)
    ann: MemberId = field(init=False)
    numbers: int = 0

    async def opens(self, *names: str) -> None:
        """It has these web shops from now on, and nobody has any code yet."""
        for name in names:
            self.shops[name] = await self.life.enter_async_context(opened(name))
        await self.codes().drain()

    def codes(self) -> Codes:
        """Another process's worker."""
        apis = {name: shop.api for name, shop in self.shops.items()}
        return Codes(database=self.database, acts=self.acts, shops=apis, random=Random(3))

    async def drain(self) -> dict[str, int]:
        """Look after what is due; how many tasks ended how."""
        return dict(await self.codes().drain())

    async def joins(self) -> None:
        """Ann joins, and has plenty."""
        newcomer = Newcomer(name="Ann", language="en", phone="+380501234567")
        act = self.acts.new("join", actor="test")
        enrol = partial(joining.enrol, act=act, newcomer=newcomer, addresses=[])
        self.ann = (await self.database.run(enrol)).member.id
        act = self.acts.new("gift", actor="test")
        give = partial(adjust, act=act, member_id=self.ann, points=1000, reason="to begin with")
        await self.database.run(give)

    async def redeems(self, reward: str = "five") -> Voucher:
        """Ann redeems it."""
        self.numbers += 1
        act = self.acts.new(f"redeem {self.numbers}", actor="test")
        work = partial(redeem, act=act, member_id=self.ann, reward_id=reward)
        return await self.database.run(work)

    async def has_code(self, *names: str, reward: str = "five") -> Voucher:
        """It has these web shops from now on, and each that can has the code that Ann redeems."""
        await self.opens(*names)
        voucher = await self.redeems(reward)
        await self.drain()
        return voucher

    async def undoes(self, voucher: Voucher) -> None:
        """Ann wants her points back."""
        self.numbers += 1
        act = self.acts.new(f"undo {self.numbers}", actor="test")
        await self.database.run(partial(undo, act=act, member_id=self.ann, code=voucher.code))

    async def orders(
        self, shop: str, voucher: Voucher, *, status: str = "paid", typed: str = "", id: str = "1"
    ) -> list[str]:
        """A web shop reports an order with the code; the codes that were refused."""
        report = OrderReport(
            shop=shop, order_id=id, buyer=Buyer(), placed_at=self.clock(), currency="EUR",
            total=2000, shipping=0, tax=0, discount=0, status=OrderStatus(status),
        )  # fmt: skip
        _, refused = await take_order(self.database, self.acts, report, [typed or voucher.code])
        return refused

    def live(self, voucher: Voucher) -> set[str]:
        """The shops in which the code can be used."""
        found = set()
        for name, shop in self.shops.items():
            made = shop.code(voucher.code.lower())
            if made and made.get("status") != "EXPIRED" and made.get("enabled", True):
                found.add(name)
        return found

    async def is_good(self, shop: str, voucher: Voucher) -> bool:
        """Whether that shop, when it is asked, would take the code that it has."""
        made = await self.shops[shop].api.find_code(voucher.code)
        assert made
        return made.live

    async def leases(self, shop: str) -> Task:
        """A worker takes the code that is due, and is not heard of again."""
        now = self.clock()
        until = now + timedelta(minutes=5)
        lease = partial(shop_codes.lease, shop=shop, now=now, worker="w", until=until)
        task = await self.database.run(lease)
        assert task
        return task

    async def blocks(self) -> None:
        """Ann is not welcome any more."""
        block = partial(members.set_status, member_id=self.ann, status=Status.BLOCKED)
        await self.database.run(block)

    async def keeps(self, points: int) -> None:
        """Ann has only so many points left."""
        act = self.acts.new("taken", actor="test")
        less = points - await self.balance()
        take = partial(adjust, act=act, member_id=self.ann, points=less, reason="a slip")
        await self.database.run(take)

    async def balance(self) -> int:
        """What Ann can spend."""
        work = partial(lots.spendable, member_id=self.ann, now=self.clock())
        return await self.database.read(work)

    async def voucher(self, voucher: Voucher) -> Voucher:
        """The voucher as it now is."""
        found = await self.database.read(partial(vouchers.find, code=voucher.code))
        assert found
        return found

    async def stuck(self) -> list[Task]:
        """What could not be done."""
        return await self.database.read(partial(shop_codes.stuck, limit=9))

    async def waiting(self, shop: str) -> Waiting:
        """What waits there."""
        return (await self.database.read(shop_codes.waiting))[shop]


async def started(database: Database, life: AsyncExitStack) -> Checkout:
    """The café, with Ann in it and no web shop yet."""
    clock = Clock()
    acts = await Acts.start(database, PROGRAM, clock=clock, random=Random(7))
    checkout = Checkout(database=database, acts=acts, clock=clock, life=life)
    await checkout.joins()
    return checkout
