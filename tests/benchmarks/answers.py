"""
`points` through the webhook, the memory it takes, and the start.

The floor of an answer is a bot of one line, of the same library behind the same web server.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count, islice, repeat
from pathlib import Path
from time import perf_counter
from typing import Any

import aiohttp

from tests.benchmarks.processes import SECRET, Process, bare, loyalty, stand_in
from tests.benchmarks.rounds import Row, Side, Sizes, compared, limited
from tests.benchmarks.seeding import FIRST_SENDER, seeded

LIBRARIES = ("aiogram", "ptb")
IN_FLIGHT = 16
ORDERS = 3
PATIENCE_S = 60
LOOK_S = 0.01
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}

Updates = Iterator[dict[str, Any]]


async def per_second(library: str, folder: Path, sizes: Sizes) -> list[Row]:
    """Answers per second, and the memory before and after thousands of them."""
    url = f"sqlite:///{folder / 'answers.db'}"
    await seeded(url, sizes.members, ORDERS)
    async with AsyncExitStack() as stack:
        api = stack.enter_context(stand_in())
        await ready(await stack.enter_async_context(talking_to(api)), "/bot42:BENCH/getMe")
        server = stack.enter_context(loyalty(library, api, url))
        floor = stack.enter_context(bare(library, api))
        ours, other = [
            await stack.enter_async_context(talking_to(process)) for process in (server, floor)
        ]
        for client in (ours, other):
            await ready(client)
        updates = _points(sizes.members)
        await _ask(ours, updates, 1)
        small_mib = server.resident_mib
        answered = await compared(
            f"points answered, {library}",
            ours=_asking(ours, updates),
            floor=_asking(other, updates),
            count=sizes.answers,
            rounds=sizes.rounds,
            bar=0.7,
        )
        await _ask(ours, updates, max(0, sizes.updates - sizes.answers * (sizes.rounds + 1)))
        large_mib = server.resident_mib
        await _check_last(ours, api, updates)
    return [
        answered,
        limited(f"MiB after the start, {library}", [small_mib], bar=150),
        limited(f"MiB after {sizes.updates:,} answers, {library}", [large_mib], bar=150),
    ]


async def start(library: str, folder: Path, sizes: Sizes) -> list[Row]:
    """Seconds from nothing to ready, and to the first answer of an update sent at that moment."""
    url = f"sqlite:///{folder / 'start.db'}"
    await seeded(url, sizes.members, ORDERS)
    ready_s, answered_s = [], []
    with stand_in() as api:
        async with talking_to(api) as client:
            await ready(client, "/bot42:BENCH/getMe")
        for _ in range(sizes.starts):
            with loyalty(library, api, url) as server:
                async with talking_to(server) as client:
                    await ready(client)
                    ready_s.append(perf_counter() - server.started_at)
                    await _ask(client, _points(sizes.members), 1)
                    answered_s.append(perf_counter() - server.started_at)
    return [
        limited(f"seconds to ready, {library}", ready_s, bar=2),
        limited(f"seconds to the first answer, {library}", answered_s),
    ]


def _asking(client: aiohttp.ClientSession, updates: Updates) -> Side:
    async def side(messages: int) -> None:
        await _ask(client, updates, messages)

    return side


async def _ask(client: aiohttp.ClientSession, updates: Updates, messages: int) -> None:
    """Send so many, IN_FLIGHT at a time; each is answered before its request is."""

    async def caller(todo: Updates) -> None:
        for update in todo:
            async with client.post("/webhooks/telegram", json=update, headers=HEADERS) as response:
                assert response.status == 200, await response.text()

    todo = islice(updates, messages)
    async with asyncio.TaskGroup() as group:
        for _ in range(min(IN_FLIGHT, messages)):
            group.create_task(caller(todo))


async def _check_last(client: aiohttp.ClientSession, api: Process, updates: Updates) -> None:
    """What we measured must be the answer, not an apology."""
    await _ask(client, updates, 1)
    async with talking_to(api) as stand_in, stand_in.get("/said") as response:
        said = await response.json()
    assert "points" in said["last"], said
    assert "reply_markup" in said["last"], said


def _points(members: int) -> Updates:
    """Every member asks in turn."""
    for number in count(1):
        sender = {"id": FIRST_SENDER + number % members, "is_bot": False, "first_name": "Ann"}
        yield {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": 1_700_000_000,
                "chat": {"id": sender["id"], "type": "private", "first_name": "Ann"},
                "from": {**sender, "language_code": "en"},
                "text": "points",
            },
        }


@asynccontextmanager
async def talking_to(process: Process) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of that process."""
    timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
    async with aiohttp.ClientSession(process.url, timeout=timeout) as client:
        yield client


async def ready(client: aiohttp.ClientSession, path: str = "/health/ready") -> None:
    """Wait until it answers there."""
    async with asyncio.timeout(PATIENCE_S):
        for look_s in repeat(LOOK_S):
            if await _is_ready(client, path):
                return
            await asyncio.sleep(look_s)


async def _is_ready(client: aiohttp.ClientSession, path: str) -> bool:
    try:
        async with client.get(path) as response:
            return response.status == 200
    except aiohttp.ClientConnectionError:
        return False
