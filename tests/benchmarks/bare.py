"""
`python -m tests.benchmarks.bare aiogram|ptb PORT API_URL`: the floor of `points`.

A bot of one line behind the same web server: no program, no database, one sentence for everybody.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TOKEN = "42:BENCH"
LINE = "You have 50 points."

Feed = Callable[[dict[str, Any]], Awaitable[None]]


def with_aiogram(api_url: str) -> Feed:
    """aiogram's dispatcher with one handler."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message, Update

    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()

    async def answer(message: Message) -> None:
        await message.answer(LINE)

    dispatcher.message.register(answer)

    async def feed(raw: dict[str, Any]) -> None:
        await dispatcher.feed_update(bot, Update.model_validate(raw, context={"bot": bot}))

    return feed


async def with_ptb(api_url: str) -> Feed:
    """python-telegram-bot's application with one handler."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler, filters
    from telegram.request import HTTPXRequest

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api_url}/bot").updater(None)
    application = builder.request(HTTPXRequest(connection_pool_size=100)).build()
    await application.initialize()

    async def answer(update: Update, context: object) -> None:
        assert update.message
        await update.message.reply_text(LINE)

    application.add_handler(MessageHandler(filters.TEXT, answer))

    async def feed(raw: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(raw, application.bot))

    return feed


async def main() -> None:
    """Serve until terminated."""
    library, port, api_url = sys.argv[1:]
    feed = with_aiogram(api_url) if library == "aiogram" else await with_ptb(api_url)

    async def update(request: Request) -> Response:
        await feed(await request.json())
        return Response()

    async def ready(request: Request) -> Response:
        return Response()

    routes = [
        Route("/webhooks/telegram", update, methods=["POST"]),
        Route("/health/ready", ready),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), port=int(port), log_config=None, access_log=False
    )
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(main())
