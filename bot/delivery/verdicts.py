"""Verdicts: what can be decided about a message that is due."""

from dataclasses import dataclass
from datetime import datetime

from core.model import Channel
from core.tables.outbox import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """It goes out now, that way."""

    channel: Channel
    address: str
    language: str
    closes: datetime | None = None  # it must not arrive later than that, if the channel can tell


@dataclass(frozen=True, slots=True)
class Wait:
    """Not before then."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class End:
    """Never."""

    state: State
    reason: str


Verdict = Go | Wait | End
