"""Delivery: how near it comes to what Telegram allows, and how fast it is without limits."""

import tracemalloc
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.acts import Acts, utc_now
from bot.channels.telegram.bot import Telegram
from bot.channels.telegram_aiogram import AiogramLibrary
from bot.conversation.messages import Spoken
from bot.conversation.texts import Texts
from bot.databases.migrating import migrate
from bot.databases.opening import opened
from bot.delivery import Delivery, Way
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from bot.ports import Database, Sent
from bot.programs import preset_text
from bot.pushing import telegram_way
from bot.sandbox.telegram.stand_in import TelegramStandIn
from core.model import Channel, Member, MemberId, Points, Purpose, Status, TierId
from core.tables import chats, members, outbox
from core.tables.outbox import Message
from core.transaction import Transaction
from tests.benchmarks.rounds import Row, Sizes, limited

ALLOWED = 30.0  # messages a second
BARE_BAR = 1_000.0
MEMORY_BAR = 1.0  # MiB that a round of messages may leave behind
MEBIBYTE = 1024 * 1024
NOON = utc_now().replace(hour=10)


class Nowhere:
    """A channel that takes everything at once, and notes when."""

    def __init__(self) -> None:
        self.count = 0

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """Take it."""
        self.count += 1
        return Sent(id=str(self.count))

    def parts(self, spoken: Spoken) -> int:
        """One."""
        return 1


async def on_limits(folder: Path, sizes: Sizes) -> list[Row]:
    """Messages a second through aiogram to the stand-in, of the thirty Telegram allows."""
    async with (
        TelegramStandIn() as telegram,
        opened(f"sqlite:///{folder / 'limits.db'}") as database,
    ):
        adapter = Telegram(AiogramLibrary(token=telegram.token, api_url=telegram.url))
        await adapter.connect()
        try:
            acts = await _acts(database)
            count = min(sizes.answers * 5, 300)
            for number in range(1, count + 1):
                telegram.person(number).send_only("hi")
            await database.run(lambda tx: _fill(tx, range(1, count + 1)))
            seconds = await _drained(database, acts, telegram_way(adapter))
        finally:
            await adapter.close()
        assert len(telegram.calls_of("sendMessage")) == count
    rate = (count - 1) / seconds
    return [
        Row(
            name="outbox at Telegram's limit", ours=rate, floor=ALLOWED, ratio=rate / ALLOWED,
            spread=(rate / ALLOWED, rate / ALLOWED), bar=0.95,
        )
    ]  # fmt: skip


async def unlimited(folder: Path, sizes: Sizes) -> list[Row]:
    """Messages a second to a channel without limits; and what they leave in memory."""
    size = sizes.updates
    async with opened(f"sqlite:///{folder / 'unlimited.db'}") as database:
        acts = await _acts(database)
        await _round(database, acts, 0, size)  # fills caches
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        await _round(database, acts, 1, size)
        kept = max((tracemalloc.get_traced_memory()[0] - before) / MEBIBYTE, 0.01)
        tracemalloc.stop()
        turns = range(2, 3 + sizes.rounds // 3)
        rates = [size / await _round(database, acts, turn, size) for turn in turns]
    fast = Row(
        name="outbox without limits", ours=median(rates), spread=(min(rates), max(rates)),
        bar=BARE_BAR, at_least=True,
    )  # fmt: skip
    return [fast, limited(f"MiB kept after {size:,} messages", [kept], bar=MEMORY_BAR)]


async def _round(database: Database, acts: Acts, turn: int, size: int) -> float:
    """Seconds for so many messages, each to a member of its own."""
    first = turn * size + 1
    await database.run(lambda tx: _fill(tx, range(first, first + size)))
    return await _drained(database, acts, Way(outlet=Nowhere(), pace=Pace(per_second=0)))


async def _acts(database: Database) -> Acts:
    await migrate(database)
    return await Acts.start(database, preset_text("starter"), clock=lambda: NOON)


async def _drained(database: Database, acts: Acts, way: Way) -> float:
    """Seconds until the outbox is empty."""
    locks = database.locks()
    delivery = Delivery(
        database=database,
        acts=acts,
        texts=Texts.load(),
        outlets=lambda: {Channel.TELEGRAM: way},
        turns=Turns(locks),
    )
    started = perf_counter()
    await delivery.drain()
    seconds = perf_counter() - started
    await locks.close()
    return seconds


def _fill(tx: Transaction, numbers: Iterable[int]) -> None:
    for number in numbers:
        id = MemberId(number)
        member = Member(
            id=id, status=Status.ACTIVE, name="Ann", language="en", card=f"card-{id}",
            referral_code=f"code-{id}", joined_at=NOON, balance=0, entries=0,
            tier=TierId("base"), tier_since=NOON,
        )  # fmt: skip
        members.add(tx, member, source="")
        chats.attach(tx, Channel.TELEGRAM, str(number), id)
        message = Message(
            id=number, member_id=id, campaign="bench", occasion="", purpose=Purpose.TRANSACTIONAL,
            key="points-balance", values={"points": Points(5)}, created_at=NOON, due_at=NOON,
            stale_at=NOON + timedelta(days=1),
        )  # fmt: skip
        outbox.queue(tx, message)
