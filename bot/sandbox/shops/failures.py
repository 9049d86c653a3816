"""Failures that a test orders for the next calls."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """
    How a call ends instead of its true answer.

    accepted: it was carried out all the same; only the answer was lost. upon: a part of the call's
    method, path or GraphQL document; without it any call. throttled: GraphQL's way to say 429.
    """

    way: Literal["answer", "drop", "hang", "throttled"] = "answer"
    status: int = 500
    body: str = "<html></html>"
    retry_after: str = ""  # the header
    accepted: bool = False
    upon: str = ""

    @classmethod
    def flood(cls, retry_after: str = "") -> "Failure":
        """429: too many at once."""
        return cls(status=429, retry_after=retry_after)

    @classmethod
    def throttled(cls) -> "Failure":
        """GraphQL's bucket is empty; it takes three seconds to hold enough."""
        return cls(way="throttled")

    @classmethod
    def server_error(cls, *, accepted: bool = False, upon: str = "") -> "Failure":
        """502 from a proxy, which tells nothing of the call."""
        return cls(status=502, accepted=accepted, upon=upon)

    @classmethod
    def drop(cls, *, accepted: bool = False, upon: str = "") -> "Failure":
        """The connection closes without an answer."""
        return cls(way="drop", accepted=accepted, upon=upon)

    @classmethod
    def hang(cls, *, accepted: bool = True, upon: str = "") -> "Failure":
        """No answer until the caller gives up."""
        return cls(way="hang", accepted=accepted, upon=upon)
