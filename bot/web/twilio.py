"""POST /webhooks/twilio/sms and /status: what Twilio signed, answered when it is committed."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from bot.web.given import Form, Texting, Web
from bot.web.limits import BODY_BYTES_MAX

SMS_PATH, STATUS_PATH = "/webhooks/twilio/sms", "/webhooks/twilio/status"
FIELDS_MAX = 200
FORM_BYTES_MAX = min(BODY_BYTES_MAX, 64 * 1024)  # a message of 1600 signs, and thirty fields
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def twilio_router(web: Web) -> APIRouter:
    """The two addresses that Twilio is given."""
    router = APIRouter(include_in_schema=False)

    @router.post(SMS_PATH)
    async def hear(request: Request) -> Response:
        texting = _texting(web)
        params = await _signed(texting, request)
        return Response(twiml(await texting.hear(params)), media_type="application/xml")

    @router.post(STATUS_PATH)
    async def told(request: Request) -> Response:
        texting = _texting(web)
        params = await _signed(texting, request)
        await texting.told(params, request.query_params.get("m", ""))
        return Response(status_code=204)

    return router


def twiml(reply: str) -> str:
    """The answer as Twilio reads it; without words it says nothing."""
    message = f"<Message>{escape(NO_XML.sub('', reply))}</Message>" if reply else ""
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>'


def _texting(web: Web) -> Texting:
    if web.texting is None:
        raise HTTPException(503, "Text messages are off: LOYALTY_TWILIO_… is not set.")
    return web.texting


async def _signed(texting: Texting, request: Request) -> Mapping[str, str]:
    """
    The form's fields, if Twilio signed them for the very address it was given.

    That is the path and query as they were sent: what a proxy makes of them is not asked.
    """
    form = _fields(await _body(request))
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    query: bytes = request.scope["query_string"]
    target = path.decode("latin-1") + (f"?{query.decode('latin-1')}" if query else "")
    signature = request.headers.get("X-Twilio-Signature", "")
    settings = request.headers.get("X-Twilio-Webhooks-Signature-Settings", "")
    if not texting.is_signed(target, form, signature, settings):
        raise HTTPException(403, "The signature is wrong or missing.")
    return {name: values[-1] for name, values in form.items()}


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_BYTES_MAX:
            raise HTTPException(413, f"The form may have {FORM_BYTES_MAX} bytes at most.")
    return body


def _fields(body: bytes) -> Form:
    """Every field with its values; blank ones are signed too."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=FIELDS_MAX)
    except ValueError:
        raise HTTPException(400, "The body is not a form.") from None
    form: dict[str, list[str]] = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form
