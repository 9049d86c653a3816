"""No request may fill the memory: a limit on the body, before anything reads it."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES_MAX = 1_000_000


class BodyLimit:
    """Refuses (413) a body that is, or says it is, too long; only when somebody reads it."""

    def __init__(self, app: ASGIApp, bytes_max: int = BODY_BYTES_MAX) -> None:
        self._app = app
        self._bytes_max = bytes_max

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a receive that counts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = next(
            (value for name, value in scope["headers"] if name == b"content-length"), b""
        )
        count = 0

        async def counting() -> Message:
            nonlocal count
            self._check(int(declared) if declared.isdigit() else 0)
            message = await receive()
            count += len(message.get("body", b""))
            self._check(count)
            return message

        await self._app(scope, counting, send)

    def _check(self, count: int) -> None:
        if count > self._bytes_max:
            raise HTTPException(413, f"The body may have {self._bytes_max} bytes at most.")
