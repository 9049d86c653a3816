"""Carries updates to the bot's webhook, in Telegram's order and with Telegram's patience."""

import asyncio
import json
import logging
import ssl
import time
from collections.abc import Awaitable, Callable
from types import TracebackType

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector

from bot.sandbox.telegram.calls import Call, decoded, read_body
from bot.sandbox.telegram.updates import Queue, Update, Updates, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 a header's name
ANSWER_WITHIN_S = 60
PAUSE_MAX_S = 60
RETRY_AFTER_MAX_S = 3600

log = logging.getLogger(__name__)


class Courier:
    """
    One worker per queue: strictly one by one inside it, all queues side by side.

    time_scale shortens every pause between retries: 0.01 makes a second ten milliseconds.
    perform executes a method that the bot put into its answer. certificate is the file of one that
    is trusted although nobody known has signed it.
    """

    def __init__(
        self,
        updates: Updates,
        *,
        time_scale: float,
        perform: Callable[[Call], Awaitable[object]],
        certificate: str = "",
    ) -> None:
        self._updates = updates
        self._certificate = certificate
        self._time_scale = time_scale
        self._perform = perform
        self._workers: dict[Queue, asyncio.Task[None]] = {}

    async def __aenter__(self) -> "Courier":
        self._group = await asyncio.TaskGroup().__aenter__()
        known = self._certificate
        trust = ssl.create_default_context(cafile=known) if known else True  # True: the usual ones
        self._session = ClientSession(
            timeout=ClientTimeout(total=ANSWER_WITHIN_S), connector=TCPConnector(ssl=trust)
        )
        self._foreman = self._group.create_task(self._watch())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in [self._foreman, *self._workers.values()]:
            task.cancel()
        await self._group.__aexit__(None, None, None)
        await self._session.close()

    async def _watch(self) -> None:
        while True:
            changed = self._updates.changed
            if self._updates.webhook:
                for queue in self._updates.queues() - self._workers.keys():
                    self._workers[queue] = self._group.create_task(self._drain(queue))
            await changed.wait()

    async def _drain(self, queue: Queue) -> None:
        while (hook := self._updates.webhook) and (update := self._updates.head(queue)):
            await self._carry(hook, update)
        del self._workers[queue]
        self._updates.notify()  # something may have come while this worker was leaving

    async def _carry(self, hook: Webhook, update: Update) -> None:
        async with hook.slots:
            retry_after_s = await self._post(hook, update)
        if retry_after_s is None:
            if self._updates.confirm(update):
                return
            retry_after_s = self._pause_s(update)
        await self._rest(update, retry_after_s * self._time_scale)

    async def _post(self, hook: Webhook, update: Update) -> float | None:
        """Return None when the bot took the update, else the seconds until the next try."""
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers[SECRET_HEADER] = hook.secret_token
        update.deliveries += 1
        body = json.dumps(update.raw).encode()
        try:
            async with self._session.post(
                hook.url, data=body, headers=headers, allow_redirects=False
            ) as response:
                if 200 <= response.status < 300:
                    await self._obey(response)
                    return None
                error = f"Wrong response from the webhook: {response.status} {response.reason}"
                wished = response.headers.get("Retry-After", "")
        except (ClientError, TimeoutError, OSError) as broken:
            error, wished = f"Connection failed: {type(broken).__name__}", ""
        hook.last_error, hook.last_error_at = error, int(time.time())
        update.last_error = error
        pause_s = self._pause_s(update)
        return min(int(wished), RETRY_AFTER_MAX_S) if wished.isdecimal() else pause_s

    def _pause_s(self, update: Update) -> float:
        """At once, then 2, 4, 8 … seconds."""
        update.failures += 1
        return 0 if update.failures == 1 else min(2 ** (update.failures - 1), PAUSE_MAX_S)

    async def _rest(self, update: Update, seconds: float) -> None:
        until = time.monotonic() + seconds
        hook = self._updates.webhook
        while (left := until - time.monotonic()) > 0:
            if self._updates.webhook is not hook or update.done.is_set():
                return  # another address to try, or an update that nobody waits for any more
            changed = self._updates.changed
            try:
                async with asyncio.timeout(left):
                    await changed.wait()
            except TimeoutError:
                return

    async def _obey(self, response: ClientResponse) -> None:
        """Execute the method the bot put in its answer; its result is nobody's to know."""
        try:
            params, uploads = await read_body(response.headers, response.content)
            if method := params.pop("method", None):
                await self._perform(Call(str(method), decoded(params), uploads))
        except Exception as ignored:  # as Telegram: an answer it can't read is still a 200
            log.info("the method in the webhook's answer failed: %s", ignored)
