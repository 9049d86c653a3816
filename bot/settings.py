"""The settings: environment variables and `.env`, prefix LOYALTY_. Nothing else reads them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    SettingsConfigDict,
)

from bot.settings_kinds import (
    PREFIX,
    ApiKeys,
    BaseUrl,
    BotToken,
    Countries,
    DatabaseUrl,
    Days,
    Secrets,
    StandardSecrets,
    Urls,
    UserIds,
    WebhookSecret,
    sentences,
    wrong,
)
from core.retaining import Keep

ENV_FILE = ".env"


class SettingsInvalid(Exception):
    """The settings can't be used; ``problems`` has one sentence for each, naming the setting."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """Everything that can be set. Empty means unset; unknown names are ignored, and told of."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    program: str = "starter"
    database_url: DatabaseUrl = SecretStr("sqlite:///loyalty.db")
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: BaseUrl | None = None

    telegram_token: BotToken | None = None
    telegram_library: Literal["aiogram", "ptb"] = "aiogram"
    telegram_api_url: BaseUrl = "https://api.telegram.org"
    telegram_webhook_secret: WebhookSecret | None = None

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
    events_secret: StandardSecrets = ()

    outbound_urls: Urls = ()
    outbound_secret: StandardSecrets = ()

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
            raise wrong(
                f"{PREFIX}OUTBOUND_SECRET must be set, as {PREFIX}OUTBOUND_URLS is: it proves who"
                " tells them. `echo whsec_$(openssl rand -base64 24)` makes one."
            )
        return self

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        if self.webhook_mode and self.telegram_webhook_secret is None:
            raise wrong(
                f"{PREFIX}TELEGRAM_WEBHOOK_SECRET must be set, as {PREFIX}PUBLIC_URL is: it proves"
                " that an update comes from Telegram."
            )
        return self


def read_settings(**given: Any) -> Settings:
    """Read the environment and `.env`, what is given first; raises SettingsInvalid."""
    try:
        if unread := list(_unread()):
            raise SettingsInvalid(tuple(unread))
        return Settings(**given)
    except ValidationError as error:
        # without its cause: that quotes the values, secrets and all
        problems = tuple(sentences(error.errors(include_url=False, include_input=False)))
    except UnicodeDecodeError:
        problems = (".env: the file is not UTF-8 text.",)
    raise SettingsInvalid(problems)


def _unread() -> Iterator[str]:
    """A sentence for each line of `.env` that says nothing: a quote left open hides the rest."""
    file = Path(ENV_FILE)
    if not file.is_file():
        return
    with file.open(encoding="utf-8") as lines:
        for binding in parse_stream(lines):
            if binding.error:
                said = binding.original.string
                line = binding.original.line + len(said) - len(said.lstrip("\n"))
                yield f"{ENV_FILE}, line {line}: write NAME=value, and close what is quoted."


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
