"""One call of a Bot API method, read from any of the encodings Telegram accepts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, StreamReader

from bot.sandbox.telegram.refusals import bad_request

Headers = Mapping[str, str]
ATTACHED = "attach://"

INTEGERS = {
    "cache_time",
    "chat_id",
    "limit",
    "max_connections",
    "message_id",
    "message_thread_id",
    "offset",
    "subscription_period",
    "timeout",
    "user_id",
}
FLAGS = {
    "allow_paid_broadcast",
    "disable_content_type_detection",
    "disable_notification",
    "drop_pending_updates",
    "has_spoiler",
    "is_canceled",
    "ok",
    "protect_content",
    "show_alert",
    "show_caption_above_media",
}
OBJECTS = {
    "allowed_updates",
    "caption_entities",
    "commands",
    "entities",
    "link_preview_options",
    "prices",
    "reply_markup",
    "reply_parameters",
    "scope",
    "suggested_post_parameters",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its decoded parameters: numbers, flags and nested objects are themselves."""

    method: str
    params: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """Return the parameter, None when it was not given."""
        return self.params.get(name)

    def text(self, name: str) -> str:
        """Return the parameter as text, empty when it was not given."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def upload(self, name: str) -> Upload | None:
        """Return the file given under the name, directly or by attach://."""
        value = self.params.get(name)
        if isinstance(value, str) and value.startswith(ATTACHED):
            return self.uploads.get(value.removeprefix(ATTACHED))
        return self.uploads.get(name)


async def read_body(
    headers: Headers, content: StreamReader
) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Read JSON, a form or multipart; raises Refused when it is none of them."""
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _read_multipart(headers, content)
    body = (await content.read()).decode(errors="replace")
    if kind == "application/json":
        return _object(body), {}
    return dict(parse_qsl(body, keep_blank_values=True)), {}


def decoded(params: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the strings of a form into numbers, flags and objects, by the parameter's name."""
    return {name: _decoded(name, value) for name, value in params.items()}


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in INTEGERS:
        # "@channel" is a chat_id too; no such chat exists here
        return int(value) if value.lstrip("-").isdecimal() else value
    if name in FLAGS:
        return value.lower() in ("true", "1", "yes")
    if name in OBJECTS:
        return _json(name, value) if value else None
    return value


def _json(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as broken:
        raise bad_request(f"can't parse {name} JSON object") from broken


def _object(body: str) -> dict[str, Any]:
    if not body.strip():
        return {}
    found = _json("request", body)
    if not isinstance(found, dict):
        raise bad_request("can't parse request: object expected")
    return found


async def _read_multipart(
    headers: Headers, content: StreamReader
) -> tuple[dict[str, Any], dict[str, Upload]]:
    params: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    reader = MultipartReader(headers, content)
    while (part := await reader.next()) is not None:
        assert isinstance(part, BodyPartReader)  # noqa: S101 no library nests multipart in multipart
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            params[part.name or ""] = data.decode(errors="replace")
        else:
            uploads[part.name or ""] = Upload(part.filename, data)
    return params, uploads
