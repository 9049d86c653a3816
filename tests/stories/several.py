"""Several processes on one database behind one address, and shops and people who never pause."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext

import httpx

from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.stories.conftest import KEPT_S, KEY, free_port, quiet
from tests.stories.leaders import serves
from tests.stories.load import Load, customers, settings_for
from tests.stories.processes import Ended, Running, running, running_anew

PROGRAM = """
name = "Corner Café"
currency = "EUR"
timezone = "Europe/Bucharest"
languages = ["en"]

[points.en]
one = "point"
other = "points"

[[earning]]
id = "purchases"
on = "purchase"
points = 1
per = "1.00"

[[rewards]]
id = "coffee"
kind = "gift"
title = "Free coffee"
cost = 60
"""

Front = Callable[[tuple[int, int]], AbstractAsyncContextManager[str]]


@dataclass(slots=True, kw_only=True)
class Several:
    """Two processes at most, by their ports, and the load on them."""

    folder: Path
    ports: tuple[int, int]
    settings: dict[str, object]
    telegram: TelegramStandIn
    load: Load
    life: AsyncExitStack
    there: dict[int, Running] = field(default_factory=dict)

    async def start(self, port: int, code: Path | None = None) -> None:
        """Start one there, of that copy of the code, and wait until it is ready."""
        start = running_anew if code else running
        bot = start(code or self.folder, "run", port=port, **self.settings)
        self.there[port] = await self.life.enter_async_context(bot)
        await serves(port)

    async def stop(self, port: int, signal: int) -> Ended:
        """End the one there."""
        return await self.there.pop(port).stopped(signal)

    def send(self, port: int, signal: int) -> None:
        """Send the one there a signal, and wait for nothing."""
        self.there[port].process.send_signal(signal)


@asynccontextmanager
async def several(
    folder: Path, database_url: str, front: Front, people: int, trust: tuple[str, SSLContext | bool]
) -> AsyncIterator[Several]:
    """Start two, and the load; at the end every order and update is there once."""
    certificate, verify = trust
    ports = free_port(), free_port()
    headers = {"Authorization": f"Bearer {KEY}"}
    async with AsyncExitStack() as life:
        telegram = TelegramStandIn(time_scale=0.1, certificate=certificate)
        await life.enter_async_context(telegram)
        (folder / "program.toml").write_text(PROGRAM, encoding="utf-8")
        program = await life.enter_async_context(quiet(str(folder / "program.toml")))
        url = await life.enter_async_context(front(ports))
        limits = httpx.Limits(keepalive_expiry=KEPT_S)
        sender = httpx.AsyncClient(
            base_url=url, headers=headers, verify=verify, timeout=30, limits=limits
        )
        await life.enter_async_context(sender)
        bots = Several(
            folder=folder,
            ports=ports,
            settings=settings_for(telegram, database_url, public_url=url, program=program),
            telegram=telegram,
            load=Load(telegram=telegram, sender=sender, customers=customers(telegram, people)),
            life=await life.enter_async_context(AsyncExitStack()),
        )
        await asyncio.gather(*map(bots.start, ports))
        await bots.load.begin()
        async with asyncio.TaskGroup() as shops:
            shops.create_task(bots.load.run())
            yield bots
            bots.load.over.set()
        await bots.load.assert_nothing_lost_nor_doubled()
