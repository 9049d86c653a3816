"""Trivial bots on the real libraries: aiogram and PTB, by polling and by webhook."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiogram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbMarkup
from telegram import Update as PtbUpdate
from telegram.ext import Application, TypeHandler
from telegram.request import HTTPXRequest

from bot.sandbox.telegram.stand_in import TelegramStandIn
from tests.bot.sandbox.pictures import png

SECRET = "hush-hush"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
PtbApplication = Application[Any, Any, Any, Any, Any, Any]


# made once: building one per client is most of a small test's time
TLS = ssl.create_default_context()


class QuickSession(AiohttpSession):
    """aiogram's session, but its closing does not sleep 250 ms for TLS, which is not used here."""

    async def close(self) -> None:
        """Close at once."""
        if self._session is not None:
            await self._session.close()


def aiogram_bot(telegram: TelegramStandIn) -> aiogram.Bot:
    """Return aiogram's bot at the stand-in's address; close its session."""
    api = TelegramAPIServer.from_base(telegram.url)
    return aiogram.Bot(telegram.token, session=QuickSession(api=api))


def ptb_builder(telegram: TelegramStandIn) -> Any:
    """Return PTB's builder at the stand-in's address."""
    builder = Application.builder().token(telegram.token).job_queue(None)
    builder = builder.request(_request()).get_updates_request(_request())
    return builder.base_url(f"{telegram.url}/bot").base_file_url(f"{telegram.url}/file/bot")


def _request() -> HTTPXRequest:
    return HTTPXRequest(httpx_kwargs={"verify": TLS})


def aiogram_echo() -> aiogram.Dispatcher:
    """Echo texts; "menu", "picture" and "file" send those; a tap edits its message."""
    router = aiogram.Router()

    @router.message(aiogram.F.text == "menu")
    async def menu(message: aiogram.types.Message) -> None:
        button = InlineKeyboardButton(text="Join the club", callback_data="join")
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await message.answer("Menu", reply_markup=keyboard)

    @router.message(aiogram.F.text == "picture")
    async def picture(message: aiogram.types.Message) -> None:
        await message.answer_photo(BufferedInputFile(png(), "qr.png"), caption="Your code")

    @router.message(aiogram.F.text == "file")
    async def file(message: aiogram.types.Message) -> None:
        await message.answer_document(BufferedInputFile(b"a,b\n", "history.csv"))

    @router.message(aiogram.F.contact)
    async def contact(message: aiogram.types.Message) -> None:
        assert message.contact
        assert message.from_user
        own = message.contact.user_id == message.from_user.id and not message.forward_origin
        await message.answer("own" if own else "spoof")

    @router.message()
    async def echo(message: aiogram.types.Message) -> Any:
        return message.answer(f"You said: {message.text}")  # executed by either way of receiving

    @router.edited_message()
    async def edited(message: aiogram.types.Message) -> None:
        await message.answer(f"You changed it to: {message.text}")

    @router.callback_query()
    async def tap(query: aiogram.types.CallbackQuery) -> None:
        await query.answer("Done")
        assert isinstance(query.message, aiogram.types.Message)
        await query.message.edit_text(f"Tapped {query.data}")

    dispatcher = aiogram.Dispatcher()
    dispatcher.include_router(router)
    return dispatcher


async def ptb_echo(update: PtbUpdate, context: Any) -> None:
    """Do what aiogram's echo does."""
    if query := update.callback_query:
        await query.answer("Done")
        await query.edit_message_text(f"Tapped {query.data}")
    elif update.edited_message:
        await update.edited_message.reply_text(f"You changed it to: {update.edited_message.text}")
    elif message := update.message:
        await _ptb_answer(message)


async def _ptb_answer(message: Any) -> None:
    if message.text == "menu":
        button = PtbButton("Join the club", callback_data="join")
        await message.reply_text("Menu", reply_markup=PtbMarkup([[button]]))
    elif message.text == "picture":
        await message.reply_photo(png(), caption="Your code", filename="qr.png")
    elif message.text == "file":
        await message.reply_document(b"a,b\n", filename="history.csv")
    elif message.contact:
        own = message.contact.user_id == message.from_user.id and not message.forward_origin
        await message.reply_text("own" if own else "spoof")
    else:
        await message.reply_text(f"You said: {message.text}")


@asynccontextmanager
async def aiogram_polls(telegram: TelegramStandIn) -> AsyncIterator[None]:
    """Run aiogram's own polling loop."""
    bot, dispatcher = aiogram_bot(telegram), aiogram_echo()
    async with bot.session, asyncio.TaskGroup() as group:
        polling = dispatcher.start_polling(
            bot,
            handle_as_tasks=False,
            handle_signals=False,
            close_bot_session=False,
            allowed_updates=KINDS,
        )
        group.create_task(polling)
        yield
        await dispatcher.stop_polling()


@asynccontextmanager
async def ptb_polls(telegram: TelegramStandIn) -> AsyncIterator[None]:
    """Run PTB's own updater."""
    app: PtbApplication = ptb_builder(telegram).build()
    app.add_handler(TypeHandler(PtbUpdate, ptb_echo))
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(poll_interval=0, timeout=5, allowed_updates=KINDS)
        yield
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def aiogram_is_posted_to(telegram: TelegramStandIn) -> AsyncIterator[None]:
    """Run aiogram's webhook handler; a method it returns travels in the answer's body."""
    bot = aiogram_bot(telegram)
    handler = SimpleRequestHandler(
        aiogram_echo(), bot, handle_in_background=False, secret_token=SECRET
    )
    async with bot.session, posted_to(handler.handle) as url:
        await bot.set_webhook(url, secret_token=SECRET, allowed_updates=KINDS)
        yield
        await bot.delete_webhook()


@asynccontextmanager
async def ptb_is_posted_to(telegram: TelegramStandIn) -> AsyncIterator[None]:
    """Run PTB behind a route of our own."""
    app: PtbApplication = ptb_builder(telegram).updater(None).build()
    app.add_handler(TypeHandler(PtbUpdate, ptb_echo))

    async def take(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
        await app.process_update(PtbUpdate.de_json(await request.json(), app.bot))
        return web.Response()

    async with app, posted_to(take) as url:
        await app.bot.set_webhook(url, secret_token=SECRET, allowed_updates=KINDS)
        yield
        await app.bot.delete_webhook()


@asynccontextmanager
async def posted_to(
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[str]:
    """Serve one POST route on a free port and yield its address."""
    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


WAYS = [aiogram_polls, ptb_polls, aiogram_is_posted_to, ptb_is_posted_to]
