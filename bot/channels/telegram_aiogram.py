"""Telegram through aiogram, and the same conversation as a router for a bot that already runs."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import aiogram
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.event.bases import SkipHandler
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
    BotSubscriptionUpdated,
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    PreCheckoutQuery,
    Update,
)

from bot.channels.telegram.errors import checked_token, quiet
from bot.channels.telegram.exchange import (
    REQUEST_TIMEOUT_S,
    Commands,
    confirmable,
    converse,
    push,
    reachable,
    repush,
)
from bot.channels.telegram.hearing import UPDATES, Raw, Tap, checked_prefix
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import Checkout, Desk, answer_checkout, changed
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import pieces
from bot.channels.telegram_aiogram_reading import checkout_of, message_of, person_of, tap_of
from bot.channels.telegram_aiogram_sending import (
    AiogramSender,
    GetRawUpdates,
    GetRawWebhookInfo,
    Session,
    call,
    translated,
)
from bot.conversation.messages import Incoming, Spoken
from bot.ports import Sent

if TYPE_CHECKING:
    from bot.conversation.router import Router


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


def build_router(router: "Router", prefix: str = "") -> aiogram.Router:
    """
    The conversation as a new aiogram router, for a bot that already runs.

    Without a prefix it takes every private message, so include it last. With one, such as "club_",
    it takes only /club_points, /start club_PAYLOAD, buttons and invoices of its own, and shared
    contacts; everything else passes by. The allowed updates must name those of hearing.UPDATES.
    It raises WorldError when the database is away.
    """
    checked_prefix(prefix)

    async def to_us(message: Message, bot: aiogram.Bot) -> dict[str, Incoming] | bool:
        incoming = await message_of(message, bot, prefix)
        return {"incoming": incoming} if incoming else False

    async def on_message(message: Message, bot: aiogram.Bot, incoming: Incoming) -> None:
        sender = AiogramSender(bot)
        await converse(router, sender, incoming, chat_id=message.chat.id, prefix=prefix)

    async def ours(query: CallbackQuery) -> dict[str, Incoming] | bool:
        incoming = tap_of(query, prefix)
        return {"incoming": incoming} if incoming else False

    async def on_tap(query: CallbackQuery, bot: aiogram.Bot, incoming: Incoming) -> None:
        message = query.message
        chat_id = message.chat.id if message else query.from_user.id
        editable = isinstance(message, Message) and message.text is not None
        tap = Tap(
            query_id=query.id, editable_id=message.message_id if message and editable else None
        )
        sender = AiogramSender(bot)
        await converse(router, sender, incoming, chat_id=chat_id, tap=tap, prefix=prefix)

    async def on_membership(event: ChatMemberUpdated) -> None:
        private, status = event.chat.type == "private", event.new_chat_member.status
        await reachable(router, person_of(event.from_user), private=private, status=status)
        raise SkipHandler  # a host may want to know too

    async def our_invoice(query: PreCheckoutQuery) -> dict[str, Checkout] | bool:
        checkout = checkout_of(query, prefix)
        return {"checkout": checkout} if checkout else False

    async def on_checkout(query: PreCheckoutQuery, bot: aiogram.Bot, checkout: Checkout) -> None:
        await answer_checkout(router, AiogramSender(bot), checkout)

    async def our_subscription(event: BotSubscriptionUpdated) -> dict[str, Incoming] | bool:
        incoming = changed(
            person=person_of(event.user),
            payload=event.invoice_payload,
            state=event.state,
            prefix=prefix,
        )
        return {"incoming": incoming} if incoming else False

    async def on_subscription(
        event: BotSubscriptionUpdated, bot: aiogram.Bot, incoming: Incoming
    ) -> None:
        sender = AiogramSender(bot)
        await converse(router, sender, incoming, chat_id=event.user.id, prefix=prefix)

    mounted = aiogram.Router(name="loyalty")
    mounted.message.register(on_message, to_us)
    mounted.callback_query.register(on_tap, ours)
    mounted.my_chat_member.register(on_membership)
    mounted.pre_checkout_query.register(on_checkout, our_invoice)
    mounted.subscription.register(on_subscription, our_subscription)
    return mounted
