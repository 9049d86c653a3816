"""The settings: environment variables and `.env`, prefix LOYALTY_. Nothing else reads them."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from datetime import timedelta
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    NoDecode,
    SettingsConfigDict,
)

from bot.api_keys import KeyUnclear, api_keys
from core.retaining import Keep

PREFIX = "LOYALTY_"
COUNTS = {("sms_daily_limit_parts",), ("api_calls_per_minute",)}  # whole numbers, 0 is no limit
DAYS = ("backup_days", "keep_")


class SettingsInvalid(Exception):
    """The settings can't be used; ``problems`` has one sentence for each, naming the setting."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _wrong(sentence: str) -> PydanticCustomError:
    return PydanticCustomError("setting", "{sentence}", {"sentence": sentence})


def _listed(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _user_ids(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"[1-9][0-9]{0,15}", str(part)):
            raise _wrong(f"{str(part)[:40]!r} is not a Telegram user id, which is a whole number.")
    return parts


def _base_url(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#][^\s?#]*", url):
        raise _wrong("it must be a URL that starts with https:// or http://.")
    return url.rstrip("/")


def _database_url(url: SecretStr) -> SecretStr:
    if not re.match(r"sqlite:///.|postgres(ql)?://", url.get_secret_value()):
        raise _wrong(
            "it must be sqlite:///file.db, sqlite:////folder/file.db"
            " or postgresql://user:password@host/name."
        )
    return url


def _countries(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"[A-Za-z]{2}", str(part)):
            raise _wrong(f"{str(part)[:40]!r} is not a country's two letters, such as UA.")
    return tuple(str(part).upper() for part in parts) if isinstance(parts, tuple) else parts


def _token(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[0-9]+:[\w-]+", token.get_secret_value()):
        raise _wrong("it is not a bot token, which looks like 123456:ABC-DEF (ask @BotFather).")
    return token


def _webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise _wrong("Telegram allows 1 to 256 of the signs A-Z a-z 0-9 _ - in it.")
    return secret


def _standard_secrets(secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    for secret in secrets:
        if not _is_standard(secret.get_secret_value()):
            raise _wrong(
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
        raise _wrong(str(error)) from None
    return parts


Secrets = Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_listed)]


def _urls(parts: object) -> object:
    for part in parts if isinstance(parts, tuple) else ():
        if not re.fullmatch(r"https?://[^\s/?#@,]+(/[^\s#,]*)?", str(part)):
            raise _wrong(
                "each must be a URL that starts with https:// or http://, without a login."
            )
    return parts


Urls = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_urls), BeforeValidator(_listed)]
ApiKeys = Annotated[Secrets, AfterValidator(_api_keys)]
UserIds = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_user_ids), BeforeValidator(_listed)]
Countries = Annotated[
    tuple[str, ...], NoDecode, BeforeValidator(_countries), BeforeValidator(_listed)
]
Days = Annotated[int, Field(ge=1, le=3650)]
BaseUrl = Annotated[str, AfterValidator(_base_url)]


class Settings(BaseSettings):
    """Everything that can be set. Empty means unset; unknown names are ignored, and told of."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    program: str = "starter"
    database_url: Annotated[SecretStr, AfterValidator(_database_url)] = SecretStr(
        "sqlite:///loyalty.db"
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: BaseUrl | None = None

    telegram_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_library: Literal["aiogram", "ptb"] = "aiogram"
    telegram_api_url: BaseUrl = "https://api.telegram.org"
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None

    twilio_account_sid: str | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_from: str | None = None
    twilio_api_url: BaseUrl = "https://api.twilio.com"

    sms_countries: Countries = ()
    sms_daily_limit_parts: int = Field(default=1000, ge=0)
    sms_parts_per_second: float = Field(default=1.0, gt=0, le=1000)

    owners: UserIds = ()
    api_keys: ApiKeys = ()
    api_calls_per_minute: int = Field(default=6000, ge=0)

    shopify_secret: Secrets = ()
    woocommerce_secret: Secrets = ()
    bigcommerce_secret: Secrets = ()
    events_secret: Annotated[Secrets, AfterValidator(_standard_secrets)] = ()

    outbound_urls: Urls = ()
    outbound_secret: Annotated[Secrets, AfterValidator(_standard_secrets)] = ()

    shopify_api_url: BaseUrl | None = None
    shopify_api_token: SecretStr | None = None
    woocommerce_api_url: BaseUrl | None = None
    woocommerce_api_key: SecretStr | None = None
    woocommerce_api_secret: SecretStr | None = None
    bigcommerce_api_url: BaseUrl | None = None
    bigcommerce_api_token: SecretStr | None = None

    backup_days: Days = 7

    keep_dead_letters: Days = 30
    keep_messages: Annotated[int, Field(ge=400, le=3650)] = 730  # what is told yearly is told once
    keep_feedback: Days = 1095
    keep_carts: Days = 90
    keep_receipts: Days = 30
    keep_consent_proof: Days = 1095

    log_level: Literal["debug", "info", "warning", "error", "critical"] = "info"
    log_format: Literal["console", "json"] = "console"

    @property
    def sandbox(self) -> bool:
        """Whether the built-in stand-ins take the place of Telegram and Twilio."""
        return self.telegram_token is None

    @property
    def has_sms(self) -> bool:
        """Whether text messages are sent and taken."""
        return all((self.twilio_account_sid, self.twilio_auth_token, self.twilio_from))

    def secrets(self) -> Iterator[str]:
        """Everything in the settings that nobody may read."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, SecretStr):
                    secret = one.get_secret_value()
                    yield urlsplit(secret).password or "" if name == "database_url" else secret

    @property
    def keep(self) -> Keep:
        """How long what is not the ledger is kept."""
        return Keep(
            dead_letters=timedelta(days=self.keep_dead_letters),
            messages=timedelta(days=self.keep_messages),
            feedback=timedelta(days=self.keep_feedback),
            carts=timedelta(days=self.keep_carts),
            receipts=timedelta(days=self.keep_receipts),
            consent_proof=timedelta(days=self.keep_consent_proof),
        )

    @property
    def webhook_mode(self) -> bool:
        """Whether Telegram calls us; otherwise we poll."""
        return self.telegram_token is not None and self.public_url is not None

    @field_validator("*", mode="before")
    @classmethod
    def _trimmed(cls, value: object) -> object:
        return value.strip() if isinstance(value, str) else value

    @field_validator("telegram_library", "log_level", "log_format", mode="before")
    @classmethod
    def _in_small_letters(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _hooks_have_their_secret(self) -> Self:
        if self.outbound_urls and not self.outbound_secret:
            raise _wrong(
                f"{PREFIX}OUTBOUND_SECRET must be set, as {PREFIX}OUTBOUND_URLS is: it proves who"
                " tells them. `echo whsec_$(openssl rand -base64 24)` makes one."
            )
        return self

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        if self.webhook_mode and self.telegram_webhook_secret is None:
            raise _wrong(
                f"{PREFIX}TELEGRAM_WEBHOOK_SECRET must be set, as {PREFIX}PUBLIC_URL is: it proves"
                " that an update comes from Telegram."
            )
        return self


def read_settings(**given: Any) -> Settings:
    """Read the environment and `.env`, what is given first; raises SettingsInvalid."""
    try:
        return Settings(**given)
    except ValidationError as error:
        # without its cause: that quotes the values, secrets and all
        problems = tuple(_sentences(error.errors(include_url=False, include_input=False)))
    except UnicodeDecodeError:
        problems = (".env: the file is not UTF-8 text.",)
    raise SettingsInvalid(problems)


def unknown_settings() -> list[str]:
    """A sentence for each name in the environment or `.env` that means nothing to us."""
    known = [name.upper() for name in Settings.model_fields]
    found = {*EnvSettingsSource(Settings).env_vars, *_of_file()}
    names = sorted(name.upper() for name in found if name.upper().startswith(PREFIX))
    return [
        f"Unknown setting {name}{_meant(name.removeprefix(PREFIX), known)}"
        for name in names
        if name.removeprefix(PREFIX) not in known
    ]


def _of_file() -> Iterable[str]:
    try:
        return DotEnvSettingsSource(Settings).env_vars
    except UnicodeDecodeError:  # read_settings says so
        return ()


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f": did you mean {PREFIX}{near[0]}?" if near else ", which means nothing."


def _sentences(errors: list[ErrorDetails]) -> Iterator[str]:
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
