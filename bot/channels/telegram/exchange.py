"""The exchange: one update, one answer, with a person's patience."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.telegram.errors import Migrated, Rejected
from bot.channels.telegram.fetching import with_content
from bot.channels.telegram.hearing import Person, Raw, Tap, sender_of
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.paying import settled
from bot.channels.telegram.speaking import Keyboard, Piece, Sender, pieces
from bot.conversation.messages import Incoming, Spoken
from bot.ports import Sent, TryLater, Undeliverable, WorldError
from core.model import Channel

if TYPE_CHECKING:
    from bot.conversation.router import Router

Commands = Mapping[str, Sequence[tuple[str, str]]]
"""Language ("" for all others) → commands with their descriptions."""

REQUEST_TIMEOUT_S = 15.0

log = logging.getLogger(__name__)


async def converse(
    router: "Router",
    sender: Sender,
    incoming: Incoming,
    *,
    chat_id: int,
    tap: Tap | None = None,
    prefix: str = "",
) -> None:
    """
    Have it answered, and say the answer to whoever asked.

    Raises WorldError when nothing was committed: the update must come again. What goes wrong
    after the commit is logged, never raised. A tap's spinner is stopped in any case.
    """
    incoming = await with_content(sender, incoming)
    try:
        spoken = await router.answer(incoming)
    except Exception:
        if tap is not None:
            await _stop_spinner(sender, tap)
        raise
    reply = _Reply(router, sender, incoming, chat_id, tap, prefix)
    if tap is None:
        if spoken is not None:
            await reply.say(spoken)
        return
    async with asyncio.TaskGroup() as both:
        both.create_task(_stop_spinner(sender, tap))
        if spoken is not None:
            both.create_task(reply.say(spoken))


async def reachable(router: "Router", person: Person, *, private: bool, status: str) -> None:
    """In a private chat this notice comes only when the person blocks or unblocks the bot."""
    if private and status in ("kicked", "member"):
        await router.reachable(Channel.TELEGRAM, str(person.id), yes=status == "member")


async def confirmable(router: "Router", raw: Raw, handled: Awaitable[object]) -> None:
    """
    Await the handling; only a WorldError passes, any other failure becomes a dead letter.

    What can't even be buried is logged: it would stand in the person's way for ever.
    """
    try:
        await handled
    except WorldError:
        raise
    except Exception as error:
        event_id = f"update:{raw.get('update_id')}"
        log.error("%s can't be handled: %s", event_id, type(error).__name__)
        await _bury(router, raw, event_id, error)


async def _bury(router: "Router", raw: Raw, event_id: str, error: Exception) -> None:
    try:
        sender, body = sender_of(raw), json.dumps(raw, ensure_ascii=False, default=str)
        await router.bury(Channel.TELEGRAM, str(sender or ""), event_id, body, error)
    except WorldError:
        raise
    except Exception as failure:
        log.error("%s can't be buried either: %s", event_id, type(failure).__name__)


async def _stop_spinner(sender: Sender, tap: Tap) -> None:
    try:
        await patiently(partial(sender.answer_tap, tap.query_id))
    except Rejected:
        pass  # too old: the spinner has stopped by itself
    except Exception as error:
        log.warning("tap:%s stays unanswered: %s", tap.query_id, type(error).__name__)


@dataclass(frozen=True, slots=True)
class _Reply:
    router: "Router"
    sender: Sender
    incoming: Incoming
    chat_id: int
    tap: Tap | None
    prefix: str

    async def say(self, spoken: Spoken) -> None:
        """
        Send it, or put it in place of the tapped message.

        Raises WorldError only when a payment has to go back, and did not: the update comes again.
        """
        event_id = self.incoming.event_id
        user_id = int(self.incoming.sender)
        try:
            spoken = await settled(self.sender, user_id, spoken, prefix=self.prefix)
            said = pieces(spoken, prefix=self.prefix, fold=self.incoming.phone is not None)
            if not (spoken.replaces and await self._replaced(said)):
                await say(self.sender, self.chat_id, said)
        except WorldError:
            raise
        except Undeliverable as gone:
            log.info("the answer to %s is undeliverable: %s", event_id, gone.reason)
            await self._lost()
        except TryLater as later:
            outcome = "perhaps" if later.maybe_sent else "not"
            log.warning("the answer to %s was %s sent: %s", event_id, outcome, later.reason)
        except Rejected as rejected:
            log.error("the answer to %s was refused: %s", event_id, rejected)
        except Exception as error:
            log.error("the answer to %s failed: %s", event_id, type(error).__name__)

    async def _replaced(self, said: list[Piece]) -> bool:
        editable_id = self.tap.editable_id if self.tap else None
        if editable_id is None or len(said) != 1 or said[0].photo or said[0].document:
            return False
        text, keyboard = said[0].text, said[0].keyboard
        if keyboard.contact or keyboard.folded:
            return False
        try:
            await patiently(
                partial(self.sender.edit_text, self.chat_id, editable_id, text, keyboard)
            )
        except Rejected as rejected:
            return "not modified" in str(rejected)
        return True

    async def _lost(self) -> None:
        if self.incoming.private:
            with suppress(WorldError):  # the answer is committed; Telegram says it again next time
                await self.router.reachable(Channel.TELEGRAM, self.incoming.sender, yes=False)


async def say(sender: Sender, chat_id: int, said: Sequence[Piece]) -> None:
    """Send the pieces one after another, with a person's patience."""
    for piece in said:
        try:
            await patiently(partial(_send, sender, chat_id, piece))
        except Migrated as moved:
            chat_id = moved.chat_id
            await patiently(partial(_send, sender, chat_id, piece))


async def push(sender: Sender, address: str, spoken: Spoken) -> Sent:
    """
    Send what nobody asked for just now; the first message's id. Raises Undeliverable or TryLater.

    Once the first piece went out, a failure of the others counts as maybe sent.
    """
    said = pieces(spoken)
    if not said:
        raise Undeliverable("there is nothing to say", gone=False)
    first, *others = said
    try:
        try:
            sent_id = await _send(sender, int(address), first)
        except Migrated as moved:
            address = str(moved.chat_id)
            sent_id = await _send(sender, moved.chat_id, first)
    except Rejected as rejected:
        raise Undeliverable(str(rejected), gone=False) from None
    try:
        await say(sender, int(address), others)
    except (TryLater, Rejected, Undeliverable, Migrated) as failure:
        raise TryLater(reason=str(failure), maybe_sent=True) from None
    return Sent(id=sent_id, parts=len(said))


async def repush(sender: Sender, address: str, message_id: str, spoken: Spoken) -> None:
    """
    Say this in place of a message that was pushed before; the same again is fine.

    Raises Undeliverable (the message is gone, or can't be changed) or TryLater.
    """
    said = pieces(spoken)[0]
    try:
        await sender.edit_text(int(address), int(message_id), said.text, said.keyboard)
    except Rejected as rejected:
        if "not modified" not in str(rejected):
            raise Undeliverable(str(rejected), gone=False) from None


async def _send(sender: Sender, chat_id: int, piece: Piece) -> str:
    try:
        return await _send_whole(sender, chat_id, piece)
    except Rejected as rejected:  # a button or picture Telegram dislikes must not cost the words
        if not piece.text or piece == Piece(piece.text):
            raise
        log.error("sent without its buttons and picture: %s", rejected)
        return await sender.send_text(chat_id, piece.text, Keyboard())


async def _send_whole(sender: Sender, chat_id: int, piece: Piece) -> str:
    if piece.photo is not None:
        return await sender.send_photo(chat_id, piece.photo, piece.text, piece.keyboard)
    if piece.document is not None:
        return await sender.send_document(chat_id, piece.document, piece.text, piece.keyboard)
    return await sender.send_text(chat_id, piece.text, piece.keyboard)
