"""What both Telegram adapters share: hearing, speaking, patience, polling. No library in here."""

import asyncio
import json
import logging
import re
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bot.conversation.messages import (
    COMMAND_BYTES_MAX,
    Document,
    Incoming,
    Spoken,
    SpokenButton,
)
from bot.phones import e164
from bot.ports import TryLater, Undeliverable, WorldError
from core.model import Channel

if TYPE_CHECKING:
    from bot.conversation.router import Router

T = TypeVar("T")
Raw = dict[str, Any]
Commands = Mapping[str, Sequence[tuple[str, str]]]

UPDATES = ("message", "callback_query", "my_chat_member")
CONTENTS = frozenset(  # what a person sends; anything else without text is Telegram's notice
    {
        "animation",
        "audio",
        "checklist",
        "contact",
        "dice",
        "document",
        "game",
        "invoice",
        "location",
        "paid_media",
        "photo",
        "poll",
        "sticker",
        "story",
        "venue",
        "video",
        "video_note",
        "voice",
    }
)
TEXT_MAX = 4096  # UTF-16 units, as are all of Telegram's lengths
CAPTION_MAX = 1024
PREFIX_MAX = 16
REQUEST_TIMEOUT_S = 15.0

log = logging.getLogger(__name__)


# ── errors: each library's owner translates into these, TryLater and Undeliverable ──


class TokenRefused(ValueError):
    """Telegram does not accept this bot token; @BotFather shows the right one."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Rejected(Exception):
    """Telegram refused this very request (400); the same again would be refused again."""


class Migrated(Exception):
    """The group became a supergroup and has another id now."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(chat_id)
        self.chat_id = chat_id


class OtherPoller(Exception):
    """Another process polls with this token, or a webhook is set."""


_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "bot was blocked",
    "bot was kicked",
    "group chat was deactivated",
    "have no rights to send",
)


def refused(description: str, *, forbidden: bool = False) -> Undeliverable | Rejected:
    """What a 403, or a 400, means. Libraries reword the texts, so only their core is compared."""
    reason = scrubbed(description)
    if forbidden or any(words in reason.lower() for words in _GONE):
        return Undeliverable(reason)
    return Rejected(reason)


def scrubbed(text: str) -> str:
    """The text without anything that looks like a bot token, and not too long to log."""
    return re.sub(r"\d+:[\w-]+", "…", text)[:200]


def checked_token(token: str) -> str:
    """The token itself; raises TokenRefused for what can't be one."""
    if not re.fullmatch(r"\d+:[\w-]+", token):
        raise TokenRefused
    return token


def quiet(*loggers: str) -> None:
    """Keep libraries from logging addresses with the token in them, or people's texts."""
    for name in loggers:
        logger = logging.getLogger(name)
        if logger.level == logging.NOTSET:
            logger.setLevel(logging.WARNING)


# ── hearing: plain fields of an update → Incoming ──


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who said or tapped it."""

    id: int
    name: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedContact:
    """A shared contact; only one's own, freshly shared, proves a phone number."""

    phone: str
    user_id: int | None
    forwarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """What is known of a tapped button besides its command."""

    query_id: str
    editable_id: int | None  # the tapped message, if its text can be replaced


_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


def heard(
    *,
    person: Person,
    chat_id: int,
    message_id: int,
    private: bool,
    text: str | None,
    contact: SharedContact | None = None,
    username: str | None = None,
    prefix: str = "",
) -> Incoming | None:
    """A message as the conversation understands it; None = not meant for this program."""
    if contact is not None:
        text = "" if private else None
    elif text is not None:
        text = _meant(text, private=private, username=username, prefix=prefix)
    if text is None:
        return None
    phone = _proven(contact, person) if contact else None
    return Incoming(
        channel=Channel.TELEGRAM,
        sender=str(person.id),
        event_id=f"{chat_id}:{message_id}",
        text=text,
        phone=phone,
        foreign_contact=contact is not None and phone is None,
        language=person.language,
        name=person.name,
        private=private,
    )


def tapped(
    *, person: Person, query_id: str, data: str | None, private: bool, prefix: str = ""
) -> Incoming | None:
    """A tap as the conversation understands it: its command as if typed. None = a host's button."""
    command = data or ""
    if not command.startswith(prefix):
        return None
    return Incoming(
        channel=Channel.TELEGRAM,
        sender=str(person.id),
        event_id=f"tap:{query_id}",
        text=command[len(prefix) :],
        tap=True,
        language=person.language,
        name=person.name,
        private=private,
    )


def _meant(text: str, *, private: bool, username: str | None, prefix: str) -> str | None:
    command = _COMMAND.fullmatch(text)
    if command is None:
        ours = private and not prefix
        return text.removeprefix("/").strip() if ours else None
    word, addressee, rest = command[1], command[2], (command[3] or "").strip()
    if addressee and not private and addressee.lower() != (username or "").lower():
        return None
    if not prefix:
        return f"{word} {rest}".strip()
    if word == "start" and rest.startswith(prefix):
        return f"start {rest[len(prefix) :]}".strip()
    if word.startswith(prefix):
        return f"{word[len(prefix) :]} {rest}".strip()
    return None


def _proven(contact: SharedContact, person: Person) -> str | None:
    """The sender's own number; a contact without a user id proves nothing: it can be forged."""
    if contact.user_id is None or contact.user_id != person.id or contact.forwarded:
        return None
    return e164("+" + contact.phone.strip().removeprefix("+"))


def checked_prefix(prefix: str) -> str:
    """The prefix itself; raises ValueError when commands can't carry it."""
    if not re.fullmatch(f"[a-z0-9_]{{0,{PREFIX_MAX}}}", prefix):
        raise ValueError(f"a prefix is up to {PREFIX_MAX} of a-z, 0-9 and _, not {prefix!r}")
    return prefix


# ── speaking: Spoken → pieces, each one request ──


Rows = tuple[tuple[SpokenButton, ...], ...]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """What hangs below a message: buttons, or the question for the phone number, or its end."""

    rows: Rows = ()
    contact: str = ""  # the label of the one button that shares the phone number
    folded: bool = False  # take that button away again


@dataclass(frozen=True, slots=True)
class Piece:
    """One message."""

    text: str = ""
    photo: bytes | None = None
    document: Document | None = None
    keyboard: Keyboard = Keyboard()


class Sender(Protocol):
    """Telegram's methods as each library offers them; errors are already translated."""

    def send_text(self, chat_id: int, text: str, keyboard: Keyboard) -> Awaitable[None]: ...

    def send_photo(
        self, chat_id: int, png: bytes, text: str, keyboard: Keyboard
    ) -> Awaitable[None]: ...

    def send_document(
        self, chat_id: int, document: Document, text: str, keyboard: Keyboard
    ) -> Awaitable[None]: ...

    def edit_text(
        self, chat_id: int, message_id: int, text: str, keyboard: Keyboard
    ) -> Awaitable[None]: ...

    def answer_tap(self, query_id: str) -> Awaitable[None]: ...


def pieces(spoken: Spoken, *, prefix: str = "", fold: bool = False) -> list[Piece]:
    """The messages that say it; buttons hang on the last one."""
    media = [Piece(photo=spoken.picture)] if spoken.picture else []
    media += [Piece(document=spoken.document)] if spoken.document else []
    if media and units(spoken.text) <= CAPTION_MAX:
        media[-1] = replace(media[-1], text=spoken.text)
        said = media
    else:
        said = [*media, *map(Piece, split(spoken.text))]
    return _with_keyboards(said, spoken.buttons, prefix=prefix, fold=fold) if said else []


def _with_keyboards(said: list[Piece], buttons: Rows, *, prefix: str, fold: bool) -> list[Piece]:
    """Telegram takes one kind of keyboard per message, so mixed wishes become two messages."""
    asking = next((b.label for row in buttons for b in row if b.asks_contact), "")
    rows = _prefixed(buttons, prefix)
    if asking and rows:
        said = [*said, Piece(asking)]
        said[-2] = replace(said[-2], keyboard=Keyboard(rows))
        said[-1] = replace(said[-1], keyboard=Keyboard(contact=asking))
    elif asking:
        said[-1] = replace(said[-1], keyboard=Keyboard(contact=asking))
    elif rows:
        said[-1] = replace(said[-1], keyboard=Keyboard(rows))
        if fold:
            said = [Piece("📱", keyboard=Keyboard(folded=True)), *said]
    elif fold:
        said[-1] = replace(said[-1], keyboard=Keyboard(folded=True))
    return said


def _prefixed(buttons: Rows, prefix: str) -> Rows:
    rows = (tuple(b for b in row if not b.asks_contact) for row in buttons)
    if prefix:
        rows = (tuple(_fitting(row, prefix)) for row in rows)
    return tuple(row for row in rows if row)


def _fitting(row: tuple[SpokenButton, ...], prefix: str) -> list[SpokenButton]:
    named = [replace(b, command=prefix + b.command) if b.command else b for b in row]
    fitting = [b for b in named if len(b.command.encode()) <= COMMAND_BYTES_MAX]
    if len(fitting) < len(named):
        log.error("a button was left out: with the prefix %s its command is too long", prefix)
    return fitting


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, units_max: int = TEXT_MAX) -> list[str]:
    """The text in parts that fit, cut at line ends, else at spaces, else between characters."""
    parts = []
    while units(text) > units_max:
        head = text.encode("utf-16-le")[: 2 * units_max].decode("utf-16-le", "ignore")
        cut = max(head.rfind("\n"), 0) or max(head.rfind(" "), 0) or len(head)
        parts.append(text[:cut])
        text = text[cut:].lstrip("\n ")
    return [part for part in (*parts, text) if part.strip()]


# ── the exchange: one update, one answer ──


WAITS_S = (0.2, 0.5, 1.0)  # between attempts at one direct answer
PATIENCE_S = 5.0  # a person waits no longer


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
    """Await the handling; only a WorldError passes, any other failure becomes a dead letter."""
    try:
        await handled
    except WorldError:
        raise
    except Exception as error:
        event_id = f"update:{raw.get('update_id')}"
        log.error("%s can't be handled: %s", event_id, type(error).__name__)
        body = json.dumps(raw, ensure_ascii=False, default=str)
        await router.bury(Channel.TELEGRAM, event_id, body, error)


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
        """Send it, or put it in place of the tapped message. Never raises."""
        event_id = self.incoming.event_id
        try:
            said = pieces(spoken, prefix=self.prefix, fold=self.incoming.phone is not None)
            if not (spoken.replaces and await self._replaced(said)):
                await say(self.sender, self.chat_id, said)
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


async def push(sender: Sender, address: str, spoken: Spoken) -> None:
    """
    Send what nobody asked for just now. Raises Undeliverable or TryLater.

    Once the first piece went out, a failure of the others counts as maybe sent.
    """
    said = pieces(spoken)
    if not said:
        raise Undeliverable("there is nothing to say", gone=False)
    first, *others = said
    try:
        try:
            await _send(sender, int(address), first)
        except Migrated as moved:
            address = str(moved.chat_id)
            await _send(sender, moved.chat_id, first)
    except Rejected as rejected:
        raise Undeliverable(str(rejected), gone=False) from None
    try:
        await say(sender, int(address), others)
    except (TryLater, Rejected) as failure:
        raise TryLater(reason=str(failure), maybe_sent=True) from None


async def _send(sender: Sender, chat_id: int, piece: Piece) -> None:
    try:
        await _send_whole(sender, chat_id, piece)
    except Rejected as rejected:  # a button or picture Telegram dislikes must not cost the words
        if not piece.text or piece == Piece(piece.text):
            raise
        log.error("sent without its buttons and picture: %s", rejected)
        await sender.send_text(chat_id, piece.text, Keyboard())


async def _send_whole(sender: Sender, chat_id: int, piece: Piece) -> None:
    if piece.photo is not None:
        await sender.send_photo(chat_id, piece.photo, piece.text, piece.keyboard)
    elif piece.document is not None:
        await sender.send_document(chat_id, piece.document, piece.text, piece.keyboard)
    else:
        await sender.send_text(chat_id, piece.text, piece.keyboard)


async def patiently(act: Callable[[], Awaitable[T]]) -> T:
    """
    Repeat what definitely did not happen, a few times and not for long.

    What perhaps happened is not repeated: sending has no idempotency key.
    """
    for wait_s in WAITS_S:
        try:
            return await act()
        except TryLater as later:
            if later.maybe_sent or later.after_s > PATIENCE_S:
                raise
            await asyncio.sleep(max(wait_s, later.after_s))
    return await act()


# ── polling ──


POLL_S = 25
BREATH_S = 1.0  # how long slow updates may keep new ones waiting
BACKOFF_S = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
CONFIRM_S = 3.0


class Polling:
    """
    Fetches updates and feeds them: one sender's strictly in order, different senders' at once.

    The offset, which confirms, moves only past updates that were fed without WorldError.
    """

    def __init__(
        self,
        *,
        open: Callable[[], Awaitable[None]],
        fetch: Callable[[int | None, int], Awaitable[list[Raw]]],
        feed: Callable[[Raw], Awaitable[None]],
        stop: asyncio.Event,
    ) -> None:
        self._open, self._fetch, self._feed, self._stop = open, fetch, feed, stop
        self._opened = False
        self._troubles = 0
        self._offset: int | None = None
        self._confirmed: int | None = None
        self._in_hand: dict[int, bool] = {}  # update id → fed; in the order of arrival
        self._just_fed: set[int] = set()  # since the present fetch began: it may bring them again
        self._lanes: dict[object, deque[Raw]] = {}
        self._idle = asyncio.Event()

    async def run(self) -> None:
        """Poll until stopped; then finish what is in hand, confirm it and return."""
        async with asyncio.TaskGroup() as hands:
            while not self._stop.is_set():
                for raw in await self._unless_stopped(self._ask(), hands) or ():
                    self._take(raw, hands)
                if self._in_hand:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(BREATH_S):
                            await self._idle.wait()
        await self._confirm()

    async def _ask(self) -> list[Raw]:
        """The next updates; on trouble a pause and none."""
        try:
            if not self._opened:
                await self._open()
                self._opened = True
            offset = self._offset
            self._just_fed.clear()
            updates = await self._fetch(offset, 0 if self._in_hand else POLL_S)
        except Exception as trouble:
            await asyncio.sleep(self._pause_s(trouble))
            return []
        self._troubles, self._confirmed = 0, offset
        return updates

    def _pause_s(self, trouble: Exception) -> float:
        pause_s = BACKOFF_S[min(self._troubles, len(BACKOFF_S) - 1)]
        self._troubles += 1
        if isinstance(trouble, TryLater):
            pause_s = max(pause_s, trouble.after_s)
            log.warning("Telegram is away (%s); again in %g s", trouble.reason, pause_s)
        elif isinstance(trouble, OtherPoller | TokenRefused):
            log.error("%s Again in %g s.", trouble.__doc__, pause_s)
        else:
            log.error("polling failed (%s); again in %g s", type(trouble).__name__, pause_s)
        return pause_s

    def _take(self, raw: Raw, hands: asyncio.TaskGroup) -> None:
        update_id = int(raw["update_id"])
        if update_id in self._in_hand or update_id in self._just_fed:
            return
        self._in_hand[update_id] = False
        self._idle.clear()
        sender = _sender(raw)
        if sender in self._lanes:
            self._lanes[sender].append(raw)
        else:
            self._lanes[sender] = deque([raw])
            hands.create_task(self._walk(sender))

    async def _walk(self, sender: object) -> None:
        lane = self._lanes[sender]
        while lane:
            if not await self._fed(lane[0]):
                self._idle.set()  # nobody waits for it
                return  # stopping: it comes again after the restart
            self._done(int(lane.popleft()["update_id"]))
        del self._lanes[sender]

    async def _fed(self, raw: Raw) -> bool:
        """Feed it until the world takes it; False when the stop came first."""
        for pause_s in chain(BACKOFF_S, repeat(BACKOFF_S[-1])):
            try:
                await self._feed(raw)
                return True
            except WorldError as error:
                log.warning("update %s waits: %s", raw["update_id"], type(error).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._stop.wait()
            if self._stop.is_set():
                return False
        return False

    def _done(self, update_id: int) -> None:
        self._in_hand[update_id] = True
        while self._in_hand and self._in_hand[first := next(iter(self._in_hand))]:
            del self._in_hand[first]
            self._just_fed.add(first)
            self._offset = first + 1
        if not self._in_hand:
            self._idle.set()

    async def _confirm(self) -> None:
        if self._offset == self._confirmed:
            return
        try:
            async with asyncio.timeout(CONFIRM_S):
                await self._fetch(self._offset, 0)
        except Exception as error:
            log.warning("the last updates will come again: %s", type(error).__name__)

    async def _unless_stopped(
        self, work: Coroutine[Any, Any, T], hands: asyncio.TaskGroup
    ) -> T | None:
        working, stopping = hands.create_task(work), hands.create_task(self._stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if working.done():
            return working.result()
        working.cancel()
        return None


def _sender(raw: Raw) -> object:
    for kind in UPDATES:
        event = raw.get(kind)
        if isinstance(event, dict):
            who = event.get("from") or event.get("chat")
            return who.get("id") if isinstance(who, dict) else None
    return None
