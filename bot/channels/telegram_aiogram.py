"""Telegram through aiogram, and the same conversation as a router for a bot that already runs."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
import asyncio
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import aiogram
import aiohttp
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerPreCheckoutQuery,
    CreateInvoiceLink,
    DeleteMyCommands,
    DeleteWebhook,
    EditMessageText,
    EditUserStarSubscription,
    GetWebhookInfo,
    RefundStarPayment,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotSubscriptionUpdated,
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LabeledPrice,
    Message,
    PreCheckoutQuery,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
    User,
)

from bot.channels.telegram.errors import (
    Migrated,
    OtherPoller,
    Rejected,
    TokenRefused,
    checked_token,
    quiet,
    refused,
    scrubbed,
)
from bot.channels.telegram.exchange import (
    REQUEST_TIMEOUT_S,
    Commands,
    confirmable,
    converse,
    push,
    reachable,
    repush,
)
from bot.channels.telegram.hearing import (
    CONTENTS,
    UPDATES,
    Person,
    Raw,
    SharedContact,
    Tap,
    checked_prefix,
    heard,
    tapped,
)
from bot.channels.telegram.patience import Floods, patiently
from bot.channels.telegram.paying import (
    PERIOD_S,
    STARS,
    Checkout,
    Desk,
    Told,
    answer_checkout,
    asked,
    changed,
    moved,
)
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.speaking import Keyboard, pieces
from bot.conversation.messages import Attached, Document, Incoming, Spoken, SpokenInvoice
from bot.ports import Sent, TryLater

if TYPE_CHECKING:
    from bot.conversation.router import Router

KEYBOARDS_KEPT = 512  # the same few hang below most messages


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
        with _translated():
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
        method = _GetUpdates(offset=offset, timeout=timeout_s, allowed_updates=list(UPDATES))
        with _translated():
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
        info: dict[str, object] = await self._ask(_GetWebhookInfo())
        return info

    async def _ask(self, method: TelegramMethod[Any]) -> Any:
        return await patiently(partial(_call, self._bot, method))

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
        incoming = await _heard(message, bot, prefix)
        return {"incoming": incoming} if incoming else False

    async def on_message(message: Message, bot: aiogram.Bot, incoming: Incoming) -> None:
        sender = AiogramSender(bot)
        await converse(router, sender, incoming, chat_id=message.chat.id, prefix=prefix)

    async def ours(query: CallbackQuery) -> dict[str, Incoming] | bool:
        incoming = _tapped(query, prefix)
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
        await reachable(router, _person(event.from_user), private=private, status=status)
        raise SkipHandler  # a host may want to know too

    async def our_invoice(query: PreCheckoutQuery) -> dict[str, Checkout] | bool:
        checkout = _asked(query, prefix)
        return {"checkout": checkout} if checkout else False

    async def on_checkout(query: PreCheckoutQuery, bot: aiogram.Bot, checkout: Checkout) -> None:
        await answer_checkout(router, AiogramSender(bot), checkout)

    async def our_subscription(event: BotSubscriptionUpdated) -> dict[str, Incoming] | bool:
        incoming = changed(
            person=_person(event.user),
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


async def _heard(message: Message, bot: aiogram.Bot, prefix: str) -> Incoming | None:
    user, private = message.from_user, message.chat.type == "private"
    if message.successful_payment or message.refunded_payment:
        return _moved(message, prefix)
    if user is None or user.is_bot:
        return None
    text = message.text
    if text is None and message.content_type in CONTENTS:
        text = ""
    username = None
    if not private and text and text.startswith("/") and "@" in text:
        username = (await bot.me()).username
    return heard(
        person=_person(user),
        chat_id=message.chat.id,
        message_id=message.message_id,
        private=private,
        text=text,
        contact=_contact(message),
        file=_file(message),
        photo=message.photo[-1].file_id if message.photo else "",
        username=username,
        prefix=prefix,
    )


def _contact(message: Message) -> SharedContact | None:
    contact = message.contact
    if contact is None:
        return None
    forwarded = message.forward_origin is not None or message.forward_date is not None
    return SharedContact(phone=contact.phone_number, user_id=contact.user_id, forwarded=forwarded)


def _file(message: Message) -> Attached | None:
    file = message.document
    if file is None:
        return None
    return Attached(name=file.file_name or "", size=file.file_size or 0, id=file.file_id)


def _tapped(query: CallbackQuery, prefix: str) -> Incoming | None:
    private = query.message is None or query.message.chat.type == "private"
    person = _person(query.from_user)
    return tapped(person=person, query_id=query.id, data=query.data, private=private, prefix=prefix)


def _asked(query: PreCheckoutQuery, prefix: str) -> Checkout | None:
    told = Told(payload=query.invoice_payload, currency=query.currency, amount=query.total_amount)
    person = _person(query.from_user)
    return asked(person=person, query_id=query.id, told=told, prefix=prefix)


def _moved(message: Message, prefix: str) -> Incoming | None:
    paid = message.successful_payment
    money = paid or message.refunded_payment
    payer = _payer(message)
    if money is None or payer is None:
        return None
    told = Told(
        payload=money.invoice_payload,
        currency=money.currency,
        amount=money.total_amount,
        charge=money.telegram_payment_charge_id,
        renewal=bool(paid and paid.is_recurring),
        first_of_renewals=bool(paid and paid.is_first_recurring),
        until=paid.subscription_expiration_date if paid else None,
        back=paid is None,
    )
    return moved(person=payer, told=told, at=message.date, prefix=prefix)


def _payer(message: Message) -> Person | None:
    """Who paid: in a private chat it is the chat's person, whoever wrote the notice."""
    user, chat = message.from_user, message.chat
    if user is not None and not user.is_bot:
        return _person(user)
    if chat.type != "private":
        return None
    return Person(id=chat.id, name=chat.full_name, language=None)


def _person(user: User) -> Person:
    return Person(id=user.id, name=user.full_name, language=user.language_code)


class Session(AiohttpSession):
    """
    Sends what carries no file as JSON: a form takes several times as long to make.

    It notes what flood control says to any method.
    """

    def __init__(self, floods: Floods, **given: Any) -> None:
        super().__init__(**given)
        self._floods = floods

    async def make_request(
        self,
        bot: aiogram.Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 aiogram calls it so
    ) -> Any:
        try:
            return await super().make_request(bot, method, timeout)
        except TelegramRetryAfter as flood:
            self._floods.note(float(flood.retry_after))
            raise

    def build_form_data(  # type: ignore[override]  # any body of aiohttp's will do
        self, bot: aiogram.Bot, method: TelegramMethod[Any]
    ) -> aiohttp.FormData | aiohttp.JsonPayload:
        files: dict[str, Any] = {}
        given = method.model_dump(exclude_none=True, warnings=False)
        prepared = {
            name: self.prepare_value(value, bot, files, _dumps_json=False)
            for name, value in given.items()
        }
        if files:
            return super().build_form_data(bot, method)
        fields = {name: value for name, value in prepared.items() if value not in (None, "")}
        return aiohttp.JsonPayload(fields)


# Raw results: an older or newer server's answer must not fail to parse after it was sent.


class _SendMessage(SendMessage):
    __returning__ = Any  # type: ignore[assignment]


class _SendPhoto(SendPhoto):
    __returning__ = Any  # type: ignore[assignment]


class _SendDocument(SendDocument):
    __returning__ = Any  # type: ignore[assignment]


class _EditMessageText(EditMessageText):
    __returning__ = Any  # type: ignore[assignment]


class _GetUpdates(TelegramMethod[list[Raw]]):
    __returning__ = list[Raw]
    __api_method__ = "getUpdates"

    offset: int | None
    timeout: int
    allowed_updates: list[str]


class _GetWebhookInfo(GetWebhookInfo):
    __returning__ = Raw  # type: ignore[assignment]


class AiogramSender:
    """Telegram's methods, with errors in our words. Texts are plain, whatever a host's default."""

    __slots__ = ("_bot",)

    def __init__(self, bot: aiogram.Bot) -> None:
        self._bot = bot

    def send_text(self, chat_id: int, text: str, keyboard: Keyboard) -> Awaitable[str]:
        return self._sent(
            _SendMessage(
                chat_id=chat_id, text=text, parse_mode=None, reply_markup=_markup(keyboard)
            )
        )

    def send_photo(
        self, chat_id: int, picture: bytes | str, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return self._sent(
            _SendPhoto(
                chat_id=chat_id,
                photo=picture
                if isinstance(picture, str)
                else BufferedInputFile(picture, "picture.png"),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def send_document(
        self, chat_id: int, document: Document, text: str, keyboard: Keyboard
    ) -> Awaitable[str]:
        return self._sent(
            _SendDocument(
                chat_id=chat_id,
                document=BufferedInputFile(document.content, document.name),
                caption=text or None,
                parse_mode=None,
                reply_markup=_markup(keyboard),
            )
        )

    def edit_text(
        self, chat_id: int, message_id: int, text: str, keyboard: Keyboard
    ) -> Awaitable[None]:
        return self._do(
            _EditMessageText(
                chat_id=chat_id,
                message_id=message_id,
                text=text,
                parse_mode=None,
                reply_markup=_inline(keyboard) if keyboard.rows else None,
            )
        )

    async def fetch(self, file_id: str) -> bytes:
        with _translated():
            try:
                file = await self._bot.download(file_id)
            except (aiohttp.ClientError, TimeoutError) as error:
                raise TryLater(reason=type(error).__name__) from None
            return file.read() if file else b""
        return b""

    def answer_tap(self, query_id: str) -> Awaitable[None]:
        return self._do(AnswerCallbackQuery(callback_query_id=query_id))

    def answer_checkout(self, query_id: str, refusal: str) -> Awaitable[None]:
        return self._do(
            AnswerPreCheckoutQuery(
                pre_checkout_query_id=query_id, ok=not refusal, error_message=refusal or None
            )
        )

    async def invoice_link(self, invoice: SpokenInvoice) -> str:
        method = CreateInvoiceLink(
            title=invoice.title,
            description=invoice.description,
            payload=invoice.payload,
            currency=STARS,
            prices=[LabeledPrice(label=invoice.title, amount=invoice.stars)],
            subscription_period=PERIOD_S if invoice.renews else None,
        )
        return str(await _call(self._bot, method))

    def stop_renewing(self, user_id: int, charge: str) -> Awaitable[None]:
        return self._do(
            EditUserStarSubscription(
                user_id=user_id, telegram_payment_charge_id=charge, is_canceled=True
            )
        )

    def give_back(self, user_id: int, charge: str) -> Awaitable[None]:
        return self._do(RefundStarPayment(user_id=user_id, telegram_payment_charge_id=charge))

    async def _do(self, method: TelegramMethod[Any]) -> None:
        await _call(self._bot, method)

    async def _sent(self, method: TelegramMethod[Any]) -> str:
        message = await _call(self._bot, method)
        return str(message.get("message_id", "")) if isinstance(message, dict) else ""


def _markup(
    keyboard: Keyboard,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if keyboard.rows:
        return _inline(keyboard)
    if keyboard.contact:
        button = KeyboardButton(text=keyboard.contact, request_contact=True)
        return ReplyKeyboardMarkup(
            keyboard=[[button]], resize_keyboard=True, one_time_keyboard=True
        )
    return ReplyKeyboardRemove(remove_keyboard=True) if keyboard.folded else None


@lru_cache(maxsize=KEYBOARDS_KEPT)
def _inline(keyboard: Keyboard) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(text=b.label, callback_data=b.command or None, url=b.url or None)
            for b in row
        ]
        for row in keyboard.rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _call(bot: aiogram.Bot, method: TelegramMethod[Any]) -> Any:
    with _translated():
        return await bot(method)


@contextmanager
def _translated() -> Iterator[None]:
    """aiogram's errors in our words; never chained, their texts may carry the token."""
    try:
        yield
    except AiogramError as error:
        if not _was_done(error):
            raise _meaning(error) from None


def _was_done(error: AiogramError) -> bool:
    """Telegram said ok, aiogram could not read the rest."""
    data = error.data if isinstance(error, ClientDecodeError) else None
    return isinstance(data, dict) and data.get("ok") is True


_NOT_SENT = {"ClientConnectorError", "ConnectionTimeoutError", "ConnectionTimeout"}


def _meaning(error: AiogramError) -> Exception:
    match error:
        case TelegramRetryAfter():
            return TryLater(float(error.retry_after), reason="flood control")
        case TelegramMigrateToChat():
            return Migrated(error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return refused(error.message, forbidden=True)
        case TelegramBadRequest() | TelegramEntityTooLarge():
            return refused(error.message)
        case TelegramUnauthorizedError() | TelegramNotFound():
            return TokenRefused()
        case TelegramConflictError():
            return OtherPoller()
        case TelegramServerError() | ClientDecodeError():
            return TryLater(reason=type(error).__name__)
        case TelegramNetworkError():
            cause = type(error.__cause__)
            sent = not any(kind.__name__ in _NOT_SENT for kind in cause.__mro__)
            return TryLater(reason=cause.__name__, maybe_sent=sent)
    return Rejected(scrubbed(str(error)))
