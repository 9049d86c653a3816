"""Every refusal and failure as application/problem+json (RFC 9457). The one place that does."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot.ports import WorldError
from bot.web.wording import FieldError, Invalid, amiss, answer_to, detail_of, kind_of, plain
from core.errors import LoyaltyError

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 5
NAMESPACE = "urn:problem-type:loyalty:"


def install_problems(app: FastAPI) -> None:
    """Answer every exception with a problem."""
    app.add_exception_handler(LoyaltyError, _of_refusal)
    app.add_exception_handler(WorldError, _of_world)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(Invalid, _of_invalid)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_bug)


def problem(
    status: int,
    detail: str,
    *,
    title: str | None = None,
    kind: str | None = None,
    errors: Sequence[FieldError] = (),
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, object] | None = None,
) -> JSONResponse:
    """Answer with a problem; without a kind its type is about:blank, and its title the status."""
    content: dict[str, Any] = {
        **(more or {}),
        "type": f"{NAMESPACE}{kind}" if kind else "about:blank",
        "title": title or HTTPStatus(status).phrase,
        "detail": detail,
        "status": status,
        "errors": [
            {"field": one.field, "detail": one.detail, "location": one.location} for one in errors
        ],
    }
    return JSONResponse(
        content, status_code=status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


async def _of_refusal(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, LoyaltyError)  # noqa: S101 as registered
    known, detail = answer_to(error), detail_of(error)
    values = {name: plain(value) for name, value in error.values.items()}
    errors = [FieldError(known.field, detail)] if known.field else []
    return problem(
        known.status,
        detail,
        title=known.title,
        kind=kind_of(type(error)),
        errors=errors,
        more=values,
    )


async def _of_world(request: Request, error: Exception) -> JSONResponse:
    return problem(
        503,
        "Something the bot needs does not answer. Nothing was changed; try the same again.",
        headers={"Retry-After": str(RETRY_AFTER_S)},
    )


async def _of_validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 as registered
    return _invalid([_field_error(one) for one in error.errors()])


async def _of_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Invalid)  # noqa: S101 as registered
    return _invalid(error.errors)


async def _of_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 as registered
    return problem(error.status_code, str(error.detail), headers=error.headers)


async def _of_bug(request: Request, error: Exception) -> JSONResponse:
    return problem(500, "The bot has made a mistake. Nothing was changed; it is in the log.")


def _invalid(errors: Sequence[FieldError]) -> JSONResponse:
    detail = "; ".join(f"{one.field}: {one.detail}" for one in errors[:3])
    return problem(
        422, detail, title="The request is not valid", kind="invalid-request", errors=errors
    )


def _field_error(error: Mapping[str, Any]) -> FieldError:
    location, *path = error["loc"]
    if error["type"] == "json_invalid":
        return FieldError("body", f"it is not JSON ({error['ctx']['error']})")
    name = ".".join(map(str, path)) or str(location)
    return FieldError(name, amiss(error), str(location))
