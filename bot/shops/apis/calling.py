"""Calling a shop's API. The one owner of httpx in the shops: its errors become ours here."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

import httpx

from bot.ports import CallRefused, ChannelRefused, TryLater
from bot.trust import trusted

TIMEOUT_S = 20.0
FLOOD_S = 2.0  # when the shop says "too many" but not how long
PAUSE_MAX_S = 3600.0
PAUSES_S = (2.0, 5.0, 15.0, 60.0)  # between tries of who has time
NO_ENTRY = {401, 402, 403, 423}  # wrong credentials, or a shop that is frozen or locked
SAID_MAX = 300  # of what a shop says of a refusal

logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO is a line for every call

T = TypeVar("T")
Query = Mapping[str, str | int]
Sleep = Callable[[float], Awaitable[None]]


class Answered(NamedTuple):
    """What a shop answered: its JSON (None: it had nothing to say) and its headers."""

    body: Any
    headers: Mapping[str, str]
    next_url: str = ""  # of the next page

    def said(self, *path: str) -> Any:
        """What stands at that path of the body; None when it says nothing there."""
        found = self.body
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return found


class Caller:
    """One shop's API; close it."""

    def __init__(
        self,
        *,
        shop: str,
        url: str,
        headers: Mapping[str, str],
        timeout_s: float = TIMEOUT_S,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._shop = shop
        self._sleep = sleep
        self._http = httpx.AsyncClient(
            base_url=url,
            headers={"Accept": "application/json", **headers},
            timeout=timeout_s,
            verify=trusted(),
            trust_env=False,  # credentials go where the settings say, not through a stray proxy
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        """Read one of many: a failure only takes longer, as starting anew would cost more."""
        for pause_s in PAUSES_S:
            try:
                return await call()
            except TryLater as later:
                await self._sleep(max(later.after_s, pause_s))
        return await call()

    async def read(self, path: str, query: Query | None = None) -> Answered:
        """Read with patience what must be there. Raises as send does."""
        return await self.patiently(partial(self.send, "GET", path, query=query))

    async def get(self, path: str, query: Query | None = None) -> Answered | None:
        """Read; None when the shop has no such thing. Raises as send does."""
        try:
            return await self.send("GET", path, query=query)
        except CallRefused as refusal:
            if refusal.status == httpx.codes.NOT_FOUND:
                return None
            raise

    async def send(
        self, method: str, path: str, body: Any = None, *, query: Query | None = None
    ) -> Answered:
        """
        Make a call once.

        Raises TryLater, with maybe_sent when nobody knows whether it was done, ChannelRefused when
        the shop lets us in no more, CallRefused when it won't do just this.
        """
        try:
            response = await self._http.request(method, path, json=body, params=query)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            raise TryLater(reason=f"{self._shop} can't be reached") from None
        except httpx.HTTPError as error:
            what = type(error).__name__
            raise TryLater(reason=f"{self._shop} did not answer: {what}", maybe_sent=True) from None
        self._check(response)
        return Answered(self._json(response), response.headers, _next_url(response))

    def _check(self, response: httpx.Response) -> None:
        """Raise what the status says."""
        status = response.status_code
        if response.is_success:
            return
        what = f"{self._shop} answered {status}"
        if status == httpx.codes.TOO_MANY_REQUESTS:
            raise TryLater(_pause_s(response.headers) or FLOOD_S, reason=what)
        if response.is_server_error:
            raise TryLater(_pause_s(response.headers), reason=what, maybe_sent=True)
        if status in NO_ENTRY:
            raise ChannelRefused(what)
        raise CallRefused(f"{what}: {response.text[:SAID_MAX]}", status=status)

    def _json(self, response: httpx.Response) -> Any:
        if not response.content:
            return None
        try:
            return json.loads(response.content, parse_float=Decimal)  # sums are exact
        except ValueError:
            what = f"{self._shop} answered something that is no JSON"
            raise TryLater(reason=what, maybe_sent=True) from None


def _pause_s(headers: Mapping[str, str]) -> float:
    """How long the shop wants to be left alone; 0 when it does not say."""
    for name, unit_s in (("Retry-After", 1.0), ("X-Rate-Limit-Time-Reset-Ms", 0.001)):
        if said := headers.get(name, ""):
            return min(max(0.0, _seconds(said, unit_s)), PAUSE_MAX_S)
    return 0.0


def _seconds(said: str, unit_s: float) -> float:
    """A number of units, or a date; what is neither counts as not said."""
    try:
        return float(said) * unit_s
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    return (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _next_url(response: httpx.Response) -> str:
    return response.links.get("next", {}).get("url", "")
