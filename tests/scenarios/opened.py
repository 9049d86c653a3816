"""An open shop: the real application on a real database, and a clock that is set by hand."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import cached_property
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from bot.acts import Acts
from bot.conversation.router import Router
from bot.ports import Database
from bot.programs import preset_text
from bot.schedule import tick
from bot.web.given import Web
from core.money import to_decimal
from tests.bot.web.conftest import KEY, all_is_well, client
from tests.scenarios.goods import Worth


class Opened:
    """A shop with one of the programs that come along, and one member of it."""

    acts: Acts
    api: httpx.AsyncClient
    router: Router

    def __init__(self, database: Database) -> None:
        self.database = database
        self.life = AsyncExitStack()  # ends with the story
        self.now = datetime(2025, 1, 1, tzinfo=UTC)
        self.member_id = ""
        self.card = ""
        self.numbers = count(1)

    async def opens(self, preset: str, day: str) -> None:
        """Open on that day with that program."""
        self.acts = await Acts.start(self.database, preset_text(preset), clock=lambda: self.now)
        self.router = Router(self.database, self.acts)
        web = Web(database=self.database, acts=self.acts, ready=all_is_well, api_keys=(KEY,))
        self.api = await self.life.enter_async_context(client(web, Authorization=f"Bearer {KEY}"))
        await self.on(day)

    async def on(self, day: str, hour: int = 12) -> None:
        """Wait for that day: the schedule does what is due at 00:00, and again at that hour."""
        begins = datetime.fromisoformat(day).replace(tzinfo=self.zone)
        for moment in (begins, begins.replace(hour=hour)):
            assert moment >= self.now, "stories go forward"
            self.now = moment.astimezone(UTC)
            await tick(self.database, self.acts)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The shop's own time."""
        return ZoneInfo(self.acts.program.timezone)

    def worth(self, points: int) -> Worth:
        """Points as the stories write them."""
        program = self.acts.program
        if program.unit == "points":
            return points
        return f"{to_decimal(points, program.currency):.2f}"

    async def member(self) -> dict[str, Any]:
        """What the shop reads of its member."""
        return await self.get(f"/api/v1/members/{self.member_id}")

    async def get(self, path: str, **params: str) -> dict[str, Any]:
        """What the API answers."""
        return said(await self.api.get(path, params=params))


def said(answer: httpx.Response) -> dict[str, Any]:
    """The answer to a call that did what it asked."""
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found
