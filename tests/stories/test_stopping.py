"""SIGTERM in the midst of work: what is in hand is finished, and nothing that was said is lost."""

import asyncio
import signal
from collections import Counter
from itertools import count
from pathlib import Path

import httpx

from bot.databases.opening import opened
from bot.sandbox.telegram.stand_in import TelegramStandIn
from core.tables import ledger
from tests.stories.conftest import KEY, free_port
from tests.stories.load import settings_for
from tests.stories.processes import running, until

CALLERS, ANSWERS = 32, 100
ORDER = {
    "customer": {"phone": "+380501234567"}, "placed_at": "2026-11-22T12:00:00+02:00",
    "currency": "EUR", "total": "10.00", "status": "paid",
}  # fmt: skip


async def test_everyone_who_asks_while_it_stops_is_answered_or_not_let_in(
    tmp_path: Path, database_url: str
) -> None:
    numbers, answered, ends = count(), set[str](), Counter[str]()
    port = free_port()
    url = f"http://127.0.0.1:{port}"

    async def caller() -> None:
        headers = {"Authorization": f"Bearer {KEY}"}
        async with httpx.AsyncClient(base_url=url, headers=headers, timeout=30) as api:
            try:
                for number in map(str, numbers):
                    answer = await api.put(f"/api/v1/orders/web/{number}", json=ORDER)
                    assert answer.status_code == 200, answer.text
                    answered.add(number)
            except httpx.TransportError as error:
                ends[type(error).__name__] += 1

    async with (
        TelegramStandIn() as telegram,
        running(tmp_path, "run", port=port, **settings_for(telegram, database_url)) as bot,
        httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {KEY}"}) as api,
        asyncio.TaskGroup() as callers,
    ):
        await bot.logs("serving @")
        member = await api.post("/api/v1/members", json={"phone": "+380501234567"})
        assert member.status_code == 201, member.text
        for _ in range(CALLERS):
            callers.create_task(caller())
        await until(lambda: len(answered) > ANSWERS)
        ended = await bot.stopped(signal.SIGTERM)

    async with opened(database_url) as database:
        orders = await database.read(lambda tx: tx.rows("SELECT id FROM orders WHERE points > 0"))
        drifted = await database.read(ledger.drifted)
    assert (ended.code, "Traceback" in ended.err, drifted) == (0, False, []), ended.err
    assert ends == {"ConnectError": CALLERS}
    assert {id for (id,) in orders} == answered
