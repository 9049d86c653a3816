"""
`python -m tests.benchmarks.stand_in PORT`: a Bot API that says yes to everything, at once.

The sandbox checks what it is sent; this one is there to cost as little as it can.
"""

import json
import sys

from aiohttp import web

ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SENT = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 1, "type": "private"}, "text": "ok"}
RESULTS = {"getMe": ME, "sendMessage": SENT}


class StandIn:
    """Counts what was sent, and keeps the last of it."""

    def __init__(self) -> None:
        self._count = 0
        self._last = b""

    async def method(self, request: web.Request) -> web.Response:
        """Answer any method of any bot."""
        name, body = request.match_info["method"], await request.read()
        if name == "sendMessage":
            self._count += 1
            self._last = body
        answer = {"ok": True, "result": RESULTS.get(name, True)}
        return web.Response(body=json.dumps(answer).encode(), content_type="application/json")

    async def said(self, request: web.Request) -> web.Response:
        """How many messages were sent, and the last one as it came."""
        return web.json_response({"count": self._count, "last": self._last.decode()})


def main() -> None:
    """Serve until terminated."""
    stand_in, app = StandIn(), web.Application()
    app.router.add_route("*", "/{bot}/{method}", stand_in.method)
    app.router.add_get("/said", stand_in.said)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)


if __name__ == "__main__":
    main()
