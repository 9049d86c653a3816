"""Serves the application over HTTP until it is told to stop."""

import asyncio
import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import uvicorn
from starlette.types import ASGIApp

from bot.ports import CannotListen
from bot.web.connection import HEAD_S, Connection

GRACE_S = 20
KEEP_ALIVE_S = 75  # longer than a load balancer's: else it sends into a closing connection
BACKLOG = 2048


class Server:
    """One listening socket; ``port`` is the one that was bound, also for port 0."""

    def __init__(self, *, head_s: float = HEAD_S) -> None:
        self.port = 0
        self.listening = asyncio.Event()

        class Ours(Connection):
            """With that patience, until we stop."""

        Ours.head_s = head_s
        self._connection = Ours

    async def serve(self, app: ASGIApp, host: str, port: int, stop: asyncio.Event) -> None:
        """
        Serve until stop is set; then take no more, finish the requests in hand, and return.

        Signals stay the caller's. Raises CannotListen.
        """
        self._connection.stop = stop
        with _bound(host, port) as listener:
            self.port = listener.getsockname()[1]
            config = uvicorn.Config(
                app,
                http=self._connection,
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                ws="none",
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_S,
                timeout_graceful_shutdown=GRACE_S,
            )
            await _Uvicorn(config, stop, self.listening).serve(sockets=[listener])


class _Uvicorn(uvicorn.Server):
    """uvicorn, but for its signals, and looking at our event at every tick (0.1 s)."""

    def __init__(
        self, config: uvicorn.Config, stop: asyncio.Event, listening: asyncio.Event
    ) -> None:
        super().__init__(config)
        self._stop = stop
        self._listening = listening

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to app."""
        yield

    async def on_tick(self, counter: int) -> bool:
        """Say that we listen; tell whether to stop."""
        self._listening.set()
        return await super().on_tick(counter) or self._stop.is_set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; but whom the system has let in already, for us to come to, is not hung up on."""
        waiting = [one for listener in sockets or () for one in _let_in(listener)]
        for server in self.servers:
            server.close()
        for one in waiting:
            await asyncio.get_running_loop().connect_accepted_socket(self._connection, one)
        await super().shutdown(sockets)

    def _connection(self) -> asyncio.Protocol:
        return self.config.http_protocol_class(  # type: ignore[call-arg] # as uvicorn does
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )


def _let_in(listener: socket.socket) -> Iterator[socket.socket]:
    with suppress(BlockingIOError):
        while True:
            yield listener.accept()[0]


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)  # asyncio sends at once on TCP it knows
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(BACKLOG)
            listener.setblocking(False)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise CannotListen(_sentence(error, host, port)) from error
    with listener:
        yield listener


def _sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {host} is taken by another program:"
            " stop that one, or set LOYALTY_PORT to a free port."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than the bot has: set LOYALTY_PORT above 1023."
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine: set LOYALTY_HOST to one that is."
    return f"Can't listen on port {port} of {host} ({error.strerror}): set LOYALTY_PORT or _HOST."
