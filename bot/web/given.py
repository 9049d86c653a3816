"""What the web layer is given by app: it makes nothing of this itself."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.acts import Acts
from bot.api_keys import api_keys
from bot.conversation.clicks import Links
from bot.ports import Database, StarsDesk
from bot.web.allowing import Doorkeeper
from bot.web.metrics import Metrics

Feed = Callable[[dict[str, Any]], Awaitable[None]]
"""Takes one Telegram update; returns when its effects are committed, raises WorldError if not."""

Ready = Callable[[], Awaitable[Mapping[str, str]]]
"""The parts the process needs: "ok", "ok: and how", or what is wrong, by the part's name."""

OK = "ok"

Form = Mapping[str, Sequence[str]]
"""A form's fields, each with its values."""


class Texting(Protocol):
    """What answers text messages."""

    def is_signed(self, target: str, form: Form, signature: str, settings: str) -> bool:
        """Whether the provider signed that form for that path and query of ours."""

    async def hear(self, params: Mapping[str, str]) -> str:
        """The answer to a message, "" for none; its effects are committed. Raises WorldError."""

    async def told(self, params: Mapping[str, str], message: str) -> None:
        """Take over what became of one of ours, by our own id of it. Raises WorldError."""


class Inbox(Protocol):
    """What takes the deliveries of shops' webhooks."""

    def is_on(self, shop: str) -> bool:
        """Whether that shop's webhooks are taken."""

    def is_signed(self, shop: str, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether the shop sent it; headers by their names in small letters."""

    async def take(self, shop: str, headers: Mapping[str, str], body: bytes) -> str:
        """
        Do what a signed delivery says; "" or why it can't be used, and is kept. Its effects are
        committed then. Raises WorldError: it should come again.
        """


async def no_queue() -> float:
    """The age of a queue that is not there."""
    return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The database, the acts, and whom to trust."""

    database: Database
    acts: Acts
    ready: Ready
    api_keys: tuple[str, ...] = field(default=(), repr=False)
    api_calls_per_minute: int = 0  # by each key; 0: any number
    doorkeeper: Doorkeeper = field(init=False, repr=False)
    telegram_secret: str | None = field(default=None, repr=False)
    feed: Feed | None = None  # None: no updates are taken here
    texting: Texting | None = None  # None: no text messages are taken here
    bot: Callable[[], str | None] = lambda: None  # its username, once Telegram has told it
    inbox: Inbox | None = None  # None: no shop's webhooks are taken here
    desk: Callable[[], StarsDesk | None] = lambda: None  # None while Telegram is not connected
    queue_age: Callable[[], Awaitable[float]] = no_queue  # seconds the longest due message waits
    sms_cost: Callable[[], Awaitable[float]] = no_queue  # of today, in the account's currency
    links: Links | None = None  # None: links of our messages don't lead through here
    clicks_per_minute: int = 6000  # by whomever; 0: any number
    link_over: Callable[[str], str] = lambda languages: ""  # what a link that ended says
    metrics: Metrics = field(default_factory=Metrics)

    def __post_init__(self) -> None:
        keys = api_keys(self.api_keys)
        object.__setattr__(self, "doorkeeper", Doorkeeper(keys, self.api_calls_per_minute))
