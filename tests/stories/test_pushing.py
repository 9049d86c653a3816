"""Two bots and a tick on one database tell everything once, also when a leader is killed."""

import asyncio
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot.acts import utc_now
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.sandbox.telegram.stand_in import TelegramStandIn
from core.model import Channel, Member, MemberId, Points, Purpose, Status, TierId
from core.tables import chats, members, outbox
from core.tables.outbox import Message, State
from core.transaction import Transaction
from tests.stories.conftest import free_port
from tests.stories.processes import Running, loyalty, running, until

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
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as web:
        try:
            ready = await web.get("/health/ready")
        except httpx.TransportError:
            return False
    return "this process pushes" in ready.json()["parts"]["delivery"]


async def leader(ports: tuple[int, ...]) -> int:
    """The port of the process that leads, once one does."""
    async with asyncio.timeout(40):
        while True:
            for port in ports:
                if await pushes(port):
                    return port
            await asyncio.sleep(0.05)


async def test_two_bots_and_a_tick_tell_everything_once(
    tmp_path: Path, database_url: str, engine: str
) -> None:
    ports = free_port(), free_port()
    async with TelegramStandIn() as telegram, opened(database_url) as database:
        for number in range(1, PEOPLE + 1):
            telegram.person(number).send_only("hi")
        for update in telegram.updates:
            telegram.let_expire(update)
        await migrate(database)
        await database.run(join)
        settings = {
            "database_url": database_url, "telegram_token": telegram.token,
            "telegram_api_url": telegram.url, "telegram_library": "ptb",
        }  # fmt: skip
        bots: dict[int, Running] = {}
        async with (
            running(tmp_path, "run", port=ports[0], **settings) as bots[ports[0]],
            running(tmp_path, "run", port=ports[1], **settings) as bots[ports[1]],
        ):
            first = await leader(ports)
            await database.run(lambda tx: write(tx, utc_now(), 1000))
            later = utc_now() + timedelta(minutes=30)
            await database.run(lambda tx: write(tx, later, 2000))
            ticked = await loyalty(tmp_path, "tick", "--at", later.isoformat(), **settings)
            assert ticked.code == 0, ticked.err
            await until(lambda: len(sent(telegram)) == 2 * PEOPLE)

            bots[first].process.send_signal(signal.SIGKILL)
            killed = asyncio.get_running_loop().time()
            await database.run(lambda tx: write(tx, utc_now(), 3000))
            assert await leader(ports) != first
            assert asyncio.get_running_loop().time() - killed < 15
            await until(lambda: len(sent(telegram)) == 3 * PEOPLE)
            await bots[next(port for port in ports if port != first)].stopped(signal.SIGTERM)
        states = await database.read(lambda tx: tx.rows("SELECT state FROM outbox"))

    assert set(sent(telegram).values()) == {1}
    assert {state for (state,) in states} == {State.SENT}
