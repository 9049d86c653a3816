"""The café's Telegram, Ann, and a direct line to any method."""

from collections.abc import AsyncIterator, Callable, Coroutine
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.echoes import WAYS

Ask = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
Upload = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    """Yield a Telegram whose retry pauses are a hundredth of the true ones."""
    async with TelegramStandIn(time_scale=0.01) as telegram:
        yield telegram


@pytest.fixture
def ann(telegram: TelegramStandIn) -> Person:
    """Return Ann, who has started the bot; what she said is forgotten."""
    ann = telegram.person(1001, first_name="Ann")
    telegram.let_expire(ann.send_only("/start"))
    return ann


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
async def echo(telegram: TelegramStandIn, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Run the echo bot in each of its four ways."""
    async with request.param(telegram):
        yield


@pytest.fixture
async def ask(telegram: TelegramStandIn) -> AsyncIterator[Ask]:
    """Yield a function that calls a method with JSON and returns the whole answer."""
    async with ClientSession(f"{telegram.url}/bot{telegram.token}/") as client:

        async def ask(method: str, **params: Any) -> dict[str, Any]:
            async with client.post(method, json=params) as response:
                answer: dict[str, Any] = await response.json()
                return answer

        yield ask


@pytest.fixture
async def upload(telegram: TelegramStandIn) -> AsyncIterator[Upload]:
    """Yield a function that calls a method with multipart and one file in the field."""
    async with ClientSession(f"{telegram.url}/bot{telegram.token}/") as client:

        async def upload(method: str, field: str, content: bytes, **params: Any) -> dict[str, Any]:
            form = FormData({name: str(value) for name, value in params.items()})
            form.add_field(field, BytesIO(content), filename="file.png")
            async with client.post(method, data=form) as response:
                answer: dict[str, Any] = await response.json()
                return answer

        yield upload
