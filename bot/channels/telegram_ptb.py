"""Telegram through python-telegram-bot, and the same conversation as handlers for a running bot."""

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, Update
from telegram.ext import Application
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram.errors import TokenRefused, quiet
from bot.channels.telegram.exchange import REQUEST_TIMEOUT_S
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods
from bot.channels.telegram.speaking import Sender
from bot.channels.telegram_ptb_client import new_bot, translated
from bot.channels.telegram_ptb_handlers import AnyApplication, AnyContext, build_handlers
from bot.channels.telegram_ptb_sending import PtbSender
from bot.ports import TryLater, WorldError

if TYPE_CHECKING:
    from bot.conversation.router import Router

__all__ = ["PtbLibrary", "build_handlers"]


class PtbLibrary:
    """python-telegram-bot, as telegram.bot.Library has it."""

    def __init__(
        self, *, token: str, api_url: str, request_timeout_s: float = REQUEST_TIMEOUT_S
    ) -> None:
        quiet("telegram", "telegram.ext", "httpx", "httpcore")
        # every RetryAfter warns as soon as it is made; _seconds takes both of its forms
        warnings.filterwarnings("ignore", ".*`retry_after`", PTBDeprecationWarning)
        self.floods = Floods()
        self.username: str | None = None
        self._request_timeout_s = request_timeout_s
        self._bot = new_bot(
            token=token,
            api_url=api_url,
            floods=self.floods,
            request_timeout_s=request_timeout_s,
        )
        self.sender: Sender = PtbSender(self._bot)
        self._application = self._new_application()
        self._failures: dict[int, Exception] = {}

    def _new_application(self) -> AnyApplication:
        application = Application.builder().bot(self._bot).updater(None).job_queue(None).build()
        application.add_error_handler(self._failed)
        return application

    async def connect(self) -> None:
        async with translated():
            await self._application.initialize()
        self.username = self._bot.username

    def attach(self, router: "Router") -> None:
        for handlers in list(self._application.handlers.values()):
            for handler in list(handlers):
                self._application.remove_handler(handler)
        self._application.add_handlers(build_handlers(router))

    async def handle(self, raw: Raw) -> None:
        if self.username is None:
            await self._connect_late()
        update = Update.de_json(raw, self._bot)
        await self._application.process_update(update)
        if failure := self._failures.pop(id(update), None):
            raise failure

    async def _connect_late(self) -> None:
        """The application handles nothing before it knows its own name."""
        try:
            await self.connect()
        except (TryLater, TokenRefused) as error:
            raise WorldError("not connected to Telegram yet") from error

    async def _failed(self, update: object, context: AnyContext) -> None:
        """process_update swallows what a handler raises; keep it for whoever fed the update."""
        if context.error is not None:
            self._failures[id(update)] = context.error

    async def updates(self, offset: int | None, timeout_s: int) -> list[Raw]:
        async with translated():
            return await self._bot.raw_updates(
                offset, timeout_s, read_timeout=timeout_s + self._request_timeout_s
            )
        return []

    async def set_commands(
        self, commands: Sequence[tuple[str, str]], *, chat_id: int | None, language: str | None
    ) -> None:
        scope = BotCommandScopeChat(chat_id) if chat_id else BotCommandScopeAllPrivateChats()
        listed = [BotCommand(name, told) for name, told in commands]
        async with translated():
            if listed:
                await self._bot.set_my_commands(listed, scope, language)
            else:
                await self._bot.delete_my_commands(scope, language)

    async def set_webhook(self, url: str, secret: str) -> None:
        async with translated():
            await self._bot.set_webhook(url, allowed_updates=UPDATES, secret_token=secret)

    async def delete_webhook(self) -> None:
        async with translated():
            await self._bot.delete_webhook()

    async def webhook_info(self) -> dict[str, object]:
        async with translated():
            return await self._bot.raw_webhook_info()
        return {}

    async def close(self) -> None:
        await self._application.shutdown()
        await self._bot.shutdown()  # the application leaves it open if it never got connected
