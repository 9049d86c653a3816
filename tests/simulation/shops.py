"""
The web shops: what they sell, what they tell of it by signed webhooks, and what can be read back.

Deliveries come late, twice, in any order, or never; an order's truth is what the shop has.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count
from random import Random
from typing import Any

from bot.ports import WorldError
from tests.simulation.books import Books
from tests.simulation.checkouts import Checkout
from tests.simulation.customers import Customer
from tests.simulation.faults import Faults
from tests.simulation.forms import FORMS, WebOrder
from tests.simulation.processes import Died
from tests.simulation.replicas import Replica
from tests.simulation.serving import Serving
from tests.simulation.signing import signed

TRIES = 8  # then a shop gives a delivery up
PAUSES_S = (0, 120)  # between them
LATE_S = 1_800.0
LATER_S = 7_200.0
VOUCHER_OFF = 500

Json = dict[str, Any]


@dataclass(slots=True, kw_only=True, eq=False)
class WebShop:
    """One web shop."""

    name: str
    serving: Serving
    faults: Faults
    books: Books
    random: Random
    tasks: asyncio.TaskGroup
    now: "Now"
    checkout: Checkout | None = None  # None: there vouchers are typed
    orders: dict[int, WebOrder] = field(default_factory=dict)
    lost: int = 0
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _in_line: dict[int, asyncio.Lock] = field(default_factory=dict)  # by order

    def trades(self, customer: Customer) -> None:
        """Something happens to a new order of the customer's, or to an old one."""
        if self.name == "events" and self.random.random() < 0.3:
            self._fills(customer)
            return
        old = [one for one in self.orders.values() if one.status not in ("cancelled", "deleted")]
        if not old or self.random.random() < 0.5:
            self._sells(customer)
            return
        self.tasks.create_task(self._change(self.random.choice(old)))

    async def _change(self, order: WebOrder) -> None:
        """One thing, and now and then another soon after it: the news may come in any order."""
        often = self.name == "events" and self.random.random() < 0.6  # it never says which is newer
        for _ in range(self.random.choice((3, 4) if often else (1, 1, 2, 3))):
            if order.status not in ("cancelled", "deleted"):
                self.random.choice(EDITS if often else CHANGES)(self, order)
            await asyncio.sleep(self.random.uniform(1, LATE_S / 2))

    def _fills(self, customer: Customer) -> None:
        """Somebody leaves a cart, or empties it."""
        cart: Json = {"shop": "events", "cart_id": f"cart-{customer.phone.address}"}
        full = self.random.random() < 0.8
        payload = {"type": "cart.updated" if full else "cart.completed", "data": cart}
        if full:
            payload["data"] = {
                **cart, "customer": {"card": customer.card}, "currency": "EUR",
                "total": f"{self.random.randrange(5, 90)}.00", "lines": [],
                "url": "https://shop.example/cart", "updated_at": self.now().isoformat(),
            }  # fmt: skip
        event = f"cart-{next(self._numbers)}"
        nothing = State(None, None, set())
        self.tasks.create_task(self._try(nothing, "", payload, event, tries=TRIES))

    def _sells(self, customer: Customer) -> None:
        number = len(self.orders) + 1
        total = self.random.randrange(500, 12_000)
        codes: list[str] = []
        if customer.open and total > 2 * VOUCHER_OFF and self.random.random() < 0.5:
            codes = self._pays_with(customer.open)
            total -= VOUCHER_OFF * len(codes)
        order = WebOrder(
            id=number, card=customer.card, phone=customer.person.phone, total=total,
            shipping=self.random.choice((0, 0, 490)), codes=codes, placed_at=self.now(),
            status=self.random.choice(("placed", "paid", "paid", "paid")), updated_at=self.now(),
        )  # fmt: skip
        order.total += order.shipping
        self.orders[number] = order
        self._tell(order, "created")

    def _pays_with(self, codes: list[str]) -> list[str]:
        code = self.checkout.takes(codes) if self.checkout else self.random.choice(codes)
        return [code] if code else []

    def _pays(self, order: WebOrder) -> None:
        if order.status == "placed":
            self._changes(order, "paid", "updated")

    def _fulfils(self, order: WebOrder) -> None:
        if order.status == "paid":
            self._changes(order, "fulfilled", "updated")

    def _cancels(self, order: WebOrder) -> None:
        self._changes(order, "cancelled", "cancelled")

    def _deletes(self, order: WebOrder) -> None:
        if self.name != "bigcommerce":  # there it is archived: it stays to be read
            if self.checkout:
                self.checkout.forgets(order.codes)
            self._changes(order, "deleted", "deleted")

    def _edits(self, order: WebOrder) -> None:
        """Something more, or less, while nothing was given back yet."""
        if not order.refunds:
            order.total = max(order.total + self.random.randrange(-900, 2_000), order.shipping)
            self._changes(order, order.status, "updated")

    def _refunds(self, order: WebOrder) -> None:
        left = order.total - order.shipping - order.returned
        if order.status in ("paid", "fulfilled") and left > 0:
            amount = self.random.choice((left, self.random.randrange(1, left + 1)))
            order.refunds.append((order.id * 100 + len(order.refunds), amount, self.now()))
            self._changes(order, order.status, "refunded")

    def _changes(self, order: WebOrder, status: str, what: str) -> None:
        order.status, order.updated_at = status, self.now.after(order.updated_at)
        self._tell(order, what)

    def _tell(self, order: WebOrder, what: str) -> None:
        form = FORMS[self.name]
        for topic, payload in form.told(order, what):
            whole = topic != "refunds/create" and what != "deleted"  # which tell no moment of it
            refunds = {id for id, _, _ in order.refunds}
            state = State(order, order.updated_at if whole else None, refunds)
            self.tasks.create_task(self._deliver(order, state, topic, payload))

    async def _deliver(self, order: WebOrder, state: "State", topic: str, payload: Json) -> None:
        """Try until it is taken, or the shop gives up. Events of one order wait for each other."""
        faults, event = self.faults, f"{self.name}-{next(self._numbers)}"
        if self.name == "events":
            async with self._in_line.setdefault(order.id, asyncio.Lock()):
                await self._try(state, topic, payload, event, tries=1_000)
            again = self._again(state, topic, payload, event)  # whatever has come since
            self.tasks.create_task(again)
            return
        if order.status == "deleted":  # what is gone can't be read back: nothing repairs that
            await self._try(state, topic, payload, event, tries=1_000)
            return
        if faults.strike("a shop gives up"):
            self.lost += 1
            return
        if faults.strike("a delivery is late"):
            await asyncio.sleep(faults.random.uniform(0, LATE_S))
        await self._try(state, topic, payload, event, tries=TRIES)
        await self._again(state, topic, payload, event)

    async def _again(self, state: "State", topic: str, payload: Json, event: str) -> None:
        """Once more; of a shop that tells no moment of its states long after newer ones."""
        what, within_s = "a delivery comes twice", LATE_S
        if self.name == "events":
            what, within_s = "an event comes again", LATER_S
        if self.faults.strike(what):
            await asyncio.sleep(self.faults.random.uniform(0, within_s))
            await self._try(state, topic, payload, event, tries=1)

    async def _try(
        self, state: "State", topic: str, payload: Json, event: str, *, tries: int
    ) -> None:
        body = json.dumps(payload).encode()
        for _ in range(tries):
            try:
                status = await self._told(topic, body, event, state)
            except (Died, WorldError):
                status = 0
            if status == 200:
                state.is_confirmed()
                return
            if status not in (0, 503):
                self.books.wrong.append(f"{self.name} {topic} was answered {status}: {payload}")
                return
            await asyncio.sleep(self.faults.random.uniform(*PAUSES_S))
        self.lost += 1

    async def _told(self, topic: str, body: bytes, event: str, state: "State") -> int:
        """Have it taken once; the status it is answered with. Raises Died, WorldError."""
        headers = signed(self.name, topic, body, event)
        act = partial(Replica.post, shop=self.name, headers=headers, body=body)
        return await self.serving.once(act)


@dataclass(frozen=True, slots=True)
class State:
    """What a delivery tells: the order as it was then."""

    order: WebOrder | None
    updated_at: datetime | None
    refunds: set[int]

    def is_confirmed(self) -> None:
        """We said that we have it: from now on nothing older may be there."""
        if self.order is None:
            return
        if self.updated_at:
            self.order.confirmed = max(self.order.confirmed or self.updated_at, self.updated_at)
        self.order.confirmed_refunds |= self.refunds


CHANGES = (
    WebShop._pays, WebShop._pays, WebShop._fulfils, WebShop._cancels, WebShop._deletes,
    WebShop._edits, WebShop._refunds, WebShop._refunds,
)  # fmt: skip
EDITS = (WebShop._pays, WebShop._fulfils, *4 * (WebShop._edits,))


class Now:
    """A shop's clock: whole seconds, and off by some."""

    def __init__(self, calendar: Any, off_s: int) -> None:
        self._calendar, self._off_s = calendar, off_s

    def __call__(self) -> datetime:
        """The second it is there."""
        now: datetime = self._calendar()
        return datetime.fromtimestamp(int(now.timestamp()) + self._off_s, UTC)

    def after(self, moment: datetime) -> datetime:
        """Now, which is later than that: two changes of one order are never in one second."""
        return max(self(), datetime.fromtimestamp(int(moment.timestamp()) + 1, UTC))


def all_orders(shops: Mapping[str, WebShop]) -> Iterator[tuple[str, WebOrder]]:
    """Every order of every shop."""
    for name, shop in shops.items():
        yield from ((name, order) for order in shop.orders.values())


def unpaid(shops: Mapping[str, WebShop]) -> set[tuple[str, str]]:
    """Where which codes are used by an order that waits to be paid."""
    orders = all_orders(shops)
    return {(name, code) for name, one in orders if one.status == "placed" for code in one.codes}
