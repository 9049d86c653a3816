"""The conversation as python-telegram-bot's handlers, for our bot or one that already runs."""

from typing import TYPE_CHECKING, Any

from telegram import Bot, Message, Update, User
from telegram.ext import Application, ApplicationHandlerStop, BaseHandler, CallbackContext

from bot.channels.telegram import reading
from bot.channels.telegram.exchange import converse, reachable
from bot.channels.telegram.hearing import SUBSCRIPTION, Raw, checked_prefix
from bot.channels.telegram.paying import Checkout, answer_checkout, changed
from bot.channels.telegram_ptb_sending import PtbSender
from bot.conversation.messages import Incoming

if TYPE_CHECKING:
    from bot.conversation.router import Router

AnyContext = CallbackContext[Any, Any, Any, Any]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


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
            return _message_of(update.message, self._prefix) or False
        if update.callback_query:
            return reading.tap_of(update.callback_query, self._prefix) or False
        if update.pre_checkout_query:
            return reading.checkout_of(update.pre_checkout_query, self._prefix) or False
        if raw := update.api_kwargs.get(SUBSCRIPTION):
            return _subscription_of(raw, self._prefix) or False
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
            person = reading.person_of(event.from_user)
            await reachable(self._router, person, private=private, status=status)

    async def _converse(self, update: Update, incoming: Incoming, bot: Bot) -> None:
        query, chat = update.callback_query, update.effective_chat
        tap = reading.tapped_in(query) if query else None
        chat_id = chat.id if chat else int(incoming.sender)
        sender, prefix = PtbSender(bot), self._prefix
        await converse(self._router, sender, incoming, chat_id=chat_id, tap=tap, prefix=prefix)


def _message_of(message: Message, prefix: str) -> Incoming | None:
    return reading.message_of(
        message,
        forwarded="forward_date" in message.api_kwargs,
        username=message.get_bot().username if reading.is_addressed(message) else None,
        prefix=prefix,
    )


def _subscription_of(raw: Raw, prefix: str) -> Incoming | None:
    """What the library does not know yet, as Telegram sends it."""
    person = reading.person_of(User.de_json(raw["user"], None))
    payload, state = str(raw["invoice_payload"]), str(raw["state"])
    return changed(person=person, payload=payload, state=state, prefix=prefix)
