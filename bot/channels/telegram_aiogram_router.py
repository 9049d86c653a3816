"""The conversation as an aiogram router, for our bot or one that already runs."""

import bot.channels.aiogram_loading  # noqa: F401 it must come before aiogram

# isort: split
from typing import TYPE_CHECKING

import aiogram
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import (
    BotSubscriptionUpdated,
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    PreCheckoutQuery,
)

from bot.channels.telegram import reading
from bot.channels.telegram.exchange import converse, reachable
from bot.channels.telegram.hearing import checked_prefix
from bot.channels.telegram.paying import Checkout, answer_checkout, changed
from bot.channels.telegram_aiogram_sending import AiogramSender
from bot.conversation.messages import Incoming

if TYPE_CHECKING:
    from bot.conversation.router import Router


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
        addressed = reading.is_addressed(message)
        incoming = reading.message_of(
            message,
            forwarded=message.forward_date is not None,
            username=(await bot.me()).username if addressed else None,
            prefix=prefix,
        )
        return {"incoming": incoming} if incoming else False

    async def on_message(message: Message, bot: aiogram.Bot, incoming: Incoming) -> None:
        sender = AiogramSender(bot)
        await converse(router, sender, incoming, chat_id=message.chat.id, prefix=prefix)

    async def ours(query: CallbackQuery) -> dict[str, Incoming] | bool:
        incoming = reading.tap_of(query, prefix)
        return {"incoming": incoming} if incoming else False

    async def on_tap(query: CallbackQuery, bot: aiogram.Bot, incoming: Incoming) -> None:
        sender, tap = AiogramSender(bot), reading.tapped_in(query)
        chat_id = query.message.chat.id if query.message else query.from_user.id
        await converse(router, sender, incoming, chat_id=chat_id, tap=tap, prefix=prefix)

    async def on_membership(event: ChatMemberUpdated) -> None:
        private, status = event.chat.type == "private", event.new_chat_member.status
        person = reading.person_of(event.from_user)
        await reachable(router, person, private=private, status=status)
        raise SkipHandler  # a host may want to know too

    async def our_invoice(query: PreCheckoutQuery) -> dict[str, Checkout] | bool:
        checkout = reading.checkout_of(query, prefix)
        return {"checkout": checkout} if checkout else False

    async def on_checkout(query: PreCheckoutQuery, bot: aiogram.Bot, checkout: Checkout) -> None:
        await answer_checkout(router, AiogramSender(bot), checkout)

    async def our_subscription(event: BotSubscriptionUpdated) -> dict[str, Incoming] | bool:
        incoming = changed(
            person=reading.person_of(event.user),
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
