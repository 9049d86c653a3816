"""Whether the bot answers where its settings say: it, nothing, or something else."""

import asyncio
import socket
from contextlib import closing

from bot.listening import not_listening
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.given import Web
from bot.web.server import Server
from tests.bot.web.conftest import clock, web

__all__ = ["clock", "web"]


async def _at(port: int) -> list[str]:
    return await not_listening(Settings(host="0.0.0.0", port=port))  # noqa: S104 not listened to


async def test_our_own_server_is_all_right(web: Web) -> None:
    stop, server = asyncio.Event(), Server()
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(create_app(web), "127.0.0.1", 0, stop))
        await server.listening.wait()
        found = await _at(server.port)
        stop.set()

    assert found == []


async def test_nothing_and_something_else_are_told_with_what_to_do() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # and nobody listens
        [nothing] = await _at(reserved.getsockname()[1])

    async def other(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n<html>")
        writer.close()

    async with await asyncio.start_server(other, "127.0.0.1", 0) as server:
        [else_] = await _at(server.sockets[0].getsockname()[1])

    assert "start it with `loyalty run`" in nothing
    assert "Something else than the bot answers" in else_


async def test_an_answer_that_comes_in_pieces_is_ours_too() -> None:
    async def in_pieces(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            await reader.readuntil(b"\r\n\r\n")
            for piece in (b"HTTP/1.1 200 OK\r\n\r\n", b'{"status":', b'"ok"}'):
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.01)

    async with await asyncio.start_server(in_pieces, "127.0.0.1", 0) as server:
        found = await _at(server.sockets[0].getsockname()[1])

    assert found == []
