"""The people who chat with the bot: what they say, tap and share, and what they see."""

import asyncio
from typing import Literal

from bot.sandbox.telegram import acts, contents, payments
from bot.sandbox.telegram.messages import Button, Message, Toast, shown
from bot.sandbox.telegram.records import Chat, Json, Stored
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.till import Charge
from bot.sandbox.telegram.updates import PATIENCE_S, Update

LOOKS = {"text", "style", "icon_custom_emoji_id"}
Tapped = str | Button | tuple[int, int]


class Person:
    """
    Somebody with a phone in the hand.

    Verbs in the third person (says, taps …) wait until the bot CONFIRMED the update and return
    what it said or edited in that chat meanwhile; TimeoutError names the update. A bot that
    confirms before it answers (aiogram's handle_as_tasks, PTB's own updater) is listened to
    with send_only(…) and hears().
    """

    def __init__(self, state: State, raw: Json, chat: Chat) -> None:
        self.raw = raw
        self._state = state
        self._chat = chat
        self._heard = 0

    @property
    def id(self) -> int:
        """The user id, which is the id of the private chat too."""
        return int(self.raw["id"])

    @property
    def name(self) -> str:
        """The first name."""
        return str(self.raw["first_name"])

    @property
    def messages(self) -> list[Message]:
        """The private chat as it looks now: both sides, oldest first, without deleted ones."""
        return [shown(one) for one in self._chat.messages.values() if not one.deleted]

    @property
    def toasts(self) -> list[Toast]:
        """The bot's answers to this person's taps, oldest first."""
        return self._state.toasts.setdefault(self.id, [])

    async def says(self, text: str, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """Type a text and send it."""
        return await self._answered(self._chat, self.send_only(text), timeout_s)

    async def opens(self, link: str, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """Follow https://t.me/<bot>?start=PAYLOAD and press Start; ValueError if no phone would."""
        return await self.says(self._start_of(link), timeout_s=timeout_s)

    async def taps(self, what: Tapped, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """Tap a button: by a part of its label, by itself, or by (row, column)."""
        button = self.button(what)
        chat = self._state.records.chats[button.chat_id]
        return await self._answered(chat, self.tap_only(button), timeout_s)

    async def shares_contact(
        self,
        *,
        phone: str,
        user_id: int | Literal["own"] | None = "own",
        from_card: bool = False,
        forwarded: bool = False,
        timeout_s: float = PATIENCE_S,
    ) -> list[Message]:
        """
        Share a phone number; user_id None or somebody else's is a spoof.

        from_card adds an address book's vCard; forwarded: it was first sent by somebody else.
        """
        owner = self.id if user_id == "own" else user_id
        content = contents.contact(self.raw, phone=phone, user_id=owner, vcard=from_card)
        if forwarded:
            content |= contents.forwarded_from(first_name="Eve", user_id=self.id + 1)
        update = acts.say(self._state, self.raw, self._chat, content, told="(a contact)")
        return await self._answered(self._chat, update, timeout_s)

    async def sends_photo(
        self, picture: bytes, *, caption: str = "", timeout_s: float = PATIENCE_S
    ) -> list[Message]:
        """Send a PNG or JPEG."""
        file = self._state.records.keep_file(name="photo.jpg", content=picture, folder="photos")
        content = contents.photo(file, caption=caption)
        update = acts.say(self._state, self.raw, self._chat, content, told="(a photo)", file=file)
        return await self._answered(self._chat, update, timeout_s)

    async def sends_document(
        self, name: str, data: bytes, *, timeout_s: float = PATIENCE_S
    ) -> list[Message]:
        """Send a file."""
        file = self._state.records.keep_file(name=name, content=data, folder="documents")
        content = contents.document(file)
        update = acts.say(self._state, self.raw, self._chat, content, told=f"({name})", file=file)
        return await self._answered(self._chat, update, timeout_s)

    async def edits(
        self, message: Message, text: str, *, timeout_s: float = PATIENCE_S
    ) -> list[Message]:
        """Change an own message, in whichever chat it stands; ValueError for another's."""
        chat = self._state.records.chats[message.chat_id]
        stored = chat.messages[message.id]
        update = acts.edit(self._state, self.raw, stored, contents.typed(text), told=text)
        return await self._answered(chat, update, timeout_s)

    async def says_in_group(
        self, group_id: int, text: str, *, timeout_s: float = PATIENCE_S
    ) -> list[Message]:
        """Say something in a group the bot is in; returns what the bot said there."""
        chat = self._state.records.chats[group_id]
        update = acts.say(self._state, self.raw, chat, contents.typed(text), told=text)
        return await self._answered(chat, update, timeout_s)

    async def pays(self, what: Tapped | Message, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """
        Open the invoice behind a button, or an invoice itself, and pay it with stars.

        Raises NotPaid with what the bot says against it.
        """
        link = f"{what.chat_id}/{what.id}" if isinstance(what, Message) else self.button(what).url
        update = await payments.pay(self._state, self.raw, self._chat, link or "")
        return await self._answered(self._chat, update, timeout_s)

    async def renews(self, charge: str, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """Be charged for the subscription that began with that charge; NotPaid if it is stopped."""
        update = payments.renew(self._state, self._chat, charge)
        return await self._answered(self._chat, update, timeout_s)

    async def changes(
        self, charge: Charge, *, goes_on: bool, timeout_s: float = PATIENCE_S
    ) -> list[Message]:
        """Tell Telegram, in its settings, whether to renew the subscription of that payment."""
        update = payments.change(self._state, self.raw, charge, goes_on=goes_on)
        return await self._answered(self._chat, update, timeout_s)

    @property
    def charges(self) -> list[Charge]:
        """What this person paid, oldest first."""
        return [one for one in self._state.till.charges.values() if one.user_id == self.id]

    async def blocks(self, *, timeout_s: float = PATIENCE_S) -> None:
        """Shut the bot out: it can't write, and hears of it by my_chat_member."""
        update = acts.change_membership(self._state, self.raw, self._chat, blocked=True)
        await update.confirmed(timeout_s)

    async def unblocks(self, *, timeout_s: float = PATIENCE_S) -> None:
        """Let the bot write again."""
        update = acts.change_membership(self._state, self.raw, self._chat, blocked=False)
        await update.confirmed(timeout_s)

    def deletes_account(self) -> None:
        """Leave Telegram; the bot is not told, its next message is refused."""
        self._chat.deactivated = True

    def send_only(self, text: str) -> Update:
        """Send a text and wait for nothing."""
        return acts.say(self._state, self.raw, self._chat, contents.typed(text), told=text)

    def tap_only(self, what: Tapped) -> Update:
        """Tap and wait for nothing; a link to the bot starts it, a reply button says its label."""
        button = self.button(what)
        chat = self._state.records.chats[button.chat_id]
        if button.data is not None:
            return acts.tap(self._state, self.raw, chat, button)
        if button.url is not None:
            return self.send_only(self._start_of(button.url))
        if button.request_contact:
            raise ValueError(f"{button.label!r} asks for a phone: use shares_contact(phone=…)")
        if any(value for key, value in button.raw.items() if key not in LOOKS):
            raise ValueError(f"tapping {button.label!r} sends the bot nothing")
        content = contents.typed(button.label)
        return acts.say(self._state, self.raw, chat, content, told=button.label)

    async def hears(self, count: int = 1, *, timeout_s: float = PATIENCE_S) -> list[Message]:
        """Wait for messages (or edits) in the private chat that no verb has returned yet."""
        try:
            async with asyncio.timeout(timeout_s):
                while len(self._new(self._chat, self._heard)) < count:
                    self._chat.news.clear()
                    await self._chat.news.wait()
        except TimeoutError:
            new = self._new(self._chat, self._heard)
            raise TimeoutError(
                f"{self.name} heard {len(new)} of {count} messages within {timeout_s} s"
            ) from None
        return self._listened(self._heard)

    def button(self, what: Tapped) -> Button:
        """Find a button: its label on the newest message with it, or a place on the newest."""
        if isinstance(what, Button):
            return what
        with_buttons = [one for one in reversed(self.messages) if one.buttons]
        if isinstance(what, tuple) and with_buttons:
            row, column = what
            return with_buttons[0].buttons[row][column]
        for message in with_buttons:
            for button in (button for line in message.buttons for button in line):
                if isinstance(what, str) and what in button.label:
                    return button
        labels = [button.label for one in with_buttons for line in one.buttons for button in line]
        raise LookupError(f"{self.name} sees no button {what!r}, only {labels}")

    async def _answered(self, chat: Chat, update: Update, timeout_s: float) -> list[Message]:
        since = len(chat.log)
        await update.confirmed(timeout_s)
        return self._listened(since) if chat is self._chat else self._new(chat, since)

    def _listened(self, since: int) -> list[Message]:
        new, self._heard = self._new(self._chat, since), len(self._chat.log)
        return new

    def _new(self, chat: Chat, since: int) -> list[Message]:
        """Each message said or edited since, once, as it looks now."""
        seen: dict[int, Stored] = {one.raw["message_id"]: one for one in chat.log[since:]}
        return [shown(one) for one in seen.values() if not one.deleted]

    def _start_of(self, link: str) -> str:
        return contents.start_command(link, username=str(self._state.records.bot["username"]))
