"""
Outbound webhooks: what happens is told to the addresses of the settings, signed as Standard
Webhooks are, at least once each: an event told twice has the same `webhook-id`.

No redirect is followed and no answer is read: what an address says beyond its status is nothing to
us. One that does not answer with 2xx is tried again for about three days.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

import httpx
from standardwebhooks import Webhook

from bot.acts import Acts
from bot.draining import keep_draining
from bot.ports import Database
from bot.settings import Settings
from bot.trust import trusted
from core.tables import hooks
from core.tables.hooks import Hook

POLL_S = 1.0
AT_ONCE = 10  # to one address
TIMEOUT_S = 10.0
LEASE = timedelta(minutes=2)  # longer than the patience with a batch
PAUSES_S = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Between the attempts, as the Standard Webhooks advise; after the last it is given up."""
UNWANTED = 410  # Gone: the address says that it wants no more

log = logging.getLogger(__name__)

Told = Callable[[str], None]
"""Hears how every attempt ended: delivered, put off, failed."""


class Hooks:
    """Tells these addresses what happened."""

    def __init__(
        self,
        *,
        database: Database,
        acts: Acts,
        urls: Sequence[str],
        secrets: Sequence[str],
        told: Told = lambda outcome: None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._database = database
        self._transport = transport  # None: the network
        self._acts = acts
        self._urls = urls
        self._signers = [Webhook(secret) for secret in secrets]
        self._told = told
        self._counts: Counter[str] = Counter()

    async def run(self, stop: asyncio.Event) -> None:
        """Tell what is due as long as not stopped."""
        await keep_draining(self.drain, stop, what="outbound webhooks", every_s=POLL_S)

    async def drain(self, stop: asyncio.Event | None = None) -> Mapping[str, int]:
        """Tell what is due now; how many attempts ended how. One address does not hold another."""
        self._counts = Counter()
        if self._urls:
            async with (
                httpx.AsyncClient(
                    timeout=TIMEOUT_S,
                    follow_redirects=False,
                    verify=trusted(),
                    trust_env=False,
                    transport=self._transport,
                ) as http,
                asyncio.TaskGroup() as addresses,
            ):
                for url in self._urls:
                    addresses.create_task(self._drain_address(http, url, stop))
        return self._counts

    async def _drain_address(
        self, http: httpx.AsyncClient, url: str, stop: asyncio.Event | None
    ) -> None:
        while not (stop and stop.is_set()):
            now = self._acts.clock()
            due = await self._database.run(
                partial(hooks.lease, url=url, now=now, until=now + LEASE, limit=AT_ONCE)
            )
            if not due:
                return
            await asyncio.gather(*(self._attempt(http, hook) for hook in due))

    async def _attempt(self, http: httpx.AsyncClient, hook: Hook) -> None:
        """Tell it once, and write what came of it."""
        status, answered = await self._post(http, hook)
        outcome, next_at = "put off", None
        if 200 <= status < 300:
            outcome = "delivered"
        elif status == UNWANTED or hook.attempts > len(PAUSES_S):
            outcome = "failed"
            log.error("webhook %s is given up, see `loyalty hooks list`: %s", hook.id, answered)
        else:
            next_at = self._acts.clock() + timedelta(seconds=PAUSES_S[hook.attempts - 1])
        state = "queued" if next_at else outcome
        settle = partial(hooks.settle, hook=hook, state=state, answered=answered, next_at=next_at)
        await self._database.run(settle)
        self._counts[outcome] += 1
        self._told(outcome)

    async def _post(self, http: httpx.AsyncClient, hook: Hook) -> tuple[int, str]:
        """The status it was answered with, 0 for none, and that in words."""
        try:
            async with http.stream(
                "POST", hook.url, content=hook.body.encode(), headers=self._headers(hook)
            ) as response:
                return response.status_code, f"HTTP {response.status_code}"
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return 0, type(error).__name__

    def _headers(self, hook: Hook) -> dict[str, str]:
        now = self._acts.clock()
        signed = (signer.sign(hook.id, now, hook.body) for signer in self._signers)
        return {
            "content-type": "application/json",
            "webhook-id": hook.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signed),
        }


def hooks_of(
    settings: Settings, database: Database, acts: Acts, told: Told = lambda outcome: None
) -> Hooks:
    """Those of the settings."""
    return Hooks(
        database=database,
        acts=acts,
        urls=settings.outbound_urls,
        secrets=[secret.get_secret_value() for secret in settings.outbound_secret],
        told=told,
    )
