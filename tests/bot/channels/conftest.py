"""Telegram's stand-in, both adapters before it, and Ann in her chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.channels.telegram.bot import Telegram
from bot.channels.telegram_aiogram import AiogramLibrary
from bot.channels.telegram_ptb import PtbLibrary
from bot.ports import WorldError
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.channels.talk import Talk
from tests.bot.sandbox.pictures import png

AnyLibrary = type[AiogramLibrary] | type[PtbLibrary]
SECRET = "only-telegram-knows"
REQUEST_TIMEOUT_S = 3


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    """Telegram on the loopback; its webhook retries are a hundred times faster."""
    async with TelegramStandIn(time_scale=0.01) as telegram:
        yield telegram


@pytest.fixture
def talk() -> Talk:
    """The conversation behind the adapter."""
    return Talk()


@pytest.fixture(params=[AiogramLibrary, PtbLibrary], ids=["aiogram", "ptb"])
def library(request: pytest.FixtureRequest) -> AnyLibrary:
    """Each of the two."""
    library: AnyLibrary = request.param
    return library


@pytest.fixture
async def adapter(
    library: AnyLibrary, telegram: TelegramStandIn, talk: Talk
) -> AsyncIterator[Telegram]:
    """A connected bot that nobody feeds yet."""
    adapter = Telegram(
        library(token=telegram.token, api_url=telegram.url, request_timeout_s=REQUEST_TIMEOUT_S)
    )
    await adapter.connect()
    adapter.attach(talk.router)
    yield adapter
    await adapter.close()


@pytest.fixture
async def bot(adapter: Telegram) -> AsyncIterator[Telegram]:
    """An adapter fed by webhook."""
    async with webhook(adapter):
        yield adapter


@pytest.fixture(params=["webhook", "polling"])
async def bot_either_way(
    request: pytest.FixtureRequest, adapter: Telegram
) -> AsyncIterator[Telegram]:
    """An adapter fed by webhook, and the same polling."""
    async with webhook(adapter) if request.param == "webhook" else polling(adapter):
        yield adapter


@pytest.fixture
def ann(telegram: TelegramStandIn) -> Person:
    """Ann, who has not written yet."""
    return telegram.person(1001, first_name="Ann", language_code="uk")


@pytest.fixture
def bob(telegram: TelegramStandIn) -> Person:
    """Bob, who has not written yet."""
    return telegram.person(1002, first_name="Bob")


@asynccontextmanager
async def webhook(adapter: Telegram) -> AsyncIterator[None]:
    """A web server that feeds what Telegram posts, and confirms it unless the world failed."""

    async def post(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
        try:
            await adapter.feed(await request.json())
        except WorldError:
            return web.Response(status=503, headers={"Retry-After": "1"})
        return web.Response()

    app = web.Application()
    app.router.add_post("/webhook", post)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await adapter.set_webhook(f"http://{host}:{port}/webhook", SECRET)
    yield
    await adapter.delete_webhook()
    await runner.cleanup()


@asynccontextmanager
async def polling(adapter: Telegram) -> AsyncIterator[asyncio.Event]:
    """A polling loop; it stops at the end, or when the event is set."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(adapter.poll(stop))
        yield stop
        stop.set()


@pytest.fixture
def picture() -> bytes:
    """A PNG."""
    return png()
