"""A shorter way for what comes most often: around FastAPI, whose own costs as much again."""

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.limits import BODY_BYTES_MAX, BodyLimit
from bot.web.measuring import Measured
from bot.web.metrics import Metrics


class Application(FastAPI):
    """FastAPI, and short ways for POST to some paths."""

    short_ways: Mapping[str, ASGIApp] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        if scope["type"] == "http" and scope["method"] == "POST":
            way = self.short_ways.get(scope["path"])
            if way:
                return await way(scope, receive, send)
        return await super().__call__(scope, receive, send)


def behind(
    app: FastAPI, inner: ASGIApp, metrics: Metrics, *, bytes_max: int = BODY_BYTES_MAX
) -> ASGIApp:
    """The application behind what every call of the app passes: measured, limited, refused."""
    handlers = dict(app.exception_handlers)
    bug = handlers.pop(Exception)
    limited = BodyLimit(ExceptionMiddleware(inner, handlers), bytes_max)
    return ServerErrorMiddleware(Measured(limited, metrics), handler=bug)
