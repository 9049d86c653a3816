"""The API's HTTP face: /2010-04-01/Accounts/{sid}/Messages.json on the loopback."""

import asyncio
import re
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime

from aiohttp import web

from bot.sandbox.twilio.failures import Failure
from bot.sandbox.twilio.messages import Json, Message, State, new_sid

HANG_S = 3600.0
BODY_MAX = 1600
E164 = re.compile(r"\+[1-9][0-9]{6,14}")


class Server:
    """Answers, and keeps every message it was asked to send."""

    def __init__(self, state: State, *, taken: Callable[[Message], None]) -> None:
        self.failures: list[Failure] = []
        self.asked: list[dict[str, str]] = []
        self._state = state
        self._taken = taken
        self.app = web.Application()
        account = "/2010-04-01/Accounts/{account}"
        self.app.router.add_post(f"{account}/Messages.json", self._create)
        self.app.router.add_get(f"{account}/Messages.json", self._list)
        self.app.router.add_get(f"{account}/Messages/{{sid}}.json", self._fetch)
        self.app.router.add_get(f"{account}.json", self._account)

    async def _create(self, request: web.Request) -> web.StreamResponse:
        if not self._is_known(request):
            return _refusal(20003, 401)
        fields = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append(fields)
        failure = self.failures.pop(0) if self.failures else None
        if failure and not failure.accepted:
            return await _fail(request, failure)
        if (code := self._fault(fields)) is not None:
            return _refusal(code, 400)
        message = self._take(fields)
        if failure:
            return await _fail(request, failure)
        return web.json_response(message.shown(self._state.account), status=201)

    def _take(self, fields: dict[str, str]) -> Message:
        service = fields.get("MessagingServiceSid")
        message = Message(
            sid=new_sid(),
            to=fields["To"],
            sender=fields.get("From", self._state.number),
            body=fields["Body"],
            direction="outbound-api",
            status="accepted" if service else "queued",
            callback=fields.get("StatusCallback", ""),
        )
        self._state.add(message)
        self._taken(message)
        return message

    def _fault(self, fields: dict[str, str]) -> int | None:
        """The code of what is wrong with a message; None: nothing."""
        to, body = fields.get("To", ""), fields.get("Body", "")
        wrong = {
            21211: not E164.fullmatch(to),
            21603: not (fields.get("From") or fields.get("MessagingServiceSid")),
            21602: not body,
            21617: len(body) > BODY_MAX,
            21610: to in self._state.stopped,
        }
        return next((code for code, is_so in wrong.items() if is_so), None)

    async def _list(self, request: web.Request) -> web.StreamResponse:
        if not self._is_known(request):
            return _refusal(20003, 401)
        to, since = request.query.get("To"), request.query.get("DateSent>")
        found = [
            message.shown(self._state.account)
            for message in self._state.messages.values()
            if (to is None or message.to == to)
            and (since is None or message.created_at >= _moment(since))
        ]
        page: Json = {"messages": found[::-1], "next_page_uri": None, "page": 0, "page_size": 50}
        return web.json_response(page)

    async def _fetch(self, request: web.Request) -> web.StreamResponse:
        message = self._state.messages.get(request.match_info["sid"])
        if message is None or not self._is_known(request):
            return _refusal(20404, 404)
        return web.json_response(message.shown(self._state.account))

    async def _account(self, request: web.Request) -> web.StreamResponse:
        if not self._is_known(request):
            return _refusal(20003, 401)
        account: Json = {"sid": self._state.account, "status": "active", "type": "Full"}
        return web.json_response(account)

    def _is_known(self, request: web.Request) -> bool:
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        expected = f"{self._state.account}:{self._state.token}".encode()
        account = request.match_info["account"]
        return scheme == "Basic" and b64decode(given) == expected and account == self._state.account


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _refusal(code: int, status: int, *, problem: bool = False) -> web.Response:
    about = f"https://www.twilio.com/docs/errors/{code}"
    answer: Json = {"code": code, "message": "Refused", "more_info": about, "status": status}
    if problem:
        answer = {"type": about, "title": "Refused", "status": status, "code": code}
    return web.json_response(answer, status=status)


async def _fail(request: web.Request, failure: Failure) -> web.StreamResponse:
    if failure.way == "answer" and failure.html:
        page = "<html><title>Bad Gateway</title></html>"
        return web.Response(status=failure.status, text=page, content_type="text/html")
    if failure.way == "answer":
        return _refusal(failure.code, failure.status, problem=failure.problem)
    if failure.way == "hang":
        await asyncio.sleep(HANG_S)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()  # goes nowhere: the connection is gone
