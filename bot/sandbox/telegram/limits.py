"""What Telegram would refuse in texts, files, taps and profiles: messaging sizes in one place."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.telegram.formatting import utf16_length
from bot.sandbox.telegram.pictures import picture_size
from bot.sandbox.telegram.refusals import Refused, bad_request

TEXT_MAX = 4096
CAPTION_MAX = 1024
TOAST_MAX = 200
PHOTO_BYTES_MAX = 10 * 1024 * 1024
PHOTO_SIDES_MAX = 10_000
PHOTO_RATIO_MAX = 20
DOCUMENT_BYTES_MAX = 50 * 1024 * 1024
COMMANDS_MAX = 100
DESCRIPTION_MAX = 256
PROFILE_MAX = {"name": 64, "description": 512, "short_description": 120}

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")
LANGUAGE = re.compile(r"[a-z]{2}")


def check_text(text: str) -> None:
    """1–4096 UTF-16 units after parsing."""
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_MAX:
        raise bad_request("message is too long")


def check_caption(caption: str) -> None:
    """At most 1024 UTF-16 units after parsing."""
    if utf16_length(caption) > CAPTION_MAX:
        raise bad_request("message caption is too long")


def check_photo(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG of at most 10 MB and 10000 for both sides."""
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > PHOTO_BYTES_MAX:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_BYTES_MAX} bytes"
        )
    size = picture_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if min(size) < 1 or sum(size) > PHOTO_SIDES_MAX or max(size) > PHOTO_RATIO_MAX * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def check_document(content: bytes) -> None:
    """1 byte to 50 MB."""
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > DOCUMENT_BYTES_MAX:
        raise Refused(413, "Request Entity Too Large")


def check_toast(text: str) -> None:
    """At most 200 UTF-16 units."""
    if utf16_length(text) > TOAST_MAX:
        raise bad_request("MESSAGE_TOO_LONG")


def check_link(url: str) -> None:
    """
    A link with a scheme Telegram opens; a start payload in it within its alphabet.

    Telegram itself passes a bad payload on and the phone then ignores it: worse, so refused here.
    """
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme not in ("http", "https", "tg") or not parts.netloc or " " in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if parts.netloc.lower() != "t.me":
        return
    for payload in parse_qs(parts.query, keep_blank_values=True).get("start", []):
        check_start_payload(payload)


def check_start_payload(payload: str) -> None:
    """1–64 of A-Z a-z 0-9 _ -."""
    if not START_PAYLOAD.fullmatch(payload):
        raise bad_request("START_PARAM_INVALID")


def check_commands(commands: Any) -> None:
    """At most 100; names of [a-z0-9_]{1,32}, descriptions of 1–256."""
    if not isinstance(commands, Sequence) or isinstance(commands, str):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND_NAME.fullmatch(command.get("command", "").removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(command.get("description", "").strip()) <= DESCRIPTION_MAX:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(language_code: str) -> None:
    """Two letters of ISO 639-1, or nothing for everybody else."""
    if language_code and not LANGUAGE.fullmatch(language_code):
        raise bad_request("invalid language code specified")


def check_profile(what: str, text: str) -> None:
    """Name 64, description 512, short description 120."""
    if utf16_length(text) > PROFILE_MAX[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")


def check_secret_token(secret_token: str) -> None:
    """1–256 of A-Z a-z 0-9 _ -, or none."""
    if secret_token and not SECRET_TOKEN.fullmatch(secret_token):
        raise bad_request("secret token contains unallowed characters")
