"""A process killed at any moment: what it had acknowledged is there, and the ledger adds up."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from bot.databases.sqlite_connection import SqliteTransaction
from core.tables import ledger

REPO = Path(__file__).parents[2]
KILLS = 6
SECONDS = (0.02, 0.25)  # that it may live after its first act

# Ann orders and redeems for ever. Each line it prints is an act it would answer for.
CHILD = """
import asyncio, sys
from bot.acts import Acts
from bot.databases.opening import open_database
from bot.programs import read_program
from core.earning.recording import record_order
from core.earning.reports import Buyer, OrderReport
from core.joining import Newcomer, join_chat
from core.model import Channel, OrderStatus
from core.rewards.redeeming import redeem
from core.tables import chats

async def main(url, life):
    database = await open_database(url)
    acts = await Acts.start(database, read_program("starter")[0])
    def join(tx):
        chat = chats.take(tx, Channel.CONSOLE, life)
        newcomer = Newcomer(name="Ann", language="en")
        return join_chat(tx, acts.new("join", actor="test"), chat=chat, newcomer=newcomer).member
    ann = await database.run(join)
    async def act(number):
        def order(tx):
            report = OrderReport(
                shop="eu", order_id=f"{life}-{number}", buyer=Buyer(card=ann.card),
                placed_at=acts.clock(), currency="EUR", total=6000, shipping=0, tax=0,
                status=OrderStatus.PAID,
            )
            return record_order(tx, acts.new(f"order {number}", actor="test"), report)
        def buy(tx):
            tap = acts.new(f"tap {number}", actor="test")
            return redeem(tx, tap, member_id=ann.id, reward_id="coffee")
        await database.run(order)
        print("order", f"{life}-{number}", flush=True)
        print("voucher", (await database.run(buy)).code, flush=True)
    for number in range(0, 10**6, 5):
        await asyncio.gather(*[act(each) for each in range(number, number + 5)])

asyncio.run(main(*sys.argv[1:]))
"""


def test_what_was_acknowledged_survives_every_kill(migrated_sqlite: str) -> None:
    luck = random.Random(7)
    acknowledged: set[tuple[str, ...]] = set()
    for life in range(KILLS):
        acknowledged |= killed(migrated_sqlite, str(life), luck.uniform(*SECONDS))
        assert acknowledged <= kept(migrated_sqlite)

    assert len({number.split("-")[0] for kind, number in acknowledged if kind == "order"}) == KILLS
    assert any(kind == "voucher" for kind, _ in acknowledged)


def killed(url: str, life: str, seconds: float) -> set[tuple[str, ...]]:
    """What a process acknowledged until it was killed, so long after its first act."""
    command = [sys.executable, "-c", CHILD, url, life]
    with subprocess.Popen(  # noqa: S603 our own text
        command, cwd=REPO, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        first = child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        lines = [first, *child.stdout]
    assert child.returncode == -signal.SIGKILL
    return {tuple(line.split()) for line in lines if line.endswith("\n")}


def kept(url: str) -> set[tuple[str, ...]]:
    """What a file that was reopened has; its ledger adds up."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
        tx = SqliteTransaction(file)
        assert tx.rows("PRAGMA integrity_check") == [("ok",)]
        assert tx.rows("PRAGMA foreign_key_check") == []
        assert ledger.drifted(tx) == []
        orders = tx.rows("SELECT 'order', id FROM orders WHERE points > 0")
        return {*orders, *tx.rows("SELECT 'voucher', code FROM vouchers")}
