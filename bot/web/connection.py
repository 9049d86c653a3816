"""One connection: no patience with who is slow to ask, and a last chance when we stop."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S = 20.0  # for the first line and the headers: else strangers could keep us full of them
LAST_CHANCE_S = 1.0  # a request may be on its way while we stop: it gets its answer


class Connection(H11Protocol):
    """uvicorn's, which waits for headers for ever, and closes on requests that are on their way."""

    head_s = HEAD_S
    stop: asyncio.Event

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._late: asyncio.TimerHandle | None = None
        self._stopping = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._look()
        if self.stop.is_set():
            self.shutdown()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._relent()

    def data_received(self, data: bytes) -> None:
        """Take what came; it is a request, or a part of its headers."""
        super().data_received(data)
        self._look()

    def shutdown(self) -> None:
        """We stop: finish the request in hand, or the one that comes just now."""
        if self._stopping:
            return
        self._stopping = True
        if self._asked:
            self._make_it_the_last()
        else:
            self.loop.call_later(LAST_CHANCE_S, super().shutdown)

    @property
    def _asked(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _look(self) -> None:
        if not self._asked:
            self._late = self._late or self.loop.call_later(
                self.head_s, self.timeout_keep_alive_handler
            )
            return
        self._relent()
        if self._stopping:
            self._make_it_the_last()

    def _make_it_the_last(self) -> None:
        """And say so: else the other side may send one more into the closing connection."""
        self.cycle.keep_alive = False
        self.cycle.default_headers = [*self.cycle.default_headers, (b"connection", b"close")]

    def _relent(self) -> None:
        if self._late:
            self._late.cancel()
            self._late = None
