"""In the midst of work: SIGTERM, and a backup. Nothing that was said is lost."""

import asyncio
import signal
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import pytest

from bot.databases.opening import opened
from bot.sandbox.telegram.stand_in import TelegramStandIn
from bot.trust import trusted
from core.tables import ledger
from tests.stories.conftest import KEPT_S, KEY, free_port
from tests.stories.load import settings_for
from tests.stories.processes import loyalty, running, until

CALLERS, ANSWERS = 32, 100
HEADERS = {"Authorization": f"Bearer {KEY}"}
ORDER = {
    "customer": {"phone": "+380501234567"}, "placed_at": "2026-11-22T12:00:00+02:00",
    "currency": "EUR", "total": "10.00", "status": "paid",
}  # fmt: skip


@dataclass(slots=True)
class Callers:
    """Shops that order without a pause, until they are not let in."""

    url: str
    answered: set[str] = field(default_factory=set)
    ends: Counter[str] = field(default_factory=Counter)
    _numbers: "count[int]" = field(default_factory=count)

    async def begin(self, group: asyncio.TaskGroup, *, at_once: int = CALLERS) -> None:
        """A member joins, and the shops begin."""
        async with httpx.AsyncClient(verify=trusted(), base_url=self.url, headers=HEADERS) as api:
            member = await api.post("/api/v1/members", json={"phone": "+380501234567"})
            assert member.status_code == 201, member.text
        for _ in range(at_once):
            group.create_task(self._order())

    async def _order(self) -> None:
        limits = httpx.Limits(keepalive_expiry=KEPT_S)
        async with httpx.AsyncClient(
            verify=trusted(), base_url=self.url, headers=HEADERS, timeout=30, limits=limits
        ) as api:
            try:
                for number in map(str, self._numbers):
                    answer = await api.put(f"/api/v1/orders/web/{number}", json=ORDER)
                    assert answer.status_code == 200, answer.text
                    self.answered.add(number)
            except httpx.TransportError as error:
                self.ends[type(error).__name__] += 1


async def ledger_of(database_url: str) -> set[str]:
    """The orders that brought points; every member's ledger adds up."""
    async with opened(database_url) as database:
        assert await database.read(ledger.drifted) == []
        rows = await database.read(lambda tx: tx.rows("SELECT id FROM orders WHERE points > 0"))
    return {str(id) for (id,) in rows}


async def test_everyone_who_asks_while_it_stops_is_answered_or_not_let_in(
    tmp_path: Path, database_url: str
) -> None:
    port = free_port()
    callers = Callers(f"http://127.0.0.1:{port}")
    async with (
        TelegramStandIn() as telegram,
        running(tmp_path, "run", port=port, **settings_for(telegram, database_url)) as bot,
        asyncio.TaskGroup() as group,
    ):
        await bot.logs("serving @")
        await callers.begin(group)
        await until(lambda: len(callers.answered) > ANSWERS)
        ended = await bot.stopped(signal.SIGTERM)

    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
    assert callers.ends == {"ConnectError": CALLERS}
    assert await ledger_of(database_url) == callers.answered


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_a_backup_amid_the_work_has_all_that_was_said_and_can_be_started_from(
    tmp_path: Path, database_url: str
) -> None:
    port = free_port()
    callers = Callers(f"http://127.0.0.1:{port}")
    copy = f"sqlite:///{tmp_path}/copy.db"
    async with (
        TelegramStandIn() as telegram,
        running(tmp_path, "run", port=port, **settings_for(telegram, database_url)) as bot,
        asyncio.TaskGroup() as group,
    ):
        await bot.logs("serving @")
        await callers.begin(group, at_once=2)  # the backup shall not wait for a processor
        await until(lambda: len(callers.answered) > ANSWERS // 4)
        before = set(callers.answered)
        backup = await loyalty(tmp_path, "backup", "copy.db", database_url=database_url)
        assert backup.code == 0, backup.err
        await bot.stopped(signal.SIGTERM)
    kept, all_of_it = await ledger_of(copy), await ledger_of(database_url)

    assert before <= kept <= all_of_it
    assert (await loyalty(tmp_path, "doctor", database_url=copy)).code == 0
