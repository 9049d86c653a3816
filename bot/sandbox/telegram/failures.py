"""Failures that a test orders for the next calls: floods, outages, lost answers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.sandbox.telegram.calls import Call

Way = Literal["answer", "drop", "hang"]
ANY_METHOD = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """
    How a call ends instead of its true answer.

    accepted: the call took effect first (the message was sent), only its answer was lost.
    """

    way: Way = "answer"
    status: int = 500
    body: str = ""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    accepted: bool = False

    @classmethod
    def error(
        cls, code: int, description: str, *, accepted: bool = False, **parameters: Any
    ) -> "Failure":
        """Telegram's own JSON error with any code."""
        answer: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
        if parameters:
            answer["parameters"] = parameters
        return cls(status=code, body=json.dumps(answer), accepted=accepted)

    @classmethod
    def flood(cls, retry_after: int = 1) -> "Failure":
        """429 in the body's parameters and in the header; retry_after in whole seconds."""
        description = f"Too Many Requests: retry after {retry_after}"
        answer = cls.error(429, description, retry_after=retry_after)
        return cls(status=429, body=answer.body, headers={"Retry-After": str(retry_after)})

    @classmethod
    def server_error(cls, *, accepted: bool = False) -> "Failure":
        """Telegram's own 500."""
        return cls.error(500, "Internal Server Error: restart", accepted=accepted)

    @classmethod
    def bad_gateway(cls, *, accepted: bool = False) -> "Failure":
        """A proxy's 502: HTML, no JSON."""
        page = "<html><head><title>502 Bad Gateway</title></head></html>"
        return cls(status=502, body=page, content_type="text/html", accepted=accepted)

    @classmethod
    def blocked(cls) -> "Failure":
        """403: the person shut the bot out."""
        return cls.error(403, "Forbidden: bot was blocked by the user")

    @classmethod
    def chat_not_found(cls) -> "Failure":
        """400: no such chat."""
        return cls.error(400, "Bad Request: chat not found")

    @classmethod
    def migrated(cls, to_chat_id: int) -> "Failure":
        """400: the group became a supergroup."""
        description = "Bad Request: group chat was upgraded to a supergroup chat"
        return cls.error(400, description, migrate_to_chat_id=to_chat_id)

    @classmethod
    def drop(cls, *, accepted: bool = False) -> "Failure":
        """The connection closes without an answer."""
        return cls(way="drop", accepted=accepted)

    @classmethod
    def hang(cls, *, seconds: float = 3600.0, accepted: bool = False) -> "Failure":
        """No answer until the caller gives up (or the seconds pass, then the connection drops)."""
        return cls(way="hang", seconds=seconds, accepted=accepted)


@dataclass(slots=True)
class _Order:
    method: str
    chat_id: int | None
    failure: Failure
    times: int


class Failures:
    """The failures still owed, the first ordered first."""

    def __init__(self) -> None:
        self._orders: list[_Order] = []

    def order(self, method: str, failure: Failure, *, times: int, chat_id: int | None) -> None:
        """Owe the failure to the method's next calls ("*": any), in the chat if one is named."""
        self._orders.append(_Order(method.lower(), chat_id, failure, times))

    def take(self, call: Call) -> Failure | None:
        """Return the failure owed to this call, and owe it once less."""
        for order in self._orders:
            if order.method not in (call.method.lower(), ANY_METHOD):
                continue
            if order.chat_id is not None and order.chat_id != call.get("chat_id"):
                continue
            order.times -= 1
            if order.times <= 0:
                self._orders.remove(order)
            return order.failure
        return None

    def clear(self) -> None:
        """Owe nothing any more."""
        self._orders.clear()
