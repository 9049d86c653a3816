"""Databases with members in them: each has a chat, points for joining and a few orders."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.acts import Acts
from bot.databases.migrating import migrate
from bot.databases.opening import open_database
from bot.ports import Database
from bot.programs import preset_text
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, join_chat
from core.model import Channel, OrderStatus
from core.tables import chats
from core.transaction import Transaction

FIRST_SENDER = 1_000_000
PROGRAM = "starter"
# The floors tell nobody of a purchase, nor of the rewards it brings into reach, so neither do we
# here: like is compared with like.
UNTOLD = """
[[campaigns]]
id = "purchase"
kind = "purchase"
on = false

[[campaigns]]
id = "reward"
kind = "reward"
on = false
"""


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[tuple[Database, Acts]]:
    """A migrated database with the starter program, which says nothing of purchases."""
    database = await open_database(url)
    try:
        await migrate(database)
        yield database, await Acts.start(database, preset_text(PROGRAM) + UNTOLD)
    finally:
        await database.close()


async def seeded(url: str, members: int, orders: int = 0) -> list[str]:
    """Fill the database with members, each with so many orders; their cards."""
    async with opened(url) as (database, acts):
        senders = range(FIRST_SENDER, FIRST_SENDER + members)
        return [await database.run(partial(_member, acts, sender, orders)) for sender in senders]


def report(acts: Acts, card: str, order_id: str, total: int) -> OrderReport:
    """An order paid just now."""
    return OrderReport(
        shop="bench",
        order_id=order_id,
        buyer=Buyer(card=card),
        placed_at=acts.clock(),
        currency=acts.program.currency,
        total=total,
        shipping=0,
        tax=0,
        status=OrderStatus.PAID,
    )


def _member(acts: Acts, sender: int, orders: int, tx: Transaction) -> str:
    chat = chats.take(tx, Channel.TELEGRAM, f"{sender}")
    newcomer = Newcomer(name="Ann", language="en")
    act = acts.new(f"join:{sender}", actor="member")
    member = join_chat(tx, act, chat=chat, newcomer=newcomer).member
    for number in range(orders):
        act = acts.new(f"order:{sender}:{number}", actor="shop:bench")
        record_order(tx, act, report(acts, member.card, f"{sender}:{number}", 2_000))
    return member.card
