"""Telegram through python-telegram-bot, and the same conversation as handlers for a running bot."""

import asyncio
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, Update
from telegram.ext import Application
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram.errors import TokenRefused, quiet
from bot.channels.telegram.exchange import REQUEST_TIMEOUT_S, Commands, confirmable, push, repush
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import Desk
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import pieces
from bot.channels.telegram_ptb_client import new_bot, translated
from bot.channels.telegram_ptb_handlers import AnyApplication, AnyContext, build_handlers
from bot.channels.telegram_ptb_sending import PtbSender
from bot.conversation.messages import Spoken
from bot.ports import Sent, TryLater, WorldError

if TYPE_CHECKING:
    from bot.conversation.router import Router

__all__ = ["PtbTelegram", "build_handlers"]


class PtbTelegram:
    """The bot on Telegram. Connect and attach before feeding or polling; close at the end."""

    def __init__(
        self, *, token: str, api_url: str, request_timeout_s: float = REQUEST_TIMEOUT_S
    ) -> None:
        quiet("telegram", "telegram.ext", "httpx", "httpcore")
        # every RetryAfter warns as soon as it is made; _seconds takes both of its forms
        warnings.filterwarnings("ignore", ".*`retry_after`", PTBDeprecationWarning)
        self.username: str | None = None
        self._request_timeout_s = request_timeout_s
        self._floods = Floods()
        self._bot = new_bot(
            token=token,
            api_url=api_url,
            floods=self._floods,
            request_timeout_s=request_timeout_s,
        )
        self._sender = PtbSender(self._bot)
        self.desk = Desk(self._sender)
        self._application = self._new_application()
        self._failures: dict[int, Exception] = {}
        self._router: Router | None = None

    def _new_application(self) -> AnyApplication:
        application = Application.builder().bot(self._bot).updater(None).job_queue(None).build()
        application.add_error_handler(self._failed)
        return application

    async def connect(self) -> None:
        """Ask Telegram who we are. Raises TryLater when it is away, TokenRefused on a bad token."""
        async with translated():
            await self._application.initialize()
        self.username = self._bot.username

    def attach(self, router: "Router") -> None:
        """Let this router answer from now on."""
        self._router = router
        for handlers in list(self._application.handlers.values()):
            for handler in list(handlers):
                self._application.remove_handler(handler)
        self._application.add_handlers(build_handlers(router))

    async def feed(self, raw: Raw) -> None:
        """
        Handle one raw update; on return it may be confirmed.

        Raises WorldError when nothing was committed. What can't be read becomes a dead letter.
        """
        assert self._router, "attach a router first"  # noqa: S101 a programmer error
        if not raw.keys().isdisjoint(UPDATES):
            await confirmable(self._router, raw, self._handle(raw))

    async def _handle(self, raw: Raw) -> None:
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

    async def poll(self, stop: asyncio.Event) -> None:
        """Fetch and feed until stopped; confirmed is only what was fed."""
        polling = Polling(open=self.delete_webhook, fetch=self._updates, feed=self.feed, stop=stop)
        await polling.run()

    async def _updates(self, offset: int | None, timeout_s: int) -> list[Raw]:
        async with translated():
            return await self._bot.raw_updates(
                offset, timeout_s, read_timeout=timeout_s + self._request_timeout_s
            )
        return []

    async def send(self, address: str, spoken: Spoken, *, reference: str = "") -> Sent:
        """
        Push it once; the reference is lost, as Telegram can't tell later what became of it.

        Raises Undeliverable, TryLater or TokenRefused.
        """
        return await push(self._sender, address, spoken)

    async def edit(self, address: str, message_id: str, spoken: Spoken) -> None:
        """Say this in place of a message that was sent. Raises Undeliverable or TryLater."""
        await repush(self._sender, address, message_id, spoken)

    def parts(self, spoken: Spoken) -> int:
        """How many messages it takes."""
        return len(pieces(spoken))

    def flooded_s(self) -> float:
        """How long Telegram's flood control holds this bot off."""
        return self._floods.left_s()

    async def set_commands(self, commands: Commands) -> None:
        """Show these commands in every private chat, by language; "" is for all others."""
        for language, listed in commands.items():
            await self._set_commands(listed, BotCommandScopeAllPrivateChats(), language or None)

    async def set_chat_commands(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in one chat, e.g. a cashier's; none at all = as everybody's."""
        await self._set_commands(commands, BotCommandScopeChat(int(address)), None)

    async def _set_commands(
        self,
        commands: Sequence[tuple[str, str]],
        scope: BotCommandScopeAllPrivateChats | BotCommandScopeChat,
        language: str | None,
    ) -> None:
        listed = [BotCommand(name, told) for name, told in commands]

        async def act() -> None:
            async with translated():
                if listed:
                    await self._bot.set_my_commands(listed, scope, language)
                else:
                    await self._bot.delete_my_commands(scope, language)

        await patiently(act)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to the url, with the secret in their header."""

        async def act() -> None:
            async with translated():
                await self._bot.set_webhook(url, allowed_updates=UPDATES, secret_token=secret)

        await patiently(act)

    async def delete_webhook(self) -> None:
        """Back to polling; what waits is kept."""

        async def act() -> None:
            async with translated():
                await self._bot.delete_webhook()

        await patiently(act)

    async def webhook_info(self) -> dict[str, object]:
        """Where updates go, how many wait, and what Telegram last complained about."""

        async def act() -> dict[str, object]:
            async with translated():
                return await self._bot.raw_webhook_info()
            return {}

        return await patiently(act)

    async def close(self) -> None:
        """Close the connections."""
        await self._application.shutdown()
        await self._bot.shutdown()  # the application leaves it open if it never got connected
