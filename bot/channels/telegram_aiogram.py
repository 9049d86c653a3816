"""Telegram through aiogram, and the same conversation as a router for a bot that already runs."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
from collections.abc import Sequence
from typing import TYPE_CHECKING

import aiogram
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import DeleteMyCommands, DeleteWebhook, SetMyCommands, SetWebhook
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)

from bot.channels.telegram.errors import checked_token, quiet
from bot.channels.telegram.exchange import REQUEST_TIMEOUT_S
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods
from bot.channels.telegram.speaking import Sender
from bot.channels.telegram_aiogram_client import (
    GetRawUpdates,
    GetRawWebhookInfo,
    Session,
    call,
    translated,
)
from bot.channels.telegram_aiogram_router import build_router
from bot.channels.telegram_aiogram_sending import AiogramSender

if TYPE_CHECKING:
    from bot.conversation.router import Router

__all__ = ["AiogramLibrary", "build_router"]


class AiogramLibrary:
    """aiogram, as telegram.bot.Library has it."""

    def __init__(
        self, *, token: str, api_url: str, request_timeout_s: float = REQUEST_TIMEOUT_S
    ) -> None:
        quiet("aiogram", "aiogram.event", "aiogram.dispatcher")
        server = TelegramAPIServer.from_base(api_url)
        self.floods = Floods()
        self.username: str | None = None
        self._session = Session(self.floods, api=server, timeout=request_timeout_s)
        self._request_timeout_s = request_timeout_s
        self._bot = aiogram.Bot(checked_token(token), session=self._session)
        self.sender: Sender = AiogramSender(self._bot)
        self._dispatcher = aiogram.Dispatcher(disable_fsm=True)

    async def connect(self) -> None:
        with translated():
            self.username = (await self._bot.me()).username

    def attach(self, router: "Router") -> None:
        self._dispatcher = aiogram.Dispatcher(disable_fsm=True)
        self._dispatcher.include_router(build_router(router))

    async def handle(self, raw: Raw) -> None:
        update = Update.model_validate(raw, context={"bot": self._bot})
        await self._dispatcher.feed_update(self._bot, update)

    async def updates(self, offset: int | None, timeout_s: int) -> list[Raw]:
        method = GetRawUpdates(offset=offset, timeout=timeout_s, allowed_updates=list(UPDATES))
        with translated():
            return await self._bot(
                method, request_timeout=int(timeout_s + self._request_timeout_s) + 1
            )
        return []

    async def set_commands(
        self, commands: Sequence[tuple[str, str]], *, chat_id: int | None, language: str | None
    ) -> None:
        scope = (
            BotCommandScopeChat(chat_id=chat_id) if chat_id else BotCommandScopeAllPrivateChats()
        )
        listed = [BotCommand(command=name, description=told) for name, told in commands]
        await call(
            self._bot,
            SetMyCommands(commands=listed, scope=scope, language_code=language)
            if listed
            else DeleteMyCommands(scope=scope, language_code=language),
        )

    async def set_webhook(self, url: str, secret: str) -> None:
        method = SetWebhook(url=url, secret_token=secret, allowed_updates=list(UPDATES))
        await call(self._bot, method)

    async def delete_webhook(self) -> None:
        await call(self._bot, DeleteWebhook())

    async def webhook_info(self) -> dict[str, object]:
        info: dict[str, object] = await call(self._bot, GetRawWebhookInfo())
        return info

    async def close(self) -> None:
        await (await self._session.create_session()).close()  # aiogram's own close sleeps 0.25 s
