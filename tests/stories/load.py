"""Shops and people who never pause: orders by API and by webhook, and what is written in chat."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4

import httpx
from standardwebhooks import Webhook

from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.sandbox.telegram.updates import Update
from tests.stories.conftest import CODE, KEY, SECRET, everything
from tests.stories.processes import telegram_settings

EVENTS_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ORDER, COFFEE = 100, 60  # points
PATIENCE_S = 90.0


@dataclass(slots=True, kw_only=True)
class Customer:
    """One person, and what they bought and asked for."""

    person: Person
    card: str = ""
    orders: int = 0
    updates: list[Update] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Load:
    """
    Everybody orders and redeems, one thing after the other, until told to stop.

    A sender repeats what was not taken: as shops and Telegram do, and only for the reasons for
    which they do. `heard` counts every answer, or the error instead of one.
    """

    telegram: TelegramStandIn
    sender: httpx.AsyncClient
    customers: list[Customer]
    heard: Counter[str] = field(default_factory=Counter)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    finished: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def begin(self) -> None:
        """Everybody joins."""
        for one in self.customers:
            one.updates.append(one.person.send_only("/join"))
        for one in self.customers:
            await one.updates[-1].confirmed(PATIENCE_S)
            key = {"telegram_id": str(one.person.id)}
            one.card = (await self.sender.get("/api/v1/members", params=key)).json()["card"]

    async def run(self) -> None:
        """Keep on until it is over; what was begun is finished."""
        async with asyncio.TaskGroup() as all_at_once:
            for one in self.customers:
                all_at_once.create_task(self._shops(one))
        self.finished.set()

    async def _shops(self, one: Customer) -> None:
        while not self.over.is_set():
            await self._orders(one)
            one.updates.append(one.person.send_only("redeem coffee"))
            await one.updates[-1].confirmed(PATIENCE_S)

    async def _orders(self, one: Customer) -> None:
        number = next(self._numbers)
        one.orders += 1
        order = {
            "customer": {"card": one.card}, "placed_at": datetime.now(UTC).isoformat(),
            "currency": "EUR", "total": f"{ORDER}.00", "status": "paid",
        }  # fmt: skip
        if number % 2:
            await self._until_taken("PUT", f"/api/v1/orders/web/{number}", order, {})
            return
        event = {"type": "order.placed", "data": order | {"shop": "web", "order_id": str(number)}}
        await self._until_taken("POST", "/webhooks/events", event, signed(event))

    async def _until_taken(
        self, method: str, path: str, body: Any, headers: dict[str, str]
    ) -> None:
        content = json.dumps(body)
        headers = {"Content-Type": "application/json"} | headers
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    answer = await self.sender.request(
                        method, path, content=content, headers=headers
                    )
                except httpx.ConnectError:
                    heard = "refused"
                except httpx.TransportError as error:
                    heard = type(error).__name__
                else:
                    heard = str(answer.status_code)
                    if answer.status_code == 503 and "Retry-After" in answer.headers:
                        heard = "503 with Retry-After"
                self.heard[heard] += 1
                if heard == "200":
                    return
                assert heard[0] != "4", heard
                await asyncio.sleep(0.1)

    async def assert_nothing_lost_nor_doubled(self) -> None:
        """Every order and every redemption is in its member's ledger, once."""
        for one in self.customers:
            known = await everything(one.person)
            coffees = len(one.updates) - 1
            balance = one.orders * ORDER - coffees * COFFEE
            assert len(known["vouchers"]) == coffees
            assert known["member"]["balance"] == balance
            assert sum(entry["points"] for entry in known["entries"]) == balance

    def told(self) -> Counter[str]:
        """How often each voucher's code was told."""
        return Counter(
            code
            for one in self.customers
            for said in one.person.messages
            for code in CODE.findall(said.caption)
        )

    @property
    def coffees(self) -> int:
        """How many were redeemed."""
        return sum(len(one.updates) - 1 for one in self.customers)

    @property
    def sums(self) -> str:
        """What went through, in words."""
        orders = sum(one.orders for one in self.customers)
        updates = sum(len(one.updates) for one in self.customers)
        return f"{orders} orders, {updates} updates; answers: {dict(self.heard)}"


def signed(event: Any) -> dict[str, str]:
    """The headers of a Standard Webhook."""
    id, now = uuid4().hex, datetime.now(UTC)
    return {
        "webhook-id": id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(EVENTS_SECRET).sign(id, now, json.dumps(event)),
    }


def settings_for(telegram: TelegramStandIn, database_url: str, **more: object) -> dict[str, object]:
    """What the processes have in common; their ports they don't."""
    common = {
        "database_url": database_url, "telegram_webhook_secret": SECRET, "api_keys": KEY,
        "events_secret": EVENTS_SECRET, "api_calls_per_minute": 100_000,
    }  # fmt: skip
    return {**telegram_settings(telegram), **common, **more}


def customers(telegram: TelegramStandIn, number: int) -> list[Customer]:
    """So many new people."""
    return [Customer(person=telegram.person(5000 + each)) for each in range(number)]
