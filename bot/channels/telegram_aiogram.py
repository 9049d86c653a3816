"""Telegram through aiogram, and the same conversation as a router for a bot that already runs."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import aiogram
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import (
    DeleteMyCommands,
    DeleteWebhook,
    SetMyCommands,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)

from bot.channels.telegram.errors import checked_token, quiet
from bot.channels.telegram.exchange import REQUEST_TIMEOUT_S, Commands, confirmable, push, repush
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import Desk
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import pieces
from bot.channels.telegram_aiogram_client import (
    GetRawUpdates,
    GetRawWebhookInfo,
    Session,
    call,
    translated,
)
from bot.channels.telegram_aiogram_router import build_router
from bot.channels.telegram_aiogram_sending import AiogramSender
from bot.conversation.messages import Spoken
from bot.ports import Sent

if TYPE_CHECKING:
    from bot.conversation.router import Router

__all__ = ["AiogramTelegram", "build_router"]


class AiogramTelegram:
    """The bot on Telegram. Connect and attach before feeding or polling; close at the end."""

    def __init__(
        self, *, token: str, api_url: str, request_timeout_s: float = REQUEST_TIMEOUT_S
    ) -> None:
        quiet("aiogram", "aiogram.event", "aiogram.dispatcher")
        server = TelegramAPIServer.from_base(api_url)
        self._floods = Floods()
        self._session = Session(self._floods, api=server, timeout=request_timeout_s)
        self.username: str | None = None
        self._request_timeout_s = request_timeout_s
        self._bot = aiogram.Bot(checked_token(token), session=self._session)
        self._sender = AiogramSender(self._bot)
        self.desk = Desk(self._sender)
        self._dispatcher = aiogram.Dispatcher(disable_fsm=True)
        self._router: Router | None = None

    async def connect(self) -> None:
        """Ask Telegram who we are. Raises TryLater when it is away, TokenRefused on a bad token."""
        with translated():
            self.username = (await self._bot.me()).username

    def attach(self, router: "Router") -> None:
        """Let this router answer from now on."""
        self._router = router
        self._dispatcher = aiogram.Dispatcher(disable_fsm=True)
        self._dispatcher.include_router(build_router(router))

    async def feed(self, raw: Raw) -> None:
        """
        Handle one raw update; on return it may be confirmed.

        Raises WorldError when nothing was committed. What can't be read becomes a dead letter.
        """
        assert self._router, "attach a router first"  # noqa: S101 a programmer error
        if not raw.keys().isdisjoint(UPDATES):
            await confirmable(self._router, raw, self._handle(raw))

    async def _handle(self, raw: Raw) -> None:
        update = Update.model_validate(raw, context={"bot": self._bot})
        await self._dispatcher.feed_update(self._bot, update)

    async def poll(self, stop: asyncio.Event) -> None:
        """Fetch and feed until stopped; confirmed is only what was fed."""
        polling = Polling(open=self.delete_webhook, fetch=self._updates, feed=self.feed, stop=stop)
        await polling.run()

    async def _updates(self, offset: int | None, timeout_s: int) -> list[Raw]:
        method = GetRawUpdates(offset=offset, timeout=timeout_s, allowed_updates=list(UPDATES))
        with translated():
            return await self._bot(
                method, request_timeout=int(timeout_s + self._request_timeout_s) + 1
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
        await self._set_commands(commands, BotCommandScopeChat(chat_id=int(address)), None)

    async def _set_commands(
        self,
        commands: Sequence[tuple[str, str]],
        scope: BotCommandScopeAllPrivateChats | BotCommandScopeChat,
        language: str | None,
    ) -> None:
        listed = [BotCommand(command=name, description=told) for name, told in commands]
        await self._ask(
            SetMyCommands(commands=listed, scope=scope, language_code=language)
            if listed
            else DeleteMyCommands(scope=scope, language_code=language)
        )

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to the url, with the secret in their header."""
        await self._ask(SetWebhook(url=url, secret_token=secret, allowed_updates=list(UPDATES)))

    async def delete_webhook(self) -> None:
        """Back to polling; what waits is kept."""
        await self._ask(DeleteWebhook())

    async def webhook_info(self) -> dict[str, object]:
        """Where updates go, how many wait, and what Telegram last complained about."""
        info: dict[str, object] = await self._ask(GetRawWebhookInfo())
        return info

    async def _ask(self, method: TelegramMethod[Any]) -> Any:
        return await patiently(partial(call, self._bot, method))

    async def close(self) -> None:
        """Close the connections."""
        await (await self._session.create_session()).close()  # aiogram's own close sleeps 0.25 s
