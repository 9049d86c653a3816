"""What the three stand-ins share: a server on the loopback that can fail as ordered."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.sandbox.loopback import listening
from bot.sandbox.shops.failures import Failure

HANG_S = 3600.0
THROTTLED = {
    "errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
    "extensions": {
        "cost": {
            "requestedQueryCost": 160,
            "throttleStatus": {"currentlyAvailable": 10, "restoreRate": 50.0},
        }
    },
}

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call that came in."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


class ShopStandIn:
    """
    A web shop's API on this machine; ``async with`` listens at its url.

    orders and codes are what the shop has; made is every code there ever was, asked every call.
    """

    def __init__(self) -> None:
        self.orders: dict[str, Json] = {}
        self.codes: dict[str, Json] = {}  # by code in small letters: shops mind no case
        self.currency = "EUR"
        self.made: list[str] = []
        self._news = asyncio.Event()
        self.pieces: dict[str, tuple[int, str]] = {}  # SKU → id, price
        self.failures: list[Failure] = []
        self.asked: list[Call] = []
        self._last_id = 1000
        self._app = web.Application(middlewares=[self._answer])
        self._app.router.add_routes(self._routes())
        self._life = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self.url = await self._life.enter_async_context(listening(self._app))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._life.aclose()

    def fail(self, *failures: Failure) -> None:
        """Order failures for the next calls, one each."""
        self.failures += failures

    def calls(self, method: str, part: str = "") -> list[Call]:
        """The calls of that method whose path holds that part."""
        return [call for call in self.asked if call.method == method and part in call.path]

    def has_code(self, code: str, made: Json) -> Json:
        """From now on there is that code."""
        self.made.append(code)
        self.codes[code.lower()] = made
        self._news.set()
        return made

    async def until_made(self, code: str) -> None:
        """Wait until there is that code."""
        while code.lower() not in self.codes:
            await self._hear()

    async def until_asked(self, part: str) -> None:
        """Wait until a call's path holds that part."""
        while not any(part in call.path for call in self.asked):
            await self._hear()

    async def _hear(self) -> None:
        self._news.clear()
        await self._news.wait()

    def new_id(self) -> int:
        """An id nothing has yet."""
        self._last_id += 1
        return self._last_id

    def _routes(self) -> list[web.RouteDef]:
        raise NotImplementedError

    def _is_known(self, request: web.Request) -> bool:
        raise NotImplementedError

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        self.asked.append(
            Call(method=request.method, path=request.path, query=dict(request.query), body=body)
        )
        self._news.set()
        if not self._is_known(request):
            return web.json_response({"errors": "Invalid API key or access token"}, status=401)
        document = body.get("query", "") if isinstance(body, dict) else ""
        failure = self._failure(f"{request.method} {request.path} {document}")
        if failure is None:
            return await handler(request)
        if failure.accepted:
            await handler(request)
        return await _fail(request, failure)

    def _failure(self, call: str) -> Failure | None:
        for failure in self.failures:
            if failure.upon in call:
                self.failures.remove(failure)
                return failure
        return None


def moment(text: str) -> datetime:
    """A moment as APIs write it; without an offset it is in UTC."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


async def _fail(request: web.Request, failure: Failure) -> web.StreamResponse:
    if failure.way == "throttled":
        return web.json_response(THROTTLED)
    if failure.way == "answer":
        headers = {"Retry-After": failure.retry_after} if failure.retry_after else {}
        return web.Response(status=failure.status, text=failure.body, headers=headers)
    if failure.way == "hang":
        await asyncio.sleep(HANG_S)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()  # goes nowhere: the connection is gone
