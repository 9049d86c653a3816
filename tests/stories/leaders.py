"""Who of several processes leads, and what it sends: members to write to, messages, a look."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import httpx

from bot.acts import utc_now
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.trust import trusted
from core.model import Channel, Member, MemberId, Points, Purpose, Status, TierId
from core.tables import chats, members, outbox
from core.tables.outbox import Message
from core.transaction import Transaction

PEOPLE = 20
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


def join(tx: Transaction) -> None:
    """So many members, who can be written to whatever the hour."""
    for number in range(1, PEOPLE + 1):
        id = MemberId(number)
        member = Member(
            id=id, status=Status.ACTIVE, name="Ann", language="en", card=f"card-{id}",
            referral_code=f"code-{id}", joined_at=NOON, balance=0, entries=0,
            tier=TierId("member"), tier_since=NOON,
        )  # fmt: skip
        members.add(tx, member, source="")
        members.set_timezone(tx, id, daytime_zone())
        chats.attach(tx, Channel.TELEGRAM, str(number), id)


def daytime_zone() -> str:
    """Somewhere it is about noon now."""
    east = (12 - utc_now().hour) % 24
    return f"Etc/GMT{'-' if east <= 12 else '+'}{east if east <= 12 else 24 - east}"


def write(tx: Transaction, due: datetime, first: int) -> None:
    """A message to everybody."""
    for number in range(1, PEOPLE + 1):
        message = Message(
            id=first + number, member_id=MemberId(number), campaign="test", occasion=f"{first}",
            purpose=Purpose.TRANSACTIONAL, key="points-balance",
            values={"points": Points(first)}, created_at=due, due_at=due,
            stale_at=due + timedelta(days=2),
        )  # fmt: skip
        assert outbox.queue(tx, message)


def sent(telegram: TelegramStandIn) -> Counter[tuple[int, str]]:
    """How often each person was told each thing."""
    return Counter(
        (int(call.get("chat_id")), str(call.get("text")))
        for call in telegram.calls_of("sendMessage")
        if "You have" in str(call.get("text"))
    )


async def pushes(port: int) -> bool:
    """Whether the process leads."""
    async with httpx.AsyncClient(verify=trusted(), base_url=f"http://127.0.0.1:{port}") as web:
        try:
            ready = await web.get("/health/ready")
        except httpx.TransportError:
            return False
    return "this process pushes" in ready.json()["parts"]["delivery"]


async def serves(port: int) -> None:
    """Wait until the process there is ready, Telegram included."""
    async with asyncio.timeout(40), httpx.AsyncClient(verify=trusted()) as web:
        while True:
            with suppress(httpx.TransportError):
                ready = await web.get(f"http://127.0.0.1:{port}/health/ready")
                if ready.json()["parts"].get("telegram") == "ok":
                    return
            await asyncio.sleep(0.05)


async def leader(ports: Iterable[int]) -> int:
    """The port of the process that leads, once one does."""
    async with asyncio.timeout(40):
        while True:
            for port in tuple(ports):
                if await pushes(port):
                    return port
            await asyncio.sleep(0.05)
