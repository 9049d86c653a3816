"""The server: a real socket, a clear error, a stop that finishes what is in hand."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from bot.ports import CannotListen
from bot.trust import trusted
from bot.web import connection
from bot.web.connection import HEAD_S
from bot.web.server import Server


class Slow:
    """An application that answers when it is let."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.go = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer "done"."""
        self.asked.set()
        await self.go.wait()
        headers = [(b"content-length", b"4")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"done"})


@asynccontextmanager
async def serving(app: Slow, stop: asyncio.Event, *, head_s: float = HEAD_S) -> AsyncIterator[str]:
    """Serve on a free port; its URL."""
    server = Server(head_s=head_s)
    async with asyncio.timeout(10), asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(app, "127.0.0.1", 0, stop))
        await server.listening.wait()
        yield f"http://127.0.0.1:{server.port}"
        stop.set()


async def test_a_request_in_hand_is_finished_before_the_end() -> None:
    app, stop = Slow(), asyncio.Event()

    async with (
        serving(app, stop) as url,
        httpx.AsyncClient(verify=trusted(), trust_env=False) as browser,
        asyncio.TaskGroup() as tasks,
    ):
        request = tasks.create_task(browser.get(url))
        await app.asked.wait()
        stop.set()
        await asyncio.sleep(0.3)
        async with httpx.AsyncClient(verify=trusted(), trust_env=False) as late:
            with pytest.raises(httpx.ConnectError):
                await late.get(url)
        app.go.set()

    assert request.result().text == "done"


async def test_it_says_nothing_of_itself() -> None:
    app, stop = Slow(), asyncio.Event()
    app.go.set()

    async with (
        serving(app, stop) as url,
        httpx.AsyncClient(verify=trusted(), trust_env=False) as browser,
    ):
        answer = await browser.get(url)

    assert "server" not in answer.headers


async def test_a_taken_port_is_one_sentence_naming_the_setting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CannotListen, match=f"Port {port} .* LOYALTY_PORT"):
            await Server().serve(Slow(), "127.0.0.1", port, asyncio.Event())


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
async def test_a_foreign_address_is_one_sentence_naming_the_setting(host: str) -> None:
    with pytest.raises(CannotListen, match="LOYALTY_HOST"):
        await Server().serve(Slow(), host, 0, asyncio.Event())


async def test_a_request_that_is_on_its_way_while_we_stop_gets_its_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "LAST_CHANCE_S", 5.0)
    app, stop = Slow(), asyncio.Event()
    app.go.set()

    async with serving(app, stop) as url:
        host, port = url.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"GET / HTTP/1.1\r\n")
        await writer.drain()
        stop.set()
        await asyncio.sleep(0.2)
        writer.write(b"Host: x\r\n\r\n")
        answer = await reader.read()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200")
    assert b"connection: close" in answer
    assert answer.endswith(b"done")


class AtTheLastMoment(asyncio.Event):
    """Somebody comes between the last look at who is there and the end."""

    url = ""
    came: socket.socket | None = None

    def is_set(self) -> bool:
        """Tell; they are in the system's queue by then."""
        told = super().is_set()
        if told and not self.came:
            host, port = self.url.removeprefix("http://").split(":")
            self.came = socket.create_connection((host, int(port)))
            self.came.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        return told


async def test_whom_the_system_has_let_in_while_we_stop_gets_an_answer() -> None:
    app, stop = Slow(), AtTheLastMoment()
    app.go.set()

    async with serving(app, stop) as url:
        stop.url = url

    assert stop.came
    with stop.came:
        answer = stop.came.recv(1000)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"connection: close" in answer


@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\nX-Slow: "])
@pytest.mark.parametrize("before", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
async def test_who_never_comes_to_the_end_of_the_headers_is_hung_up_on(
    before: bytes, head: bytes
) -> None:
    app, stop = Slow(), asyncio.Event()
    app.go.set()

    async with serving(app, stop, head_s=0.1) as url:
        host, port = url.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(before)
        if before:
            await reader.readuntil(b"done")
        if head or not before:  # an idle connection is kept for the next request
            writer.write(head)
            assert not (await reader.read()).startswith(b"HTTP/1.1 2")
        writer.close()


async def test_no_part_of_an_answer_waits_for_the_one_before_to_be_confirmed() -> None:
    app, stop, server = Slow(), asyncio.Event(), Server()
    app.go.set()
    sends_at_once: list[int] = []

    class Seen(server._connection):  # type: ignore[name-defined, misc]
        def connection_made(self, transport: asyncio.Transport) -> None:
            taken = transport.get_extra_info("socket")
            sends_at_once.append(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            super().connection_made(transport)

    server._connection = Seen
    async with asyncio.timeout(10), asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(app, "127.0.0.1", 0, stop))
        await server.listening.wait()
        async with httpx.AsyncClient(verify=trusted(), trust_env=False) as browser:
            await browser.get(f"http://127.0.0.1:{server.port}")
        stop.set()

    assert sends_at_once == [1]
