"""Failures that a test orders for the next messages."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """
    How a call ends instead of its true answer.

    accepted: the message was taken all the same; only the answer was lost.
    """

    way: Literal["answer", "drop", "hang"] = "answer"
    status: int = 400
    code: int = 0
    accepted: bool = False
    html: bool = False  # a proxy's page instead of Twilio's JSON
    problem: bool = False  # in the form of RFC 9457

    @classmethod
    def error(cls, code: int, status: int = 400) -> "Failure":
        """Twilio's own refusal."""
        return cls(status=status, code=code)

    @classmethod
    def flood(cls) -> "Failure":
        """429: too many at once."""
        return cls(status=429, code=20429)

    @classmethod
    def server_error(cls, *, accepted: bool = False) -> "Failure":
        """500 from a proxy, which tells nothing of the message."""
        return cls(status=500, html=True, accepted=accepted)

    @classmethod
    def drop(cls, *, accepted: bool = False) -> "Failure":
        """The connection closes without an answer."""
        return cls(way="drop", accepted=accepted)

    @classmethod
    def hang(cls, *, accepted: bool = True) -> "Failure":
        """No answer until the caller gives up."""
        return cls(way="hang", accepted=accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of the messages that are taken, and how Twilio tells it."""

    statuses: tuple[str, ...] = ("sent", "delivered")
    code: int | None = None  # of the error, with "undelivered" or "failed"
    times: int = 1  # how often each is told
    after_s: float = 0.0
    told: bool = True
