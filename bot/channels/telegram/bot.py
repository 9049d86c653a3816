"""The bot on Telegram, whichever library it speaks with."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.channels.telegram.exchange import Commands, confirmable, push, repush
from bot.channels.telegram.hearing import UPDATES, Raw
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import Desk
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import Sender, pieces
from bot.conversation.messages import Spoken
from bot.ports import Sent

if TYPE_CHECKING:
    from bot.conversation.router import Router


class Library(Protocol):
    """What each library does in its own way; its errors are already in our words."""

    sender: Sender
    floods: Floods
    username: str | None

    async def connect(self) -> None:
        """Ask Telegram who we are. Raises TryLater when it is away, TokenRefused on a bad token."""

    def attach(self, router: "Router") -> None:
        """Let this router answer from now on."""

    async def handle(self, raw: Raw) -> None:
        """Have one update answered; whatever the conversation or the library raises passes."""

    async def updates(self, offset: int | None, timeout_s: int) -> list[Raw]:
        """Those that wait from there on, as Telegram wrote them: one unreadable hides no other."""

    async def set_commands(
        self, commands: Sequence[tuple[str, str]], *, chat_id: int | None, language: str | None
    ) -> None:
        """Show these in that chat, or in every private one; none at all takes them away."""

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to the url, with the secret in their header."""

    async def delete_webhook(self) -> None:
        """Back to polling; what waits is kept."""

    async def webhook_info(self) -> dict[str, object]:
        """Where updates go, how many wait, and what Telegram last complained about."""

    async def close(self) -> None:
        """Close the connections."""


class Telegram:
    """The bot on Telegram. Connect and attach before feeding or polling; close at the end."""

    def __init__(self, library: Library) -> None:
        self.desk = Desk(library.sender)
        self._library = library
        self._sender = library.sender
        self._router: Router | None = None

    @property
    def username(self) -> str | None:
        """The bot's name, once Telegram has told it."""
        return self._library.username

    async def connect(self) -> None:
        """Ask Telegram who we are. Raises TryLater when it is away, TokenRefused on a bad token."""
        await self._library.connect()

    def attach(self, router: "Router") -> None:
        """Let this router answer from now on."""
        self._router = router
        self._library.attach(router)

    async def feed(self, raw: Raw) -> None:
        """
        Handle one raw update; on return it may be confirmed.

        Raises WorldError when nothing was committed. What can't be read becomes a dead letter.
        """
        assert self._router, "attach a router first"  # noqa: S101 a programmer error
        if not raw.keys().isdisjoint(UPDATES):
            await confirmable(self._router, raw, self._library.handle(raw))

    async def poll(self, stop: asyncio.Event) -> None:
        """Fetch and feed until stopped; confirmed is only what was fed."""
        polling = Polling(
            open=self.delete_webhook, fetch=self._library.updates, feed=self.feed, stop=stop
        )
        await polling.run()

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
        return self._library.floods.left_s()

    async def set_commands(self, commands: Commands) -> None:
        """Show these commands in every private chat, by language; "" is for all others."""
        for language, listed in commands.items():
            await self._set_commands(listed, chat_id=None, language=language or None)

    async def set_chat_commands(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in one chat, e.g. a cashier's; none at all = as everybody's."""
        await self._set_commands(commands, chat_id=int(address), language=None)

    async def _set_commands(
        self, commands: Sequence[tuple[str, str]], *, chat_id: int | None, language: str | None
    ) -> None:
        show = self._library.set_commands
        await patiently(partial(show, commands, chat_id=chat_id, language=language))

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to the url, with the secret in their header."""
        await patiently(partial(self._library.set_webhook, url, secret))

    async def delete_webhook(self) -> None:
        """Back to polling; what waits is kept."""
        await patiently(self._library.delete_webhook)

    async def webhook_info(self) -> dict[str, object]:
        """Where updates go, how many wait, and what Telegram last complained about."""
        return await patiently(self._library.webhook_info)

    async def close(self) -> None:
        """Close the connections."""
        await self._library.close()
