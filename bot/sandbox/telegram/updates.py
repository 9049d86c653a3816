"""Updates that wait for the bot: their order, their confirmation, and long polling."""

import asyncio
import itertools
import time
from dataclasses import dataclass, field

from bot.sandbox.telegram.records import Json
from bot.sandbox.telegram.refusals import bad_request, conflict

Queue = tuple[str, int]

DAY_S = 24 * 3600
PATIENCE_S = 15.0  # how long a person waits for the bot, also on a busy machine
LIVES_S = {"callback_query": 150, "pre_checkout_query": 150}
ONLY_IF_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}
POLL_MAX_S = 50
BATCH_MAX = 100

OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
POLL_WITH_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"
)


@dataclass(eq=False, slots=True)
class Update:
    """One update on its way to the bot; told names it in messages to people."""

    raw: Json
    kind: str
    queue: Queue
    told: str
    expires_at: float
    deliveries: int = 0
    failures: int = 0
    again: bool = False
    last_error: str = ""
    done: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def id(self) -> int:
        """The update_id: unique and rising, the same on every delivery."""
        return int(self.raw["update_id"])

    async def confirmed(self, timeout_s: float = PATIENCE_S) -> None:
        """Wait until the bot confirmed it; TimeoutError after the seconds names the update."""
        try:
            async with asyncio.timeout(timeout_s):
                await self.done.wait()
        except TimeoutError:
            raise TimeoutError(
                f"the bot did not confirm update {self.id} ({self.told}) within {timeout_s} s; "
                f"it was delivered {self.deliveries} times. {self.last_error}".rstrip()
            ) from None


@dataclass(eq=False, slots=True, kw_only=True)
class Webhook:
    """Where updates are posted to, and how many at once."""

    url: str
    secret_token: str
    max_connections: int
    slots: asyncio.Semaphore
    last_error: str = ""
    last_error_at: int = 0


class Updates:
    """What waits, oldest first; the courier (webhook) or a poller takes it from here."""

    def __init__(self, *, first_update_id: int) -> None:
        self.waiting: list[Update] = []
        self.offered: list[Update] = []
        self.webhook: Webhook | None = None
        self.allowed: list[str] = []
        self.confirmations_to_lose = 0
        self.changed = asyncio.Event()
        self._numbers = itertools.count(first_update_id)
        self._turn = 0
        self._closed = False

    def offer(self, kind: str, body: Json, *, queue: Queue, told: str) -> Update:
        """Queue a new update, unless its kind is one the bot did not ask for: then it is gone."""
        raw: Json = {"update_id": next(self._numbers), kind: body}
        lives_s = LIVES_S.get(kind, DAY_S)
        update = Update(raw, kind, queue, told, time.monotonic() + lives_s)
        self.offered.append(update)
        if self._asked_for(kind):
            self.waiting.append(update)
            self.notify()
        else:
            update.done.set()
        return update

    def offer_again(self, update: Update) -> Update:
        """Queue the same update, same id, once more."""
        expires_at = time.monotonic() + DAY_S
        copy = Update(update.raw, update.kind, update.queue, update.told, expires_at, again=True)
        self.waiting.append(copy)
        self.notify()
        return copy

    def confirm(self, update: Update) -> bool:
        """Forget the update; False when this confirmation is one to lose."""
        if self.confirmations_to_lose:
            self.confirmations_to_lose -= 1
            return False
        self.forget(update)
        return True

    def forget(self, update: Update) -> None:
        """Deliver it no more, and let those who wait for it go on."""
        if update in self.waiting:
            self.waiting.remove(update)
        update.done.set()
        self.notify()

    def forget_all(self) -> None:
        """Drop what waits."""
        for update in list(self.waiting):
            self.forget(update)

    def head(self, queue: Queue) -> Update | None:
        """Return the oldest living update of the queue."""
        self._drop_expired()
        return next((update for update in self.waiting if update.queue == queue), None)

    def queues(self) -> set[Queue]:
        """Return the queues in which something waits."""
        self._drop_expired()
        return {update.queue for update in self.waiting}

    def notify(self) -> None:
        """Wake pollers and the courier: something is different now."""
        self.changed.set()
        self.changed = asyncio.Event()

    def close(self) -> None:
        """End the long polls."""
        self._closed = True
        self.notify()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm what is below the offset, then return what waits or comes within the seconds."""
        if self.webhook:
            raise conflict(POLL_WITH_WEBHOOK)
        if not 1 <= limit <= BATCH_MAX:
            raise bad_request("limit must be between 1 and 100")
        self._turn += 1
        turn = self._turn
        self.notify()
        offset = self._confirm_below(offset)
        until = time.monotonic() + min(seconds, POLL_MAX_S)
        while not (batch := self._batch(offset, limit)) and time.monotonic() < until:
            if self._closed:
                break
            await self._wait(until - time.monotonic())
            if self.webhook:
                raise conflict("terminated by setWebhook request")
            if self._turn != turn:
                raise conflict(OTHER_POLLER)
        return batch

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.changed.wait()
        except TimeoutError:
            return

    def _confirm_below(self, offset: int) -> int:
        """Return the offset from which updates are still owed."""
        if offset < 0:  # "only the last few": the rest is forgotten
            kept = self.waiting[offset:]
            offset = kept[0].id if kept else 0
        below = [update for update in self.waiting if update.id < offset and self._seen(update)]
        if below and self.confirmations_to_lose:
            self.confirmations_to_lose -= 1
            return below[0].id
        for update in below:
            self.forget(update)
        return offset

    def _seen(self, update: Update) -> bool:
        return update.deliveries > 0 or not update.again

    def _batch(self, offset: int, limit: int) -> list[Json]:
        self._drop_expired()
        owed = [update for update in self.waiting if update.id >= offset or not self._seen(update)]
        for update in owed[:limit]:
            update.deliveries += 1
        return [update.raw for update in owed[:limit]]

    def _drop_expired(self) -> None:
        now = time.monotonic()
        for update in [one for one in self.waiting if one.expires_at < now]:
            self.forget(update)

    def _asked_for(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_IF_ASKED_FOR
