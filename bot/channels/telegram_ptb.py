"""Telegram through python-telegram-bot, and the same conversation as handlers for a running bot."""

import asyncio
import json
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Message,
    Update,
)
from telegram.ext import Application, ApplicationHandlerStop, BaseHandler, CallbackContext, ExtBot
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram.errors import TokenRefused, checked_token, quiet
from bot.channels.telegram.exchange import (
    REQUEST_TIMEOUT_S,
    Commands,
    confirmable,
    converse,
    push,
    reachable,
    repush,
)
from bot.channels.telegram.hearing import SUBSCRIPTION, UPDATES, Raw, Tap, checked_prefix
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import Checkout, Desk, answer_checkout
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import pieces
from bot.channels.telegram_ptb_reading import (
    checkout_of,
    message_of,
    person_of,
    subscription_of,
    tap_of,
)
from bot.channels.telegram_ptb_sending import PtbSender, translated
from bot.conversation.messages import Incoming, Spoken
from bot.ports import Sent, TryLater, WorldError
from bot.trust import trusted

if TYPE_CHECKING:
    from bot.conversation.router import Router

AnyContext = CallbackContext[Any, Any, Any, Any]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


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
        request = _request(self._floods, request_timeout_s)
        self._bot = _Bot(
            checked_token(token),
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=request,
            get_updates_request=request,
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


class _Bot(ExtBot[None]):
    """Hands out what Telegram said as it was said: one unreadable update must not hide the rest."""

    async def raw_updates(
        self, offset: int | None, timeout_s: int, *, read_timeout: float
    ) -> list[Raw]:
        data = {"offset": offset, "timeout": timeout_s, "allowed_updates": UPDATES}
        updates: list[Raw] = await self._post("getUpdates", data, read_timeout=read_timeout)
        return updates

    async def raw_webhook_info(self) -> dict[str, object]:
        info: dict[str, object] = await self._post("getWebhookInfo")
        return info


TOO_MANY = 429


class _Request(HTTPXRequest):
    """Notes what flood control says to any method."""

    def __init__(self, floods: Floods, **given: Any) -> None:
        super().__init__(**given)
        self._floods = floods

    async def do_request(self, *args: Any, **given: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(*args, **given)
        if status == TOO_MANY:
            with suppress(ValueError, KeyError, TypeError):  # then it can't be noted
                self._floods.note(float(json.loads(body)["parameters"]["retry_after"]))
        return status, body


def _request(floods: Floods, timeout_s: float) -> HTTPXRequest:
    return _Request(
        floods,
        connection_pool_size=100,
        read_timeout=timeout_s,
        write_timeout=timeout_s,
        connect_timeout=min(timeout_s, 5.0),
        pool_timeout=timeout_s,
        media_write_timeout=max(timeout_s, 20.0),
        httpx_kwargs={"verify": trusted()},
    )


def build_handlers(router: "Router", prefix: str = "") -> list[BaseHandler[Any, Any, Any]]:
    """
    The conversation as new handlers, for an application that already runs: give them a group.

    Without a prefix they take every private message, so let their group come last. With one, such
    as "club_", they take only /club_points, /start club_PAYLOAD, buttons and invoices of their own,
    and shared contacts; everything else passes by. What they took stops there, so no later group
    answers it too. The allowed updates must name those of hearing.UPDATES; with concurrent_updates
    the question whether somebody may pay, which is due within 10 s, waits for no other update. A
    WorldError (the database is away) goes to the application's error handlers.
    """
    return [_Mounted(router, checked_prefix(prefix))]


class _Mounted(BaseHandler[Update, AnyContext, None]):
    """One handler for all: the update is read once, in check_update."""

    __slots__ = ("_prefix", "_router")

    def __init__(self, router: "Router", prefix: str) -> None:
        super().__init__(self._handled_below, block=True)
        self._router = router
        self._prefix = prefix

    async def _handled_below(self, update: Update, context: AnyContext) -> None:
        raise NotImplementedError

    def check_update(self, update: object) -> Incoming | Checkout | bool:
        if not isinstance(update, Update):
            return False
        if update.message:
            return message_of(update.message, self._prefix) or False
        if update.callback_query:
            return tap_of(update.callback_query, self._prefix) or False
        if update.pre_checkout_query:
            return checkout_of(update.pre_checkout_query, self._prefix) or False
        if raw := update.api_kwargs.get(SUBSCRIPTION):
            return subscription_of(raw, self._prefix) or False
        return update.my_chat_member is not None

    async def handle_update(
        self, update: Update, application: AnyApplication, check_result: object, context: AnyContext
    ) -> None:
        if isinstance(check_result, Incoming):
            await self._converse(update, check_result, application.bot)
            raise ApplicationHandlerStop
        if isinstance(check_result, Checkout):
            await answer_checkout(self._router, PtbSender(application.bot), check_result)
            raise ApplicationHandlerStop
        if event := update.my_chat_member:  # a host may want to know too
            private, status = event.chat.type == "private", event.new_chat_member.status
            await reachable(
                self._router, person_of(event.from_user), private=private, status=status
            )

    async def _converse(self, update: Update, incoming: Incoming, bot: Bot) -> None:
        tap = None
        if query := update.callback_query:
            message = query.message
            editable = isinstance(message, Message) and message.text is not None
            editable_id = message.message_id if message and editable else None
            tap = Tap(query_id=query.id, editable_id=editable_id)
        chat = update.effective_chat
        chat_id = chat.id if chat else int(incoming.sender)
        sender, prefix = PtbSender(bot), self._prefix
        await converse(self._router, sender, incoming, chat_id=chat_id, tap=tap, prefix=prefix)
