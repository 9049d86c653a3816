"""GET /health/live and /health/ready: what a load balancer asks."""

import asyncio
import logging
from collections.abc import Mapping

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from bot.web.given import OK, Web

PATIENCE_S = 5.0
ASKED = ["GET", "HEAD"]  # many who watch want no more than the status

log = logging.getLogger(__name__)


def health_router(web: Web) -> APIRouter:
    """Live: the process answers. Ready: everything it needs does."""
    router = APIRouter()

    @router.api_route("/health/live", methods=ASKED, include_in_schema=False)
    async def live() -> Response:
        return JSONResponse({"status": OK})

    @router.api_route("/health/ready", methods=ASKED, include_in_schema=False)
    async def ready() -> Response:
        parts = await _parts(web)
        failing = {part: state for part, state in parts.items() if not state.startswith(OK)}
        if failing:
            return JSONResponse(
                {"status": "failing", "failing": failing, "parts": dict(parts)}, status_code=503
            )
        return JSONResponse({"status": OK, "parts": dict(parts)})

    return router


async def _parts(web: Web) -> Mapping[str, str]:
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await web.ready()
    except TimeoutError:
        return {"process": f"it could not tell within {PATIENCE_S:g} seconds"}
    except Exception:  # whatever it is, the answer is "not ready"
        log.exception("The readiness check failed")
        return {"process": "the check itself failed, see the log"}
