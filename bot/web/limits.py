"""No request may fill the memory or take for ever: limits on the body, before anything reads it."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES_MAX = 1_000_000
BODY_S = 30.0


class BodyLimit:
    """
    Refuses a body that is, or says it is, too long (413), or that does not come to its end (408).

    Only when somebody reads it.
    """

    def __init__(
        self, app: ASGIApp, bytes_max: int = BODY_BYTES_MAX, seconds: float = BODY_S
    ) -> None:
        self._app = app
        self._bytes_max = bytes_max
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a receive that counts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = next(
            (value for name, value in scope["headers"] if name == b"content-length"), b""
        )
        count = 0
        until: float | None = asyncio.get_running_loop().time() + self._seconds

        async def counting() -> Message:
            nonlocal count, until
            self._check(int(declared) if declared.isdigit() else 0)
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(
                    408, f"The body did not come within {self._seconds:g} s."
                ) from None
            count += len(message.get("body", b""))
            self._check(count)
            if not message.get("more_body"):
                until = None  # from now on, it waits for the other side to hang up
            return message

        await self._app(scope, counting, send)

    def _check(self, count: int) -> None:
        if count > self._bytes_max:
            raise HTTPException(413, f"The body may have {self._bytes_max} bytes at most.")
