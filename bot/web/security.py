"""Who may call the API: a Bearer key, checked before the body is read."""

import json
import secrets
from collections.abc import Callable, Coroutine
from decimal import Decimal
from hashlib import sha256
from typing import Any, NoReturn

from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException

from bot.web.given import Web
from bot.web.problems import MEDIA_TYPE

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

DOCUMENTED = HTTPBearer(
    auto_error=False, description="One of LOYALTY_API_KEYS: `Authorization: Bearer KEY`."
)
PROBLEMS = {
    401: "No key, or a wrong one.",
    404: "There is no such thing, or it was erased.",
    409: "The program's rules or the present state don't allow it; `type` says why.",
    413: "The body is too long.",
    422: "The request is not valid; `errors` names each field.",
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
    digests = [sha256(key.encode()).digest() for key in web.api_keys]

    class Guarded(APIRoute):
        def get_route_handler(self) -> Handler:
            handle = super().get_route_handler()

            async def guarded(request: Request) -> Response:
                _check(request.headers.get("Authorization", ""), digests)
                return await handle(ExactRequest(request.scope, request.receive))

            return guarded

    return APIRouter(
        route_class=Guarded,
        dependencies=[Depends(DOCUMENTED)],
        tags=[tag],
        responses={status: _documented(text) for status, text in PROBLEMS.items()},
    )


def _check(authorization: str, digests: list[bytes]) -> None:
    if not digests:
        raise HTTPException(503, "The API is off: LOYALTY_API_KEYS is not set.")
    scheme, _, key = authorization.partition(" ")
    given = sha256(key.strip().encode("latin-1")).digest()  # as headers are decoded
    # every key is compared, so that the time tells nothing
    matches = [secrets.compare_digest(given, digest) for digest in digests]
    if scheme.lower() != "bearer" or not any(matches):
        raise HTTPException(
            401,
            "The API key is wrong or missing: send the header Authorization: Bearer KEY.",
            headers={"WWW-Authenticate": 'Bearer realm="loyalty"'},
        )


def _no_number(constant: str) -> NoReturn:
    raise HTTPException(400, f"{constant} is not JSON.")


def _documented(text: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": text, "content": {MEDIA_TYPE: {"schema": schema}}}
