"""The HTTP face: /bot{token}/{method} and /file/bot{token}/{path} on the loopback."""

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.sandbox.telegram.calls import Call, decoded, read_body
from bot.sandbox.telegram.failures import Failure, Failures
from bot.sandbox.telegram.methods import canonical, perform
from bot.sandbox.telegram.refusals import Refused
from bot.sandbox.telegram.state import State


class Server:
    """Answers for one bot's token, and keeps every call it got."""

    def __init__(self, state: State, *, token: str) -> None:
        self.calls: list[Call] = []
        self.failures = Failures()
        self._state = state
        self._token = token
        self.app = web.Application()
        self.app.router.add_route("*", "/bot{token}/{method}", self._method)
        self.app.router.add_get("/file/bot{token}/{path:.+}", self._file)

    async def perform(self, call: Call) -> Any:
        """Note and do a call that came by another way than this server (a webhook's answer)."""
        self.calls.append(Call(canonical(call.method), call.params, call.uploads))
        return await perform(self._state, call)

    async def _method(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            call = await _read_call(request)
        except Refused as refusal:
            return _refusal(refusal)
        self.calls.append(call)
        if failure := self.failures.take(call):
            return await self._fail(request, call, failure)
        return await self._answer(call)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except Refused as refusal:
            return _refusal(refusal)
        path = request.match_info["path"]
        for file in self._state.records.files.values():
            if file.path == path:
                return web.Response(body=file.content)
        return _refusal(Refused(404, "Not Found"))

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if ":" not in token:
            raise Refused(404, "Not Found")
        if token != self._token:
            raise Refused(401, "Unauthorized")

    async def _answer(self, call: Call) -> web.Response:
        try:
            result = await perform(self._state, call)
        except Refused as refusal:
            return _refusal(refusal)
        return web.json_response({"ok": True, "result": result})

    async def _fail(self, request: web.Request, call: Call, failure: Failure) -> web.StreamResponse:
        if failure.accepted:
            await self._answer(call)
        if failure.way == "answer":
            return web.Response(
                status=failure.status,
                text=failure.body,
                content_type=failure.content_type,
                headers=failure.headers,
            )
        if failure.way == "hang":
            await asyncio.sleep(failure.seconds)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()  # goes nowhere: the connection is gone


async def _read_call(request: web.Request) -> Call:
    method = canonical(request.match_info["method"])
    params, uploads = await read_body(request.headers, request.content)
    return Call(method, decoded(dict(request.query) | params), uploads)


def _refusal(refusal: Refused) -> web.Response:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    return web.Response(
        status=refusal.code, text=json.dumps(answer), content_type="application/json"
    )
