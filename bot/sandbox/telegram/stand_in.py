"""The stand-in itself: one bot's whole Telegram on the loopback, for the demo and the tests."""

import secrets
from collections.abc import Callable
from contextlib import AsyncExitStack
from types import TracebackType

from bot.sandbox.loopback import listening
from bot.sandbox.telegram.calls import Call
from bot.sandbox.telegram.courier import Courier
from bot.sandbox.telegram.failures import Failure
from bot.sandbox.telegram.messages import Message, Spoken, shown
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.profile import scope_key
from bot.sandbox.telegram.records import Chat, Json, Records
from bot.sandbox.telegram.server import Server
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.updates import PATIENCE_S, Update, Updates, Webhook


class TelegramStandIn:
    """
    A Bot API server for one token, and the people behind it.

    ``async with TelegramStandIn(token="42:SANDBOX") as telegram`` listens at telegram.url.
    time_scale shortens the pauses between webhook retries: 0.01 makes a second ten milliseconds.
    certificate is the file of a self-signed one that the webhook may have.
    """

    def __init__(
        self,
        *,
        token: str = "42:SANDBOX",  # noqa: S107 the sandbox's token opens nothing
        username: str = "corner_cafe_bot",
        name: str = "Corner Café",
        time_scale: float = 1.0,
        certificate: str = "",
    ) -> None:
        self.token = token
        self.username = username
        bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        # a random first id as the real one's: nobody may rely on small or zero-based ids
        updates = Updates(first_update_id=100_000_000 + secrets.randbelow(800_000_000))
        self._state = State(Records(bot=bot), updates)
        self._server = Server(self._state, token=token)
        self._courier = Courier(
            updates,
            time_scale=time_scale,
            perform=self._server.perform,
            certificate=certificate,
        )
        self._people: dict[int, Person] = {}
        self._life = AsyncExitStack()

    async def __aenter__(self) -> "TelegramStandIn":
        self._url = await self._life.enter_async_context(listening(self._server.app))
        await self._life.enter_async_context(self._courier)
        self._life.callback(self._state.updates.close)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._life.aclose()

    @property
    def url(self) -> str:
        """Where the Bot API listens, without a slash at the end: add /bot<token>/<method>."""
        return self._url

    @property
    def link(self) -> str:
        """The bot's public address; add ?start=PAYLOAD."""
        return f"https://t.me/{self.username}"

    def person(
        self,
        user_id: int,
        *,
        first_name: str = "Ann",
        last_name: str = "",
        username: str = "",
        language_code: str = "en",
    ) -> Person:
        """Return the person of that id, new the first time; the bot can't write to them yet."""
        if user_id not in self._people:
            names = {"last_name": last_name, "username": username}
            given: Json = {"first_name": first_name} | {k: v for k, v in names.items() if v}
            chat = Chat({"id": user_id, "type": "private"} | given)
            raw: Json = {"id": user_id, "is_bot": False} | given
            if language_code:
                raw["language_code"] = language_code
            self._state.records.chats[user_id] = chat
            self._people[user_id] = Person(self._state, raw, chat)
        return self._people[user_id]

    def group(self, group_id: int, *, title: str = "Staff") -> int:
        """Make a group the bot is in, and return its (negative) id."""
        chat = Chat({"id": group_id, "type": "group", "title": title}, started=True)
        self._state.records.chats[group_id] = chat
        return group_id

    def messages_in(self, chat_id: int) -> list[Message]:
        """Return any chat's messages as they look now, without deleted ones."""
        chat = self._state.records.chats[chat_id]
        return [shown(one) for one in chat.messages.values() if not one.deleted]

    def on_spoken(self, listener: Callable[[Spoken], None]) -> None:
        """Call the listener at once for everything that people and the bot do in chats."""
        self._state.listeners.append(listener)

    @property
    def calls(self) -> list[Call]:
        """Every call the bot made of a known method, refused and failed ones too, in order."""
        return self._server.calls

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method, spelled as in Telegram's documentation."""
        return [call for call in self.calls if call.method == method]

    def commands(self, *, language_code: str = "", scope: Json | None = None) -> list[Json]:
        """Return the commands the bot set for exactly this language and scope."""
        return self._state.records.commands.get((scope_key(scope), language_code), [])

    def fail_next(
        self, method: str, failure: Failure, *, times: int = 1, chat_id: int | None = None
    ) -> None:
        """Let the next calls of the method ("*": any) end so, in that chat if one is named."""
        self._server.failures.order(method, failure, times=times, chat_id=chat_id)

    def heal(self) -> None:
        """Forget the failures that were ordered and have not happened."""
        self._server.failures.clear()

    @property
    def updates(self) -> list[Update]:
        """Every update made so far, oldest first, confirmed or not."""
        return self._state.updates.offered

    @property
    def waiting(self) -> list[Update]:
        """The updates the bot has not confirmed."""
        return list(self._state.updates.waiting)

    @property
    def webhook(self) -> Webhook | None:
        """Where updates are posted to, None while the bot polls."""
        return self._state.updates.webhook

    async def redeliver(self, update: Update, *, timeout_s: float = PATIENCE_S) -> None:
        """Deliver the same update, same id, once more, and wait until it is confirmed."""
        await self._state.updates.offer_again(update).confirmed(timeout_s)

    def lose_next_confirmation(self, times: int = 1) -> None:
        """Let the bot's next offset (or 2xx) never arrive: the same updates come again."""
        self._state.updates.confirmations_to_lose += times

    def let_expire(self, update: Update) -> None:
        """Drop an unconfirmed update, as after its 24 hours (a tap's: 150 seconds)."""
        self._state.updates.forget(update)

    def age_taps(self) -> None:
        """Make all taps so far too old to be answered."""
        for query in self._state.records.queries.values():
            query.too_old = True
