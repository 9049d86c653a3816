"""Who may call the API: a Bearer key, checked before the body is read."""

import json
from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import Any, NoReturn

from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException

from bot.web.allowing import scopes_for
from bot.web.given import Web
from bot.web.problems import MEDIA_TYPE

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

DOCUMENTED = HTTPBearer(
    auto_error=False,
    description="One of LOYALTY_API_KEYS: `Authorization: Bearer KEY`. A key listed alone may do"
    " everything; one listed as `name:scopes:key` what its scopes allow, joined with `+`: `read`"
    " every GET and quotes, `write` everything that changes something, `till` what a till needs"
    " (find, read and enrol members; quotes, orders, refunds; redeem, read and use vouchers).",
)
PROBLEMS = {
    401: "No key, or a wrong one.",
    403: "The key's scopes don't allow this call.",
    404: "There is no such thing, or it was erased.",
    408: "The body did not come to its end in time.",
    409: "The program's rules or the present state don't allow it; `type` says why.",
    413: "The body is too long.",
    422: "The request is not valid; `errors` names each field.",
    429: "The key was used too often; `Retry-After` says when it can be used again.",
    503: "No API keys are set, or the database is away; `Retry-After` if it is worth trying.",
}


class ExactRequest(Request):
    """Reads JSON without rounding: a number with a fraction is a Decimal."""

    async def json(self) -> Any:
        """The body as JSON."""
        body = await self.body()
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)


def api_router(web: Web, tag: str) -> APIRouter:
    """A router whose every route asks for a key, and documents its problems."""

    class Guarded(APIRoute):
        def get_route_handler(self) -> Handler:
            handle = super().get_route_handler()
            method = min(self.methods or {"GET"})  # a route has one
            needed = scopes_for(method, self.path_format)

            async def guarded(request: Request) -> Response:
                web.doorkeeper.admit(request.headers.get("Authorization", ""), needed)
                return await handle(ExactRequest(request.scope, request.receive))

            return guarded

    return APIRouter(
        route_class=Guarded,
        dependencies=[Depends(DOCUMENTED)],
        tags=[tag],
        responses={status: _documented(text) for status, text in PROBLEMS.items()},
    )


def _no_number(constant: str) -> NoReturn:
    raise HTTPException(400, f"{constant} is not JSON.")


def _documented(text: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {MEDIA_TYPE: {"schema": schema}}}
