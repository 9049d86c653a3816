"""The kinds of values that settings have, and the sentence that tells what is wrong with one."""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import NoDecode

from bot.api_keys import KeyUnclear, api_keys

PREFIX = "LOYALTY_"
COUNTS = {("sms_daily_limit_parts",), ("api_calls_per_minute",)}  # whole numbers, 0 is no limit
DAYS = ("backup_days", "keep_")


def wrong(sentence: str) -> PydanticCustomError:
    """What a validator raises; the sentence is told after the setting's name."""
    return PydanticCustomError("setting", "{sentence}", {"sentence": sentence})


def _listed(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _user_ids(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"[1-9][0-9]{0,15}", str(part)):
            raise wrong(f"{str(part)[:40]!r} is not a Telegram user id, which is a whole number.")
    return parts


def _base_url(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#][^\s?#]*", url):
        raise wrong("it must be a URL that starts with https:// or http://.")
    return url.rstrip("/")


def _database_url(url: SecretStr) -> SecretStr:
    if not re.match(r"sqlite:///.|postgres(ql)?://", url.get_secret_value()):
        raise wrong(
            "it must be sqlite:///file.db, sqlite:////folder/file.db"
            " or postgresql://user:password@host/name."
        )
    try:
        urlsplit(url.get_secret_value())
    except ValueError:
        raise wrong("write signs in its password as %40, such as %5B for [.") from None
    return url


def _countries(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"[A-Za-z]{2}", str(part)):
            raise wrong(f"{str(part)[:40]!r} is not a country's two letters, such as UA.")
    return tuple(str(part).upper() for part in parts) if isinstance(parts, tuple) else parts


def _token(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[0-9]+:[\w-]+", token.get_secret_value()):
        raise wrong("it is not a bot token, which looks like 123456:ABC-DEF (ask @BotFather).")
    return token


def _webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise wrong("Telegram allows 1 to 256 of the signs A-Z a-z 0-9 _ - in it.")
    return secret


def _standard_secrets(secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    for secret in secrets:
        if not _is_standard(secret.get_secret_value()):
            raise wrong(
                "it must be whsec_ and base64, as `echo whsec_$(openssl rand -base64 24)` makes it."
            )
    return secrets


def _is_standard(secret: str) -> bool:
    key = secret.removeprefix("whsec_").rstrip("=")
    try:
        return bool(b64decode(key + "=" * (-len(key) % 4), validate=True))
    except ValueError:
        return False


def _api_keys(parts: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    try:
        api_keys(part.get_secret_value() for part in parts)
    except KeyUnclear as error:
        raise wrong(str(error)) from None
    return parts


def _urls(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"https?://[^\s/?#@,]+(/[^\s#,]*)?", str(part)):
            raise wrong("each must be a URL that starts with https:// or http://, without a login.")
    return parts


Secrets = Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_listed)]
Urls = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_urls), BeforeValidator(_listed)]
ApiKeys = Annotated[Secrets, AfterValidator(_api_keys)]
UserIds = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_user_ids), BeforeValidator(_listed)]
Countries = Annotated[
    tuple[str, ...], NoDecode, BeforeValidator(_countries), BeforeValidator(_listed)
]
Days = Annotated[int, Field(ge=1, le=3650)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database_url)]
BotToken = Annotated[SecretStr, AfterValidator(_token)]
WebhookSecret = Annotated[SecretStr, AfterValidator(_webhook_secret)]
StandardSecrets = Annotated[Secrets, AfterValidator(_standard_secrets)]
BaseUrl = Annotated[str, AfterValidator(_base_url)]


def sentences(errors: list[ErrorDetails]) -> Iterator[str]:
    """One for each error, naming the setting; none quotes a value."""
    for error in errors:
        sentence = _reason(error)
        if error["loc"]:
            yield f"{PREFIX}{str(error['loc'][0]).upper()}: {sentence}"
        else:
            yield sentence


def _reason(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "setting":
            return str(context["sentence"])
        case "literal_error":
            return f"it must be {context['expected']}."
        case "int_parsing" | "int_type" | "int_from_float":
            return "it must be a whole number."
        case "float_parsing":
            return "it must be a number."
        case "greater_than_equal" if error["loc"] in COUNTS:
            return "it must be 0 or more."
        case "greater_than_equal" | "less_than_equal" if str(error["loc"][0]).startswith(DAYS):
            least = context.get("ge", 400 if error["loc"] == ("keep_messages",) else 1)
            return f"it must be a whole number of days from {least} to 3650."
        case "greater_than" | "less_than_equal" if error["loc"] == ("sms_parts_per_second",):
            return "it must be a number above 0, up to 1000."
        case "greater_than_equal" | "less_than_equal":
            return "it must be a number from 0 to 65535."
        case _:
            return f"{error['msg']}."
