"""How the stand-ins are reached: each is an application of its own on the loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

SHUTDOWN_S = 0.05


@asynccontextmanager
async def listening(app: web.Application) -> AsyncIterator[str]:
    """
    Serve it on a free port of 127.0.0.1 meanwhile; its URL.

    A caller who hangs up ends what it waited for: a long poll, or a hanging that was ordered.
    """
    runner = web.AppRunner(
        app, handler_cancellation=True, shutdown_timeout=SHUTDOWN_S, access_log=None
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()
