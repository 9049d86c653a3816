"""What the web layer is given by app: it makes nothing of this itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.acts import Acts
from bot.ports import Database, StarsDesk
from bot.web.metrics import Metrics

Feed = Callable[[dict[str, Any]], Awaitable[None]]
"""Takes one Telegram update; returns when its effects are committed, raises WorldError if not."""

Ready = Callable[[], Awaitable[Mapping[str, str]]]
"""The parts the process needs: "ok", "ok: and how", or what is wrong, by the part's name."""

OK = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The database, the acts, and whom to trust."""

    database: Database
    acts: Acts
    ready: Ready
    api_keys: tuple[str, ...] = field(default=(), repr=False)
    telegram_secret: str | None = field(default=None, repr=False)
    feed: Feed | None = None  # None: no updates are taken here
    desk: Callable[[], StarsDesk | None] = lambda: None  # None while Telegram is not connected
    metrics: Metrics = field(default_factory=Metrics)
